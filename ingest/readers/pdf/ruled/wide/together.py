"""Sheets wider than a page: the parts of a table that were printed on pages of their own stand side by side again.

A spreadsheet prints the columns that fit a page, and the others on further pages: behind all pages of the first ones,
or page by page. Their rows have the same edges, but for cells that cover several of them, which proves it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter

from ingest.readers.pdf.rows import Block, PageTable, Paragraph
from ingest.readers.pdf.ruled.wide.halves import beside, is_halved, joined, repeated_columns
from ingest.readers.pdf.ruled.wide.level_rows import FEWEST_EDGES, is_beside, is_uneven, place, shared_edges
from ingest.readers.pdf.ruled.wide.parts import (
    Part,
    goes_over,
    has_own_heading,
    in_order,
    side_by_side,
    title_goes_over,
)
from ingest.readers.pdf.ruled.wide.rows_between import with_rows_between
from ingest.source.blocks import Notice

# In points: edges of columns nearer than this are one.
_SAME_SIDE = 4.0
_NOT_PROVED = Notice("table_in_parts", "the table may go on beside a table of another page, which nothing proves")
_Page = Part | list[Block]


def put_together(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a document, tables of pages that stand side by side in their sheet as one table.

    A table that looks like such a part while it may be another one stays, and that is said of it.
    """
    pages = [part for _, own in groupby(blocks, key=attrgetter("page")) for part in _parts(list(own))]
    found: list[_Page] = []
    at = 0
    while at < len(pages):
        first = pages[at]
        if not isinstance(first, Part):
            found.append(first)
            at += 1
            continue
        band = _band(pages, at)
        end = _widened(band, pages, at + len(band), _band)
        whole = _of_page(pages, at)
        if end == at + len(band) and len(whole) > len(band):
            wider = _widened(whole, pages, at + len(whole), _of_page)
            if wider > at + len(whole):
                band, end = whole, wider
        found += band
        at = end
    return in_order(found)


def _widened(band: list[Part], pages: list[_Page], at: int, take: Callable[[list[_Page], int], list[Part]]) -> int:
    """Put the next bands beside one, as long as that is proved; where the pages behind the last one begin."""
    printed = [band[0].table.columns]
    while True:
        for number, part in enumerate(band):
            _gather(pages, at + number, part)
        others = take(pages, at)[: len(band)]
        if not others:
            return at
        if not _is_sure(band[0], others[0]) and any(_are_again(others[0].table.columns, own) for own in printed):
            return at
        owners = _owners(band, others)
        if owners is None:
            return at
        _put_all_beside(band, owners, others)
        printed.append(others[0].table.columns)
        at += len(others)


def _parts(blocks: list[Block]) -> list[_Page]:
    """A page as the parts of its tables; its blocks where they are no grids below one another, or it holds none."""
    places = [number for number, block in enumerate(blocks) if isinstance(block, PageTable)]
    tables = [block for block in blocks if isinstance(block, PageTable)]
    are_grids = tables and all(one.table.row_edges and not one.table.is_told for one in tables)
    if not are_grids:
        return [blocks]
    if any(one.table.row_edges[-1] > other.table.top for one, other in pairwise(tables)):
        stacks = side_by_side(blocks, tables)
        parts = [part for stack in stacks for part in _parts(stack)] if len(stacks) > 1 else []
        if not parts or not all(isinstance(part, Part) for part in parts):
            return [blocks]
        for part in parts:
            if isinstance(part, Part):
                part.left, part.pages = min(table.table.columns[0] for table in tables), [blocks]
        return parts
    return list(_below_one_another(blocks, tables, places))


def _below_one_another(blocks: Sequence[Block], tables: Sequence[PageTable], places: Sequence[int]) -> Iterator[Part]:
    ends = [*places[:-1], len(blocks)]
    for table, first, at, end in zip(tables, [-1, *places], places, ends, strict=False):
        below = _paragraphs(blocks[at + 1 : end]) if end == len(blocks) else []
        columns = table.table.columns
        yield Part(_paragraphs(blocks[first + 1 : at]), table, below, columns[-1], columns[0])


def _paragraphs(blocks: Iterable[Block]) -> list[Paragraph]:
    return [block for block in blocks if isinstance(block, Paragraph)]


