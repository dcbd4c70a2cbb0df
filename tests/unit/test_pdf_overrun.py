"""Texts of a sheet that are higher than their row and printed over the rows above and below."""

from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.readers.pdf.reader import read_pdf
from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import lines, printed, table

XS, STEP, TOP, PITCH = [20.0, 80.0, 200.0, 260.0], 14.0, 280.0, 12.0
LONG = "各类检测报告提交的及时"
PARTS = {2: [LONG, "率及合格率"], 3: [LONG, "率并且全部通过主管部门", "复核"], 4: [LONG, LONG, LONG, "率"]}


def sheet(rows: Sequence[tuple[str, Sequence[str], str]], order: str = "cells") -> bytes:
    """A sheet whose texts stand in the middle of their row, however high; those of several lines are written last."""

    def draw(canvas: Canvas) -> None:
        table(canvas, XS, [TOP - STEP * row for row in range(len(rows) + 1)], {})
        written = [
            (row, at, [text] if isinstance(text, str) else text)
            for row, own in enumerate(rows)
            for at, text in enumerate(own)
        ]
        if order == "columns":
            written.sort(key=lambda one: one[1])
        if order == "middle last":
            written.sort(key=lambda one: one[1] == 1)
        for row, at, texts in sorted(written, key=lambda one: len(one[2]) > 1):
            middle = TOP - STEP * (row + 0.5) + PITCH * (len(texts) - 1) / 2
            for number, text in enumerate(texts):
                canvas.drawString(XS[at] + 2, middle - PITCH * number - 4, text)

    return printed(draw)


@pytest.mark.parametrize("neighbours", ["短", ""])
@pytest.mark.parametrize("high", [2, 4])
def test_a_text_over_its_row_is_read_in_it_and_said(high: int, neighbours: str) -> None:
    rows = [("甲", [neighbours], "1.00"), ("乙", PARTS[high], "2.00"), ("丙", [neighbours], "3.00")]
    rows = [("名称", ["内容"], "数量"), ("零", ["有"], "0.00"), *rows, ("丁", ["有"], "4.00"), ("戊", ["有"], "5.00")]
    source = read_pdf(sheet(rows), "x")
    assert lines(sheet(rows)) == [[name, "\v".join(texts), number] for name, texts, number in rows]
    assert [(notice.code, notice.printed) for notice in source.notices] == [("text_cut", "\n".join(PARTS[high]))]


def test_texts_over_one_another_are_told_by_the_order_in_which_they_were_written() -> None:
    rows = [
        ("甲", ["短"], "1.00"),
        ("乙", PARTS[3], "2.00"),
        ("丙", PARTS[3], "3.00"),
        ("丁", PARTS[2], "4.00"),
        ("戊", ["短"], "5.00"),
    ]
    assert lines(sheet(rows)) == [[name, "\v".join(texts), number] for name, texts, number in rows]


@pytest.mark.parametrize("order", ["cells", "columns"])
def test_lines_that_each_have_a_row_stay_in_it(order: str) -> None:
    rows = [(f"第{number}项", [f"内容{number}"], f"{number}.00") for number in range(9)]
    assert lines(sheet(rows, order)) == [[name, *texts, number] for name, texts, number in rows]
    assert read_pdf(sheet(rows, order), "x").notices == ()


@pytest.mark.parametrize("count", [3, 5])
def test_lines_written_behind_what_stands_on_both_sides_of_them_stay_in_their_rows(count: int) -> None:
    rows = [(f"第{number}项", [f"内容{number}"], f"{number}.00") for number in range(count)]
    rows += [("", [""], ""), ("另", PARTS[2], "9.00"), ("", [""], "")]
    assert lines(sheet(rows, "middle last")) == [[name, "\v".join(texts), number] for name, texts, number in rows]


def test_texts_of_two_cells_over_one_another_are_said_where_nothing_tells_them_apart() -> None:
    def draw(canvas: Canvas) -> None:
        table(
            canvas,
            XS,
            [TOP - 20 * row for row in range(4)],
            {(0, 0): "甲", (1, 0): "乙", (2, 0): "丙", (1, 1): "1234567.50"},
        )
        canvas.drawString(XS[1] + 8, TOP - 32, "9876543.75")

    said = [notice.message for notice in read_pdf(printed(draw), "x").notices]
    assert said == ["texts are printed over one another here, so that which is which is not certain"]


def test_a_number_that_a_narrow_column_prints_as_signs_is_said() -> None:
    rows = [("甲", ["短"], "####"), ("乙", ["#"], "2.00")]
    said = [(notice.code, notice.printed) for notice in read_pdf(sheet(rows), "x").notices]
    assert said == [("text_cut", "####")]


def test_a_line_level_with_that_of_a_cell_on_its_left_written_next_is_told_from_it() -> None:
    """A last line and the first one of the next text are level, and pdfium gives them from left to right."""
    left, right = [LONG, "率"], ["评价报告", "按时提交"]

    def draw(canvas: Canvas) -> None:
        table(canvas, XS, [TOP - STEP * row for row in range(6)], {})
        for row, texts in enumerate([("名称", "内容", "说明"), ("甲", "", ""), ("乙", "短", ""), ("丙", "", "短")]):
            for x, text in zip(XS, texts, strict=False):
                canvas.drawString(x + 2, TOP - STEP * (row + 0.5) - 4, text)
        for row, x, texts in ((2, XS[2], right), (3, XS[1], left)):
            for number, text in enumerate(texts):
                canvas.drawString(x + 2, TOP - STEP * (row + 0.5) + STEP * (0.5 - number) - 4, text)

    found = lines(printed(draw))
    assert ["乙", "短", "\v".join(right)] in found
    assert ["丙", "\v".join(left), "短"] in found


def test_lines_of_rows_almost_level_are_told_by_the_order_in_which_they_were_written() -> None:
    """Rows a point lower than two lines: each text ends a point above where that of the next row begins."""
    names = [
        ("重大动物疫情发生", "起数"),
        ("病死畜无害化处理", "率"),
        ("应免畜禽免疫密度", "值"),
        ("村级防疫员每人每", "年补助"),
    ]
    xs, high, pitch = [20.0, 80.0, 182.0, 300.0], 15.0, 16.0

    def draw(canvas: Canvas) -> None:
        tops = [TOP - high * row for row in range(len(names) + 3)]
        table(canvas, xs, tops, {})
        canvas.setFont(FONT, 11)
        for row, top in enumerate(tops[:-1]):
            canvas.drawString(xs[0] + 2, top - 11, f"{row}")
            canvas.drawCentredString((xs[2] + xs[3]) / 2, top - 11, f"{row}0起")
            if not 0 < row <= len(names):
                canvas.drawCentredString((xs[1] + xs[2]) / 2, top - 11, "内容")
        for top, texts in zip(tops[1:], names, strict=False):
            for number, text in enumerate(texts):
                canvas.drawCentredString((xs[1] + xs[2]) / 2, top - high / 2 + pitch / 2 - pitch * number - 4, text)

    found = [
        ["0", "内容", "00起"],
        *([str(n), "\v".join(two), f"{n}0起"] for n, two in enumerate(names, 1)),
        ["5", "内容", "50起"],
    ]
    assert lines(printed(draw)) == found
