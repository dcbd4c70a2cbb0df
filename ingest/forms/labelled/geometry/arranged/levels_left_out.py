"""Rows of a grid that a text prints without the cells merged over them: 数量指标, a name and its target, then the next.

A page merges the cell of a level over the rows of its indicators. A text that leaves merged cells out begins all rows
in the column of the grid's first cell: with a first level, a second one or a name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.forms.labelled.labels import find_label, grid_column
from ingest.forms.labelled.signs import RowSigns
from ingest.grammar.labels import is_of_framework, level1_code, level2_code
from ingest.grammar.targets import read_target
from ingest.source.printed import NOTHING, PrintedCells, fold
from ingest.vocabulary import words

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
        """The place of the column of names."""
        return self.places["level3"]

    @property
    def values(self) -> frozenset[int]:
        """The columns of targets."""
        return frozenset(self.columns[self.places[role]] for role in _VALUES & self.places.keys())


def put_back(rows: Sequence[PrintedCells], signs: Sequence[RowSigns]) -> Sequence[PrintedCells]:
    """The rows, those of grids under their labels; all rows as they are where none stands left of them.

    ``signs`` are what the texts of the rows show.
    """
    heads = {number for number, told in enumerate(signs) if told.levels >= _FEWEST}
    if not heads:
        return rows
    moved: list[PrintedCells] = []
    header: _Header | None = None
    start = 0
    for number, row in enumerate(rows):
        begun = _header(row) if number in heads else None
        if begun is not None or (header is not None and _leaves(header, row)):
            moved += _put(header, rows[start:number])
            header, start = begun, number
    moved += _put(header, rows[start:])
    return moved if any(own is not row for own, row in zip(moved, rows, strict=True)) else rows


def _header(row: PrintedCells) -> _Header | None:
    """The header of a grid whose levels stand before the names, no label of another column before them."""
    if len(row) <= _FEWEST:  # a level, a name and a target at the least
        return None
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
    """True for a row behind the grid: a note (说明, 无), or a label of the form that fills no row of the grid."""
    first = row[min(row)].text
    if f"{fold(first)}:".startswith(words("form_labels", "note")):
        return True
    label = find_label(first)
    return label is not None and not is_of_framework(first) and len(row) < len(header.columns) - header.name


def _put(header: _Header | None, rows: Sequence[PrintedCells]) -> Sequence[PrintedCells]:
    """The rows below a header, the header first, each under its labels; as they are where one of them does not fit."""
    if header is None or any(min(row) != header.columns[0] for row in rows[1:]):
        return rows
    levels = [_level(header, row) for row in rows[1:]]
    last = max((number for number, level in enumerate(levels, start=1) if level is not None), default=0)
    named = [row for row, level in zip(rows[1:], levels, strict=True) if level is None]
    steps = [0, *(_step(header, row) for row in rows[1:])]
    if None in steps or not any(steps) or not any(level is not None for level in levels):
        return rows
    if named and ("level2" not in levels or not all(_is_measured(header, row) for row in rows[last + 1 :])):
        return rows  # no level is left out, or notes may stand behind the grid
    return [_moved(header, row, step or 0) for row, step in zip(rows, steps, strict=True)]


def _is_measured(header: _Header, row: PrintedCells) -> bool:
    """True for a row that begins with a name and has a quantity for its target."""
    step = header.name - header.columns.index(min(row))
    targets = [cell for at, cell in _moved(header, row, step).items() if at in header.values]
    return any(read_target(cell.text).is_quantitative for cell in targets)


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
    level = _level(header, row)
    if level is not None:
        place = header.places[level]
        return header.columns.index(min(row)) if _spans_levels(header, row, place) else place
    return None if is_of_framework(row[min(row)].text) else _place_of_name(header, row)


def _level(header: _Header, row: PrintedCells) -> str | None:
    """The level with whose label a row begins; None for a row that begins with a name."""
    first, second = ([cell.text for cell in row.values()] + [""])[:2]
    codes = {"level1": level1_code(first), "level2": level2_code(first)}
    told = [level for level in _LEVELS if codes[level] is not None and level in header.places]
    if len(told) == _FEWEST:
        return "level1" if level2_code(second) is not None else "level2"
    return told[0] if told else None


def _spans_levels(header: _Header, row: PrintedCells, place: int) -> bool:
    """True for a label that begins left of its column and spans it, above a name and a target in theirs."""
    first = header.columns.index(min(row))
    is_alone = first < place and not any(at in row for at in header.columns[first + 1 : header.name])
    return is_alone and header.columns[header.name] in row and _has_value(header, row)


def _has_value(header: _Header, row: PrintedCells) -> bool:
    return not header.values.isdisjoint(row)


def _place_of_name(header: _Header, row: PrintedCells) -> int | None:
    """The place of names for a row without levels; where it stands if it reads as well there, in words of no level."""
    at = header.columns.index(min(row))
    below = row.get(header.columns[header.name], NOTHING).text
    is_named = bool(below) and not read_target(below).is_quantitative
    return None if at < header.name and is_named and _has_value(header, row) else header.name


def _moved(header: _Header, row: PrintedCells, step: int) -> PrintedCells:
    if not step:
        return row
    return {header.columns[header.columns.index(at) + step]: cell for at, cell in row.items()}
