"""Rows that no wall closes on a page of a wide sheet: its table falls into pieces there, or ends too early.

The page before has their cells, which are open at its right side: it tells which rows stand between the pieces.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from ingest.readers.pdf.rows import Paragraph
from ingest.readers.pdf.ruled.common_columns import common_columns
from ingest.readers.pdf.ruled.table import RuledTable, TableCell
from ingest.readers.pdf.ruled.wide.level_rows import place, shared_edges


def with_rows_between(
    before: RuledTable, pieces: Sequence[RuledTable], texts: Sequence[Paragraph]
) -> tuple[RuledTable, list[Paragraph]] | None:
    """The pieces of a page as the one table that stands beside ``before``, and the texts that are in none of its rows.

    None where they are no such pieces.
    """
    edges = before.row_edges
    ends = [(place(edges, piece.row_edges[0]), place(edges, piece.row_edges[-1])) for piece in pieces]
    begun = {begin: (piece, end) for piece, (begin, end) in zip(pieces, ends, strict=True)}
    inside = {row for begin, end in ends for row in range(begin, end)}
    missing = [row for row in range(len(edges) - 1) if row not in inside]
    if min(map(min, ends)) < 0 or len(inside) < sum(end - begin for begin, end in ends):
        return None
    if not before.open_right.issuperset(missing) or not (missing or len(pieces) > 1):
        return None
    places, width = common_columns(pieces)
    if any(own[0] != 0 or own[-1] != width for own in places):
        return None
    numbered = (zip(own, piece.columns, strict=True) for own, piece in zip(places, pieces, strict=True))
    columns = dict(sorted(chain.from_iterable(numbered)))
    columns_of = {id(piece): own for piece, own in zip(pieces, places, strict=True)}
    rows: list[list[TableCell]] = []
    row_edges = [edges[0]]
    open_left: set[int] = set()
    open_right: set[int] = set()
    row, rest = 0, list(texts)
    while row < len(edges) - 1:
        shift = len(row_edges) - 1
        if row in begun:
            piece, row = begun[row]
            count = len(piece.row_edges) - 1
            rows += _moved(piece, shift, columns_of[id(piece)])
            row_edges += piece.row_edges[1:]
            open_left |= {one + shift for one in (piece.open_left if piece.has_left else range(count))}
            open_right |= {one + shift for one in (piece.open_right if piece.has_right else range(count))}
            continue
        own = [one for one in rest if edges[row] < (one.box.y0 + one.box.y1) / 2 < edges[row + 1]]
        rest = [one for one in rest if one not in own]
        said = [notice for one in own for notice in one.notices]
        rows.append([TableCell(shift, 0, "\n".join(one.text for one in own), [one.box for one in own], notices=said)])
        row_edges.append(edges[row + 1])
        open_left.add(shift)
        open_right.add(shift)
        row += 1
    table = replace(
        pieces[0],
        columns=list(columns.values()),
        rows=rows,
        top=row_edges[0],
        row_edges=row_edges,
        open_top=pieces[0].open_top if 0 in begun else before.open_top,
        open_bottom=pieces[-1].open_bottom,
        open_below=frozenset(columns_of[id(pieces[-1])][column] for column in pieces[-1].open_below),
        open_left=frozenset(open_left),
        open_right=frozenset(open_right),
    )
    return (table, rest) if shared_edges(before, table) else None


def _moved(piece: RuledTable, shift: int, columns: Sequence[int]) -> list[list[TableCell]]:
    """The rows of a piece in the rows and columns of the whole; of two cells in one slot one is blank."""
    rows: list[list[TableCell]] = []
    for cells in piece.rows:
        own: dict[int, TableCell] = {}
        for cell in cells:
            at = columns[cell.column]
            if at not in own or not own[at].text:
                own[at] = replace(cell, row=cell.row + shift, column=at)
        rows.append(list(own.values()))
    return rows
