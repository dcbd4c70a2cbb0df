"""Where labels of several rows begin: between rules, each in the middle of its rows, or level with the first."""

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from ingest.readers.pdf.aligned.pieces import LaidLine, Piece
from ingest.readers.pdf.rules import Line

# How far the end of a label's rows may be from where its middle says: in shares of the usual row.
_REACH = 0.5
# In heights of a line: lines of one label stand no farther apart; how level a label is with its first row.
_WRAPPED = 1.35
_LEVEL = 0.3
# Lines of a label stand so much closer than rows do where it is told from several labels.
_CLOSER = 0.86

Rows = list[list[LaidLine]]


class Edge(Enum):
    """The rows that may be part of a label's: the first, from the page before, or the last, onto the next."""

    FIRST, LAST, NEITHER = range(3)


class Label(NamedTuple):
    """The lines of a label, each with the piece in its column."""

    lines: list[tuple[LaidLine, Piece]]

    @property
    def top(self) -> float:
        """Where its first line begins."""
        return self.lines[0][1].glyphs.box[1]

    @property
    def middle(self) -> float:
        """Half way down its lines."""
        return (self.top + self.lines[-1][1].glyphs.box[3]) / 2


def add_line(labels: list[Label], line: LaidLine, piece: Piece) -> None:
    """Add a line to the last label, where it is as near as one that was wrapped, or as a label of its own."""
    before = labels[-1].lines[-1][1] if labels else None
    (_, top, _, bottom) = piece.glyphs.box
    if before is not None and top - before.glyphs.box[1] < _WRAPPED * (bottom - top):
        labels[-1].lines.append((line, piece))
    else:
        labels.append(Label([(line, piece)]))


def starts_of(
    labels: Sequence[Sequence[Label]], rows: Rows, over: Edge, level: Sequence[Line]
) -> list[list[int] | None]:
    """The first row of each label, column by column; None for a column whose labels do not tell.

    ``level`` are the rules across, which part cells of a column where they do not part others.
    """
    edges, tops = _edges(rows), [min(piece.glyphs.box[1] for line in row for piece in line.pieces) for row in rows]
    found = [_between(own, rows, level) or _blocks([label.middle for label in own], edges, over) for own in labels]
    if None in found and _are_wrapped(labels, tops):
        return [_level([label.top for label in own], tops, _LEVEL * rows[0][0].height) for own in labels]
    return found


def _between(labels: Sequence[Label], rows: Rows, level: Sequence[Line]) -> list[int] | None:
    """The first row of each label between the rules above and below it; None where labels share rows or leave some.

    Rules that part no rows tell nothing.
    """
    middles = [(min(line.top for line in row) + max(line.bottom for line in row)) / 2 for row in rows]
    if not any(middles[0] < place < middles[-1] for place, _, _ in level):
        return None
    step = max(below - above for above, below in pairwise(middles))
    found: list[int] = []
    behind, reach = 0, middles[-1] + step
    for label in labels:
        at = (min(piece.x0 for _, piece in label.lines) + max(piece.x1 for _, piece in label.lines)) / 2
        over = [place for place, start, end in level if start <= at <= end]
        top = max((place for place in over if place < label.middle), default=None)
        bottom = min((place for place in over if place > label.middle), default=None)
        if top is None or bottom is None or bottom > reach:
            return None
        own = [number for number, middle in enumerate(middles) if top < middle < bottom]
        if not own or own[0] != behind:
            return None
        found.append(own[0])
        behind = own[-1] + 1
    return found if behind == len(rows) else None


def _edges(rows: Rows) -> list[float]:
    """Where rows begin, and where the last one ends: half way between their texts."""
    tops = [min(line.top for line in row) for row in rows]
    bottoms = [max(line.bottom for line in row) for row in rows]
    gaps = [(bottom, top) for bottom, top in zip(bottoms, tops[1:], strict=False)]
    half = median([top - bottom for bottom, top in gaps] or [0.0]) / 2
    return [tops[0] - half, *((bottom + top) / 2 for bottom, top in gaps), bottoms[-1] + half]


def _blocks(middles: Sequence[float], edges: Sequence[float], over: Edge) -> list[int] | None:
    """The first row of each label, where each is in the middle of the rows from the last one's end on; else None.

    The rows of the last label may go on ``over`` the page; where the first ones come from the page before, those of a
    label there may be left above the others.
    """
    downwards = _chain(middles, edges, may_go_on=over is Edge.LAST)
    if downwards is not None and downwards[-1] == len(edges) - 1:
        return downwards[:-1]
    if over is not Edge.FIRST:
        return None
    upwards = _chain([-middle for middle in reversed(middles)], [-edge for edge in reversed(edges)])
    return [len(edges) - 1 - end for end in reversed(upwards[1:])] if upwards is not None else None


def _are_wrapped(labels: Sequence[Sequence[Label]], tops: Sequence[float]) -> bool:
    """True where lines of labels follow one another closer than rows, whose ``tops`` are given, do."""
    steps = [
        below.glyphs.box[1] - above.glyphs.box[1]
        for own in labels
        for label in own
        for (_, above), (_, below) in pairwise(label.lines)
    ]
    return bool(steps) and max(steps) < _CLOSER * min((b - a for a, b in pairwise(tops)), default=0.0)


def _level(labels: Sequence[float], rows: Sequence[float], reach: float) -> list[int] | None:
    """The row that begins where each label does, by their tops; None where one stands beside none."""
    found = [next((n for n, top in enumerate(rows) if abs(label - top) < reach), -1) for label in labels]
    return found if -1 not in found and len(set(found)) == len(found) else None


def _chain(middles: Sequence[float], edges: Sequence[float], may_go_on: bool = False) -> list[int] | None:
    """Where the rows of each label begin, and the last end; ``may_go_on``: farther than there are rows."""
    reach = _REACH * median(below - above for above, below in pairwise(edges))
    places = [0]
    for number, middle in enumerate(middles):
        at = places[-1]
        end = 2 * middle - edges[at]
        off = [abs(end - edge) for edge in edges[at + 1 :]]
        goes_on = may_go_on and number == len(middles) - 1 and end > edges[-1] > middle
        if not off or (min(off) > reach and not goes_on):
            return None
        places.append(at + 1 + off.index(min(off)))
    return places
