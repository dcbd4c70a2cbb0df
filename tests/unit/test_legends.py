"""Columns headed by ordinals, which a note explains; all invented."""

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.rows import Reading
from tests.unit.test_published_forms import as_html

FORM = (
    "项目支出绩效自评表\n（2023年度）\n项目名称\t渔港疏浚\n主管部门\t岱山县海洋与渔业局\n"
    "一级指标\t二级指标\t三级指标\t{}\n产出指标\t数量指标\t疏浚土方\t≥6万方\t6.2万方\t40\t40\n"
    "\t质量指标\t疏浚合格率\t≥95%\t96%\t20\t20\n效益指标\t社会效益指标\t停泊渔船\t≥120艘\t116艘\t30\t29\n{}"
)
KINDS = {
    "stems": ("甲\t乙\t丙\t丁", "注：甲为年度指标值，乙为实际完成值，丙为分值，丁为得分。\n"),
    "letters": ("A\tB\tC\tD", "说明：A列表示目标值；B列表示完成值；C列表示权重；D列表示自评得分\n"),
    "circles": ("①\t②\t③\t④", "备注：①：指标值，②：实际完成值，③：分值，④：得分\n"),
}


@pytest.mark.parametrize(("labels", "note"), KINDS.values(), ids=KINDS)
def test_ordinals_are_what_the_note_says(labels: str, note: str) -> None:
    for found in (_text(FORM.format(labels, note)), read(as_html(FORM.format(labels, note)).encode(), "form.html")):
        assert [(row.indicator_name, row.target, row.actual, row.weight, row.score) for row in found.performance] == [
            ("疏浚土方", "≥6万方", "6.2万方", 40, 40),
            ("疏浚合格率", "≥95%", "96%", 20, 20),
            ("停泊渔船", "≥120艘", "116艘", 30, 29),
        ]


@pytest.mark.parametrize("note", ["", "注：甲方为县海洋与渔业局，乙方为施工单位。\n", "注：本表一式三份。\n"])
def test_without_a_legend_nobody_knows(note: str) -> None:
    try:
        found = _text(FORM.format("甲\t乙\t丙\t丁", note))
    except DocumentRejected as rejected:
        assert rejected.code == "not_understood"
        return
    assert {(row.target, row.actual, row.score) for row in found.performance} == {(None, None, None)}


def _text(form: str) -> Reading:
    return read(form.encode(), "form.txt")
