"""Levels of indicators as columns of a list: 产出指标, 效益指标, 满意度指标 side by side, indicators below each.

Published by counties of 河南, each level over 三级指标 and 指标值; elsewhere one cell a level holds names and targets,
the second levels below the first or alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.forms.indicator_rows.headers.columns import (
    LevelColumn,
    ListColumns,
    head_column,
    is_value,
    names_projects,
    names_units_and_projects,
)
from ingest.forms.indicator_rows.headers.spans import deepest, spanning
from ingest.forms.labelled.labels import grid_column
from ingest.grammar.labels import is_of_framework, level1_code, level2_code
from ingest.grammar.targets import read_target
from ingest.source.printed import fold

RowTexts = Mapping[int, str]

_DEEPEST = 3
_FEWEST = 2
_VALUES = ("value", "annual")


def read_levels_header(rows: Sequence[RowTexts]) -> ListColumns | None:
    """The columns of a list whose header begins with the first of these rows and ends with levels, or below them."""
    names = [at for at, text in rows[0].items() if names_projects(text)]
    place = next((number for number, row in enumerate(rows[:_DEEPEST]) if len(_tops(row)) >= _FEWEST), None)
    if not names or place is None:
        return None
    tops, first = _tops(rows[place]), {}
    if below := _second_levels(tops, rows[place + 1] if place + 1 < len(rows) else {}):
        tops, first, place = below, tops, place + 1
    following = rows[place + 1] if place + 1 < len(rows) else {}
    inner = {at: grid_column(text) for at, text in following.items() if at >= min(tops)}
    is_parted = len(inner) >= _FEWEST and None not in inner.values()
    levels = _parted(tops, inner) if is_parted else tuple(LevelColumn(text, at, None) for at, text in tops.items())
    if not levels:
        return None
    levels = tuple(_below(first, level) for level in levels)
    header = rows[: place + 1 + is_parted]
    if any(is_value(text) for row in header for text in row.values() if text not in (*tops.values(), *first.values())):
        return None
    taken = (
        {at for level in levels for at in (level.name, level.value)}
        | tops.keys()
        | first.keys()
        | (inner.keys() if is_parted else set())
    )
    own, above = deepest(header), spanning(header)
    heads = {at: head_column(text, above[at]) for at, text in own.items() if at not in taken and at != names[-1]}
    labels = tuple(fold(text) for row in header for text in row.values())
    name = names[-1]
    return ListColumns(name, names_units_and_projects(rows[0][name]), heads, None, len(header), labels, levels=levels)


def _tops(row: RowTexts) -> dict[int, str]:
    """The labels of levels of a row, all of one depth and each once; none for a row of a grid, which prints both.

    A quantity in the row says that it is one of a grid, too.
    """
    if sum(map(is_of_framework, row.values())) < _FEWEST or any(read_target(t).is_quantitative for t in row.values()):
        return {}
    for code in (level1_code, level2_code):
        found = {at: text for at, text in row.items() if code(text) is not None}
        if len(found) >= _FEWEST:
            return found if len({code(text) for text in found.values()}) == len(found) else {}
    return {}


def _second_levels(first: RowTexts, row: RowTexts) -> dict[int, str]:
    """The labels of second levels in the row below those of the first, where it prints nothing else below them.

    A first level without any below it is a column itself.
    """
    found = {at: text for at, text in row.items() if at >= min(first)}
    is_below = all(map(level1_code, first.values())) and all(level2_code(text) is not None for text in found.values())
    if not is_below or len(found) < _FEWEST:
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
        found.append(LevelColumn(tops[start], own["level3"], value))
    return tuple(found)
