"""A row of a grid as an indicator: levels, name, targets of both sides, and what columns print once."""

import re
from collections.abc import Iterable

from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.grid.columns import COUNTED, UNKNOWN, GridRow, IndicatorGrid, Side
from ingest.forms.labelled.grid.fit import is_beside_name, is_level
from ingest.forms.labelled.grid.inferred.level_rows import is_without_levels
from ingest.forms.labelled.grid.levels import before_name, is_label_alone, settled
from ingest.forms.labelled.labels import find_label
from ingest.forms.labelled.signs import says_none
from ingest.grammar.quantities import is_operator, read_score, score_and_reason, with_operator_and_unit
from ingest.grammar.targets import read_target
from ingest.source.printed import NOTHING, Printed, PrintedCells, fold

_FILLER = re.compile(r"[.…·/—\-]+|(?:指标\d*[:、.]?)?[.…]*")
_NUMBERED = re.compile(r"指标\s*\d{1,2}\s*[:：、.．]\s*")  # 指标1：培训人数
_SCORE_OF_WEIGHT = re.compile(r"\s*(\d+(?:\.\d+)?)\s*[/／]\s*(\d+(?:\.\d+)?)\s*")  # 8/10
_DIGIT = re.compile(r"\d")
_QUANTITY = re.compile(r"\s*[≥≤]?\d[\d.,]*+(?:[%分个元]|万元)?\s*")
_COMPARISONS, _LEVEL_COLUMNS = (">=", "<=", ">", "<"), ("level1", "level2")
_FEWEST_COLUMNS, _FEWEST_CELLS, _LEVELS = 3, 4, 2


def read_grid_row(grid: IndicatorGrid, cells: PrintedCells) -> PrintedIndicator | None:
    """The indicator of a row, both sides as one, blank levels carried down; None for a row that holds none.

    The row stands as many columns too far right as the grid says.
    """
    grid.doubted.clear()
    grid.signs.clear()
    row = grid.row(cells)
    _carry(grid, row)
    cycle_name, cycle = _read_side(grid, row, grid.cycle)
    annual_name, annual = _read_side(grid, row, grid.annual)
    if not grid.sides:
        annual_name = _without_number(row.get(grid.name, NOTHING))
    if is_operator(cycle_name.text) or is_operator(annual_name.text):
        return None  # the row stands where no column fits
    weight, actual, score, reason = _others(grid, row)
    if all(not _says(part) or says_none(part.text) for part in (annual_name, annual, actual, cycle_name, cycle)):
        return None
    is_blank = not (grid.doubted or any(map(_says, (annual, cycle, weight, actual, score))))
    if is_blank and is_label_alone(grid, annual_name):
        return None
    level1, level2 = grid.levels
    if not level2.text and not cycle_name.text:
        first, level2, annual_name = before_name(annual_name)
        level1 = level1 or first
    differs = cycle_name.text and annual_name.text and fold(cycle_name.text) != fold(annual_name.text)
    whole, has_second = [*cells.values()], grid.at("level2") is not None
    return settled(
        PrintedIndicator(
            whole=Printed("", range(whole[0].span.start, whole[-1].span.end)),
            ordinal=None,
            level1=level1 if level1.text else None,
            level2=level2 if level2.text else None,
            code1=None,
            code2=None,
            name=cycle_name if cycle_name.text else annual_name if annual_name.text else None,
            cycle=cycle if cycle.text else None,
            annual=annual if annual.text else None,
            annual_name=annual_name.text if differs else None,
            operator=_operator(grid, row),
            note=_note(grid, row),
            weight=weight if weight.text else None,
            actual=actual if actual.text else None,
            score=score if score.text else None,
            reason=reason if reason.text else None,
        ),
        has_second,
    )


def is_indicator(grid: IndicatorGrid, cells: PrintedCells) -> bool:
    """True for a row that may hold an indicator: its first cell is a label of a level, or its columns are filled."""
    index, first = next(iter(cells.items()))
    is_counted = index < grid.first + grid.shift and COUNTED.fullmatch(first.text) is not None and len(cells) > 1
    if is_level(first.text) or (is_counted and is_level([*cells.values()][1].text)):
        return len(cells) > 1 or "level1" not in grid.places
    values = [grid.at("actual"), grid.initial, *(side.value for side in grid.sides)]
    values = [grid.at("weight"), grid.at("score")] if not grid.sides and "actual" not in grid.places else values
    if index < grid.first:
        if _lacks_levels(grid, cells, fewest=1):
            return False
        is_row = all(index + step in cells for step in range(_FEWEST_CELLS))
        return is_row or (grid.name in cells and any(value in cells for value in values))
    is_pair = len(grid.columns) == len(cells) and find_label(first.text) is None  # of 三级指标 and 指标值 alone
    return (is_pair or len(cells) >= _FEWEST_COLUMNS) and any(at in cells for at in values if at is not None)


