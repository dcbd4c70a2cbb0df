"""Income and expenditure in blocks beside each other, as blocks below each other.

收入（万元） | 财政拨款 | 100 | 支出（万元） | 基本支出 | 60, in the rows below each side goes on in its own columns.
"""

from collections.abc import Sequence

from ingest.forms.labelled.labels import fold_label, printed_unit
from ingest.grammar.amounts import is_amount
from ingest.source.printed import PrintedCells

_INCOME, _SPENDING = "收入", "支出"
_FEWEST_OF_A_SIDE, _FEWEST_ROWS = 3, 2


def sides_apart(rows: Sequence[PrintedCells]) -> Sequence[PrintedCells]:
    """The rows of a form, the two sides of such a block one after the other; all rows as they are where none is so."""
    for number, row in enumerate(rows):
        place = _second_side(row) if len(row) >= 2 * _FEWEST_OF_A_SIDE else None
        if place is None:
            continue
        stop, columns = number + 1, row.keys() - {min(row), place}
        while stop < len(rows) and rows[stop].keys() <= columns:
            stop += 1
        if stop - number < _FEWEST_ROWS:
            continue
        own = rows[number:stop]
        left = [{at: cell for at, cell in cells.items() if at < place} for cells in own]
        # the columns of the second side are those of the first in the same order
        moved = dict(zip([at for at in row if at >= place], [at for at in row if at < place], strict=False))
        right = [{moved[at]: cell for at, cell in cells.items() if at in moved} for cells in own]
        return [*rows[:number], *filter(None, left), *filter(None, right), *rows[stop:]]
    return rows


def _second_side(row: PrintedCells) -> int | None:
    """The column of the label 支出 in a row that begins with 收入, each label before another and its amount."""
    columns = [*row]
    if not _heads_side(row, columns[:_FEWEST_OF_A_SIDE], _INCOME):
        return None
    second = columns[_FEWEST_OF_A_SIDE]
    is_whole = len(columns) == 2 * _FEWEST_OF_A_SIDE and _heads_side(row, columns[_FEWEST_OF_A_SIDE:], _SPENDING)
    return second if is_whole else None


def _heads_side(row: PrintedCells, columns: Sequence[int], word: str) -> bool:
    """True for the label of a side, the label of its first amount, and that amount."""
    label, inner, amount = (row[at].text for at in columns)
    is_side = word in label and (fold_label(label) == word or printed_unit(label) is not None)
    return is_side and not is_amount(inner) and is_amount(amount)
