"""What the PDF reader makes of ruled pages: merged cells, open frames, boxes on turned pages; what it refuses."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import DocumentRejected
from ingest.readers.pdf.reader import read_pdf
from ingest.source.blocks import Source
from tests.drawing.render_pdf import FONT

Draw = Callable[[Canvas], None]


def printed(*pages: Draw, encrypt: StandardEncryption | None = None, size: tuple[float, float] = (400, 300)) -> bytes:
    """A PDF of these pages."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1, encrypt=encrypt)
    for draw in pages:
        canvas.setFont(FONT, 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def table(canvas: Canvas, xs: list[float], ys: list[float], texts: dict[tuple[int, int], str]) -> None:
    """A grid of rules at ``xs`` and ``ys`` (from the top down) with texts by row and column."""
    canvas.grid(xs, ys)
    for (row, column), text in texts.items():
        canvas.drawString(xs[column] + 3, ys[row] - 12, text)


def lines(data: bytes) -> list[list[str]]:
    """The cells of every line."""
    source = read_pdf(data, "printed.pdf")
    return [[source.text[cell.start : cell.end] for cell in line.cells] for line in source.lines]


def refusal(data: bytes) -> str:
    with pytest.raises(DocumentRejected) as rejected:
        read_pdf(data, "printed.pdf")
    return rejected.value.code


def hello(canvas: Canvas) -> None:
    canvas.drawString(20, 20, "项目支出")


def test_refuses_what_it_cannot_read() -> None:
    whole = printed(hello)
    assert lines(whole) == [["项目支出"]]
    assert refusal(printed(hello, encrypt=StandardEncryption("secret"))) == "encrypted"
    assert lines(printed(hello, encrypt=StandardEncryption("", ownerPassword="owner"))) == [["项目支出"]]
    assert {refusal(whole[:length]) for length in range(8, len(whole) - 4, 97)} == {"damaged"}
    assert refusal(b"%PDF-1.7\nnothing\n%%EOF\n") == "damaged"
    assert refusal(printed(lambda canvas: None)) == "no_text_layer"


def test_a_scanned_page_is_refused_even_among_others() -> None:
    from PIL import Image

    image = ImageReader(Image.new("RGB", (40, 30), "grey"))

    def scan(canvas: Canvas) -> None:
        canvas.drawImage(image, 0, 0, 400, 300)

    with pytest.raises(DocumentRejected) as rejected:
        read_pdf(printed(hello, scan), "scan.pdf")
    assert (rejected.value.code, rejected.value.page) == ("no_text_layer", 2)


def test_merged_cells_stand_once_in_their_upper_left_slot() -> None:
    def draw(canvas: Canvas) -> None:
        for x0, y0, x1, y1 in ((20, 200, 120, 260), (120, 240, 320, 260), (120, 200, 220, 240), (220, 220, 320, 240)):
            canvas.rect(x0, y0, x1 - x0, y1 - y0)
        canvas.rect(220, 200, 100, 20)
        for x, y, text in (
            (30, 225, "产出"),
            (130, 245, "目标"),
            (130, 215, "数量"),
            (230, 225, "甲"),
            (230, 205, "乙"),
        ):
            canvas.drawString(x, y, text)

    assert lines(printed(draw)) == [["产出", "目标", ""], ["", "数量", "甲"], ["", "", "乙"]]


def test_rules_across_close_a_table_without_sides() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (200, 220, 240):
            canvas.line(20, y, 320, y)
        canvas.line(120, 200, 120, 240)
        canvas.line(220, 200, 220, 240)
        for x, text in ((30, "名称"), (130, "1.00"), (230, "2.00")):
            canvas.drawString(x, 205, text)

    assert lines(printed(draw)) == [["", "", ""], ["名称", "1.00", "2.00"]]


def test_headings_and_tables_stand_in_reading_order() -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, [20, 120, 320], [140, 120, 100], {(0, 0): "丙", (1, 1): "丁"})
        canvas.drawString(20, 160, "下表")
        table(canvas, [20, 220, 320], [240, 220, 200], {(0, 0): "甲", (1, 1): "乙"})
        canvas.drawString(20, 260, "上表")
        canvas.drawString(200, 260, "单位：万元")

    above = [["上表 单位：万元"], ["甲", ""], ["", "乙"]]
    assert lines(printed(draw)) == [*above, ["下表"], ["丙", ""], ["", "丁"]]


def test_a_page_number_inside_a_table_is_a_line_of_its_own() -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, [20, 120, 320], [60, 40, 5], {(0, 0): "甲", (1, 1): "乙"})
        canvas.drawString(150, 8, "- 3 -")

    assert lines(printed(draw)) == [["甲", ""], ["", "乙"], ["- 3 -"]]


