"""Lists over pages of PDF: merged cells whose text stands on another page, and rows that a page's end breaks."""

import io

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ingest.pipeline import read
from ingest.rows import Reading

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

HEADER = ("单位名称", "项目名称", "预算金额", "绩效目标", "一级指标", "二级指标", "三级指标", "指标值")
EDGES = (40, 130, 210, 260, 370, 440, 540, 690, 780)
HEIGHT = 24
Merged = tuple[tuple[int, int, int, str], ...]
ROWS = (
    ("巡护次数", "≥300次"),
    ("到位率", "≥95%"),
    ("群众满意度", "≥90%"),
    ("防治面积", "5万亩"),
    ("药剂采购", "≥20吨"),
    ("防治效果", "≥85%"),
    ("成灾率", "≤8‰"),
    ("林农满意度", "≥90%"),
)
MERGED: Merged = (
    (0, 0, 8, "梅州市林场"),
    *((1, 0, 3, "森林防火"), (2, 0, 3, "50.00"), (3, 0, 3, "无重大火灾"), (4, 0, 2, "产出指标"), (5, 0, 1, "数量指标")),
    *(
        (5, 1, 2, "质量指标"),
        (4, 2, 3, "满意度指标"),
        (5, 2, 3, "满意度指标"),
        (1, 3, 8, "虫害防治"),
        (2, 3, 8, "90.00"),
    ),
    *(
        (3, 3, 8, "控制虫害"),
        (4, 3, 6, "产出指标"),
        (5, 3, 5, "数量指标"),
        (5, 5, 6, "质量指标"),
        (4, 6, 7, "效益指标"),
    ),
    *((5, 6, 7, "生态效益指标"), (4, 7, 8, "满意度指标"), (5, 7, 8, "满意度指标")),
)
"""Column, first row, row behind the last, text: it stands in the middle of all these rows, on whatever page that is."""


