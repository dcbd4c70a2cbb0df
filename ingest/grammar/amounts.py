"""Amounts as printed: exact decimals, or damage that arithmetic may repair."""

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.printed import key

# 1,497.06  56539.99  -3.00; white space inside was dropped before.
_AMOUNT = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_BLANK = re.compile(r"[-/\\]*")
_TWO_DECIMALS = re.compile(r"\.\d\d$")

UNIT_FACTORS = {"万元": Decimal(1), "元": Decimal("0.0001"), "亿元": Decimal(10000), "千元": Decimal("0.1")}
"""What one printed unit of money is in 万元."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed amount: its value in the printed unit, or None where the text is no well-formed number."""

    printed: str
    value: Decimal | None
    has_two_decimals: bool

    @property
    def is_damaged(self) -> bool:
        """True where something stands there that is no well-formed number."""
        return self.value is None


def read_amount(text: str) -> Amount | None:
    """The amount printed in a cell; None for a blank cell or a dash.

    Accepts thousands separators and white space within the number (`56, 539. 99`), full-width digits and a
    repeated unit (`4.00万元` where the caller's unit is the same). Never raises.
    """
    folded = key(text)
    for unit in UNIT_FACTORS:
        folded = folded.removesuffix(unit)
    if _BLANK.fullmatch(folded):
        return None
    found = _AMOUNT.fullmatch(folded)
    value = Decimal(folded.replace(",", "")) if found else None
    if value is not None and abs(value) >= Decimal(10) ** 11:
        value = None
    return Amount(text, value, bool(_TWO_DECIMALS.search(folded)))


def could_print(printed: str, value: Decimal) -> bool:
    """True where ``printed`` can be what damage left of ``value``.

    Every digit still legible must stand in the value, in order. A fragment of up to three characters can also be a
    stray of a neighbouring cell, that is nothing (0); a blank cell can be anything.
    """
    folded = key(printed)
    if not folded or (value == 0 and len(folded) <= 3):
        return True
    digits = iter(f"{abs(value):f}".replace(".", ""))
    return all(digit in digits for digit in re.sub(r"[^0-9]", "", folded))
