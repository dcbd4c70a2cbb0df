"""Printed totals of a list: 合计 and the lines of units, kept for reconciliation, and what they prove."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, takewhile

from ingest.forms.indicator_rows.headers.columns import ListColumns
from ingest.forms.indicator_rows.parts import Heading, Part, Total
from ingest.forms.indicator_rows.project_rows import ListLine, ProjectRows
from ingest.forms.labelled.form import MoneyCell
from ingest.forms.labelled.meaning.money import read_cell, source_by_words, source_of
from ingest.forms.labelled.rows.evaluation import BUDGETS
from ingest.forms.reading import FormReading
from ingest.grammar.codes import split_code
from ingest.rows import FundingRow, TotalRow
from ingest.source.blocks import Span
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed, fold

_TOTALS = ("annual_total", None)
_EXECUTION = ("budget", "adjusted", "executed")
_PART = "source_fiscal_part"
_OPEN = (None, "midterm_total")
_FEWEST, _SHORTEST_SAID = 2, 5
_OF_CLASS = "the sum of a group of projects of one unit"
_OF_FORMS = "a total of projects of which some are read in forms of their own"


class Totals:
    """Lands printed totals of one list; ``unit`` is that of money where no column prints one.

    Where several lists print a 合计 each (not ``is_whole``), none is the document's.
    """

    def __init__(self, ledger: Ledger, reading: FormReading, columns: ListColumns, unit: str, is_whole: bool) -> None:
        self._is_whole = is_whole
        self._ledger, self._reading, self._columns, self._unit = ledger, reading, columns, unit
        self._first_project, self._first_total = len(reading.projects), len(reading.totals)
        self._printed: dict[str, int] = {}
        self._measures = self._measure_of_columns()
        self._grand: list[tuple[int, Decimal]] = []
        self._whole, self._has_total = Decimal(0), False

    def _measure_of_columns(self) -> dict[int, str]:
        """What every column of money measures, where no other measures the same: total, or a source.

        Of a self-evaluation: budget, adjusted or executed. Parts of 财政拨款 are none beside it.
        """
        if self._columns.has_actual:
            return self._executed()
        found: dict[int, str] = {}
        kinds = {self._columns.heads[at].kind for at in self._columns.all_of("money")}
        for at in self._columns.all_of("money", "execution"):
            head = self._columns.heads[at]
            if head.kind == _PART and "source_fiscal" in kinds:
                continue
            is_budget = head.role == "execution" and head.kind == "budget"
            if is_budget or (head.role == "money" and head.kind == next((k for k in _TOTALS if k in kinds), None)):
                found[at] = "total"
            elif head.role == "money" and head.kind is None:
                found |= {at: source} if (source := source_by_words(head.label)) is not None else {}
            elif head.role == "money" and head.kind != "midterm_total":
                label = Printed(head.label, range(0))
                found[at] = source_of(MoneyCell(head.kind, ("row", 0), label, label, self._unit))
        if not found and len(only := self._columns.all_of("money")) == 1:
            found[only[0]] = "total"
        return _once(found)

    def _executed(self) -> dict[int, str]:
        """What the columns of a self-evaluation measure; the only total of money is the budget where no other is."""
        heads = {at: self._columns.heads[at] for at in self._columns.all_of("execution", "money")}
        found = {at: head.kind for at, head in heads.items() if head.kind in _EXECUTION}
        money = [at for at, head in heads.items() if head.kind in BUDGETS]
        if len(money) == 1 and set(found.values()) == {"executed"}:
            found[money[0]] = "budget"
        return _once(found)

    def _amount(self, line: ListLine, at: int) -> Decimal | None:
        cell, head = line.heads.get(at), self._columns.heads.get(at)
        if cell is None or head is None:
            return None
        label = Printed(head.label, range(0))
        return read_cell(MoneyCell(head.kind, ("row", 0), label, cell, head.unit or self._unit))

    def amount_of(self, line: ListLine) -> Decimal | None:
        """The total that a row prints, else the first amount; None where it prints none."""
        order = sorted(self._measures, key=lambda at: (self._measures[at] != "total", at))
        return next((value for at in order if (value := self._amount(line, at)) is not None), None)

    def look_at(self, parts: Sequence[Part]) -> None:
        """Add up the amounts of all projects of the list, and see whether it prints a 合计 of its own."""
        if (at := self._shown_total(parts)) is not None:
            self._columns.heads[at] = replace(self._columns.heads[at], kind="annual_total")
            self._measures = self._measure_of_columns()
        self._has_total = any(isinstance(p, Total) and not (p.is_of_unit or p.is_of_class) for p in parts)
        self._whole = self._sum(parts)
        for at, measure in self._measures.items():
            lines = ([self._amount(line, at) for line in part.lines] for part in parts if isinstance(part, ProjectRows))
            self._printed[measure] = sum(any(value is not None for value in amounts) for amounts in lines)

    def _shown_total(self, parts: Sequence[Part]) -> int | None:
        """The column of no source (项目总额) with the sum of the sources in half of the projects, but not in all.

        Where it is in all, or in none, the amounts of each project tell what it is.
        """
        heads = {at: self._columns.heads[at] for at in self._columns.all_of("money")}
        whole = [at for at, own in heads.items() if own.kind in _OPEN and source_by_words(own.label) is None]
        sources = [at for at, own in heads.items() if (own.kind or "").startswith("source_")]
        is_whole = any(own.kind == "source_fiscal" for own in heads.values())
        sources = [at for at in sources if not (is_whole and heads[at].kind == _PART)]
        if len(whole) != 1 or len(sources) < _FEWEST or any(own.kind == "annual_total" for own in heads.values()):
            return None
        rows = [self._first(part, [*whole, *sources]) for part in parts if isinstance(part, ProjectRows)]
        told = [row[0] == sum(row[1:]) for row in rows if row[0]]
        return whole[0] if 0 < told.count(False) <= told.count(True) else None

    def _first(self, part: ProjectRows, columns: Sequence[int]) -> list[Decimal]:
        """The first amount of a project in each of some columns, 0 where none is printed."""
        amounts = [[self._amount(line, at) for line in part.lines] for at in columns]
        return [next((value for value in own if value is not None), Decimal(0)) for own in amounts]

    def sum_until_heading(self, parts: Sequence[Part]) -> Decimal:
        """The amounts of the projects of ``parts`` up to the next heading."""
        return self._sum(takewhile(lambda part: not isinstance(part, Heading), parts))

    def _sum(self, parts: Iterable[Part]) -> Decimal:
        found = Decimal(0)
        for part in parts:
            if isinstance(part, ProjectRows):
                amounts = (self.amount_of(line) for line in part.lines)
                found += next((value for value in amounts if value is not None), Decimal(0))
        return found

    def take(self, total: Total, unit_seq: int | None) -> None:
        """A row 合计 or 小计, or the sum of a group of projects of one unit, of which no table holds one."""
        line, name, is_of_unit = total.line, total.name, total.is_of_unit
        self._ledger.label(name)
        level, seq = ("unit", unit_seq) if is_of_unit else ("document", None)
        for at, cell in [*line.heads.items(), *line.cells.items()]:
            if cell is name:
                continue
            if total.is_of_class or at not in line.heads or not self._land(line, at, level, seq):
                self._ledger.leave(cell, _OF_CLASS if total.is_of_class else self._why(at, is_of_unit))

    def _why(self, at: int, is_of_unit: bool) -> str:
        """Why the amount of a total in a column stands in no row."""
        if self._measures.get(at) is not None and not is_of_unit:
            return "the 合计 of one of several lists"
        return "a total of nothing that the projects print"

    def of_heading(self, heading: Heading, unit_seq: int | None, is_outer: bool) -> None:
        """The amounts beside a unit's name; above several units they are the total of the list where they add up.

        So they are above all projects beside the department of the list in a column of units, whatever these add up to.
        """
        line, name = heading.line, heading.name
        self._ledger.label(heading.word)
        of_units = self._columns.name not in line.heads and not self._columns.is_mixed
        is_first = of_units and len(self._reading.projects) == self._first_project
        is_own = is_first and fold(split_code(name).name.text) == fold(self._reading.department or "")
        is_whole = is_outer and not self._has_total and (is_own or self.amount_of(line) == self._whole)
        level = "document" if is_whole else "unit"
        for at, cell in line.heads.items():
            if cell is name:
                continue
            if at in self._columns.heads and self._columns.heads[at].role == "number":
                self._ledger.label(cell)
            elif (is_outer and not is_whole) or not self._land(line, at, level, None if is_outer else unit_seq):
                self._ledger.leave(cell, "printed beside the name of a unit")

    def _land(self, line: ListLine, at: int, level: str, unit_seq: int | None) -> bool:
        measure, value = self._measures.get(at), self._amount(line, at)
        if measure is None or value is None:
            return False
        if level == "document" and measure == "total":
            self._grand.append((len(self._reading.projects), value))
        if level == "document" and not self._is_whole:
            return False
        cell = self._ledger.field(line.heads[at])
        row = TotalRow(level, unit_seq, None, measure, cell.text, value, False, **self._ledger.place(cell))
        if measure in _EXECUTION:
            row.measure, row.amount_kind = "total", measure
        self._reading.totals.append(row)
        if level == "document" and measure == "total":
            self._reading.printed_total_wan = value
        return True

    def prove(self) -> None:
        """The amounts of the list are proved where they add up to its 合计, be it above or below them.

        Of several, as of lists under one header, each is of the projects up to the next, or from the one before on.
        A total of what self-evaluations print stays where that of every project is read.
        """
        self._drop_groups()
        executions = [row for row in self._reading.executions if row.project_seq > self._first_project]
        for measure in _EXECUTION:
            read = sum(getattr(row, f"{measure}_wan") is not None for row in executions)
            if read != self._printed.get(measure, read):
                own = self._reading.totals[self._first_total :]
                self._drop([row for row in own if row.amount_kind == measure], _OF_FORMS)
        first, last = self._first_project, len(self._reading.projects)
        marks, totals = [at for at, _ in self._grand], [value for _, value in self._grand]
        for ends in ([*marks, last], [first, *marks]):
            parts = [self._funding(low, high) for low, high in pairwise(ends)]
            if len(ends) > 1 and totals == [sum((row.amount_wan for row in part), Decimal(0)) for part in parts]:
                for row in (row for part in parts for row in part):
                    row.is_proved = True

    def _drop_groups(self) -> None:
        """Say of several 小计 of one unit that they are of groups of its projects: none is that of the unit."""
        own = self._reading.totals[self._first_total :]
        counts = Counter((row.unit_seq, row.measure, row.amount_kind) for row in own if row.level == "unit")
        units = [row for row in own if row.level == "unit"]
        self._drop([row for row in units if counts[row.unit_seq, row.measure, row.amount_kind] > 1], _OF_CLASS)

    def _drop(self, totals: Sequence[TotalRow], reason: str) -> None:
        """Say of totals why they are none of the list."""
        for row in totals:
            self._ledger.give_back(Span(row.char_start, row.char_end), reason)
        self._reading.totals[self._first_total :] = [
            row for row in self._reading.totals[self._first_total :] if row not in totals
        ]

    def _funding(self, low: int, high: int) -> list[FundingRow]:
        return [row for row in self._reading.funding if low < row.project_seq <= high]


def _once(measures: Mapping[int, str | None]) -> dict[int, str]:
    """The columns whose measure no other column has."""
    counts = Counter(measures.values())
    return {at: measure for at, measure in measures.items() if measure is not None and counts[measure] == 1}


def unit_behind_amounts(columns: ListColumns, parts: Sequence[Part]) -> str | None:
    """The unit of money that targets print behind the amounts of their projects: 办案成本（≤100000元）; None for none.

    A short amount may be repeated by chance, as a price is; all that are repeated must have one unit.
    """
    units: set[str] = set()
    for part in parts:
        lines = part.lines if isinstance(part, ProjectRows) else ()
        texts = [cell.text for line in lines for cell in line.all_cells]
        for amount in (line.heads[at].text for line in lines for at in columns.all_of("money") if at in line.heads):
            if len(amount) >= _SHORTEST_SAID and amount.isdigit():
                said = re.compile(rf"(?<![\d.,]){amount}(?P<unit>万?元)(?![/／每])")
                units |= {found["unit"] for text in texts for found in said.finditer(text)}
    return units.pop() if len(units) == 1 else None
