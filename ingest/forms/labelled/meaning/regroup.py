"""Amounts of one group that a form prints apart: a total beside its sources in one row, or in another part of it."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.forms.labelled.form import Group
from ingest.forms.labelled.labels import fold_label, speaks
from ingest.forms.labelled.meaning.money import (
    TOTALS,
    Amount,
    GroupOfMoney,
    by_source,
    is_assumed,
    is_twice,
    read_group,
    source_by_words,
    source_kind,
)
from ingest.grammar.funding_sources import LEADING_SOURCE
from ingest.grammar.government_levels import level_named
from ingest.vocabulary import words

_SEVERAL = 2
_APART: Sequence[set[str | None]] = ({"superior", "local"}, {"central", "local"})
"""Levels of government of which none is part of another."""


def across(by_group: dict[Group, list[Amount]]) -> None:
    """Group the amounts of a row where it adds up and no column of them does: `总额 30 其中：财政拨款 20 其他 10`.

    A row of sources alone adds up where one total of the form is their sum.
    """
    totals = [amount for amounts in by_group.values() for amount in amounts if amount.cell.kind == "annual_total"]
    rows: dict[int, list[Amount]] = {}
    for group, amounts in by_group.items():
        if group[0] == "column":
            for amount in amounts:
                rows.setdefault(amount.cell.row, []).append(amount)
    for number, row in rows.items():
        columns = {amount.cell.group for amount in row}
        is_whole = len(columns) == len(row) > 1 and not any(
            read_group(by_group[column]).is_proved for column in columns
        )
        is_alone = len(rows) == 1 and not totals and _are_different_parts(row)
        if is_whole and (is_alone or _is_total_with_sources(row) or _are_sources_of_one(row, totals)):
            for amount in row:
                by_group[amount.cell.group].remove(amount)
            by_group["row", number] = row
    for group in [group for group, amounts in by_group.items() if not amounts]:
        del by_group[group]


def of_whole_form(amounts: Sequence[Amount]) -> list[GroupOfMoney] | None:
    """The money of a form whose sources, in several columns, add up to the one value of all totals, which is not 0."""
    totals = [amount for amount in amounts if amount.cell.kind in TOTALS]
    sources = [amount for amount in amounts if source_kind(amount.cell) is not None]
    years = [total for total in totals if total.cell.kind == "annual_total"]
    is_all = len(totals) + len(sources) == len(amounts) and len({total.value for total in totals}) == len(years) == 1
    columns = {amount.cell.group for amount in sources}
    if not totals and (found := _whole_of_unknown(amounts)) is not None:
        return [found]
    if not is_all or len(columns) < _SEVERAL or not 0 != years[0].value == sum(own.value for own in sources):
        return None
    whole = [GroupOfMoney(total, {}, [], False, is_midterm=True) for total in totals if total is not years[0]]
    return [GroupOfMoney(years[0], by_source(sources), [], True, is_midterm=False), *whole]


def _whole_of_unknown(amounts: Sequence[Amount]) -> GroupOfMoney | None:
    """The money of a form of which one amount is the sum of all others, in several columns.

    It is the first, under an unknown label, or the last, whose label says so: 省级 100, 县级 35, 资金盘子合计 135.
    """
    if len(amounts) <= _SEVERAL:
        return None
    ordered = sorted(amounts, key=lambda amount: (amount.cell.row, amount.cell.group[1]))
    says_sum = fold_label(ordered[-1].cell.label.text).endswith(words("form_labels", "grand_total"))
    first, *others = [ordered[-1], *ordered[:-1]] if says_sum else ordered
    is_total = first.cell.kind is None and (
        says_sum or source_by_words(first.cell.label.text) in (None, LEADING_SOURCE)
    )
    is_sum = first.value > 0 and sum((own.value for own in others), Decimal(0)) == first.value
    columns = {amount.cell.group for amount in amounts}
    is_told = says_sum or not (is_twice(others) and len({own.cell.group for own in others}) == 1)
    if is_told and is_total and is_sum and len(columns) >= _SEVERAL and all(map(_is_of_source, others)):
        return GroupOfMoney(first, by_source(others), [], True, is_midterm=False)
    return None


def _are_different_parts(row: Sequence[Amount]) -> bool:
    """True for parts of 财政拨款 under labels of their own: 本级预算金额 and 上级资金, neither printed twice."""
    are_parts = all(amount.cell.kind == "source_fiscal_part" for amount in row)
    labels, values = {amount.cell.label.text for amount in row}, {amount.value for amount in row}
    return are_parts and len(labels) == len(values) == len(row)


def _is_total_with_sources(row: Sequence[Amount]) -> bool:
    is_behind = row[-1].cell.kind in TOTALS and row[0].cell.kind not in TOTALS  # 省级 210, 县级 46, 合计 256
    first, *others = [row[-1], *row[:-1]] if is_behind else row
    told = [_is_of_source(amount) for amount in others]
    is_total = all(told) if first.cell.kind is None else first.cell.kind in TOTALS and any(told)
    return is_total and read_group(row).is_proved


def _are_sources_of_one(row: Sequence[Amount], totals: Sequence[Amount]) -> bool:
    """True for amounts of sources by known labels that one total, above them in the form, is the sum of."""
    added = sum((amount.value for amount in row), Decimal(0))
    above = [total for total in totals if total.value == added and total.cell.row < row[0].cell.row]
    return len(above) == 1 and all(source_kind(amount.cell) is not None for amount in row)


def _is_of_year(total: Amount | None) -> bool:
    """True for a total that is not of the whole project."""
    is_midterm = total is None or total.cell.kind == "midterm_total" or speaks(total.cell.label.text, "cycle_word")
    return not is_midterm


def _is_of_source(amount: Amount) -> bool:
    if amount.cell.kind is None:
        return source_by_words(amount.cell.label.text) is not None
    return source_kind(amount.cell) is not None


def with_totals(groups: Sequence[GroupOfMoney]) -> list[GroupOfMoney]:
    """The groups, a total that stands alone joined with the sources elsewhere that add up to it."""
    found = list(groups)
    for sources in [group for group in groups if group.total is None and group.sources]:
        added = sum((amount.value for amount in sources.of_sources), Decimal(0))
        alone = [g for g in found if g.total is not None and not g.sources and g.total.value == added]
        alone = [g for g in alone if g.total is not None and g.total.cell.kind == "annual_total"] or alone
        if len(alone) == 1:
            found[found.index(sources)] = replace(sources, total=alone[0].total, is_proved=True)
            found.remove(alone[0])
    return _with_scattered(found)


def are_parts_of(found: GroupOfMoney, rows: Collection[int]) -> bool:
    """True for amounts 其中 beside totals of the whole project, in their ``rows``: parts of these."""
    return all(own.cell.row in rows and own.cell.label.text.lstrip().startswith("其中") for own in found.of_sources)


def beside_each_other(groups: Sequence[GroupOfMoney]) -> list[GroupOfMoney]:
    """Sources in several columns as one group, where no total is read and each source stands once."""
    sources = [source for group in groups for source in group.sources]
    if len(groups) < 2 or any(group.total is not None for group in groups) or len(set(sources)) < len(sources):
        return list(groups)
    merged = {source: own for group in groups for source, own in group.sources.items()}
    return [GroupOfMoney(None, merged, [own for group in groups for own in group.parts], False, is_midterm=False)]


def _as_one(whole: GroupOfMoney, apart: Sequence[GroupOfMoney]) -> GroupOfMoney | None:
    """The total with every amount around it, as printed, where they add up: 中央 beside the total, 省级 below it."""
    amounts = [amount for group in (whole, *apart) for amount in group.of_sources]
    amounts += [amount for group in (whole, *apart) for amount in group.parts]
    amounts.sort(key=lambda amount: (amount.cell.row, amount.cell.group[1]))
    found = read_group([*([whole.total] if whole.total is not None else []), *amounts])
    tops = found.of_sources
    is_told = len(tops) > 1 and all(_is_of_source(amount) or not amount.value for amount in tops)
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


def _with_scattered(groups: Sequence[GroupOfMoney]) -> list[GroupOfMoney]:
    """The groups, the only total joined with all sources: a form prints them in two columns, or apart from it.

    Where they do not add up the sources count as their labels say, and the total is none of them.
    """
    totals = [group for group in groups if _is_of_year(group.total)]
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
    if not is_proved and whole.sources:
        return list(groups)
    parts = [amount for group in (whole, *apart) for amount in group.parts]
    return [GroupOfMoney(whole.total, sources, parts, is_proved, is_midterm=False), *others]


def without_doubt(found: GroupOfMoney) -> GroupOfMoney:
    """A group without the sources of which nothing proves that one amount, by a word or equal, is no part of another.

    Where nothing but zeros is left beside a total, that alone says what the money is.
    """
    if found.is_proved:
        return found
    mixed = {at for at, own in found.sources.items() if len({is_assumed(one.cell) for one in own}) > 1 or is_twice(own)}
    doubtful = {own for own in mixed if not _are_of_other_levels(found.sources[own])}
    known = [amount for source, own in found.sources.items() if source not in doubtful for amount in own]
    if doubtful and found.total is not None and not any(amount.value for amount in known):
        doubtful = {*found.sources}
    left = [amount for source in doubtful for amount in found.sources[source]]
    kept = {source: own for source, own in found.sources.items() if source not in doubtful}
    return replace(found, sources=kept, parts=[*found.parts, *left])


def _are_of_other_levels(amounts: Sequence[Amount]) -> bool:
    """True for two amounts of which none is part of the other: 上级补助 and 本级财政, 中央资金 and 地方资金."""
    levels = [level.code for amount in amounts if (level := level_named(amount.cell.label.text)) is not None]
    return len(levels) == len(amounts) and {*levels} in _APART
