"""Sheets wider than a page: the parts of a table that were printed on pages of their own are put side by side again.

A spreadsheet prints the columns that fit a page, and the others on further pages: below the first columns all pages of
the next ones, or page by page. Their rows have the same edges, which proves it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import attrgetter

from ingest.readers.pdf.rows import Block, PageTable, Paragraph
from ingest.readers.pdf.tables import RuledTable, TableCell
from ingest.source.blocks import Notice

# In points: edges nearer than this are one; rows of heights that differ less are of one height.
_SAME_EDGE = 1.0
_SAME_SIDE = 4.0
_FEWEST_ROWS = 3
_COLONS = ("：", ":")
_NOT_PROVED = Notice("table_in_parts", "the table may go on beside a table of another page, which nothing proves")


@dataclass(slots=True)
class _Part:
    """A page with one ruled table, and what stands above and below it."""

    above: list[Paragraph]
    whole: PageTable
    below: list[Paragraph]

    @property
    def table(self) -> RuledTable:
        return self.whole.table


def put_together(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a document, tables of pages that stand side by side in their sheet as one table.

    A table that looks like such a part while it may be another one stays, and that is said of it.
    """
    pages = [_part(list(own)) for _, own in groupby(blocks, key=attrgetter("page"))]
    found: list[Block] = []
    at = 0
    while at < len(pages):
        first, band = pages[at], _band(pages, at)
        if not band:
            found += first if isinstance(first, list) else ()
            at += 1
            continue
        at += len(band)
        while beside := _band(pages, at):
            owners = _owners(band, beside)
            if owners is None:
                break
            for owner, part in zip(owners, beside, strict=True):
                _put_beside(owner, part)
            at += len(beside)
        for part in band:
            found += [*part.above, part.whole, *part.below]
    return found


def _part(blocks: list[Block]) -> _Part | list[Block]:
    """A page as a part; its blocks where it holds no table of a grid, or several tables."""
    places = [number for number, block in enumerate(blocks) if isinstance(block, PageTable)]
    table = blocks[places[0]] if len(places) == 1 else None
    if not isinstance(table, PageTable) or table.table.is_told or len(table.table.row_edges) <= _FEWEST_ROWS:
        return blocks
    above, below = blocks[: places[0]], blocks[places[0] + 1 :]
    return _Part(_paragraphs(above), table, _paragraphs(below))


def _paragraphs(blocks: Iterable[Block]) -> list[Paragraph]:
    return [block for block in blocks if isinstance(block, Paragraph)]


def _band(pages: Sequence[_Part | list[Block]], at: int) -> list[_Part]:
    """The parts that follow one another from a page on, a page each, between the same sides."""
    band: list[_Part] = []
    for page in pages[at:]:
        if not isinstance(page, _Part) or (band and not _is_below(page, band[-1])):
            break
        band.append(page)
    return band


def _is_below(part: _Part, above: _Part) -> bool:
    ours, others = part.table.columns, above.table.columns
    return part.whole.page == above.whole.page + 1 and _are_near([ours[0], ours[-1]], [others[0], others[-1]])


def _are_near(some: Sequence[float], others: Sequence[float], distance: float = _SAME_SIDE) -> bool:
    return len(some) == len(others) and all(abs(a - b) <= distance for a, b in zip(some, others, strict=True))


def _owners(band: Sequence[_Part], beside: Sequence[_Part]) -> list[_Part] | None:
    """The parts of ``band`` beside which those of the next band stand; None where that is not proved."""
    if len(beside) == len(band):
        owners = list(band)
    else:
        level = [[part for part in band if _are_level(part, other)] for other in beside]
        owners = [own[0] for own in level if len(own) == 1]
    if len(owners) != len(beside) or not all(map(_are_level, owners, beside)):
        return None
    if all(map(_is_proved, owners, beside)) and len({id(owner) for owner in owners}) == len(owners):
        return owners
    for part in beside:
        cell = part.table.rows[0][0]
        cell.notices = (*cell.notices, _NOT_PROVED)
    return None


