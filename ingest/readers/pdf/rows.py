"""Pages to rows: tables that go on over pages share their columns, rows broken by a page's end are joined."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers.pdf.ruled.broken_rows import OpenRow
from ingest.readers.pdf.ruled.common_columns import common_columns
from ingest.readers.pdf.ruled.header_again import repeated_rows, without_joined_header
from ingest.readers.pdf.ruled.merged_cells import name_merged_cells
from ingest.readers.pdf.ruled.table import RuledTable, Sides
from ingest.source.blocks import Box, Cell, Notice, Row
from ingest.source.page_numbers import is_page_number

# Sides nearer than this, in points, are those of one table that goes on.
_SAME_SIDE = 4.0
_TOLD = (Notice("columns_assumed", "no rules frame the cells of the table: rows and columns are told by its texts"),)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text outside every table; ``is_mark`` says that it leans or is a watermark, and parts nothing."""

    page: int
    text: str
    box: Box
    is_mark: bool = False
    notices: Sequence[Notice] = ()
    halved: Sides = (False, False)


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on its page, counted from 1; the lines of its cells stand as the page is displayed.

    ``width`` is that of the page; ``until`` its last page where it is put together of several.
    """

    page: int
    table: RuledTable
    width: float = 0.0
    until: int = 0


Block = Paragraph | PageTable


def rows(blocks: Sequence[Block]) -> Iterator[Row]:
    """The rows of a document: a paragraph a row of one cell, a table's rows with a cell for every column."""
    chain: list[Block] = []
    waiting: list[Paragraph] = []
    texts: dict[int, set[str]] = {}
    for block in blocks:
        if isinstance(block, Paragraph):
            texts.setdefault(block.page, set()).add(block.text)
    for block in blocks:
        if isinstance(block, Paragraph):
            waiting.append(block)
            continue
        labels = {cell.text for row in block.table.rows[:1] for cell in row}
        labels |= _labels_at_end(chain) if waiting else set()
        is_furniture = all(one.text in labels or _is_furniture(one, texts) for one in waiting)
        if chain and is_furniture and _goes_on(_last_table(chain), block):
            chain += [*waiting, block]
        else:
            yield from _chain_rows(chain)
            yield from map(_paragraph_row, waiting)
            chain = [block]
        waiting = []
    yield from _chain_rows(chain)
    yield from map(_paragraph_row, waiting)


def _is_furniture(paragraph: Paragraph, texts: dict[int, set[str]]) -> bool:
    """True for the number of a page, a watermark, and a line that the page before or behind prints as well."""
    text, page = paragraph.text, paragraph.page
    is_repeated = text in texts.get(page - 1, ()) or text in texts.get(page + 1, ())
    return paragraph.is_mark or is_page_number(text) or text.isdigit() or is_repeated


def _labels_at_end(chain: Sequence[Block]) -> set[str]:
    """The lines of the merged cells at the end of the table above, which may be printed on its next page again."""
    cells = [cell for row in _last_table(chain).table.rows for cell in row] if chain else []
    last = max((cell.row + cell.rows for cell in cells), default=0)
    return {line for cell in cells if cell.rows > 1 and cell.row + cell.rows == last for line in cell.text.splitlines()}


def _last_table(chain: Sequence[Block]) -> PageTable:
    return next(block for block in reversed(chain) if isinstance(block, PageTable))


def _goes_on(one: PageTable, other: PageTable) -> bool:
    """True where a table stands under the other on the next page, between the same sides, or beside it on one sheet.

    One that goes on beside the other is counted in the columns of that one from then on.
    """
    (left, right), (begin, end) = ((part.table.columns[0], part.table.columns[-1]) for part in (one, other))
    if other.page in (one.page + 1, one.until + 1):
        return max(abs(left - begin), abs(right - end)) <= _SAME_SIDE
    is_beside = other.page == one.page and begin > right and abs((end - begin) - (right - left)) <= _SAME_SIDE
    if is_beside:
        other.table.columns = [edge - begin + left for edge in other.table.columns]
    return is_beside


def _chain_rows(chain: Sequence[Block]) -> Iterator[Row]:
    """The rows of a table over its pages, with the paragraphs between its parts behind the row they interrupt."""
    if not chain:
        return
    tables = [block.table for block in chain if isinstance(block, PageTable)]
    places, width = common_columns(tables)
    columns_of = {id(table): own for table, own in zip(tables, places, strict=True)}
    header = tables[0].rows
    named: set[str] = set()
    for (above, of_above), (below, of_below) in reversed([*pairwise(zip(tables, places, strict=True))]):
        named |= name_merged_cells(above, of_above, below, of_below, header)
    held: list[Row | OpenRow] = []
    last: RuledTable | None = None
    open_row: OpenRow | None = None
    of_page: Sequence[OpenRow] = ()
    for block in chain:
        if isinstance(block, Paragraph):
            if block.text not in named:  # a label half on the next page, which now stands in its cell
                held.append(_paragraph_row(block))
            continue
        table = block.table
        printed, is_split = without_joined_header(header, table.rows) if last is not None else (table.rows, False)
        repeated = repeated_rows(header, printed) if last is not None else 0
        own = [OpenRow(block.page, cells, columns_of[id(table)], width) for cells in printed]
        if table.is_told and own:
            own[0].notices = _TOLD
        if last is not None and repeated < len(own):
            end = max(cell.row + cell.rows for row in last.rows for cell in row)
            own[repeated].give_open(of_page, end, _opened(last, table, columns_of, is_first=not repeated))
            own[repeated].give_rests(of_page, end)
            if own[repeated].is_blank:
                del own[repeated]
        if open_row is not None and last is not None and repeated < len(own):
            may_be_open = last.open_bottom or table.open_top
            if open_row.goes_on(own[repeated], may_be_open, last.open_bottom and (is_split or not repeated)):
                open_row.join(own.pop(repeated))
        held += own
        open_row, last, of_page = own[-1] if own else open_row, table, own
    for row in held:
        yield row if isinstance(row, Row) else row.row()


def _opened(above: RuledTable, below: RuledTable, columns_of: Mapping[int, Sequence[int]], is_first: bool) -> set[int]:
    """The columns of the cells that no rule parts at the end of a page; ``is_first``: no heading stands between."""
    opened = {columns_of[id(above)][column] for column in above.open_below}
    return opened & {columns_of[id(below)][column] for column in below.open_above} if is_first else opened


def _paragraph_row(paragraph: Paragraph) -> Row:
    text = paragraph.text
    notices = [notice._replace(printed=text) for notice in paragraph.notices]
    return Row(paragraph.page, (Cell(text, paragraph.box, notices=notices),))
