"""What the characters of a line say and where they stand: told by one pass over them."""

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from ingest.readers.pdf.objects import Bounds
from ingest.readers.pdf.page import Glyph

WHITE = frozenset(sign for sign in map(chr, range(0x3001)) if sign.isspace())
"""The signs that leave no ink."""
SPACE = 0.3
"""A gap wider than this share of the characters' height is a space."""
# A character printed over itself to look bold is one character.
_OVERPRINT = 0.3


class Measures(NamedTuple):
    """What a line says, with a space where a gap parts its characters and none at its ends.

    ``first`` is its first character that leaves ink, ``end`` the one behind the last (0 and 0 where none does); ``box``
    stands around what is between these, ``inked`` around what of that is no space. ``gap`` is the widest one between
    two that leave ink and follow one another, ``lowest`` the height of the lowest one; in points.
    """

    text: str
    first: int
    end: int
    box: Bounds
    inked: Bounds
    gap: float
    lowest: float


def measured(line: Sequence[Glyph]) -> Measures:
    """The measures of a line."""
    first, end = _ends(line)
    pieces: list[str] = []
    before, start, last = "", 0.0, inf
    left = top = lowest = stop = inf
    right = bottom = -inf
    behind = -inf
    spaces: list[Bounds] = []  # those that stand out above, below or before
    gap = 0.0
    for text, x0, y0, x1, y1 in line[first:end]:
        height = y1 - y0
        if text > " ":
            if x0 < left:
                left = x0
            if y0 < top:
                top = y0
            if x1 > right:
                right = x1
            if y1 > bottom:
                bottom = y1
            if text not in WHITE:
                if x0 - last > gap:
                    gap = x0 - last
                last = x1
                if height < lowest:
                    lowest = height
        else:
            behind = max(behind, x1)
            if y0 < top or y1 > bottom or x0 < left:
                spaces.append((x0, y0, x1, y1))
        if text == before and x0 - start < _OVERPRINT * (x1 - x0):
            continue
        pieces.append(" " + text if x0 - stop > SPACE * height else text)
        before, start, stop = text, x0, x1
    inked = left, top, right, bottom
    box = around((left, top, max(right, behind), bottom), spaces)
    return Measures("".join(pieces), first, end, box, inked, gap, lowest)


def _ends(line: Sequence[Glyph]) -> tuple[int, int]:
    """The numbers of the first character that leaves ink, and of the one behind the last."""
    first, end = 0, len(line)
    while first < end and line[first][0] in WHITE:
        first += 1
    while first < end and line[end - 1][0] in WHITE:
        end -= 1
    return (first, end) if first < end else (0, 0)


def around(box: Bounds, others: Sequence[Bounds]) -> Bounds:
    """The box around a box and others."""
    if not others:
        return box
    (left, top, right, bottom), (x0, y0, x1, y1) = box, zip(*others, strict=True)
    return min(left, *x0), min(top, *y0), max(right, *x1), max(bottom, *y1)
