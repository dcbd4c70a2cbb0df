"""Levels with their columns beside each other in one row: 数量指标, 目标值, 完成值, 满意度指标, 目标值, 完成值.

The names of the indicators stand below the labels of the levels, which may be numbered (产出指标2).
"""

from collections.abc import Mapping, Sequence
from string import digits

from ingest.forms.indicator_rows.headers.columns import (
    ListColumns,
    head_column,
    is_value,
    names_projects,
    names_units_and_projects,
)
from ingest.forms.indicator_rows.headers.level_column import LevelColumn
from ingest.forms.labelled.labels import grid_column
from ingest.grammar.labels import is_of_framework
from ingest.source.printed import fold

RowTexts = Mapping[int, str]

_TARGETS = ("value", "annual")
_FEWEST = 2


def read_triples_header(rows: Sequence[RowTexts]) -> ListColumns | None:
    """The columns of a list whose header is the first of these rows, each level before its targets; None for others."""
    row = rows[0]
    if len(row) < 2 * _FEWEST:
        return None
    names = [at for at, text in row.items() if names_projects(text)]
    levels = _levels(row)
    if not names or not levels or any(is_value(text) for text in row.values() if not _is_level(text)):
        return None
    name = names[-1]
    taken = {name} | {at for level in levels for at in level.places}
    heads = {at: head_column(text, text) for at, text in row.items() if at not in taken}
    is_evaluated = any(head.kind == "executed" for head in heads.values())
    labels = tuple(map(fold, row.values()))
    is_mixed = names_units_and_projects(row[name])
    return ListColumns(name, is_mixed, heads, None, 1, labels, levels=levels, is_evaluated=is_evaluated)


def _levels(row: RowTexts) -> tuple[LevelColumn, ...]:
    """The levels right before columns of targets; none where another label stands before one of these."""
    columns, found = [*row], list[LevelColumn]()
    for before, at, behind in zip(columns, columns[1:], [*columns[2:], -1], strict=False):
        if grid_column(row[at]) not in _TARGETS:
            continue
        if not _is_level(row[before]):
            return ()
        actual = behind if grid_column(row.get(behind, "")) == "actual" else None
        found.append(LevelColumn(_unnumbered(row[before]), before, at, actual=actual))
    return tuple(found) if len(found) >= _FEWEST else ()


def _is_level(text: str) -> bool:
    return is_of_framework(_unnumbered(text))


def _unnumbered(text: str) -> str:
    return text.rstrip(digits)
