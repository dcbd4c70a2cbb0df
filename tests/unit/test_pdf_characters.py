"""What of a PDF is text of its pages: no watermark, nothing invisible, nothing without a meaning; fields and packages."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import reportlab
from PIL import Image
from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import DocumentRejected
from ingest.readers import read_source
from ingest.readers.pdf.reader import read_pdf
from ingest.readers.sniff import sniff
from tests.drawing.render_pdf import FONT
from tests.unit.test_pdf import hello, lines, printed, table

CELLS = {(row, column): f"{row}{column}.50" for row in range(6) for column in range(3)}
XS, YS = [20.0, 120.0, 220.0, 380.0], [280.0 - 30 * row for row in range(7)]
GREY = ImageReader(Image.new("RGB", (40, 30), "grey"))


def across(canvas: Canvas) -> None:
    canvas.setFont(FONT, 60)
    canvas.drawString(60, 150, "草稿")


def pale(canvas: Canvas) -> None:
    canvas.setFont(FONT, 40)
    canvas.setFillColor(Color(0, 0, 0, alpha=0.2))
    canvas.drawString(20, 180, "内部资料")


def tiled(canvas: Canvas) -> None:
    canvas.setFillGray(0.8)
    for x in range(10, 400, 50):
        for y in range(2, 300, 11):
            canvas.drawString(x, y, "样张")


@pytest.mark.parametrize("mark", [across, pale, tiled])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_watermark_stands_apart(mark: Callable[[Canvas], None], is_first: bool) -> None:
    def draw(canvas: Canvas) -> None:
        for step in (mark, body) if is_first else (body, mark):
            canvas.saveState()
            step(canvas)
            canvas.restoreState()

    def body(canvas: Canvas) -> None:
        table(canvas, XS, YS, CELLS)

    rows = lines(printed(draw))
    assert rows[:6] == [[f"{row}{column}.50" for column in range(3)] for row in range(6)]
    assert not any(sign.isdigit() for row in rows[6:] for cell in row for sign in cell)


def test_pale_text_that_stands_across_nothing_is_text() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.7)
        table(canvas, XS, YS, CELLS)

    assert lines(printed(draw))[0] == ["00.50", "01.50", "02.50"]


def invisible(canvas: Canvas) -> None:
    text = canvas.beginText(20, 200)
    text.setTextRenderMode(3)
    text.textLine("总计 720.50")
    canvas.drawText(text)


def test_invisible_text_is_not_read() -> None:
    def draw(canvas: Canvas) -> None:
        hello(canvas)
        invisible(canvas)

    assert lines(printed(draw)) == [["项目支出"]]


def scanned(canvas: Canvas) -> None:
    canvas.drawImage(GREY, 0, 0, 400, 300)
    invisible(canvas)


def covered(canvas: Canvas) -> None:
    table(canvas, XS, YS, CELLS)
    canvas.drawImage(GREY, 0, 0, 400, 300)


@pytest.mark.parametrize("page", [scanned, covered])
def test_a_picture_wins_over_the_text_it_was_made_of(page: Callable[[Canvas], None]) -> None:
    with pytest.raises(DocumentRejected) as rejected:
        read_pdf(printed(hello, page), "scan.pdf")
    assert (rejected.value.code, rejected.value.page) == ("no_text_layer", 2)


def test_a_picture_below_text_or_beside_it_is_none() -> None:
    def below(canvas: Canvas) -> None:
        canvas.drawImage(GREY, 0, 0, 400, 300)
        table(canvas, XS, YS, CELLS)

    def title(canvas: Canvas) -> None:
        canvas.drawString(20, 285, "地图")
        canvas.drawImage(GREY, 0, 0, 400, 270)

    assert lines(printed(below))[0] == ["00.50", "01.50", "02.50"]
    assert lines(printed(title)) == [["地图"]]


def without_meaning(text: str) -> bytes:
    """A page in an embedded font whose file does not say what its signs are."""
    pdfmetrics.registerFont(TTFont("Meaningless", Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(400, 300), invariant=1)
    canvas.setFont("Meaningless", 10)
    canvas.drawString(20, 250, text)
    canvas.showPage()
    canvas.save()
    return re.sub(rb"/ToUnicode \d+ 0 R", lambda found: b" " * len(found[0]), file.getvalue())


def test_characters_without_a_meaning_are_refused_with_the_reason() -> None:
    data = without_meaning("".join(map(chr, range(0xC0, 0xF7))))
    with pytest.raises(DocumentRejected) as rejected:
        read_pdf(data, "meaningless.pdf")
    assert rejected.value.code == "no_text_layer" and "ToUnicode" in rejected.value.message


def filled_in(canvas: Canvas) -> None:
    table(canvas, XS, YS, {(0, 0): "项目名称", (1, 0): "预算"})
    fields = {"height": 16, "width": 80, "borderWidth": 0, "fontSize": 9}
    canvas.acroForm.textfield(value="12.50", x=123, y=226, name="budget", **fields)
    canvas.acroForm.checkbox(checked=True, x=230, y=260, size=14, name="yes")
    canvas.acroForm.checkbox(checked=False, x=230, y=230, size=14, name="no")


def test_what_is_filled_in_stands_in_its_cell() -> None:
    assert lines(printed(filled_in))[:2] == [["项目名称", "", "☑"], ["预算", "12.50", "☐"]]


def package(*files: tuple[str, bytes]) -> bytes:
    """A cover with files attached to it, written by pdfium."""
    import ctypes

    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(printed(hello))
    for name, data in files:
        wide = (name + "\0").encode("utf-16-le")
        buffer = ctypes.cast(ctypes.create_string_buffer(wide), ctypes.POINTER(ctypes.c_ushort))
        attached = pdfium.raw.FPDFDoc_AddAttachment(document.raw, buffer)
        assert pdfium.raw.FPDFAttachment_SetFile(attached, document.raw, data, len(data))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_the_cover_of_a_package_is_the_document_in_it() -> None:
    inner = printed(lambda canvas: table(canvas, XS, YS, CELLS))
    source = read_source(package(("表.pdf", inner)), "package.pdf")
    assert (source.file_name, source.lines[0].is_row) == ("package.pdf", True)
    page = read_source(package(("表.html", "<html><p>名称</p></html>".encode())), "package.pdf")
    assert page.medium == "html"
    with pytest.raises(DocumentRejected) as rejected:
        read_source(package(("表.pdf", inner), ("附.pdf", inner)), "package.pdf")
    assert rejected.value.code == "archive" and "表.pdf、附.pdf" in str(rejected.value)


def test_a_pdf_may_stand_behind_other_bytes() -> None:
    data = b"\r\nContent-Type: application/pdf\r\n\r\n" + printed(hello)
    assert sniff(data) == "pdf"
    assert lines(data) == [["项目支出"]]
    assert sniff("说明：文件以 %PDF-1.7 开头。".encode()) == "text"


def test_signs_written_behind_their_line_in_another_font_stand_in_it() -> None:
    """A processor of words writes the quotes of a line when it has written the rest of it."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(20, 250, "其中")
        canvas.drawString(45, 250, "三公")
        canvas.drawString(70, 250, "经费")
        for x, sign in ((40, "("), (66, ")"), (90, "10.50")):
            canvas.setFont("Helvetica", 10)
            canvas.drawString(x, 250.7, sign)
        canvas.setFont(FONT, 10)
        canvas.drawString(20, 230, "下一行")

    assert lines(printed(draw)) == [["其中(三公)经费10.50"], ["下一行"]]


