"""Every other row of a grid without the walls of its columns, as styles of Word draw it: walls around the bands alone.

The rows between have the walls: in a bare row they stand where no text stands.
"""

from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.pdf.lines import read_lines
from ingest.readers.pdf.ruled.regions import Region
from ingest.readers.pdf.rules import RuledGrid

# So many bare rows, and so many rows with walls, tell a style.
_FEWEST = 3
# One row of so many is bare at least.
_MOST_APART = 6
# How far, in points, a text may reach over the edge of its column.
_OVER = 1.0


def part_bare_rows(grid: RuledGrid, regions: list[list[Region]]) -> None:
    """Part the cells over several columns of bare rows at the edges that no text of theirs crosses.

    Only where no two of them follow one another, and many rows are such; the header may be one, too.
    """
    parted = {row: found for row, slots in enumerate(regions) if (found := _bare(grid.columns, row, slots))}
    body = [row for row in parted if row]
    if len(body) < _FEWEST:
        return
    walled = sum(_texts(slots, row) > 1 for row, slots in enumerate(regions) if row not in parted)
    are_apart = all(below - row > 1 for row, below in pairwise(body))
    if not are_apart or walled < _FEWEST or _MOST_APART * len(body) < len(regions):
        return
    for row, cells in parted.items():
        for cell in cells:
            regions[row][cell.column : cell.last_column + 1] = [cell] * (cell.last_column + 1 - cell.column)


def _texts(slots: Sequence[Region], row: int) -> int:
    """How many cells with a text begin in a row."""
    return sum(
        region.row == row and region.column == column and bool(region.glyphs) for column, region in enumerate(slots)
    )


def _bare(columns: Sequence[float], row: int, slots: Sequence[Region]) -> list[Region]:
    """The cells of the last one of a row, where that covers this row alone and edges stand between its texts."""
    region = slots[-1]
    if region.row != row or region.last_row != row or region.column == region.last_column or not region.glyphs:
        return []
    pieces = [piece.box for line in read_lines(region.glyphs) for piece in line.pieces]
    walls = [
        number
        for number in range(region.column + 1, region.last_column + 1)
        if not any(x0 + _OVER < columns[number] < x1 - _OVER for x0, _, x1, _ in pieces)
    ]
    cells = [
        Region(
            row,
            first,
            row,
            end - 1,
            [glyph for glyph in region.glyphs if columns[first] < (glyph[1] + glyph[3]) / 2 <= columns[end]],
        )
        for first, end in pairwise([region.column, *walls, region.last_column + 1])
    ]
    return cells if sum(bool(cell.glyphs) for cell in cells) > 1 else []
