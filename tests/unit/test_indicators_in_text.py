"""Indicators that stand in the text of a cell or of lines, with no grid: 数量指标：培训人数≥1000人次；…; all invented."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

HEAD = "项目支出绩效目标表\n2025年度\n项目名称\t{0}\n主管部门\t驻马店市农业农村局\n资金总额\t35万元\n绩效目标\t培训农民。\n"
ALL = [
    (11, "培训人数", "≥1000人次"),
    (11, "举办培训班", "≥10期"),
    (12, "培训合格率", "≥95%"),
    (22, "带动就业", "≥200人"),
    (31, "学员满意度", "≥90%"),
]


def indicators(found: Reading) -> list[tuple[int, str | None, str | None]]:
    return [(row.category_code, row.indicator_name, row.annual_target) for row in found.indicators]


@pytest.mark.parametrize(
    "rows",
    [
        "绩效指标\t数量指标：培训人数≥1000人次；举办培训班≥10期；质量指标：培训合格率≥95%；"
        "社会效益指标：带动就业≥200人；满意度指标：学员满意度≥90%。",
        # line breaks of the cell are gone
        "绩效指标\t数量指标：培训人数≥1000人次；举办培训班≥10期质量指标：培训合格率≥95%"
        "社会效益指标：带动就业≥200人满意度指标：学员满意度≥90%",
        "绩效指标\t1.数量指标：培训人数≥1000人次；举办培训班≥10期2.质量指标：培训合格率≥95%"
        "3.社会效益指标：带动就业≥200人4.满意度指标：学员满意度≥90%",
        "产出指标\t数量指标：培训人数≥1000人次；举办培训班≥10期。质量指标：培训合格率≥95%。\n"
        "效益指标\t社会效益指标：带动就业≥200人\n满意度指标\t学员满意度≥90%",
        "（一）产出指标\n1.数量指标：培训人数≥1000人次；举办培训班≥10期。\n2.质量指标：培训合格率≥95%；\n"
        "（二）效益指标\n社会效益指标：带动就业≥200人\n（三）满意度指标\n学员满意度≥90%。",
    ],
)
def test_indicators_are_read_where_labels_of_levels_stand_before_them(rows: str) -> None:
    found = read((HEAD.format("农民技能培训") + rows + "\n").encode(), "text.txt")
    assert indicators(found) == ALL
    assert not found.not_understood
    assert "indicators_unread" not in [row.code for row in found.issues]


def test_a_sentence_beside_a_level_that_holds_no_target_is_no_indicator() -> None:
    rows = "绩效指标\t详见附件。\n满意度指标\t根据问卷得出，结果达到90%时为合格，低于该比例的须说明原因并在下一年度整改到位。"
    found = read((HEAD.format("农民技能培训") + rows + "\n").encode(), "text.txt")
    assert not found.indicators


def test_labels_within_a_word_part_nothing() -> None:
    row = "绩效指标\t数量指标：核心数量指标：12项；质量指标：合格率100%"
    found = read((HEAD.format("农民技能培训") + row + "\n").encode(), "text.txt")
    assert indicators(found)[-1] == (12, "合格率", "100%")
    assert len(found.indicators) == 2
