"""Dates, times and durations in the parts of a section: `yyyy"年"m"月"`, `h:mm AM/PM`, `[h]:mm`."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from ingest.readers.sheets.number_format.numerals import in_numerals, read_out
from ingest.readers.sheets.number_format.sections import Kind, Section, Token

NO_DATE = "########"
"""What a spreadsheet shows for a number that its format calls a date and that is none."""

_END = 2_958_466  # the first day of the year 10000
_LEAP_DAY = 60  # 1900-02-29, which a spreadsheet counts although it never was
_SECONDS = 86400
_DAYS_TO_1904 = 1462
_CHINESE = ("804", "zh", "404", "c04", "1004")
_ENGLISH = ("", "409", "809", "en")
_MONTHS = "January February March April May June July August September October November December"
_WEEKDAYS = "Saturday Sunday Monday Tuesday Wednesday Thursday Friday"
_HALVES = "上午/下午"
_IN_CHINESE = "六日一二三四五"
_MONTHS_IN_CHINESE = "一 二 三 四 五 六 七 八 九 十 十一 十二"


class _Moment(NamedTuple):
    year: int
    month: int
    day: int
    weekday: int
    seconds: int
    fraction: str
    elapsed: int


def is_moment(section: Section) -> bool:
    """True for a section that shows a date, a time or a duration."""
    return section.is_special and section.has(Kind.DATE, Kind.ELAPSED, Kind.HALF_DAY)


def moment(serial: Decimal, section: Section, is_1904: bool) -> str | None:
    """A number of days as a section shows it; None where the section is not understood."""
    tokens = list(_with_fractions(section.tokens))
    if any(token.kind in _NOT_OF_A_MOMENT for token in tokens):
        return None
    language = section.language.lstrip("0").split("-")[0]
    names = [token for token in tokens if token.kind is Kind.DATE and _is_name(token.text)]
    if any(token.text[0] in "gb" for token in tokens if token.kind is Kind.DATE):
        return None
    if names and language not in (*_CHINESE, *_ENGLISH):
        return None
    days = serial + (_DAYS_TO_1904 if is_1904 and not section.has(Kind.ELAPSED) else 0)
    if not 0 <= days < _END:
        return NO_DATE
    try:
        seen = _moment(days, tokens)
    except OverflowError:  # less than a second before the year 10000
        return NO_DATE
    return "".join(_pieces(seen, tokens, section.numerals, language in _CHINESE))


_NOT_OF_A_MOMENT = (Kind.UNKNOWN, Kind.DIGIT, Kind.PERCENT, Kind.EXPONENT, Kind.GENERAL, Kind.TEXT)
_FRACTION = "fraction of a second"


def _with_fractions(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, `.000` behind seconds as one part."""
    index = 0
    while index < len(tokens):
        end = index + 1
        if tokens[index].kind is Kind.POINT:
            while end < len(tokens) and tokens[end] == _ZERO:
                end += 1
        is_fraction = end > index + 1
        yield Token(Kind.LITERAL, _FRACTION + "0" * (end - index - 1)) if is_fraction else tokens[index]
        index = end


_ZERO = Token(Kind.DIGIT, "0")


def _is_name(part: str) -> bool:
    return part[0] in "ae" or (part[0] in "md" and len(part) > 2)


def _moment(serial: Decimal, tokens: Sequence[Token]) -> _Moment:
    digits = max((len(t.text) - len(_FRACTION) for t in tokens if t.text.startswith(_FRACTION)), default=0)
    rounded = (serial * _SECONDS).quantize(Decimal(1).scaleb(-min(digits, 3)), ROUND_HALF_UP)
    whole = int(rounded)
    days, seconds = divmod(whole, _SECONDS)
    if days in (0, _LEAP_DAY):
        year, month, day = (1900, 1, 0) if days == 0 else (1900, 2, 29)
    else:
        found = date(1899, 12, 31) + timedelta(days - (days > _LEAP_DAY))
        year, month, day = found.year, found.month, found.day
    fraction = f"{rounded - whole:f}".partition(".")[2].ljust(digits, "0")
    return _Moment(year, month, day, days % 7, seconds, fraction, whole)


def _pieces(seen: _Moment, tokens: Sequence[Token], numerals: int, is_chinese: bool) -> Iterator[str]:
    is_halved = any(token.kind is Kind.HALF_DAY for token in tokens)
    parts = [token.text for token in tokens if token.kind in (Kind.DATE, Kind.ELAPSED)]
    before = 0
    for token in tokens:
        if token.kind in (Kind.DATE, Kind.ELAPSED):
            is_minute = token.text in ("m", "mm") and (
                (before > 0 and parts[before - 1][0] == "h") or parts[before + 1 : before + 2] in (["s"], ["ss"])
            )
            before += 1
        if token.kind is Kind.ELAPSED:
            yield in_numerals(_elapsed(seen, token.text), numerals)
        elif token.kind is Kind.HALF_DAY:
            text = _HALVES if is_chinese and token.text.upper() == "AM/PM" else token.text
            first, _, second = text.partition("/")
            yield second if seen.seconds >= _SECONDS // 2 else first
        elif token.kind is Kind.DATE and _is_name(token.text):
            yield _named(seen, token.text, is_chinese)
        elif token.kind is Kind.DATE:
            yield _numbered(seen, token.text, is_minute, is_halved, numerals)
        else:
            is_fraction = token.text.startswith(_FRACTION)
            yield "." + seen.fraction[: len(token.text) - len(_FRACTION)] if is_fraction else token.text


def _elapsed(seen: _Moment, part: str) -> str:
    return str(seen.elapsed // {"h": 3600, "m": 60, "s": 1}[part[0]]).zfill(len(part))


def _named(seen: _Moment, part: str, is_chinese: bool) -> str:
    """`e`, a month or a day of the week by its name."""
    if part[0] == "e":
        return str(seen.year)
    if part[0] == "m":
        if is_chinese:
            return f"{seen.month}月" if len(part) == 3 else _MONTHS_IN_CHINESE.split()[seen.month - 1] + "月"
        name = _MONTHS.split()[seen.month - 1]
        return {3: name[:3], 5: name[0]}.get(len(part), name)
    if part[0] == "a" or is_chinese:
        lead = {"aaa": "", "ddd": "周"}.get(part, "星期")
        return lead + _IN_CHINESE[seen.weekday]
    name = _WEEKDAYS.split()[seen.weekday]
    return name[:3] if len(part) == 3 else name


def _numbered(seen: _Moment, part: str, is_minute: bool, is_halved: bool, numerals: int) -> str:
    hours, minutes = seen.seconds // 3600, seen.seconds // 60 % 60
    if part[0] == "y":
        year = f"{seen.year % 100:02d}" if len(part) <= 2 else str(seen.year)
        return in_numerals(year, numerals)
    value = {
        "m": minutes if is_minute else seen.month,
        "d": seen.day,
        "h": (hours % 12 or 12) if is_halved else hours,
        "s": seen.seconds % 60,
    }[part[0]]
    if not numerals:
        return str(value).zfill(min(len(part), 2))
    spoken = read_out(str(value), numerals)
    tens = {1: "一十", 2: "壹拾", 3: "１十"}[numerals]
    return spoken[1:] if spoken.startswith(tens) and numerals != 2 else spoken
