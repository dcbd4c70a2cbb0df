"""Tables of any medium as rows: spans resolved, what stands above a table told from the table."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, groupby
from typing import NamedTuple

from ingest.errors import DocumentRejected
from ingest.source.blocks import Cell, Notice, Row

WIDEST = 100
"""Columns that are read of a table: four times what the widest published form has."""

_MOST_MERGED = 1_000_000
_MOST_CELLS = 2_000_000
# 部门名称：佛山市民政局, 单位：万元
_LABELLED = re.compile(r"[^：:]+[：:]\s*\S")
# （2020年度）
_YEAR = re.compile(r"[（(]?\s*20\d\d\s*年度?\s*[)）]?")
_COLONS = ("：", ":")
_BLANK = Cell("")
# So many lines of so many texts, parted by tabs, are a table.
_FEWEST_TABBED, _FEWEST_TEXTS = 3, 3


class Spanned(NamedTuple):
    """A cell of a table with the rows and columns that it covers."""

    text: str
    rows: int = 1
    columns: int = 1


def spread(table: Iterable[Sequence[Spanned]]) -> Iterator[list[str]]:
    """The rows of a table with every text in its true column: once, upper left, blank where the cell goes on.

    Raises DocumentRejected (``too_wide``).
    """
    covered: dict[int, int] = {}
    for cells in table:
        texts: list[str] = []
        begun: dict[int, int] = {}
        for cell in cells:
            while len(texts) in covered:
                texts.append("")
            columns = max(cell.columns, 1)
            if len(texts) + columns > WIDEST:
                raise DocumentRejected("too_wide", "a table is wider than any form", expected=f"{WIDEST} columns")
            if cell.rows > 1:
                begun.update(dict.fromkeys(range(len(texts), len(texts) + columns), cell.rows - 1))
            texts += [cell.text, *[""] * (columns - 1)]
        covered = {column: left - 1 for column, left in covered.items() if left > 1} | begun
        yield texts


class Covered:
    """The cells of a sheet that merged ranges cover, all but the upper left one of each."""

    def __init__(self) -> None:
        self._ranges: dict[int, list[tuple[int, int]]] = {}
        self._count = 0

    def add(self, top: int, bottom: int, left: int, right: int) -> None:
        """Add a range: rows and columns from 0, ends exclusive. Raises DocumentRejected (``too_large``)."""
        columns = range(left, min(right, WIDEST))
        self._count += len(columns)
        if self._count > _MOST_MERGED:
            raise DocumentRejected("too_large", "a sheet has more merged cells than any document holds")
        for column in columns:
            self._ranges.setdefault(column, []).append((top + (column == left), bottom))
        self.__dict__.pop("_sorted", None)

    def holds(self, row: int, column: int) -> bool:
        """True where the cell shows nothing of its own."""
        tops, bottoms = self._sorted.get(column, ((), ()))
        index = bisect_right(tops, row) - 1
        return index >= 0 and row < bottoms[index]

    @cached_property
    def _sorted(self) -> dict[int, tuple[list[int], list[int]]]:
        """For each column the tops of its ranges in order, with the lowest bottom of those so far."""
        found: dict[int, tuple[list[int], list[int]]] = {}
        for column, ranges in self._ranges.items():
            ranges.sort()
            found[column] = [top for top, _ in ranges], list(accumulate((bottom for _, bottom in ranges), max))
        return found


def rows_of(
    table: Iterable[Sequence[str]], page: int, notices: Mapping[tuple[int, int], Sequence[Notice]] | None = None
) -> Iterator[Row]:
    """The rows of a table whose texts stand in their true columns, on ``page``, all as wide as the widest.

    A text alone in the first cell, or alone in a row above the first of the table, is a paragraph; so are the labelled
    texts (`部门名称：…`, `单位：万元`) of a row there or below such a paragraph. ``notices`` are those of a cell by its
    row and column, counted from 0. Raises DocumentRejected (``too_large``).
    """
    rows = list(table)
    width = 0
    for texts in rows:
        last = len(texts)
        while last > width and not texts[last - 1].strip():
            last -= 1
        width = max(width, last)
    if width * len(rows) > _MOST_CELLS:
        raise DocumentRejected("too_large", "a table has more cells than any form", expected=f"at most {_MOST_CELLS}")
    is_first = is_above = True
    said = notices or {}
    for number, texts in enumerate(rows):
        filled = [stripped for text in texts if (stripped := text.strip())]
        pieces = filled if len(filled) == 1 and (is_first or texts[0].strip()) else []
        if is_above and len(filled) > 1:
            pieces = _pieces(filled)
        if pieces:
            is_above = True
            own = [notice for column in range(len(texts)) for notice in said.get((number, column), ())]
            yield from (Row(page, (Cell(piece, notices=() if at else own),)) for at, piece in enumerate(pieces))
        elif filled:
            is_first = is_above = False
            cells = [Cell(text) if text else _BLANK for text in texts[:width]] + [_BLANK] * (width - len(texts))
            yield Row(page, tuple(_noticed(cells, number, said) if said else cells))
        else:
            yield Row(page, ())


def _noticed(cells: Iterable[Cell], row: int, said: Mapping[tuple[int, int], Sequence[Notice]]) -> Iterator[Cell]:
    for column, cell in enumerate(cells):
        yield cell._replace(notices=said[row, column]) if (row, column) in said else cell


def _pieces(filled: Sequence[str]) -> list[str]:
    """The texts of a row above a table, each label joined with its value; none where the row is of the table."""
    pieces: list[str] = []
    for text in filled:
        if pieces and pieces[-1].endswith(_COLONS):
            pieces[-1] += text
        else:
            pieces.append(text)
    return pieces if all(_LABELLED.match(piece) or _YEAR.fullmatch(piece) for piece in pieces) else []


def with_tabbed(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows of a document, paragraphs that tabs part into as many texts each, as rows of a table drawn with tabs."""
    for count, group in groupby(rows, key=_tabbed):
        run = list(group)
        is_table = count >= _FEWEST_TEXTS and len(run) >= _FEWEST_TABBED
        yield from map(_at_tabs, run) if is_table else run


def _tabbed(row: Row) -> int:
    """How many texts tabs make of a paragraph; 0 for a row of a table."""
    return row.cells[0].text.count("\t") + 1 if len(row.cells) == 1 else 0


def _at_tabs(paragraph: Row) -> Row:
    cell = paragraph.cells[0]
    first, *others = (Cell(text.strip()) for text in cell.text.split("\t"))
    return Row(paragraph.page, (first._replace(notices=cell.notices), *others))
