"""What a row shows by its texts alone: labels of levels, a sum of scores, cells of a header or of a row below it."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from ingest.forms.labelled.grid.columns import IndicatorGrid
from ingest.forms.labelled.grid.fit import is_level
from ingest.forms.labelled.labels import find_label, fold_label, grid_column, printed_unit
from ingest.grammar.amounts import amount_and_notes
from ingest.grammar.labels import is_of_framework
from ingest.grammar.quantities import read_score
from ingest.grammar.targets import read_target
from ingest.source.printed import NOTHING, PrintedCells
from ingest.vocabulary import words

_FEWEST_OF_A_ROW = 3
_GRIDS = frozenset(("grid", "annual_grid", "cycle_grid"))


def are_levels(cells: PrintedCells) -> bool:
    """True for a row of labels of levels and of numbers alone."""
    return all(is_level(cell.text) or cell.text.isdecimal() for cell in cells.values())


def is_of_levels(texts: Mapping[int, str]) -> bool:
    """True for a row of three cells or more that prints a label of the framework first or behind another."""
    if len(texts) < _FEWEST_OF_A_ROW:
        return False
    first = islice(texts.values(), 2)
    return any(is_level(text) and grid_column(text) is None and find_label(text) is None for text in first)


def is_sum_of_scores(cells: PrintedCells) -> bool:
    """True for a row 总分 whose other cells are numbers, in whatever column its label stands."""
    first, *others = cells.values()
    label = find_label(first.text)
    is_of_total = label is not None and "total_score" in label.kinds
    return is_of_total and bool(others) and all(read_score(cell.text) is not None for cell in others)


def heads_other(grid: IndicatorGrid, cells: PrintedCells, is_doubtful: Callable[[], bool]) -> bool:
    """True for the header of another table, behind a grid: 序号, 支出内容, 单价（万元）.

    Without numbers it prints a unit of money, and no levels left of the grid or, where rows have them, ``is_doubtful``.
    """
    texts = [cell.text for cell in cells.values()]
    if len(texts) < _FEWEST_OF_A_ROW or any(map(str.isdigit, "".join(texts))):
        return False
    if fold_label(texts[0]) in words("form_labels", "row_number"):
        return True
    is_left = min(cells) < grid.first and not any(map(is_level, texts[:2]))
    return any(map(printed_unit, texts)) and (is_left or is_doubtful())


def is_sum_inside(grid: IndicatorGrid, cells: PrintedCells, below: Sequence[Mapping[int, str]]) -> bool:
    """True for what a level's scores add up to (小计, perhaps behind its level), and for 总分 above a row of levels.

    The numbers stand in the columns of weights and of scores; merged cells may begin one column before.
    """
    points = [at for role in ("weight", "score") if (at := grid.at(role)) is not None]
    numbers = [at - grid.shift for at, cell in cells.items() if read_score(cell.text) is not None]
    texts = [cell.text for cell in cells.values() if read_score(cell.text) is None]
    if not points or not numbers or not texts or min(numbers) < min(points) - 1:
        return False
    *levels, label = texts
    above = (grid.carried1.text, grid.carried2.text)
    are_levels = all(text in above or is_level(text) for text in levels)
    is_subtotal = are_levels and fold_label(label).endswith(words("form_labels", "row_subtotal"))
    return is_subtotal or (is_sum_of_scores(cells) and any(map(is_of_levels, below[:1])))


def may_head(above: Mapping[int, str], texts: Mapping[int, str]) -> bool:
    """True for a row without quantities that prints something above every cell of another."""
    return texts.keys() <= above.keys() and not any(read_target(text).is_quantitative for text in above.values())


def may_head_levels(texts: Mapping[int, str], below: Sequence[Mapping[int, str]]) -> bool:
    """True for a row without amounts, behind no label but that of a grid, above one that prints levels."""
    if len(texts) < _FEWEST_OF_A_ROW or not any(map(is_of_levels, below[:1])):
        return False
    label = find_label(next(iter(texts.values())))
    is_left = label is None or not label.kinds.isdisjoint(_GRIDS)
    return is_left and not any(map(amount_and_notes, texts.values()))


def stands_in_a_row(text: str) -> bool:
    """True for what stands in the rows of a grid and not in their header."""
    return is_of_framework(text) or read_target(text).is_quantitative


def begins_stage(grid: IndicatorGrid, cells: PrintedCells) -> bool:
    """True for the first row of 决策 or 过程: evaluators score its criteria, and no form prints a target of these."""
    stages = words("form_labels", "scored_stage")
    is_stage = grid.at("level1") == next(iter(cells)) and fold_label(next(iter(cells.values())).text).endswith(stages)
    scores = [cells.get(grid.places.get(role, -1), NOTHING) for role in ("weight", "score")]
    return is_stage and grid.name in cells and all(read_score(cell.text) is not None for cell in scores)
