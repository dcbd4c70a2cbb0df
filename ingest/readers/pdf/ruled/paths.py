"""The rules and the grounds among the paths of a page."""

from collections.abc import Iterator, Sequence
from itertools import chain, compress, pairwise
from operator import not_
from typing import NamedTuple

import pypdfium2.raw as pdfium

from ingest.readers.pdf import calls as pdf_calls
from ingest.readers.pdf.characters.clipped import clipped
from ingest.readers.pdf.objects import Bounds, Drawn, Matrix, moved, object_bounds, product

_MOVE, _CURVE = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_BEZIERTO
_THICKEST_RULE = 5.0
_LEVEL = 0.5
# A rectangle has at most so many points, its first one again, and once more where it is closed.
_CORNERS = 6
# A clip that cuts off less of a rule, in points, cuts through its width or its end.
_OVER = 1.0


class Fill(NamedTuple):
    """A larger filled rectangle: its box, the path that it is or is a part of, and the number of what draws that."""

    box: Bounds
    path: int
    part: int


class _Part(NamedTuple):
    """A part of a path: its segments, the kind of each, and where their points stand."""

    segments: Sequence[int]
    kinds: Sequence[int]
    xs: Sequence[float]
    ys: Sequence[float]

    def moved(self, matrix: Matrix) -> "_Part":
        """The part as a matrix moves it."""
        a, b, c, d, e, f = matrix
        xs = [a * x + c * y + e for x, y in zip(self.xs, self.ys, strict=True)]
        ys = [b * x + d * y + f for x, y in zip(self.xs, self.ys, strict=True)]
        return self._replace(xs=xs, ys=ys)

    def box(self, matrix: Matrix) -> Bounds:
        """The box around its points as a matrix moves them."""
        is_turned = any(matrix[1:3])
        there = self.moved(matrix) if is_turned else self
        own = min(there.xs), min(there.ys), max(there.xs), max(there.ys)
        return own if is_turned else moved(own, matrix)

    def corners(self) -> int:
        """How many points it has, its first one again where it is closed; too many are not counted."""
        count = len(self.xs)
        return count if count > _CORNERS else count + sum(map(bool, map(pdf_calls.segment_closes, self.segments)))


def rules_and_fills(drawn: Sequence[Drawn]) -> tuple[list[Bounds], list[Fill]]:
    """The straight rules among the paths, level or upright, as narrow boxes: left, bottom, right, top; and the fills.

    A thin filled rectangle is a rule; so is each side of a stroked one. Larger fills are grounds or bars.
    """
    found: list[Bounds] = []
    fills: list[Fill] = []
    for number, part in enumerate(drawn):
        clips = {raw: clip for own, clip in clipped(part.paths, part) for raw in own}
        boxes = object_bounds(part.paths, part.matrix)
        are_narrow = [
            right - left <= _THICKEST_RULE or top - bottom <= _THICKEST_RULE for left, bottom, right, top in boxes
        ]
        narrow = compress(boxes, are_narrow)
        if clips:
            owners = compress(part.paths, are_narrow)
            found += chain.from_iterable(map(_seen, ([box] for box in narrow), map(clips.get, owners)))
        else:
            found += narrow
        wide = list(compress(part.paths, map(not_, are_narrow)))
        matrices = pdf_calls.matrices(wide)
        for at, raw in enumerate(wide):
            own = tuple(matrices[6 * at : 6 * at + 6])
            rules: list[Bounds] = []
            _add_parts(raw, number, product(own, part.matrix), rules, fills)
            found += _seen(rules, clips.get(raw))
    return found, fills


def _seen(rules: list[Bounds], clip: Bounds | None) -> list[Bounds]:
    """What is seen of rules that a path clips, with what little it cuts off."""
    if clip is None:
        return rules
    left, bottom, right, top = clip[0] - _OVER, clip[1] - _OVER, clip[2] + _OVER, clip[3] + _OVER
    parts = ((max(x0, left), max(y0, bottom), min(x1, right), min(y1, top)) for x0, y0, x1, y1 in rules)
    return [(x0, y0, x1, y1) for x0, y0, x1, y1 in parts if x0 <= x1 and y0 <= y1]


def _add_parts(raw: int, part: int, matrix: Matrix, found: list[Bounds], fills: list[Fill]) -> None:
    """Add the rules of a path of several parts to those found, its larger rectangles to the fills."""
    is_filled, is_stroked = pdf_calls.draw_mode(raw)
    for own in _parts(raw):
        if is_stroked:
            found += _straight(own.moved(matrix))
            continue
        box = own.box(matrix)
        if min(box[2] - box[0], box[3] - box[1]) <= _THICKEST_RULE:
            found.append(box)
        elif is_filled and own.corners() <= _CORNERS:
            there = own.moved(matrix)
            if _is_level(there.xs) and _is_level(there.ys):
                fills.append(Fill(box, raw, part))


def _straight(own: _Part) -> Iterator[Bounds]:
    """The sides of a part of a path that are level or upright; a closed one ends where it began."""
    points: list[tuple[float, float]] = []
    curved: set[int] = set()
    for segment, kind, *point in zip(own.segments, own.kinds, own.xs, own.ys, strict=True):
        if kind == _CURVE:
            curved.add(len(points))
        points.append((point[0], point[1]))
        if pdf_calls.segment_closes(segment):
            points.append(points[0])
    for number, ((x0, y0), (x1, y1)) in enumerate(pairwise(points), start=1):
        if number not in curved and (abs(x0 - x1) <= _LEVEL or abs(y0 - y1) <= _LEVEL):
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _is_level(places: Sequence[float]) -> bool:
    """True where every corner stands on one of two sides."""
    first, last = min(places), max(places)
    return all(min(place - first, last - place) <= _LEVEL for place in places)


def _parts(raw: int) -> Iterator[_Part]:
    """The parts of a path that have several points."""
    segments, kinds, xs, ys = pdf_calls.path_segments(raw)
    moves = compress(range(len(kinds)), map(_MOVE.__eq__, kinds))
    for start, end in pairwise([0, *(at for at in moves if at), len(kinds)]):
        own = _Part(segments[start:end], kinds[start:end], xs[start:end], ys[start:end])
        if end - start > 1 or own.corners() > 1:
            yield own
