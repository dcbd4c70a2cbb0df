"""Rows of a grid that lack the walls of its columns: their texts say by their places which columns they stand in."""

from collections.abc import Sequence

from ingest.readers.pdf.lines import read_lines
from ingest.readers.pdf.page import Glyph
from ingest.readers.pdf.ruled.regions import Region
from ingest.readers.pdf.rules import RuledGrid

# How far, in points, a text may reach over the edge of its column.
_OVER = 1.0
_FEWEST_COLUMNS = 3


def part_at_columns(grid: RuledGrid, regions: list[list[Region]]) -> None:
    """Part cells without walls at the edges of columns between their texts.

    That is: what was cut from a cell that is no rectangle, and a row without any wall whose texts fill every column;
    in a grid with such rows, also those that leave some blank.
    """
    width = len(grid.columns) - 1
    whole: list[tuple[int, dict[int, list[Glyph]]]] = []
    for row, slots in enumerate(regions):
        for column, region in enumerate(slots):
            if region.last_column == region.column or region.column != column or not region.glyphs:
                continue
            if region.row != row or region.last_row != row:
                continue
            if region.parted is None and (region.slots < width or width < _FEWEST_COLUMNS):
                continue
            texts = _by_column(grid.columns, region)
            if region.parted is not None:
                if len(texts) > 1:
                    _part(slots, row, region, texts)
            else:
                whole.append((row, texts))
    if any(len(texts) == width for _, texts in whole):
        for row, texts in whole:
            if len(texts) > 1:
                _part(regions[row], row, regions[row][0], texts)


def _by_column(columns: Sequence[float], region: Region) -> dict[int, list[Glyph]]:
    """The characters of a cell by the column they stand in; none where a text reaches over an edge."""
    found: dict[int, list[Glyph]] = {}
    for line in read_lines(region.glyphs):
        for piece in line.pieces:
            x0, _, x1, _ = piece.box
            column = next(
                (
                    number
                    for number in range(region.column, region.last_column + 1)
                    if columns[number] - _OVER <= x0 and x1 <= columns[number + 1] + _OVER
                ),
                None,
            )
            if column is None:
                return {}
            found.setdefault(column, []).extend(piece)
    return found


def _part(slots: list[Region], row: int, region: Region, texts: dict[int, list[Glyph]]) -> None:
    """A cell for every slot of ``region``, each with its texts."""
    for column in range(region.column, region.last_column + 1):
        slots[column] = Region(row, column, row, column, texts.get(column, []))
