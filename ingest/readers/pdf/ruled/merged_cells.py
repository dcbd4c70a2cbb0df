"""Merged cells over the end of a page, whose label is printed on one page alone."""

from collections.abc import Sequence

from ingest.readers.pdf.ruled.broken_rows import is_number
from ingest.readers.pdf.ruled.header_again import repeated_rows
from ingest.readers.pdf.ruled.table import RuledTable, TableCell


def name_merged_cells(
    above: RuledTable,
    of_above: Sequence[int],
    below: RuledTable,
    of_below: Sequence[int],
    page: Sequence[Sequence[TableCell]],
) -> set[str]:
    """Put labels into the blank merged cells at the end of a page that stand in the same cells of the next page.

    Gives the labels that were put. Where rules close the first column, the forms judge themselves whose rows it names.

    A label in the middle of a merged cell is printed on one page alone. A blank cell that begins the last row is the
    first of a merged one where its column has no other blank cell. Where no rule closes it, its first lines may stand
    at the end of the page, the last of them cut through. The columns of both parts are counted among those of the
    table by ``of_above`` and ``of_below``; ``page`` are the rows of its first page, with its heading.
    """
    cells = [cell for row in above.rows for cell in row]
    last = max((cell.row + cell.rows for cell in cells), default=0)
    ending = [cell for cell in cells if cell.row + cell.rows == last]
    if all(cell.text for cell in ending) and not above.open_below | below.open_above:
        return set()
    rows = below.rows[repeated_rows(page, below.rows) :]
    labels = {of_below[cell.column]: cell for cell in (rows[0] if rows else ()) if cell.text}
    merged = {cell.column for cell in cells if cell.text and cell.rows > 1}
    merged -= {cell.column for cell in cells if not cell.text and cell.row + 1 < last}
    begins = min((c.column for c in cells if c.text and c.rows == 1 and c.row + 1 == last), default=0)
    named: set[str] = set()
    for cell in ending:
        label = labels.get(of_above[cell.column])
        if label is None or is_number(label.text) or (cell.text and not _is_first_line(cell, label)):
            continue
        is_proven = cell.column in above.open_below or label.column in below.open_above
        is_merged = not cell.text and (cell.rows > 1 or (cell.column < begins and cell.column in merged))
        if is_proven or (label.column and is_merged):
            cell.text, cell.lines = label.text, []
            named.add(label.text)
    return named


def _is_first_line(cell: TableCell, label: TableCell) -> bool:
    """True for the first lines of a label that the end of the page cuts through; the next page prints all of them."""
    return label.text.startswith(f"{cell.text}\n")
