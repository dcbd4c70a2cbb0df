"""Tables of which every other row has a ground and no rules part the cells: grounds of cells tell columns and rows.

Programs of texts paint the ground of a row cell by cell, so that its cells are told as by rules; the rows between are
told by those above and below them, their columns by those of the others.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.readers.pdf.lines import TextLine, in_order, printed_lines
from ingest.readers.pdf.objects import Bounds
from ingest.readers.pdf.page import Glyph
from ingest.readers.pdf.rules import RuledGrid

# Edges of grounds nearer than this, in points, are one.
_SAME_EDGE = 1.5
# How far, in points, a text may reach over the edge of its cell.
_OVER = 1.5
_FEWEST_FILLS, _MOST_FILLS = 4, 2_000
# In heights of a line: a row without a ground is no higher; lines of one row stand no farther apart.
_HIGHEST, _APART = 12.0, 1.2
# So many of the texts may stand across an edge of the columns in rows with a ground.
_ACROSS = 0.05
# Grounds tell a table where they part it into so many times the slots of rules.
_FINER = 2
_NARROWEST = 6.0
_MOSTLY = 0.6
_LEAST_HEIGHT = 4.0


def with_banded(grids: Sequence[RuledGrid], fills: Sequence[Bounds], glyphs: Sequence[Glyph]) -> list[RuledGrid]:
    """Grids from the top down, in the place of those that are but parts of such a table."""
    found: list[RuledGrid] = []
    kept = list(grids)
    for own in _banded(fills, glyphs):
        met = [grid for grid in kept if grid.rows[0] < own.rows[-1] and own.rows[0] < grid.rows[-1]]
        if _FINER * sum(map(_slots, met)) <= _slots(own):
            kept = [grid for grid in kept if grid not in met]
            found.append(own)
    return sorted([*kept, *found], key=lambda grid: grid.rows[0])


def _slots(grid: RuledGrid) -> int:
    return (len(grid.columns) - 1) * (len(grid.rows) - 1)


def _banded(fills: Sequence[Bounds], glyphs: Sequence[Glyph]) -> list[RuledGrid]:
    """The grids of tables with the grounds of cells in every other row, from the top down."""
    own = [fill for fill in dict.fromkeys(fills) if fill[3] - fill[1] > _LEAST_HEIGHT]
    if not _FEWEST_FILLS <= len(own) <= _MOST_FILLS:
        return []
    lines = in_order(printed_lines(glyphs))
    return [grid for group in _groups(own) if (grid := _grid(group, lines)) is not None]


def _groups(fills: Sequence[Bounds]) -> Iterator[list[Bounds]]:
    """Grounds between the same sides, no farther apart than a row is high."""
    rows = sorted(fills, key=lambda fill: fill[1])
    group: list[Bounds] = []
    for fill in rows:
        if group:
            bottom = max(own[3] for own in group)
            height = min(own[3] - own[1] for own in group)
            left, right = min(own[0] for own in group), max(own[2] for own in group)
            is_inside = left - _OVER <= fill[0] and fill[2] <= right + _OVER
            if fill[1] - bottom > _HIGHEST * height or not (is_inside or fill[1] < group[0][1] + _SAME_EDGE):
                yield group
                group = []
        group.append(fill)
    if group:
        yield group


def _grid(fills: Sequence[Bounds], lines: Sequence[TextLine]) -> RuledGrid | None:
    """The grid of grounds; None where they are not those of every other row of a table."""
    columns = _edges([edge for fill in fills for edge in (fill[0], fill[2])])
    left, top, right, bottom = columns[0], min(f[1] for f in fills), columns[-1], max(f[3] for f in fills)
    inside = [line for line in lines if left - _OVER <= line.box[0] and line.box[2] <= right + _OVER]
    bands = _bands(fills)
    if len(columns) < 3 or min(after - before for before, after in pairwise(columns)) < _NARROWEST:
        return None
    if not _alternate(fills) or not _are_cells(fills, inside):
        return None
    between = [
        _rows_of([line for line in inside if above < _middle(line) < below], columns)
        for (_, above), (below, _) in pairwise(bands)
    ]
    rows = _edges([edge for fill in fills for edge in (fill[1], fill[3])])
    for group in between:
        rows += [(above[-1].box[3] + below[0].box[1]) / 2 for above, below in pairwise(group)]
    if head := _head([line for line in inside if _middle(line) < top], top, columns):
        rows.append(head)
    if foot := _foot([line for line in inside if _middle(line) > bottom], bottom, columns):
        rows.append(foot)
    return _walled(fills, columns, sorted(rows), inside)


def _edges(places: Sequence[float]) -> list[float]:
    """Places, those near each other as one."""
    found: list[list[float]] = []
    for place in sorted(places):
        if found and place - found[-1][-1] <= _SAME_EDGE:
            found[-1].append(place)
        else:
            found.append([place])
    return [(own[0] + own[-1]) / 2 for own in found]


def _bands(fills: Sequence[Bounds]) -> list[tuple[float, float]]:
    """The stretches down the page that have a ground somewhere."""
    found: list[tuple[float, float]] = []
    for _, top, _, bottom in sorted(fills, key=lambda fill: fill[1]):
        if found and top <= found[-1][1] + _SAME_EDGE:
            found[-1] = (found[-1][0], max(found[-1][1], bottom))
        else:
            found.append((top, bottom))
    return found


def _alternate(fills: Sequence[Bounds]) -> bool:
    """True where most grounds stand in rows that have one up to their end, and rows between these have none there."""
    right = max(fill[2] for fill in fills)
    last = sorted(fill for fill in fills if fill[2] > right - _SAME_EDGE)
    tops = {fill[1] for fill in last}
    gaps = [other[1] - one[3] for one, other in pairwise(sorted(last, key=lambda fill: fill[1]))]
    inside = sum(any(abs(fill[1] - top) < _SAME_EDGE for top in tops) for fill in fills)
    return len(tops) > 1 and any(gap > _LEAST_HEIGHT for gap in gaps) and inside >= _MOSTLY * len(fills)


def _are_cells(fills: Sequence[Bounds], lines: Sequence[TextLine]) -> bool:
    """True where texts keep to the grounds in which they stand, and half of these hold texts of several columns."""
    texts = [piece.box for line in lines for piece in line.pieces]
    held = across = 0
    filled: set[float] = set()
    for x0, top, x1, bottom in texts:
        for fill in fills:
            if fill[1] < (top + bottom) / 2 < fill[3] and min(x1, fill[2]) - max(x0, fill[0]) > _OVER:
                held += 1
                across += x0 < fill[0] - _OVER or x1 > fill[2] + _OVER
                filled.add(fill[1])
    several = [top for top in {fill[1] for fill in fills} if sum(fill[1] == top for fill in fills) > 1]
    return bool(several) and across <= _ACROSS * held and 2 * len(filled.intersection(several)) >= len(several)


def _rows_of(lines: Sequence[TextLine], columns: Sequence[float]) -> list[list[TextLine]]:
    """Lines as rows whose texts begin level: a line with a text in a column that the one above leaves begins one."""
    rows: list[list[TextLine]] = []
    before: set[int] = set()
    for line in lines:
        own = {_column(piece.box, columns) for piece in line.pieces}
        if rows and own <= before:
            rows[-1].append(line)
        else:
            rows.append([line])
        before = own
    return rows


def _head(lines: Sequence[TextLine], top: float, columns: Sequence[float]) -> float | None:
    """Where the row of titles above the first ground begins; None where none stands close above it."""
    at, found = top, None
    filled: set[int] = set()
    for line in reversed(lines):
        (_, above, _, below), own = line.box, {_column(piece.box, columns) for piece in line.pieces}
        if at - below > _APART * (below - above) or not filled <= own or (len(own) < 2 and len(filled) > 1):
            break
        if len(own) > 1:
            if found is not None and own == filled and len(filled) > 1 and at - below > (below - above) / 2:
                break
            found = above
        at, filled = above, own
    return None if found is None else found - 1.0


def _foot(lines: Sequence[TextLine], bottom: float, columns: Sequence[float]) -> float | None:
    """Where a row below the last ground ends; None where no line with several texts stands close below it."""
    at, found = bottom, None
    filled: set[int] | None = None
    for line in lines:
        (_, above, _, below), own = line.box, {_column(piece.box, columns) for piece in line.pieces}
        if above - at > _APART * (below - above) / 2 or (len(own) < 2 if filled is None else not own <= filled):
            break
        at, found, filled = below, below, own
    return None if found is None else found + 1.0


def _middle(line: TextLine) -> float:
    return (line.box[1] + line.box[3]) / 2


def _column(box: Bounds, columns: Sequence[float]) -> int:
    """The column in which a text begins."""
    return max(bisect_right(columns, box[0] + _OVER) - 1, 0)


def _walled(fills: Sequence[Bounds], columns: list[float], rows: list[float], lines: Sequence[TextLine]) -> RuledGrid:
    """The grid with a wall around every ground; slots without one are parted but for a text that stands in several."""
    width, height = len(columns) - 1, len(rows) - 1
    grounds = [[_ground(fills, one, other, top, bottom) for one, other in pairwise(columns)]
               for top, bottom in pairwise(rows)]  # fmt: skip
    right = [[own is None or own != beside for own, beside in zip(slots, [*slots[1:], None], strict=True)]
             for slots in grounds]  # fmt: skip
    begun = [[False] * width for _ in range(height)]
    for box in (piece.box for line in lines for piece in line.pieces):
        row = bisect_right(rows, (box[1] + box[3]) / 2) - 1
        if not 0 <= row < height:
            continue
        first, last = _column(box, columns), min(bisect_right(columns, box[2] - _OVER) - 1, width - 1)
        begun[row][first] = True
        if not any(ground is not None for ground in grounds[row][first : last + 1]):
            right[row][first:last] = [False] * (last - first)
    below = [[True] * width for _ in range(height)]
    for row, (slots, under) in enumerate(pairwise(grounds)):
        for column, (own, other) in enumerate(zip(slots, under, strict=True)):
            if own is not None or other is not None:
                below[row][column] = own is None or own != other
            elif any(ground is not None for ground in under):  # a row with a ground: here a cell goes on
                below[row][column] = not right[row][column] and column < width - 1
    ends = [True] * width, [True] * width, [True] * height, [True] * height
    return RuledGrid(columns, rows, right, below, False, False, *ends)


def _ground(fills: Sequence[Bounds], left: float, right: float, top: float, bottom: float) -> int | None:
    """The number of the ground in which the middle of a slot stands; None where it has none."""
    x, y = (left + right) / 2, (top + bottom) / 2
    return next((n for n, (x0, y0, x1, y1) in enumerate(fills) if x0 < x < x1 and y0 < y < y1), None)
