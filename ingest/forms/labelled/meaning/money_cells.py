"""The amounts of a form: which entries are money, what they are printed with, and what their labels call them."""

from collections.abc import Collection, Sequence

from ingest.forms.labelled.form import Group, LabelledForm, MoneyCell
from ingest.forms.labelled.geometry.entries import Entry, Layout
from ingest.forms.labelled.labels import AMOUNT_KINDS, FormLabel, fold_label, printed_unit, speaks
from ingest.forms.labelled.meaning.blocks_of_money import (
    SOURCE_KINDS,
    TOTAL_KINDS,
    blocks_of_periods,
    levels_beside,
    listed_columns,
    tables_of_money,
)
from ingest.forms.labelled.meaning.in_text.sentence import SaidAmount, amounts_said, between, sums_of_year, sums_said
from ingest.grammar.amounts import amount_and_notes
from ingest.grammar.years import printed_years
from ingest.source.printed import NOTHING
from ingest.vocabulary import words

_NO_MONEY, _BLOCKS = frozenset(("attribute",)), frozenset(("block",))
_EXECUTED = frozenset(("executed",))
_OPEN = frozenset(("total_score", "block"))


def may_be_money(entry: Entry) -> bool:
    """True for an amount, and for any value of which a label speaks of money."""
    if amount_and_notes(entry.value.text) is not None:
        return True
    labels = [label for label in (entry.label, entry.header) if label is not None]
    return any(label.kinds & AMOUNT_KINDS or speaks(label.label.text, "money_word") for label in labels)


def say_units(layout: Layout, unit: str) -> None:
    """Give each entry the unit of money that its nearest label prints; ``unit`` else."""
    units = {id(label): own for label in layout.labels if (own := printed_unit(label.label.text)) is not None}
    is_one = {unit}.issuperset(units.values())
    for entry in layout.entries:
        entry.unit = unit
        for label in () if is_one else (entry.block, entry.above, entry.header, entry.label):
            entry.unit = units.get(id(label), entry.unit)