def printed(first_page: int, merged: Merged = MERGED) -> Reading:
    """The list as a spreadsheet prints it, ``first_page`` rows on the first page and the others on the second."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(842, 595), invariant=1)
    for low, high in ((0, first_page), (first_page, len(ROWS))):
        canvas.setFont("STSong-Light", 8)
        top = 560.0
        if low == 0:
            for text in ("2024年项目支出绩效目标表", "部门名称：梅州市林业局", "单位：万元"):
                canvas.drawString(40, top, text)
                top -= 20
            _row(canvas, top, HEADER)
            top -= HEIGHT
        spans = [
            *merged,
            *((6 + at, row, row + 1, text) for row, texts in enumerate(ROWS) for at, text in enumerate(texts)),
        ]
        for column, start, end, text in spans:
            first, last = max(start, low), min(end, high)
            if first >= last:
                continue
            bottom = top - (last - low) * HEIGHT
            canvas.rect(EDGES[column], bottom, EDGES[column + 1] - EDGES[column], (last - first) * HEIGHT)
            middle = (start + end) / 2
            if low < middle < high:
                canvas.drawString(EDGES[column] + 3, top - (middle - low) * HEIGHT - 3, text)
        canvas.showPage()
    canvas.save()
    return read(file.getvalue(), "list.pdf")


def _row(canvas: Canvas, top: float, texts: tuple[str, ...]) -> None:
    for at, text in enumerate(texts):
        canvas.rect(EDGES[at], top - HEIGHT, EDGES[at + 1] - EDGES[at], HEIGHT)
        canvas.drawString(EDGES[at] + 3, top - HEIGHT / 2 - 3, text)


def indicators(reading: Reading) -> dict[str, list[str | None]]:
    return {
        project.project_name: [
            row.indicator_name for row in reading.indicators if row.project_seq == project.project_seq
        ]
        for project in reading.projects
    }


FIRST, SECOND = ["巡护次数", "到位率", "群众满意度"], ["防治面积", "药剂采购", "防治效果", "成灾率", "林农满意度"]


def test_a_page_that_ends_with_a_project() -> None:
    assert indicators(printed(3)) == {"森林防火": FIRST, "虫害防治": SECOND}


def test_a_name_on_the_page_before_goes_on() -> None:
    assert indicators(printed(6)) == {"森林防火": FIRST, "虫害防治": SECOND}


def test_a_first_row_whose_name_stands_on_the_next_page_is_of_that_name() -> None:
    found = printed(4)
    assert indicators(found) == {"森林防火": FIRST, "虫害防治": SECOND}
    assert {row.printed_level1 for row in found.indicators if row.indicator_name == "防治面积"} == {"产出指标"}


def test_a_row_that_begins_with_a_name_takes_no_goal_of_the_next_page() -> None:
    merged = tuple(own for own in MERGED if own[:3] != (3, 0, 3))
    one = (*merged, (3, 0, 1, "无重大火灾"), (3, 1, 3, "无"))
    shorter = tuple(own for own in one if own[1] < 3)
    first = ((1, 3, 4, "林区护路"), (2, 3, 4, "30.00"), (3, 3, 4, ""), (4, 3, 4, "产出指标"), (5, 3, 4, "数量指标"))
    second = (
        (1, 4, 8, "虫害防治"),
        (2, 4, 8, "90.00"),
        (3, 4, 8, "控制虫害"),
        *((at, 4, 8, "满意度指标") for at in (4, 5)),
    )
    found = printed(4, (*shorter, *first, *second))
    assert {row.project_name: row.annual_goal for row in found.projects}["林区护路"] is None


def test_rows_that_go_back_to_the_first_level_are_of_the_name_on_the_next_page() -> None:
    found = printed(5)
    assert indicators(found) == {"森林防火": FIRST, "虫害防治": SECOND}
    assert {row.printed_level1 for row in found.indicators if row.indicator_name in SECOND[:2]} == {"产出指标"}


def of_units(*projects: tuple[int, int, str], unit: tuple[int, int]) -> Merged:
    """Projects, the first of a unit of its own, the others of one printed in rows ``unit``; each with amount and goal."""
    heads = [(1, first, last, name) for first, last, name in projects]
    heads += [(2, first, last, f"{last}.00") for first, last, _ in projects]
    heads += [(3, first, last, f"完成{name}任务") for first, last, name in projects]
    rows = range(projects[-1][1])
    levels = [(4, row, row + 1, "产出指标") for row in rows] + [(5, row, row + 1, "数量指标") for row in rows]
    return ((0, 0, 1, "梅州市林业局本级"), (0, *unit, "梅州市林场"), *heads, *levels)


def units(reading: Reading) -> dict[str, str]:
    named = {row.unit_seq: row.unit_name for row in reading.units}
    return {row.project_name: named[row.unit_seq] for row in reading.projects}


def test_a_unit_printed_on_the_next_page_beside_a_project_that_goes_on() -> None:
    found = printed(4, of_units((0, 1, "防火"), (1, 2, "防虫"), (2, 5, "育苗"), (5, 8, "养护"), unit=(1, 8)))
    own = dict.fromkeys(("防虫", "育苗", "养护"), "梅州市林场")
    assert units(found) == {"防火": "梅州市林业局本级", **own}
    assert "unit_doubtful" not in {row.code for row in found.issues}


def test_a_unit_printed_on_the_next_page_beside_a_new_project_is_in_doubt() -> None:
    found = printed(3, of_units((0, 1, "防火"), (1, 3, "防虫"), (3, 8, "育苗"), unit=(1, 8)))
    assert units(found)["育苗"] == "梅州市林场"
    assert [row.project_seq for row in found.issues if row.code == "unit_doubtful"] == [2]


def test_the_label_of_a_grid_printed_again_above_its_rest_parts_nothing() -> None:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(842, 595), invariant=1)
    edges = (40, 110, 220, 360, 600, 780)
    title = ("项目支出绩效目标表", "（2024年度）")
    head = (("项目名称", "空气监测站运维"), ("主管部门", "梅州市生态环境局"))
    grid = (("数量指标", "运维站点", "≥12个"), ("质量指标", "数据有效率", "≥90%"), ("", "优良天数比例", "≥95%"))

    def cell(column: int, until: int, top: float, height: float, text: str) -> None:
        canvas.rect(edges[column], top - height, edges[until] - edges[column], height)
        if text:
            canvas.drawString(edges[column] + 3, top - height / 2 - 3, text)

    canvas.setFont("STSong-Light", 8)
    for at, text in enumerate(title):
        canvas.drawString(360, 560 - 20 * at, text)
    for row, (label, value) in enumerate(head):
        cell(0, 1, 520 - HEIGHT * row, HEIGHT, label)
        cell(1, 5, 520 - HEIGHT * row, HEIGHT, value)
    top = 520.0 - 2 * HEIGHT
    cell(0, 1, top, 4 * HEIGHT, "绩效指标")
    for column, text in enumerate(("一级指标", "二级指标", "三级指标", "指标值"), start=1):
        cell(column, column + 1, top, HEIGHT, text)
    cell(1, 2, top - HEIGHT, 2 * HEIGHT, "产出指标")
    cell(1, 2, top - 3 * HEIGHT, HEIGHT, "")  # 效益指标 begins here, its label stands on the next page
    for row, texts in enumerate(grid, start=1):
        for column, text in enumerate(texts, start=2):
            cell(column, column + 1, top - HEIGHT * row, HEIGHT, text)
    canvas.showPage()
    canvas.setFont("STSong-Light", 8)
    canvas.drawString(43, 570, "绩效指标")
    cell(0, 1, 560, HEIGHT, "")
    for column, text in enumerate(("效益指标", "生态效益指标", "细颗粒物浓度", "≤21微克"), start=1):
        cell(column, column + 1, 560, HEIGHT, text)
    canvas.save()
    found = read(file.getvalue(), "form.pdf")
    levels = {row.indicator_name: row.printed_level1 for row in found.indicators}
    assert levels == {
        "运维站点": "产出指标",
        "数据有效率": "产出指标",
        "优良天数比例": "效益指标",
        "细颗粒物浓度": "效益指标",
    }
