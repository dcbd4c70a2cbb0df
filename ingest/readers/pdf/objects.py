"""What is drawn on a page of a PDF: its texts, paths and images, which way the text stands."""

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress, repeat

import pypdfium2.raw as pdfium

from ingest.errors import DocumentRejected
from ingest.readers.pdf import calls as pdf_calls

Matrix = tuple[float, ...]
Bounds = tuple[float, float, float, float]

_TEXT, _PATH = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH
_IMAGE, _FORM = pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_DEEPEST_FORM = 8
# A title over a picture is no text below it.
_FEWEST_TEXTS = 4
# How far a text may lean (radians) and still stand upright.
_LEANING = 0.05
# The matrix that turns text, written so many quarter turns to the left, upright.
_UPRIGHT = {1: (0.0, -1.0, 1.0, 0.0), 2: (-1.0, 0.0, 0.0, -1.0), 3: (0.0, 1.0, -1.0, 0.0)}


@dataclass(slots=True)
class Drawn:
    """The texts, paths and images that a page or a form draws itself; ``matrix`` is that of its forms.

    ``clip_matrix`` is that of what they are clipped to, ``objects`` are all of them in the order in which they are
    drawn.
    """

    matrix: Matrix
    clip_matrix: Matrix
    objects: Sequence[int]
    texts: list[int]
    paths: list[int]
    images: list[int]


def page_objects(page: int) -> list[Drawn]:
    """What a page draws, and each form nested in it."""
    return list(_drawn(_objects(page), IDENTITY, IDENTITY, 0))


def _objects(page: int) -> list[int]:
    count = _count(page)
    return list(map(pdf_calls.page_object, repeat(page, count), range(count)))


def _drawn(objects: Sequence[int], matrix: Matrix, clip_matrix: Matrix, depth: int) -> Iterator[Drawn]:
    kinds = list(map(pdf_calls.object_type, objects))
    found = set(kinds)

    def of(wanted: int) -> list[int]:
        return list(compress(objects, map(wanted.__eq__, kinds))) if wanted in found else []

    yield Drawn(matrix, clip_matrix, objects, of(_TEXT), of(_PATH), of(_IMAGE))
    for form in of(_FORM) if depth < _DEEPEST_FORM else ():
        count = pdfium.FPDFFormObj_CountObjects(ctypes.cast(form, pdfium.FPDF_PAGEOBJECT))
        nested = [pdf_calls.form_object(form, index) for index in range(count)]
        own = product(tuple(pdf_calls.matrices([form])), matrix)
        yield from _drawn(nested, own, own, depth + 1)


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does ``first``, then ``then``."""
    a, b, c, d, e, f = first
    k, m, n, o, p, q = then
    return a * k + b * n, a * m + b * o, c * k + d * n, c * m + d * o, e * k + f * n + p, e * m + f * o + q


def text_turns(drawn: Sequence[Drawn]) -> tuple[int, bool]:
    """Quarter turns to the left by which most text is written (0 to 3), and whether all text is written so."""
    counts: dict[int | None, int] = {}
    for part in drawn:
        found = pdf_calls.matrices(part.texts)
        if part.matrix == IDENTITY and found and min(found[0::6]) > 0 and not any(found[1::6]):
            counts[0] = counts.get(0, 0) + len(part.texts)
            continue
        k, m, n, o, *_ = part.matrix
        for a, b in zip(found[0::6], found[1::6], strict=True):
            x, y = a * k + b * n, a * m + b * o
            check_finite(x + y)
            turns = 0 if y == 0 and x > 0 else quarter_turns(math.atan2(y, x))
            counts[turns] = counts.get(turns, 0) + 1
    square = {turns: count for turns, count in counts.items() if turns is not None}
    return max(square, key=lambda turns: (square[turns], -turns), default=0), len(counts) <= 1


def check_finite(number: float) -> None:
    """Raise DocumentRejected for what is no number of a page: one beyond all bounds, or none at all."""
    if not math.isfinite(number):
        raise DocumentRejected("damaged", "the page is drawn with numbers that no page can have")


def quarter_turns(angle: float) -> int | None:
    """Quarter turns to the left (0 to 3) that an angle in radians makes; None where it leans."""
    turns = round(angle / (math.pi / 2))
    return turns % 4 if abs(angle - turns * math.pi / 2) < _LEANING else None


def turn_upright(drawn: Sequence[Drawn], turns: int) -> list[Drawn]:
    """Turn everything ``drawn`` on a page, whose text is written ``turns`` quarter turns to the left, upright.

    It is turned about the origin of the page's coordinates before its text is loaded: pdfium drops text written
    sideways in fonts that it cannot find. What objects are clipped to is not turned. Gives what the page draws then.
    """
    matrix = (*_UPRIGHT[turns], 0.0, 0.0)
    page, *forms = drawn
    pdf_calls.transform(page.objects, matrix)
    return list(_drawn(page.objects, IDENTITY, matrix, 0)) if forms else [replace(page, clip_matrix=matrix)]


def turned(bounds: Bounds, turns: int) -> Bounds:
    """Left, bottom, right and top after `turn_upright`."""
    return moved(bounds, (*_UPRIGHT[turns], 0.0, 0.0)) if turns else bounds


def moved(bounds: Bounds, matrix: Matrix) -> Bounds:
    """The box around a box that a matrix moves."""
    a, b, c, d, e, f = matrix
    if not b and not c:
        left, bottom, right, top = a * bounds[0] + e, d * bounds[1] + f, a * bounds[2] + e, d * bounds[3] + f
        return min(left, right), min(bottom, top), max(left, right), max(bottom, top)
    corners = [(x, y) for x in bounds[::2] for y in bounds[1::2]]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def object_bounds(objects: Sequence[int], matrix: Matrix) -> list[Bounds]:
    """The boxes of objects of a form of that matrix: left, bottom, right, top."""
    flat = pdf_calls.bounds(objects)
    boxes = list(zip(flat[0::4], flat[1::4], flat[2::4], flat[3::4], strict=True))
    return boxes if matrix == IDENTITY else [moved(box, matrix) for box in boxes]


def image_area(drawn: Sequence[Drawn]) -> float:
    """The area of the largest image, in square points."""
    return max((_area(box) for part in drawn for box in object_bounds(part.images, part.matrix)), default=0.0)


def covers_text(page: int, least_area: float) -> bool:
    """True where an image of that area at least, drawn over them, hides most texts of the page."""
    objects = _objects(page)
    kinds = list(map(pdf_calls.object_type, objects))
    boxes = object_bounds(objects, IDENTITY)
    texts = kinds.count(_TEXT)
    for index, (raw, kind, box) in enumerate(zip(objects, kinds, boxes, strict=True)):
        if kind == _IMAGE and _area(box) >= least_area and not pdf_calls.has_transparency(raw):
            below = zip(kinds[:index], boxes[:index], strict=True)
            if 2 * sum(kind == _TEXT and _holds(box, other) for kind, other in below) > texts >= _FEWEST_TEXTS:
                return True
    return False


def _holds(box: Bounds, other: Bounds) -> bool:
    x, y = (other[0] + other[2]) / 2, (other[1] + other[3]) / 2
    return box[0] < x < box[2] and box[1] < y < box[3]


def _count(page: int) -> int:
    return int(pdfium.FPDFPage_CountObjects(ctypes.cast(page, pdfium.FPDF_PAGE)))


def _area(box: Bounds) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