class MoneyReader:
    """Sorts amounts of a form into its cells of money; rows of ``totals`` are of periods, see `name_totals`."""

    def __init__(
        self, form: LabelledForm, entries: Sequence[Entry], labels: Sequence[FormLabel], totals: Collection[int]
    ) -> None:
        self._form = form
        headed = [entry for entry in entries if entry.header is not None]  # in most forms none is
        self._rows_of_money = {entry.row for entry in headed if entry.header and entry.header.kinds & AMOUNT_KINDS}
        self._of_labels, self._by_source = tables_of_money(headed)
        self._by_source.update(totals)
        self._executed = {entry.table for entry in headed if entry.header and entry.header.kinds & _EXECUTED}
        self._periods = blocks_of_periods(entries)
        self._listed = listed_columns(headed)
        approved = any(speaks(label.label.text, "approved_word") for label in labels)
        self._has_approved = approved and any(_is_amount_of(entry, "approved_word") for entry in entries)
        self._others = {id(label) for label in labels if speaks(label.label.text, "other_word")}
        named = [entry for entry in entries if id(entry.header) not in self._listed]
        self._certain = {id(entry) for entry in named if self._named_money(entry) or self._is_of_money(entry)}
        certain = [entry for entry in entries if entry.label and id(entry) in self._certain]
        if of_periods := {(entry.table, entry.at) for entry in certain if entry.table in self._by_source}:
            self._certain |= {id(e) for e in named if (e.table, e.at) in of_periods and self._is_of_a_period(e)}
        self._money_columns = {entry.at for entry in certain}
        self._rows_beside = {entry.row for entry in certain}
        self._certain |= {id(entry) for entry in levels_beside(entries, self._rows_beside)}
        self._beside_money = {(entry.at, entry.row + step) for entry in certain for step in (-1, 1)}
        for entry in entries if self._others else ():
            if self._continues(entry) and amount_and_notes(entry.value.text) is not None:
                self._beside_money.add((entry.at, entry.row + 1))

    def take(self, entry: Entry) -> bool:
        """An amount of the budget, by its label, its column's or its block's; what is no amount is none."""
        if _is_no_money(entry):
            return False
        if self._has_approved and _is_amount_of(entry, "applied_word") and not _is_amount_of(entry, "approved_word"):
            return False  # of what is applied for and approved the approved is the budget
        if entry.header is not None and (id(entry.header) in self._listed or self._is_no_budget(entry.header)):
            return False
        if entry.label is not None and entry.table in self._by_source and self._is_no_budget(entry.label):
            return False
        if entry.header is not None and not entry.header.kinds and entry.table in self._executed:
            return False  # a score, a rate, anything under an unknown label beside what was spent
        label, named = entry.label, self._named_money(entry)
        is_certain = id(entry) in self._certain
        if label is not None and self._is_told_by_sums(entry, label):
            return self._take_sentence(entry, label, sums_said(entry.value))
        if not is_certain and not self._may_be_money(entry):
            return False
        amount = amount_and_notes(entry.value.text)
        if amount is None and entry.header is not None and entry.header.kinds <= _NO_MONEY and named is label:
            return False  # 得分计算方法, 备注: a column of texts beside those of money
        if named is not None and (amount is None or (amount.notes and self._may_tell_all(entry, named))):
            said = amounts_said(entry.value, bool(named.kinds & TOTAL_KINDS))
            if self._take_sentence(entry, named, said) or self._take_year(entry, named):
                return True
        if amount is None:
            return named is not None and self._take_blank(entry, named)
        is_certain = is_certain or self._continues(entry)
        group, shown = self._group(entry)
        is_named = named is not None and shown is label and not self._is_unknown_source(entry)
        kind = shown.only(AMOUNT_KINDS) or (named.only(AMOUNT_KINDS) if named is not None and is_named else None)
        over = entry.above or (
            label if shown is not label else None
        )  # 基本支出 left of 财政拨款 is as good as above it
        above = over.label if over is not None else NOTHING
        cell = MoneyCell(kind, group, shown.label, entry.value, entry.unit, is_certain, entry.row, above)
        self._form.money.append(cell)
        return True

    def _may_tell_all(self, entry: Entry, named: FormLabel) -> bool:
        """False where the notes behind the amount of one source among others part this source alone."""
        return not named.kinds <= SOURCE_KINDS or self._certain == {id(entry)}

    def _is_told_by_sums(self, entry: Entry, label: FormLabel) -> bool:
        """True for a sentence under an unknown label that speaks of money, whose parts make its total."""
        is_unknown = label.kinds <= _BLOCKS and entry.header is None and speaks(label.label.text, "money_word")
        is_one = (entry.at, entry.row) in self._beside_money and amount_and_notes(entry.value.text) is not None
        if not is_unknown or is_one or self._is_of_the_past(label) or not sums_said(entry.value):
            return False
        years = set(printed_years(entry.value.text))
        return years <= {self._form.year} or (self._form.year is None and len(years) == 1)

    @staticmethod
    def _named_money(entry: Entry) -> FormLabel | None:
        """The label of an entry that the vocabulary has for an amount."""
        for label in (entry.label, entry.header):
            if label is not None and label.kinds & AMOUNT_KINDS:
                return label
        return None

    def _is_no_budget(self, header: FormLabel) -> bool:
        """True for a column or row of other years, of what is spent while the year runs (1-7月执行数), of 增减额."""
        text, is_unknown = header.label.text, not header.kinds
        is_other = is_unknown and any(speaks(text, kind) for kind in ("spending_word", "difference_word"))
        return is_other or self._is_of_the_past(header)

    def _may_be_money(self, entry: Entry) -> bool:
        """True for an amount under an unknown label in a column or a row of amounts: the sums say whether it is one."""
        label = entry.label or entry.header
        is_unknown = label is not None and not label.kinds - _OPEN and entry.header is None
        if label is not None and self._is_of_the_past(label):
            return False
        is_near = entry.at in self._money_columns or entry.row in self._rows_beside
        return is_unknown and is_near and amount_and_notes(entry.value.text) is not None

    def _continues(self, entry: Entry) -> bool:
        """True for an amount below or above money in its column, whose label speaks of a source: 企业自筹."""
        return id(entry.label) in self._others and (entry.at, entry.row) in self._beside_money

    def _group(self, entry: Entry) -> tuple[Group, FormLabel]:
        """What an amount is grouped with, and the label that says what it is.

        In a table the sources stand in the header, the whole project and the year at the left, or the other way round.
        """
        label, header = entry.label, entry.header
        if label is not None and header is None and id(entry.block) in self._periods:
            return ("block", self._periods[id(entry.block)]), label
        if label is None or header is None:
            of_row = header is not None and entry.row in self._rows_of_money
            shown = label or header
            assert shown is not None
            return ("row", entry.row) if of_row else ("column", entry.at), shown
        if entry.table in self._by_source:
            return ("row", entry.row), label if header.kinds & TOTAL_KINDS else header
        if header.kinds & AMOUNT_KINDS:
            is_of_label = bool(label.kinds & SOURCE_KINDS) or self._is_unknown_source(entry)
            return ("column", entry.at), label if is_of_label else header
        return ("column", entry.at), label

    def _is_unknown_source(self, entry: Entry) -> bool:
        """True for a row under an unknown label among rows of sources: what it is of its header does not tell."""
        is_unknown = entry.label is not None and not entry.label.kinds and entry.header is not None
        return is_unknown and entry.table in self._of_labels

    def _take_sentence(self, entry: Entry, named: FormLabel, said: list[SaidAmount]) -> bool:
        """The total and its sources that one cell says, a group of their own."""
        for number, own in enumerate(said):
            kind, label = own.kind, own.label
            if number == 0:
                kind, label = named.only(TOTAL_KINDS) or "annual_total", label or named.label
            cell = MoneyCell(kind, ("sentence", entry.row), label, own.amount, entry.unit, row=entry.row)
            self._form.money.append(cell)
        if said:
            self._form.fillers += between(entry.value, said)
        return bool(said)

    def _take_year(self, entry: Entry, named: FormLabel) -> bool:
        """The money of the year behind that of all years in one text, which stays an attribute."""
        start, said = sums_of_year(entry.value, self._form.year)
        if said:
            self._form.attributes.append((named.label, [entry.value[:start].strip()]))
            entry.say(entry.value[start:])
        return self._take_sentence(entry, named, said)

    def _take_blank(self, entry: Entry, named: FormLabel) -> bool:
        """A text where an amount should stand: kept as a cell of money, which says that nobody can read it.

        One that prints a unit heads the amounts below it: 金额（万元）.
        """
        if printed_unit(entry.value.text) is not None:
            self._form.fillers.append(entry.value)
            return True
        self._form.money.append(
            MoneyCell(named.only(AMOUNT_KINDS), ("column", entry.at), named.label, entry.value, entry.unit)
        )
        return True

    def _is_of_money(self, entry: Entry) -> bool:
        """True for an amount under an unknown label in a block of money, or whose label speaks of money."""
        label = entry.label or entry.header
        if label is None or label.kinds or self._is_of_the_past(label) or amount_and_notes(entry.value.text) is None:
            return False
        block = entry.block
        if block is not None and (block.kinds & AMOUNT_KINDS or speaks(block.label.text, "money_word")):
            return True
        if entry.header is not None and entry.row in self._rows_of_money:
            return True
        return speaks(label.label.text, "money_word")

    def _is_of_a_period(self, entry: Entry) -> bool:
        """True for an amount under an unknown label in a table of periods that is no budget's: 当年 below 三年总额."""
        is_unknown = entry.label is not None and not entry.label.kinds - _BLOCKS and not self._is_no_budget(entry.label)
        return is_unknown and amount_and_notes(entry.value.text) is not None

    def _is_of_the_past(self, label: FormLabel) -> bool:
        """True for money of an earlier year, which is no part of this one's: 同名项目上年预算额; 上年结转 is."""
        text = label.label.text
        years = printed_years(text) if self._form.year is not None else []
        is_past = speaks(text, "no_target_word") or (bool(years) and self._form.year not in years)
        return is_past and not speaks(text, "other_word")


def _is_no_money(entry: Entry) -> bool:
    """True for a number under an unknown label that ends as that of a code or a date does: 财政资金科目代码."""
    label = entry.label or entry.header
    ends = words("form_labels", "not_money_ending")
    return label is not None and not label.kinds and fold_label(label.label.text).endswith(ends)


def _is_amount_of(entry: Entry, kind: str) -> bool:
    """True for an amount whose label or column speaks of what was applied for, or of what was approved: no 审核得分."""
    labels = [label for label in (entry.label, entry.header) if label is not None and speaks(label.label.text, kind)]
    labels = [own for own in labels if own.kinds != _NO_MONEY and not speaks(own.label.text, "score_word")]
    return bool(labels) and amount_and_notes(entry.value.text) is not None
