"""Levels of indicators as columns of a list: 产出指标, 效益指标, 满意度指标 side by side, indicators below each.

Published by counties of 河南, each level over 三级指标 and 指标值; elsewhere one cell a level holds names and targets,
the second levels below the first or alone.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.forms.indicator_rows.headers.columns import (
    ListColumns,
    head_column,
    is_known,
    is_value,
    names_projects,
    names_units_and_projects,
)
from ingest.forms.indicator_rows.headers.level_column import LevelColumn
from ingest.forms.labelled.grid.levels import joins_levels, parted_levels
from ingest.forms.labelled.labels import grid_column, speaks
from ingest.grammar.labels import is_of_framework, level1_code, level2_code
from ingest.grammar.targets import read_target
from ingest.source.column_labels import deepest, spanning
from ingest.source.printed import Printed, fold

RowTexts = Mapping[int, str]

_DEEPEST = 3
_FEWEST = 2
_VALUES = ("value", "annual")
_SECOND = 10
_ARROW = r"[→⇒➔➝⟶]|[-—–－=]{1,3}[>＞]"
_SLASH = r"[/／|｜]"
_WORDS = re.compile(r"[（(\[【，,、：:；;\s)）\]】]")


def read_levels_header(rows: Sequence[RowTexts]) -> ListColumns | None:
    """The columns of a list whose header begins with the first of these rows and ends with levels, or below them."""
    names = [at for at, text in rows[0].items() if names_projects(text)]
    tops_of = [_joined(row) or ({}, _tops(row)) for row in rows[:_DEEPEST]]
    place = next((number for number, (_, tops) in enumerate(tops_of) if len(tops) >= _FEWEST), None)
    if not names or place is None:
        return None
    name, (first, tops) = names[-1], tops_of[place]
    following = rows[place + 1] if place + 1 < len(rows) else {}
    if name not in following and (below := _second_levels(tops, following)):
        tops, first, place = below, tops, place + 1
    following = rows[place + 1] if place + 1 < len(rows) else {}
    inner = {at: _role(text) for at, text in following.items() if at >= min(tops)}
    is_parted = len(inner) >= _FEWEST and None not in inner.values()
    header = rows[: place + 1 + is_parted]
    sign = next((sign for row in header for text in row.values() if (sign := sign_said(text))), "")
    levels = _parted(tops, inner) if is_parted else tuple(LevelColumn(text, at, None) for at, text in tops.items())
    if not levels:
        return None
    if any(is_value(text) for row in header for text in row.values() if text not in (*tops.values(), *first.values())):
        return None
    taken = {at for level in levels for at in level.places} | tops.keys() | first.keys()
    taken |= inner.keys() if is_parted else set()
    own, above = deepest(header), spanning(header)
    heads = {at: head_column(text, above[at]) for at, text in own.items() if at not in taken and at != name}
    labels = tuple(fold(text) for row in header for text in row.values())
    is_evaluated = any(head.kind == "executed" for head in heads.values())
    cells = [row[at] for row in rows[len(header) :] for level in levels if (at := level.value or level.name) in row]
    if is_evaluated and cells and all(re.search(_ARROW, text) for text in cells):
        sign = sign or _ARROW
    levels = tuple(replace(_below(first, level), sign=sign) for level in levels)
    is_mixed = names_units_and_projects(rows[0][name])
    return ListColumns(name, is_mixed, heads, None, len(header), labels, levels=levels, is_evaluated=is_evaluated)


def sign_said(text: str) -> str:
    """The pattern of what keeps target and actual value apart, as a label says: 年初目标→实际完成; empty for others."""
    for sign in (_ARROW, _SLASH):
        for found in re.finditer(sign, text):
            before, behind = _WORDS.split(text[: found.start()])[-1], _WORDS.split(text[found.end() :])[0]
            if _is_target(before) and (grid_column(behind) == "actual" or speaks(behind, "actual_word")):
                return sign
    return ""


def _is_target(text: str) -> bool:
    return grid_column(text) in _VALUES or (speaks(text, "planned_word") and not speaks(text, "actual_word"))


def _role(text: str) -> str | None:
    """What a column below a level holds."""
    return grid_column(text) or ("value" if sign_said(text) else None)


def _tops(row: RowTexts) -> dict[int, str]:
    """The labels of levels of a row, all of one depth and each once; none for a row of a grid, which prints both.

    A quantity in the row says that it is one of a grid, too.
    """
    quantities = (text for text in row.values() if read_target(text).is_quantitative)
    if sum(map(is_of_framework, row.values())) < _FEWEST or not all(map(is_known, quantities)):  # 得分（10分）
        return {}
    codes = {at: level2_code(text) or level1_code(text) for at, text in row.items() if is_of_framework(text)}
    parents = {code // 10 for code in codes.values() if code is not None and code >= _SECOND}
    is_mixed = not any(level1_code(text) in parents and level2_code(text) is None for text in row.values())
    if is_mixed and len(set(codes.values())) == len(codes):
        return {at: row[at] for at in codes}  # 产出数量, 产出质量 beside 效益
    for code in (level1_code, level2_code):
        found = {at: text for at, text in row.items() if code(text) is not None}
        if len(found) >= _FEWEST:
            return found if len({code(text) for text in found.values()}) == len(found) else {}
    return {}


def _joined(row: RowTexts) -> tuple[dict[int, str], dict[int, str]] | None:
    """The first and the second levels of a row whose labels join both: 产出指标_数量指标; None for any other row."""
    if sum(map(joins_levels, row.values())) < _FEWEST:
        return None
    parts = {at: parted_levels(Printed(text, range(len(text)))) for at, text in row.items()}
    pairs = {at: (first.text, second.text) for at, (first, second) in parts.items() if second}
    return {at: first for at, (first, _) in pairs.items()}, {at: second for at, (_, second) in pairs.items()}


def _second_levels(first: RowTexts, row: RowTexts) -> dict[int, str]:
    """The labels of second levels in the row below those of the first, where it prints nothing else below them.

    Half of them are known (社会/经济效益 is not). A first level without any below it is a column itself.
    """
    found = {at: text for at, text in row.items() if at >= min(first)}
    known = [text for text in found.values() if level2_code(text) is not None]
    is_below = all(map(level1_code, first.values())) and len(known) >= max(_FEWEST, (len(found) + 1) // 2)
    if not is_below or any(_role(text) or is_value(text) for text in found.values() if text not in known):
        return {}
    starts = sorted(first)
    stops = [*starts[1:], max(*found, *starts) + 1]
    spans = {start: range(start, stop) for start, stop in zip(starts, stops, strict=True)}
    alone = {start: first[start] for start, span in spans.items() if not any(at in span for at in found)}
    return dict(sorted({**found, **alone}.items()))


def _below(first: RowTexts, level: LevelColumn) -> LevelColumn:
    """A second level with the first above it; any other as it is."""
    if not first or level.label in first.values():
        return level
    return replace(level, above=first[max(at for at in first if at <= level.name)])


def _parted(tops: RowTexts, inner: Mapping[int, str | None]) -> tuple[LevelColumn, ...]:
    """The levels with the columns below each: a name, a target; none where any has others."""
    starts = sorted(tops)
    found = []
    for start, stop in zip(starts, [*starts[1:], max(inner) + 1], strict=True):
        own = {role: at for at, role in inner.items() if start <= at < stop}
        value = next((own[role] for role in _VALUES if role in own), None)
        if "level3" not in own or value is None:
            return ()
        found.append(LevelColumn(tops[start], own["level3"], value, actual=own.get("actual")))
    return tuple(found)
