"""Bytes to pictures of pages, in grey and small; run by `jixiao.dashboard.pictures` in a sandboxed process."""

import os
import resource
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
from PIL import Image

from ingest.delivery.folder import Delivered
from ingest.readers.pdf.document.attachments import packed_document
from ingest.readers.scan.frames import LONG_SIDE, frames
from ingest.readers.scan.reader import is_image
from ingest.readers.sniff import sniff
from ingest.sandbox.guard import LIMITS
from jixiao.dashboard.drawn_pages import ofd_as_pdf
from jixiao.dashboard.folders import INDEX, PAGES
from jixiao.dashboard.scripts import data_script

NOT_WRITTEN = 100
"""Added to the number of the error, the exit status of a process that cannot write its pictures."""

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


def draw_alone(document: Delivered, pages: Collection[int], folder: Path) -> None:
    """Draw a document into its folder; the index names the pictures once all of them are there."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):  # a library's words about a document go to nobody's terminal
        os.dup2(nowhere, descriptor)
    resource.setrlimit(resource.RLIMIT_CPU, (int(LIMITS.cpu_seconds),) * 2)
    resource.setrlimit(resource.RLIMIT_AS, (LIMITS.memory_bytes,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    drawn: list[Picture] = []
    try:
        for picture in _drawn(document, pages):
            (folder / f"{picture.page}.webp").write_bytes(picture.data)
            drawn.append(picture._replace(data=b""))
        write_index(folder, drawn)
    except OSError as error:
        os._exit(NOT_WRITTEN + (error.errno or 0))


def _drawn(document: Delivered, pages: Collection[int]) -> Iterator[Picture]:
    """Pictures up to the first page that cannot be drawn; its text is there all the same."""
    with suppress(Exception):
        yield from draw(document.data(), pages)


def write_index(folder: Path, pictures: Sequence[Picture]) -> None:
    """Write which pages have a picture, and their sizes in hundredths of a point."""
    table = {
        "page": [picture.page for picture in pictures],
        "width": [round(100 * picture.width) for picture in pictures],
        "height": [round(100 * picture.height) for picture in pictures],
    }
    (folder / INDEX).write_text(data_script(f"{PAGES}/{folder.name}", table), encoding="utf-8")
