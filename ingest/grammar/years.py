"""Budget years: printed in a title, or inferred from the year ranges in project names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.source.printed import fold

# 2024年, （ 2020 年度）, （2025）年度, 年度：2024; neither a year of a range nor of a date (2024年1月5日).
_PRINTED = re.compile(
    r"(?<![\d\-~至到/])(20\d\d)(?:[)\]】〕](?=年度))?年度?(?!\d{1,2}月)(?![\-~至到/]+20\d\d)|年度?[:]\s*(20\d\d)(?![\d\-~至到/])"
)
# 2024-2025年, 2020年--2022年, 2023至2025年度, 2024-25年
_RANGE = re.compile(r"(?<!\d)(20\d\d)年?(?:度)?(?:[\-~/]{1,3}|至|到)(?:(20\d\d)(?!\d)|(\d\d)(?=年))")
_CENTURY = "20"
"""In every year that is read: most texts hold none."""
_LONGEST_RANGE = 10
# 二〇二四年度, 二○二四年
_IN_WORDS = re.compile(r"二[〇○零](?P<last>[〇○零一二三四五六七八九]{2})(?=\s?年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


@dataclass(frozen=True, slots=True)
class YearRange:
    """The years a project runs, with the words that say so."""

    first: int
    last: int
    printed: str


def in_digits(text: str) -> str:
    """A text with the years that it prints in words in digits, as long as before: 二〇二四年度 is 2024年度."""
    return _IN_WORDS.sub(lambda year: "20" + year["last"].translate(_DIGITS), text) if "二" in text else text


@lru_cache(maxsize=1024)
def printed_years(text: str) -> tuple[int, ...]:
    """The years printed as such (2024年, 2020年度, 二〇二四年) in ``text``, each once, in order."""
    folded = fold(in_digits(text))
    if _CENTURY not in folded:
        return ()
    return tuple(dict.fromkeys([int(found[1] or found[2]) for found in _PRINTED.finditer(folded)]))


@lru_cache(maxsize=1024)
def year_range(text: str) -> YearRange | None:
    """The first range of years in ``text`` (2024-2025年, 2020年--2022年); None where there is none.

    A range that runs backwards or over more than ten years is no range of a project.
    """
    folded = fold(text)
    if _CENTURY not in folded:
        return None
    for found in _RANGE.finditer(folded.replace("～", "~")):
        first = int(found[1])
        last = int(found[2]) if found[2] else first // 100 * 100 + int(found[3])
        if first < last <= first + _LONGEST_RANGE:
            return YearRange(first, last, found[0])
    return None


def infer_year(ranges: Sequence[YearRange]) -> int | None:
    """The one year that all ranges share, a budget being the year in which all its projects are funded.

    None where they share no year or more than one.
    """
    if not ranges:
        return None
    first, last = max(r.first for r in ranges), min(r.last for r in ranges)
    return first if first == last else None
