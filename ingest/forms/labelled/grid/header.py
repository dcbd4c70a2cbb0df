"""The header of a grid of indicators: which row it is and what its columns hold, by its words and by what stands below.

Rows below that print labels of the framework (产出指标, 数量指标) show which columns hold levels, whatever the header
calls them; a column of comparison signs, and one of quantities, show themselves, too. What stays open is unknown.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.forms.labelled.grid.columns import UNKNOWN, IndicatorGrid, Side
from ingest.forms.labelled.grid.fit import is_level
from ingest.forms.labelled.labels import find_label, grid_column
from ingest.grammar.labels import level1_code, level2_code
from ingest.grammar.quantities import is_operator, read_score
from ingest.grammar.targets import read_target

Texts = Mapping[int, str]

_FEWEST_COLUMNS = 3
_ROWS_BELOW = 12
_MOST_OF_A_PAIR = 1
_SHIFTS = (0, -1, 1)
_NUMBERS = ("weight", "score")
_BLOCKS = frozenset(("grid", "annual_grid", "cycle_grid"))
_VALUES = ("value", "annual", "cycle")
_NUMBER_OR_SIGN = re.compile(r"[\d≥≤＞＜>%％]")
_LONGEST_UNIT = 3
_MOST_UNNAMED = 1


def _is_level1(text: str) -> bool:
    return level1_code(text) is not None


def _is_number(text: str) -> bool:
    return read_score(text) is not None


_TELLING: Mapping[str, Callable[[str], bool]] = {
    "level1": _is_level1,
    "level2": lambda text: level2_code(text) is not None,
    "weight": _is_number,
    "score": _is_number,
    "operator": is_operator,
}
"""Roles whose cells show themselves."""


def read_grid_header(texts: Texts, below: Sequence[Texts] = ()) -> IndicatorGrid | None:
    """The columns of a grid whose header has these texts by column, rows ``below`` it; None for any other row."""
    if len(texts) < _FEWEST_COLUMNS:
        return None
    columns = {index: column for index, text in texts.items() if (column := grid_column(text))}
    if len(columns) < len(texts) and not any(map(_NUMBER_OR_SIGN.search, texts.values())):
        rows = _rows_under(columns, texts, below[:_ROWS_BELOW])
        columns = _by_content(texts, columns, rows) if rows else columns
    return _grid(texts, columns)


def _rows_under(columns: Mapping[int, str], texts: Texts, below: Sequence[Texts]) -> list[Texts]:
    """The rows below a header that stand as the first of them does, put under its columns; none in doubt.

    Where words name a column whose cells show themselves, it says how far the rows are shifted.
    """
    if not below:
        return []
    telling = {index: _TELLING[role] for index, role in columns.items() if role in _TELLING}
    for shift in _SHIFTS if telling else (0,):
        row = {index - shift: text for index, text in below[0].items()}
        told = [index for index in telling if index in row]
        if all(telling[index](row[index]) for index in told) and (told or not telling):
            is_certain = any(columns[index] not in _NUMBERS for index in told)
            if not is_certain and min(texts) in row and max(texts) not in row:
                return []
            alike = takewhile(lambda row: find_label(row[min(row)]) is None, below)
            start = min(below[0])
            return [
                {at - shift: text for at, text in row.items()}
                for row in alike
                if len(row) > _MOST_OF_A_PAIR and min(row) >= start
            ]
    return []


def _grid(texts: Texts, columns: dict[int, str]) -> IndicatorGrid | None:
    found: dict[str, list[int]] = {}
    for index, column in columns.items():
        found.setdefault(column, []).append(index)
    values = sorted(index for kind in _VALUES for index in found.get(kind, ()))
    levels, names = {"level1", "level2"} & set(found), found.get("level3", [])
    if not levels or not names or not (values or "actual" in found or len(levels) == 2):
        return None
    if len(found.get("level2", [])) < 2 and len(values) < 2:
        columns |= dict.fromkeys(names[1:], "note")
    sides = _sides(found, columns, values)
    columns |= {index: UNKNOWN for index in texts if index > min(columns) and index not in columns}
    by_kind = {kind: side for side, kind in sides}
    return IndicatorGrid(dict(sorted(columns.items())), by_kind.get("cycle"), by_kind.get("annual"), names[0])


def _sides(found: dict[str, list[int]], columns: dict[int, str], values: list[int]) -> list[tuple[Side, str]]:
    """Each value with the name and level that stand before it: cycle left, annual right, unless its label tells."""
    sides: list[tuple[Side, str]] = []
    names, level2 = found["level3"], found.get("level2", [])
    for place, value in enumerate(values[:2]):
        kind = columns[value]
        if kind == "value":
            kind = "cycle" if place == 0 and len(values) > 1 and "annual" not in _kinds_of(sides) else "annual"
        if kind in _kinds_of(sides):
            kind = "annual" if kind == "cycle" else "cycle"
        sides.append((Side(_before(level2, value), _before(names, value) or names[0], value), kind))
    for role in ("operator", "unit"):
        for column in found.get(role, []):
            nearest = min(range(len(sides)), key=lambda at: abs(sides[at][0].value - column), default=None)
            if nearest is not None:
                change = {role: column}
                sides[nearest] = (replace(sides[nearest][0], **change), sides[nearest][1])
    return sides


def _kinds_of(sides: Sequence[tuple[Side, str]]) -> set[str]:
    return {kind for _, kind in sides}


def _before(columns: Sequence[int], value: int) -> int | None:
    return max((column for column in columns if column < value), default=columns[0] if columns else None)


def _by_content(texts: Texts, known: dict[int, str], below: Sequence[Texts]) -> dict[int, str]:
    """The columns by words and, where words do not tell, by the cells below; levels must show themselves."""
    columns = dict(known)
    if any(level1_code(text) or level2_code(text) for text in texts.values()):
        return columns
    for role, is_of_role in (("level1", level1_code), ("level2", level2_code)):
        if role not in columns.values():
            place = _most(texts, columns, below, is_of_role)
            columns |= {place: role} if place is not None else {}
    levels = [index for index, role in columns.items() if role in ("level1", "level2")]
    if not levels:
        return columns
    open_ = [index for index in sorted(texts) if index > max(levels) and index not in columns]
    held = {index: [row[index] for row in below if index in row] for index in open_}
    for index in open_:
        if held[index] and all(map(is_operator, held[index])):
            columns[index] = "operator"
    open_ = [index for index in open_ if index not in columns]
    if "level2" not in columns.values() and open_ and _are_labels(held[open_[0]]):
        columns[open_.pop(0)] = "level2"
    if "level3" not in columns.values() and open_ and _are_names(held[open_[0]], len(below)):
        columns[open_.pop(0)] = "level3"
    _value_and_unit(columns, open_, held, below)
    return columns


def _most(
    texts: Texts, columns: Mapping[int, str], below: Sequence[Texts], is_of_role: Callable[[str], int | None]
) -> int | None:
    """The open column in which most cells are labels of a level, that of the next row among them; None else."""
    counts = {
        index: sum(index in row and is_of_role(row[index]) is not None for row in below)
        for index in texts
        if index not in columns and is_of_role(below[0].get(index, "")) is not None and not _is_block(texts[index])
    }
    place = max(counts, key=lambda index: (counts[index], -index), default=None)
    return place if place is not None and counts[place] else None


def _is_block(text: str) -> bool:
    label = find_label(text)
    return label is not None and bool(label.kinds & _BLOCKS)


def _are_labels(cells: Sequence[str]) -> bool:
    """True where all cells end as labels of levels do: 安全生产指标."""
    return bool(cells) and all(is_level(text) for text in cells)


def _are_names(cells: Sequence[str], rows: int) -> bool:
    """True where every row has a text of its own, none of them a quantity or a label."""
    is_own = rows - _MOST_UNNAMED <= len(cells) == len(set(cells))
    return is_own and not any(read_target(text).is_quantitative or is_level(text) for text in cells)


def _value_and_unit(
    columns: dict[int, str], open_: Sequence[int], held: Mapping[int, list[str]], below: Sequence[Texts]
) -> None:
    """The column of targets, where exactly one of the open ones holds quantities; the unit behind bare numbers."""
    has_value = bool(set(_VALUES) & set(columns.values()))
    if not has_value:
        named = max((index for index, role in columns.items() if role == "level3"), default=-1)
        behind = [index for index in open_ if index > named]
        candidates = [index for index in behind if _holds_quantities(held[index])]
        if "operator" in columns.values() and not candidates:
            candidates = [index for index in behind if any(read_score(text) is not None for text in held[index])][:1]
        texts = [index for index in behind if held[index] and not all(read_score(t) is not None for t in held[index])]
        if len(candidates) == 1 and texts[:1] in ([], candidates):
            columns[candidates[0]] = "value"
    value = next((index for index, role in columns.items() if role in _VALUES), None)
    if value is None or "unit" in columns.values():
        return
    bare = [row for row in below if value in row and read_score(row[value]) is not None]
    for index in open_:
        if index not in columns and bare and held[index] and all(index in row for row in bare):
            is_unit = all(len(text) <= _LONGEST_UNIT and not _has_digit(text) for text in held[index])
            if is_unit and len(held[index]) == len(bare):
                columns[index] = "unit"
                return


def _holds_quantities(cells: Sequence[str]) -> bool:
    """True where a cell is a quantity with its sign or unit: a column of bare numbers may hold weights."""
    targets = [read_target(text) for text in cells]
    return any(target.is_quantitative and (target.unit or target.operator != "=") for target in targets)


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)