def _band(pages: list[_Page], at: int) -> list[Part]:
    """The parts that follow one another from one on, on the same page or the next, with the same columns."""
    band: list[Part] = []
    while at + len(band) < len(pages):
        number = at + len(band)
        for part in band:
            _gather(pages, number, part)
        page = pages[number]
        if not isinstance(page, Part) or (band and not _is_below(page, band[-1])):
            break
        if any(_is_sure(part, page) for part in band):
            break
        band.append(page)
    return band


def _of_page(pages: list[_Page], at: int) -> list[Part]:
    """The parts that follow one another from one on, all of one page, whatever their columns."""
    page: list[Part] = []
    for part in pages[at:]:
        if not isinstance(part, Part) or (page and part.whole.page != page[0].whole.page):
            break
        page.append(part)
    return page


def _is_sure(part: Part, other: Part) -> bool:
    """True for tables that stand side by side, though their columns may be as wide."""
    return is_beside(part.table, other.table) or title_goes_over(part, other)


def _is_below(part: Part, above: Part) -> bool:
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


def _owners(band: Sequence[Part], others: Sequence[Part]) -> list[Part] | None:
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
    if any(map(has_own_heading, owners, others)):
        return None
    if all(map(_is_proved, owners, others)) and len(set(map(id, owners))) == len(owners):
        return owners
    for part in others:
        cell = part.table.rows[0][0]
        cell.notices = (*cell.notices, _NOT_PROVED)
    return None


def _gather(pages: list[_Page], at: int, part: Part) -> None:
    """Make one part of those from ``at`` on that are pieces of the one beside ``part``, but for rows without walls."""
    pieces: list[Part] = []
    edges = part.table.row_edges
    for page in pages[at:]:
        if not isinstance(page, Part) or (pieces and page.whole.page != pieces[0].whole.page):
            break
        if any(place(edges, page.table.row_edges[end]) < 0 for end in (0, -1)):
            break
        pieces.append(page)
    if not pieces:
        return
    texts = [text for piece in pieces for text in (*piece.above, *piece.below)]
    found = with_rows_between(part.table, [piece.table for piece in pieces], texts)
    if found is None:
        return
    table, rest = found
    above = [text for text in rest if text.box.y0 < table.top]
    below = [text for text in rest if text not in above]
    first = replace(pieces[0].whole, table=table)
    whole = Part(above, first, below, table.columns[-1], pieces[0].left, pages=pieces[0].pages)
    pages[at : at + len(pieces)] = [whole]


def _is_proved(part: Part, other: Part) -> bool:
    """True where level tables are parts of one: the columns had no room on the page before.

    Rows of various heights prove it without that: a sheet may be broken where its author wants.
    """
    columns = other.table.columns[repeated_columns(part.table, other.table) :]
    has_no_room = part.right + columns[1] - columns[0] > part.whole.width - part.left
    return has_no_room or is_uneven(part.table, other.table)


def _put_all_beside(band: Sequence[Part], owners: Sequence[Part], others: Sequence[Part]) -> None:
    """Put the parts of the next band beside their owners; what has none, as its rest is blank, gets the columns."""
    width = len(band[0].table.columns)
    for owner, part in zip(owners, others, strict=True):
        _put_beside(owner, part)
    wider = owners[0].table.columns
    for part in band:
        if all(part is not owner for owner in owners) and len(part.table.columns) == width:
            shift = part.table.columns[-1] - wider[width - 1]
            part.table.columns = [*part.table.columns, *(edge + shift for edge in wider[width:])]


def _put_beside(owner: Part, part: Part) -> None:
    """Put a table at the right of another, without the columns of that one that it repeats, and what is around it."""
    owner.is_joined, owner.pages = True, [*owner.pages, *part.pages]
    table = beside(owner.table, owner.right, part.table, part.whole.page, repeated_columns(owner.table, part.table))
    for texts, others in ((owner.above, part.above), (owner.below, part.below)):
        for number, text in enumerate(texts):
            rest = next((other for other in others if goes_over(text, other, owner, part)), None)
            if rest is not None:
                others.remove(rest)
                end = owner.ends.get(text.text, text)
                edges = (owner.right, part.table.columns[0])
                is_cut = is_halved((end.box, end.halved), (rest.box, rest.halved), edges)
                texts[number] = replace(text, text=joined(text.text, rest.text, is_cut))
                owner.ends[texts[number].text] = rest
        printed = {one.text for one in texts}
        texts += [one for one in others if one.text not in printed]
    owner.above.sort(key=lambda one: one.box.y0)
    owner.whole, owner.right = replace(owner.whole, table=table, until=part.whole.page), part.right
