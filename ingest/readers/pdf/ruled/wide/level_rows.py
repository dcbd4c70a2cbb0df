"""Tables of two pages whose rows stand level, as those of one sheet do."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.readers.pdf.ruled.table import RuledTable

FEWEST_EDGES = 2
"""So many rows tell nothing."""

# In points: edges nearer than this are one; rows of heights that differ less are of one height.
_SAME_EDGE = 1.0
_SAME_HEIGHT = 4.0


def place(edges: Sequence[float], edge: float) -> int:
    """The number of an edge among those of another table; -1 where it is none of them."""
    return next((number for number, one in enumerate(edges) if abs(one - edge) <= _SAME_EDGE), -1)


def shared_edges(table: RuledTable, other: RuledTable) -> int:
    """How many edges the rows of two tables share: both begin and end level, and one has all edges of the other."""
    few, many = sorted((table.row_edges, other.row_edges), key=len)
    ends = max(abs(few[0] - many[0]), abs(few[-1] - many[-1]))
    is_level = ends <= _SAME_EDGE and all(min(abs(edge - one) for one in many) <= _SAME_EDGE for edge in few)
    return len(few) if is_level else 0


def is_uneven(table: RuledTable, other: RuledTable) -> bool:
    """True where the rows that two tables share are of various heights."""
    few = min(table.row_edges, other.row_edges, key=len)
    heights = [below - above for above, below in pairwise(few)]
    return len(heights) > FEWEST_EDGES and max(heights) - min(heights) > _SAME_HEIGHT


def is_beside(table: RuledTable, other: RuledTable) -> bool:
    """True for level tables that are of one sheet, not a second form: the same rows lack the wall where both meet.

    Or their rows are uneven and their columns of other kinds: they share no text, and one holds numbers where the other
    holds none.
    """
    if not shared_edges(table, other):
        return False
    if goes_over(table, other):
        return True
    if not is_uneven(table, other):
        return False
    ours, theirs = _below_header(table), _below_header(other)
    return all(ours[column].isdisjoint(theirs[column]) for column in ours.keys() & theirs.keys()) and any(
        {_are_numbers(ours[column]), _are_numbers(theirs[column])} == {True, False}
        and len(ours[column]) > 1 < len(theirs[column])
        for column in ours.keys() & theirs.keys()
    )


def goes_over(table: RuledTable, other: RuledTable) -> bool:
    """True where cells go on from one table to another: rows open at the right are, as high, open at the left there."""
    ours, theirs = _open_rows(table, table.open_right), _open_rows(other, other.open_left)
    return bool(ours) and ours == theirs


def _open_rows(table: RuledTable, opened: frozenset[int]) -> set[int]:
    """The heights, in whole points, of the upper edges of some rows."""
    return {round(table.row_edges[row]) for row in opened}


def _below_header(table: RuledTable) -> dict[int, set[str]]:
    """The texts of each column below the first row."""
    found: dict[int, set[str]] = {}
    for row in table.rows[1:]:
        for cell in row:
            if cell.text:
                found.setdefault(cell.column, set()).add(cell.text)
    return found


def _are_numbers(texts: set[str]) -> bool | None:
    """Whether all of some texts or none of them hold digits; None for some."""
    held = {any(map(str.isdigit, text)) for text in texts}
    return held.pop() if len(held) == 1 else None