def test_columns_of_a_table_that_goes_on_keep_their_places() -> None:
    def first(canvas: Canvas) -> None:
        table(canvas, [20, 120, 220, 320], [80, 60, 40], {(0, 0): "名称", (0, 1): "总计", (0, 2): "其他"})
        canvas.drawString(180, 10, "第1页")

    def second(canvas: Canvas) -> None:
        table(canvas, [20, 220, 320], [280, 260, 240], {(0, 0): "合计", (0, 1): "5.00"})

    rows = [row for row in lines(printed(first, second)) if any(row)]
    assert rows == [["名称", "总计", "其他"], ["第1页"], ["合计", "", "5.00"]]


def test_a_text_broken_by_the_end_of_a_page_is_one_cell() -> None:
    def first(canvas: Canvas) -> None:
        table(
            canvas, [20, 120, 176], [80, 60, 30], {(0, 0): "名称", (0, 1): "目标", (1, 0): "经费", (1, 1): "保障机关"}
        )
        canvas.drawString(123, 36, "工作的正")

    def second(canvas: Canvas) -> None:
        table(canvas, [20, 120, 176], [280, 260, 240], {(0, 1): "常开展。", (1, 0): "合计"})

    expected = [["名称", "目标"], ["经费", "保障机关\v工作的正\v常开展。"], ["合计", ""]]
    assert lines(printed(first, second)) == expected


def test_a_drawing_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([5.5 * number for number in range(600)], [5.5 * number for number in range(600)])
        canvas.drawString(23, 25, "图")

    assert lines(printed(draw, size=(3300, 3300))) == [["图"]]


def test_slanted_text_stands_apart() -> None:
    def draw(canvas: Canvas) -> None:
        table(canvas, [20, 120, 320], [240, 220, 100], {(0, 0): "甲", (1, 1): "乙乙乙"})
        canvas.translate(140, 120)
        canvas.rotate(30)
        canvas.drawString(0, 0, "草稿")

    cells = lines(printed(draw))
    assert cells[:2] == [["甲", ""], ["", "乙乙乙"]]
    assert "".join(cell for row in cells[2:] for cell in row) == "草稿"


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_boxes_are_those_of_the_displayed_page(turns: int, rotation: int) -> None:
    """Content turned left by ``turns`` quarters on a page shown turned right by ``rotation`` degrees."""

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(rotation)
        canvas.translate(200, 200)
        canvas.rotate(90 * turns)
        table(canvas, [10, 60, 160], [110, 80, 30], {(0, 0): "甲", (1, 1): "乙"})

    source = read_pdf(printed(draw, size=(400, 400)), "turned.pdf")
    assert [text for line in source.lines for cell in line.cells if (text := source.text[cell.start : cell.end])] == [
        "甲",
        "乙",
    ]
    corners = [turned(x, y, turns - rotation // 90) for x, y in ((13, 107), (23, 97))]
    xs, ys = sorted(200 + x for x, _ in corners), sorted(200 - y for _, y in corners)
    assert source.marks[0].box[:4] == pytest.approx((xs[0], ys[0], xs[1], ys[1]), abs=3)


def test_each_line_of_a_cell_has_its_box_and_page() -> None:
    def first(canvas: Canvas) -> None:
        table(canvas, [20, 120, 320], [260, 240, 20], {(0, 0): "名称", (0, 1): "绩效目标", (1, 0): "工作经费"})
        for line in range(10):
            canvas.drawString(123, 225 - 21.8 * line, "目标" * 9)

    def second(canvas: Canvas) -> None:
        table(canvas, [20, 120, 320], [260, 200], {(0, 1): "末行"})

    source = read_pdf(printed(first, second), "long.pdf")
    marks = {source.text[slice(*mark.span)]: mark for mark in source.marks}
    goal = [mark for mark in source.marks if source.text[slice(*mark.span)] == "目标" * 9]
    tops = [mark.box.y0 for mark in goal]
    assert tops == sorted(tops) and len(set(tops)) == 10
    assert all(0 < mark.box.y1 - mark.box.y0 < 16 for mark in source.marks)
    last = marks["末行"]
    assert (last.page, last.span.start) == (2, goal[-1].span.end + 1)
    assert 30 < last.box.y0 < last.box.y1 < 60


def turned(x: float, y: float, quarters: int) -> tuple[float, float]:
    """A point turned left about the origin."""
    for _ in range(quarters % 4):
        x, y = -y, x
    return x, y


def test_the_digest_and_the_pages_are_the_files() -> None:
    source: Source = read_pdf(printed(hello, hello, hello), str(Path("a") / "b.pdf"))
    assert (source.file_name, source.pages, source.medium) == ("a/b.pdf", 3, "pdf")
