"""A total of a form joined with its sources in another column, or apart from it."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.forms.labelled.labels import speaks
from ingest.forms.labelled.meaning.money import (
    Amount,
    GroupOfMoney,
    is_assumed,
    read_group,
    source_by_words,
    source_kind,
)
from ingest.grammar.funding_sources import LEADING_SOURCE


def _is_of_year(total: Amount | None) -> bool:
    """True for a total that is not of the whole project."""
    is_midterm = total is None or total.cell.kind == "midterm_total" or speaks(total.cell.label.text, "cycle_word")
    return not is_midterm


def is_of_source(amount: Amount) -> bool:
    """True for an amount of a source, by its kind or by the words of its label."""
    if amount.cell.kind is None:
        return source_by_words(amount.cell.label.text) is not None
    return source_kind(amount.cell) is not None


def _of_year(groups: Sequence[GroupOfMoney]) -> list[GroupOfMoney]:
    """The groups of the year; not the total of one again, under an unknown label that stands alone: 预算安排规模."""
    found = [group for group in groups if _is_of_year(group.total)]
    named = {group.total.value for group in found if group.total is not None and group.total.cell.kind}
    return [
        group
        for group in found
        if group.total is None or group.total.cell.kind or group.of_sources or group.total.value not in named
    ]


def are_parts_of(found: GroupOfMoney, rows: Collection[int]) -> bool:
    """True for amounts 其中 beside totals of the whole project, in their ``rows``: parts of these."""
    return all(own.cell.row in rows and own.cell.label.text.lstrip().startswith("其中") for own in found.of_sources)


def _as_one(whole: GroupOfMoney, apart: Sequence[GroupOfMoney]) -> GroupOfMoney | None:
    """The total with every amount around it, as printed, where they add up: 中央 beside the total, 省级 below it."""
    amounts = [amount for group in (whole, *apart) for amount in group.of_sources]
    amounts += [amount for group in (whole, *apart) for amount in group.parts]
    amounts.sort(key=lambda amount: (amount.cell.row, amount.cell.group[1]))
    found = read_group([*([whole.total] if whole.total is not None else []), *amounts])
    tops = found.of_sources
    is_told = len(tops) > 1 and all(is_of_source(amount) or not amount.value for amount in tops)
    return found if is_told and found.is_proved and found.total is whole.total else None


def _with_nothing(
    groups: Sequence[GroupOfMoney], whole: GroupOfMoney, apart: Sequence[GroupOfMoney]
) -> list[GroupOfMoney]:
    """The groups, sources of nothing (其他资金 0.00) that stand apart joined with the total that is proved without."""
    empty = [group for group in apart if not any(amount.value for amount in group.of_sources)]
    sources = {source: own for group in empty for source, own in group.sources.items()} | whole.sources
    joined = replace(whole, sources=sources)
    return [joined if group is whole else group for group in groups if group not in empty]


def _against(whole: GroupOfMoney, apart: Sequence[GroupOfMoney]) -> list[GroupOfMoney]:
    """Sources that a total does not count though it is as large as the one beside it: 总额 18, 财政 18, 其他资金 2.

    They stand in the column of the total or in that of its source, under labels that the vocabulary knows.
    """
    own = whole.of_sources
    if len(own) != 1 or whole.parts or whole.total is None:
        return []
    columns = {own[0].cell.group, whole.total.cell.group}
    return [
        group
        for group in apart
        if not group.parts
        and group.sources.keys().isdisjoint((LEADING_SOURCE, *whole.sources))
        and all(
            amount.value and amount.cell.group in columns and not is_assumed(amount.cell) for amount in group.of_sources
        )
    ]


def _joined(whole: GroupOfMoney, against: Sequence[GroupOfMoney]) -> GroupOfMoney:
    sources = {source: own for group in against for source, own in group.sources.items()}
    return replace(whole, sources=whole.sources | sources, is_proved=False)


def with_scattered(groups: Sequence[GroupOfMoney]) -> list[GroupOfMoney]:
    """The groups, the only total joined with all sources: a form prints them in two columns, or apart from it.

    Where they do not add up the sources count as their labels say, and the total is none of them.
    """
    totals = _of_year(groups)
    alone = [group for group in groups if group.total is not None]
    wholes = {group.total.cell.row for group in alone if group.total is not None and group not in totals}
    apart = [group for group in groups if group.total is None and group.sources and not are_parts_of(group, wholes)]
    if not totals and len(alone) == 1 and apart and (found := _as_one(alone[0], apart)) is not None:
        # 项目总金额 alone is that of the year where the sources around it add up to it
        return [found, *(group for group in groups if group.total is None and not group.sources)]
    if len(totals) == 1 and totals[0].is_proved:
        if against := _against(totals[0], apart):
            return [_joined(totals[0], against) if own is totals[0] else own for own in groups if own not in against]
        return _with_nothing(groups, totals[0], apart)
    if len(totals) != 1 or not apart:
        return list(groups)
    whole, others = totals[0], [group for group in groups if group is not totals[0] and group not in apart]
    if (found := _as_one(whole, apart)) is not None:
        return [found, *others]
    sources: dict[str, list[Amount]] = {}
    for group in (whole, *apart):
        for source, amounts in group.sources.items():
            sources[source] = sources.get(source, []) + amounts
    added = sum((amount.value for own in sources.values() for amount in own), Decimal(0))
    is_proved = whole.total is not None and added == whole.total.value
    if not is_proved and whole.sources and not all(_stands_beside(whole, group) for group in apart):
        return list(groups)
    parts = [amount for group in (whole, *apart) for amount in group.parts]
    return [GroupOfMoney(whole.total, sources, parts, is_proved, is_midterm=False), *others]


def _stands_beside(whole: GroupOfMoney, found: GroupOfMoney) -> bool:
    """True for the other source of a total, in its row: 资金总额 480, 其中：财政拨款 430, below them 其他资金 60.

    Known labels say what they are, though they do not add up.
    """
    amounts = [*found.of_sources, *whole.of_sources]
    is_told = not (found.parts or whole.parts or any(is_assumed(amount.cell) for amount in amounts))
    is_other = found.sources.keys().isdisjoint(whole.sources) and whole.total is not None
    return (
        is_told
        and is_other
        and all(
            whole.total is not None and own.cell.row == whole.total.cell.row and own.value <= whole.total.value
            for own in found.of_sources
        )
    )
