"""Where a row of a grid stands: what each column may hold says how far the row is shifted, and whose a cell is."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from ingest.forms.labelled.grid.columns import OTHER_TARGET, UNKNOWN, IndicatorGrid
from ingest.forms.labelled.grid.levels import joined_code
from ingest.grammar.labels import is_level2, is_of_framework, level1_code, level2_code
from ingest.grammar.quantities import is_operator, read_direction, read_score
from ingest.grammar.targets import read_target
from ingest.source.printed import NOTHING, PrintedCells

_SHIFTS = (0, -1, 1, -2, 2, -3)
# 安全生产指标, 服务质量指标（10分）: a label of a level that no vocabulary has
_LABEL = re.compile(r"[^:：]{2,16}指\s*标(?:[（(].*[)）])?$")
# ≥75%, 12公里, 100
_TARGET = re.compile(r"\s*+(?:[≥≤＞＜><=≧≦＝]\s*+)?\d")
_COMPARED = re.compile(r"\s*+[≥≤＞＜><≧≦]")
# 指标1：培训人数
_NUMBERED = re.compile(r"指标\s*\d{1,2}\s*[:：、.．]")
_DIGIT = re.compile(r"\d")
_OUTSIDE = -3
_AGAINST_SHIFT = 4
_NO_NAME = -6
_NUMBERED_NAME = 4
_NAMELESS = 2
_NO_LEVEL = -4
_SPANNING = 2
_BACK = 1
_FEWEST_OF_A_ROW = 3
_KEPT = 16384
"""Texts of which it is kept what they fit: a row is tried at every shift."""


@lru_cache(maxsize=_KEPT)
def is_level(text: str) -> bool:
    """True for a label of a level, known or by its words."""
    is_known = any(map(str.isalpha, text)) and (is_of_framework(text) or joined_code(text) is not None)
    return is_known or _LABEL.match(text) is not None


def best_shift(grid: IndicatorGrid, cells: PrintedCells) -> int:
    """How many columns too far right a row stands: what fits best, else as the row before, else not at all."""
    texts = {index: cell.text for index, cell in cells.items()}
    fit, most = _fits(grid, texts, grid.shift), _most_of_row(grid, texts)
    # rows stand as the row before, else as the header or as another row
    least = _BACK if grid.shift or grid.shifts - {0} else _AGAINST_SHIFT
    if most - least < fit:
        return grid.shift  # nothing can fit better
    fits = {grid.shift: fit}
    # a cell outside of the columns is lost, unless the column of the first level is not known
    lost = -_OUTSIDE if "level1" in grid.places else 0
    for shift in _SHIFTS:
        if shift == grid.shift:
            continue
        cost = _AGAINST_SHIFT if shift and shift not in grid.shifts else _BACK
        room = most - cost - fit
        if room >= 0 and (texts.keys() <= grid.columns_at(shift) or room >= lost * _outside(grid, texts, shift)):
            fits[shift] = _fits(grid, texts, shift) - cost
    kept = grid.shift if grid.shifts else None  # as the row before where another fits no better
    tried = sorted(fits, key=_SHIFTS.index)
    return max(tried, key=lambda at: (fits[at], -_outside(grid, texts, at), at == kept, -abs(at)))


def _outside(grid: IndicatorGrid, texts: Mapping[int, str], shift: int) -> int:
    """How many cells of a row a shift leaves outside of the columns."""
    return len(texts.keys() - grid.columns_at(shift))


def _fits(grid: IndicatorGrid, texts: Mapping[int, str], shift: int) -> int:
    """How well a row, read ``shift`` columns further right, fits the columns of the grid, as cells and as a whole."""
    fit, columns = 0, grid.columns
    is_bare = {"level1": "指标" not in grid.carried1.text, "level2": "指标" not in grid.carried2.text}
    held, has_level_left = dict[str, str](), False
    for index, text in texts.items():
        if (role := columns.get(index - shift)) is not None:
            held[role] = text
            is_named = role == "level3" and grid.has_numbers and text.isdecimal()  # as the rows above are
            own = 1 if is_named else _fits_role(role, text, is_bare.get(role, True))
            is_level1 = role == "level1" and own < _SPANNING and _is_level1(grid, texts, index, shift)
            fit += _SPANNING if is_level1 else own
            continue
        has_level_left = has_level_left or (index - shift < grid.first and is_level(text))
        if index - shift >= grid.first or "level1" in grid.places or not is_level(text):
            fit += _OUTSIDE * (2 if is_level(text) else 1)  # else the column of the first level is not known
    if has_level_left and "level1" not in grid.places and not is_level(held.get("level2", text)):
        fit += _OUTSIDE  # the second level of a row stands left of a text in its column
    return fit - _misses(grid, held)


def _is_level1(grid: IndicatorGrid, texts: Mapping[int, str], index: int, shift: int) -> bool:
    """True for a label of some level in the column of the first, before a label of the second.

    Where that column is blank it is itself a label of the second, and spans both.
    """
    level2, name = grid.places.get("level2"), grid.places.get("level3")
    if level2 is None or name is None or name + shift not in texts:
        return False
    behind = texts.get(level2 + shift)
    return is_level2(texts[index]) if behind is None else is_level(texts[index]) and is_level(behind)


@lru_cache(maxsize=_KEPT)
def _fits_role(role: str, text: str, is_bare: bool) -> int:
    if role == "level1":
        return _fits_level1(text, is_bare)
    return _fits_level2(text, is_bare) if role == "level2" else _FITS.get(role, _fits_anything)(text)


def _most_of_row(grid: IndicatorGrid, texts: Mapping[int, str]) -> int:
    """No shift fits a row better: each cell fits its best column, one that of names, one that before a level."""
    is_bare = "指标" not in grid.carried2.text
    step = grid.places.get("level2", 0) - grid.places.get("level1", 0)
    most, is_before = 0, False
    for at, text in texts.items():
        own = _most(text, is_bare)
        most += own
        is_before = is_before or (own < _SPANNING and is_level(text) and is_level(texts.get(at + step, "")))
    return most + grid.names + _SPANNING * is_before


@lru_cache(maxsize=_KEPT)
def _most(text: str, is_bare: bool) -> int:
    """No column fits a text better; one of names by 1. ``is_bare`` as the labels of the second level are."""
    if is_level2(text):
        return 4
    if _NUMBERED.match(text):
        return _NUMBERED_NAME - 1
    if joined_code(text) is not None or level1_code(text) is not None:
        return 3
    if (is_bare and level2_code(text) is not None) or _is_quantity(text):
        return 2
    is_sign = is_operator(text) or read_direction(text) is not None
    return int(is_sign or read_score(text) is not None or _LABEL.match(text) is not None)


def _misses(grid: IndicatorGrid, held: dict[str, str]) -> int:
    """What a row lacks: its name, its weight and its score where the grid has them, a number beside a unit."""
    value = held.get("value") or held.get("annual") or held.get("cycle") or ""
    lacks_weight = "weight" in grid.places and "weight" not in held
    lacks_score = "score" in grid.places and "score" not in held
    has_odd_unit = "unit" in held and not _DIGIT.search(value + held.get("actual", ""))
    return (
        _NAMELESS * ("level3" not in held)
        + lacks_score
        + int(lacks_weight) * (1 + int(read_score(value) is not None))
        + 2 * has_odd_unit
    )


def _fits_level1(text: str, is_bare: bool) -> int:
    if joined_code(text) is not None:
        return 3
    if level1_code(text) is not None:
        return 3 if is_bare or "指" in text else 0
    return 1 if _LABEL.match(text) and level2_code(text) is None else _NO_LEVEL


def _fits_level2(text: str, is_bare: bool) -> int:
    """A label with 指标 fits best; one without, where the grid's labels are bare: 社会效益."""
    if is_level2(text):
        return 4
    if level2_code(text) is not None:
        return 2 if is_bare else 0
    return 1 if _LABEL.match(text) else _NO_LEVEL


