"""A table on a page and its cells, as rules or places of texts tell them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.source.blocks import Box, Notice

Sides = tuple[bool, bool]
"""Whether the first and the last character of a line lack a side, which the edge of a page cuts off."""


@dataclass(slots=True)
class TableCell:
    """A cell, merged ones whole: its first slot, its text with wraps as line breaks, the box of each line in points.

    ``rows`` is how many rows it covers; ``page`` its page where that is not the one of its table.

    ``begins_at_top`` and ``reaches_bottom`` say that its text takes the first and the last line there is room for;
    ``breaks_off`` that it ends, after a wrap, in a line without room for another character and not as a label does;
    ``halved`` are the lines that begin or end with a part of a character, where any does;
    ``is_full`` that there is not even room for a single one; ``is_overrun`` that a text stands over its upper or lower
    wall, or over another text.
    """

    row: int
    column: int
    text: str
    lines: list[Box] = field(default_factory=list)
    begins_at_top: bool = False
    reaches_bottom: bool = False
    breaks_off: bool = False
    is_full: bool = False
    rows: int = 1
    is_overrun: bool = False
    notices: Sequence[Notice] = ()
    page: int = 0
    halved: Sequence[Sides] = ()


@dataclass(slots=True)
class RuledTable:
    """A table on one page: the edges of its columns, its rows of cells, each cell in the row where it begins.

    ``open_above`` and ``open_below`` are the columns of the cells that no rule closes at the first and at the last row
    while others are closed: they go on over the end of the page. ``is_told`` says that no rules frame the cells of the
    table: their places tell them. ``row_edges`` are the edges of the rows of a grid,
    ``open_left`` and ``open_right`` the rows in which such cells begin at its sides: they go on beside it. ``has_left``
    and ``has_right`` say that any rule closes that side.
    """

    columns: list[float]
    rows: list[list[TableCell]]
    top: float
    open_top: bool
    open_bottom: bool
    is_told: bool = False
    open_above: frozenset[int] = frozenset()
    open_below: frozenset[int] = frozenset()
    row_edges: Sequence[float] = ()
    open_left: frozenset[int] = frozenset()
    open_right: frozenset[int] = frozenset()
    has_left: bool = True
    has_right: bool = True
