"""The level of government that a label of money names: 中央资金, 自治区补助, 县级配套, 上级转移支付, 本级财力.

A word of a level counts where nothing or what is said of money follows it: 省级 and 省级财政, but not 省级医院. One
of a character must also begin the label, or follow a word that may stand before it: 市级 and 其中市级, but not 城市.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ingest.source.printed import fold
from ingest.source.scripts import in_chinese
from ingest.vocabulary import vocabulary, words

SEVERAL = "several"
_LEVELS = ("central", "province", "prefecture", "county", "town", "superior", "local", SEVERAL)
OPEN_LEVELS = frozenset(("superior", "local"))
"""Levels that do not say which one they are; another one in the label tells: 中央补助地方资金, 上级（省级）补助."""


class GovernmentLevel(NamedTuple):
    """The level that a label names; ``code`` is None where it names several: 省市配套, 中央及省级."""

    code: str | None


@lru_cache(maxsize=4096)
def level_named(label: str) -> GovernmentLevel | None:
    """The level of government that a label names; None where it names none."""
    text = fold(in_chinese(label))
    if any(word in text for word in words("government_levels", "none")):
        return None
    chains = [_codes_in(found.group()) for found in _chain().finditer(text)]
    if not chains:
        return None
    named = set().union(*chains)
    told = named - OPEN_LEVELS or named
    is_one = len(told) == 1 and all(len(chain) == 1 for chain in chains)
    code = told.pop() if is_one else SEVERAL
    return GovernmentLevel(None if code == SEVERAL else code)


def is_level_alone(label: str) -> bool:
    """True for a label that is a level of government and no more: 中央, 其中：省级, 市."""
    return _alone().fullmatch(fold(in_chinese(label))) is not None


@lru_cache(maxsize=4096)
def is_money_of_level(label: str) -> bool:
    """True for a label that is a level of government and what its money is called: 本级财力安排, 市旗资金."""
    text = fold(in_chinese(label))
    return _of_money().fullmatch(text) is not None and level_named(text) is not None


@cache
def _of_money() -> re.Pattern[str]:
    level, money = _level().pattern, "|".join(words("government_levels", "of_money"))
    return re.compile(rf"(?:其中)?:?(?:{level}(?:{money}){{1,3}}数?|\w{{2,6}}(?:资金|补助|配套)):?")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"(?:其中)?:?{_level().pattern}:?")


def _codes_in(chain: str) -> set[str]:
    return {_codes()[found[1]] for found in _level().finditer(chain)}


@cache
def _codes() -> dict[str, str]:
    """The words of levels, folded, with their codes, the longest first."""
    rows = [(fold(row["word"]), row["kind"]) for row in vocabulary("government_levels") if row["kind"] in _LEVELS]
    return dict(sorted(rows, key=lambda row: -len(row[0])))


@cache
def _level() -> re.Pattern[str]:
    """A word of a level, with what makes one of it: 市, 市级, 市本级."""
    return re.compile(rf"({'|'.join(map(re.escape, _codes()))})(?:本?级)?")


@cache
def _chain() -> re.Pattern[str]:
    """Words of levels that follow each other, with what must stand around them: 中央、省、市（补助）."""
    short = "".join(word for word in _codes() if len(word) == 1)
    before = "".join(f"|(?<={re.escape(word)})" for word in words("government_levels", "before"))
    behind = "|".join(map(re.escape, words("government_levels", "behind")))
    level = _level().pattern
    return re.compile(rf"(?:(?![{short}])|^|(?<=[\W\d]){before}){level}(?:[、,/及和与或]?{level})*(?=$|\W|{behind})")
