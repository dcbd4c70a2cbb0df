"""Rules of a page to grids: broken and doubled rules made one, those that meet put together, their frames closed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ingest.readers.pdf_page import Rule

# Rules nearer than this are one rule (doubled lines, both sides of a bar).
_DOUBLED = 3.5
# Dashes and cells' own rules nearer than this are one line; rules this near meet.
_GAP = 4.0
_SHORTEST = 5.0
# The sides of a frame are open where rules end this far outside the outermost rule across.
_OPEN = 6.0
_MOST_OF = 0.8


class Line(NamedTuple):
    """A whole rule: ``at`` is its place across, ``start`` and ``end`` its ends along, in points."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """The edges of columns and rows of a table, and the walls that part its slots.

    ``right_walls[row][column]`` stands at the right of a slot, ``lower_walls[row][column]`` below it.
    ``open_top`` and ``open_bottom`` say that no rule closes the table there.
    """

    columns: list[float]
    rows: list[float]
    right_walls: list[list[bool]]
    lower_walls: list[list[bool]]
    open_top: bool
    open_bottom: bool


def read_grids(rules: Sequence[Rule]) -> list[Grid]:
    """The grids that the rules of a page make, from the top down; frames of a single slot are none."""
    level = _lines([(rule.y0 + rule.y1) / 2, rule.x0, rule.x1] for rule in rules if _is_level(rule))
    upright = _lines([(rule.x0 + rule.x1) / 2, rule.y0, rule.y1] for rule in rules if not _is_level(rule))
    grids = [grid for levels, uprights in _joined(level, upright) if (grid := _grid(levels, uprights))]
    return sorted(grids, key=lambda grid: (grid.rows[0], grid.columns[0]))


def _is_level(rule: Rule) -> bool:
    return rule.x1 - rule.x0 >= rule.y1 - rule.y0


def _lines(parts: Iterable[list[float]]) -> list[Line]:
    """Whole rules of parts (place, start, end), those of one line at the same place."""
    lines: list[Line] = []
    cluster: list[list[float]] = []
    for part in sorted(parts):
        if cluster and part[0] - cluster[0][0] > _DOUBLED:
            lines.extend(_whole(cluster))
            cluster = []
        cluster.append(part)
    return lines + (_whole(cluster) if cluster else [])


def _whole(cluster: Sequence[list[float]]) -> list[Line]:
    """The parts of rules at (nearly) one place, joined where they touch."""
    at = (cluster[0][0] + cluster[-1][0]) / 2
    joined: list[list[float]] = []
    for _, start, end in sorted(cluster, key=lambda part: part[1]):
        if joined and start - joined[-1][1] <= _GAP:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return [Line(at, start, end) for start, end in joined if end - start >= _SHORTEST]


def _joined(level: Sequence[Line], upright: Sequence[Line]) -> list[tuple[list[Line], list[Line]]]:
    """Level and upright rules that meet, directly or through others."""
    parents = list(range(len(level) + len(upright)))

    def root(item: int) -> int:
        while parents[item] != item:
            parents[item] = parents[parents[item]]
            item = parents[item]
        return item

    places = [line.at for line in upright]
    for index, line in enumerate(level):
        first, last = bisect_left(places, line.start - _GAP), bisect_right(places, line.end + _GAP)
        for other in range(first, last):
            if upright[other].start - _GAP <= line.at <= upright[other].end + _GAP:
                parents[root(len(level) + other)] = root(index)
    groups: dict[int, tuple[list[Line], list[Line]]] = {}
    for index, line in enumerate([*level, *upright]):
        groups.setdefault(root(index), ([], []))[index >= len(level)].append(line)
    return list(groups.values())


def _grid(level: Sequence[Line], upright: Sequence[Line]) -> Grid | None:
    if not level or not upright:
        return None
    columns, *_ = _edges(upright, level)
    rows, open_top, open_bottom = _edges(level, upright)
    if len(columns) < 2 or len(rows) < 2 or len(columns) + len(rows) < 5:
        return None
    right = _walls(upright, columns, rows, (columns[0], columns[-1]))
    below = _walls(level, rows, columns, (rows[0], rows[-1]))
    right_walls = [[right[column + 1][row] for column in range(len(columns) - 1)] for row in range(len(rows) - 1)]
    return Grid(columns, rows, right_walls, below[1:], open_top, open_bottom)


def _edges(lines: Sequence[Line], across: Sequence[Line]) -> tuple[list[float], bool, bool]:
    """The places of ``lines``, closed where the rules ``across`` reach out; whether they do before and behind."""
    places = sorted({line.at for line in lines})
    first = sorted(line.start for line in across)
    last = sorted((line.end for line in across), reverse=True)
    is_open = [
        len(ends) > 1 and abs(ends[0] - ends[1]) <= _GAP and abs(ends[0] - place) > _OPEN and beyond(ends[0], place)
        for ends, place, beyond in ((first, places[0], float.__lt__), (last, places[-1], float.__gt__))
    ]
    return [*first[: is_open[0]], *places, *last[: is_open[1]]], is_open[0], is_open[1]


def _walls(
    lines: Sequence[Line], places: Sequence[float], stops: Sequence[float], frame: tuple[float, float]
) -> list[list[bool]]:
    """For each place, which of the slots between ``stops`` a rule stands along; all along the frame."""
    index_of = {place: index for index, place in enumerate(places)}
    walls = [[place in frame] * (len(stops) - 1) for place in places]
    for line in lines:
        wall = walls[index_of[line.at]]
        first = max(bisect_right(stops, line.start) - 1, 0)
        for slot, (start, end) in enumerate(pairwise(stops[first:]), start=first):
            if start >= line.end:
                break
            if min(end, line.end) - max(start, line.start) >= _MOST_OF * (end - start):
                wall[slot] = True
    return walls
