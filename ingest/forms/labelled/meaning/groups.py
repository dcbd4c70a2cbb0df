"""The money of a whole form: its groups of amounts, and which of them is of the year, which of the whole project."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from ingest.forms.labelled.form import Group
from ingest.forms.labelled.labels import fold_label, speaks
from ingest.forms.labelled.meaning.grouped.doubt import without_doubt
from ingest.forms.labelled.meaning.grouped.regroup import (
    across,
    beside_each_other,
    of_whole_form,
    with_totals,
)
from ingest.forms.labelled.meaning.grouped.scattered import are_parts_of
from ingest.forms.labelled.meaning.money import (
    TOTALS,
    Amount,
    GroupOfMoney,
    is_assumed,
    read_group,
    source_by_words,
    source_kind,
)

_FEWEST_REGIONS = 3
_MOST_DOUBTFUL = 4


def groups(amounts: Sequence[Amount]) -> list[GroupOfMoney]:
    """The groups of a form's money, those of the whole project (中期) told from those of the year."""
    by_group: dict[Group, list[Amount]] = {}
    for amount in amounts:
        by_group.setdefault(amount.cell.group, []).append(amount)
    if (scattered := of_whole_form(amounts)) is not None:
        return scattered
    across(by_group)
    found = [own for group in by_group.values() for own in _read_stacked(group)]
    read = [*map(without_doubt, beside_each_other(with_totals(found)))]
    midterm = _midterm(read)
    return [
        GroupOfMoney(found.total, found.sources, found.parts, found.is_proved, index in midterm)
        for index, found in enumerate(read)
    ]


def annual_of(found: Sequence[GroupOfMoney]) -> GroupOfMoney | None:
    """The group of the year: the only one, else the one named so, or that of all regions; None where several may be."""
    whole = {group.total.cell.row for group in found if group.is_midterm and group.total is not None}
    years = [group for group in found if not group.is_midterm and (group.total is not None or group.sources)]
    years = [group for group in years if not _is_more_than_whole(group, found)]
    years = [group for group in years if group.total is not None or not are_parts_of(group, whole)]
    years = _without_details(years)
    years = [group for group in years if _is_of_year(group)] or years
    years = _confirmed(years) or years
    amounts = {
        group.total.value if group.total is not None else _of_source_given_twice(group, years) for group in years
    }
    years.sort(key=lambda group: (not group.is_proved, not group.of_sources))  # of equal ones that with sources
    if len(years) == 1 and _may_be_whole(years[0], found):
        return None
    return years[0] if years and len(amounts) == 1 else _of_all_regions(years)


def _may_be_whole(own: GroupOfMoney, found: Sequence[GroupOfMoney]) -> bool:
    """True for a total that no word calls the year's, where less is printed beside it, of the same sources or of none.

    总投资 over two years stands so beside 申请额 of this one.
    """
    total = own.total
    if total is None or not own.is_proved or _is_of_year(own):
        return False
    labels = {fold_label(amount.cell.label.text) for amount in own.of_sources}
    others = [group for group in found if group is not own and not group.is_midterm]
    beside = [amount for group in others for amount in (*group.of_sources, *group.parts)]
    beside += [group.total for group in others if group.total is not None]
    again = {fold_label(amount.cell.label.text) for amount in beside} & labels
    less = [amount for amount in beside if amount.cell.kind is None and amount.cell.row == total.cell.row]
    less = [one for one in less if 0 < one.value < total.value and source_by_words(one.cell.label.text) is None]
    return bool(less) or len(again) == len(labels) > 0


def _without_details(years: Sequence[GroupOfMoney]) -> list[GroupOfMoney]:
    """The groups without the rows of a table of what the money is spent on, where named sources prove another total."""
    is_proved = any(own.total is not None and own.is_proved and _names_sources(own) for own in years)
    labels = [None if own.sources or own.total is None else own.total.cell.label.at for own in years]
    return [own for own, at in zip(years, labels, strict=True) if not (is_proved and at and labels.count(at) > 1)]


