"""Tables of PDF with light rules below their rows or stripes of colour, and no rules between their columns."""

from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.readers.pdf.reader import read_pdf
from tests.unit.test_pdf import Draw, lines, printed

EDGES = (20.0, 100.0, 200.0, 260.0, 330.0, 400.0)
TOP, STEP = 280.0, 24.0
TITLES = ["单位名称", "项目名称", "预算数", "指标", "目标值"]
ROWS = [
    ["某市水利局", "河道清淤", "12.50", "长度", "3公里"],
    ["", "", "", "方量", "9立方"],
    ["", "", "", "合格率", "≥95%"],
    ["某市林业局", "古树名木保护", "8.00", "株数", "40株"],
    ["", "", "", "成活率", "≥98%"],
]


def text(canvas: Canvas, column: int, middle: float, written: Sequence[str]) -> None:
    """Lines in the middle of a cell."""
    for number, line in enumerate(written):
        canvas.drawString(EDGES[column] + 2, middle + 6 * (len(written) - 1) - 12 * number - 4, line)


def listed(rows: Sequence[Sequence[str]], spans: Sequence[tuple[int, int]], titles: Sequence[str] = TITLES) -> Draw:
    """Projects whose names stand in the middle of the rows of ``spans``, with a rule below each row that is not merged."""

    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(0.3)
        top = TOP
        if titles:
            canvas.line(EDGES[0], top, EDGES[-1], top)
            for column, title in enumerate(titles):
                text(canvas, column, top - STEP / 2, [title])
            top -= STEP
        canvas.line(EDGES[0] if titles else EDGES[3], top, EDGES[-1], top)
        for number, own in enumerate(rows):
            for column in (3, 4):
                text(canvas, column, top - STEP * (number + 0.5), [own[column]])
            is_last = any(end == number + 1 for _, end in spans)
            y = top - STEP * (number + 1)
            canvas.line(EDGES[0] if is_last else EDGES[3], y, EDGES[-1], y)
        for first, end in spans:
            for column in range(3):
                name = rows[first][column]
                middle = top - STEP * (first + end) / 2
                text(canvas, column, middle, [name[:5], name[5:]] if len(name) > 5 else [name])

    return draw


def read(*pages: Draw) -> list[list[str]]:
    return [["".join(cell.split()) for cell in row] for row in lines(printed(*pages)) if len(row) > 1]


def test_light_rules_tell_rows_and_merged_cells() -> None:
    page = listed(ROWS, [(0, 3), (3, 5)])
    assert read(page) == [TITLES, *ROWS]
    assert [notice.code for notice in read_pdf(printed(page), "x").notices] == ["columns_assumed"]


def test_the_table_goes_on_without_titles_on_the_next_page() -> None:
    pages = [listed(ROWS[:3], [(0, 3)]), listed(ROWS, [(0, 3), (3, 5)], titles=())]
    assert read(*pages) == [TITLES, *ROWS[:3], *ROWS]


@pytest.mark.parametrize("count", [3, 4])
def test_stripes_tell_rows_whose_texts_are_wrapped(count: int) -> None:
    rows = [[f"第{number}单位", ["清淤及", "养护"], f"{number}.50", "长度", "3公里"] for number in range(count)]

    def draw(canvas: Canvas) -> None:
        for number in range(-1, count):
            if number % 2:
                canvas.setFillGray(0.85)
                canvas.rect(EDGES[0], TOP - STEP * (number + 2), EDGES[-1] - EDGES[0], STEP, stroke=0, fill=1)
                canvas.setFillGray(0)
        for number, own in enumerate([TITLES, *rows]):
            for column, cell in enumerate(own):
                text(canvas, column, TOP - STEP * (number + 0.5), [cell] if isinstance(cell, str) else cell)

    expected = [["".join(cell) for cell in row] for row in rows]
    assert read(draw) == [TITLES, *expected]


def test_three_rules_tell_no_rows() -> None:
    """Titles between two rules, all rows above the third one: lines tell the rows."""

    def draw(canvas: Canvas) -> None:
        for y in (TOP, TOP - STEP, TOP - STEP * 6):
            canvas.line(EDGES[0], y, EDGES[-1], y)
        for number, own in enumerate([TITLES, *([f"第{n}单位", "清淤", f"{n}.50", "长度", "3公里"] for n in range(5))]):
            for column, cell in enumerate(own):
                text(canvas, column, TOP - STEP * (number + 0.5), [cell])

    assert len(read(draw)) == 6


def test_titles_near_each_other_are_two_where_texts_stand_below_both() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(5):
            canvas.line(EDGES[0], TOP - STEP * number, EDGES[-1], TOP - STEP * number)
        for number, own in enumerate([TITLES, *ROWS[:3]]):
            for column, cell in enumerate(own):
                x = {1: 150.0, 2: 194.0}.get(column, EDGES[column] + 2)
                canvas.drawString(x, TOP - STEP * (number + 0.5) - 4, cell)

    assert read(draw)[0] == TITLES
    assert read(draw)[1] == ROWS[0]


def test_a_text_across_columns_tells_none() -> None:
    long = "部门职能：负责全市河道的清淤、养护、巡查与监测工作，保障行洪安全"

    def draw(canvas: Canvas) -> None:
        listed(ROWS[:3], [(0, 3)])(canvas)
        canvas.drawString(EDGES[0] + 2, TOP - STEP * 4.6, long)
        canvas.line(EDGES[0], TOP - STEP * 5, EDGES[-1], TOP - STEP * 5)

    assert any(long in "".join(row) for row in lines(printed(draw)))
