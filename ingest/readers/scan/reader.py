"""Scanned PDF and images: read by character recognition, which is an extra of this package."""

import hashlib
from importlib.util import find_spec

from ingest.errors import DocumentRejected
from ingest.source.blocks import Source, assemble

_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")


NOT_INSTALLED = "ocr_not_installed"
"""The code of a rejection for want of the extra: such a document is read again once it is there."""


def is_installed() -> bool:
    """True where the extra is installed."""
    return find_spec("rapidocr") is not None


def is_image(data: bytes) -> bool:
    """True for bytes that begin as a PNG, JPEG or TIFF does."""
    return data.startswith(_IMAGES)


def read_scan(data: bytes, file_name: str) -> Source:
    """A scanned PDF, PNG, JPEG or TIFF as a `Source` (medium ``scan``, encoding ``ocr``).

    Each line of text has its box, and how sure its least sure character is. Raises DocumentRejected
    (``ocr_not_installed``, ``encrypted``, ``damaged``, ``too_large``, ``no_text``).
    """
    if not is_installed():
        message = "the document is an image; install character recognition: make ocr"
        raise DocumentRejected(NOT_INSTALLED, message, expected="jixiao[ocr]")
    from ingest.readers.scan.page import page_images
    from ingest.readers.scan.rows import page_rows

    rows = [row for page in page_images(data) for row in page_rows(page)]
    if not rows:
        raise DocumentRejected("no_text", "no text can be recognised", 1, 1)
    return assemble(file_name, hashlib.sha256(data).hexdigest(), "scan", "ocr", rows)
