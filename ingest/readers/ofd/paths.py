"""Path objects: the straight rules that they draw, level or upright."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.readers.ofd.geometry import Bounds, Matrix, Point, around, moved, numbers

# How many numbers follow an operator; the last two are where it ends.
_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7}
_CLOSE = "C"
# Some programs write no blanks between operators and numbers.
_PIECE = re.compile(r"[A-Za-z]|[-+]?(?:\d++\.?\d*+|\.\d++)(?:[eE][-+]?\d++)?")
# As in a PDF, in points.
_THICKEST_RULE = 5.0
_LEVEL = 0.5
_CORNERS = 6


def rules_and_fills(data: str, matrix: Matrix, is_stroked: bool) -> tuple[list[Bounds], list[Bounds]]:
    """The rules of a path as narrow boxes, in what ``matrix`` moves it into (points), and the boxes it fills.

    A thin part is a rule; so is each side of a stroked one. Larger filled rectangles are grounds or bars.
    """
    rules: list[Bounds] = []
    fills: list[Bounds] = []
    for points in _parts(data, matrix):
        x0, y0, x1, y1 = around(points)
        if x1 - x0 <= _THICKEST_RULE or y1 - y0 <= _THICKEST_RULE:
            rules.append((x0, y0, x1, y1))
        elif is_stroked:
            for (ax, ay), (bx, by) in pairwise(points):
                if abs(ax - bx) <= _LEVEL or abs(ay - by) <= _LEVEL:
                    rules.append((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
        elif len(points) <= _CORNERS:
            fills.append((x0, y0, x1, y1))
    return rules, fills


def _parts(data: str, matrix: Matrix) -> Iterator[Sequence[Point]]:
    """The points of each part of a path; curves count by their ends."""
    points: list[Point] = []
    pieces = _PIECE.findall(data)
    at = 0
    while at < len(pieces):
        operator = pieces[at]
        at += 1
        if operator == _CLOSE:
            points += points[:1]
            continue
        count = _OPERANDS.get(operator, 0)
        operands = numbers(" ".join(pieces[at : at + count]))
        at += count
        if len(operands) != count or not count:
            continue
        if operator in "SM":
            if len(points) > 1:
                yield points
            points = []
        points.append(moved(matrix, operands[-2], operands[-1]))
    if len(points) > 1:
        yield points
