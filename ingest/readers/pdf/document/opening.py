"""Opening a PDF and its pages in pdfium, and closing them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

from ingest.errors import DocumentRejected
from ingest.readers.pdf.fonts import use_square_font

_END_MARK = b"%%EOF"
_END_WITHIN = 2048


@contextmanager
def opened(data: bytes, is_measured: bool = True) -> Iterator[Any]:
    """The raw document, closed at the end; what is only drawn is not measured, in fonts of the system.

    Raises DocumentRejected (``encrypted``, ``damaged``).
    """
    if _END_MARK not in data[-_END_WITHIN:]:
        raise DocumentRejected("damaged", "the PDF is cut off", expected="%%EOF at its end")
    if is_measured:
        use_square_font()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise DocumentRejected("encrypted", "the PDF is encrypted", expected="a PDF that opens without a password")
        raise DocumentRejected("damaged", "the PDF cannot be opened")
    try:
        if pdfium.FPDF_GetPageCount(document) < 1:
            raise DocumentRejected("damaged", "the PDF has no pages")
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


@contextmanager
def opened_page(document: Any, number: int) -> Iterator[Any]:
    """The raw page ``number`` (from 1), closed at the end. Raises DocumentRejected (``damaged``)."""
    raw = pdfium.FPDF_LoadPage(document, number - 1)
    if not raw:
        raise DocumentRejected("damaged", "the page cannot be loaded", number, 1)
    try:
        yield raw
    finally:
        pdfium.FPDF_ClosePage(raw)