def marked(size: float, colour: tuple[float, float, float], words: str) -> Callable[[Canvas], None]:
    """A table with a mark before the number of a cell."""

    def draw(canvas: Canvas) -> None:
        table(canvas, XS, YS, CELLS)
        canvas.setFillColorRGB(*colour)
        canvas.setFont(FONT, size)
        canvas.drawString(XS[1] - 1, YS[1] - 12, words)

    return draw


@pytest.mark.parametrize("words", ["2", "已审"])
def test_small_coloured_marks_stand_in_no_cell(words: str) -> None:
    found = lines(printed(marked(5, (0.8, 0, 0), words)))
    assert found[:6] == [[f"{row}{column}.50" for column in range(3)] for row in range(6)]
    assert [words] in found[6:]


@pytest.mark.parametrize(("size", "colour"), [(10, (0.8, 0, 0)), (5, (0, 0, 0))])
def test_large_or_black_text_in_a_cell_is_text(size: float, colour: tuple[float, float, float]) -> None:
    assert len(lines(printed(marked(size, colour, "审")))) == 6


def test_a_small_coloured_table_beside_larger_text_is_text() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 18)
        canvas.drawString(20, 285, "项目支出绩效目标")
        canvas.setFillColorRGB(0, 0, 0.8)
        canvas.setFont(FONT, 9)
        table(canvas, XS, YS, CELLS)

    assert lines(printed(draw))[1] == ["00.50", "01.50", "02.50"]


@pytest.mark.parametrize(("up", "shown"), [(4, "12.50¹²"), (0, "12.5012"), (-3, "12.5012")])
def test_small_digits_above_the_line_are_none_of_the_number(up: float, shown: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, 10)
        canvas.drawString(20, 200, "12.50")
        canvas.setFont(FONT, 6)
        canvas.drawString(20 + stringWidth("12.50", FONT, 10), 200 + up, "12")

    assert lines(printed(draw)) == [[shown]]


@pytest.mark.parametrize("scale", ["2147483648 0 0 1 0 0 cm", "2147483648 2147483648 0 1 0 0 cm"])
def test_numbers_beyond_all_bounds_are_refused(scale: str) -> None:
    def draw(canvas: Canvas) -> None:
        hello(canvas)
        canvas._code += [scale] * 8
        hello(canvas)

    with pytest.raises(DocumentRejected) as rejected:
        read_pdf(printed(draw), "x")
    assert rejected.value.code == "damaged"
