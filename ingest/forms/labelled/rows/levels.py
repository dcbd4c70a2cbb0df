"""The amounts of 财政拨款 under labels that name levels of government: what 中央, 省, 县 give to a project.

They are in the amounts of their source, or attributes, already; here each stands by itself, by its level.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from ingest.forms.indicators import issue
from ingest.forms.labelled.meaning.in_text.money_text import tiles
from ingest.forms.labelled.meaning.money import Amount, GroupOfMoney, source_of
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import read_wan
from ingest.grammar.funding_sources import LEADING_SOURCE
from ingest.grammar.government_levels import OPEN_LEVELS, level_named
from ingest.rows import FundingLevelRow
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed

_OF_WHICH = "其中"
_BETWEEN = "，,、；;。 "
_OF_WHICH_BEFORE = re.compile(r"(?:其中\s*[：:]?\s*)?")
_FEWEST_LEVELS = 2


def land_level(
    ledger: Ledger,
    reading: FormReading,
    project_seq: int,
    label: Printed,
    amount: Printed,
    value: Decimal,
    amount_kind: str = "allocated",
    period: str = "annual",
) -> None:
    """Land an amount in 万元 where its label names a level; who calls books it, and orders the levels at last."""
    level = level_named(label.text)
    if level is None:
        return
    reading.funding_levels.append(
        FundingLevelRow(
            project_seq=project_seq,
            level_seq=0,
            level_code=level.code,
            level_printed=label.text.strip("：: ，,、；;"),
            amount_kind=amount_kind,
            period=period,
            is_part=False,
            amount_wan=value,
            amount_printed=amount.text,
            **ledger.place(amount),
        )
    )


def of_fiscal(group: GroupOfMoney) -> list[Amount]:
    """The parts of a group that are of 财政拨款; what one label names several times is spent, and no source."""
    total = group.total.cell.label if group.total is not None else None
    return [own for own in group.parts if own.cell.label is not total and source_of(own.cell) == LEADING_SOURCE]


def are_of_levels(amounts: Sequence[Amount], whole: Sequence[Amount]) -> bool:
    """True for amounts, each of another level of government, that print once more who gives the ``whole``: 资金构成."""
    levels = [level.code if (level := level_named(amount.cell.label.text)) else None for amount in amounts]
    is_told = len(amounts) >= _FEWEST_LEVELS and None not in levels and len({*levels}) == len(levels)
    return is_told and sum(amount.value for amount in amounts) <= sum(amount.value for amount in whole)


def land_levels(ledger: Ledger, reading: FormReading, amounts: Sequence[Amount], project_seq: int, period: str) -> None:
    """Land those of the amounts of 财政拨款 that are of a level of government."""
    for amount in amounts:
        land_level(ledger, reading, project_seq, amount.cell.label, amount.cell.amount, amount.value, period=period)


def close_levels(ledger: Ledger, reading: FormReading, left: Sequence[Amount], project_seq: int) -> None:
    """Land the printed zeros of levels among amounts that no group took, such give nothing; then order all levels."""
    seen = {row.level_code for row in reading.funding_levels if row.project_seq == project_seq}
    for amount in left:
        level = level_named(amount.cell.label.text)
        if seen and level is not None and level.code not in (*seen, None) and amount.value == 0:
            seen.add(level.code)
            land_level(ledger, reading, project_seq, amount.cell.label, amount.cell.amount, amount.value)
    order_levels(reading, project_seq)


def land_noted(ledger: Ledger, reading: FormReading, amounts: Sequence[Amount], project_seq: int, period: str) -> None:
    """Land the levels in brackets behind amounts of 财政拨款: 180万元（其中：上级64万元；本级126万元）.

    Levels that the form prints in cells of their own are not landed again. Such that cannot add up to the amount are
    an issue.
    """
    if any(row.project_seq == project_seq and row.period == period for row in reading.funding_levels):
        return
    for amount in amounts:
        notes = amount.cell.notes
        found = [(label.label.strip(_BETWEEN), part.strip(_BETWEEN)) for label, part in tiles(notes.strip("（()）"))]
        values = [value for _, part in found if (value := read_wan(part.text, amount.cell.unit)) is not None]
        levels = [level.code for label, _ in found if (level := level_named(label.text)) is not None and level.code]
        if not found or not len(found) == len(values) == len(levels) == len({*levels}):
            continue
        for (label, part), value in zip(found, values, strict=True):
            begin = _OF_WHICH_BEFORE.match(label.text).end()  # type: ignore[union-attr]
            land_level(ledger, reading, project_seq, label[begin:], part, value, period=period)
        total = sum(values, Decimal(0))
        is_whole = {*levels} == {"superior", "local"}
        is_less = is_whole and total < amount.value
        if is_less or (total > amount.value and (is_whole or OPEN_LEVELS.isdisjoint(levels))):
            message = f"its parts by level add up to {total.normalize():f}, the amount is {amount.value.normalize():f}"
            reading.issues.append(issue(ledger, "amount_contradicted", notes, message, project_seq))


def order_levels(reading: FormReading, project_seq: int) -> None:
    """Number the amounts of a project, landed last, as printed; mark those that a level before them consists of.

    Such a level does not say which one it is, and those after it add up to it, or the next one is called a part of it:
    上级补助 80, 中央 50, 省级 30.
    """
    own = list(takewhile(lambda row: row.project_seq == project_seq, reversed(reading.funding_levels)))
    own.sort(key=lambda row: row.char_start)
    groups: dict[tuple[str, str], list[FundingLevelRow]] = {}
    for seq, row in enumerate(own, start=1):
        row.level_seq = seq
        groups.setdefault((row.amount_kind, row.period), []).append(row)
    for rows in groups.values():
        for place, row in enumerate(rows):
            for part in _parts(row, rows[place + 1 :]) if _is_open(row) else ():
                part.is_part = True


def _parts(whole: FundingLevelRow, behind: Sequence[FundingLevelRow]) -> list[FundingLevelRow]:
    """The rows right behind ``whole``, each of a level that is told, that are parts of it."""
    told = list(takewhile(lambda row: not _is_open(row), behind))
    for count in range(len(told), 1, -1):
        if sum((row.amount_wan for row in told[:count]), Decimal(0)) == whole.amount_wan != 0:
            return told[:count]
    is_called = bool(told) and told[0].level_printed.startswith(_OF_WHICH) and told[0].amount_wan <= whole.amount_wan
    return told[:1] if is_called else []


def _is_open(row: FundingLevelRow) -> bool:
    return row.level_code is None or row.level_code in OPEN_LEVELS
