"""The header of a grid of indicators: which row it is and what its columns hold, by its words and by what stands below.

Rows below that print labels of the framework (产出指标, 数量指标) show which columns hold levels, whatever the header
calls them; a column of comparison signs, and one of quantities, show themselves, too. What stays open is unknown.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from ingest.forms.labelled.grid.columns import CAUSE, ONCE, OTHER_TARGET, UNKNOWN, IndicatorGrid, Side
from ingest.forms.labelled.grid.fit import is_level
from ingest.forms.labelled.grid.inferred.columns import BLOCKS_OF_GRID, Texts, by_content
from ingest.forms.labelled.grid.inferred.named import level1_before, levels_shown, names_at_level2, noted, told_by_words
from ingest.forms.labelled.grid.inferred.neighbours import parted_values, target_called_note
from ingest.forms.labelled.grid.inferred.plain import cells_of, is_pair, is_plain
from ingest.forms.labelled.grid.inferred.regions import open_regions
from ingest.forms.labelled.grid.levels import stand_before
from ingest.forms.labelled.grid.several import VALUES, initial_target, settle
from ingest.forms.labelled.labels import find_label, joins_target
from ingest.grammar.labels import is_of_framework, level1_code, level2_code
from ingest.grammar.quantities import is_sign, read_score
from ingest.grammar.targets import read_target
from ingest.source.printed import fold
from ingest.vocabulary import words

_FEWEST_COLUMNS, _MOST_OF_A_PAIR = 3, 1
ROWS_BELOW = 12
"""Rows below a header that tell what its columns hold."""
_SHIFTS = (0, -1, 1)
_NUMBERS, _LEVELS = ("weight", "score"), frozenset(("level1", "level2"))
_IN_BRACKETS = re.compile(r"[（(][^（()）]*(?:权重|分值|分数)[^（()）]*[)）]")
_WEIGHT_BEHIND = re.compile(r"(?<=[^\W\d])[（(]\d{1,3}(?:\.\d)?分[)）]$")
_NUMBER_OR_SIGN = re.compile(r"(?<!\d)(?!20\d\d\s?年)\d|[≥≤＞＜>]|(?<![（(])[%％]")


def _is_level1(text: str) -> bool:
    return level1_code(text) is not None


def _is_number(text: str) -> bool:
    return read_score(text) is not None


_TELLING: Mapping[str, Callable[[str], bool]] = {
    "level1": _is_level1,
    "level2": lambda text: level2_code(text) is not None,
    "weight": _is_number,
    "score": _is_number,
    "operator": is_sign,
}
"""Roles whose cells show themselves."""


def read_grid_header(texts: Texts, below: Sequence[Texts] = (), year: int | None = None) -> IndicatorGrid | None:
    """The columns of a grid whose header has these texts by column, rows ``below`` it; None for any other row.

    ``year`` is that of the form, by which one of several columns of targets is told.
    """
    is_short = len(texts) < _FEWEST_COLUMNS and not any(map(joins_target, texts.values()))
    stands_before = is_short and len(texts) > 1 and stand_before(cells_of(below[:ROWS_BELOW], min(texts)))
    if is_short and not is_pair(texts) and not stands_before:
        return None
    texts = _spread(texts, below[0]) if below else texts
    columns = told_by_words(texts, below[:ROWS_BELOW], year)
    texts = dict(sorted({**{at: texts.get(at - 1, "") for at in columns}, **texts}.items()))
    if columns and columns[min(columns)] == "note" and "level1" not in columns.values():
        del columns[min(columns)]  # 指标类别 at the left, behind 序号, holds labels of levels
    names = [index for index, role in columns.items() if role == "level3"]
    is_doubled = len(names) > 1 and bool(below) and is_of_framework(below[0].get(names[0], ""))
    if is_doubled and _LEVELS.isdisjoint(columns.values()):
        del columns[names[0]]  # 指标 beside 指标内容
    columns |= names_at_level2(columns, texts, below)
    near = below[:ROWS_BELOW]
    columns |= level1_before(columns, texts, near)
    if not near and _LEVELS.isdisjoint(columns.values()):
        return None
    columns |= target_called_note(columns, texts, near)
    if "level3" not in columns.values() and any(map(is_of_framework, texts.values())):
        return None  # a row of a grid
    unknown = [text for at, text in texts.items() if at not in columns]
    if not is_told(columns, texts) and not any(map(_NUMBER_OR_SIGN.search, unknown)):
        rows = _rows_under(columns, texts, near)
        if not rows and "level3" not in columns.values():
            return None
        columns = by_content(texts, columns, rows) if rows else {**noted(texts, near), **columns}
    columns = levels_shown(columns, texts, near)
    columns |= open_regions(columns, texts) | parted_values(columns, texts, near)
    settle(columns, texts, year, near)
    return _grid(texts, columns | target_called_note(columns, texts, near), below)


def is_told(columns: Mapping[int, str], texts: Texts) -> bool:
    """True where words name both levels and every column behind them: what stands below tells nothing more."""
    if len(columns) == len(texts):
        return True
    levels = [at for at, role in columns.items() if role in _LEVELS]
    return set(columns.values()) >= _LEVELS and all(at in columns or at < max(levels) for at in texts)


def _spread(texts: Texts, row: Texts) -> Texts:
    """A header whose cells may span columns: those that a row below fills are its own, their labels unknown.

    A label of the whole grid (绩效指标) above columns is then that of the first of them.
    """
    spanned: dict[int, str] = {}
    for index, following in pairwise(texts):
        inner = [at for at in range(index + 1, following) if at in row]
        if inner and index in row and following in row and any(is_level(row[at]) for at in (index, *inner)):
            label = find_label(texts[index])
            spanned |= dict.fromkeys(inner, "")
            spanned |= {index: ""} if label is not None and label.kinds & BLOCKS_OF_GRID else {}
    return dict(sorted({**texts, **spanned}.items())) if spanned else texts


def _rows_under(columns: Mapping[int, str], texts: Texts, below: Sequence[Texts]) -> list[Texts]:
    """The rows below a header that stand as the first of them does, put under its columns; none in doubt.

    Of rows that are shifted only those count that begin with a label of a level: others may stand where they should.
    A column that words name and whose cells show themselves says how far they are shifted.
    """
    first = next((row for row in below if row and row != texts), None)
    if first is None or find_label(first[min(first)]) is not None:
        return []
    below = [row for row in below if row and row != texts]  # printed again on a new page
    telling = {index: _TELLING[role] for index, role in columns.items() if role in _TELLING}
    alike = list(takewhile(lambda row: find_label(row[min(row)]) is None, below))
    leading = (
        list(takewhile(lambda row: len(row) > _MOST_OF_A_PAIR, alike)) if is_level(below[0][min(below[0])]) else []
    )
    leading = [row for row in leading if is_level(row[min(row)])]
    if _stand_left(columns, texts, leading):
        return [{at + 1: text for at, text in row.items()} for row in leading]
    for shift in _SHIFTS if telling else (0,):
        tells = next((row for row in leading if any(index + shift in row for index in telling)), below[0])
        row = {index - shift: text for index, text in tells.items()}
        told = [index for index in telling if index in row]
        if all(telling[index](row[index]) for index in told) and (told or not telling):
            is_certain = any(columns[index] not in _NUMBERS for index in told) or _is_counted(texts, below[0])
            if not is_certain and (shift or (min(texts) in row and max(texts) not in row)):
                return []  # numbers alone do not tell how far a row is shifted
            start = min(below[0])
            return [
                {at - shift: text for at, text in row.items()}
                for row in alike
                if len(row) > _MOST_OF_A_PAIR and min(row) >= start and (not shift or is_level(row[min(row)]))
            ]
    return []


def _is_counted(texts: Texts, row: Texts) -> bool:
    """True for a row that begins with its number below 序号: it stands where its header does."""
    first = min(texts)
    return fold(texts[first]) in words("form_labels", "row_number") and row.get(first, "").isdigit()


def _stand_left(columns: Mapping[int, str], texts: Texts, rows: Sequence[Texts]) -> bool:
    """True for rows that all stand a column left of their header, under the label of the whole grid.

    The column of targets is blank and that before it filled, or what columns hold fits those before them alone.
    """
    first = min(texts)
    if first in columns or not rows or not is_of_framework(rows[0].get(first, "")):
        return False
    value = next((index for index, role in columns.items() if role in VALUES), None)
    if value is not None and all(value not in row and value - 1 in row for row in rows):
        return True
    odd = sum(_is_odd(columns, row, 0) for row in rows)
    return 2 * odd >= len(rows) and not any(_is_odd(columns, row, 1) for row in rows)


def _is_odd(columns: Mapping[int, str], row: Texts, left: int) -> bool:
    """True for a row, standing so many columns left of its header, of which a cell does not fit its column."""
    cells = [(role, row[at - left]) for at, role in columns.items() if at - left in row]
    return any(role in _SHOWN and not _SHOWN[role](text) for role, text in cells)


def _is_name(text: str) -> bool:  # 采购图书（10分） is one with its weight
    return not read_target(_WEIGHT_BEHIND.sub("", text)).is_quantitative


_SHOWN: Mapping[str, Callable[[str], bool]] = {
    "level3": _is_name,
    "unit": lambda text: not any(map(str.isdigit, text)),
    "weight": _is_number,
    "score": _is_number,
    "operator": is_sign,
}


def _grid(texts: Texts, columns: dict[int, str], below: Sequence[Texts]) -> IndicatorGrid | None:
    if "level3" not in columns.values() or (
        _LEVELS.isdisjoint(columns.values()) and not is_plain(columns, below[:ROWS_BELOW])
    ):
        return None
    found: dict[str, list[int]] = {}
    for index, column in columns.items():
        found.setdefault(column, []).append(index)
    values = sorted(index for kind in VALUES for index in found.get(kind, ()))
    levels, names = _LEVELS & set(found), found["level3"]
    is_joined = not values and joins_target(texts[names[0]])
    is_scored = bool(levels) and {"weight", "score"} <= found.keys()
    if not (values or is_joined or "actual" in found or len(levels) == 2 or is_scored):
        return None
    if len(found.get("level2", [])) < 2 and len(values) < 2:
        columns |= dict.fromkeys(names[1:], "note")
    for role in ONCE:
        own = found.get(role, [])
        behind = [index for index in own if index > names[0]]
        kept = (behind or own[-1:])[:1]  # weights of levels stand before the name
        columns |= dict.fromkeys((index for index in own if index not in kept), "note")
    sides = _sides(found, columns, values)
    columns |= {index: UNKNOWN for index in texts if index > min(columns) and index not in columns}
    by_kind = {kind: side for side, kind in sides}
    others = {index: texts[index] for index, role in columns.items() if role in (OTHER_TARGET, CAUSE)}
    ordered = dict(sorted(columns.items()))
    annual = by_kind.get("annual")
    initial = initial_target(columns, texts, annual.value) if annual and others else None
    grid = IndicatorGrid(ordered, by_kind.get("cycle"), annual, names[0], others, initial, is_joined, labels=texts)
    grid.is_weighed = _IN_BRACKETS.search(texts[names[0]]) is not None
    return grid


def _sides(found: dict[str, list[int]], columns: dict[int, str], values: list[int]) -> list[tuple[Side, str]]:
    """Each value with the name and level that stand before it: cycle left, annual right, unless its label tells."""
    sides: list[tuple[Side, str]] = []
    names, level2, named = found["level3"], found.get("level2", []), {columns[at] for at in values[:2]}
    for place, value in enumerate(values[:2]):
        kind = columns[value]
        if kind == "value":
            is_alike = place == 0 and len(values) > 1 and named == {"value"}
            kind = "cycle" if is_alike or "annual" in named else "annual"
        if kind in _kinds_of(sides):
            kind = "annual" if kind == "cycle" else "cycle"
        sides.append((Side(_before(level2, value), _before(names, value) or names[0], value), kind))
    for role in ("operator", "unit"):
        for column in found.get(role, []):
            nearest = min(range(len(sides)), key=lambda at: abs(sides[at][0].value - column), default=None)
            if nearest is not None:
                sides[nearest] = (replace(sides[nearest][0], **{role: column}), sides[nearest][1])
    return sides


def _kinds_of(sides: Sequence[tuple[Side, str]]) -> set[str]:
    return {kind for _, kind in sides}


def _before(columns: Sequence[int], value: int) -> int | None:
    return max((column for column in columns if column < value), default=columns[0] if columns else None)
