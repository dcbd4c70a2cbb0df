"""Tables without rules whose rows stand as close as the lines of their cells: told by where texts end, or not at all."""

from collections.abc import Sequence

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from ingest.readers.pdf.reader import read_pdf
from ingest.readers.pdf.ruled.broken_rows import OpenRow
from ingest.readers.pdf.ruled.table import TableCell
from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import printed

SIZE, STEP, TOP, LEFT, PADDING = 9.0, 11.5, 500.0, 40.0, 5.4
SIGNS = (12, 8, 9, 7)
"""How many signs fit each column."""
TITLES = ("项目名称", "金额（万元）", "指标", "指标值")
ROWS = (
    ("乡村公路安全生命防护工程建设项目", "1250.40", "新建防护栏里程达到计划", "≥30公里"),
    ("农村饮水工程", "90.00", "供水保证率", "≥95%"),
    ("县级公立医院综合改革补助经费", "318.55", "门诊次均费用增幅低于上年水平", "≤5%"),
    ("古树名木保护", "12.00", "挂牌保护株数", "20株"),
    ("村级文化活动室管理员岗位补贴", "45.60", "开放天数", "≥300天"),
)


def wrapped(text: str, signs: int) -> list[str]:
    """The lines of a cell that holds so many signs; words of digits stay whole."""
    if stringWidth(text, FONT, SIZE) <= signs * SIZE:
        return [text]
    return [text[at : at + signs] for at in range(0, len(text), signs)]


def draw(canvas: Canvas, rows: Sequence[Sequence[str]], signs: Sequence[int], rules: Sequence[int] = ()) -> None:
    """Rows one right below the other, with level rules below the rows of these numbers."""
    canvas.setFont(FONT, SIZE)
    edges = [LEFT]
    for count in signs:
        edges.append(edges[-1] + count * SIZE + 2 * PADDING)
    y = TOP
    for number, row in enumerate(rows):
        cells = [wrapped(text, count) for text, count in zip(row, signs, strict=True)]
        for x, own in zip(edges, cells, strict=False):
            for at, line in enumerate(own):
                canvas.drawString(x + PADDING, y - at * STEP, line)
        y -= max(map(len, cells)) * STEP
        if number in rules:
            canvas.line(edges[0], y + STEP - 2.5, edges[-1], y + STEP - 2.5)


def read(rows: Sequence[Sequence[str]], signs: Sequence[int], rules: Sequence[int] = ()) -> list[list[str]]:
    """The rows of tables that are read of rows so printed."""
    source = read_pdf(printed(lambda canvas: draw(canvas, rows, signs, rules), size=(760, 560)), "tight.pdf")
    return [
        ["".join(source.text[cell.start : cell.end].split()) for cell in line.cells]
        for line in source.lines
        if line.is_row
    ]


@pytest.mark.parametrize("rules", [(), (0,), (0, 2, 4)])
def test_a_text_that_its_cell_has_no_room_for_goes_on_in_the_next_line(rules: Sequence[int]) -> None:
    assert read([TITLES, *ROWS], SIGNS, rules) == [list(TITLES), *map(list, ROWS)]


def test_texts_in_columns_that_any_text_fills_are_no_table() -> None:
    rows = [("项目名称", "指标", "目标值", "得分"), *((name, what, value, "10") for name, _, what, value in ROWS)]
    assert read(rows, (3, 3, 3, 3)) == []


def test_a_row_goes_on_below_one_without_a_cell_in_its_column() -> None:
    above = OpenRow(1, [TableCell(0, 0, "甲", reaches_bottom=True)], [0, 1, 2], 2)
    below = OpenRow(2, [TableCell(0, 1, "其余", begins_at_top=True)], [0, 1, 2], 2)
    assert not above.goes_on(below, is_open=False, is_certain=False)