def _fits_name(text: str) -> int:
    if _NUMBERED.match(text):
        return _NUMBERED_NAME
    if is_operator(text):
        return _NO_NAME
    return -2 if _is_quantity(text) or is_level2(text) or _LABEL.match(text) else 1


def _fits_value(text: str) -> int:
    return 2 if _is_quantity(text) else 0


def _fits_actual(text: str) -> int:
    """What was achieved is seldom printed with a sign that compares: ≥90% stands where targets do."""
    return -1 if _COMPARED.match(text) else _fits_value(text)


def _is_quantity(text: str) -> bool:
    return bool(_TARGET.match(text)) or read_target(text).is_quantitative


def _fits_number(text: str) -> int:
    return 1 if read_score(text) is not None else -2


def _fits_operator(text: str) -> int:
    return 1 if is_operator(text) or read_direction(text) is not None else -1


def _fits_unit(text: str) -> int:
    return -2 if _DIGIT.search(text) else 0


def _fits_anything(_: str) -> int:
    return 0


_FITS: Mapping[str, Callable[[str], int]] = {
    "level3": _fits_name,
    "value": _fits_value,
    "annual": _fits_value,
    "cycle": _fits_value,
    OTHER_TARGET: _fits_value,
    "actual": _fits_actual,
    "weight": _fits_number,
    "score": _fits_number,
    "operator": _fits_operator,
    "unit": _fits_unit,
    UNKNOWN: _fits_anything,
}


def is_beside_name(grid: IndicatorGrid, cells: PrintedCells) -> bool:
    """True for a row without a name, but with a text before a bare number as its target: its name and its weight."""
    places = [side.value + grid.shift for side in grid.sides]
    if grid.name + grid.shift in cells or len(places) != 1 or read_score(cells.get(places[0], NOTHING).text) is None:
        return False
    inner = range(grid.name + grid.shift + 1, places[0])
    open_ = [at for at in inner if at in cells and grid.columns.get(at - grid.shift, UNKNOWN) == UNKNOWN]
    return any(not is_operator(cells[at].text) for at in open_)


def placed(grid: IndicatorGrid, cells: PrintedCells) -> tuple[PrintedCells, int]:
    """A row and how many columns too far right it stands.

    Where its edges are not those of the header, a cell beside an empty column of the header belongs to that.
    """
    shift = best_shift(grid, cells)
    columns = grid.columns_at(shift)
    if cells.keys() <= columns:
        return cells, shift
    free, moved = {*columns} - cells.keys(), dict[int, int]()
    for index in [index for index in cells if index not in columns]:
        near = [column for column in (index + 1, index - 1) if column in free]
        if near and index > min(columns):
            free.discard(near[0])
            moved[index] = near[0]
    if not moved:
        return cells, shift
    cells = {moved.get(index, index): cell for index, cell in cells.items()}
    return cells, best_shift(grid, cells)
