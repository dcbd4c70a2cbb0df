"""The columns of a table that the end of a page breaks: those of all its parts, by their edges."""

from collections.abc import Sequence

from ingest.readers.pdf.ruled.table import RuledTable

# Edges nearer than this, in points, are one edge of a table that goes on.
_SAME_EDGE = 4.0


def common_columns(tables: Sequence[RuledTable]) -> tuple[list[list[int]], int]:
    """For each table, which column of them all each of its edges begins; how many columns there are.

    Two edges of one table stay two, however near they stand, unless nothing is written between them.
    """
    found = sorted((edge, index) for index, table in enumerate(tables) for edge in _edges(table))
    places: list[dict[float, int]] = [{} for _ in tables]
    own: set[int] = set()
    first, count = 0.0, 0
    for edge, index in found:
        if not own or edge - first > _SAME_EDGE or index in own:
            own, first, count = set(), edge, count + 1
        own.add(index)
        places[index][edge] = count - 1
    return [_filled_up(table.columns, own_places) for table, own_places in zip(tables, places, strict=True)], count - 1


def _edges(table: RuledTable) -> list[float]:
    """The edges of a table, without the second one of a doubled rule."""
    written = {cell.column for row in table.rows for cell in row if cell.text}
    columns = table.columns
    return [
        edge
        for number, edge in enumerate(columns)
        if number == 0 or edge - columns[number - 1] > _SAME_EDGE or number - 1 in written
    ]


def _filled_up(columns: Sequence[float], places: dict[float, int]) -> list[int]:
    """The place of every edge; one that was left out has that of the edge before."""
    found: list[int] = []
    for edge in columns:
        found.append(places.get(edge, found[-1] if found else 0))
    return found
