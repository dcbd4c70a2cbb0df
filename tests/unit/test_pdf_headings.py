"""A table over pages of PDF whose heading each page prints again, and merged cells that the end of a page cuts."""

from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.pipeline import read
from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import Draw, lines, printed, table

EDGES = (20.0, 110.0, 200.0, 330.0, 400.0)
SIZE, STEP, TOP, PER_PAGE = 8.0, 16.0, 560.0, 12
TITLE = ("项目支出绩效目标表", "（2024年度）")
Cells = Sequence[tuple[int, int, str]]
"""Texts with the columns in which their cells begin and end."""


def whole(text: str, first: int, last: int) -> tuple[int, int, str]:
    return first, last, text


def form(name: str, goal: str) -> list[Cells]:
    """The rows of a form above its indicators."""
    return [
        [(0, 1, "项目名称"), (1, 2, name), (2, 3, "主管部门"), (3, 4, "佛山市教育局")],
        [(0, 1, "年度资金总额（万元）"), (1, 4, "128.50")],
        [(0, 1, "年度目标"), (1, 4, goal)],
        [(0, 1, "一级指标"), (1, 2, "二级指标"), (2, 3, "三级指标"), (3, 4, "指标值")],
    ]


INDICATORS = [
    *(("产出指标", "数量指标", f"第{number}类设备采购", f"≥{number}台") for number in range(1, 10)),
    *(("效益指标", "社会效益指标", f"第{number}所学校受益", f"≥{number}00人") for number in range(1, 10)),
]
MERGED = ((0, 0, 9), (1, 0, 9), (0, 9, 18), (1, 9, 18))
"""The cells of the grid over several rows: column, first row, row behind the last; each prints its text in its middle."""


def pages_of(head: Sequence[Cells], repeated: slice, titles: int, first: int) -> list[Draw]:
    """A form of two pages, ``first`` indicators on the first one, as a spreadsheet prints it.

    The second page prints the ``repeated`` rows of its head and the first ``titles`` lines above it again.
    """
    return [page(TITLE, head, 0, first), page(TITLE[:titles], head[repeated], first, len(INDICATORS))]


def page(above: Sequence[str], head: Sequence[Cells], low: int, high: int) -> Draw:
    """A page with the indicators from ``low`` up to ``high``."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, SIZE)
        top = TOP
        for text in above:
            canvas.drawString(180, top, text)
            top -= STEP
        for cells in head:
            for begin, end, text in cells:
                canvas.rect(EDGES[begin], top - STEP, EDGES[end] - EDGES[begin], STEP)
                canvas.drawString(EDGES[begin] + 3, top - 11, text)
            top -= STEP
        for row in range(low, high):
            for column in (2, 3):
                y = top - (row - low + 1) * STEP
                canvas.rect(EDGES[column], y, EDGES[column + 1] - EDGES[column], STEP)
                canvas.drawString(EDGES[column] + 3, y + 5, INDICATORS[row][column])
        for cell in MERGED:
            merged(canvas, cell, top + low * STEP, low, high)

    return draw


def merged(canvas: Canvas, cell: tuple[int, int, int], zero: float, low: int, high: int) -> None:
    """The part of a cell in the rows from ``low`` up to ``high``: no rule closes it where it goes on."""
    column, start, end = cell
    begin, stop = max(start, low), min(end, high)
    if begin >= stop:
        return
    left, right, upper, lower = EDGES[column], EDGES[column + 1], zero - begin * STEP, zero - stop * STEP
    canvas.line(left, upper, left, lower)
    canvas.line(right, upper, right, lower)
    for y, is_side in ((upper, begin == start), (lower, stop == end)):
        if is_side:
            canvas.line(left, y, right, y)
    middle = (start + end) / 2
    if low < middle < high:
        canvas.drawString(left + 3, zero - middle * STEP - 3, INDICATORS[start][column])


@pytest.mark.parametrize("first", [5, 10, 14])
@pytest.mark.parametrize(
    ("repeated", "titles"),
    [(slice(0, 0), 0), (slice(0, 0), 2), (slice(0, 1), 0), (slice(0, 1), 2), (slice(0, 4), 2), (slice(3, 4), 0)],
)
def test_a_form_whose_heading_each_page_prints_again_is_one(repeated: slice, titles: int, first: int) -> None:
    drawn = pages_of(form("购置教学设备", "完成设备采购"), repeated, titles, first)
    found = read(printed(*drawn, size=(430, 600)), "form.pdf")
    assert [(row.project_name, row.annual_goal) for row in found.projects] == [("购置教学设备", "完成设备采购")]
    assert [
        (row.printed_level1, row.printed_level2, row.indicator_name, row.annual_target) for row in found.indicators
    ] == INDICATORS
    assert not found.not_understood


def test_two_forms_with_the_same_title_are_two() -> None:
    one = pages_of(form("购置教学设备", "完成设备采购"), slice(0, 1), 2, 12)
    other = pages_of(form("购置教学设备", "更新旧设备"), slice(0, 1), 2, 12)
    found = read(printed(*one, *other, size=(430, 600)), "form.pdf")
    assert [row.annual_goal for row in found.projects] == ["完成设备采购", "更新旧设备"]
    assert len(found.indicators) == 2 * len(INDICATORS)


def test_a_page_that_begins_as_an_earlier_form_of_the_page_before_begins_a_form() -> None:
    """Plans and self-evaluations of the same projects in one file: their first rows are the same."""
    names = ("购置教学设备", "维修校舍")
    goals = ("完成设备采购", "完成校舍维修", "设备采购如期完成", "校舍维修如期完成")
    heads = [form(names[number % 2], goal) for number, goal in enumerate(goals)]
    first = [cells for head in heads[:3] for cells in (*head, *_INDICATOR)]
    drawn = [page(TITLE, first, 0, 0), page((), [*heads[3], *_INDICATOR], 0, 0)]
    found = read(printed(*drawn, size=(430, 600)), "form.pdf")
    assert [(row.project_name, row.annual_goal) for row in found.projects] == [
        (names[number % 2], goal) for number, goal in enumerate(goals)
    ]
    assert [row.project_seq for row in found.indicators] == [1, 2, 3, 4]


_INDICATOR = [[(0, 1, "产出指标"), (1, 2, "数量指标"), (2, 3, "完成数量"), (3, 4, "≥3项")]]

_LIST_EDGES = (20.0, 90.0, 160.0, 220.0, 280.0, 340.0, 410.0)
_LIST_HEAD = ("项目单位", "项目名称", "预算（万元）", "二级指标", "三级指标", "指标值")


def _list_page(running: Sequence[str], title: str, rows: Sequence[Sequence[str]]) -> Draw:
    """A page of a list below its running head; a blank cell of a project that goes on is one of its own."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, SIZE)
        for number, text in enumerate((*running, title)):
            canvas.drawString(180, TOP - STEP * number, text)
        for number, row in enumerate((_LIST_HEAD, *rows), start=len(running) + 1):
            for column, text in enumerate(row):
                left, right = _LIST_EDGES[column : column + 2]
                canvas.rect(left, TOP - STEP * number, right - left, STEP)
                canvas.drawString(left + 3, TOP - STEP * number + 5, text)

    return draw


