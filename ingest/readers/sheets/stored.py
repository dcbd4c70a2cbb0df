"""A stored value of a spreadsheet as a cell: what it shows, and what must be said of it."""

import re
from datetime import UTC, datetime
from decimal import Decimal

from ingest.readers.sheets.number_format import Value, shown
from ingest.source.blocks import Cell, Notice

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DATE = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)?(?:T?(?P<time>\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?))?Z?")
_LONGEST = 80
_FIRST_SERIAL_AS_IS = 61  # before it, a spreadsheet counts a day that never was


def cell_of(value: Value, number_format: str, is_1904: bool = False) -> Cell:
    """The cell of a value; one whose format is not understood shows the value as it is stored, and says so."""
    text, is_understood = shown(value, number_format, is_1904)
    if is_understood:
        return Cell(text)
    message = f"the number format {number_format[:_LONGEST]} is not understood; the value stands as it is stored"
    return Cell(text, notices=(Notice("format_not_understood", message, text),))


def not_evaluated(text: str) -> Notice:
    """What is said of a cell whose conditional format may change what it shows, and whose condition is not known."""
    message = "a conditional format may show the cell otherwise, and its condition is not understood"
    return Notice("format_not_understood", message, text)


def unstored(formula: str) -> Cell:
    """The cell of a formula whose value the file does not hold: the formula stands for it, and is said to."""
    text = f"={formula.lstrip('=')[:_LONGEST] or '?'}"
    message = "the file holds no value of a formula: open it in Excel or WPS, save it and publish it again"
    return Cell(text, notices=(Notice("formula_without_value", message, text),))


def unescaped(text: str) -> str:
    """A text of Open XML with its `_x000D_` as the characters they stand for."""
    return _ESCAPED.sub(lambda found: _character(int(found[1], 16)), text) if "_x" in text else text


def _character(code: int) -> str:
    return "" if 0xD800 <= code < 0xE000 or code == 0 else chr(code)


def serial(printed: str, is_1904: bool = False) -> Decimal | None:
    """A date of ISO 8601 as the number of days a spreadsheet counts; None where it is none."""
    found = _DATE.fullmatch(printed.strip())
    if found is None or not printed.strip():
        return None
    try:
        moment = datetime.fromisoformat(f"{found['day'] or '1899-12-31'}T{found['time'] or '00:00'}").replace(
            tzinfo=UTC
        )
    except ValueError:
        return None
    passed = moment - datetime(1899, 12, 30, tzinfo=UTC)
    days = passed.days if found["day"] else 0
    if is_1904 and found["day"]:
        days -= 1462
    elif found["day"] and days < _FIRST_SERIAL_AS_IS:
        days -= 1
    seconds = Decimal(passed.seconds) + Decimal(passed.microseconds) / 1_000_000
    return days + seconds / 86400
