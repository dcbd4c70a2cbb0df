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


def heads_levels(row: Texts) -> bool:
    """True for a row of a first level, as 产出指标（50分）, in whatever column, beside it nothing but numbers."""
    labels = [text for text in row.values() if not _is_number(text)]
    return len(labels) == 1 and level1_code(labels[0]) is not None


def without_first_levels(rows: Sequence[Texts]) -> Sequence[Texts]:
    """The rows below a header but those of first levels, where the column of these holds second ones: 数量指标."""
    heads = [row for row in rows if heads_levels(row)]
    places = {next(at for at, text in row.items() if not _is_number(text)) for row in heads}
    seconds = [row for row in rows if any(level2_code(row.get(at, "")) is not None for at in places)]
    is_mixed = len(places) == 1 and any(not heads_levels(row) and len(row) > _FEWEST for row in seconds)
    return [row for row in rows if not any(row is head for head in heads)] if is_mixed else rows


def carries(grid: IndicatorGrid, cells: PrintedCells) -> bool:
    """Carry the level of a row of its own down to the rows below; False for any other row."""
    texts = {at: cell.text for at, cell in cells.items()}
    has_target = any(side.value + grid.shift in cells for side in grid.sides)
    if "level1" not in grid.places and not is_without_levels(grid) and heads_levels(texts) and not has_target:
        grid.carried1 = next(cell for cell in cells.values() if not _is_number(cell.text))
        grid.carried2 = NOTHING
        return True
    if not is_without_levels(grid) or not heads_rows(texts, grid.name):
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
