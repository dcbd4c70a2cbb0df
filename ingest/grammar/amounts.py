"""Amounts as printed: exact decimals, or damage that arithmetic may repair."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ingest.source.numerals import yuan_in_numerals
from ingest.source.printed import fold

# 1,497.06  56539.99  -3.00; white space inside was dropped before.
_AMOUNT = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
# 185万元（其中：上级财政资金：100万元；本级财政：85万元）, 185万元，其中上级财政资金100万元
_WITH_NOTES = re.compile(
    r"(?P<amount>(?:[¥￥]\s?)?[-+]?\d[\d,，.． ]*+(?:万元|亿元|千元|元|万)?)"
    r"(?P<notes>\s*+[（(][^（）()]{1,200}[)）]|[，,；;]\s*+其中.{1,200})?[。;；]?"
)
_BLANK = re.compile(r"[-/\\]*")
_DIGIT = re.compile(r"\d")
_YUAN = ("¥", "￥")
_NUMERALS = re.compile(r"[元圆圓]")

UNIT_FACTORS = {
    "万元": Decimal(1),
    "元": Decimal("0.0001"),
    "亿元": Decimal(10000),
    "千元": Decimal("0.1"),
    "万": Decimal(1),
}
"""What one printed unit of money is in 万元."""

_UNITS = tuple(UNIT_FACTORS)
_LONGEST_UNIT_FIRST = sorted(UNIT_FACTORS, key=len, reverse=True)
_LONGEST_STRAY = 3
_LARGEST = Decimal(10) ** 8
"""万元. No budget of a department comes near; 元 that were taken for 万元 do."""

_PLACES = 6
_LONGEST_WHOLE = 30


@dataclass(slots=True, unsafe_hash=True)
class Amount:
    """A printed amount: its value in the printed unit, or None where the text is no well-formed number."""

    printed: str
    value: Decimal | None
    has_two_decimals: bool

    @property
    def is_damaged(self) -> bool:
        """True where something stands there that is no well-formed number."""
        return self.value is None


@lru_cache(maxsize=16384)
def read_amount(text: str, unit: str = "万元") -> Amount | None:
    """The amount printed in a cell of a document whose amounts are in ``unit``; None for a blank cell or a dash.

    Accepts thousands separators and white space within the number (`56, 539. 99`) and full-width digits; a unit printed
    in the cell (`40000.00元`) is honoured: the value is in ``unit`` all the same. Never raises.
    """
    folded = fold(text)
    if not _DIGIT.search(folded):
        yuan = yuan_in_numerals(text) if _NUMERALS.search(text) else None
        if yuan is not None:
            return Amount(text, yuan * UNIT_FACTORS["元"] / UNIT_FACTORS[unit], False)
        return None if _BLANK.fullmatch(folded) else Amount(text, None, False)
    has_unit = folded.endswith(_UNITS)
    printed_unit = next((name for name in _LONGEST_UNIT_FIRST if folded.endswith(name)), None) if has_unit else None
    number = _without_sign(folded.removesuffix(printed_unit or ""))
    value = _exact(number, UNIT_FACTORS[printed_unit or unit]) if _AMOUNT.fullmatch(number) else None
    if value is not None and printed_unit is not None:
        value = value * UNIT_FACTORS[printed_unit] / UNIT_FACTORS[unit]
    return Amount(text, value, number[-3:-2] == "." and number[-2:].isdecimal())


@lru_cache(maxsize=16384)
def is_amount(text: str) -> bool:
    """True for a text that is an amount in 万元 or in 元: 1,337,310,000.00 is one only in 元, 0.123456 only in 万元."""
    if not _DIGIT.search(text):
        return _NUMERALS.search(text) is not None and yuan_in_numerals(text) is not None
    amount = read_amount(text)
    if amount is not None and amount.value is None and _AMOUNT.fullmatch(_without_sign(fold(text))):
        amount = read_amount(text, "元")  # what prints its unit is the same in either
    return amount is not None and amount.value is not None


class NotedAmount(NamedTuple):
    """An amount with what stands in brackets behind it: where the amount ends in the text, and the notes."""

    amount: str
    end: int
    notes: str


@lru_cache(maxsize=16384)
def amount_and_notes(text: str) -> NotedAmount | None:
    """The amount that a text is, perhaps with its composition in brackets behind it; None for any other text."""
    found = _WITH_NOTES.fullmatch(text.strip())
    if found is None:
        return (
            NotedAmount(text.strip(), len(text.rstrip()), "") if not _DIGIT.search(text) and is_amount(text) else None
        )
    if not is_amount(found["amount"]):
        return None
    return NotedAmount(found["amount"].strip(), found.end("amount"), found["notes"] or "")


def _without_sign(folded: str) -> str:
    """A number without the sign of the yuan before it, which says nothing of the unit of a column: ￥100."""
    return folded[1:] if folded[:1] in _YUAN else folded


def wan(value: Decimal, unit: str) -> Decimal:
    """A value in the printed ``unit`` of money in 万元."""
    return value * UNIT_FACTORS[unit]


@lru_cache(maxsize=16384)
def read_wan(text: str, unit: str) -> Decimal | None:
    """The amount in 万元 that a cell prints in ``unit``; None for a blank and for what cannot be read."""
    amount = read_amount(text) if unit == "万元" else read_amount(text, unit)  # it keeps what it is asked in one way
    return wan(amount.value, unit) if amount and amount.value is not None else None


def _exact(number: str, factor: Decimal) -> Decimal | None:
    """The value of a number in a unit of ``factor`` 万元; None where the warehouse cannot hold it to the last digit."""
    whole, _, decimals = number.partition(".")
    places = _PLACES + factor.adjusted()
    if decimals[places:].strip("0") or len(whole) > _LONGEST_WHOLE:
        return None
    value = Decimal(f"{whole.replace(',', '')}.{decimals[:places]}")
    return value if abs(value) * factor < _LARGEST else None


def is_stray(printed: str) -> bool:
    """True for a fragment of up to three characters without a decimal point: a stray of a neighbouring cell."""
    folded = fold(printed)
    return len(folded) <= _LONGEST_STRAY and "." not in folded


def could_print(printed: str, value: Decimal) -> bool:
    """True where ``printed`` can be what damage left of ``value``.

    Every digit still legible must stand in the value, in order. A stray fragment can also be nothing (0), a blank cell
    anything.
    """
    folded = fold(printed)
    if not folded or (value == 0 and is_stray(printed)):
        return True
    digits = iter(f"{abs(value):f}".replace(".", ""))
    return all(digit in digits for digit in re.sub(r"[^0-9]", "", folded))
