"""Indicators that print both levels before their names, in one cell of a list and in lines of text; all invented."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.grammar.lists.levelled import is_levelled_list, read_levelled_list
from ingest.pipeline import read
from ingest.rows import Reading
from ingest.source.blocks import Span
from ingest.source.printed import clean
from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import printed

Row = tuple[str, str, str, str | None, str | None]


def rows(text: str) -> list[Row]:
    listed = read_levelled_list(clean(text, [Span(0, len(text))]), text)
    return [
        (own.label1.text, own.label2.text, own.name.text, own.cycle and own.cycle.text, own.annual and own.annual.text)
        for own in listed.items
    ]


EXPECTED = [
    ("产出指标", "数量指标", "改造泵站", None, "≥96座"),
    ("产出指标", "质量指标", "验收合格率", None, "100%"),
    ("满意度指标", "服务对象满意度指标", "用水户满意度", None, "≥95%"),
]
WRITINGS = {
    "blank": "产出指标-数量指标：改造泵站 ≥96座；产出指标-质量指标：验收合格率 100%；满意度指标-服务对象满意度指标：用水户满意度 ≥95%；",
    "colon": "1.【产出指标-数量指标】改造泵站：≥96座；2.【产出指标-质量指标】验收合格率：100%；3.【满意度指标-服务对象满意度指标】用水户满意度：≥95%。",
    "comma": "产出指标—数量指标：改造泵站，≥96座；产出指标—质量指标：验收合格率，100%；满意度指标—服务对象满意度指标：用水户满意度，≥95%",
    "same sign": "（1）产出指标/数量指标/改造泵站：≥96座（2）产出指标/质量指标/验收合格率：100%（3）满意度指标/服务对象满意度指标/用水户满意度：≥95%",
    "no separator": "产出指标›数量指标：改造泵站≥96座<br/>产出指标›质量指标：验收合格率100%<br/>满意度指标›服务对象满意度指标：用水户满意度≥95%",
    "brackets": "①〔产出指标——数量指标〕改造泵站（≥96座）②〔产出指标——质量指标〕验收合格率（100%）③〔满意度指标——服务对象满意度指标〕用水户满意度（≥95%）",
    "glued numbers": "1、产出指标-数量指标：改造泵站：≥96座2、产出指标-质量指标：验收合格率：100%3、满意度指标-服务对象满意度指标：用水户满意度：≥95%",
    "first levels above": "一、产出指标（1）数量指标：改造泵站：≥96座。（2）质量指标：验收合格率：100%。二、满意度指标（1）服务对象满意度指标：用水户满意度：≥95%。",
    "first levels in brackets": "1.【产出指标】数量指标：改造泵站（≥96座）；2.【产出指标】质量指标：验收合格率（100%）；3.【满意度指标】服务对象满意度指标：用水户满意度（≥95%）",
    "first levels numbered": "1. 产出指标：（1）数量指标：改造泵站≥96座；（2）质量指标：验收合格率100%；2. 满意度指标：（1）服务对象满意度指标：用水户满意度≥95%",
    "labels of values": "产出指标-数量指标：改造泵站，指标值：≥96座；产出指标-质量指标：验收合格率，年度指标值100%；满意度指标-服务对象满意度指标：用水户满意度，目标值≥95%",
}


@pytest.mark.parametrize("text", WRITINGS.values(), ids=WRITINGS)
def test_levels_names_and_targets(text: str) -> None:
    assert is_levelled_list(text)
    assert rows(text) == EXPECTED


def test_values_of_the_whole_project_and_of_the_year() -> None:
    text = "产出指标—数量指标：更新仪器，实施周期指标值20台（套），年度指标值8台（套）；效益指标—社会效益指标：投诉处理率，年度指标值100%"
    assert rows(text) == [
        ("产出指标", "数量指标", "更新仪器", "20台（套）", "8台（套）"),
        ("效益指标", "社会效益指标", "投诉处理率", None, "100%"),
    ]


def test_a_target_without_a_name_is_that_of_the_second_level() -> None:
    assert rows("产出指标-数量指标：泵站 ≥2座；满意度指标-服务对象满意度指标：≥90%")[1] == (
        "满意度指标", "服务对象满意度指标", "服务对象满意度指标", None, "≥90%",
    )  # fmt: skip


def test_words_as_targets_behind_a_blank_and_a_name_with_a_comma() -> None:
    assert rows(
        "效益指标-社会效益指标：为决策提供支撑 有力支撑；产出指标-时效指标：应急、抢修到场，到达时间 ≤2小时"
    ) == [
        ("效益指标", "社会效益指标", "为决策提供支撑", None, "有力支撑"),
        ("产出指标", "时效指标", "应急、抢修到场，到达时间", None, "≤2小时"),
    ]


def test_a_number_glued_to_the_value_before_it() -> None:
    text = "1.产出指标-数量指标：人数：1002.产出指标-质量指标：合格率：98.53.满意度指标-满意度：满意：90%"
    assert [row[-1] for row in rows(text)] == ["100", "98.5", "90%"]


def test_several_indicators_behind_one_pair_and_a_missing_target() -> None:
    assert rows("产出指标-数量指标：培训班≥4期；培训人次≥1,200人次；产出指标-质量指标：合格率：") == [
        ("产出指标", "数量指标", "培训班", None, "≥4期"),
        ("产出指标", "数量指标", "培训人次", None, "≥1,200人次"),
        ("产出指标", "质量指标", "合格率", None, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "完善产出指标、数量指标体系",
        "数量指标：救助人次≥800人次；质量指标：100%",
        "成本-效益分析：完成",
        "产出指标：泵站",
    ],
)
def test_other_texts_are_no_such_list(text: str) -> None:
    assert not is_levelled_list(text)
    assert not rows(text)


ABOVE = "<p>安吉县水务局2026年部门预算项目绩效目标表</p><p>单位：万元</p>"
HEADER = (
    "<tr><td>序号</td><td>项目名称</td><td>项目单位</td><td>预算金额</td><td>年度绩效目标</td><td>{label}</td></tr>"
)


def listed(label: str, text: str) -> Reading:
    cells = f"<tr><td>1</td><td>泵站改造</td><td>安吉县水务局</td><td>560</td><td>改造泵站。</td><td>{text}</td></tr>"
    page = f"<html><body>{ABOVE}<table>{HEADER.format(label=label)}{cells}</table></body></html>"
    return read(page.encode(), "list.html")


@pytest.mark.parametrize("label", ["绩效指标", "年度绩效指标", "具体指标内容"])
@pytest.mark.parametrize("text", WRITINGS.values(), ids=WRITINGS)
def test_one_cell_of_a_list(label: str, text: str) -> None:
    found = listed(label, text)
    assert [
        (row.printed_level1, row.printed_level2, row.indicator_name, row.cycle_target, row.annual_target)
        for row in found.indicators
    ] == EXPECTED
    assert [row.category_code for row in found.indicators] == [11, 12, 31]
    assert not found.not_understood


TITLE = "讷河市水务局2020年部门预算项目绩效目标公开"
PROJECTS = """一、泵站改造
项目单位：讷河市灌区中心
资金总额：1,524万元（其中：财政拨款1,500万元，其他资金24万元）
年度目标：改造泵站96座，
保障灌溉用水。
绩效指标：
产出指标—数量指标：改造泵站，≥96座；
产出指标—质量指标：验收合格率，100%；
满意度指标—服务对象满意度指标：用水户满意度，≥95%；
二、水质检验能力提升
项目单位：讷河市水质站
周期资金总额：186.50万元（财政拨款165.50万元，单位自筹21.00万元）
2020年度资金总额：68.50万元（财政拨款60.00万元，单位自筹8.50万元）
年度目标：更新仪器8台（套）。
产出指标—数量指标：更新仪器，实施周期指标值20台（套），年度指标值8台（套）；
效益指标—社会效益指标：投诉处理率，实施周期指标值100%，年度指标值100%；
讷河市水务局
2020年2月20日
"""
NUMBERED = (
    PROJECTS.replace("产出指标—数量指标：改造泵站，", "1. 产出指标—数量指标—改造泵站：")
    .replace("产出指标—质量指标：验收合格率，", "2. 产出指标—质量指标—验收合格率：")
    .replace("满意度指标—服务对象满意度指标：用水户满意度，", "3. 满意度指标—服务对象满意度指标—用水户满意度：")
)
TEXTS = {
    "lines": PROJECTS,
    "numbered": NUMBERED,
    "bracketed": PROJECTS.replace("一、泵站", "（一）泵站").replace("二、水质", "（二）水质"),
    "digits": PROJECTS.replace("一、泵站", "1．泵站").replace("二、水质", "2．水质"),
    "below a heading": "一、部门概况\n负责水务工作。\n二、项目绩效目标\n"
    + PROJECTS.replace("一、泵站", "（一）泵站").replace("二、水质", "（二）水质"),
    "numbered goals": PROJECTS.replace("年度目标：改造泵站96座，\n", "年度目标：\n1、改造泵站96座；2、修复渠道；\n3、"),
}


def in_text(body: str) -> Reading:
    return read(f"附件5\n{TITLE}\n现将项目绩效目标公开如下（单位：万元）：\n{body}".encode(), "text.txt")


def in_page(body: str) -> Reading:
    lines = f"{TITLE}\n{body}".splitlines()
    return read(f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>".encode(), "page.html")


def on_paper(body: str) -> Reading:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 10)
        for number, line in enumerate(f"{TITLE}\n{body}".splitlines()):
            canvas.drawString(60, 760 - 18 * number, line)

    return read(printed(draw, size=(600, 800)), "paper.pdf")


@pytest.mark.parametrize("medium", [in_text, in_page, on_paper])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_projects_in_sections_of_text(text: str, medium) -> None:  # type: ignore[no-untyped-def]
    found: Reading = medium(text)
    assert (found.document.department_name, found.document.budget_year) == ("讷河市水务局", 2020)
    assert [row.project_name for row in found.projects] == ["泵站改造", "水质检验能力提升"]
    assert "保障灌溉用水。" in (found.projects[0].annual_goal or "")
    assert [row.unit_name for row in found.units] == ["讷河市灌区中心", "讷河市水质站"]
    amounts = [(row.funding_source_code, row.amount_wan, row.midterm_amount_wan) for row in found.funding]
    assert amounts == [("fiscal", 1500, None), ("other", 24, None), ("fiscal", 60, 165.5), ("other", 8.5, 21)]
    assert [
        (row.printed_level1, row.printed_level2, row.indicator_name, row.cycle_target, row.annual_target)
        for row in found.indicators
    ] == [
        *EXPECTED,
        ("产出指标", "数量指标", "更新仪器", "20台（套）", "8台（套）"),
        ("效益指标", "社会效益指标", "投诉处理率", "100%", "100%"),
    ]


def test_indicators_outside_of_any_section_are_not_given_to_one() -> None:
    text = "产出指标—数量指标：修建水渠，≥9公里；\n" + PROJECTS
    with pytest.raises(Exception, match="in prose"):
        in_text(text)


def test_a_section_that_is_not_whole_lets_no_other_be_read() -> None:
    text = (
        PROJECTS.replace("项目单位：讷河市灌区中心\n", "")
        .replace("资金总额：1,524", "共1,524")
        .replace("年度目标：改造", "改造")
    )
    with pytest.raises(Exception, match="in prose"):
        in_text(text)
