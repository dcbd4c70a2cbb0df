"""A form in two halves: a grid whose header stands twice in a row, or one beside the labels of a project or a body."""

from collections.abc import Sequence

from ingest.forms.labelled.labels import AMOUNT_KINDS, find_label, grid_column
from ingest.forms.labelled.signs import RowSigns
from ingest.grammar.amounts import is_amount
from ingest.grammar.labels import is_of_framework
from ingest.grammar.targets import read_target
from ingest.source.printed import NOTHING, PrintedCells, fold

_FEWEST = 2
_BLOCK = frozenset(("block",))
_BODIES = frozenset(("form_unit", "form_department"))


def unfolded(rows: Sequence[PrintedCells], signs: Sequence[RowSigns]) -> Sequence[PrintedCells]:
    """The rows of a form, its right half below its left one; all rows as they are where it has none.

    ``signs`` are what the texts of the rows show.
    """
    for number, row in enumerate(rows):
        if signs[number].levels < _FEWEST:
            if len(row) == _FEWEST and (parted := _two_blocks(rows, number)) is not None:
                return parted
            continue
        if (below := _below_header(rows, number, signs)) is not None:
            return below
        beside = _beside_labels(row)
        if beside is not None:
            left = [{at: cell for at, cell in own.items() if at < beside} for own in rows]
            right = [{at: cell for at, cell in own.items() if at >= beside} for own in rows[number:]]
            above = [{at: cell for at, cell in own.items() if at >= beside} for own in rows[:number]]
            return [own for own in (*left, *above, *right) if own]
        halves = _halves(row)
        if halves is not None:
            start, offset = halves
            stop = next((at for at in range(number + 1, len(rows)) if _leaves(rows[at], start)), len(rows))
            grid = rows[number:stop]
            if _repeats(grid[1:], start, offset):
                return rows  # the cycle at the left, the year at the right
            left = [{at: cell for at, cell in own.items() if at < start + offset} for own in grid]
            right = [{at - offset: cell for at, cell in own.items() if at >= start + offset} for own in grid]
            return [*rows[:number], *(own for own in (*left, *right) if own), *unfolded(rows[stop:], signs[stop:])]
    return rows


def _two_blocks(rows: Sequence[PrintedCells], number: int) -> Sequence[PrintedCells] | None:
    """The rows of a table of money that goes on under one block beside another (按收入性质分：, 按支出性质分：).

    Those of the second, each a label and its amount, stand below those of the first then; None for any other two cells.
    """
    for cell in rows[number].values():
        label = find_label(cell.text)
        if label is None or label.kinds != _BLOCK or label.has_value:
            return None
    first, second = rows[number]
    stop = number + 1
    while stop < len(rows) and min(rows[stop]) == first:
        stop += 1
    left = [{at: cell for at, cell in own.items() if at < second} for own in rows[number:stop]]
    right = [{at: cell for at, cell in own.items() if at >= second} for own in rows[number:stop]]
    pairs = [[*own.values()] for own in right[1:] if own]
    is_paired = all(len(own) == _FEWEST and is_amount(own[1].text) for own in pairs)
    return [*rows[:number], *left, *filter(None, right), *rows[stop:]] if pairs and is_paired else None


def _halves(row: PrintedCells) -> tuple[int, int] | None:
    """Where the header begins and how far right it begins again; None for any other row.

    A label of the whole grid may stand before it. Levels before both halves are those of a grid of two sides.
    """
    if len(row) < 2 * _FEWEST:
        return None
    skipped = len(row) % 2
    half = len(row) // 2
    texts = [fold(cell.text) for cell in row.values()][skipped:]
    if texts[:half] != texts[half:]:
        return None
    places = list(row)
    first, second = places[skipped : skipped + half], places[skipped + half :]
    roles = [grid_column(row[at].text) for at in first]
    is_alone = bool(skipped) and grid_column(row[places[0]].text) is not None
    is_header = None not in roles[1:] and "level3" in roles and len(set(roles)) > 1
    return (first[0], second[0] - first[0]) if is_header and not is_alone else None


def _beside_labels(row: PrintedCells) -> int | None:
    """Where the header of a grid begins behind a label and its value: `项目名称 某工程 一级指标 二级指标 三级指标`."""
    label = find_label(next(iter(row.values()), NOTHING).text)
    if label is None or label.has_value or "project_name" not in label.kinds or len(row) < _FEWEST + 2:
        return None
    places = list(row)
    roles = [grid_column(row[at].text) for at in places]
    is_header = roles[:2] == [None, None] and None not in roles[2:4] and {"level1", "level3"} <= set(roles[2:])
    return places[2] if is_header else None


def _below_header(
    rows: Sequence[PrintedCells], number: int, signs: Sequence[RowSigns]
) -> Sequence[PrintedCells] | None:
    """The rows of a form that prints the money of a body in one row, left of a grid and below headers of several rows.

    `单位名称 | 资金总额 | 基本支出 | 整体绩效目标 | 一级指标 | 二级指标`: each column becomes a row, its labels from
    the top down and its value, and the grid follows. None for any other form, such as one of several bodies.
    """
    start = next((at for at, told in signs[number].texts.items() if told.names_level), 0)
    first = next((at for at in range(number + 1, len(rows)) if signs[at].is_of_grid), len(rows))
    values = {at: cell for at, cell in rows[first].items() if at < start} if first < len(rows) else {}
    if not values:
        return None
    top = number
    while top and min(rows[top]) > 0:
        top -= 1
    heads = rows[top:first]
    lowest = {at: cell for row in heads for at, cell in row.items() if at < start}
    is_one = all(min(row) >= start for row in rows[first + 1 :])
    if not is_one or not values.keys() <= lowest.keys() or min(lowest, default=1) > 0:
        return None
    whose, *amounts = (find_label(lowest[at].text) for at in values)
    is_money = any(label is not None and label.kinds & AMOUNT_KINDS for label in amounts)
    is_money = is_money and sum(is_amount(cell.text) for cell in values.values()) >= _FEWEST
    if whose is None or whose.kinds.isdisjoint(_BODIES) or not is_money:
        return None
    columns = {at: [row.get(at) for row in (*heads, values)] for at in sorted(lowest)}
    left = [{depth: cell for depth, cell in enumerate(column) if cell is not None} for column in columns.values()]
    titles = [cell for row in heads if row is not rows[number] for at, cell in row.items() if at >= start]
    grid = [{at: cell for at, cell in row.items() if at >= start} for row in (rows[number], *rows[first:])]
    return [*rows[:top], *left, dict(zip(range(start), titles, strict=False)) | grid[0], *grid[1:]]


def _repeats(rows: Sequence[PrintedCells], start: int, offset: int) -> bool:
    """True where a row prints a text twice that is no label of a level: the name of one indicator, two targets."""
    return any(
        at + offset in row and fold(cell.text) == fold(row[at + offset].text) and not is_of_framework(cell.text)
        for row in rows
        for at, cell in row.items()
        if start <= at < start + offset and not read_target(cell.text).is_quantitative
    )


def _leaves(row: PrintedCells, start: int) -> bool:
    """True for a row behind the grid: a known label in its first column."""
    first = min(row)
    return first <= start and find_label(row[first].text) is not None
