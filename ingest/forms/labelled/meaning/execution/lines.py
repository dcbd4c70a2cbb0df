"""The table of execution of a self-evaluation: amounts budgeted and spent, rate, weight and score, a line a measure."""

import re
from collections.abc import Sequence

from ingest.forms.labelled.form import ExecutionLine, LabelledForm
from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.geometry.heads import is_text, may_be_label
from ingest.forms.labelled.labels import AMOUNT_KINDS, EXECUTION_COLUMNS, EXECUTION_KINDS, FormLabel, speaks
from ingest.forms.labelled.meaning.execution.proof import CHANGE, hinted, is_change, rate_and_score, read_rate
from ingest.grammar.amounts import is_amount

# 得分（10分）, 预算执行情况（20分）
_WEIGHT = re.compile(r"[（(【]\s*(\d{1,2}(?:\.\d+)?)\s*分")
_OF_TOTAL = EXECUTION_COLUMNS | {"total_score"}
_OF_MEASURE = AMOUNT_KINDS | _OF_TOTAL
_FARTHEST = 3
_SPENT = frozenset(("executed", "execution_rate", "execution_score"))


class ExecutionReader:
    """Sorts the entries of the table of execution into lines of ``form``."""

    def __init__(self, form: LabelledForm, entries: Sequence[Entry]) -> None:
        self._form = form
        self._rows_of_money = {e.row for e in entries if e.label is not None and _is_of_money_alone(e.label)}
        self._lines: dict[tuple[int, int], ExecutionLine] = {}
        self._pair_columns: dict[int, str] = {}
        self._blocks: dict[int, FormLabel | None] = {}
        has_pairs = any(entry.label.kinds & EXECUTION_KINDS for entry in entries if entry.label is not None)
        self._not_of_pairs = _rows_not_of_pairs(entries) if has_pairs else frozenset[int]()

    def is_total(self, entry: Entry) -> bool:
        """True for a value of the line of the total score, which stands under no header and in no other block.

        合计 beside rows of money above the grid is their total.
        """
        label = entry.block or entry.label
        if label is None or entry.header is not None or "total_score" not in label.kinds:
            return False
        is_beside_money = not self._rows_of_money.isdisjoint((entry.row - 1, entry.row, entry.row + 1))
        is_above_grid = self._form.grid is not None and bool(label.kinds & AMOUNT_KINDS)
        return entry.is_behind_grid or not (is_beside_money or is_above_grid)

    def take(self, entry: Entry) -> bool:
        """An amount, rate, weight or score of the table of execution."""
        if entry.header is not None:
            column = entry.header.only(EXECUTION_COLUMNS)
            if column is None or (entry.label is not None and not self._is_measure(entry.label)):
                return False
            line = self._line(entry.row, -1, entry.label or entry.header, entry)
        else:
            found = self._column_of_pair(entry)
            if found is None:
                return False
            column, number = found
            assert entry.label is not None
            if is_text(entry.value) and may_be_label(entry.value.text):
                self._form.unread.append(entry.value)  # 支出决算数 beside 预算数: another label
                return True
            line = self._line(number, 0, entry.label, entry)
        if column in line.cells and entry.header is not None and hinted(entry.header) == "execution_rate":
            is_both = speaks(entry.header.label.text, "execution_score_word")  # 执行率及得分 over two columns
            column = "execution_score" if is_both else column
        if column not in line.cells:
            line.cells[column] = entry.value
            line.columns[column] = (entry.header or entry.label or FormLabel(frozenset(), line.label)).label
            line.is_changed |= column == "adjusted" and entry.header is not None and CHANGE in entry.header.kinds
            if column == "execution_rate":
                line.cells[column], beside = rate_and_score(entry.value)
                is_weight = entry.header is not None and speaks(entry.header.label.text, "execution_weight_word")
                other = "execution_weight" if is_weight else "execution_score"
                line.cells |= {other: beside} if beside and other not in line.cells else {}
            line.units |= {column: entry.unit} if entry.unit != line.unit else {}
        if "execution_score" in line.cells and not line.weight_said:
            said = (_WEIGHT.search(label.label.text) for label in (entry.header, entry.block) if label is not None)
            line.weight_said = next((found[1] for found in said if found is not None), "")
        return True

    def _column_of_pair(self, entry: Entry) -> tuple[str, int] | None:
        """`预算数：100`, `执行数：95` beside each other: sources below them are of the same columns."""
        label = entry.label
        if label is None:
            return None
        column = label.only(EXECUTION_KINDS) or (
            label.only(EXECUTION_COLUMNS) if self._pair_columns and entry.row == max(self._rows_of_pairs) else None
        )
        if column is not None and not self.is_total(entry):
            self._pair_columns[entry.at] = column
            self._rows_of_pairs.append(entry.row)
            self._blocks.setdefault(entry.row, entry.block)
            return column, self._row_of_pair(column, entry)
        is_amount_of = self._pair_columns.get(entry.at) in EXECUTION_KINDS and is_amount(entry.value.text)
        is_source = bool(label.kinds & AMOUNT_KINDS) or (not label.kinds and is_amount_of)  # 得分 is below 执行率
        if (
            is_source
            and entry.row not in self._not_of_pairs
            and entry.at in self._pair_columns
            and entry.row - max(self._rows_of_pairs) <= 1
        ):
            self._rows_of_pairs.append(entry.row)
            return self._pair_columns[entry.at], entry.row
        return None

    def _row_of_pair(self, column: str, entry: Entry) -> int:
        """The row of the line that a pair is of: 预算数 in one row and 执行数 in the next are of one line."""
        above = self._lines.get((entry.row - 1, 0)) or self._open_above(entry)
        is_open = above is not None and (entry.row, 0) not in self._lines and above.kind == "annual_total"
        if is_open and above is not None and column in _SPENT and _SPENT.isdisjoint(above.cells):
            self._lines[entry.row, 0] = above
        return entry.row

    def _open_above(self, entry: Entry) -> ExecutionLine | None:
        """The line of the last pair above in the same block, where what lies between is of no line."""
        number = max(self._rows_of_pairs[:-1], default=-1)
        line = self._lines.get((number, 0))
        is_near = line is not None and number < entry.row <= number + _FARTHEST
        return line if is_near and entry.block is not None and self._blocks.get(number) is entry.block else None

    @property
    def _rows_of_pairs(self) -> list[int]:
        return self._form.rows_of_pairs

    def _line(self, row: int, side: int, label: FormLabel, entry: Entry) -> ExecutionLine:
        line = self._lines.get((row, side))
        if line is None:
            kind = label.only(AMOUNT_KINDS) or ("annual_total" if not label.kinds.isdisjoint(_OF_TOTAL) else "")
            line = ExecutionLine(kind, label.label, entry.unit)
            self._lines[row, side] = line
            self._form.executions.append(line)
        return line

    @staticmethod
    def _is_measure(label: FormLabel) -> bool:
        return not label.kinds or not label.kinds.isdisjoint(_OF_MEASURE)