@pytest.mark.parametrize("running", [(), ("附件5",), ("佛山市教育局2024年部门预算", "附件5")])
def test_a_list_goes_on_below_its_running_head(running: Sequence[str]) -> None:
    first = [
        ("佛山市教育局", "购置设备", "120.00", "数量指标", "购置数量", "≥40台"),
        ("", "", "", "质量指标", "合格率", "≥98%"),
    ]
    second = [
        ("", "", "", "满意度指标", "满意度", "≥90%"),
        ("佛山市教育局", "维修校舍", "80.00", "数量指标", "维修面积", "≥600平方米"),
    ]
    title = "佛山市教育局2024年项目支出绩效目标表"
    drawn = [_list_page(running, title, first), _list_page(running, "", second)]
    found = read(printed(*drawn, size=(430, 600)), "list.pdf")
    assert [(row.project_seq, row.indicator_name, row.annual_target) for row in found.indicators] == [
        (1, "购置数量", "≥40台"),
        (1, "合格率", "≥98%"),
        (1, "满意度", "≥90%"),
        (2, "维修面积", "≥600平方米"),
    ]
    assert not [row for row in found.not_understood if row.page > 1]


def test_a_blank_cell_that_rules_close_takes_no_text_of_the_next_page() -> None:
    def plain(rows: Sequence[Sequence[str]]) -> Draw:
        def draw(canvas: Canvas) -> None:
            for number, row in enumerate(rows):
                for column, text in enumerate(row):
                    canvas.rect(20 + 90 * column, 250 - 20 * number, 90, 20)
                    canvas.drawString(23 + 90 * column, 256 - 20 * number, text)

        return draw

    first, second = [["单位", "金额"], ["甲单位", "10.00"], ["", "20.00"]], [["乙单位", "30.00"]]
    assert lines(printed(plain(first), plain(second))) == [*first, *second]


GOAL = ["完成全部清淤", "任务并保障行", "洪安全。"]


@pytest.mark.parametrize(
    ("above", "below"),
    [(0, 0), (1, 0), (2, 0), (1, 1), (2, 2), (2, 1), (3, 2)],
    ids=["next page", "one cut", "two cut", "halves", "rest", "cut through", "last cut through"],
)
@pytest.mark.parametrize("is_named_twice", [False, True])
def test_an_open_merged_cell_is_one_whichever_page_prints_its_lines(
    above: int, below: int, is_named_twice: bool
) -> None:
    """The end of the page cuts through its lines, which both pages print then; names stand on the next one, or on both."""
    xs = [20.0, 90.0, 140.0, 220.0, 300.0, 380.0]

    def rows(canvas: Canvas, top: float, texts: Sequence[tuple[str, str]]) -> None:
        for number, own in enumerate(texts):
            edges = [top - STEP * number, top - STEP * (number + 1)]
            table(canvas, xs[3:], edges, {(0, at): text for at, text in enumerate(own)})
        for x in xs[:4]:
            canvas.line(x, top, x, top - STEP * len(texts))

    def named(canvas: Canvas, y: float) -> None:
        for x, text in ((23, "河道清淤"), (93, "12.50")):
            canvas.drawString(x, y, text)

    def first(canvas: Canvas) -> None:
        titles = ("名称", "金额", "目标", "指标", "目标值")
        table(canvas, xs, [96, 80], {(0, at): text for at, text in enumerate(titles)})
        rows(canvas, 80, [("长度", "3公里"), ("方量", "9立方"), ("株数", "5株")])
        for number, text in enumerate(GOAL[:above]):
            canvas.drawString(143, 31 + 12 * (above - 1 - number), text)
        if is_named_twice:
            named(canvas, 31)

    def second(canvas: Canvas) -> None:
        rows(canvas, 280, [("合格率", "95%"), ("满意度", "90%"), ("次数", "8次")])
        canvas.line(20, 232, 220, 232)
        named(canvas, 272)
        for number, text in enumerate(GOAL[below:]):
            canvas.drawString(143, 272 - 12 * number, text)

    found = [row for row in lines(printed(first, second)) if any(row)]
    assert found[1] == ["河道清淤", "12.50", "\v".join(GOAL), "长度", "3公里"]
    assert [row[:3] for row in found[2:]] == [["", "", ""]] * 5
