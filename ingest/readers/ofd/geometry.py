"""Numbers, boxes and matrices as OFD prints them: in millimetres, the origin in the upper left corner of the page."""

import math
from collections.abc import Iterable

Matrix = tuple[float, float, float, float, float, float]
Bounds = tuple[float, float, float, float]
Point = tuple[float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
POINTS = 72 / 25.4
"""Points a millimetre."""

# Wider than any sheet, in millimetres.
_FARTHEST = 100_000.0


def numbers(text: str | None) -> list[float]:
    """The numbers of a list; none where one of them is no number or lies beyond any page."""
    try:
        found = [float(piece) for piece in (text or "").replace(",", " ").split()]
    except ValueError:
        return []
    return found if all(abs(number) <= _FARTHEST for number in found) else []


def number(text: str | None, otherwise: float) -> float:
    """A single number, ``otherwise`` where the text is none."""
    if text is None:
        return otherwise
    found = numbers(text)
    return found[0] if len(found) == 1 else otherwise


def box(text: str | None) -> Bounds | None:
    """A box printed as left, top, width and height: its left, top, width, height; None where it is none."""
    found = numbers(text)
    return (found[0], found[1], found[2], found[3]) if len(found) == 4 else None


def matrix(text: str | None) -> Matrix:
    """A matrix of six numbers; the identity where the text is none."""
    found = numbers(text)
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if len(found) == 6 else IDENTITY


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does ``first``, then ``then``."""
    a, b, c, d, e, f = first
    k, m, n, o, p, q = then
    return a * k + b * n, a * m + b * o, c * k + d * n, c * m + d * o, e * k + f * n + p, e * m + f * o + q


def moved(by: Matrix, x: float, y: float) -> Point:
    """A point moved by a matrix."""
    a, b, c, d, e, f = by
    return a * x + c * y + e, b * x + d * y + f


def moved_box(by: Matrix, x0: float, y0: float, x1: float, y1: float) -> Bounds:
    """The box around a box moved by a matrix."""
    a, b, c, d, e, f = by
    if b == c == 0.0 and a > 0.0 and d > 0.0:
        return a * x0 + e, d * y0 + f, a * x1 + e, d * y1 + f
    return around(moved(by, x, y) for x in (x0, x1) for y in (y0, y1))


def around(points: Iterable[Point]) -> Bounds:
    """The box around points: x0, y0, x1, y1."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def turned(angle: float, x: float, y: float) -> Matrix:
    """The matrix that turns by an angle in degrees to the right about a point."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y
