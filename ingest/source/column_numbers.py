"""The row that numbers the columns of a table: 1, 2, 3; ①, ②, ③; 甲, 乙, 1, 2; 栏次, A, B, C=A+B."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

_SERIES: tuple[Mapping[str, int], ...] = tuple(
    {text: number for number, text in enumerate(texts, start=1)}
    for texts in (
        [str(number) for number in range(1, 100)],
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", *(f"十{digit}" for digit in "一二三四五六七八九")],
        "甲乙丙丁戊己庚辛壬癸",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"],
    )
)
_DIGITS, _ORDINALS = _SERIES[0], frozenset().union(*_SERIES)
_FIRST = frozenset(text for series in _SERIES for text, number in series.items() if number == 1)
_HEAD = "栏次"
_SIGNS = re.compile(r"[（()）\[\]第列栏次]")
# 5=4/3, ③=②/①: a number and how its column is computed
_COMPUTED = re.compile(r"(?P<own>\w{1,4})=[\w+\-*/×÷%]+")
_FEWEST = 3
_FEWEST_DIGITS = 4
_LONGEST = 20


def numbers_columns(texts: Iterable[str]) -> bool:
    """True for the texts of a row that are ordinals, one behind the other, from the first of their kind on.

    One kind may follow another: 甲, 乙, 1, 2. Digits alone count columns from four of them on: three may be amounts.
    """
    own = [*texts]
    if len(own) < _FEWEST or not _may_begin(own[0]) or any(len(text) > _LONGEST for text in own):
        return False
    if _bare(own[-1]) not in _ORDINALS:
        return False
    ordinals = [text for text in own if "".join(text.split()) != _HEAD]
    if len(ordinals) < _FEWEST:
        return False
    bare = tuple(map(_bare, ordinals))
    first = _run(bare)
    rest = bare[first:]
    is_counted = first == len(bare) or (bool(rest) and first > 0 and _run(rest) == len(rest))
    is_alone = len(ordinals) == len(own) and all(text in _DIGITS for text in bare)
    return is_counted and not (is_alone and len(bare) < _FEWEST_DIGITS)


@lru_cache(maxsize=16384)
def _may_begin(text: str) -> bool:
    """True for the first ordinal of a kind, and for what stands before it."""
    return len(text) <= _LONGEST and (_bare(text) in _FIRST or "".join(text.split()) == _HEAD)


@lru_cache(maxsize=1024)
def _bare(text: str) -> str:
    """An ordinal without its signs, half-width: ① is 1, （3） is 3, 5=4/3 is 5."""
    bare = _SIGNS.sub("", "".join(unicodedata.normalize("NFKC", text).split())).upper()
    computed = _COMPUTED.fullmatch(bare)
    return computed["own"] if computed else bare


def _run(ordinals: tuple[str, ...]) -> int:
    """How many first texts are the first ones of one kind of ordinals."""
    lengths = [0]
    for series in _SERIES:
        found = next((at for at, text in enumerate(ordinals) if series.get(text) != at + 1), len(ordinals))
        lengths.append(found)
    return max(lengths)
