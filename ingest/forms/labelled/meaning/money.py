"""The money of a form, proved by its sums: which amount is the total, which are its parts, which are parts of parts.

A form prints amounts in groups, a total and what it consists of: below each other, beside each other, the whole project
at the left and the year at the right. Of all ways to read a group the one that adds up is taken, with the fewest parts
of parts; where none does, the words decide and the amounts stay unproved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from ingest.forms.labelled.form import MoneyCell
from ingest.forms.labelled.labels import find_label, speaks
from ingest.forms.labelled.meaning.blocks_of_money import ends_of_parts, tops_of
from ingest.grammar.amounts import amount_and_notes, read_wan
from ingest.grammar.funding_sources import FUNDING_SOURCES, LEADING_SOURCE, source_of_kind
from ingest.grammar.government_levels import level_named
from ingest.grammar.places import is_region

TOTALS = ("annual_total", "midterm_total")
_FEWEST_PARTS = 2
_OF_WHICH = "其中"
_WHOLE, _PART = "source_fiscal", "source_fiscal_part"


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that was read: its cell, and its value in 万元."""

    cell: MoneyCell
    value: Decimal


@dataclass(frozen=True, slots=True)
class GroupOfMoney:
    """A group of amounts: its total where one is printed, the amounts by source, and parts of these.

    ``is_proved`` where the sources add up to the total.
    """

    total: Amount | None
    sources: dict[str, list[Amount]]
    parts: list[Amount]
    is_proved: bool
    is_midterm: bool

    @property
    def of_sources(self) -> list[Amount]:
        """The amounts by source, one after the other."""
        return [amount for amounts in self.sources.values() for amount in amounts]


def read_cell(cell: MoneyCell) -> Decimal | None:
    """The value of a cell in 万元; None for a blank and for what is no amount."""
    noted = amount_and_notes(cell.printed.text)
    return read_wan(noted.amount, cell.unit) if noted is not None else None


def read_group(amounts: Sequence[Amount]) -> GroupOfMoney:
    """One group: the reading that adds up, else the one of the words; an amount alone is a total unless of a source.

    What 其中 calls a part of the source before it is one where the others add up without it.
    """
    called = [amount for before, amount in pairwise(amounts) if _is_called_part(amount, before)]
    found = read_group([amount for amount in amounts if amount not in called]) if called else None
    if found is not None and found.is_proved and (len(found.sources) >= _FEWEST_PARTS or _has_named_total(found)):
        return replace(found, parts=[*found.parts, *called])
    if len(amounts) == 1 and source_kind(amounts[0].cell) is None:
        return GroupOfMoney(amounts[0], {}, [], False, False)
    for place in _places_of_total(amounts):
        total, others = amounts[place], [*amounts[:place], *amounts[place + 1 :]]
        tops = tops_of(tuple(amount.value for amount in others), total.value) if others else None
        if tops is not None and len(tops) < _FEWEST_PARTS and _may_be_source(total, place):
            continue
        if tops is not None and not any(_is_other_total(amount.cell, total.cell) for amount in others):
            if all(amount.cell.label is total.cell.label for amount in others) or _are_of_regions(others):
                return GroupOfMoney(total, {}, others, True, False)  # what it is spent on: no label names a source
            tops = _opened(tops, others)
            inner = [amount for index, amount in enumerate(others) if index not in tops]
            return GroupOfMoney(total, by_source([others[index] for index in tops]), inner, True, False)
    return _read_by_words(amounts)


def _has_named_total(group: GroupOfMoney) -> bool:
    """True for a total and a source alone, which are equal: what is called a part cannot be beside it."""
    return not group.parts and group.total is not None and group.total.cell.kind in TOTALS


def _is_called_part(amount: Amount, before: Amount) -> bool:
    """True for 其中：省级补助 behind 财政拨款, no more than that."""
    is_called = amount.cell.label.text.strip().startswith(_OF_WHICH)
    return is_called and source_kind(before.cell) is not None and amount.value <= before.value


def _is_part_of_same(amount: Amount, before: Amount) -> bool:
    """True for 其中：财政拨款 behind 财政预算资金, which holds it: both are of one source, and are never added up."""
    return _is_called_part(amount, before) and source_of(amount.cell) == source_of(before.cell)


def _are_of_regions(amounts: Sequence[Amount]) -> bool:
    """True for what several regions get of a total: 遵义市 4200, 毕节市 3100."""
    texts = [amount.cell.label.text for amount in amounts if amount.cell.kind is None]
    are_all = len(texts) == len(amounts) >= _FEWEST_PARTS and all(map(is_region, texts))
    return are_all and not any(map(level_named, texts))


def _may_be_source(total: Amount, place: int) -> bool:
    """True for an amount that is as large as another one by chance: a source beside it, and no total."""
    text = total.cell.label.text
    by_words = source_by_words(text) not in (None, LEADING_SOURCE) or "财政" in text  # 预算 is said of totals, too
    return total.cell.kind not in TOTALS and (source_kind(total.cell) is not None or by_words or place > 0)


def _is_other_total(cell: MoneyCell, total: MoneyCell) -> bool:
    """True for the money of the year beside that of the whole project: neither is a source of the other."""
    return {cell.kind, total.kind} == set(TOTALS)


