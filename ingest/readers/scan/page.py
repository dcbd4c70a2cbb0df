"""Bytes to page images: grey, upright, with the way back to points of the page as it is displayed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray

from ingest.errors import DocumentRejected
from ingest.readers.scan.frames import LONG_SIDE, frames, refuse_too_large
from ingest.source.blocks import Box

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]

_POINTS = 72
_MARK, _MARK_WITHIN = b"%PDF-", 1024
_DPI = 200
_FINEST_DPI = 300
_WIDEST_SKEW = 4.0


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page, counted from 1: its pixels (0 black, 255 white) set upright, and how many of them make a point."""

    number: int
    pixels: Pixels
    scale: float
    back: NDArray[np.float64]

    def turned(self) -> "PageImage":
        """The page a quarter further round, against the clock."""
        quarter = np.array([[0.0, -1.0, self.pixels.shape[1] - 1.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
        return PageImage(self.number, np.ascontiguousarray(np.rot90(self.pixels)), self.scale, self.back @ quarter)

    def box(self, x0: float, y0: float, x1: float, y1: float, confidence: float) -> Box:
        """A box in pixels as points of the page before it was set upright."""
        corners = np.array([[x0, y0, 1], [x1, y0, 1], [x0, y1, 1], [x1, y1, 1]]) @ self.back.T / self.scale
        (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
        return Box(float(left), float(top), float(right), float(bottom), confidence)


def page_images(data: bytes) -> Iterator[PageImage]:
    """The pages of a PDF, PNG, JPEG or TIFF. Raises DocumentRejected (``encrypted``, ``damaged``, ``too_large``)."""
    pages = _pdf_pages(data) if _MARK in data[:_MARK_WITHIN] else _image_pages(data)
    for number, (pixels, scale) in enumerate(pages, start=1):
        yield _upright(number, pixels, scale)


def _pdf_pages(data: bytes) -> Iterator[tuple[Pixels, float]]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = "encrypted" if "password" in str(error).lower() else "damaged"
        raise DocumentRejected(code, f"the PDF cannot be opened: {error}") from None
    try:
        for number in range(len(document)):
            page = _page(document, number)
            scale = _fit_dpi(page) / _POINTS
            refuse_too_large(*(side * scale for side in page.get_size()))
            yield np.array(page.render(scale=scale, grayscale=True).to_numpy()), scale
    finally:
        document.close()


def _page(document: Any, number: int) -> Any:
    """A page of a PDF, counted from 0. Raises DocumentRejected (``damaged``)."""
    try:
        return document[number]
    except pdfium.PdfiumError:
        raise DocumentRejected("damaged", "the page cannot be loaded", number + 1, 1) from None


def _fit_dpi(page: Any) -> float:
    """The resolution of the page's largest image, where that is fit for reading."""
    best = max(
        (bitmap for bitmap in page.get_objects(max_depth=3) if hasattr(bitmap, "get_px_size")),
        key=lambda bitmap: bitmap.get_px_size()[0],
        default=None,
    )
    if best is None:
        return _DPI
    left, _, right, _ = best.get_bounds()
    return float(min(max(best.get_px_size()[0] / max(right - left, 1) * _POINTS, _DPI), _FINEST_DPI))


def _image_pages(data: bytes) -> Iterator[tuple[Pixels, float]]:
    for grey in frames(data):
        yield np.array(grey), max(grey.size) / LONG_SIDE


def _upright(number: int, pixels: Pixels, scale: float) -> PageImage:
    height, width = pixels.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), _skew(pixels), 1.0)
    straight = cv2.warpAffine(pixels, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=255)
    back = np.asarray(cv2.invertAffineTransform(turn), np.float64)
    return PageImage(number, np.asarray(straight, np.uint8), scale, back)


def _skew(pixels: Pixels) -> float:
    """The angle in degrees that sets lines level: with it rows are either ink or paper."""
    factor = min(1.0, 1000 / max(pixels.shape))
    small = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    ink = 255 - small.astype(np.float32)
    height, width = ink.shape

    def contrast(angle: float) -> float:
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
        rows = cv2.warpAffine(ink, turn, (width, height), flags=cv2.INTER_LINEAR).sum(axis=1)
        return float(((rows[1:] - rows[:-1]) ** 2).sum())

    best = 0.0
    for step in (0.5, 0.1, 0.02):
        reach = _WIDEST_SKEW if step == 0.5 else step * 5
        best = max((best + step * n for n in range(-round(reach / step), round(reach / step) + 1)), key=contrast)
    return best
