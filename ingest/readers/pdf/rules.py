"""Rules of a page to grids: broken and doubled rules made one, those that meet put together, their frames closed."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from ingest.readers.pdf.objects import Bounds

# Rules nearer than this are one rule (doubled lines, both sides of a bar).
_DOUBLED = 3.5
# Dashes and cells' own rules nearer than this are one line; rules this near meet.
_GAP = 4.0
_SHORTEST = 5.0
# The sides of a frame are open where rules end this far outside the outermost rule across; nearer ones may stick out.
_OPEN = 6.0
_OVERHANG = 18.0
_MOST_OF = 0.8
# Rules that part a page into more slots are a drawing.
_MOST_SLOTS = 250_000


Line = tuple[float, float, float]
"""A rule: its place across, its start and its end along, in points."""


@dataclass(frozen=True, slots=True)
class RuledGrid:
    """The edges of columns and rows of a table, and the walls that part its slots.

    ``right_walls[row][column]`` stands at the right of a slot, ``lower_walls[row][column]`` below it.
    ``open_top`` and ``open_bottom`` say that no rule closes the table there, ``closed_above`` and ``closed_below``
    in which columns one does, ``closed_left`` and ``closed_right`` in which rows.
    """

    columns: list[float]
    rows: list[float]
    right_walls: list[list[bool]]
    lower_walls: list[list[bool]]
    open_top: bool
    open_bottom: bool
    closed_above: list[bool]
    closed_below: list[bool]
    closed_left: list[bool]
    closed_right: list[bool]


def read_grids(rules: Sequence[Bounds]) -> list[RuledGrid]:
    """The grids that the rules of a page make, from the top down; frames of a single slot and drawings are none."""
    return grids_of(*whole_rules(rules))


def grids_of(level: Sequence[Line], upright: Sequence[Line]) -> list[RuledGrid]:
    """As `read_grids`, of rules that are whole."""
    if len(level) * len(upright) > _MOST_SLOTS:
        return []
    grids = [grid for levels, uprights in _joined(level, upright) if (grid := _grid(levels, uprights))]
    return sorted(grids, key=lambda grid: (grid.rows[0], grid.columns[0]))


def whole_rules(rules: Sequence[Bounds]) -> tuple[list[Line], list[Line]]:
    """The level and the upright rules of a page, each whole."""
    level: list[Line] = []
    upright: list[Line] = []
    for x0, y0, x1, y1 in rules:
        if x1 - x0 >= y1 - y0:
            level.append(((y0 + y1) / 2, x0, x1))
        elif x1 - x0 < y1 - y0:
            upright.append(((x0 + x1) / 2, y0, y1))
    return whole_lines(level), whole_lines(upright)


def whole_lines(parts: list[Line]) -> list[Line]:
    """Whole rules of parts (place, start, end), those of one line at the same place; sorts the parts."""
    parts.sort()
    lines: list[Line] = []
    begun = 0
    for index, part in enumerate(parts):
        if part[0] - parts[begun][0] > _DOUBLED:
            lines.extend(_whole(parts[begun:index]))
            begun = index
    return lines + (_whole(parts[begun:]) if parts else [])


def _whole(cluster: Sequence[Line]) -> list[Line]:
    """The parts of rules at (nearly) one place, joined where they touch."""
    at = (cluster[0][0] + cluster[-1][0]) / 2
    joined: list[Line] = []
    first = last = -_GAP
    for _, start, end in sorted(cluster, key=itemgetter(1)):
        if start - last > _GAP:
            joined.append((at, first, last))
            first, last = start, end
        elif end > last:
            last = end
    joined.append((at, first, last))
    return [(at, start, end) for at, start, end in joined if end - start >= _SHORTEST]


def _joined(level: Sequence[Line], upright: Sequence[Line]) -> list[tuple[list[Line], list[Line]]]:
    """Level and upright rules that meet, directly or through others."""
    parents = list(range(len(level) + len(upright)))

    def root(item: int) -> int:
        while parents[item] != item:
            parents[item] = parents[parents[item]]
            item = parents[item]
        return item

    places = [place for place, _, _ in upright]
    for index, (at, start, end) in enumerate(level):
        first, last = bisect_left(places, start - _GAP), bisect_right(places, end + _GAP)
        for other in range(first, last):
            _, top, bottom = upright[other]
            if top - _GAP <= at <= bottom + _GAP:
                parents[root(len(level) + other)] = root(index)
    groups: dict[int, tuple[list[Line], list[Line]]] = {}
    for index, line in enumerate([*level, *upright]):
        groups.setdefault(root(index), ([], []))[index >= len(level)].append(line)
    return list(groups.values())


def _grid(level: Sequence[Line], upright: Sequence[Line]) -> RuledGrid | None:
    if not level or not upright:
        return None
    columns, *_ = _edges(upright, level)
    rows, open_top, open_bottom = _edges(level, upright)
    if len(columns) < 2 or len(rows) < 2 or len(columns) + len(rows) < 5:
        return None
    right, below = _walls(upright, columns, rows), _walls(level, rows, columns)
    closed_left, closed_right = right[0], right[-1]
    right[-1] = [True] * (len(rows) - 1)
    closed_above, closed_below = below[0], below[-1]
    below[-1] = [True] * (len(columns) - 1)
    right_walls = [[right[column + 1][row] for column in range(len(columns) - 1)] for row in range(len(rows) - 1)]
    closed = closed_above, closed_below, closed_left, closed_right
    return RuledGrid(columns, rows, right_walls, below[1:], open_top, open_bottom, *closed)


def _edges(lines: Sequence[Line], across: Sequence[Line]) -> tuple[list[float], bool, bool]:
    """The places of ``lines``, closed where the rules ``across`` reach out; whether they do before and behind."""
    places = sorted({at for at, _, _ in lines})
    first = sorted(start for _, start, _ in across)
    last = sorted((end for _, _, end in across), reverse=True)
    is_open = [_is_open(first, places[0], 1.0), _is_open(last, places[-1], -1.0)]
    return [*first[: is_open[0]], *places, *last[: is_open[1]]], is_open[0], is_open[1]


def _is_open(ends: Sequence[float], place: float, sign: float) -> bool:
    """True where rules end, the farthest first, beyond the outermost rule across at ``place``.

    Two that end together are a side; so near to it that no column fits between, they stick out, unless most do.
    """
    beyond = sign * (place - ends[0])
    counted = len(ends) // 2 if beyond < _OVERHANG else 1
    return len(ends) > 1 and beyond > _OPEN and abs(ends[0] - ends[max(counted, 1)]) <= _GAP


def _walls(lines: Sequence[Line], places: Sequence[float], stops: Sequence[float]) -> list[list[bool]]:
    """For each place, which of the slots between ``stops`` a rule stands along."""
    index_of = {place: index for index, place in enumerate(places)}
    walls = [[False] * (len(stops) - 1) for _ in places]
    for at, start, end in lines:
        wall = walls[index_of[at]]
        first = max(bisect_right(stops, start) - 1, 0)
        for slot, (low, high) in enumerate(pairwise(stops[first:]), start=first):
            if low >= end:
                break
            if min(high, end) - max(low, start) >= _MOST_OF * (high - low):
                wall[slot] = True
    return walls