def _read_by_words(amounts: Sequence[Amount]) -> GroupOfMoney:
    """A group that does not add up: without proof an amount under an unknown label is neither total nor source, unless
    its words name one; and what 其他资金 is stays open where such an amount may be part of it.
    """
    named = next((amount for amount in amounts if amount.cell.kind in TOTALS), None)
    others = [amount for amount in amounts if amount is not named]
    inner = _nested(others)
    inner += [a for before, a in pairwise(others) if a not in inner and _is_part_of_same(a, before)]
    others = [a for a in others if a not in inner]
    left = [
        a for a in others if a.cell.kind is None and (source_by_words(a.cell.label.text) is None or _exceeds(a, named))
    ]
    has_whole = any(map(_is_whole_of_levels, others))
    inner += [a for a in others if a.cell.kind in TOTALS or (has_whole and _may_be_part(a))]
    sources = by_source([a for a in others if a not in inner and a not in left])
    if any(amount.cell.is_certain for amount in left):
        left += sources.pop(FUNDING_SOURCES[-1], [])
    return GroupOfMoney(named, sources, [*inner, *left], False, False)


def _exceeds(amount: Amount, total: Amount | None) -> bool:
    """True for more than the total, which no source of it is: a code (2130504), the money of several years."""
    return total is not None and amount.value > total.value


def _nested(amounts: Sequence[Amount]) -> list[Amount]:
    """Amounts that the one before them consists of, each of no source of its own: 财政资金 70, 中央 45, 省级 25."""
    found: list[Amount] = []
    values = tuple(amount.value for amount in amounts)
    start = 0
    while start < len(amounts):
        stops = [stop for stop in ends_of_parts(values, start) if _are_parts(amounts[start + 1 : stop], amounts[start])]
        found += amounts[start + 1 : max(stops)]
        start = max(stops)
    return found


def _are_parts(amounts: Sequence[Amount], whole: Amount) -> bool:
    """True for amounts that may be parts of another one; a single equal amount only where its label says so."""
    kinds = [source_kind(amount.cell) for amount in amounts]
    of_level = _is_whole_of_levels(whole)
    are_parts = all(
        kind in (None, _PART) or (of_level and _may_be_part(a)) for kind, a in zip(kinds, amounts, strict=True)
    )
    return are_parts and kinds != [None]


def _is_whole_of_levels(amount: Amount) -> bool:
    """True for 财政拨款, of which 上级资金 and 本级财政 may be parts: its label names no level of government."""
    return amount.cell.kind == _WHOLE and level_named(amount.cell.label.text) is None


def _may_be_part(amount: Amount) -> bool:
    """True for an amount that is part of 财政拨款 where that is printed: by its kind, or of a level of government."""
    return amount.cell.kind == _PART or (amount.cell.kind == _WHOLE and level_named(amount.cell.label.text) is not None)


def _places_of_total(amounts: Sequence[Amount]) -> Iterator[int]:
    """Where the total of a group may stand: where a label says so, then first, then last."""
    named = [index for index, amount in enumerate(amounts) if amount.cell.kind in TOTALS]
    yield from named
    if not named:
        ends = dict.fromkeys((0, len(amounts) - 1))
        unknown = [index for index in ends if source_kind(amounts[index].cell) is None]
        yield from unknown or ends


def _opened(tops: tuple[int, ...], amounts: Sequence[Amount]) -> tuple[int, ...]:
    """The amounts of a total; parts of known sources stand for one of none that they make up: 本年收入小计."""
    found: list[int] = []
    for place, stop in zip(tops, (*tops[1:], len(amounts)), strict=True):
        parts = range(place + 1, stop)
        is_sum = sum((amounts[at].value for at in parts), Decimal(0)) == amounts[place].value
        is_told = is_sum and len(parts) >= _FEWEST_PARTS and all(_names_source(amounts[at]) for at in parts)
        found += [*parts] if is_told and not _names_source(amounts[place]) else [place]
    return tuple(found)


def _names_source(amount: Amount) -> bool:
    return source_kind(amount.cell) is not None or source_by_words(amount.cell.label.text) is not None


def by_source(amounts: Sequence[Amount]) -> dict[str, list[Amount]]:
    """Amounts by their source, in the order of the sources."""
    found: dict[str, list[Amount]] = {}
    for amount in amounts:
        found.setdefault(source_of(amount.cell), []).append(amount)
    return {source: found[source] for source in FUNDING_SOURCES if source in found}


def source_kind(cell: MoneyCell) -> str | None:
    """The kind of an amount of a source; None for a total and for an unknown label."""
    return cell.kind if cell.kind is not None and cell.kind.startswith("source_") else None


def source_of(cell: MoneyCell) -> str:
    """The source of an amount: by its kind, else by the words of its label."""
    kind = cell.kind or ""
    known = LEADING_SOURCE if kind == _PART or kind in TOTALS else source_of_kind(kind)
    if known is not None:
        return known
    return source_by_words(cell.label.text) or FUNDING_SOURCES[-1]


def is_assumed(cell: MoneyCell) -> bool:
    """True for an amount whose source the vocabulary does not tell: at best a word of its label does."""
    return cell.kind is None


def source_by_words(text: str) -> str | None:
    """The source that the words of an unknown label speak of; None where they speak of none."""
    named = (FUNDING_SOURCES[1], FUNDING_SOURCES[-1], LEADING_SOURCE)
    if speaks(text, "outside_word") or is_of_several_sources(text):
        return FUNDING_SOURCES[-1]
    found = next((name for name in named if speaks(text, f"{name}_word")), None)
    return LEADING_SOURCE if found is None and level_named(text) is not None else found


def is_of_several_sources(text: str) -> bool:
    """True for a label of several sources, 财政拨款 none of them: 财政专户/单位资金."""
    labels = [find_label(word) for word in text.split("/")] if "/" in text else []
    known = {source_of_kind(kind) for own in labels if own is not None for kind in own.kinds} - {None, LEADING_SOURCE}
    return None not in labels and len(known) > 1 and len(known) == len(labels)


def is_twice(amounts: Sequence[Amount]) -> bool:
    """True for two equal amounts: one may be the other's part, and their sum no amount of anything."""
    return len(amounts) == 2 and amounts[0].value == amounts[1].value != 0
