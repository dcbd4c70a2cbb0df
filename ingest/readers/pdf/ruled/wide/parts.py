"""A table on a page of a wide sheet and the texts around it: which texts go on over the edge of the page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.readers.pdf.rows import Block, PageTable, Paragraph
from ingest.readers.pdf.ruled.table import RuledTable
from ingest.readers.pdf.ruled.wide.halves import repeated_columns
from ingest.readers.pdf.ruled.wide.level_rows import shared_edges

_COLONS = ("：", ":")


@dataclass(slots=True)
class Part:
    """A ruled table of a page, what stands above it, and below the last one.

    ``right`` is where the table ends on its page, or on the last one of those put beside it, ``ends`` where texts end
    that were put together of parts, by text. ``left`` is where tables begin on its page, ``pages`` the blocks
    of those with tables side by side that it was put together of.
    """

    above: list[Paragraph]
    whole: PageTable
    below: list[Paragraph]
    right: float
    left: float
    is_joined: bool = False
    pages: Sequence[Sequence[Block]] = ()
    ends: dict[str, Paragraph] = field(default_factory=dict)

    @property
    def table(self) -> RuledTable:
        """The table itself."""
        return self.whole.table


def has_own_heading(part: Part, other: Part) -> bool:
    """True where both pages print an unlabelled text on one line above their table, or as its first row, and not the
    same one or one that goes on from page to page.
    """
    ours, theirs = ([cell.text for cell in one.table.rows[0]] for one in (part, other))
    if len(ours) == len(theirs) == 1 and len(part.table.columns) > 2 < len(other.table.columns):
        return bool(ours[0] and theirs[0] and ours[0] != theirs[0] and 0 not in part.table.open_right)
    return any(
        _is_on_line(one, another) and one.text != another.text and not goes_over(one, another, part, other)
        for one in part.above
        for another in other.above
        if not any(colon in text for colon in _COLONS for text in (one.text, another.text))
    )


def _is_on_line(one: Paragraph, other: Paragraph) -> bool:
    return abs(one.box.y0 + one.box.y1 - other.box.y0 - other.box.y1) < one.box.y1 - one.box.y0


def goes_over(one: Paragraph, other: Paragraph, part: Part, others: Part) -> bool:
    """True for a text at the right end of its page, and one on one line with it where the other page goes on.

    That is at its left end, or behind the columns that it prints again.
    """
    one = part.ends.get(one.text, one)
    height = one.box.y1 - one.box.y0
    is_at_end = one.page == (part.whole.until or part.whole.page) and one.box.x1 > part.right - height
    if not is_at_end or not _is_on_line(one, other):
        return False
    columns = others.table.columns
    again = columns[repeated_columns(part.table, others.table)]
    return other.box.x0 < columns[0] + height or abs(other.box.x0 - again) < height


def title_goes_over(part: Part, other: Part) -> bool:
    """True where a text above a table, alone on its line, fills it to the right end and goes on above a level table.

    That one has no other text on the line either: two forms of one kind have the same texts at both ends.
    """
    if not shared_edges(part.table, other.table):
        return False
    return any(
        goes_over(one, rest, part, other)
        and sum(_is_on_line(one, text) for text in part.above)
        == sum(_is_on_line(one, text) for text in other.above)
        == 1
        for one in part.above
        for rest in other.above
    )


def side_by_side(blocks: Sequence[Block], tables: Sequence[PageTable]) -> list[list[Block]]:
    """The blocks of a page by the tables that stand beside one another, from the left; texts go with the nearest."""
    stacks: list[list[PageTable]] = []
    end = float("-inf")
    for table in sorted(tables, key=lambda one: one.table.columns[0]):
        if table.table.columns[0] > end:
            stacks.append([])
        stacks[-1].append(table)
        end = max(end, table.table.columns[-1])
    found: list[list[Block]] = [[] for _ in stacks]
    for block in blocks:
        if isinstance(block, PageTable):
            at = next(number for number, stack in enumerate(stacks) if any(block is one for one in stack))
        else:
            middle = (block.box.x0 + block.box.x1) / 2
            at = min(range(len(stacks)), key=lambda number: min(_off(middle, one) for one in stacks[number]))
        found[at].append(block)
    return found


def _off(x: float, table: PageTable) -> float:
    """How far beside a table a place is; 0 above and below it."""
    return max(table.table.columns[0] - x, x - table.table.columns[-1], 0.0)


def in_order(parts: Sequence[Part | list[Block]]) -> list[Block]:
    """The blocks of parts; those of a page with tables side by side as they stood, where none of them was joined."""
    joined = {id(page) for part in parts if isinstance(part, Part) and part.is_joined for page in part.pages}
    found: list[Block] = []
    given: set[int] = set()
    for part in parts:
        if not isinstance(part, Part):
            found += part
        elif part.pages and joined.isdisjoint(map(id, part.pages)):
            if id(part.pages[0]) not in given:
                found += part.pages[0]
            given.add(id(part.pages[0]))
        else:
            found += [*part.above, part.whole, *part.below]
    return found
