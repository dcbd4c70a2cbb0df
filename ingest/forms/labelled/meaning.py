"""What the entries of a form mean: each path of labels gets a kind by vocabulary, its most specific label first.

An entry without a kind stays an attribute under its own label; nothing is glued to its neighbours.
"""

from collections import Counter
from collections.abc import Sequence

from ingest.forms.labelled.form import ExecutionLine, Group, LabelledForm, MoneyCell
from ingest.forms.labelled.labels import (
    AMOUNT_KINDS,
    EXECUTION_COLUMNS,
    EXECUTION_KINDS,
    GOAL_KINDS,
    FormLabel,
    fold_label,
    printed_unit,
)
from ingest.forms.labelled.layout import Entry, Layout
from ingest.grammar.amounts import amount_and_notes
from ingest.source.printed import fold
from ingest.vocabulary import words

_SOURCE_KINDS = frozenset(kind for kind in AMOUNT_KINDS if kind.startswith("source_"))
_TOTAL_KINDS = AMOUNT_KINDS - _SOURCE_KINDS
_SUMS = frozenset(("total_score",))
_TEXTS = ("project_name", "reply", "overall_goal", "cycle_goal", "annual_goal", "achieved_goal", "grade", "grid")


def understand(form: LabelledForm, layout: Layout, unit: str, is_of_department: bool) -> None:
    """Give the entries of ``layout`` to ``form``; ``unit`` is that of its amounts where no label prints one.

    The form of a department lists its tasks with their money, a row each.
    """
    reader = _Meaning(form, unit, layout.entries)
    listed = _listed(layout.entries) if is_of_department else {}
    for row in listed.values():
        for entry in row:
            entry.unit = reader.unit_of(entry)
        form.tasks.append(row)
    named = None if is_of_department else _unknown_name(layout.entries)
    headers = Counter(id(entry.header) for entry in layout.entries if _names_project(entry.header))
    for entry in layout.entries:
        if entry.row in listed and entry in listed[entry.row]:
            continue
        if entry is named:
            form.values["project_name"] = [entry.value]
        elif headers[id(entry.header)] > 1:
            form.unread.append(entry.value)  # the projects of a list, none of them the form's
        else:
            reader.take(entry)
    reader.take_goals_by_words()


def _unknown_name(entries: Sequence[Entry]) -> Entry | None:
    """The first entry of a form without a project's name, where its unknown label speaks of a name; None else."""
    if not entries or any(_names_project(entry.label) or _names_project(entry.header) for entry in entries):
        return None
    label = entries[0].label
    if label is None or label.kinds or not fold_label(label.label.text).endswith(words("form_labels", "name_word")):
        return None
    return None if _speaks(label.label.text, "not_a_name_word") else entries[0]


def _names_project(label: FormLabel | None) -> bool:
    return label is not None and "project_name" in label.kinds


def _listed(entries: Sequence[Entry]) -> dict[int, list[Entry]]:
    """The rows of a list: values under labels of columns, one of them a name and one an amount."""
    rows: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.header is not None and entry.label is None:
            rows.setdefault(entry.row, []).append(entry)
    return {number: row for number, row in rows.items() if len(row) > 1 and any(map(_is_money_column, row))}


def _is_money_column(entry: Entry) -> bool:
    return entry.header is not None and bool(entry.header.kinds & AMOUNT_KINDS)


