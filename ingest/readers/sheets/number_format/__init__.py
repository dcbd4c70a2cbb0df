"""Cells of a spreadsheet as a person sees them: `shown` gives a value in its number format."""

from functools import lru_cache
from typing import NamedTuple

from ingest.readers.sheets.number_format.moments import is_moment, moment
from ingest.readers.sheets.number_format.numbers import Number, exact, general, number
from ingest.readers.sheets.number_format.sections import Format, Kind, Section

Value = str | bool | Number | None


class Shown(NamedTuple):
    """What a cell shows, and whether its format was understood; where it was not, the value stands as it is stored."""

    text: str
    is_understood: bool = True


def shown(value: Value, number_format: str, is_1904: bool = False) -> Shown:
    """What a cell shows; dates are numbers of days, from 1904 on where ``is_1904`` says so.

    Floating point noise beyond 15 digits is dropped. Spaces around are, and no number is shown with an exponent: a
    column's width is nothing of the value.
    """
    if value is None or isinstance(value, bool):
        return Shown({None: "", True: "TRUE", False: "FALSE"}[value])
    parts = _format(number_format)
    if isinstance(value, str):
        return Shown(value) if parts.of_text is None else Shown(_text(value, parts.of_text))
    digits = exact(value)
    if digits is None:
        return Shown(str(value), is_understood=False)
    chosen = parts.of_number(digits)
    if chosen is None:
        return Shown(general(digits), is_understood=False)
    section, is_negative_only = chosen
    is_day = is_moment(section)
    seen = moment(digits, section, is_1904) if is_day else number(digits, section, is_negative_only)
    return Shown(general(digits), is_understood=False) if seen is None else Shown(seen.strip())


def _text(value: str, section: Section) -> str:
    pieces = (value if token.kind is Kind.TEXT else token.text for token in section.tokens)
    return "".join(piece for piece in pieces if piece)


_format = lru_cache(maxsize=1000)(Format)
