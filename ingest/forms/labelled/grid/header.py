"""The header of a grid of indicators: which row it is and what its columns hold, by its words and by what stands below.

Rows below that print labels of the framework (产出指标, 数量指标) show which columns hold levels, whatever the header
calls them; a column of comparison signs, and one of quantities, show themselves, too. What stays open is unknown.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from ingest.forms.labelled.grid.columns import CAUSE, ONCE, OTHER_TARGET, UNKNOWN, IndicatorGrid, Side
from ingest.forms.labelled.grid.fit import is_level
from ingest.forms.labelled.grid.inferred.columns import BLOCKS_OF_GRID, Texts, by_content
from ingest.forms.labelled.grid.inferred.level_rows import without_first_levels
from ingest.forms.labelled.grid.inferred.named import (
    level1_before,
    levels_below,
    levels_shown,
    named_columns,
    names_at_level2,
    names_level,
    noted,
    told_by_words,
    with_signs,
)
from ingest.forms.labelled.grid.inferred.neighbours import counted_value, parted_values, target_called_note
from ingest.forms.labelled.grid.inferred.plain import cells_of, is_pair, is_plain
from ingest.forms.labelled.grid.inferred.regions import label_of_note, of_each_region, open_regions, regions_in_rows
from ingest.forms.labelled.grid.inferred.under import may_show_levels, rows_under
from ingest.forms.labelled.grid.levels import stand_before
from ingest.forms.labelled.grid.several import VALUES, initial_target, settle
from ingest.forms.labelled.labels import find_label, joins_target
from ingest.grammar.labels import is_of_framework
from ingest.grammar.years import printed_years

_FEWEST_COLUMNS = 3
ROWS_BELOW = 12
"""Rows below a header that tell what its columns hold."""
_LEVELS = frozenset(("level1", "level2"))
_LEVELS_AND_NAMES = _LEVELS | {"level3"}
_OF_YEAR = frozenset(("value", "annual"))
_IN_BRACKETS = re.compile(r"[（(][^（()）]*(?:权重|分值|分数)[^（()）]*[)）]")
_NUMBER_OR_SIGN = re.compile(r"(?<!\d)(?!20\d\d\s?年)\d|[≥≤＞＜>]|(?<![（(])[%％]")
_Cells = tuple[tuple[int, str], ...]
"""What stands in columns, or what these hold."""


def read_grid_header(texts: Texts, below: Sequence[Texts] = (), year: int | None = None) -> IndicatorGrid | None:
    """The columns of a grid whose header has these texts by column, rows ``below`` it; None for any other row.

    ``year`` is that of the form, by which one of several columns of targets is told.
    """
    is_short = len(texts) < _FEWEST_COLUMNS and not any(map(joins_target, texts.values()))
    stands_before = is_short and len(texts) > 1 and stand_before(cells_of(below[:ROWS_BELOW], min(texts)))
    if is_short and not is_pair(texts) and not stands_before:
        return None
    levels, near = sum(map(names_level, texts.values())), below[:ROWS_BELOW]
    in_order = _columns_in_order(tuple(texts.items()), year) if levels >= len(_LEVELS_AND_NAMES) else {}
    is_certain = bool(in_order) and with_signs(in_order, near) is in_order
    if is_certain and (told := _told_grid(texts, in_order, year)) is not None:
        return told
    if not (levels or may_show_levels(texts, near)):
        return None  # neither its words nor the rows below show levels
    below = without_first_levels(near)
    has_level_rows, near = below is not near, below
    texts = _spread(texts, below[0]) if below else texts
    columns = _named(texts, near, has_level_rows, year)
    if columns is None:
        return None
    texts = dict(sorted({**{at: texts.get(at - 1, "") for at in columns}, **texts}.items()))
    columns |= levels_below(columns, texts, near)
    if columns and columns[min(columns)] == "note" and "level1" not in columns.values():
        del columns[min(columns)]  # 指标类别 at the left, behind 序号, holds labels of levels
    names = [index for index, role in columns.items() if role == "level3"]
    is_doubled = len(names) > 1 and bool(below) and is_of_framework(below[0].get(names[0], ""))
    if is_doubled and _LEVELS.isdisjoint(columns.values()):
        del columns[names[0]]  # 指标 beside 指标内容
    columns |= names_at_level2(columns, texts, below) | regions_in_rows(columns, texts) | counted_value(columns, texts)
    columns |= level1_before(columns, texts, near)
    if not near and _LEVELS.isdisjoint(columns.values()):
        return None
    if _tell_all(columns, texts) and (told := _told_grid(texts, columns, year)) is not None:
        return told
    columns |= target_called_note(columns, texts, near)
    if "level3" not in columns.values() and any(map(is_of_framework, texts.values())):
        return None  # a row of a grid
    unknown = [text for at, text in texts.items() if at not in columns]
    if not is_told(columns, texts) and not any(map(_NUMBER_OR_SIGN.search, unknown)):
        rows = rows_under(columns, texts, near)
        if not rows and "level3" not in columns.values():
            return None
        columns = by_content(texts, columns, rows) if rows else {**noted(texts, near), **columns}
    columns = with_signs(levels_shown(columns, texts, near), near, [at for at in texts if at not in columns])
    columns |= open_regions(columns, texts) | parted_values(columns, texts, near) | of_each_region(columns, texts)
    settle(columns, texts, year, near)
    return _grid(texts, columns | target_called_note(columns, texts, near), below)


def _named(texts: Texts, near: Sequence[Texts], has_level_rows: bool, year: int | None) -> dict[int, str] | None:
    """What the words of a header tell of its columns; None where neither they nor the rows below show levels."""
    columns = told_by_words(texts, near, year)
    if has_level_rows and "level2" not in columns.values():
        columns = {at: "level2" if role == "level1" else role for at, role in columns.items()}
    return columns if not _LEVELS_AND_NAMES.isdisjoint(columns.values()) or may_show_levels(texts, near) else None


def _tell_all(columns: Mapping[int, str], texts: Texts) -> bool:
    """True for words that tell every column and its target, in cells without a gap: no row below tells another."""
    roles = set(columns.values())
    is_whole = max(texts) - min(texts) + 1 == len(texts) and columns.keys() <= texts.keys()
    is_measured = not roles.isdisjoint(_OF_YEAR) and "operator" not in roles
    return is_whole and is_measured and roles >= _LEVELS and is_told(columns, texts)


@lru_cache(maxsize=1024)
def _columns_in_order(texts: _Cells, year: int | None) -> dict[int, str]:
    """The columns of a header whose words tell all of them, both levels right before the names, a target behind them.

    Rows below such a header tell no more than where signs stand. Nothing for any other header.
    """
    own = dict(texts)
    columns = named_columns(own, year)
    names = [at for at, role in columns.items() if role == "level3"]
    is_alone = len(names) == 1 and names[0] + 1 in columns
    are_before = is_alone and [columns.get(names[0] - step) for step in (2, 1)] == ["level1", "level2"]
    return columns if are_before and _tell_all(columns, own) else {}


def _told_grid(texts: Texts, columns: Mapping[int, str], year: int | None) -> IndicatorGrid | None:
    """The grid of a header that `_tell_all` is true of; None where none of its targets is that of the year."""
    own_year = year if any(map(printed_years, texts.values())) else None
    found = _grid_of(tuple(texts.items()), tuple(columns.items()), own_year)
    return found.unread() if found is not None else None


@lru_cache(maxsize=1024)
def _grid_of(texts: _Cells, columns: _Cells, year: int | None) -> IndicatorGrid | None:
    """As `_told_grid`, which gives it without what rows leave in it."""
    own, roles = dict(texts), dict(columns)
    roles |= open_regions(roles, own) | of_each_region(roles, own)
    settle(roles, own, year)
    return _grid(own, roles, ()) if not _OF_YEAR.isdisjoint(roles.values()) else None


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
    others = {at: label_of_note(texts[at]) for at, role in columns.items() if role in (OTHER_TARGET, CAUSE)}
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
