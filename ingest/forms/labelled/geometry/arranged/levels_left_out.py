"""Rows of a grid that a text prints without the cells merged over them: 数量指标, a name and its target, then the next.

A page merges the cell of a level over the rows of its indicators. A text that leaves merged cells out begins such rows
with their second level or their name, each in the column of the grid's first cell.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.forms.labelled.labels import find_label, grid_column
from ingest.grammar.labels import is_of_framework, level1_code, level2_code
from ingest.grammar.targets import read_target
from ingest.source.printed import NOTHING, PrintedCells

_LEVELS = ("level1", "level2")
_VALUES = frozenset(("value", "annual", "cycle"))
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Header:
    """The columns of a grid in their order, the place in it of each role, and the column behind the name."""

    columns: Sequence[int]
    places: Mapping[str, int]

    @property
    def name(self) -> int:
        return self.places["level3"]


def put_back(rows: Sequence[PrintedCells]) -> Sequence[PrintedCells]:
    """The rows, those of grids under their labels; all rows as they are where none stands left of them."""
    moved: list[PrintedCells] = []
    header: _Header | None = None
    start = 0
    for number, row in enumerate(rows):
        if (begun := _header(row)) is not None or (header is not None and _leaves(header, row)):
            moved += _put(header, rows[start:number])
            header, start = begun, number
    moved += _put(header, rows[start:])
    return moved if any(own is not row for own, row in zip(moved, rows, strict=True)) else rows


def _header(row: PrintedCells) -> _Header | None:
    """The header of a grid whose levels stand before the names, no label of another column before them."""
    columns = list(row)
    roles = [grid_column(cell.text) for cell in row.values()]
    places = {role: at for at, role in reversed([*enumerate(roles)]) if role is not None}
    if "level3" not in places or len(roles) - places["level3"] < _FEWEST or _VALUES.isdisjoint(places):
        return None
    lead = roles[: places["level3"]]
    known = [role for role in lead if role is not None]
    is_lead = 0 < len(known) == len(set(known)) and set(known) <= set(_LEVELS) and len(lead) - len(known) <= 1
    return _Header(columns, places) if is_lead and (lead[0] is None or len(lead) == len(known)) else None


def _leaves(header: _Header, row: PrintedCells) -> bool:
    """True for a row behind the grid: one that begins with a label of the form and fills no row of it."""
    first = row[min(row)].text
    label = find_label(first)
    return label is not None and not is_of_framework(first) and len(row) < len(header.columns) - header.name


def _put(header: _Header | None, rows: Sequence[PrintedCells]) -> Sequence[PrintedCells]:
    """The rows below a header, the header first, each under its labels; as they are where one of them does not fit."""
    if header is None:
        return rows
    steps = [0, *(_step(header, row) for row in rows[1:])]
    if None in steps or not any(steps) or not any(_is_sure(header, row) for row in rows[1:]):
        return rows
    return [_moved(header, row, step or 0) for row, step in zip(rows, steps, strict=True)]


def _step(header: _Header, row: PrintedCells) -> int | None:
    """How many columns a row stands too far left; None for one that fits nowhere."""
    if not row.keys() <= set(header.columns):
        return None
    at = header.columns.index(min(row))
    own = _place(header, row)
    if own is None or own < at:
        return None
    last = header.columns.index(max(row))
    return own - at if last + own - at < len(header.columns) else None


def _place(header: _Header, row: PrintedCells) -> int | None:
    """The place of the column in which the first cell of a row belongs."""
    first, second = ([cell.text for cell in row.values()] + [""])[:2]
    codes = {"level1": level1_code(first), "level2": level2_code(first)}
    told = [level for level in _LEVELS if codes[level] is not None and level in header.places]
    if len(told) == _FEWEST:
        told = ["level1"] if level2_code(second) is not None else ["level2"]
    if told:
        place = header.places[told[0]]
        return header.columns.index(min(row)) if _spans_levels(header, row, place) else place
    return None if is_of_framework(first) else _place_of_name(header, row)


def _spans_levels(header: _Header, row: PrintedCells, place: int) -> bool:
    """True for a label that begins left of its column and spans it, above a name and a target in theirs."""
    first = header.columns.index(min(row))
    is_alone = first < place and not any(at in row for at in header.columns[first + 1 : header.name])
    return is_alone and header.columns[header.name] in row and _has_value(header, row)


def _has_value(header: _Header, row: PrintedCells) -> bool:
    return any(header.columns[header.places[role]] in row for role in _VALUES & header.places.keys())


def _place_of_name(header: _Header, row: PrintedCells) -> int | None:
    """The place of names for a row without levels; where it stands if it reads as well there, in words of no level."""
    at = header.columns.index(min(row))
    below = row.get(header.columns[header.name], NOTHING).text
    is_named = bool(below) and not read_target(below).is_quantitative
    return None if at < header.name and is_named and _has_value(header, row) else header.name


def _is_sure(header: _Header, row: PrintedCells) -> bool:
    """True for a row that begins with a label of a level in another column than that of the level."""
    place = _place(header, row)
    first = row[min(row)].text
    return place is not None and is_of_framework(first) and place > header.columns.index(min(row))


def _moved(header: _Header, row: PrintedCells, step: int) -> PrintedCells:
    if not step:
        return row
    return {header.columns[header.columns.index(at) + step]: cell for at, cell in row.items()}
