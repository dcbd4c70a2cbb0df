"""Grids and characters to tables: which cell a character stands in, which cells are merged."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, starmap
from operator import attrgetter

from ingest.readers.pdf.lines import follows, in_order, printed_lines, turned_back, turned_lines
from ingest.readers.pdf.objects import Bounds
from ingest.readers.pdf.page import Glyph
from ingest.readers.pdf.ruled.bare_rows import part_bare_rows
from ingest.readers.pdf.ruled.overrun import is_overprinted, runs_over, set_back
from ingest.readers.pdf.ruled.regions import Region, read_regions
from ingest.readers.pdf.ruled.table import RuledTable, TableCell
from ingest.readers.pdf.ruled.unwalled import part_at_columns
from ingest.readers.pdf.rules import RuledGrid
from ingest.source.blocks import Box, Notice

_WIDEST_PADDING = 8.0
# A character that reaches no farther over a wall, in points, stands beside it.
_BESIDE_WALL = 1.0
# A line is full where this many characters would not fit: one, and the stretch of a word that is not parted.
_FULL = 2.5
# Full-width signs whose right half is blank.
_INK_AT_LEFT = frozenset("）】〕》」，。、；：")
# What ends a label rather than a line of text.
_LABEL_ENDS = ("）", ")", "：", ":")

_SET_BACK = Notice(
    "text_cut", "the text is higher than its row and runs over others; it is read where its middle stands"
)
_OVERPRINTED = Notice("text_cut", "texts are printed over one another here, so that which is which is not certain")


def read_tables(
    grids: Sequence[RuledGrid], glyphs: Sequence[Glyph], sideways: dict[int, list[Glyph]] | None = None
) -> tuple[list[RuledTable], list[Glyph]]:
    """The tables that ``grids`` frame, and the characters outside them. Nested tables keep their characters.

    A cell that holds no upright text takes what is written ``sideways`` in it; that is taken out of there.
    """
    kept = {turns: list(written) for turns, written in (sideways or {}).items()}
    tables, outside = _tables(grids, glyphs, sideways or {})
    overrun = [grid for grid, table in zip(grids, tables, strict=True) if _is_overrun(table)]
    if not overrun:
        return tables, outside
    moved: list[Glyph] = []
    for grid in overrun:
        glyphs, own = set_back(grid, read_regions(grid), glyphs)
        moved += own
    for turns, written in (sideways or {}).items():
        written[:] = kept[turns]
    tables, outside = _tables(grids, glyphs, sideways or {})
    for cell in (cell for table in tables for row in table.rows for cell in row):
        if holds_middle(cell.lines, moved):
            cell.notices = (*cell.notices, _SET_BACK)
    return tables, outside


def holds_middle(lines: Iterable[Box], glyphs: Iterable[Glyph]) -> bool:
    """True where the middle of a character stands in one of the boxes of lines."""
    middles = [((x0 + x1) / 2, (y0 + y1) / 2) for _, x0, y0, x1, y1 in glyphs]
    return bool(middles) and any(x0 < x < x1 and y0 < y < y1 for x0, y0, x1, y1, _ in lines for x, y in middles)


def _is_overrun(table: RuledTable) -> bool:
    return any(cell.is_overrun for row in table.rows for cell in row)


def _tables(
    grids: Sequence[RuledGrid], glyphs: Sequence[Glyph], sideways: dict[int, list[Glyph]]
) -> tuple[list[RuledTable], list[Glyph]]:
    nested = sorted(grids, key=lambda grid: (grid.rows[-1] - grid.rows[0]) * (grid.columns[-1] - grid.columns[0]))
    regions = {id(grid): read_regions(grid) for grid in grids}
    outside = list(glyphs)
    for grid in nested:
        outside = _fill(grid, regions[id(grid)], outside)
        part_at_columns(grid, regions[id(grid)])
        part_bare_rows(grid, regions[id(grid)])
    for turns, written in sideways.items():
        for grid in nested:
            written[:] = _fill(grid, _blank(regions[id(grid)], turns), written)
    return [_table(grid, regions[id(grid)]) for grid in grids], outside


def _blank(regions: list[list[Region]], turns: int) -> list[list[Region | None]]:
    """The cells that hold no text yet; what they get is written ``turns`` quarter turns to the left."""
    blank = [[None if region.glyphs else region for region in slots] for slots in regions]
    for region in (region for slots in blank for region in slots if region is not None):
        region.turns = turns
    return blank


def _fill(grid: RuledGrid, regions: Sequence[Sequence[Region | None]], glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Put characters into the cells their middles stand in, a text that runs over into the one where it begins.

    Gives those outside.
    """
    columns, rows = grid.columns, grid.rows
    left, right, top, bottom = (2 * edge for edge in (columns[0], columns[-1], rows[0], rows[-1]))
    outside: list[Glyph] = []
    run_over: list[tuple[list[Glyph], list[Glyph]]] = []
    x_from = x_to = y_from = y_to = 0.0
    cell = outside
    for glyph in glyphs:
        _, x0, y0, x1, y1 = glyph
        x, y = x0 + x1, y0 + y1  # twice the middle, beside edges doubled
        if x_from < x < x_to and y_from < y < y_to:  # where the character before stands
            cell.append(glyph)
        elif left < x < right and top < y < bottom:
            row, column = bisect_right(rows, y / 2) - 1, bisect_right(columns, x / 2) - 1
            region = regions[row][column]
            before, cell = cell, outside if region is None else region.glyphs
            if not cell and before and y_from < y < y_to and _runs_over(before[-1], x_to / 2, glyph):
                run_over.append((before, cell))
            x_from, x_to = 2 * columns[column], 2 * columns[column + 1]
            y_from, y_to = 2 * rows[row], 2 * rows[row + 1]
            cell.append(glyph)
        else:
            outside.append(glyph)
    for begun, rest in reversed(run_over):
        if rest is not outside and begun is not outside and all(starmap(follows, pairwise(rest))):
            begun += rest
            rest.clear()
    return outside


