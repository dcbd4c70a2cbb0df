"""The columns of a list's grid, and which of the others beside it tell of the project."""

from collections.abc import Mapping, Sequence

from ingest.forms.indicator_rows.headers.columns import HeadColumn, head_column, kind_of, names_projects
from ingest.forms.labelled.grid.columns import IndicatorGrid
from ingest.forms.labelled.grid.header import read_grid_header
from ingest.forms.labelled.grid.levels import joined_code, stand_before
from ingest.forms.labelled.labels import AMOUNT_KINDS, GOAL_KINDS, find_label, fold_label, grid_column
from ingest.forms.labelled.signs import signs_of
from ingest.grammar.labels import is_of_framework
from ingest.grammar.targets import read_target

RowTexts = Mapping[int, str]

_LEVEL, _NAME, _TARGET = "一级指标", "三级指标", "年度指标值"
_FEWEST = 2
_TARGETS = ("annual", "value", "cycle")
_GOALS = GOAL_KINDS - {"achieved_goal", "cycle_goal"}


def parted(own: RowTexts, above: RowTexts, below: Sequence[RowTexts]) -> tuple[dict[int, HeadColumn], dict[int, str]]:
    """The columns that tell of the project, and the labels of the grid: from the first level on to the right.

    A column whose cells are labels of levels, or names that print theirs, is the first of a grid, too.
    """
    levels = [at for at, text in own.items() if signs_of(text).names_level]
    shown = [at for at in _shown(own, below) if not levels or at < min(levels)]
    levels, own = [*shown, *levels], {**own, **dict.fromkeys(shown, _LEVEL)}
    levels = levels or [at for at in own if stand_before(row[at] for row in below if at in row)][:1]
    if not levels:
        return {at: head_column(text, above[at]) for at, text in own.items()}, {}
    first = min(levels)
    own = _with_targets(own, below, first)
    # 指标类型 beside 一级指标 is no level
    others = [at for at in levels if grid_column(own[at]) == "level1"][:-1]
    heads: dict[int, HeadColumn] = {at: HeadColumn("attribute", own[at]) for at in others}
    grid: dict[int, str] = {}
    for at, text in own.items():
        if at in heads:
            continue
        if at < first or names_projects(text) or _is_beside_grid(text):
            heads[at] = head_column(text, above[at])
        else:
            grid[at] = text
    return heads, grid


def _shown(own: RowTexts, below: Sequence[RowTexts]) -> list[int]:
    """The first column whose cells are labels of levels whatever its own says: 产出指标—数量指标 below 指标类别.

    A cell that is none, of a row 总分, is not of half of the rows.
    """
    for at in own:
        cells = [row[at] for row in below if at in row]
        if len(cells) >= _FEWEST and _are_levels(cells):
            return [at]
    return []


def _are_levels(cells: Sequence[str]) -> bool:
    """True where two cells or more, and more than half of them, are labels of levels."""
    left = len(cells)
    for text in cells:
        left -= not (is_of_framework(text) or joined_code(text) is not None)
        if left < _FEWEST or 2 * left <= len(cells):
            return False
    return True


def _with_targets(own: RowTexts, below: Sequence[RowTexts], first: int) -> dict[int, str]:
    """The labels, that of a goal which stands beside the indicators where no other column holds targets made theirs.

    So it is where every row with an indicator has a text there, one of them a quantity, and not all the same: 年度目标.
    """
    names = [at for at, text in own.items() if at > first and grid_column(text) == "level3"]
    if not names or any(grid_column(text) in _TARGETS for text in own.values()):
        return dict(own)
    for at in [at for at, text in own.items() if at > names[0] and _says_goal(text)]:
        cells = [row.get(at, "") for row in below if names[0] in row]
        if all(cells) and len(set(cells)) >= _FEWEST and any(read_target(text).is_quantitative for text in cells):
            return {**own, at: _TARGET}
    return dict(own)


def _says_goal(text: str) -> bool:
    label = find_label(text)
    return label is not None and not label.has_value and bool(label.kinds & _GOALS)


def read_grid(texts: RowTexts, below: Sequence[RowTexts]) -> IndicatorGrid | None:
    """The grid; 绩效指标 beside levels is the column of names where no other label is."""
    if not any(grid_column(text) == "level3" for text in texts.values()):
        named = [at for at, text in texts.items() if (label := find_label(text)) and "grid" in label.kinds]
        texts = {at: _NAME if at in named[:1] else text for at, text in texts.items()}
    rows = [own for row in below if (own := {at: text for at, text in row.items() if at in texts})]
    return read_grid_header(texts, rows) if texts else None


def _is_beside_grid(text: str) -> bool:
    """True for a label right of the levels that tells of the project all the same."""
    if grid_column(text) is not None:
        return False
    label = find_label(text)
    kinds = label.kinds if label is not None else frozenset()
    known = AMOUNT_KINDS | GOAL_KINDS | {"project_name", "form_unit", "form_department", "total_score", "grade"}
    return bool(kinds & known) or fold_label(text) in kind_of("row_amount") | kind_of("row_region")
