"""Amounts of one group that a form prints apart: a total beside its sources in one row, or in another part of it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.forms.labelled.form import Group
from ingest.forms.labelled.labels import fold_label
from ingest.forms.labelled.meaning.grouped.scattered import is_of_source, with_scattered
from ingest.forms.labelled.meaning.money import (
    TOTALS,
    Amount,
    GroupOfMoney,
    by_source,
    is_twice,
    read_group,
    source_by_words,
    source_kind,
)
from ingest.grammar.funding_sources import LEADING_SOURCE
from ingest.vocabulary import words

_SEVERAL = 2


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
    if is_told and is_total and is_sum and len(columns) >= _SEVERAL and all(map(is_of_source, others)):
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
    told = [is_of_source(amount) for amount in others]
    is_total = all(told) if first.cell.kind is None else first.cell.kind in TOTALS and any(told)
    return is_total and read_group(row).is_proved


def _are_sources_of_one(row: Sequence[Amount], totals: Sequence[Amount]) -> bool:
    """True for amounts of sources by known labels that one total, above them in the form, is the sum of."""
    added = sum((amount.value for amount in row), Decimal(0))
    above = [total for total in totals if total.value == added and total.cell.row < row[0].cell.row]
    return len(above) == 1 and all(source_kind(amount.cell) is not None for amount in row)


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
    return with_scattered(found)


def beside_each_other(groups: Sequence[GroupOfMoney]) -> list[GroupOfMoney]:
    """Sources in several columns as one group, where no total is read and each source stands once."""
    sources = [source for group in groups for source in group.sources]
    if len(groups) < 2 or any(group.total is not None for group in groups) or len(set(sources)) < len(sources):
        return list(groups)
    merged = {source: own for group in groups for source, own in group.sources.items()}
    return [GroupOfMoney(None, merged, [own for group in groups for own in group.parts], False, is_midterm=False)]