def mark_change(line: ExecutionLine) -> None:
    """Mark a line of which 预算调整数 is what was added to the budget and not the budget then."""
    value, budget, executed = (line.wan(kind) for kind in ("adjusted", "budget", "executed"))
    rate = read_rate(line.cells["execution_rate"]) if "execution_rate" in line.cells else None
    line.is_changed = is_change(value, budget, executed, rate)


def _rows_not_of_pairs(entries: Sequence[Entry]) -> frozenset[int]:
    """The rows whose values are of no columns above: of different sources, or beside 到位数 and 执行数 themselves."""
    labels: dict[int, list[FormLabel]] = {}
    for entry in entries:
        if entry.header is None and entry.label is not None:
            labels.setdefault(entry.row, []).append(entry.label)
    return frozenset(
        row
        for row, own in labels.items()
        if len({label.only(AMOUNT_KINDS) for label in own if label.kinds & AMOUNT_KINDS}) > 1
        or any(not label.kinds and hinted(label) in EXECUTION_KINDS for label in own)
        or (any(label.only(EXECUTION_KINDS) for label in own) and any(not label.kinds for label in own))
    )


def _is_of_money_alone(label: FormLabel) -> bool:
    return bool(label.kinds & AMOUNT_KINDS) and "total_score" not in label.kinds
