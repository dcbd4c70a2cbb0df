"""Sheets wider than a page: the parts of a table that were printed on pages of their own stand side by side again.

A spreadsheet prints the columns that fit a page, and the others on further pages: behind all pages of the first ones,
or page by page. Their rows have the same edges, but for cells that cover several of them, which proves it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import attrgetter

from ingest.readers.pdf.rows import Block, PageTable, Paragraph
from ingest.readers.pdf.ruled.halves import beside, joined, repeated_columns
from ingest.readers.pdf.ruled.level_rows import FEWEST_EDGES, is_beside, is_uneven, place, shared_edges
from ingest.readers.pdf.tables import RuledTable, TableCell
from ingest.source.blocks import Notice

# In points: edges of columns nearer than this are one.
_SAME_SIDE = 4.0
_COLONS = ("：", ":")
_NOT_PROVED = Notice("table_in_parts", "the table may go on beside a table of another page, which nothing proves")


@dataclass(slots=True)
class _Part:
    """A ruled table of a page, what stands above it, and below the last one.

    ``right`` is where the table ends on its page, or on the last one of those put beside it.
    """

    above: list[Paragraph]
    whole: PageTable
    below: list[Paragraph]
    right: float

    @property
    def table(self) -> RuledTable:
        return self.whole.table


def put_together(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a document, tables of pages that stand side by side in their sheet as one table.

    A table that looks like such a part while it may be another one stays, and that is said of it.
    """
    pages = [part for _, own in groupby(blocks, key=attrgetter("page")) for part in _parts(list(own))]
    found: list[Block] = []
    at = 0
    while at < len(pages):
        first, band = pages[at], _band(pages, at)
        if not band:
            found += first if isinstance(first, list) else ()
            at += 1
            continue
        at += len(band)
        printed = [band[0].table.columns]
        while (others := _band(pages, at)[: len(band)]) and (
            is_beside(band[0].table, others[0].table)
            or not any(_are_again(others[0].table.columns, own) for own in printed)
        ):
            for part, other in zip(band, others, strict=False):
                _add_open_rows(part, other)
            owners = _owners(band, others)
            if owners is None:
                break
            _put_all_beside(band, owners, others)
            printed.append(others[0].table.columns)
            at += len(others)
        for part in band:
            found += [*part.above, part.whole, *part.below]
    return found


def _parts(blocks: list[Block]) -> list[_Part | list[Block]]:
    """A page as the parts of its tables; its blocks where they are no grids below one another, or it holds none."""
    places = [number for number, block in enumerate(blocks) if isinstance(block, PageTable)]
    tables = [block for block in blocks if isinstance(block, PageTable)]
    are_grids = tables and all(one.table.row_edges and not one.table.is_told for one in tables)
    if not are_grids or any(one.table.row_edges[-1] > other.table.top for one, other in pairwise(tables)):
        return [blocks]
    ends = [*places[:-1], len(blocks)]
    parts: list[_Part | list[Block]] = []
    for table, first, at, end in zip(tables, [-1, *places], places, ends, strict=False):
        below = _paragraphs(blocks[at + 1 : end]) if end == len(blocks) else []
        parts.append(_Part(_paragraphs(blocks[first + 1 : at]), table, below, table.table.columns[-1]))
    return parts


def _paragraphs(blocks: Iterable[Block]) -> list[Paragraph]:
    return [block for block in blocks if isinstance(block, Paragraph)]


def _band(pages: Sequence[_Part | list[Block]], at: int) -> list[_Part]:
    """The parts that follow one another from one on, on the same page or the next, with the same columns."""
    band: list[_Part] = []
    for page in pages[at:]:
        if not isinstance(page, _Part) or (band and not _is_below(page, band[-1])):
            break
        if any(is_beside(part.table, page.table) for part in band):
            break
        band.append(page)
    return band


def _is_below(part: _Part, above: _Part) -> bool:
    step = part.whole.page - above.whole.page
    return step in (0, 1) and _are_same(part.table.columns, above.table.columns)


def _are_same(columns: Sequence[float], others: Sequence[float]) -> bool:
    """True for columns between the same sides, most edges of which are the same."""
    few, many = sorted((columns[1:-1], others[1:-1]), key=len)
    shared = sum(any(abs(edge - one) <= _SAME_SIDE for one in many) for edge in few)
    are_between = max(abs(columns[0] - others[0]), abs(columns[-1] - others[-1])) <= _SAME_SIDE
    return are_between and (not few or 2 * shared > len(few))


def _are_again(columns: Sequence[float], others: Sequence[float]) -> bool:
    """True for columns that may be the same ones: a single column is not several."""
    return _are_same(columns, others) and (len(columns) > 2) == (len(others) > 2)


def _owners(band: Sequence[_Part], others: Sequence[_Part]) -> list[_Part] | None:
    """The parts of ``band`` beside which those of the next band stand; None where that is not proved."""
    owners = list(band)
    if len(others) < len(band):
        level = [[part for part in band if shared_edges(part.table, other.table)] for other in others]
        owners = [own[0] for own in level if len(own) == 1]
    if len(owners) != len(others):
        return None
    shared = [shared_edges(owner.table, other.table) for owner, other in zip(owners, others, strict=True)]
    are_again = all(repeated_columns(owner.table, other.table) for owner, other in zip(owners, others, strict=True))
    if not all(shared) or (sum(shared) - 2 * len(shared) < FEWEST_EDGES and not are_again):
        return None
    if any(map(_has_own_heading, owners, others)):
        return None
    if all(map(_is_proved, owners, others)) and len(set(map(id, owners))) == len(owners):
        return owners
    for part in others:
        cell = part.table.rows[0][0]
        cell.notices = (*cell.notices, _NOT_PROVED)
    return None


