"""Goals of a department in prose, alone and beside the forms of its projects, in several writings; all invented."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.pipeline import read
from ingest.rows import Reading
from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import printed
from tests.unit.test_published_forms import as_html

WHOLE = "加强河湖管护，全年整治河道86公里，水质达标率保持在95%以上。"
PROSE = f"""第一部分  部门整体绩效目标
一、总体绩效目标
{WHOLE}
二、分项绩效目标
（一）河湖管护
绩效目标：落实巡河制度，整治河道。
绩效指标：整治河道长度≥86公里；水质达标率≥95%。
（二）防汛抗旱
绩效目标：保障安全度汛。
绩效指标：隐患处置率=100%。
三、工作保障措施
（一）完善制度建设。制定完善预算绩效管理制度。
"""
FORM = """第二部分  预算项目绩效目标
河道清淤绩效目标表
项目名称\t河道清淤\t主管部门\t涿州市水利局
预算数（万元）\t96\t其中：财政资金\t96
绩效目标\t清淤河道12公里
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t清淤长度\t≥12公里
\t质量指标\t合格率\t≥95%
"""
TITLE = "涿州市水利局2024年部门预算绩效文本\n"
INDICATORS = [("整治河道长度", "≥86公里"), ("水质达标率", "≥95%"), ("隐患处置率", "=100%")]


def page(text: str) -> Reading:
    return read(as_html(text).encode(), "goals.html")


def indicators(found: Reading) -> list[tuple[str | None, str | None]]:
    return [(row.indicator_name, row.annual_target) for row in found.department_indicators]


def test_prose_above_the_forms_of_the_projects() -> None:
    found = page(TITLE + PROSE + FORM)
    assert [row.annual_goal for row in found.department_goals] == [WHOLE]
    assert [(row.task_name, row.content, row.amount_wan) for row in found.department_tasks] == [
        ("河湖管护", "落实巡河制度，整治河道。", None),
        ("防汛抗旱", "保障安全度汛。", None),
    ]
    assert indicators(found) == INDICATORS
    assert [(row.project_name, row.annual_goal) for row in found.projects] == [("河道清淤", "清淤河道12公里")]
    assert [row.indicator_name for row in found.indicators] == ["清淤长度", "合格率"]
    read_lines = {row.line for row in found.not_understood}
    assert read_lines.isdisjoint(range(2, 12)), "every line of the prose is read"


def test_prose_alone_is_a_document() -> None:
    for found in (page(TITLE + PROSE), read((TITLE + PROSE).encode(), "goals.txt")):
        assert (found.document.department_name, found.document.budget_year) == ("涿州市水利局", 2024)
        assert [row.annual_goal for row in found.department_goals] == [WHOLE]
        assert indicators(found) == INDICATORS
        assert not found.projects


def test_prose_on_a_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 10)
        lines = [text[at : at + 24] for text in (TITLE + PROSE).splitlines() for at in range(0, len(text), 24)]
        for number, line in enumerate(lines):
            canvas.drawString(60, 760 - 18 * number, line)
        canvas.drawString(200, 30, "- 3 -")

    found = read(printed(draw, size=(400, 800)), "goals.pdf")
    assert [row.annual_goal for row in found.department_goals] == [WHOLE]
    assert [row.content for row in found.department_tasks] == ["落实巡河制度，整治河道。", "保障安全度汛。"]
    assert indicators(found) == INDICATORS
    assert not found.not_understood


VARIANTS = {
    "numbers": PROSE.replace("（一）河湖", "1.河湖").replace("（二）防汛", "2.防汛"),
    "round numbers": PROSE.replace("（一）河湖", "（1）河湖").replace("（二）防汛", "（2）防汛"),
    "by duties": PROSE.replace("分项绩效目标", "职责分类绩效目标"),
    "one paragraph": PROSE.replace("管护\n绩效目标", "管护。绩效目标").replace("。\n绩效指标", "。绩效指标"),
    "a text behind the heading": PROSE.replace("一、总体绩效目标\n", "一、总体绩效目标："),
    "an indicator a line": PROSE.replace("公里；水质", "公里\n水质"),
    "a list": PROSE.replace("绩效指标：整治", "绩效指标：\n1.整治").replace("；水质", "；\n2.水质"),
    "lines that break": PROSE.replace("长度≥86公里", "长\n度≥86公里").replace("整治河道。", "整治\n河道。"),
    "a line that breaks in a target": PROSE.replace("≥86公里", "≥86\n公里"),
    "no number": PROSE.replace("二、分项", "分项")
    .replace("一、总体", "总体")
    .replace("三、工作保障措施", "第二部分其他"),
}


@pytest.mark.parametrize("text", VARIANTS.values(), ids=VARIANTS)
def test_other_writings(text: str) -> None:
    found = page(TITLE + text + FORM)
    assert [row.annual_goal for row in found.department_goals] == [WHOLE]
    assert [(row.task_name, row.content) for row in found.department_tasks] == [
        ("河湖管护", "落实巡河制度，整治河道。"),
        ("防汛抗旱", "保障安全度汛。"),
    ]
    assert indicators(found) == INDICATORS


def test_a_report_that_speaks_of_goals_is_no_prose_of_them() -> None:
    report = (
        "一、总体绩效目标\n加强河湖管护。\n二、分项绩效目标\n（一）河湖管护。整治河道。\n（二）防汛抗旱。保障度汛。\n"
    )
    found = page(TITLE + report + FORM)
    assert not found.department_goals
    assert not found.department_tasks


def test_duties_beside_the_forms_of_the_projects() -> None:
    duties = (
        "部门职责-工作活动绩效目标\n（2024年度）单位：万元\n职责活动\t年度预算数\t绩效目标\t绩效指标\t优\t良\t中\t差\n"
        "防汛\t12.00\t安全度汛\t处置率\t≥98%\t≥95%\t≥90%\t<90%\n"
    )
    found = page(TITLE + PROSE + duties + FORM)
    assert [(row.form_seq, row.task_name, row.amount_wan) for row in found.department_tasks] == [
        (1, "河湖管护", None),
        (1, "防汛抗旱", None),
        (2, "防汛", 12),
    ]
    assert [row.project_name for row in found.projects] == ["河道清淤"]
    assert indicators(found) == [*INDICATORS, ("处置率", "≥98%")]
