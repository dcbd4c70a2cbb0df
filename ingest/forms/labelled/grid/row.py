"""A row of a grid as an indicator: levels, name, targets of both sides, and what columns print once."""

import re
from collections.abc import Iterable

from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.grid.columns import UNKNOWN, IndicatorGrid, Side
from ingest.forms.labelled.grid.fit import is_level
from ingest.forms.labelled.grid.levels import settled
from ingest.forms.labelled.labels import find_label
from ingest.grammar.labels import is_level2
from ingest.grammar.quantities import is_operator, read_score, with_operator_and_unit
from ingest.source.printed import NOTHING, Printed, PrintedCells, fold

_FILLER = re.compile(r"[.…·/—\-]+|(?:指标\d*[:、.]?)?[.…]*")
# 指标1：培训人数
_NUMBERED = re.compile(r"指标\s*\d{1,2}\s*[:：、.．]\s*")
_COLON = re.compile("[：:]")
_FEWEST_COLUMNS = 3
_FEWEST_CELLS = 4
_NOTES = ("note",)
_SINGLE = ("weight", "actual", "score", "reason")


def read_grid_row(grid: IndicatorGrid, cells: PrintedCells) -> PrintedIndicator | None:
    """The indicator of a row, both sides as one; None for a row that holds none.

    The row stands as many columns too far right as the grid says. Levels left blank are carried down.
    """
    grid.doubted.clear()
    _carry(grid, cells)
    (cycle_name, cycle), (annual_name, annual) = (_read_side(grid, cells, side) for side in (grid.cycle, grid.annual))
    if not grid.sides:
        annual_name = _without_number(grid.cell(cells, grid.name))
    if is_operator(cycle_name.text) or is_operator(annual_name.text):
        return None  # the row stands where no column fits
    others = _others(grid, cells)
    if not any(map(_says, (cycle_name, annual_name, cycle, annual, others.get("actual") or NOTHING))):
        return None
    level2 = grid.carried2
    if not level2 and not cycle_name:
        level2, annual_name = _without_level(annual_name)
    differs = cycle_name and annual_name and fold(cycle_name.text) != fold(annual_name.text)
    whole = list(cells.values())
    printed = PrintedIndicator(
        whole=Printed("", range(whole[0].span.start, whole[-1].span.end)),
        ordinal=None,
        level1=grid.carried1 or None,
        level2=level2 or None,
        code1=None,
        code2=None,
        name=cycle_name or annual_name or None,
        cycle=cycle or None,
        annual=annual or None,
        annual_name=annual_name.text if differs else None,
        operator=_operator(grid, cells),
        note=_note(grid, cells),
        **others,
    )
    return settled(printed)


def is_indicator(grid: IndicatorGrid, cells: PrintedCells) -> bool:
    """True for a row that may hold an indicator: its first cell is a label of a level, or its columns are filled."""
    index, first = next(iter(cells.items()))
    if is_level(first.text):
        return len(cells) > 1
    values = [grid.at("actual"), *(side.value for side in grid.sides)]
    if not grid.sides and "actual" not in grid.places:
        values = [grid.at("weight"), grid.at("score")]
    if index < grid.first:
        has_both = grid.name in cells and any(value in cells for value in values)
        return has_both or all(index + step in cells for step in range(_FEWEST_CELLS))
    return len(cells) >= _FEWEST_COLUMNS and any(column in cells for column in values if column is not None)


def fills(grid: IndicatorGrid, cells: PrintedCells) -> bool:
    """True for a row whose name is a label elsewhere (完成时间): all its columns are filled, with no other label."""
    others = [cell for index, cell in cells.items() if index != grid.name]
    columns = [at for at, role in grid.columns.items() if role not in ("reason", *_NOTES)]
    is_full = len(columns) >= _FEWEST_CELLS and all(column in cells for column in columns)
    return grid.name in cells and is_full and not any(find_label(cell.text) for cell in others)


