"""What is drawn on a page of a PDF: which way its text stands, its rules, its images."""

import ctypes
import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

Matrix = tuple[float, float, float, float, float, float]
Bounds = tuple[float, float, float, float]

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DEEPEST_FORM = 8
_THICKEST_RULE = 5.0
_LEVEL = 0.5
# How far a text may lean (radians) and still stand upright.
_LEANING = 0.05
# The matrix that turns text, written so many quarter turns to the left, upright.
_UPRIGHT = {1: (0.0, -1.0, 1.0, 0.0), 2: (-1.0, 0.0, 0.0, -1.0), 3: (0.0, 1.0, -1.0, 0.0)}


class PageObject(NamedTuple):
    """A raw object of a page, its kind, and the matrix of the forms it is nested in."""

    raw: Any
    kind: int
    matrix: Matrix


def page_objects(page: Any) -> list[PageObject]:
    """Every text, path and image of a raw page, also those nested in forms."""
    count = pdfium.FPDFPage_CountObjects(page)
    return list(_walk((pdfium.FPDFPage_GetObject(page, index) for index in range(count)), _IDENTITY, 0))


def _walk(raws: Iterable[Any], matrix: Matrix, depth: int) -> Iterator[PageObject]:
    for raw in raws:
        kind = pdfium.FPDFPageObj_GetType(raw)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield PageObject(raw, kind, matrix)
        elif depth < _DEEPEST_FORM:
            count = pdfium.FPDFFormObj_CountObjects(raw)
            nested = (pdfium.FPDFFormObj_GetObject(raw, index) for index in range(count))
            yield from _walk(nested, _product(_matrix(raw), matrix), depth + 1)


def _matrix(raw: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(raw, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does ``first``, then ``then``."""
    a, b, c, d, e, f = first
    k, m, n, o, p, q = then
    return a * k + b * n, a * m + b * o, c * k + d * n, c * m + d * o, e * k + f * n + p, e * m + f * o + q


def text_turns(objects: Iterable[PageObject]) -> tuple[int, bool]:
    """Quarter turns to the left by which most text is written (0 to 3), and whether all text is written so."""
    counts: dict[int | None, int] = {}
    found = pdfium.FS_MATRIX()
    for raw, kind, matrix in objects:
        if kind != pdfium.FPDF_PAGEOBJ_TEXT or not pdfium.FPDFPageObj_GetMatrix(raw, found):
            continue
        a, b = found.a, found.b
        if matrix is not _IDENTITY:
            a, b = a * matrix[0] + b * matrix[2], a * matrix[1] + b * matrix[3]
        turns = 0 if b == 0 and a > 0 else quarter_turns(math.atan2(b, a))
        counts[turns] = counts.get(turns, 0) + 1
    square = {turns: count for turns, count in counts.items() if turns is not None}
    return max(square, key=lambda turns: (square[turns], -turns), default=0), len(counts) <= 1


def quarter_turns(angle: float) -> int | None:
    """Quarter turns to the left (0 to 3) that an angle in radians makes; None where it leans."""
    turns = round(angle / (math.pi / 2))
    return turns % 4 if abs(angle - turns * math.pi / 2) < _LEANING else None


def turn_upright(page: Any, turns: int) -> None:
    """Turn everything on a raw page, whose text is written ``turns`` quarter turns to the left, upright.

    It is turned about the origin of the page's coordinates before its text is loaded: pdfium drops text written
    sideways in fonts that it cannot find.
    """
    a, b, c, d = _UPRIGHT[turns]
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        pdfium.FPDFPageObj_Transform(pdfium.FPDFPage_GetObject(page, index), a, b, c, d, 0, 0)


def turned(bounds: Bounds, turns: int) -> Bounds:
    """Left, bottom, right and top after `turn_upright`."""
    return _moved(bounds, (*_UPRIGHT[turns], 0.0, 0.0)) if turns else bounds


def _moved(bounds: Bounds, matrix: Matrix) -> Bounds:
    if matrix is _IDENTITY:
        return bounds
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in bounds[::2] for y in bounds[1::2]]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def image_area(objects: Iterable[PageObject]) -> float:
    """The area of the largest image, in square points."""
    largest = 0.0
    for item in objects:
        if item.kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = _bounds(item)
            largest = max(largest, (right - left) * (top - bottom))
    return largest


def _bounds(item: PageObject) -> Bounds:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item.raw, left, bottom, right, top)
    return _moved((left.value, bottom.value, right.value, top.value), item.matrix)


def rules(objects: Iterable[PageObject]) -> list[Bounds]:
    """The straight rules among the paths, level or upright, as narrow boxes: left, bottom, right, top.

    A thin filled rectangle is a rule; so is each side of a stroked one. Larger fills are backgrounds.
    """
    found: list[Bounds] = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for item in objects:
        if item.kind != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(item.raw, left, bottom, right, top):
            continue
        bounds = _moved((left.value, bottom.value, right.value, top.value), item.matrix)
        if min(bounds[2] - bounds[0], bounds[3] - bounds[1]) <= _THICKEST_RULE:
            found.append(bounds)
        else:
            found.extend(_sides(item))
    return found


def _sides(item: PageObject) -> Iterator[Bounds]:
    """The rules of a path of several parts."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item.raw, fill, stroke)
    matrix = _product(_matrix(item.raw), item.matrix)
    for points in _parts(item.raw, matrix):
        if stroke.value:
            for (x0, y0), (x1, y1) in pairwise(points):
                if abs(x0 - x1) <= _LEVEL or abs(y0 - y1) <= _LEVEL:
                    yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
        else:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            if min(max(xs) - min(xs), max(ys) - min(ys)) <= _THICKEST_RULE:
                yield min(xs), min(ys), max(xs), max(ys)


def _parts(raw: Any, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The points of each part of a path; a part that is closed ends where it began. Curves count by their ends."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(pdfium.FPDFPath_CountSegments(raw)):
        segment = pdfium.FPDFPath_GetPathSegment(raw, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points
