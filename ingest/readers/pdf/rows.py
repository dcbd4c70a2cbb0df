"""Pages to rows: tables that go on over pages share their columns, rows broken by a page's end are joined."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.readers.pdf.tables import RuledTable, TableCell
from ingest.source.blocks import Box, Cell, Row
from ingest.source.page_numbers import is_page_number

# Edges nearer than this, in points, are one edge of a table that goes on.
_SAME_EDGE = 4.0
_NO_CELL = TableCell(0, 0, "")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text outside every table."""

    page: int
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on its page, counted from 1; the lines of its cells stand as the page is displayed."""

    page: int
    table: RuledTable


Block = Paragraph | PageTable


def rows(blocks: Iterable[Block]) -> Iterator[Row]:
    """The rows of a document: a paragraph a row of one cell, a table's rows with a cell for every column."""
    chain: list[Block] = []
    waiting: list[Paragraph] = []
    texts: dict[int, set[str]] = {}
    for block in blocks:
        if isinstance(block, Paragraph):
            texts.setdefault(block.page, set()).add(block.text)
            waiting.append(block)
            continue
        is_furniture = all(_is_furniture(paragraph, texts) for paragraph in waiting)
        if chain and is_furniture and _goes_on(_last_table(chain), block):
            chain += [*waiting, block]
        else:
            yield from _chain_rows(chain)
            yield from map(_paragraph_row, waiting)
            chain = [block]
        waiting = []
        texts = {page: own for page, own in texts.items() if page >= block.page - 1}
    yield from _chain_rows(chain)
    yield from map(_paragraph_row, waiting)


def _is_furniture(paragraph: Paragraph, texts: dict[int, set[str]]) -> bool:
    """True for the number of a page and for a line that the page before prints as well."""
    text = paragraph.text
    return is_page_number(text) or text.isdigit() or text in texts.get(paragraph.page - 1, ())


def _last_table(chain: Sequence[Block]) -> PageTable:
    return next(block for block in reversed(chain) if isinstance(block, PageTable))


def _goes_on(one: PageTable, other: PageTable) -> bool:
    """True where a table stands under the other on the next page, between the same sides."""
    sides = ((part.table.columns[0], part.table.columns[-1]) for part in (one, other))
    return other.page == one.page + 1 and all(abs(a - b) <= _SAME_EDGE for a, b in zip(*sides, strict=True))


def _chain_rows(chain: Sequence[Block]) -> Iterator[Row]:
    """The rows of a table over its pages, with the paragraphs between its parts behind the row they interrupt."""
    if not chain:
        return
    tables = [block.table for block in chain if isinstance(block, PageTable)]
    edges = _common_edges(tables)
    header = tables[0].rows
    held: list[Row | _OpenRow] = []
    last: RuledTable | None = None
    open_row: _OpenRow | None = None
    for block in chain:
        if isinstance(block, Paragraph):
            held.append(_paragraph_row(block))
            continue
        table = block.table
        repeated = _repeated(header, table.rows) if last is not None else 0
        own = [_OpenRow(block.page, cells, table.columns, edges) for cells in table.rows]
        if open_row is not None and last is not None and repeated < len(own):
            may_be_open = last.open_bottom or table.open_top
            if open_row.goes_on(own[repeated], may_be_open):
                open_row.join(own.pop(repeated))
        held += own
        open_row, last = own[-1] if own else open_row, table
    for row in held:
        yield row if isinstance(row, Row) else row.row()


def _common_edges(tables: Sequence[RuledTable]) -> list[float]:
    edges: list[float] = []
    for edge in sorted(edge for table in tables for edge in table.columns):
        if not edges or edge - edges[-1] > _SAME_EDGE:
            edges.append(edge)
    return edges


def _repeated(header: Sequence[Sequence[TableCell]], rows: Sequence[Sequence[TableCell]]) -> int:
    """How many first rows repeat those of the first page."""

    def texts(row: Sequence[TableCell]) -> list[str]:
        return ["".join(cell.text.split()) for cell in row if cell.text]

    return sum(1 for _ in takewhile(lambda pair: texts(pair[0]) == texts(pair[1]), zip(header, rows, strict=False)))


class _OpenRow:
    """A row of a table whose cells may go on at the top of the next page."""

    def __init__(self, page: int, cells: Sequence[TableCell], columns: Sequence[float], edges: Sequence[float]) -> None:
        self._page = page
        self._width = len(edges) - 1
        self._cells = {bisect_right(edges, columns[cell.column] + _SAME_EDGE) - 1: cell for cell in cells}
        self._texts = {column: cell.text for column, cell in self._cells.items()}
        self._lines = {column: [(page, line) for line in cell.lines] for column, cell in self._cells.items()}

    def goes_on(self, other: "_OpenRow", is_open: bool) -> bool:
        """True where ``other`` holds nothing but the rest of this row's texts.

        Every text of it stands under one that reaches the end of its page and breaks off in a full line; where no rule
        closes the table (``is_open``) it need not break off.
        """
        rest = {column: cell for column, cell in other._cells.items() if cell.text}
        above = [self._cells.get(column, _NO_CELL) for column in rest]
        return any(cell.begins_at_top for cell in rest.values()) and all(
            cell.text and cell.reaches_bottom and (is_open or cell.breaks_off) for cell in above
        )

    def join(self, other: "_OpenRow") -> None:
        """Add the rest of the texts; what goes on further is judged by its last part."""
        for column, cell in other._cells.items():
            if cell.text:
                self._texts[column] += "\n" + cell.text
                self._lines[column] += other._lines[column]
                self._cells[column] = cell

    def row(self) -> Row:
        """The row with a cell for every column, those that begin nowhere in it blank."""
        blank = Cell("")
        cells = [blank] * self._width
        for column, text in self._texts.items():
            lines = self._lines[column]
            cells[column] = Cell(text, lines=[line for _, line in lines], pages=[page for page, _ in lines])
        return Row(self._page, cells, frozenset(self._texts))


def _paragraph_row(paragraph: Paragraph) -> Row:
    return Row(paragraph.page, (Cell(paragraph.text, paragraph.box),))
