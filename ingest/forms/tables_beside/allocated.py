"""The money of the one project of a notice, in a table that divides it among units: 资金安排表 beside 绩效目标表.

The form of targets may leave its own money blank; the row 合计 of the table says what all units get.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ingest.forms.heading import printed_money_unit, take_money_unit
from ingest.forms.labelled.form import LabelledForm, MoneyCell
from ingest.forms.labelled.labels import book_label, fold_label
from ingest.forms.labelled.rows.funding import land_funding
from ingest.forms.reading import FormReading
from ingest.forms.tables_beside.money import is_allocation
from ingest.grammar.amounts import read_wan
from ingest.rows import AttributeRow
from ingest.source.blocks import Line, Source
from ingest.source.column_labels import deepest, spanning
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed, Texts, fold
from ingest.vocabulary import words

_LINES_ABOVE = 4
_DEEPEST = 2
_SHARED = 6
"""Characters that the titles of a table and of a project share at least, where both are of one money."""


class Allocation(NamedTuple):
    """The total of a table by the numbers of lines: its unit of money and its header, and the row 合计.

    ``at`` is the first column of money, ``heads`` are what stands above each.
    """

    above: tuple[int, ...]
    total: int
    at: int
    heads: Mapping[int, str]
    unit: str


def allocation_of(source: Source, texts: Texts, name: str) -> Allocation | None:
    """The total of the only table that divides the money of a project; None where none or several do.

    Its title shares words with the project's name, and its rows add up to the total.
    """
    found = [*_allocations(source, texts, name)]
    return found[0] if len(found) == 1 else None


def land_allocation(ledger: Ledger, reading: FormReading, found: Allocation, lines: Mapping[int, Line]) -> None:
    """Land the total of the table as the money of the only project."""
    for number in found.above:
        for cell in ledger.cells(lines[number]).values():
            if rest := take_money_unit(ledger, reading, cell):
                book_label(ledger, reading, rest)
    form, seq = LabelledForm(), reading.projects[0].project_seq
    for at, cell in ledger.cells(lines[found.total]).items():
        if at == found.at:
            label = Printed(found.heads[at], range(0))
            form.money.append(MoneyCell("annual_total", ("row", 0), label, cell, found.unit))
        elif at in found.heads:
            ledger.field(cell)
            reading.attributes.append(AttributeRow(seq, found.heads[at], cell.text, **ledger.place(cell)))
        else:
            ledger.label(cell)
    land_funding(ledger, reading, form, seq)


def _allocations(source: Source, texts: Texts, name: str) -> Iterator[Allocation]:
    lines = [line for line in source.lines if texts[line.number]]
    for place, line in enumerate(lines):
        if not line.is_row or (place and lines[place - 1].is_row):
            continue
        above = lines[max(place - _LINES_ABOVE, 0) : place]
        titles = [text for other in above for text in texts[other.number].values()]
        if not any(is_allocation(title) and _shares_words(title, name) for title in titles):
            continue
        said = [other for other in above if any(map(printed_money_unit, texts[other.number].values()))][-1:]
        unit = next((own for title in reversed(titles) if (own := printed_money_unit(title))), None)
        if unit is not None and (found := _total(texts, lines[place:], unit)) is not None:
            yield found._replace(above=(*(other.number for other in said), *found.above))


def _total(texts: Texts, lines: Sequence[Line], unit: str) -> Allocation | None:
    """The row 合计 of the table that begins with these lines, where the rows above it add up to it."""
    rows: list[Line] = []
    for line in lines:
        if not line.is_row:
            break
        rows.append(line)
    first = next((place for place, line in enumerate(rows) if _amounts(texts, line, unit)), 0)
    if not 0 < first <= _DEEPEST:
        return None
    body, header = rows[first:], [texts[line.number] for line in rows[:first]]
    above, own_heads = spanning(header), deepest(header)
    heads = {
        at: text if above[at] == text else f"{above[at]} {text}".strip()
        for at, text in own_heads.items()
        if at != min(own_heads)
    }
    sums = [line for line in body if _is_sum(next(iter(texts[line.number].values())))]
    if len(sums) != 1:
        return None
    others = [_amounts(texts, line, unit) for line in body if line is not sums[0]]
    own = _amounts(texts, sums[0], unit)
    at = next((at for at in own if heads.get(at)), None)
    if at is None or not others or sum((row.get(at, Decimal(0)) for row in others), Decimal(0)) != own[at]:
        return None
    return Allocation(tuple(line.number for line in rows[:first]), sums[0].number, at, heads, unit)


def _amounts(texts: Texts, line: Line, unit: str) -> dict[int, Decimal]:
    """The amounts of a row by column; none of its first column, which names or counts it."""
    cells = [*texts[line.number].items()][1:]
    return {at: value for at, text in cells if (value := read_wan(text, unit)) is not None}


def _is_sum(text: str) -> bool:
    return fold_label(text) in words("form_labels", "grand_total")


def _shares_words(title: str, name: str) -> bool:
    title, name = fold(title), fold(name)
    return any(name[at : at + _SHARED] in title for at in range(len(name) - _SHARED + 1))
