"""Tables of a budget that list projects with their money alone: 部门项目支出预算表, in 云南 table 05-1.

Forms of targets in the same file may print no money; a table that names the same project says what it gets.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.forms.heading import printed_money_unit, take_money_unit
from ingest.forms.indicator_rows.headers.columns import GOALS, HeadColumn, head_column, is_value, names_projects
from ingest.forms.labelled.form import LabelledForm, MoneyCell
from ingest.forms.labelled.labels import book_label, speaks
from ingest.forms.labelled.rows.funding import land_funding
from ingest.forms.reading import FormReading
from ingest.forms.tables_beside.sources import told_by_sums
from ingest.grammar.amounts import read_wan
from ingest.grammar.codes import split_code
from ingest.grammar.years import printed_years
from ingest.rows import AttributeRow, UnitRow
from ingest.source.blocks import Line, Source
from ingest.source.column_labels import deepest, spanning
from ingest.source.ledger import Ledger
from ingest.source.page_numbers import is_page_number
from ingest.source.printed import Printed, Texts, fold
from ingest.vocabulary import words

RowTexts = Mapping[int, str]

_LINES_ABOVE = 4
_MOST_ABOVE = 2
_DEEPEST = 2
_OF_FORMS = (*GOALS, "grid", "score", "grade")
_TOTALS = ("annual_total", "budget")


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """A table by the numbers of its lines: those of its header with the line of its unit, and of its rows.

    ``name`` is the column of the projects' names, ``heads`` are the others, ``unit`` is that of its money, ``years``
    are printed above it.
    """

    above: tuple[int, ...]
    rows: tuple[int, ...]
    name: int
    heads: Mapping[int, HeadColumn]
    unit: str
    years: frozenset[int] = frozenset()

    def total(self, texts: RowTexts) -> Decimal | None:
        """The amount of a row: that of the column of totals, else of the first of money; None where it prints none."""
        money = [at for at, head in self.heads.items() if head.role == "money"]
        named = [at for at in money if self.heads[at].kind in _TOTALS] or money
        return read_wan(texts.get(named[0], ""), self.heads[named[0]].unit or self.unit)


MoneyRow = tuple[MoneyTable, int]
"""A row of a table, by the number of its line."""


def rows_of_money(source: Source, texts: Texts, names: Collection[str]) -> dict[str, MoneyRow]:
    """The row of each of the ``names`` (folded) where one alone, or the first as the sum of the others, prints it.

    Rows of several tables must print one amount.
    """
    found: dict[str, list[MoneyRow]] = {}
    for table in _tables(source, texts):
        own: dict[str, list[int]] = {}
        for number in table.rows:
            name = next((own for own in _names(table, texts[number]) if own in names), "")
            if name and table.total(texts[number]) is not None:
                own.setdefault(name, []).append(number)
        for name, rows in own.items():
            amounts = [table.total(texts[number]) or Decimal(0) for number in rows]
            is_sum = len(rows) == 1 or amounts[0] == sum(amounts[1:], Decimal(0))
            found.setdefault(name, []).extend([(table, rows[0])] if is_sum else [(table, number) for number in rows])
    return {name: rows[0] for name, rows in found.items() if len({t.total(texts[at]) for t, at in rows}) == 1}


def without_money(reading: FormReading) -> dict[str, int]:
    """The projects, by their folded names, that print no money; no evaluated one, and none whose name comes twice."""
    said = {row.project_seq for row in reading.funding} | {row.project_seq for row in reading.evaluations}
    said |= {row.project_seq for row in reading.issues if row.project_seq and row.code.startswith("amount")}
    names = [fold(row.project_name) for row in reading.projects]
    return {
        fold(row.project_name): row.project_seq
        for row in reading.projects
        if row.project_seq not in said and names.count(fold(row.project_name)) == 1
    }


def land_money(ledger: Ledger, reading: FormReading, rows: Mapping[str, MoneyRow], lines: Mapping[int, Line]) -> None:
    """Land the money of ``rows`` with the projects of their names; what else they print is kept beside it."""
    booked: set[int] = set()
    for name, seq in without_money(reading).items():
        if name not in rows:
            continue
        table, number = rows[name]
        for above in table.above:
            if above not in booked:
                booked.add(above)
                for cell in ledger.cells(lines[above]).values():
                    rest = take_money_unit(ledger, reading, cell)
                    if rest:
                        book_label(ledger, reading, rest)
        form, cells = LabelledForm(), ledger.cells(lines[number])
        heads = told_by_sums(table.heads, {at: cell.text for at, cell in cells.items()})
        for at, cell in cells.items():
            head = heads.get(at)
            if at == table.name or head is None or head.role == "number":
                ledger.label(cell)
            elif head.role in ("unit", "department") and _apart(ledger, reading, seq, cell):
                continue
            elif head.role == "money":
                label = Printed(head.label, range(0))
                form.money.append(MoneyCell(head.kind, ("row", 0), label, cell, head.unit or table.unit))
            else:
                place = ledger.place(ledger.field(cell))
                reading.attributes.append(AttributeRow(seq, head.label, cell.text, **place))
        land_funding(ledger, reading, form, seq)
    _number_units(reading)


def _number_units(reading: FormReading) -> None:
    """Number the units anew, of which those that names of projects stood for are gone."""
    numbers = {own.unit_seq: number for number, own in enumerate(reading.units, start=1)}
    for rows in (reading.units, reading.projects, reading.totals):
        for row in rows:
            if row.unit_seq is not None:
                row.unit_seq = numbers[row.unit_seq]


def _names(table: MoneyTable, row: RowTexts) -> Iterator[str]:
    """What the project of a row may be called elsewhere: by its name, or with its unit in brackets behind that."""
    name = _name(row.get(table.name, ""))
    yield name
    for at, head in table.heads.items():
        if head.role in ("unit", "department") and row.get(at):
            yield f"{name}({fold(row[at])})"


def _apart(ledger: Ledger, reading: FormReading, seq: int, unit: Printed) -> bool:
    """Part the name of a project from its unit in brackets behind it: the table prints both in columns."""
    project, behind = reading.projects[seq - 1], f"({fold(unit.text)})"
    name = project.project_name
    if not fold(name).endswith(behind):
        return False
    before = project.unit_seq
    same = next((own.unit_seq for own in reading.units if fold(own.unit_name) == fold(unit.text)), None)
    if same is None:
        same = max(own.unit_seq for own in reading.units) + 1
        reading.units.append(UnitRow(same, unit.text, True, **ledger.place(ledger.field(unit))))
    else:
        ledger.label(unit)
    project.project_name, project.unit_seq = name[: max(name.rfind(mark) for mark in "(（")].strip(), same
    printed = ledger.source.text[project.char_start : project.char_end]
    project.char_end = project.char_start + len(printed[: max(printed.rfind(mark) for mark in "(（")].rstrip())
    if all(own.unit_seq != before for own in reading.projects):
        reading.units[:] = [own for own in reading.units if own.unit_seq != before or own.is_printed]
    return True


def _name(text: str) -> str:
    return fold(split_code(Printed(text, range(len(text)))).name.text)


def _tables(source: Source, texts: Texts) -> Iterator[MoneyTable]:
    """The tables that a title calls so, whose unit of money is printed."""
    lines = [line for line in source.lines if texts[line.number]]
    for place, line in enumerate(lines):
        if not line.is_row or not any(map(names_projects, texts[line.number].values())):
            continue
        rows = [texts[other.number] for other in lines[place : place + _DEEPEST + 1] if other.is_row]
        depth = 1 + (len(rows) > 1 and not any(map(is_value, rows[1].values())) and _is_inside(rows[0], rows[1]))
        heads = _heads(rows[:depth])
        above = [own for own in lines[max(place - _LINES_ABOVE, 0) : place] if _is_above(own, texts[own.number])]
        said = [other for other in above if _unit(texts[other.number])][-1:]
        units = {_unit(texts[other.number]) for other in said} or {head.unit for head in heads.values()}
        unit = next((unit for unit in units if unit), None)
        titles = [text for other in above for text in texts[other.number].values()]
        if unit is None or not _is_of_projects(titles) or all(head.role != "money" for head in heads.values()):
            continue
        header = tuple(other.number for other in (*said, *lines[place : place + depth]))
        name = next(at for at, text in rows[0].items() if names_projects(text))
        years = frozenset(year for title in titles for word in title.split() for year in printed_years(word))
        yield MoneyTable(header, tuple(_body(source, texts, lines[place + depth :])), name, heads, unit, years)


def _is_above(line: Line, texts: RowTexts) -> bool:
    """True for a line of its own, and for one that a table takes for a row: 预算05-1表, 单位：元."""
    return not line.is_row or len(texts) <= _MOST_ABOVE


def _unit(texts: RowTexts) -> str | None:
    return next((unit for text in texts.values() if (unit := printed_money_unit(text)) is not None), None)


def _is_of_projects(titles: Sequence[str]) -> bool:
    """True below 部门项目支出预算表; a table of purchases, of another year or of one source is none.

    So it is below 资金安排表 of a notice, whatever source that is of.
    """
    if any(is_allocation(title) for title in titles):
        return True
    is_named = any(speaks(title, "money_table_title") for title in titles)
    return is_named and not any(speaks(title, "no_money_table") for title in titles)


def is_allocation(title: str) -> bool:
    """True for the title of a table by which a notice divides money: 2022年水库移民后期扶持资金安排表."""
    return speaks(title, "allocation_title") and not speaks(title, "no_allocation")


def _is_inside(first: RowTexts, second: RowTexts) -> bool:
    """True for a second row of a header: it stands below labels that span it."""
    return not any(map(names_projects, second.values())) and min(second) > min(first)


def _heads(header: Sequence[RowTexts]) -> dict[int, HeadColumn]:
    """The columns beside that of the names; none of a header that is one of forms, or prints a value."""
    own, above = deepest(header), spanning(header)
    heads = {at: head_column(text, above[at]) for at, text in own.items() if not names_projects(text)}
    heads = {
        at: HeadColumn("money", head.label, "annual_total", head.unit) if head.kind == "budget" else head
        for at, head in heads.items()
    }
    is_of_form = any(head.role in (*_OF_FORMS, "execution") for head in heads.values())
    return {} if is_of_form or any(map(is_value, own.values())) else heads


def _body(source: Source, texts: Texts, lines: Sequence[Line]) -> Iterator[int]:
    """The rows of a table, up to the next paragraph that is no page number, or the next header; sums are none."""
    sums = (*words("form_labels", "grand_total"), *words("form_labels", "row_subtotal"))
    for line in lines:
        cells = texts[line.number]
        if not line.is_row:
            if is_page_number(source.text[line.span.start : line.span.end]):
                continue
            return
        if any(map(names_projects, cells.values())):
            return
        if not any(fold(text).strip(":") in sums for text in cells.values()):
            yield line.number
