"""Two parts of a table side by side: rows counted by the edges of both, cells that both have a half of joined."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.pdf.ruled.table import RuledTable, Sides, TableCell
from ingest.source.blocks import Box, Notice

# Edges nearer than this, in points, are one.
_SAME_EDGE = 1.0
# What reaches no farther over an edge, in points, ends there.
_SLIGHT = 0.1
_HALVES = (Notice("text_cut", "the text is printed in halves on two pages, which are joined line by line"),)


def beside(table: RuledTable, right: float, other: RuledTable, page: int, repeated: int) -> RuledTable:
    """A table with another, of ``page``, at its right, without the first columns of that one that it ``repeated``.

    ``right`` is where its last part ends on its page.
    """
    edges: list[float] = []
    for edge in sorted([*table.row_edges, *other.row_edges]):
        if not edges or edge - edges[-1] > _SAME_EDGE:
            edges.append(edge)
    shift = table.columns[-1] - other.columns[repeated]
    offset = len(table.columns) - 1 - repeated
    ours, ours_open, open_left = _counted(table, edges, table.open_right, table.open_left)
    theirs, theirs_open, open_right = _counted(other, edges, other.open_left, other.open_right)
    last = {cell.row: cell for cell in sorted(ours, key=lambda cell: cell.column)}
    begun = {(cell.row, cell.rows): cell for cell in last.values() if cell.row in ours_open}
    cells = list(ours)
    for cell in theirs:
        if cell.column < repeated:
            continue
        half = begun.get((cell.row, cell.rows)) if cell.column == 0 and cell.row in theirs_open else None
        if half is not None:
            _join(half, cell, page, (right, other.columns[repeated]))
        else:
            cells.append(replace(cell, column=cell.column + offset, page=page))
    rows: dict[int, list[TableCell]] = {}
    for cell in sorted(cells, key=lambda one: (one.row, one.column)):
        rows.setdefault(cell.row, []).append(cell)
    ends = [
        own | {column + offset for column in others if column >= repeated}
        for own, others in zip(_open_ends(table, other), _open_ends(other, table), strict=True)
    ]
    return replace(
        table,
        columns=[*table.columns, *(edge + shift for edge in other.columns[repeated + 1 :])],
        rows=list(rows.values()),
        row_edges=edges,
        open_top=table.open_top and other.open_top,
        open_bottom=table.open_bottom and other.open_bottom,
        open_above=ends[0],
        open_below=ends[1],
        open_left=open_left,
        open_right=open_right,
    )


def _open_ends(table: RuledTable, other: RuledTable) -> list[frozenset[int]]:
    """The columns that no rule closes at both ends of a table: all of them where it is open and ``other`` is closed."""
    own = ((table.open_top, other.open_top, table.open_above), (table.open_bottom, other.open_bottom, table.open_below))
    everywhere = frozenset(range(len(table.columns) - 1))
    return [everywhere if is_open and not beside_it else columns for is_open, beside_it, columns in own]


def _counted(
    table: RuledTable, edges: Sequence[float], *opened: frozenset[int]
) -> tuple[list[TableCell], frozenset[int], frozenset[int]]:
    """The cells of a table with their rows counted by other edges, and so the rows of open cells of its two sides."""
    places = [min(range(len(edges)), key=lambda number: abs(edges[number] - edge)) for edge in table.row_edges]
    cells = [
        replace(cell, row=places[cell.row], rows=places[cell.row + cell.rows] - places[cell.row])
        for row in table.rows
        for cell in row
    ]
    first, second = (frozenset(places[row] for row in own) for own in opened)
    return cells, first, second


def _join(half: TableCell, other: TableCell, page: int, edges: tuple[float, float]) -> None:
    """Add the lines of a cell of ``page`` to those of the cell that it is the right half of, each to the one level.

    ``edges`` are where the first half ends on its page, and where the other begins.
    """
    if not other.text:
        return
    if not half.text:
        half.text, half.lines, half.notices, half.page = other.text, other.lines, other.notices, page
        half.halved = other.halved
        return
    lines: list[_Line] = []
    rest = _lines(other)
    for text, line, sides in _lines(half):
        own = next((one for one in rest if _is_level(line, one[1])), None)
        if own is None:
            lines.append((text, line, sides))
        else:
            rest.remove(own)
            is_cut = is_halved((line, sides), own[1:], edges)
            lines.append((joined(text, own[0], is_cut), line, (sides[0], own[2][1])))
    lines = sorted([*lines, *rest], key=lambda one: one[1].y1)
    half.text = "\n".join(text for text, _, _ in lines)
    half.lines = [line for _, line, _ in lines]
    half.halved = [sides for _, _, sides in lines]
    half.notices = (*half.notices, *other.notices, *_HALVES)


_Line = tuple[str, Box, Sides]


def _lines(cell: TableCell) -> list[_Line]:
    """The lines of a cell."""
    halved = cell.halved or [(False, False)] * len(cell.lines)
    return list(zip(cell.text.split("\n"), cell.lines, halved, strict=True))


def _is_level(line: Box, other: Box) -> bool:
    """True for lines that stand beside each other, be it that the page cuts one of them from above or below."""
    shared = min(line.y1, other.y1) - max(line.y0, other.y0)
    return 2 * shared > min(line.y1 - line.y0, other.y1 - other.y0)


def is_halved(line: tuple[Box, Sides], rest: tuple[Box, Sides], edges: tuple[float, float]) -> bool:
    """True where the edges between two lines cut a character: it is shown in parts, or printed over its edge."""
    (one, sides), (other, others) = line, rest
    return (sides[1] and others[0]) or one.x1 > edges[0] + _SLIGHT or other.x0 < edges[1] - _SLIGHT


def joined(text: str, rest: str, is_cut: bool) -> str:
    """A text and the rest of its line on the page beside; a character that is cut by the edge is printed on both."""
    return text + (rest[1:] if is_cut and rest[:1] == text[-1:] else rest)


def repeated_columns(table: RuledTable, other: RuledTable) -> int:
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


def _by_column(table: RuledTable) -> dict[int, list[str]]:
    """The texts of each column from the top down."""
    found: dict[int, list[str]] = {}
    for cell in (cell for row in table.rows for cell in row if cell.text):
        found.setdefault(cell.column, []).append(cell.text)
    return found
