"""A form whose cells were printed below each other, a line each, as text taken out of a page is: put back into rows.

Labels and their values alternate; the labels of a grid or of columns of money follow one another, then their cells, row
by row. A level that is carried down is not printed again. Where cells do not come out even the lines stay as they are:
nobody knows whose they are.
"""

from collections.abc import Sequence

from ingest.document.lines.vertical.cells import Cell, Rows, Uneven, begins, cells_of, is_label
from ingest.document.lines.vertical.grid import header_at, put_grid
from ingest.document.lines.vertical.money import columns_at, put_money
from ingest.document.publication import part_of
from ingest.forms.labelled.evidence import is_title
from ingest.forms.labelled.labels import GOAL_KINDS, find_label
from ingest.source.blocks import Line, Source

_LONG = 12
_ENDS = "。；;！!？?"
_BEFORE_NAME = 12
_PAIR = 2
_TOTALS = ("annual_total", "midterm_total")
_MOST_BLOCKS = 2  # labels before those of the columns of money
_LEAD = 2


def gathered(source: Source) -> Source:
    """The source from the title of its first form on, its lines put into rows; itself where it prints no such form."""
    if any(line.is_row for line in source.lines):
        return source
    cells = cells_of(source, with_blanks=True)
    blank = [cell for cell in cells if not cell.text]
    ways = [cells] if 0 < 2 * len(blank) < len(cells) else []
    for own in (*ways, cells_of(source, with_blanks=False)):
        start = _first_form(own)
        rows = _gathered(own[start:]) if start is not None else None
        if rows is not None:
            return part_of(source, rows)
    return source


def _first_form(cells: Sequence[Cell]) -> int | None:
    """The title below which the label of a project's name stands alone in its line; None where none does."""
    for number, cell in enumerate(cells):
        if is_title(cell.text) and any(map(_names_project, cells[number + 1 : number + _BEFORE_NAME])):
            return number if any(header_at(cells, at) for at in range(number, len(cells))) else None
    return None


def _names_project(cell: Cell) -> bool:
    label = find_label(cell.text)
    return label is not None and "project_name" in label.kinds and not label.has_value


def _gathered(cells: Sequence[Cell]) -> list[Line] | None:
    """The rows of cells; None where they do not come out even."""
    rows, at = Rows(), 0
    try:
        while at < len(cells):
            at = _take(rows, cells, at)
    except Uneven:
        return None
    return rows.found


def _take(rows: Rows, cells: Sequence[Cell], at: int) -> int:
    """Put the next cells into a row, or a grid into its rows; gives the place behind them. Raises Uneven."""
    if roles := header_at(cells, at):
        rows.add(*cells[at : at + len(roles)])
        return put_grid(rows, cells, at + len(roles), roles)
    if not is_label(cells[at].text):
        rows.add(cells[at])
        return at + 1
    if (money := _take_money(rows, cells, at)) is not None:
        return money
    labels = _labels(cells, at)
    values = _values(cells, at + labels)
    if labels >= _PAIR and values == _PAIR and _head_goals(cells[at : at + labels]):
        rows.add(*cells[at : at + labels])
        rows.add(*([None] * (labels - _PAIR)), *cells[at + labels : at + labels + _PAIR])
        return at + labels + _PAIR
    if labels > 1 or not values:
        rows.add(cells[at])
        return at + 1
    if _are_two_sides(cells, at):
        rows.add(*cells[at : at + 2 * _PAIR])
        return at + 2 * _PAIR
    end = _end_of_value(cells, at)
    lines = [line for cell in cells[at + 1 : end] for line in cell.lines]
    rows.add(cells[at], Cell("".join(cell.text for cell in cells[at + 1 : end]), lines))
    return end


def _take_money(rows: Rows, cells: Sequence[Cell], at: int) -> int | None:
    """Put columns of money that begin here, or behind the labels of their block, into rows; None for other labels."""
    for count in range(_MOST_BLOCKS + 1):
        if kinds := columns_at(cells, at + count):
            first = at + count
            lead = max(count, _LEAD) if count else 1
            rows.add(*cells[at:first], *([None] * (lead - count)), *cells[first : first + len(kinds)])
            return put_money(rows, cells, first + len(kinds), kinds, lead)
        if at + count >= len(cells) or not is_label(cells[at + count].text):
            return None
    return None


def _are_two_sides(cells: Sequence[Cell], at: int) -> bool:
    """True for amounts of the whole project and of the year side by side: 其中：财政拨款 twice, or two totals above.

    So for the totals right above a label that comes twice.
    """
    is_total = all(map(_is_total, cells[at : at + 2 * _PAIR : _PAIR]))
    return _are_pairs(cells, at) and (_is_twice(cells, at) or (is_total and _is_twice(cells, at + 2 * _PAIR)))


def _are_pairs(cells: Sequence[Cell], at: int) -> bool:
    own = cells[at : at + 2 * _PAIR]
    return [is_label(cell.text) for cell in own] == [True, False, True, False]


def _is_twice(cells: Sequence[Cell], at: int) -> bool:
    return _are_pairs(cells, at) and cells[at].text == cells[at + _PAIR].text


def _is_total(cell: Cell) -> bool:
    label = find_label(cell.text)
    return label is not None and not label.kinds.isdisjoint(_TOTALS)


def _labels(cells: Sequence[Cell], at: int) -> int:
    """How many labels follow one another."""
    stop = at
    while stop < len(cells) and is_label(cells[stop].text) and not header_at(cells, stop):
        stop += 1
    return stop - at


def _values(cells: Sequence[Cell], at: int) -> int:
    """How many cells follow that are no labels."""
    stop = at
    while stop < len(cells) and not _begins(cells, stop):
        stop += 1
    return stop - at


def _head_goals(cells: Sequence[Cell]) -> bool:
    """True where the last two labels are of two goals: 预期目标, 实际完成情况."""
    kinds = [label.kinds & GOAL_KINDS for cell in cells[-_PAIR:] if (label := find_label(cell.text)) is not None]
    return all(kinds) and len(set(kinds)) == _PAIR


def _begins(cells: Sequence[Cell], at: int) -> bool:
    return begins(cells[at].text) or bool(header_at(cells, at))


def _end_of_value(cells: Sequence[Cell], at: int) -> int:
    """Behind the cells of the value below a label: a goal goes on as long as its lines are long and end no sentence."""
    label, end = find_label(cells[at].text), at + 2
    is_goal = label is not None and bool(label.kinds & GOAL_KINDS)
    while is_goal and end < len(cells) and not _begins(cells, end):
        before = cells[end - 1].text
        if len(before) < _LONG or before[-1] in _ENDS:
            break
        end += 1
    return end
