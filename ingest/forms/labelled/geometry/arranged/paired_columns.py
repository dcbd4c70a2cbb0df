"""Columns that print two values in a cell below two labels: 目标值/实际值 above ≥26座/28座."""

from collections.abc import Sequence
from typing import NamedTuple

from ingest.forms.labelled.labels import grid_column
from ingest.source.printed import Printed, PrintedCells, fold

_SIGN = "/"
_PAIR = 2
_VALUES = frozenset(("value", "annual"))


class Apart(NamedTuple):
    """The rows of a form, each such column as two, and the signs between the values."""

    rows: Sequence[PrintedCells]
    signs: Sequence[Printed]


def apart(rows: Sequence[PrintedCells]) -> Apart:
    """The rows of a form with a target and an actual value in columns of their own; all rows as they are where none is.

    Of several signs the middle one parts a cell: 600元/亩/580元/亩. A cell that has none between its values is no pair.
    """
    header = next((number for number, row in enumerate(rows) if _pairs(row)), None)
    if header is None:
        return Apart(rows, ())
    pairs = [at for at in _pairs(rows[header]) if _parts_most(rows[header + 1 :], at)]
    if not pairs:
        return Apart(rows, ())
    signs: list[Printed] = []
    found: list[PrintedCells] = []
    for number, row in enumerate(rows):
        cells: dict[int, Printed] = {}
        for at, cell in row.items():
            place = at + sum(pair < at for pair in pairs)
            middle = _middle(cell.text) if at in pairs and number >= header else None
            if middle is None:
                cells[place] = cell
                continue
            cells |= {place: cell[:middle].strip(), place + 1: cell[middle + 1 :].strip()}
            signs.append(cell[middle : middle + 1])
        found.append(cells)
    return Apart(found, signs)


def _pairs(row: PrintedCells) -> list[int]:
    """The columns whose label is one of targets and one of actual values."""
    return [at for at, cell in row.items() if names_both(cell.text)]


def names_both(text: str) -> bool:
    """True for the label of a column of targets and of actual values."""
    if _SIGN not in text and "／" not in text:
        return False
    parts = fold(text).split(_SIGN)
    return len(parts) == _PAIR and grid_column(parts[0]) in _VALUES and grid_column(parts[1]) == "actual"


def _parts_most(rows: Sequence[PrintedCells], at: int) -> bool:
    """True where the first cell of a column parts into two, and most of the others do."""
    parts = [_middle(row[at].text) is not None for row in rows if at in row]
    return bool(parts) and parts[0] and 2 * sum(parts) > len(parts)


def _middle(text: str) -> int | None:
    """Where the middle one of an odd number of signs stands; None for none and where a side is blank."""
    places = [at for at, sign in enumerate(text) if fold(sign) == _SIGN]
    middle = places[len(places) // 2] if len(places) % 2 else None
    return middle if middle is not None and text[:middle].strip() and text[middle + 1 :].strip() else None