def _runs_over(last: Glyph, wall: float, glyph: Glyph) -> bool:
    """True for a character that goes on with the one before in the next cell, one of the two on the wall itself.

    One that begins before the other ends is of a text of its own, set wider than its cell.
    """
    end = (last[1] + last[3]) / 2 if last[0] in _INK_AT_LEFT else last[3]
    is_on_wall = end > wall + _BESIDE_WALL or glyph[1] < wall - _BESIDE_WALL
    return is_on_wall and last[3] - glyph[1] < _BESIDE_WALL and follows(last, glyph)


def _table(grid: RuledGrid, regions: list[list[Region]]) -> RuledTable:
    rows: list[list[TableCell]] = [[] for _ in regions]
    for row, slots in enumerate(regions):
        for column, region in enumerate(slots):
            if region.column == column and region.row == row:
                rows[row].append(_cell(grid, region))
    return RuledTable(
        grid.columns,
        [row for row in rows if row],
        grid.rows[0],
        grid.open_top,
        grid.open_bottom,
        open_above=_open(regions[0], grid.closed_above),
        open_below=_open(regions[-1], grid.closed_below),
        row_edges=grid.rows,
        open_left=_open([slots[0] for slots in regions], grid.closed_left, attrgetter("row")),
        open_right=_open([slots[-1] for slots in regions], grid.closed_right, attrgetter("row")),
        has_left=any(grid.closed_left),
        has_right=any(grid.closed_right),
    )


def _open(
    regions: Sequence[Region], closed: Sequence[bool], place: Callable[[Region], int] = attrgetter("column")
) -> frozenset[int]:
    """The columns, or rows, of the cells at an end of a table that no rule closes, where rules close others."""
    if all(closed) or not any(closed):
        return frozenset()
    shut = {place(region) for region, is_closed in zip(regions, closed, strict=True) if is_closed}
    return frozenset(map(place, regions)) - shut


def _cell(grid: RuledGrid, region: Region) -> TableCell:
    left, right = grid.columns[region.column], grid.columns[region.last_column + 1]
    top, bottom = grid.rows[region.row], grid.rows[region.last_row + 1]
    cell = TableCell(region.row, region.column, "", rows=region.last_row - region.row + 1)
    if not region.glyphs:
        return cell
    if region.turns:
        written = [line for line in turned_lines(region.glyphs, region.turns) if line.text]
        cell.text = "\n".join(line.text for line in written)
        cell.lines = [Box(*turned_back(line.box, region.turns)) for line in written]
        return cell
    as_written = printed_lines(region.glyphs)
    lines = in_order(as_written)
    ends = [line.box for line in lines]
    if len(lines) < len(as_written) and any(map(is_overprinted, lines)):
        cell.is_overrun, cell.notices = True, (_OVERPRINTED,)
    printed = [line for line in lines if line.text]
    cell.lines = [Box(*line.inked_box) for line in printed]
    cell.text = "\n".join(line.text for line in printed)
    _measure(cell, ends, (left, top, right, bottom), size=lines[-1][-1][4] - lines[-1][-1][2])
    return cell


def _measure(cell: TableCell, ends: Sequence[Bounds], sides: Bounds, size: float) -> None:
    """Say of a cell how its lines, whose boxes are ``ends``, fill the room between its ``sides``."""
    left, top, right, bottom = sides
    (_, first, _, _), (x0, _, x1, last) = ends[0], ends[-1]
    before, behind = x0 - left, right - x1
    room = max(before, behind)
    if len(ends) > 1:
        before, behind = min(end[0] for end in ends) - left, right - max(end[2] for end in ends)
    room -= min(before, behind, _WIDEST_PADDING)
    cell.breaks_off = room < _FULL * size and len(ends) > 1 and not cell.text.endswith(_LABEL_ENDS)
    cell.is_full = room < size
    cell.begins_at_top = first - top < size
    cell.reaches_bottom = bottom - last < size
    cell.is_overrun = cell.is_overrun or runs_over(ends, top, bottom)
