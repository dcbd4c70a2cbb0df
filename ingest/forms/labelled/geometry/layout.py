"""The entries of a form: every value with the labels that its place gives it, whatever their words mean.

A value has the label beside it, the label of the column above it, or both in a table; and the label of the block at the
left that its row lies in. A row without labels goes on with the text above it only in the same column.
"""

from collections.abc import Collection, Mapping, Sequence

from ingest.forms.labelled.geometry.entries import Entry, Layout
from ingest.forms.labelled.geometry.heads import (
    begins_line_of_money,
    holds_texts,
    is_blank_line,
    is_heading,
    is_sum_of_rows,
    is_text,
    may_be_label,
    may_label_a_row,
    parted_columns,
    parts_money,
    without_corner,
    without_corner_of_two,
)
from ingest.forms.labelled.geometry.roles import RoleReader
from ingest.forms.labelled.labels import AMOUNT_KINDS, GOAL_KINDS, FormLabel, label_of, printed_unit, speaks
from ingest.forms.labelled.signs import RowSigns
from ingest.grammar.amounts import amount_and_notes
from ingest.source.printed import Printed, PrintedCells

_ROWS_BELOW = 3


class LayoutReader:
    """Reads the rows of one form, those of its grid excepted, into a `Layout`."""

    def __init__(
        self,
        rows: Sequence[PrintedCells],
        texts: Sequence[Mapping[int, str]],
        signs: Sequence[RowSigns],
        repeated: Collection[str],
    ) -> None:
        self.layout = Layout()
        self._rows, self._roles = rows, RoleReader(texts, signs, repeated)
        self._row = -1
        self._header: dict[int, FormLabel] = {}
        self._above: dict[int, FormLabel] = {}
        self._amounts: set[int] = set()
        self._left: int | None = None
        self._table = -1
        self._block: tuple[int, FormLabel] | None = None
        self._alone: tuple[int, FormLabel] | None = None
        self._is_behind_grid = self._is_in_unit = False

    def read(self, number: int) -> None:
        """Read one of the rows, by its number from 0."""
        cells, following = self._rows[number], self._rows[number + 1 : number + 1 + _ROWS_BELOW]
        self._row += 1
        if is_heading(cells):
            self.layout.unlabelled.extend(cells.values())
            self.end_block()
            return
        if self._block is not None and next(iter(cells)) <= self._block[0]:
            self._block = None
        if (self._header and self._begin_second_row(cells, following)) or self._begin_first_row(cells, following):
            return
        if self._header and self._read_below(number):
            return
        headed = self._roles.heads(number)
        above = self._header if self._table == self._row - 1 else {}
        self._header, self._left, self._above = {}, None, {}
        labelled = frozenset(cells) if headed else self._roles.alternating(number).labels
        if not labelled:
            self._read_unlabelled(cells)
            return
        labels = {index: label_of(cells[index]) for index in labelled}
        if headed:
            self._begin_table(labels, headed, following)
            return
        self._take_block(cells, labels)
        if len(labels) == len(cells) and not any(label.value for label in labels.values()):
            columns = tuple(at for at in sorted(labels) if self._block is None or at != self._block[0])
            self._begin_table(labels, columns, following)
        else:
            self._read_pairs(cells, labels, above)

    def end_block(self) -> None:
        """Begin anew behind a grid or a paragraph: nothing above goes on."""
        self._header, self._left, self._block, self._alone, self._above = {}, None, None, None, {}
        self._row += 1

    def begin_grid(self) -> None:
        """Begin anew behind a grid of indicators."""
        self.end_block()
        self._is_behind_grid = True

    def _take_block(self, cells: PrintedCells, labels: dict[int, FormLabel]) -> None:
        """The first of two labels before the first value is that of a block; it labels no value itself."""
        first, second = (*list(cells)[:2], None, None)[:2]
        if first in labels and second in labels and not labels[first].value:
            self._block = (first, labels[first])

    def _begin_first_row(self, cells: PrintedCells, following: Sequence[PrintedCells]) -> bool:
        """Take the first row of a header of two, of which the second parts columns of money."""
        parted = parted_columns(cells, following[0], following[1:]) if len(following) > 1 else None
        if parted is None or not all(may_be_label(cell.text) for cell in cells.values()):
            return False
        labels = {index: label_of(cell) for index, cell in cells.items()}
        if not parts_money(labels, following, parted):
            return False
        columns = [at for at in cells if at >= min(following[1].keys() | (following[0].keys() - parted.keys()))]
        self._header, self._left, self._above = {}, None, {}
        self._begin_header(labels, without_corner_of_two(columns, following[1]))
        return True

    def _begin_second_row(self, cells: PrintedCells, following: Sequence[PrintedCells]) -> bool:
        """Take a second row of a header, which parts columns of the first: `预算金额` over `总额 财政拨款 其他资金`."""
        parted = parted_columns(self._header, cells, following) if self._table == self._row - 1 else None
        if parted is None:
            return False
        labels = {index: label_of(cells[index]) for index in parted}
        self.layout.labels.extend(labels.values())
        for index in sorted(cells.keys() - labels.keys()):
            self._add(None, self._header[index], cells[index], index, index)
        self._above = {index: self._header[parent] for index, parent in parted.items()}
        kept = {at: label for at, label in self._header.items() if at not in parted.values()}
        self._header = dict(sorted({**kept, **labels}.items()))
        self._table = self._row
        return True

    def _begin_table(
        self, labels: dict[int, FormLabel], columns: Sequence[int], following: Sequence[PrintedCells]
    ) -> None:
        """A row of labels, perhaps one that heads those of the rows, too; above one column of amounts it is a unit."""
        kept = without_corner(labels, columns, following)
        if len(kept) == len(columns) or len(kept) > 1:
            self._begin_header(labels, kept)
            return
        self.layout.labels.extend(labels[index] for index in sorted(labels))
        self._header, self._alone = {}, None
        self._block = (columns[0] - 1, labels[kept[0]])

    def _begin_header(self, labels: dict[int, FormLabel], columns: Sequence[int]) -> None:
        """A row of labels alone: values stand below those of ``columns``. One label alone waits for its value."""
        self.layout.labels.extend(labels[index] for index in sorted(labels))
        self._table, self._amounts = self._row, set()
        inner = {at: labels[at] for at in columns}
        outer = [at for at in labels if at not in inner]
        self._is_in_unit = any(printed_unit(labels[at].label.text) is not None for at in outer)
        if outer:
            self._block = (outer[0], labels[outer[0]])
        self._header = inner if len(inner) > 1 or outer else {}
        self._alone = None if self._header else next(iter(inner.items()), None)

    def _read_below(self, number: int) -> bool:
        """Read a row of values under the header; False where it is no such row.

        A table prints the label of each row left of its first column of values, in every row or in none.
        """
        cells, header = self._rows[number], list(self._header)
        if is_blank_line(cells, self._header, self._left):
            self.layout.labels += map(label_of, cells.values())
            return True
        below = self._roles.below(header, number)
        if below is None or (below.labels and len(header) == 1):
            return False
        _, left, pairs = below
        if any(self._is_no_value(cells[index], at) for index, at in pairs):
            return False
        labels = [label_of(cells[index]) for index in left]
        place = max(left, default=-1)
        is_of_row = labels and labels[-1].kinds and not may_label_a_row(labels[-1], self._header, self._names_unit())
        if is_of_row and (self._left != place or any(amount_and_notes(cells[at].text) is None for at, _ in pairs)):
            return False
        is_at_left = place == self._left or (len(pairs) == len(header) and is_sum_of_rows(labels, place, self._left))
        is_task = len(pairs) == len(header) and speaks(self._header[header[0]].label.text, "task_only_word")
        if self._left is None:
            self._left = place
        elif not is_at_left or not (is_task or self._roles.are_values(number, below)):
            return False
        self.layout.labels.extend(labels)
        if len(left) == 2:
            self._block = (left[0], labels[0])
        label = self._label_of_row(left[-1], labels[-1]) if labels else None
        for index, column in pairs:
            self._add(label, self._header[column], cells[index], index, column)
            is_second = len(pairs) > len(header) and (index, column) == pairs[-1]
            if amount_and_notes(cells[index].text) is not None and not is_second:
                self._amounts.add(column)
        return True

    def _is_no_value(self, cell: Printed, column: int) -> bool:
        """True for a text below a label of money or other amounts, and for one that begins a line of money itself."""
        label = self._header[column]
        if (label.kinds & AMOUNT_KINDS or column in self._amounts) and is_text(cell):
            return True
        if not begins_line_of_money(cell.text):
            return False
        return not (holds_texts(self._header, column) or speaks(label.label.text, "task_only_word"))

    def _names_unit(self) -> bool:
        """True beside or below a label that prints the unit of money: 项目资金（万元）."""
        is_in_block = self._block is not None and printed_unit(self._block[1].label.text) is not None
        return is_in_block or self._is_in_unit

    def _label_of_row(self, at: int, label: FormLabel) -> FormLabel | None:
        """The label left of values under a header; 总体目标 left of the goals of cycle and year is their block."""
        if label.kinds & GOAL_KINDS:
            self._block = (at, label)
        return None if label.kinds & GOAL_KINDS else label

    def _read_pairs(self, cells: PrintedCells, labels: dict[int, FormLabel], above: Mapping[int, FormLabel]) -> None:
        """Labels, each followed by its value or by several; an amount before them stands below the label of a total."""
        self._alone = None
        block = self._block[1] if self._block is not None else None
        current: tuple[int, FormLabel] | None = None
        for index, cell in cells.items():
            if (label := labels.get(index)) is not None:
                self.layout.labels.append(label)
                current = (index, label)
                if label.value.text:
                    self._add(label, None, label.value, index, index)
                    if not (self._is_behind_grid and "total_score" in label.kinds):  # 总分值：100, then score and grade
                        current = None
            elif current is not None and current[1] is not block:
                self._add(current[1], None, cell, index, current[0])
            elif index in above and above[index].kinds & AMOUNT_KINDS and amount_and_notes(cell.text) is not None:
                self._add(above[index], None, cell, index, index)
            else:
                self.layout.unlabelled.append(cell)

    def _read_unlabelled(self, cells: PrintedCells) -> None:
        """Texts without a label: the value of a label alone in the row before, or more of the text above."""
        (index, first), *others = cells.items()
        if self._alone is not None and not others:
            at, label = self._alone
            self._add(label, None, first, index, at)
            self._alone = None
            return
        last = self.layout.entries[-1] if self.layout.entries else None
        if last is not None and not others and last.row == self._row - 1 and last.goes_on_at(index):
            last.say(*last.parts, first)
            last.row = self._row
        else:
            self.layout.unlabelled.extend(cells.values())

    def _add(self, label: FormLabel | None, header: FormLabel | None, value: Printed, column: int, at: int) -> None:
        block = self._block[1] if self._block is not None else None
        place = self._row, column, at, self._table, self._is_behind_grid, self._above.get(at)
        self.layout.entries.append(Entry(block, label, header, [value], *place))