def _confirmed(years: Sequence[GroupOfMoney]) -> list[GroupOfMoney]:
    """Of totals that differ those that sources prove and a word of the year names (当年预算), where both are the same.

    The others are of what the money is spent on: 合计 of 支出明细, which no source makes up.
    """
    proved = [own for own in years if own.total is not None and own.is_proved and _names_sources(own)]
    found = [*proved, *(own for own in years if own not in proved and _names_year(own))]
    values = {own.total.value for own in found if own.total is not None}
    is_one = len(values) == 1 and 0 < len(proved) < len(found)
    return found if is_one and not any(_names_sources(own) for own in years if own not in found) else []


def _names_sources(found: GroupOfMoney) -> bool:
    """True where a label of the vocabulary, or a word of one, says of what source an amount is."""
    cells = [amount.cell for amount in found.of_sources]
    return any(not is_assumed(cell) or source_by_words(cell.label.text) is not None for cell in cells)


def _of_source_given_twice(found: GroupOfMoney, others: Sequence[GroupOfMoney]) -> Decimal | None:
    """An amount of a group without a total, of a source to which another such group gives another; None for none."""
    for source, amounts in found.sources.items():
        own = sum((amount.value for amount in amounts), Decimal(0))
        for other in others:
            again = other.sources.get(source, []) if other.total is None else []
            if again and sum((amount.value for amount in again), Decimal(0)) != own:
                return own
    return None


def _is_more_than_whole(found: GroupOfMoney, others: Collection[GroupOfMoney]) -> bool:
    """True for amounts of which one under an unknown label is more than the whole project: a code 2130504."""
    wholes = [group.total.value for group in others if group.is_midterm and group.total is not None]
    totals = [found.total] if found.total is not None else []
    own = [*totals, *found.of_sources]
    return any(is_assumed(amount.cell) and amount.value > value for amount in own for value in wholes)


def _of_all_regions(found: Sequence[GroupOfMoney]) -> GroupOfMoney | None:
    """The group whose total is the sum of all others' under the same label: 全省合计 beside its regions."""
    totals = [group.total for group in found if group.total is not None]
    labels = {fold_label(total.cell.label.text) for total in totals}
    if len(totals) < max(_FEWEST_REGIONS, len(found)) or len(labels) > 1:
        return None
    values = [total.value for total in totals]
    whole = [group for group, value in zip(found, values, strict=True) if value and 2 * value == sum(values)]
    return whole[0] if len(whole) == 1 else None


def _is_of_year(found: GroupOfMoney) -> bool:
    return found.total is not None and (found.total.cell.kind == "annual_total" or _names_year(found))


def _midterm(read: Sequence[GroupOfMoney]) -> set[int]:
    """Which groups are of the whole project: those whose total says so, where another group is of the year.

    A form with one group prints the money of its year, whatever it is called, unless the label names a cycle.
    """
    kinds = [found.total.cell.kind if found.total else None for found in read]
    named = [_names_cycle(found) for found in read]
    if len(read) < 2:
        return {0} if any(named) or any(map(_holds_year, read)) else set()
    said = {index for index, kind in enumerate(kinds) if kind == "midterm_total" or named[index]}
    said = said or {index for index, found in enumerate(read) if _is_whole_beside_year(found, read)}
    if len(said) == len(read):
        if len({id(found.total.cell.label) for found in read if found.total}) == 1:
            return said  # in one row of the cycle: the total and its source
        later = {index for index, found in enumerate(read) if _names_year(found)}
        return said - later if later and later != said else said - {max(said)}
    return said


def _holds_year(found: GroupOfMoney) -> bool:
    """True for the money of the whole project, in one group with that of the year."""
    parts = [amount for amount in found.parts if amount.cell.kind == "annual_total"]
    return found.total is not None and found.total.cell.kind == "midterm_total" and bool(parts)


