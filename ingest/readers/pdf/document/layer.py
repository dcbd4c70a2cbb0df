"""The text layer of a scanned PDF: what a scanner or another program took its pictures to say."""

from collections.abc import Mapping, Sequence

import pypdfium2.raw as pdfium

from ingest.readers.pdf.document.opening import opened, opened_page
from ingest.readers.pdf.lines import TextLine, printed_lines
from ingest.readers.pdf.page import Glyph, Page, read_page


def text_layer(data: bytes) -> Mapping[int, Sequence[TextLine]]:
    """The lines of characters, seen or not, of each page (from 1) as they were written, as the page is displayed.

    A page whose characters have no meaning is left out. Raises DocumentRejected as `opened` and `opened_page` do.
    """
    found: dict[int, Sequence[TextLine]] = {}
    with opened(data) as document:
        for number in range(1, pdfium.FPDF_GetPageCount(document) + 1):
            with opened_page(document, number) as raw:
                page = read_page(raw)
            lines = [] if page.is_meaningless else printed_lines([*page.invisible, *page.glyphs])
            if lines:
                found[number] = [TextLine(_displayed(glyph, page) for glyph in line) for line in lines]
    return found


def _displayed(glyph: Glyph, page: Page) -> Glyph:
    x0, y0, x1, y1, _ = page.displayed(*glyph[1:])
    return glyph[0], x0, y0, x1, y1