class _Meaning:
    """Sorts entries into a form."""

    def __init__(self, form: LabelledForm, unit: str, entries: Sequence[Entry]) -> None:
        self._form, self._unit = form, unit
        self._lines: dict[tuple[int, int], ExecutionLine] = {}
        self._pair_columns: dict[int, str] = {}
        self._by_words: list[tuple[FormLabel, Entry]] = []
        self._labelled: dict[str, FormLabel] = {}
        self._of_block = Counter(id(entry.block) for entry in entries)
        self._rows_of_money = {entry.row for entry in entries if entry.header and entry.header.kinds & AMOUNT_KINDS}
        self._rows_by_source = {
            entry.row for entry in entries if entry.label and entry.header and entry.header.kinds & _SOURCE_KINDS
        }
        self._money_columns = {entry.at for entry in entries if entry.label and self._is_certainly_money(entry)}

    def take(self, entry: Entry) -> None:
        """Keep one entry by what its labels mean."""
        if self._take_execution(entry) or self._take_total(entry) or self._take_money(entry):
            return
        for label in (entry.label, entry.header, entry.block if self._speaks_for(entry) else None):
            if label is not None and self._take_text(label, entry):
                return
        self._keep(entry)

    def _speaks_for(self, entry: Entry) -> bool:
        """True where a block says what a value is: it has no label of its own, or is the block's only value."""
        return entry.block is not None and (
            (entry.label is None and entry.header is None) or self._of_block[id(entry.block)] == 1
        )

    def _take_execution(self, entry: Entry) -> bool:
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
            line = self._line(number, 0, entry.label, entry)
        line.cells.setdefault(column, entry.value)
        return True

    def _column_of_pair(self, entry: Entry) -> tuple[str, int] | None:
        """`预算数：100`, `执行数：95` beside each other: sources below them are of the same columns."""
        label = entry.label
        if label is None:
            return None
        column = label.only(EXECUTION_KINDS) or (
            label.only(EXECUTION_COLUMNS) if self._pair_columns and entry.row == max(self._rows_of_pairs) else None
        )
        if column is not None and not self._is_total(entry):
            self._pair_columns[entry.at] = column
            self._rows_of_pairs.append(entry.row)
            return column, entry.row
        is_source = bool(label.kinds & AMOUNT_KINDS)
        if is_source and entry.at in self._pair_columns and entry.row - max(self._rows_of_pairs) <= 1:
            self._rows_of_pairs.append(entry.row)
            return self._pair_columns[entry.at], entry.row
        return None

    @property
    def _rows_of_pairs(self) -> list[int]:
        return self._form.rows_of_pairs

    def _line(self, row: int, side: int, label: FormLabel, entry: Entry) -> ExecutionLine:
        line = self._lines.get((row, side))
        if line is None:
            kind = label.only(AMOUNT_KINDS) or ("annual_total" if label.kinds & (EXECUTION_COLUMNS | _SUMS) else "")
            line = ExecutionLine(kind, label.label, self.unit_of(entry))
            self._lines[row, side] = line
            self._form.executions.append(line)
        return line

    @staticmethod
    def _is_measure(label: FormLabel) -> bool:
        return bool(label.kinds & (AMOUNT_KINDS | EXECUTION_COLUMNS | _SUMS)) or not label.kinds

    def _take_total(self, entry: Entry) -> bool:
        """The line of the total score: full score, score and grade."""
        if not self._is_total(entry):
            return False
        self._form.totals.append((entry.column, entry.value))
        return True

    @staticmethod
    def _is_total(entry: Entry) -> bool:
        return entry.header is None and any(label is not None and "total_score" in label.kinds for label in (entry.label, entry.block))

    def _take_money(self, entry: Entry) -> bool:
        """An amount of the budget, by its label, its column's or its block's; what is no amount is none."""
        label, named = entry.label, self._named_money(entry)
        is_certain = self._is_certainly_money(entry)
        if not is_certain and not self._may_be_money(entry):
            return False
        amount = amount_and_notes(entry.value.text)
        if amount is None:
            return named is not None and self._take_blank(entry, named)
        group, shown = self._group(entry)
        kind = shown.only(AMOUNT_KINDS) or (named.only(AMOUNT_KINDS) if named is not None and shown is label else None)
        self._form.money.append(MoneyCell(kind, group, shown.label, entry.value, self.unit_of(entry), is_certain))
        return True

    @staticmethod
    def _named_money(entry: Entry) -> FormLabel | None:
        """The label of an entry that the vocabulary has for an amount."""
        labels = (entry.label, entry.header)
        return next((found for found in labels if found is not None and found.kinds & AMOUNT_KINDS), None)

    def _is_certainly_money(self, entry: Entry) -> bool:
        return self._named_money(entry) is not None or self._is_of_money(entry)

    def _may_be_money(self, entry: Entry) -> bool:
        """True for an amount under an unknown label in a column of amounts: the sums say whether it is one of them."""
        label = entry.label or entry.header
        is_unknown = label is not None and not label.kinds and entry.header is None
        return is_unknown and entry.at in self._money_columns and amount_and_notes(entry.value.text) is not None

    def _group(self, entry: Entry) -> tuple[Group, FormLabel]:
        """What an amount is grouped with, and the label that says what it is.

        In a table the sources stand in the header, the whole project and the year at the left, or the other way round.
        """
        label, header = entry.label, entry.header
        if label is None or header is None:
            of_row = header is not None and entry.row in self._rows_of_money
            shown = label or header
            assert shown is not None
            return ("row", entry.row) if of_row else ("column", entry.at), shown
        if entry.row in self._rows_by_source:
            return ("row", entry.row), label if header.kinds & _TOTAL_KINDS else header
        if header.kinds & AMOUNT_KINDS:
            return ("column", entry.at), label if label.kinds & _SOURCE_KINDS else header
        return ("column", entry.at), label

    def _take_blank(self, entry: Entry, named: FormLabel) -> bool:
        """A text where an amount should stand: kept as a cell of money, which says that nobody can read it."""
        self._form.money.append(
            MoneyCell(named.only(AMOUNT_KINDS), ("column", entry.at), named.label, entry.value, self.unit_of(entry))
        )
        return True

    def _is_of_money(self, entry: Entry) -> bool:
        """True for an amount under an unknown label in a block of money, or whose label speaks of money."""
        label = entry.label or entry.header
        if label is None or label.kinds or amount_and_notes(entry.value.text) is None:
            return False
        block = entry.block
        if block is not None and (block.kinds & AMOUNT_KINDS or _speaks(block.label.text, "money_word")):
            return True
        if entry.header is not None and entry.row in self._rows_of_money:
            return True
        return _speaks(label.label.text, "money_word")

    def _take_text(self, label: FormLabel, entry: Entry) -> bool:
        form = self._form
        whose = next((kind for kind in ("form_unit", "form_department") if kind in label.kinds), None)
        if whose is not None:
            if form.names.setdefault(whose, entry.value).span != entry.value.span:
                self._keep(entry)
            return True
        kind = next((kind for kind in _TEXTS if kind in label.kinds), None)
        if kind is None and not label.kinds and _goal_by_words(label.label.text) is not None:
            self._by_words.append((label, entry))
            return True
        if kind is None or (label is entry.block and kind not in GOAL_KINDS):
            return False
        held = form.values.setdefault(kind, [])
        if held and (kind not in GOAL_KINDS or self._labelled.get(kind) is not label):
            return False
        self._labelled[kind] = label
        held.append(entry.value)
        return True

    def take_goals_by_words(self) -> None:
        """Take the goals under unknown labels, each kind where one label alone speaks of it and no known one does."""
        kinds = {id(label): _goal_by_words(label.label.text) for label, _ in self._by_words}
        counts = Counter(kinds.values())
        for label, entry in self._by_words:
            kind = kinds[id(label)]
            if kind is None or counts[kind] > 1 or self._labelled.get(kind, label) is not label:
                self._keep(entry)
            else:
                self._labelled[kind] = label
                self._form.values.setdefault(kind, []).append(entry.value)

    def _keep(self, entry: Entry) -> None:
        label = entry.label or entry.header
        assert label is not None
        for at, values in self._form.attributes:
            if at is label.label:
                values.append(entry.value)
                return
        self._form.attributes.append((label.label, [entry.value]))

    def unit_of(self, entry: Entry) -> str:
        """The unit of money that the nearest label prints; the form's else."""
        for label in (entry.label, entry.header, entry.block):
            unit = printed_unit(label.label.text) if label is not None else None
            if unit is not None:
                return unit
        return self._unit


def _goal_by_words(text: str) -> str | None:
    """The kind of goal that an unknown label speaks of: achieved, of the cycle, else of the year; None for no goal."""
    if not _speaks(text, "goal_word") or not fold_label(text).endswith(words("form_labels", "goal_ending")):
        return None
    if _speaks(text, "achieved_word"):
        return "achieved_goal"
    return "cycle_goal" if _speaks(text, "cycle_word") else "annual_goal"


def _speaks(text: str, kind: str) -> bool:
    folded = fold(text)
    return any(fold(word) in folded for word in words("form_labels", kind))
