"""Grids that print no column of levels: 指标名称 and 指标值 beside others of grids, or levels in or above names."""

from collections.abc import Mapping, Sequence

from ingest.forms.labelled.grid.inferred.columns import Texts
from ingest.forms.labelled.grid.inferred.level_rows import are_headed, heads_rows
from ingest.forms.labelled.grid.levels import stand_before
from ingest.forms.labelled.grid.several import VALUES
from ingest.forms.labelled.labels import grid_column
from ingest.grammar.labels import is_of_framework

_PAIR = 2


def is_plain(columns: Mapping[int, str], below: Sequence[Texts]) -> bool:
    """True for a grid without levels: 指标名称, 指标值 and others that only grids have, or levels before or above."""
    name = next(index for index, role in columns.items() if role == "level3")
    rows = [row for row in below if not heads_rows(row, name)]
    if any(is_of_framework(text) for row in rows for at, text in row.items() if at != name):
        return False
    roles = set(columns.values())
    is_of_grid = len(roles & {"weight", "unit", "operator", "actual"}) > 1
    is_alone = len(columns) == len(roles) == _PAIR
    is_told = is_of_grid or is_alone or are_headed(below, name) or stand_before(cells_of(below, name))
    return bool(roles & set(VALUES)) and is_told


def is_pair(texts: Texts) -> bool:
    """True for a header of nothing but 三级指标 and 指标值."""
    roles = {grid_column(text) for text in texts.values()}
    return len(texts) == _PAIR and "level3" in roles and bool(roles & set(VALUES))


def cells_of(rows: Sequence[Texts], at: int) -> list[str]:
    """The cells of a column."""
    return [row[at] for row in rows if at in row]
