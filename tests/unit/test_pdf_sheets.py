"""Sheets with two pages side by side, and seals over a table."""

import math
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import lines, printed, table

XS = [20.0, 140.0, 260.0]
SHEET = (600.0, 300.0)


def _page(canvas: Canvas, left: float, top: float, rows: Sequence[tuple[str, str]], folio: str) -> None:
    xs = [left + x for x in XS]
    ys = [top - 20 * number for number in range(len(rows) + 1)]
    table(canvas, xs, ys, {(row, column): text for row, texts in enumerate(rows) for column, text in enumerate(texts)})
    canvas.drawString(left + 130, 15, folio)


def test_a_table_goes_on_in_the_page_beside() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(100, 280, "项目支出绩效目标表")
        _page(canvas, 0, 270, [("项目", "金额"), ("甲", "1.00")], "第1页")
        _page(canvas, 300, 290, [("乙", "2.00"), ("丙", "3.00")], "第2页")

    read = [row for row in lines(printed(draw, size=SHEET)) if len(row) > 1]
    assert read == [["项目", "金额"], ["甲", "1.00"], ["乙", "2.00"], ["丙", "3.00"]]


def test_two_tables_of_one_page_stay_two() -> None:
    def draw(canvas: Canvas) -> None:
        _page(canvas, 0, 270, [("项目", "金额"), ("甲", "1.00")], "")
        _page(canvas, 300, 290, [("人员", "人数"), ("乙", "2"), ("丙", "3")], "")

    read = [row for row in lines(printed(draw, size=SHEET)) if len(row) > 1]
    assert ["项目", "金额"] in read
    assert ["人员", "人数"] in read


def test_the_characters_of_a_seal_stand_in_no_cell() -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, [20, 200, 380], [280, 180, 80], {(0, 0): "项目", (0, 1): "金额", (1, 0): "甲", (1, 1): "12.50"})
        canvas.setFont(FONT, 12)
        for number, sign in enumerate("佛山市水利局财务专用章"):
            angle = 200 - 22 * number
            canvas.saveState()
            canvas.translate(300 + 45 * math.cos(math.radians(angle)), 130 + 45 * math.sin(math.radians(angle)))
            canvas.rotate(angle - 90)
            canvas.drawCentredString(0, 0, sign)
            canvas.restoreState()

    assert [row for row in lines(printed(draw)) if len(row) > 1] == [["项目", "金额"], ["甲", "12.50"]]