def _others(grid: IndicatorGrid, cells: PrintedCells) -> dict[str, Printed | None]:
    """What columns print once for both sides (weight, score …); the actual value with the unit of its target."""
    others = {role: grid.cell(cells, grid.at(role)) or None for role in _SINGLE}
    if others["actual"] and grid.doubted and read_score(others["actual"].text) is not None:
        grid.doubted.add((grid.at("actual") or 0) + grid.shift)
        others["actual"] = None
    if others["actual"]:
        unit = next((cell for side in grid.sides if (cell := grid.cell(cells, side.unit))), NOTHING)
        unit = unit if grid.sides else grid.cell(cells, grid.at("unit"))
        others["actual"] = with_operator_and_unit(others["actual"], NOTHING, unit)
    return others


def _operator(grid: IndicatorGrid, cells: PrintedCells) -> Printed | None:
    operators = [part for side in grid.sides if (part := grid.cell(cells, side.operator))]
    return operators[-1] if operators else None


def _note(grid: IndicatorGrid, cells: PrintedCells) -> str | None:
    """The notes of a row, and its other targets under their labels."""
    shown = {index: grid.cell(cells, index) for index in grid.columns}
    notes = [part.text for index, part in shown.items() if part and grid.columns[index] in _NOTES]
    notes += [f"{label}：{shown[index].text}" for index, label in grid.others.items() if shown[index]]
    return "；".join(notes) or None


def _says(part: Printed) -> bool:
    return bool(part) and not _FILLER.fullmatch(fold(part.text))


def _without_number(name: Printed) -> Printed:
    numbered = _NUMBERED.match(name.text)
    return name[numbered.end() :] if numbered and name.text[numbered.end() :] else name


def _without_level(name: Printed) -> tuple[Printed, Printed]:
    """The second level that a name prints before a colon, and the name: 数量指标：缴纳人数."""
    colon = _COLON.search(name.text)
    if colon is None or not is_level2(name.text[: colon.start()]):
        return NOTHING, name
    return name[: colon.start()].strip(), name[colon.end() :].strip()


def _read_side(grid: IndicatorGrid, cells: PrintedCells, side: Side | None) -> tuple[Printed, Printed]:
    """Name and value of a side; the value with its operator and unit where columns of their own print them."""
    if side is None:
        return NOTHING, NOTHING
    value = grid.cell(cells, side.value)
    if read_score(value.text) is not None and _is_in_doubt(grid, cells, side, value):
        grid.doubted.add(side.value + grid.shift)
        value = NOTHING
    operator, unit = grid.cell(cells, side.operator), grid.cell(cells, side.unit)
    return _without_number(grid.cell(cells, side.name)), with_operator_and_unit(value, operator, unit)


def _is_in_doubt(grid: IndicatorGrid, cells: PrintedCells, side: Side, value: Printed) -> bool:
    """True for a bare number beside an unknown column that may print its operator or its unit; 100% has its unit."""
    beside = ((side.value - 1, side.operator), (side.value + 1, side.unit))
    texts = [grid.cell(cells, column) for column, own in beside if own is None and grid.columns.get(column) == UNKNOWN]
    has_unit = fold(value.text).endswith("%")
    return any(text and (is_operator(text.text) if has_unit else read_score(text.text) is None) for text in texts)


def _carry(grid: IndicatorGrid, cells: PrintedCells) -> None:
    level1 = grid.cell(cells, grid.at("level1"))
    level2 = next((cell for side in grid.sides if (cell := grid.cell(cells, side.level2))), NOTHING)
    if grid.at("level2") is not None and not grid.sides:
        level2 = grid.cell(cells, grid.at("level2"))
    if level1:
        is_new = fold(level1.text) != fold(grid.carried1.text)
        grid.carried1 = level1
        grid.carried2 = NOTHING if is_new else grid.carried2
    grid.carried2 = level2 or grid.carried2


def grid_labels(grid: IndicatorGrid, cells: PrintedCells) -> Iterable[Printed]:
    """What a row without indicator holds all the same: labels of levels, and fillers such as `……`."""
    levels = {grid.at("level1"), grid.at("level2"), *(side.level2 for side in grid.sides)}
    for index, cell in cells.items():
        if index - grid.shift in levels or not _says(cell):
            yield cell
