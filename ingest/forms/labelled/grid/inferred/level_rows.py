"""Levels in rows of their own, above those of their indicators: 1 产出指标, 1.1 数量指标, 1.1.1 a name and its target.

They stand in the column of names, or in one cell over all columns; the grid has no column of levels.
"""

from collections.abc import Sequence

from ingest.forms.labelled.grid.columns import COUNTED, IndicatorGrid
from ingest.forms.labelled.grid.inferred.columns import Texts
from ingest.forms.labelled.grid.levels import joined_code
from ingest.grammar.labels import level1_code, level2_code
from ingest.grammar.quantities import read_score
from ingest.source.printed import NOTHING, PrintedCells

_FEWEST = 2


def heads_rows(row: Texts, name: int) -> bool:
    """True for a row of a level: its label in the column of names or alone, beside it nothing but numbers."""
    texts = [*row.values()]
    label = row.get(name, texts[0] if len(texts) == 1 else "")
    others = [text for text in texts if text is not label]
    return _is_level(label) and all(_is_number(text) for text in others)


def are_headed(rows: Sequence[Texts], name: int) -> bool:
    """True for rows of which the first is that of a level, and another one."""
    filled = [row for row in rows if row]
    return bool(filled) and heads_rows(filled[0], name) and sum(heads_rows(row, name) for row in filled) >= _FEWEST


def first_level_of(row: Texts) -> int | None:
    """The column of a first level, as 产出指标（50分）, beside nothing but numbers; None for any other row."""
    levels = [at for at, text in row.items() if level1_code(text) is not None]
    is_alone = len(levels) == 1 and all(at in levels or _is_number(text) for at, text in row.items())
    return levels[0] if is_alone else None


def without_first_levels(rows: Sequence[Texts]) -> Sequence[Texts]:
    """The rows below a header but those of first levels, where the column of these holds second ones: 数量指标."""
    levels = [*map(first_level_of, rows)]
    places = {at for at in levels if at is not None}
    if len(places) != 1:
        return rows
    (place,), others = places, [row for row, level in zip(rows, levels, strict=True) if level is None]
    is_mixed = any(level2_code(row.get(place, "")) is not None and len(row) > _FEWEST for row in others)
    return others if is_mixed else rows


def carries(grid: IndicatorGrid, cells: PrintedCells) -> bool:
    """Carry the level of a row of its own down to the rows below; False for any other row."""
    if "level1" in grid.places:
        return False
    texts = {at: cell.text for at, cell in cells.items()}
    if not is_without_levels(grid):
        first = first_level_of(texts)
        if first is None or any(side.value + grid.shift in cells for side in grid.sides):
            return False
        grid.carried1, grid.carried2 = cells[first], NOTHING
        return True
    if not heads_rows(texts, grid.name):
        return False
    label = cells.get(grid.name, next(iter(cells.values())))
    above, second = level1_code(grid.carried1.text), level2_code(label.text)
    is_below = second is not None and second // 10 == above  # 成本指标 below 产出指标, 服务对象满意度 below 满意度
    if joined_code(label.text) is not None or (level1_code(label.text) is not None and not is_below):
        grid.carried1, grid.carried2 = label, NOTHING
    else:
        grid.carried2 = label
    return True


def is_without_levels(grid: IndicatorGrid) -> bool:
    """True for a grid that has no column of levels."""
    return "level1" not in grid.places and "level2" not in grid.places


def _is_level(text: str) -> bool:
    return level1_code(text) is not None or level2_code(text) is not None or joined_code(text) is not None


def _is_number(text: str) -> bool:
    is_ordinal = COUNTED.fullmatch(text) is not None or all(map(str.isdecimal, text.strip(".").split(".")))
    return is_ordinal or read_score(text) is not None
