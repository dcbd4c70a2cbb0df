"""A table that is a picture in a Word document or a workbook is read as the picture says."""

import hashlib
import io
from random import Random

import pytest
import xlsxwriter
from docx import Document as new_document
from PIL import Image

from ingest.pipeline import read
from tests.drawing.draw import Limits
from tests.drawing.expected import observed
from tests.drawing.render_scan import as_image, render_scan
from tests.drawing.strategies import drawn
from tests.optional.scan.test_scans import folded
from tests.properties.laws import broken_laws


def in_word(pages: list[Image.Image], heading: str) -> bytes:
    word, out = new_document(), io.BytesIO()
    if heading:
        word.add_paragraph(heading)
    for page in pages:
        word.add_picture(io.BytesIO(as_image(page, "PNG")))
    word.save(out)
    return out.getvalue()


def in_excel(pages: list[Image.Image], heading: str) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        if heading:
            sheet.write(0, 0, heading)
        for number, page in enumerate(pages):
            sheet.insert_image(3 + 60 * number, 0, "p.png", {"image_data": io.BytesIO(as_image(page, "PNG"))})
    return out.getvalue()


@pytest.mark.parametrize("heading", ["", "附件 预算信息公开"])
@pytest.mark.parametrize(("medium", "put"), [("docx", in_word), ("xlsx", in_excel)])
def test_a_table_that_is_a_picture_is_recognised(medium: str, put, heading: str) -> None:  # type: ignore[no-untyped-def]
    printed = drawn(5, "approval", Limits(1, 1, 1))
    data = put(render_scan(printed.text, Random(5)), heading)
    reading = read(data, f"a.{medium}")
    assert folded(observed(reading)) == folded(printed.truth)
    assert broken_laws(reading) == []
    assert (reading.document.medium, reading.document.encoding) == (medium, "ocr")
    assert reading.document.sha256 == hashlib.sha256(data).hexdigest()
    assert all(0 < box.confidence <= 1 for box in reading.text_boxes)
