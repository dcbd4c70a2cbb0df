"""Bytes to pictures of pages, in grey and small; run by `jixiao.dashboard.pictures` in a sandboxed process."""

from collections.abc import Collection, Iterator
from io import BytesIO
from typing import NamedTuple

import pypdfium2 as pdfium
from PIL import Image

from ingest.readers.pdf.document.attachments import packed_document
from ingest.readers.scan.frames import LONG_SIDE, frames
from ingest.readers.scan.reader import is_image
from ingest.readers.sniff import sniff
from jixiao.dashboard.drawn_pages import ofd_as_pdf

_SCALE = 1.5
"""Pixels a point: a page at its size on a screen."""
_MOST_PIXELS = 4_000_000
_GREYS = 16
_QUALITY = 40


class Picture(NamedTuple):
    """A page, counted from 1: its size in points, and the picture as WebP."""

    page: int
    width: float
    height: float
    data: bytes


def draw(data: bytes, pages: Collection[int]) -> Iterator[Picture]:
    """The pictures of ``pages`` of a PDF, OFD, PNG, JPEG or TIFF. Raises PdfiumError and DocumentRejected.

    Those of an OFD show its characters and rules alone.
    """
    if is_image(data):
        yield from _image_pages(data, pages)
    else:
        yield from _pdf_pages(ofd_as_pdf(data) if sniff(data) == "ofd" else data, pages)


def _image_pages(data: bytes, pages: Collection[int]) -> Iterator[Picture]:
    for page, image in enumerate(frames(data), start=1):
        if page in pages:
            pixels = max(image.size) / LONG_SIDE
            width, height = (side / pixels for side in image.size)
            image.thumbnail([side * _scale(width, height) for side in (width, height)])
            yield Picture(page, width, height, _packed(image))


def _pdf_pages(data: bytes, pages: Collection[int]) -> Iterator[Picture]:
    with pdfium.PdfDocument(packed_document(data) or data) as document:
        document.init_forms()
        for number in sorted(pages):
            page = document[number - 1]
            width, height = page.get_size()
            bitmap = page.render(scale=_scale(width, height), grayscale=True)
            yield Picture(number, width, height, _packed(bitmap.to_pil()))


def _scale(width: float, height: float) -> float:
    """Pixels a point for a page of this size in points; fewer for a poster."""
    return float(min(_SCALE, (_MOST_PIXELS / (width * height)) ** 0.5))


def _packed(image: Image.Image) -> bytes:
    """The smaller of two: few greys kept exactly, best for print; all greys kept roughly, best for scans."""
    step = 255 / (_GREYS - 1)
    print_like, scan_like = BytesIO(), BytesIO()
    image.point([round(round(grey / step) * step) for grey in range(256)]).save(print_like, "WEBP", lossless=True)
    image.save(scan_like, "WEBP", quality=_QUALITY)
    return min(print_like.getvalue(), scan_like.getvalue(), key=len)