def _add_open_rows(part: _Part, other: _Part) -> None:
    """Add to the table of ``other`` first and last rows of ``part`` that go on there without walls at their sides."""
    edges, table = part.table.row_edges, other.table
    ends = [place(edges, table.row_edges[0]), place(edges, table.row_edges[-1])]
    missing = [*range(ends[0]), *range(ends[1], len(edges) - 1)]
    if min(ends) < 0 or not missing or not part.table.open_right.issuperset(missing):
        return
    shift, behind = ends[0], ends[0] + len(table.row_edges) - 1 - ends[1]
    texts = [*other.above, *other.below]
    rows = [[replace(cell, row=cell.row + shift) for cell in row] for row in table.rows]
    for number in missing:
        own = [one for one in texts if edges[number] < (one.box.y0 + one.box.y1) / 2 < edges[number + 1]]
        text, said = "\n".join(one.text for one in own), [notice for one in own for notice in one.notices]
        row = number if number < shift else number + behind
        rows.append([TableCell(row, 0, text, [one.box for one in own], notices=said)])
        texts = [one for one in texts if one not in own]
    opened = frozenset(number if number < shift else number + behind for number in missing)
    wider = replace(
        table,
        rows=sorted(rows, key=lambda cells: cells[0].row),
        top=edges[0],
        row_edges=[*edges[:shift], *table.row_edges, *edges[ends[1] + 1 :]],
        open_left=opened | {row + shift for row in table.open_left},
        open_right=opened | {row + shift for row in table.open_right},
    )
    if shared_edges(part.table, wider):
        other.whole = replace(other.whole, table=wider)
        other.above, other.below = ([one for one in own if one in texts] for own in (other.above, other.below))


def _is_proved(part: _Part, other: _Part) -> bool:
    """True where level tables are parts of one: the columns had no room on the page before.

    Rows of various heights prove it without that: a sheet may be broken where its author wants.
    """
    columns = other.table.columns[repeated_columns(part.table, other.table) :]
    has_no_room = part.right + columns[1] - columns[0] > part.whole.width - part.table.columns[0]
    return has_no_room or is_uneven(part.table, other.table)


def _has_own_heading(part: _Part, other: _Part) -> bool:
    """True where both pages print an unlabelled text on one line above their table, or as its first row, and not the
    same one or one that goes on from page to page.
    """
    ours, theirs = ([cell.text for cell in one.table.rows[0]] for one in (part, other))
    if len(ours) == len(theirs) == 1 and len(part.table.columns) > 2 < len(other.table.columns):
        return bool(ours[0] and theirs[0] and ours[0] != theirs[0] and 0 not in part.table.open_right)
    return any(
        _is_on_line(one, another) and one.text != another.text and not _goes_over(one, another, part, other)
        for one in part.above
        for another in other.above
        if not any(colon in text for colon in _COLONS for text in (one.text, another.text))
    )


def _is_on_line(one: Paragraph, other: Paragraph) -> bool:
    return abs(one.box.y0 + one.box.y1 - other.box.y0 - other.box.y1) < one.box.y1 - one.box.y0


def _goes_over(one: Paragraph, other: Paragraph, part: _Part, others: _Part) -> bool:
    """True for a text at the right end of its page, and one on one line with it where the other page goes on.

    That is at its left end, or behind the columns that it prints again.
    """
    height = one.box.y1 - one.box.y0
    is_at_end = one.page == (part.whole.until or part.whole.page) and one.box.x1 > part.right - height
    if not is_at_end or not _is_on_line(one, other):
        return False
    columns = others.table.columns
    again = columns[repeated_columns(part.table, others.table)]
    return other.box.x0 < columns[0] + height or abs(other.box.x0 - again) < height


def _put_all_beside(band: Sequence[_Part], owners: Sequence[_Part], others: Sequence[_Part]) -> None:
    """Put the parts of the next band beside their owners; what has none, as its rest is blank, gets the columns."""
    width = len(band[0].table.columns)
    for owner, part in zip(owners, others, strict=True):
        _put_beside(owner, part)
    wider = owners[0].table.columns
    for part in band:
        if all(part is not owner for owner in owners):
            shift = part.table.columns[-1] - wider[width - 1]
            part.table.columns = [*part.table.columns, *(edge + shift for edge in wider[width:])]


def _put_beside(owner: _Part, part: _Part) -> None:
    """Put a table at the right of another, without the columns of that one that it repeats, and what is around it."""
    table = beside(owner.table, part.table, part.whole.page, repeated_columns(owner.table, part.table))
    for texts, others in ((owner.above, part.above), (owner.below, part.below)):
        for number, text in enumerate(texts):
            rest = next((other for other in others if _goes_over(text, other, owner, part)), None)
            if rest is not None:
                others.remove(rest)
                is_cut = text.box.x1 > owner.right or rest.box.x0 < part.table.columns[0]
                texts[number] = replace(text, text=joined(text.text, rest.text, is_cut))
        printed = {one.text for one in texts}
        texts += [one for one in others if one.text not in printed]
    owner.above.sort(key=lambda one: one.box.y0)
    owner.whole, owner.right = replace(owner.whole, table=table, until=part.whole.page), part.right
