"""Tables of income and expenditure 收支总表 that print the total of a whole department on both sides.

收入总计 | 100 | 支出总计 | 100: the last row of the two sides, which are equal. In final accounts what was spent is
本年支出合计; 支出总计 holds what is left for the next year, too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.forms.heading import printed_money_unit
from ingest.forms.labelled.labels import printed_unit
from ingest.forms.tables_beside.department import Cell, DepartmentTable, ItemMoney
from ingest.grammar.amounts import read_amount, read_wan
from ingest.grammar.years import printed_years
from ingest.source.blocks import Line, Source
from ingest.source.printed import Texts, fold

RowTexts = Mapping[int, str]

_LINES_ABOVE = 80
_TITLES_ABOVE = 4
# 收入总计, 总计, 本年支出合计; the two sides of one row
_LABELS = re.compile(r"(?P<own>本年)?(?P<side>收入|支出|收支)?(?P<sum>总计|合计|总额)")
_NUMBERS = re.compile("行次|栏次|序号")
_BALANCE = re.compile("收支|收入支出")
_LEFT_OVER = re.compile("结转|结余")
_SIDES, _DEEPEST = 2, 3


def balances_of_departments(source: Source, texts: Texts, is_evaluated: bool) -> list[DepartmentTable]:
    """The totals of the tables of a source whose title speaks of both sides, and whose both sides are equal."""
    lines = [line for line in source.lines if texts[line.number]]
    found: list[DepartmentTable] = []
    for first, rows in _tables(lines):
        above = lines[max(first - _TITLES_ABOVE, 0) : first]
        titles = [text for line in above if not _is_row(line, texts) for text in texts[line.number].values()]
        unit = _unit([*lines[max(first - _TITLES_ABOVE, 0) : first], *rows[:2]], texts)
        if unit is not None and any(_BALANCE.search(fold(text)) for text in titles):
            table = _table(rows, texts, unit, is_evaluated)
            found += [table] if table is not None else []
    return found


def _tables(lines: Sequence[Line]) -> Iterator[tuple[int, Sequence[Line]]]:
    """The runs of rows, each with the place of its first."""
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and lines[end].is_row and end - place < _LINES_ABOVE:
            end += 1
        if end > place:
            yield place, lines[place:end]
        place = max(end, place + 1)


def _is_row(line: Line, texts: Texts) -> bool:
    return line.is_row and len(texts[line.number]) > 1


def _unit(lines: Sequence[Line], texts: Texts) -> str | None:
    """The unit of money that stands last in some lines."""
    for line in reversed(lines):
        for text in texts[line.number].values():
            if (unit := printed_money_unit(text) or printed_unit(text)) is not None:
                return unit
    return None


def _table(rows: Sequence[Line], texts: Texts, unit: str, is_evaluated: bool) -> DepartmentTable | None:
    """The row of the totals of a table; None where it prints several amounts of a side, or another year than others."""
    header = [texts[line.number] for line in rows[:_DEEPEST] if not _has_amount(texts[line.number])]
    numbers = {at for row in header for at, text in row.items() if _NUMBERS.search(fold(text))}
    years = {year for row in header for text in row.values() for year in printed_years(text)}
    sides = {line.number: own for line in rows if (own := _sides(texts[line.number], numbers))}
    totals = {at: own for at, own in sides.items() if own[0][0] == "sum"}
    of_year = {at: own for at, own in sides.items() if own[0][0] == "own"}
    if len(years) > 1 or len(totals) > 1 or len(of_year) > 1:
        return None
    found = _spent(of_year, totals, rows, texts, unit) if is_evaluated else _planned(totals or of_year, texts, unit)
    above = tuple(line.number for line in rows[:_DEEPEST] if not _has_amount(texts[line.number]))
    return replace(found, lines=(*above, *found.lines)) if found is not None else None


Side = tuple[str, int, int]
"""What a side of a row is the total of, the columns of its label and of its amount."""


def _sides(row: RowTexts, numbers: set[int]) -> list[Side]:
    """The two sides of a row that are totals; nothing for a row of anything else."""
    cells = [(at, text) for at, text in sorted(row.items()) if at not in numbers]
    if len(cells) != 2 * _SIDES:
        return []
    found: list[Side] = []
    for (label_at, label), (at, amount), side in zip(cells[::2], cells[1::2], ("收入", "支出"), strict=True):
        named = _LABELS.fullmatch("".join(fold(label).split()))
        if named is None or named["side"] not in (None, side) or not _is_amount(amount):
            return []
        found.append(("own" if named["own"] else "sum", label_at, at))
    return found if found[0][0] == found[1][0] else []


def _planned(totals: Mapping[int, Sequence[Side]], texts: Texts, unit: str) -> DepartmentTable | None:
    for number, ((_, *income), (_, *spending)) in totals.items():
        row = texts[number]
        if (total := read_wan(row[spending[1]], unit)) and total == read_wan(row[income[1]], unit):
            items = [_item(number, label, at, "budget") for label, at in (spending, income)]
            return DepartmentTable((number,), unit, tuple(items))
    return None


def _spent(
    of_year: Mapping[int, Sequence[Side]],
    totals: Mapping[int, Sequence[Side]],
    rows: Sequence[Line],
    texts: Texts,
    unit: str,
) -> DepartmentTable | None:
    """What the year spent, where both sides balance in the end; the end itself where nothing is left."""
    if _planned(totals or of_year, texts, unit) is None:
        return None
    is_left = any(_LEFT_OVER.search(text) for line in rows for text in texts[line.number].values())
    if not of_year and is_left:
        return None
    for number, (_, (_, label, at)) in (of_year or totals).items():
        return DepartmentTable((number,), unit, (_item(number, label, at, "executed"),))
    return None


def _item(number: int, label: int, at: int, column: str) -> ItemMoney:
    place: Cell = (number, at)
    return ItemMoney("total", (number, label), {column: place})


def _has_amount(row: RowTexts) -> bool:
    return any(map(_is_amount, row.values()))


def _is_amount(text: str) -> bool:
    amount = read_amount(text)
    return amount is not None and amount.value is not None