def is_doubtful(grid: IndicatorGrid, cells: PrintedCells) -> bool:
    """True for a row of no quantity with other texts in all columns of levels (填表人), or in one and no value."""
    index, first = next(iter(cells.items()))
    if index != grid.first or (grid.columns.get(index) in _LEVEL_COLUMNS and is_level(first.text)):
        return False  # a row that begins with a level lacks none
    values = {*(side.value for side in grid.sides), *map(grid.at, ("weight", "score", "actual"))}
    fewest = _LEVELS if any(at - grid.shift in values for at in cells) else 1
    return not _is_measured(grid, cells) and _lacks_levels(grid, cells, fewest)


def is_misplaced(grid: IndicatorGrid, cells: PrintedCells) -> bool:
    """True for a placed row that its columns do not fit: no name, and no level where one stands above it (a task and
    its money), or the target right of the column of targets. The levels that it prints are those of rows below.
    """
    is_lost = _is_nameless(grid, cells) or _is_displaced(grid, cells) or is_beside_name(grid, cells)
    if is_lost and is_level(next(iter(cells.values())).text):
        _carry(grid, grid.row(cells))
    return is_lost


def _is_nameless(grid: IndicatorGrid, cells: PrintedCells) -> bool:
    second = grid.places.get("level2", -1)
    above = cells.get(second + grid.shift)
    is_blank = second >= 0 and grid.name + grid.shift not in cells
    return is_blank and above is not None and is_level(grid.carried2.text) and not is_level(above.text)


def _is_displaced(grid: IndicatorGrid, cells: PrintedCells) -> bool:
    """True for a row with a text without digits as its target, and a comparison behind it: 群众满意度, ≥90%.

    That may stand in the column of actual values, and these, 95%, in that of weights. A quantity (9分) is no name.
    """
    places = [side.value + grid.shift for side in grid.sides]
    if len(places) != 1 or places[0] not in cells or _DIGIT.search(cells[places[0]].text):
        return False
    if _QUANTITY.fullmatch(cells.get(grid.name + grid.shift, NOTHING).text):
        return True
    weight = read_target(cells.get(grid.places.get("weight", -_LEVELS) + grid.shift, NOTHING).text)
    spared = {*grid.notes, *grid.others, grid.at("actual") if weight.unit in (None, "分") else None}
    behind = [cell.text for at, cell in cells.items() if at > places[0] and at - grid.shift not in spared]
    return any(target.is_quantitative and target.operator in _COMPARISONS for target in map(read_target, behind))


def _is_measured(grid: IndicatorGrid, cells: PrintedCells) -> bool:
    """True for a row with a quantity where targets stand."""
    return any(read_target(cells[side.value].text).is_quantitative for side in grid.sides if side.value in cells)


def _lacks_levels(grid: IndicatorGrid, cells: PrintedCells, fewest: int) -> bool:
    """True for a row with other texts, ``fewest`` or more, where those above it print known levels: 填表人, 王芳."""
    known = [is_level(grid.carried1.text), is_level(grid.carried2.text)]
    if known.count(True) < fewest or is_without_levels(grid):
        return False
    levels = [at for at, role in grid.columns.items() if role in _LEVEL_COLUMNS]
    rows = [[cells[at + shift].text for at in levels if at + shift in cells] for shift in {0, *grid.shifts}]
    told = [texts for texts in rows if texts]
    if not told and (not grid.sides or _is_measured(grid, cells)):
        return False
    return all(len(texts) >= fewest and not any(map(is_level, texts)) for texts in told)


def fills(grid: IndicatorGrid, cells: PrintedCells) -> bool:
    """True for a row whose name is a label elsewhere (完成时间): all its columns are filled, with no other label."""
    others = [cell for index, cell in cells.items() if index != grid.name]
    columns = [at for at, role in grid.columns.items() if role not in ("reason", "note")]
    is_full = len(columns) >= _FEWEST_CELLS and all(column in cells for column in columns)
    return grid.name in cells and is_full and not any(find_label(cell.text) for cell in others)


