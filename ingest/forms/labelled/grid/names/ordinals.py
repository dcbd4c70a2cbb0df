"""The ordinals of a template before names, with no colon behind them: `指标1工程完工率` above `指标2`, `……`."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ingest.forms.indicators import PrintedIndicator, marked
from ingest.source.printed import Printed, fold

# 指标1工程完工率, 指标12022年培训人数; 指标体系建设数量 has none
_ORDINAL = re.compile(r"指标\s*+(?P<number>\d{1,2}?)(?=(?:20\d\d年)?+\D)\s*+(?=[^\s:：、.．])")
_WITH_COLON = re.compile(r"指标\s*+(?P<number>\d{1,2})\s*+[:：、.．]\s*+(?=\S)")  # behind a mark: ★指标1：
# 1.清淤长度, （1）清淤长度, ①清淤长度; 3.5公里 has none
_LISTED = re.compile(r"(?:[（(]?(?P<number>\d{1,2})(?:[)）]|[.．、])|(?P<ring>[①-⑳]))[.．、]?\s*+(?=[^\d\s])")
_FIRST_RING = ord("①")
_TEMPLATE = re.compile(r"指标\d{1,2}[:：、.．]?|[.…·]{2,}|…+")
_FEWEST = 2


def unnumbered(indicators: Sequence[PrintedIndicator], others: Collection[Printed]) -> list[PrintedIndicator]:
    """The indicators of a grid without marks and ordinals before their names; the ordinals are kept.

    Numbers that all names have (1., （1）, ①) and that count from 1, in all or in each level, are ordinals, too.
    ``others`` are what the form prints besides. Ordinals are told by rows of the template that nobody filled in, or by
    names that all have one; each level counts its own from 1.
    """
    indicators = [_without(marked(own), _WITH_COLON) for own in indicators]
    named = [own for own in indicators if own.name is not None]
    listed = [*_numbers(named, _LISTED)]
    if len(named) == len(listed) >= _FEWEST and (_counts(listed) or _counts([("", number) for _, number in listed])):
        return [_without(own, _LISTED) for own in indicators]
    numbers = [*_numbers(named, _ORDINAL)]
    if not numbers or not _counts(numbers):
        return indicators
    is_template = any(_TEMPLATE.fullmatch(fold(other.text)) for other in others)
    is_told = is_template or len(named) == len(numbers) >= _FEWEST
    return [_without(own, _ORDINAL) for own in indicators] if is_told else indicators


def _numbers(indicators: Sequence[PrintedIndicator], ordinal: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """The level and the ordinal of each indicator that has one; those of several levels that are blank are of one."""
    for own in indicators:
        found = ordinal.match(own.name.text) if own.name is not None else None
        if found is not None:
            levels = [fold(level.text) for level in (own.level1, own.level2) if level is not None]
            yield "/".join(levels), _number(found)


def _number(found: re.Match[str]) -> int:
    return int(found["number"]) if found["number"] else ord(found["ring"]) - _FIRST_RING + 1


def _counts(numbers: Sequence[tuple[str, int]]) -> bool:
    """True where the ordinals of every level count from 1."""
    last: dict[str, int] = {}
    for level, number in numbers:
        if number != last.get(level, 0) + 1:
            return False
        last[level] = number
    return True


def _without(own: PrintedIndicator, ordinal: re.Pattern[str]) -> PrintedIndicator:
    found = ordinal.match(own.name.text) if own.name is not None else None
    if found is None or own.name is None:
        return own
    other = own.annual_name
    behind = ordinal.match(other) if other else None
    other = other[behind.end() :] if other and behind else other
    return replace(own, name=own.name[found.end() :].strip(), annual_name=other, ordinal=_number(found))
