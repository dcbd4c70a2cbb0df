"""The text layer of a scan is compared with what its picture shows: the picture counts, a difference is told."""

import io
from collections.abc import Mapping, Sequence

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.readers.pdf.document.layer import text_layer
from ingest.readers.scan.layer import DIFFERS, compared
from ingest.source.blocks import Box, Cell, Notice, Row, Source, assemble
from tests.drawing.render_pdf import FONT

HIGH, WIDE, SIZE = 800.0, 600.0, 12.0
TABLE = [["项目名称", "总计（万元）"], ["工作经费", "1,234.50"], ["2、修缮工程", "20.00"], ["合计", "1,254.50"]]


def recognised(rows: Sequence[Sequence[str]]) -> Source:
    """What was read of the picture of a page."""
    return assemble(
        "scan.pdf",
        "0",
        "scan",
        "ocr",
        [Row(1, [Cell(text, lines=[box(r, c, text)]) for c, text in enumerate(row)]) for r, row in enumerate(rows)],
    )


def box(row: int, column: int, text: str) -> Box:
    left, top = 50 + 250.0 * column, 50 + 30.0 * row
    return Box(left, top, left + SIZE * len(text), top + SIZE, 0.99)


def layered(rows: Mapping[tuple[int, int], str], rotation: int = 0) -> bytes:
    """A PDF of a grey picture with an invisible text layer."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(HIGH, WIDE) if rotation % 180 else (WIDE, HIGH))  # reportlab swaps them
    canvas.setPageRotation(rotation)
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 220)), 0, 0, WIDE, HIGH)
    for (row, column), text in rows.items():
        written = canvas.beginText(50 + 250 * column, HIGH - 50 - 30 * row - SIZE + 2)
        written.setFont(FONT, SIZE)
        written.setTextRenderMode(3)
        written.textLine(text)
        canvas.drawText(written)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def layer_of(rows: Sequence[Sequence[str]], **changed: str) -> bytes:
    """The layer that says what the picture shows, but for some cells (``r1c1="..."``)."""
    cells = {(r, c): changed.get(f"r{r}c{c}", text) for r, row in enumerate(rows) for c, text in enumerate(row)}
    return layered(cells)


def told(data: bytes, rows: Sequence[Sequence[str]] = TABLE) -> Sequence[Notice]:
    return compared(recognised(rows), text_layer(data)).notices


def test_a_layer_that_says_the_same_is_no_issue() -> None:
    assert told(layer_of(TABLE)) == ()
    assert told(layer_of(TABLE, r1c1="1234.50", r2c0="２．修善工程")) == ()


@pytest.mark.parametrize("says", ["1,284.50", "12,34.60", "1.234.50", "234.50", "一千"])
def test_a_number_that_differs_is_told_where_it_stands(says: str) -> None:
    source = compared(recognised(TABLE), text_layer(layer_of(TABLE, r1c1=says)))
    (notice,) = source.notices
    assert (notice.code, notice.printed) == (DIFFERS, "1,234.50")
    assert f"says {says};" in notice.message
    assert notice.span is not None
    assert source.text[slice(*notice.span)] == "1,234.50"


def test_a_layer_of_another_document_is_told_once() -> None:
    (notice,) = told(layer_of(TABLE, r1c1="7", r2c0="9、修缮工程", r2c1="8", r3c1="15"))
    assert notice.span is None
    assert "4 lines of page 1" in notice.message


def test_what_was_not_recognised_is_told() -> None:
    (notice,) = told(
        layered({(r, c): t for r, row in enumerate(TABLE) for c, t in enumerate(row)} | {(6, 0): "附：30"})
    )
    assert (notice.code, notice.printed, notice.span) == (DIFFERS, "附：30", None)
    assert told(layered({(6, 0): "一"})) == ()


def test_a_scan_without_a_layer_is_no_issue() -> None:
    assert text_layer(layered({})) == {}
    assert told(layered({})) == ()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_layer_stands_as_the_page_is_displayed(rotation: int) -> None:
    lines = text_layer(layered({(0, 0): "1,234.50"}, rotation))[1]
    (_, x0, y0, *_), *_ = lines[0]
    places = {0: (50, 50), 90: (HIGH - 62, 50), 180: (WIDE - 56, HIGH - 62), 270: (50, WIDE - 56)}
    assert (x0, y0) == pytest.approx(places[rotation], abs=8)
