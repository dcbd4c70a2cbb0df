"""Files attached to a PDF; a PDF that is the cover of a package holds its document there."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from ingest.errors import DocumentRejected
from ingest.readers.pdf.document.opening import opened, opened_page

# A cover asks for a viewer that opens packages; it has few pages and words.
_PAGES_OF_A_COVER = 2
_WORDS_OF_A_COVER = 400
_MOST_NAMED = 5
_LARGEST = 256 * 2**20


def attachments(document: Any) -> Iterator[tuple[str, Any]]:
    """The name and the handle of each file attached to a raw document."""
    for index in range(max(pdfium.FPDFDoc_GetAttachmentCount(document), 0)):
        attached = pdfium.FPDFDoc_GetAttachment(document, index)
        if attached:
            yield _name(attached) or f"file {index + 1}", attached


def packed_document(data: bytes) -> bytes | None:
    """The bytes of the one file that a PDF is the cover of; None for a PDF that is a document itself.

    Raises DocumentRejected (``archive``) where it is the cover of several.
    """
    with opened(data, is_measured=False) as document:  # also where pages are drawn, in true fonts
        files = list(attachments(document))
        if not files or not _is_cover(document):
            return None
        if len(files) > 1:
            names = "、".join(name for name, _ in files[:_MOST_NAMED])
            message = "the PDF is a package of files: save them and put them into the documents folder"
            raise DocumentRejected("archive", message, expected="a document", found=f"{len(files)} files: {names}")
        return _content(files[0][1])


def _is_cover(document: Any) -> bool:
    count = pdfium.FPDF_GetPageCount(document)
    if count > _PAGES_OF_A_COVER:
        return False
    characters = 0
    for number in range(1, count + 1):
        with opened_page(document, number) as raw:
            text_page = pdfium.FPDFText_LoadPage(raw)
            characters += max(pdfium.FPDFText_CountChars(text_page), 0) if text_page else 0
            if text_page:
                pdfium.FPDFText_ClosePage(text_page)
    return characters <= _WORDS_OF_A_COVER


def _name(attached: Any) -> str:
    length = pdfium.FPDFAttachment_GetName(attached, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAttachment_GetName(attached, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _content(attached: Any) -> bytes | None:
    length = ctypes.c_ulong()
    if not pdfium.FPDFAttachment_GetFile(attached, None, 0, length) or not 0 < length.value <= _LARGEST:
        return None
    buffer = ctypes.create_string_buffer(length.value)
    pdfium.FPDFAttachment_GetFile(attached, buffer, length.value, length)
    return buffer.raw