def _are_level(part: _Part, other: _Part) -> bool:
    """True where the rows of two tables have the same edges."""
    return _are_near(part.table.row_edges, other.table.row_edges, _SAME_EDGE)


def _is_proved(part: _Part, other: _Part) -> bool:
    """True where level tables are parts of one: neither has a heading of its own, and the columns had no room.

    Rows of various heights prove it without that: a sheet may be broken where its author wants.
    """
    heights = [below - above for above, below in pairwise(part.table.row_edges)]
    left, right = part.table.columns[0], part.table.columns[-1]
    columns = other.table.columns
    has_no_room = right + columns[1] - columns[0] > part.whole.width - left
    return (has_no_room or max(heights) - min(heights) > _SAME_SIDE) and not _has_own_heading(part, other)


def _has_own_heading(part: _Part, other: _Part) -> bool:
    """True where both pages print an unlabelled text on one line above their table, or as its first row, and not the
    same one.
    """
    ours, theirs = ([cell.text for cell in one.table.rows[0]] for one in (part, other))
    if len(ours) == len(theirs) == 1 and len(part.table.columns) > 2 < len(other.table.columns):
        return bool(ours[0] and theirs[0] and ours[0] != theirs[0])
    return any(
        _is_on_line(one, another) and one.text != another.text
        for one in part.above
        for another in other.above
        if not any(colon in text for colon in _COLONS for text in (one.text, another.text))
    )


def _is_on_line(one: Paragraph, other: Paragraph) -> bool:
    return abs(one.box.y0 + one.box.y1 - other.box.y0 - other.box.y1) < one.box.y1 - one.box.y0


def _put_beside(owner: _Part, part: _Part) -> None:
    """Put a table at the right of another, without the columns of that one that it repeats, and what is around it."""
    table, other = owner.table, part.table
    repeated = _repeated_columns(table, other)
    shift = table.columns[-1] - other.columns[repeated]
    offset = len(table.columns) - 1 - repeated
    rows: dict[int, list[TableCell]] = {}
    for cell in (cell for row in table.rows for cell in row):
        rows.setdefault(cell.row, []).append(cell)
    for cell in (cell for row in other.rows for cell in row if cell.column >= repeated):
        moved = replace(cell, column=cell.column + offset, page=part.whole.page)
        rows.setdefault(cell.row, []).append(moved)
    beside = replace(
        table,
        columns=[*table.columns, *(edge + shift for edge in other.columns[repeated + 1 :])],
        rows=[rows[row] for row in sorted(rows)],
        open_above=table.open_above | {column + offset for column in other.open_above if column >= repeated},
        open_below=table.open_below | {column + offset for column in other.open_below if column >= repeated},
    )
    owner.whole = replace(owner.whole, table=beside, until=part.whole.page)
    owner.above = sorted([*owner.above, *_others(owner.above, part.above)], key=lambda one: one.box.y0)
    owner.below += _others(owner.below, part.below)


def _others(texts: Sequence[Paragraph], others: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs that do not repeat one of another page."""
    printed = {one.text for one in texts}
    return [one for one in others if one.text not in printed]


def _repeated_columns(table: RuledTable, other: RuledTable) -> int:
    """How many first columns of a table are those of another, printed again: as wide, and with the same texts."""
    ours, theirs = _by_column(table), _by_column(other)
    count = 0
    for number in range(min(len(table.columns), len(other.columns)) - 2):
        edges, others = table.columns[number : number + 2], other.columns[number : number + 2]
        if abs(edges[1] - edges[0] - others[1] + others[0]) > _SAME_EDGE or ours.get(number) != theirs.get(number):
            break
        if ours.get(number):
            count = number + 1
    return count


def _by_column(table: RuledTable) -> dict[int, list[tuple[int, str]]]:
    """The texts of each column, each with its row."""
    found: dict[int, list[tuple[int, str]]] = {}
    for cell in (cell for row in table.rows for cell in row if cell.text):
        found.setdefault(cell.column, []).append((cell.row, cell.text))
    return found