def _is_whole_beside_year(found: GroupOfMoney, read: Sequence[GroupOfMoney]) -> bool:
    """True for a total whose label another one has with a word of the year before it: 资金总额, 当年资金总额."""
    totals = [fold_label(group.total.cell.label.text) for group in read if group.total is not None]
    if found.total is None or _names_year(found):
        return False
    own = fold_label(found.total.cell.label.text)
    return any(other != own and other.endswith(own) and speaks(other[: -len(own)], "year_word") for other in totals)


def _names_cycle(found: GroupOfMoney) -> bool:
    return found.total is not None and speaks(found.total.cell.label.text, "cycle_word")


def _names_year(found: GroupOfMoney) -> bool:
    return found.total is not None and speaks(found.total.cell.label.text, "year_word")


def _with_sources(amounts: Sequence[Amount]) -> tuple[int, int]:
    """The amounts from the one right above all sources of a column to the last of these; those above are of others."""
    sources = [index for index, amount in enumerate(amounts) if source_kind(amount.cell) is not None]
    return (sources[0] - 1, sources[-1] + 1) if sources else (0, 0)


def _read_stacked(amounts: Sequence[Amount]) -> list[GroupOfMoney]:
    """A column of amounts as one group, or as several below each other that each begin with a total."""
    whole = _read_certain(amounts)
    starts = [index for index, amount in enumerate(amounts) if amount.cell.kind in TOTALS]
    if whole.is_proved:
        return [whole]
    low, high = _with_sources(amounts)
    if 0 < low < high and (own := _read_certain(amounts[low:high])).is_proved and own.total is amounts[low]:
        around = [part for part in (amounts[:low], amounts[high:]) if part]
        return [own, *(found for part in around for found in _read_stacked(part))]
    if len(starts) < 2 or starts[0] != 0:
        return [whole]
    return [_read_certain(amounts[start:stop]) for start, stop in zip(starts, [*starts[1:], len(amounts)], strict=True)]


def _read_certain(amounts: Sequence[Amount]) -> GroupOfMoney:
    """One group: all its amounts where they add up, else as many of the uncertain ones as do; the others are parts."""
    certain = [amount for amount in amounts if amount.cell.is_certain]
    if len(certain) == len(amounts):
        return read_group(amounts)
    doubtful = [amount for amount in amounts if not amount.cell.is_certain]
    for count in range(min(len(doubtful), _MOST_DOUBTFUL), 0, -1):
        for chosen in combinations(doubtful, count):
            found = read_group([amount for amount in amounts if amount in certain or amount in chosen])
            if found.is_proved:
                return _without(found, [amount for amount in doubtful if amount not in chosen])
    return _without(read_group(certain) if certain else GroupOfMoney(None, {}, [], False, False), doubtful)


def _without(found: GroupOfMoney, left: Sequence[Amount]) -> GroupOfMoney:
    """A group beside amounts that are no part of it: 债券资金 alone, of levels that add up, may be one of several."""
    found = replace(found, parts=[*found.parts, *left])
    sources = [source for source, own in found.sources.items() if any(amount.value for amount in own)]
    is_named = found.total is None or found.total.cell.kind in TOTALS
    is_open = not is_named and len(sources) == 1 and any(amount.value for amount in left)
    return replace(found, total=None, is_proved=False) if is_open else found


def is_of_whole_project(annual: GroupOfMoney, total: Amount) -> bool:
    """True for a total of the whole project, of which the sources of the year are less.

    A total that they exceed is theirs, however it is called, and contradicts them.
    """
    parts = sum((amount.value for amount in annual.of_sources), Decimal(0))
    is_named = total.cell.kind == "midterm_total" or speaks(total.cell.label.text, "cycle_word")
    if total.cell.kind is None and not _names_year(annual):  # 本年度资金 of it is less
        is_named |= any(speaks(own.cell.label.text, "year_word") for own in annual.of_sources)
    return is_named and not annual.is_proved and parts < total.value


def agree(annual: GroupOfMoney, midterm: GroupOfMoney) -> bool:
    """True where both groups print nothing but the same total: one proves the other."""
    return (
        annual.total is not None
        and midterm.total is not None
        and not annual.sources
        and not midterm.sources
        and annual.total.value == midterm.total.value
    )
