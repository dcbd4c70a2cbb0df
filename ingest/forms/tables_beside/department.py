"""Tables of a report that print the money of a whole department beside its form: a column an item, or a row.

机构名称, 支出合计, 基本支出, 项目支出 above the department, or above its units and their sum; 基本支出, 项目支出 and
their sum below each other, with columns of budget and of what was spent.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.forms.heading import printed_money_unit
from ingest.forms.indicator_rows.headers.columns import head_column, is_value
from ingest.forms.labelled.labels import printed_unit, speaks
from ingest.forms.labelled.meaning.execution.proof import AMOUNTS
from ingest.forms.labelled.rows.department_form.items import KINDS, item_said
from ingest.forms.tables_beside.projects import is_sum
from ingest.grammar.amounts import read_amount, read_wan
from ingest.source.blocks import Line, Source
from ingest.source.column_labels import deepest, spanning
from ingest.source.printed import Texts
from ingest.vocabulary import words

RowTexts = Mapping[int, str]
Cell = tuple[int, int]
"""A cell by the number of its line and its column."""

_DEEPEST = 3
_LINES_ABOVE = 16


@dataclass(frozen=True, slots=True)
class ItemMoney:
    """What a table prints of an item: where its label stands, and its amounts by column of an execution."""

    item: str
    label: Cell
    amounts: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class DepartmentTable:
    """The money of a department in a table: the lines it takes from it, the unit of its money, an entry an item."""

    lines: tuple[int, ...]
    unit: str
    items: tuple[ItemMoney, ...]

    def wan(self, texts: Texts) -> dict[tuple[str, str], Decimal]:
        """Its amounts, 万元, by item and column."""
        found: dict[tuple[str, str], Decimal] = {}
        for own in self.items:
            for column, (line, at) in own.amounts.items():
                value = read_wan(texts[line][at], self.unit)
                if value is not None:
                    found[own.item, column] = value
        return found


def tables_of_departments(source: Source, texts: Texts, name: str, is_evaluated: bool) -> list[DepartmentTable]:
    """The tables of a source whose 基本支出 and 项目支出 are no more than their total; ``name`` is the department.

    What columns of an evaluation print is spent, unless their heading speaks of a budget.
    """
    lines = [line for line in source.lines if texts[line.number]]
    found: list[DepartmentTable] = []
    for place, line in enumerate(lines):
        if line.is_row and any(item_said(text) == "basic" for text in texts[line.number].values()):
            table = _table(lines, place, texts, name, is_evaluated)
            if table is not None and _is_whole(table.wan(texts)):
                found.append(table)
    return found


def _is_whole(wan: Mapping[tuple[str, str], Decimal]) -> bool:
    """True where each column prints 基本支出 and 项目支出, and its total is not less than both."""
    columns = {column for _, column in wan}
    parts = {column: [wan.get((item, column)) for item in KINDS] for column in columns}
    sums = {column: sum((own for own in parts[column] if own is not None), Decimal(0)) for column in columns}
    is_known = bool(columns) and all(None not in own for own in parts.values())
    return is_known and all(wan.get(("total", column), sums[column]) >= sums[column] for column in columns)


def _table(lines: Sequence[Line], place: int, texts: Texts, name: str, is_evaluated: bool) -> DepartmentTable | None:
    is_row_of_item = _has_amount(texts[lines[place].number])
    last = place - 1 if is_row_of_item else place  # the last row of the header
    while is_row_of_item and last >= 0 and lines[last].is_row and _has_amount(texts[lines[last].number]):
        last -= 1
    if not is_row_of_item and last + 1 < len(lines) and _goes_on(lines[last + 1], texts):
        last += 1
    header = [*_header(lines[: last + 1], texts)]
    rows = [*_rows(lines[last + 1 :], texts)]
    unit, above = _unit(lines[: last + 1], texts)
    if not header or not rows or unit is None:
        return None
    columns = _below_each_other(header, rows, texts, is_evaluated) if is_row_of_item else ()
    titles = [*(texts[line.number] for line in above), *(texts[line.number] for line in header)]
    measure = _measure(titles, is_evaluated)
    items = columns or ([*_beside_each_other(header, rows, texts, name, measure)] if not is_row_of_item else [])
    told = {line.number for line in header} | {line for own in items for line, _ in own.amounts.values()}
    return DepartmentTable(tuple(sorted(told)), unit, tuple(items)) if items else None


def _goes_on(line: Line, texts: Texts) -> bool:
    """True for a further row of a header."""
    own = texts[line.number]
    return line.is_row and not _has_amount(own) and not any(item_said(text) == "total" for text in own.values())


def _header(lines: Sequence[Line], texts: Texts) -> Iterator[Line]:
    """The rows at the end of some lines that print no amount."""
    found: list[Line] = []
    for line in reversed(lines[-_DEEPEST:]):
        if not line.is_row or _has_amount(texts[line.number]):
            break
        found.append(line)
    yield from reversed(found)


def _rows(lines: Sequence[Line], texts: Texts) -> Iterator[Line]:
    for line in lines:
        if not line.is_row or not _has_amount(texts[line.number]):
            return
        yield line


def _has_amount(cells: RowTexts) -> bool:
    return any((amount := read_amount(text)) is not None and amount.value is not None for text in cells.values())


def _unit(lines: Sequence[Line], texts: Texts) -> tuple[str | None, Sequence[Line]]:
    """The unit of money that stands nearest above the rows, and the lines from there."""
    for back, line in enumerate(reversed(lines[-_LINES_ABOVE:]), start=1):
        cells = texts[line.number].values()
        for text in cells:
            unit = printed_unit(text) or (printed_money_unit(text) if len(cells) == 1 or not line.is_row else None)
            if unit is not None:
                return unit, [own for own in lines[-back:] if not own.is_row or len(texts[own.number]) == 1]
    return None, ()


def _measure(titles: Sequence[RowTexts], is_evaluated: bool) -> str:
    said = [text for title in titles for text in title.values()]
    is_planned = any(speaks(text, "planned_money_word") for text in said)
    is_spent = any(speaks(text, "department_spent") for text in said)
    return "executed" if is_evaluated and (is_spent or not is_planned) else "budget"


def _below_each_other(
    header: Sequence[Line], rows: Sequence[Line], texts: Texts, is_evaluated: bool
) -> list[ItemMoney]:
    """The items of rows: their first text says which, the columns are those of an execution."""
    own, above = deepest([texts[line.number] for line in header]), spanning([texts[line.number] for line in header])
    columns: dict[str, int] = {}
    for at, text in own.items():
        kind = head_column(text, above[at]).kind
        kind = "budget" if kind == "annual_total" and not is_evaluated else kind
        if kind in (*AMOUNTS, "execution_rate"):
            if kind in columns:
                return []
            columns[kind] = at
    found: dict[str, ItemMoney] = {}
    for line in rows:
        cells = texts[line.number]
        label = min(cells)
        item = "total" if is_sum(cells[label]) else item_said(cells[label])
        if item is not None and label < min(columns.values(), default=0):
            told = {kind: (line.number, at) for kind, at in columns.items() if at in cells}
            found.setdefault(item, ItemMoney(item, (line.number, label), told))
    return [*found.values()]


def _beside_each_other(
    header: Sequence[Line], rows: Sequence[Line], texts: Texts, name: str, measure: str
) -> Iterator[ItemMoney]:
    """The items of columns, in the row of the department."""
    line = _row_of(rows, texts, name)
    if line is None:
        return
    labels = {at: (other.number, at) for other in header for at in texts[other.number]}
    places: dict[str, list[int]] = {}
    own = deepest([texts[other.number] for other in header])
    for at, text in own.items():
        item = "total" if is_sum(text) else item_said(text)
        if item is not None and at in texts[line.number] and not is_value(text):
            places.setdefault(item, []).append(at)
    for item, columns in places.items():
        of_spending = [at for at in columns if speaks(own[at], "department_spending")] or columns
        if len(of_spending) == 1:
            (at,) = of_spending
            yield ItemMoney(item, labels[at], {measure: (line.number, at)})


def _row_of(rows: Sequence[Line], texts: Texts, name: str) -> Line | None:
    """The row of the whole department: the only one, that of the sum, or that of its name."""
    first = {line.number: texts[line.number][min(texts[line.number])] for line in rows}
    sums = [line for line in rows if first[line.number].strip("：: ").endswith(words("form_labels", "sum_of_units"))]
    named = [line for line in rows if name and name in first[line.number]]
    for found in (rows, sums, named):
        if len(found) == 1:
            return found[0]
    return None
