"""Ruled tables whose rows no rule parts: cells that hold a number for each of several rows."""

import re
from collections.abc import Sequence

from ingest.readers.pdf.aligned.find import AlignedTable, read_aligned
from ingest.readers.pdf.aligned.pieces import is_number, laid_lines
from ingest.readers.pdf.lines import read_lines
from ingest.readers.pdf.page import Glyph
from ingest.readers.pdf.ruled.table import RuledTable, TableCell
from ingest.readers.pdf.rules import Line, RuledGrid

# In heights of a line: how level lines of one row stand, and the room that a wrapped number leaves.
_LEVEL = 0.4
_ROOM = 1.5
_NUMBERS = 0.8
_BEGINNING = 12
# 86.0 above 0, 1,234. above 56: a number of two decimals that its cell is too narrow for
_PARTED = re.compile(r"-?[\d,]+(?:\.\n\d\d|\.\d\n\d)%?")
_WHOLE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?")


def unstacked(
    grids: Sequence[RuledGrid],
    tables: Sequence[RuledTable],
    glyphs: Sequence[Glyph],
    rules: tuple[list[Line], list[Line]],
) -> tuple[list[RuledTable], list[Glyph]]:
    """The tables, those of stacked numbers read again by the places of their texts; the characters in these."""
    found: list[RuledTable] = []
    taken: list[Glyph] = []
    for grid, table in zip(grids, tables, strict=True):
        is_stacked = any(_is_stacked(cells, table.columns) for cells in table.rows)
        again = _read_again(grid, glyphs, rules) if is_stacked else None
        found.append(again.table if again else table)
        taken += again.glyphs if again else []
    return found, taken


def _read_again(grid: RuledGrid, glyphs: Sequence[Glyph], rules: tuple[list[Line], list[Line]]) -> AlignedTable | None:
    """The table of a grid by the places of its texts, as far as the rules between its columns reach."""
    level, upright = rules
    left, right, top, bottom = grid.columns[0], grid.columns[-1], grid.rows[0], grid.rows[-1]
    inner = [(start, end) for at, start, end in upright if left < at < right and start < bottom and top < end]
    top, bottom = min([top, *(start for start, _ in inner)]), max([bottom, *(end for _, end in inner)])
    inside = [
        glyph
        for glyph in glyphs
        if left < (glyph[1] + glyph[3]) / 2 < right and top < (glyph[2] + glyph[4]) / 2 < bottom
    ]
    lines = laid_lines(read_lines(inside), upright)
    return read_aligned(lines, level, is_framed=True) if len(lines) > 1 else None


def _is_stacked(cells: Sequence[TableCell], columns: Sequence[float]) -> bool:
    """True for a row of the grid with cells that hold numbers one below another, level with those of other cells."""
    several = [cell for cell in cells if len(cell.lines) > 1]
    if len(several) < 2:
        return False
    stacks = [cell for cell in several if _is_stack(cell, columns)]
    longest = max(several, key=lambda cell: len(cell.lines))
    level = [stack for stack in stacks if stack is longest or _are_level(stack, longest)]
    is_wide = any(all(len(text.split()) > 1 for text in stack.text.split("\n")) for stack in level)
    return len(level) > 1 or (is_wide and len(several) > 1)


def _is_stack(cell: TableCell, columns: Sequence[float]) -> bool:
    """True for lines of whole numbers, none of which a wrap could have parted."""
    if not any(map(str.isdigit, cell.text[:_BEGINNING])):
        return False
    texts = cell.text.split("\n")
    others = (text for text in texts if not all(map(is_number, text.split())))
    if any(len(texts) - count < _NUMBERS * len(texts) for count, _ in enumerate(others, start=1)):
        return False
    if _PARTED.fullmatch(cell.text) or _is_one_number(texts):
        return False  # numbers one below another are as exact as each other
    room = columns[cell.column + 1] - columns[cell.column]
    return not any(line.x1 - line.x0 + _ROOM * (line.y1 - line.y0) > room for line in cell.lines[:-1])


def _is_one_number(texts: Sequence[str]) -> bool:
    """True for lines that are a number together and not each by itself: 11,67 above 2.00."""
    return _WHOLE.fullmatch("".join(texts)) is not None and not all(map(_WHOLE.fullmatch, texts))


def _are_level(one: TableCell, other: TableCell) -> bool:
    """True where most lines of the cell with fewer stand level with lines of the other."""
    few, many = sorted((one.lines, other.lines), key=len)
    level = sum(any(abs(a.y0 - b.y0) < _LEVEL * (a.y1 - a.y0) for b in many) for a in few)
    return level >= _NUMBERS * len(few)
