"""Grounds of colour: bars that are rules, cells that are told from one another by their ground alone."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.readers.pdf.lines import printed_lines
from ingest.readers.pdf.objects import Bounds
from ingest.readers.pdf.page import Glyph, Page
from ingest.readers.pdf.rules import Line, RuledGrid, read_grids

# A bar is at most so thick, in points, and so many times as long.
_THICKEST_BAR = 9.0
_LONGER = 6.0
# So many of the cells of a table made of grounds hold text.
_FILLED = 0.5
_MOST_FILLS, _MOST_BARS = 4_000, 400
_INSIDE = 1.0


def bars(page: Page) -> list[Bounds]:
    """The fills of a page that are thick rules: long, and without text on them."""
    long = [fill for fill in page.fills[:_MOST_FILLS] if _is_long(fill)]
    if not long:
        return []
    middles = sorted(((y0 + y1) / 2, (x0 + x1) / 2) for _, x0, y0, x1, y1 in page.glyphs)
    return [bar for bar in long[:_MOST_BARS] if not _holds_text(bar, middles)]


def _is_long(fill: Bounds) -> bool:
    sides = fill[2] - fill[0], fill[3] - fill[1]
    return min(sides) <= _THICKEST_BAR and max(sides) >= _LONGER * min(sides)


def _holds_text(box: Bounds, middles: Sequence[tuple[float, float]]) -> bool:
    """True where the middle of a character (y, x; sorted) stands in a box."""
    x0, y0, x1, y1 = box
    first, last = bisect_left(middles, (y0, 0.0)), bisect_left(middles, (y1, 0.0))
    return any(x0 < x < x1 for _, x in middles[first:last])


def band_edges(fills: Sequence[Bounds]) -> list[Line]:
    """The upper and lower edges of fills, as rules: place, start and end."""
    return [(at, x0, x1) for x0, y0, x1, y1 in fills[:_MOST_FILLS] for at in (y0, y1)]


def shaded_grids(fills: Sequence[Bounds], grids: Iterable[RuledGrid], glyphs: Sequence[Glyph]) -> list[RuledGrid]:
    """The grids that grounds make outside those of rules: two rows and columns at least, texts in most cells."""
    ruled = [(grid.columns[0], grid.rows[0], grid.columns[-1], grid.rows[-1]) for grid in grids]
    free = [fill for fill in fills[:_MOST_FILLS] if not _is_long(fill) and not any(_meet(fill, box) for box in ruled)]
    if len(free) < 4:
        return []
    sides = [side for x0, y0, x1, y1 in free for side in _sides(x0, y0, x1, y1)]
    return [_walled(grid, free, glyphs) for grid in read_grids(sides) if _holds_a_table(grid, free, glyphs)]


def _walled(grid: RuledGrid, fills: Sequence[Bounds], glyphs: Sequence[Glyph]) -> RuledGrid:
    """The grid with a wall around every slot without a ground, but for texts that reach over it into the next such one.

    Where only labels have a ground, the slots between them are told by those above and beside.
    """
    columns, rows = grid.columns, grid.rows
    has_ground = [
        [_has_ground((left + right) / 2, (top + bottom) / 2, fills) for left, right in pairwise(columns)]
        for top, bottom in pairwise(rows)
    ]
    right = [
        [wall or not ground for wall, ground in zip(walls, own, strict=True)]
        for walls, own in zip(grid.right_walls, has_ground, strict=True)
    ]
    below = [
        [wall or not ground for wall, ground in zip(walls, own, strict=True)]
        for walls, own in zip(grid.lower_walls, has_ground, strict=True)
    ]
    for x0, top, x1, bottom in (piece.box for line in printed_lines(glyphs) for piece in line.pieces):
        row = bisect_right(rows, (top + bottom) / 2) - 1
        first, last = bisect_right(columns, x0 + _INSIDE) - 1, bisect_right(columns, x1 - _INSIDE) - 1
        if (
            0 <= row < len(right)
            and 0 <= first < last < len(columns) - 1
            and not any(has_ground[row][first : last + 1])
        ):
            right[row][first:last] = [False] * (last - first)
    return replace(grid, right_walls=right, lower_walls=below)


def _has_ground(x: float, y: float, fills: Sequence[Bounds]) -> bool:
    return any(x0 < x < x1 and y0 < y < y1 for x0, y0, x1, y1 in fills)


def _sides(x0: float, y0: float, x1: float, y1: float) -> tuple[Bounds, ...]:
    return (x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)


def _meet(one: Bounds, other: Bounds) -> bool:
    width, height = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return width > _INSIDE and height > _INSIDE


def _holds_a_table(grid: RuledGrid, fills: Sequence[Bounds], glyphs: Sequence[Glyph]) -> bool:
    columns, rows = len(grid.columns) - 1, len(grid.rows) - 1
    if columns < 2 or rows < 2 or columns * rows > len(fills) / _FILLED:
        return False
    filled = {
        (sum(edge <= x for edge in grid.columns), sum(edge <= y for edge in grid.rows))
        for x, y in (((x0 + x1) / 2, (y0 + y1) / 2) for _, x0, y0, x1, y1 in glyphs)
        if grid.columns[0] < x < grid.columns[-1] and grid.rows[0] < y < grid.rows[-1]
    }
    return len(filled) >= _FILLED * columns * rows