def _others(grid: IndicatorGrid, row: GridRow) -> list[Printed]:
    """What columns print once for both sides; the actual value with the unit of its target."""
    cells = [row.get(grid.places.get(role), NOTHING) for role in ("weight", "actual", "score", "reason")]
    weight, actual, (score, reason) = *cells[:2], score_and_reason(*cells[2:])
    if not weight.text and (pair := _SCORE_OF_WEIGHT.fullmatch(score.text)):
        parts = score[pair.start(1) : pair.end(1)], score[pair.start(2) : pair.end(2)]
        score, weight = sorted(parts, key=lambda part: read_score(part.text) or 0)
    if actual.text and grid.doubted and read_score(actual.text) is not None:
        grid.doubted.add((grid.at("actual") or 0) + grid.shift)
        actual = NOTHING
    if actual.text:
        unit = next((cell for side in grid.sides if (cell := row.get(side.unit, NOTHING)).text), NOTHING)
        unit = unit if grid.sides else row.get(grid.at("unit"), NOTHING)
        actual = with_operator_and_unit(actual, NOTHING, unit)
    return [weight, actual, score, reason]


def _operator(grid: IndicatorGrid, row: GridRow) -> Printed | None:
    for side in reversed(grid.sides):
        if side.operator in row:
            return row[side.operator]
    return None


def _note(grid: IndicatorGrid, row: GridRow) -> str | None:
    """The notes of a row, and its other targets under their labels."""
    notes = [row[index].text for index in grid.notes if index in row]
    taken = grid.initial if grid.others and grid.annual and not _says(row.get(grid.annual.value, NOTHING)) else None
    notes += [f"{label}：{row[at].text}" for at, label in grid.others.items() if at in row and at != taken]
    return "；".join(notes) or None


def _says(part: Printed) -> bool:
    return bool(part.text) and not _FILLER.fullmatch(fold(part.text))


def _without_number(name: Printed) -> Printed:
    numbered = _NUMBERED.match(name.text)
    return name[numbered.end() :] if numbered and name.text[numbered.end() :] else name


def _read_side(grid: IndicatorGrid, row: GridRow, side: Side | None) -> tuple[Printed, Printed]:
    """Name and value of a side; the value with its operator and unit where columns of their own print them."""
    if side is None:
        return NOTHING, NOTHING
    value = row.get(side.value, NOTHING)
    if grid.initial in row and side is grid.annual and not _says(value):
        value = row[grid.initial]
    if grid.has_unknown and read_score(value.text) is not None and _is_in_doubt(grid, row, side, value):
        grid.doubted.add(side.value + grid.shift)
        value = NOTHING
    unit = row.get(side.unit, NOTHING)
    operator = _sign_before(grid, row, side) if side.operator is None else row.get(side.operator, NOTHING)
    return _without_number(row.get(side.name, NOTHING)), with_operator_and_unit(value, operator, unit)


def _sign_before(grid: IndicatorGrid, row: GridRow, side: Side) -> Printed:
    """The sign of comparison in an unknown column right before a value; NOTHING where none stands there."""
    at = side.value - 1
    sign = row.get(at, NOTHING)
    if grid.columns.get(at) != UNKNOWN or not is_operator(sign.text) or side.value not in row:
        return NOTHING
    grid.signs.add(at + grid.shift)
    return sign


def _is_in_doubt(grid: IndicatorGrid, row: GridRow, side: Side, value: Printed) -> bool:
    """True for a bare number beside an unknown column that may print its operator or its unit; 100% has its unit."""
    beside = [(side.value - 1, side.operator), (side.value + 1, side.unit)]
    beside += [(side.operator - 1, side.unit)] if side.operator is not None else []
    texts = [row[at].text for at, own in beside if own is None and at in row and grid.columns.get(at) == UNKNOWN]
    return not fold(value.text).endswith("%") and any(read_score(text) is None for text in texts)


def _carry(grid: IndicatorGrid, row: GridRow) -> None:
    level1 = row.get(grid.at("level1"), NOTHING)
    level2 = next((row[side.level2] for side in grid.sides if side.level2 in row), NOTHING)
    if not grid.sides:
        level2 = row.get(grid.at("level2"), NOTHING)
    grid.carry(level1, level2)


def grid_labels(grid: IndicatorGrid, cells: PrintedCells) -> Iterable[Printed]:
    """What a row without indicator holds all the same: labels of levels, and fillers such as `……`."""
    levels = {grid.at("level1"), grid.at("level2"), *(side.level2 for side in grid.sides)}
    for index, cell in cells.items():
        is_of_name = index - grid.shift == grid.name and is_label_alone(grid, cell)
        if index - grid.shift in levels or not _says(cell) or is_of_name:
            yield cell
