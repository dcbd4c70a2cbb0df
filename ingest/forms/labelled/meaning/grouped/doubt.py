"""Sources that may be parts of others, of a group of amounts that does not add up: they are left, not added."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.forms.labelled.meaning.money import Amount, GroupOfMoney, is_assumed, is_twice
from ingest.grammar.government_levels import level_named

_APART: Sequence[set[str | None]] = ({"superior", "local"}, {"central", "local"})
"""Levels of government of which none is part of another."""


def without_doubt(found: GroupOfMoney) -> GroupOfMoney:
    """A group without the sources of which nothing proves that one amount, by a word or equal, is no part of another.

    Where nothing but zeros is left beside a total, that alone says what the money is.
    """
    if found.is_proved:
        return found
    mixed = {at for at, own in found.sources.items() if len({is_assumed(one.cell) for one in own}) > 1 or is_twice(own)}
    doubtful = {own for own in mixed if not _are_of_other_levels(found.sources[own])}
    found = _by_known_words(found, doubtful)
    doubtful = {own for own in doubtful if found.total is None or len(found.sources[own]) > 1}
    known = [amount for source, own in found.sources.items() if source not in doubtful for amount in own]
    if doubtful and found.total is not None and not any(amount.value for amount in known):
        doubtful = {*found.sources}
    left = [amount for source in doubtful for amount in found.sources[source]]
    kept = {source: own for source, own in found.sources.items() if source not in doubtful}
    return replace(found, sources=kept, parts=[*found.parts, *left])


def _by_known_words(found: GroupOfMoney, doubtful: Collection[str]) -> GroupOfMoney:
    """A total with 其中：财政资金 alone, though an unknown label may say the whole once more, as of the same source."""
    known = {source: [own for own in found.sources[source] if not is_assumed(own.cell)] for source in doubtful}
    known = {source: own for source, own in known.items() if len(own) == 1 and _is_called_of(own[0], found.total)}
    others = {source: [own for own in found.sources[source] if own not in known[source]] for source in known}
    known = {source: own for source, own in known.items() if all(_is_whole(one, found.total) for one in others[source])}
    left = [own for source in known for own in others[source]]
    return replace(found, sources=found.sources | known, parts=[*found.parts, *left])


def _is_called_of(own: Amount, total: Amount | None) -> bool:
    is_called = own.cell.kind == "source_fiscal" and own.cell.label.text.lstrip().startswith("其中")
    return is_called and total is not None and own.value <= total.value


def _is_whole(own: Amount, total: Amount | None) -> bool:
    return total is not None and own.value == total.value


def _are_of_other_levels(amounts: Sequence[Amount]) -> bool:
    """True for two amounts of which none is part of the other: 上级补助 and 本级财政, 中央资金 and 地方资金."""
    levels = [level.code for amount in amounts if (level := level_named(amount.cell.label.text)) is not None]
    return len(levels) == len(amounts) and {*levels} in _APART
