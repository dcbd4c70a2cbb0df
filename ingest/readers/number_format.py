"""Cells of a spreadsheet as a person sees them: numbers and dates by their number format."""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

# What Excel shows in Chinese where a file names a built-in format by its number only.
BUILT_IN = {
    14: "yyyy/m/d",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    29: 'm"月"d"日"',
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"',
    50: 'yyyy"年"m"月"',
    51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: 'm"月"d"日"',
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
"""Formats 27 to 58 are the language's own."""

GENERAL = "General"
NO_DATE = "########"
"""What Excel shows for a number that its format calls a date and that is none."""

_FIRST_YEAR = 1900
_SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])+|(?<=;)(?=;|$)|^(?=;)')
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|(?P<skip>_.|\*.|\[[^\[\]]*\])'
    r"|(?P<digits>[#0?][#0?,]*(?:\.[#0?]*)?|\.[#0?]+)|(?P<percent>%)|(?P<other>.)",
    re.DOTALL,
)
_DATE_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<skip>_.|\*.|\[[^\[\]]*\])|(?P<part>y+|m+|d+|h+|s+)|(?P<other>.)',
    re.IGNORECASE | re.DOTALL,
)
_PARTS = {"yy": "{:02d}", "mm": "{:02d}", "dd": "{:02d}", "hh": "{:02d}", "ss": "{:02d}"}

Value = str | bool | int | float | date | datetime | time | timedelta | None


def shown(value: Value, number_format: str) -> str:
    """What a cell shows. Floating point noise beyond 15 digits is dropped; no number is shown with an exponent.

    A format beyond fixed decimals, grouping, percent, scaling, texts around and dates is taken as ``General``.
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, date) and value.year < _FIRST_YEAR:
        return NO_DATE
    if isinstance(value, date | time):
        return _moment(value, number_format)
    number = Decimal(f"{value:.15g}")
    return _number(number, number_format) if number.is_finite() else str(value)


def _general(number: Decimal) -> str:
    printed = f"{number:f}"
    return printed.rstrip("0").rstrip(".") if "." in printed else printed


def _number(number: Decimal, number_format: str) -> str:
    sections = _SECTION.findall(number_format)
    index = 1 if number < 0 and len(sections) > 1 else 2 if number == 0 and len(sections) > 2 else 0
    section = sections[index] if sections else GENERAL
    tokens = list(_TOKEN.finditer(section))
    digits = [token["digits"] for token in tokens if token["digits"]]
    if GENERAL.lower() in section.lower() or len(digits) > 1 or re.search(r"[eE][+-]", section):
        return _general(number)
    percents = sum(token["percent"] is not None for token in tokens)
    pieces = [
        _digits(abs(number) if index == 1 else number, token["digits"], percents)
        if token["digits"]
        else token["quoted"] or token["escaped"] or token["percent"] or token["other"] or ""
        for token in tokens
    ]
    return "".join(pieces).replace("@", _general(number)).strip()


def _digits(number: Decimal, placeholders: str, percents: int) -> str:
    """A number in placeholders such as `#,##0.00`; commas at the end divide by a thousand each."""
    whole, _, decimals = placeholders.partition(".")
    commas = len(placeholders) - len(placeholders.rstrip(","))
    scaled = number.scaleb(2 * percents - 3 * commas)
    places = sum(mark in "#0?" for mark in decimals)
    rounded = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    printed = f"{rounded:,f}" if "," in whole.rstrip(",") else f"{rounded:f}"
    optional = len(decimals.rstrip(",")) - len(decimals.rstrip(",").rstrip("#"))
    for _ in range(optional):
        printed = printed.removesuffix("0")
    sign, printed = ("-", printed[1:]) if printed.startswith("-") else ("", printed)
    front, _, behind = printed.partition(".")
    if front == "0" and not behind and "0" not in whole:
        return ""
    return sign + front.zfill(whole.count("0")) + ("." + behind if behind else "")


def _moment(value: date | time, number_format: str) -> str:
    """A date or time as its format shows it; an ISO date where the format is none."""
    tokens = list(_DATE_TOKEN.finditer(number_format.split(";")[0]))
    parts = [token["part"].lower() for token in tokens if token["part"]]
    if not parts:
        return value.isoformat()
    pieces: list[str] = []
    seen: list[str] = []
    for token in tokens:
        part = (token["part"] or "").lower()
        if part:
            following = parts[len(seen) + 1 : len(seen) + 2]
            is_minute = part[0] == "m" and (seen[-1:] in (["h"], ["hh"]) or following in (["s"], ["ss"]))
            pieces.append(_part(value, part, is_minute))
            seen.append(part)
        else:
            pieces.append(token["quoted"] or token["escaped"] or token["other"] or "")
    return "".join(pieces).replace("@", "").strip()


def _part(value: date | time, part: str, is_minute: bool) -> str:
    name = {"y": "year", "m": "minute" if is_minute else "month", "d": "day", "h": "hour", "s": "second"}[part[0]]
    number = int(getattr(value, name, 0))
    if name == "year":
        return f"{number % 100:02d}" if len(part) <= 2 else str(number)
    return _PARTS.get(part, "{}").format(number)
