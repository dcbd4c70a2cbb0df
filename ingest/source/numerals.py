"""Amounts in Chinese numerals, as on receipts: 壹佰贰拾万元整, 人民币叁仟伍佰元伍角整, 一百二十万元."""

import re
from decimal import Decimal
from functools import lru_cache

_WRITTEN = ("零〇○", "壹一", "贰二两貳", "叁三參", "肆四", "伍五", "陆六陸", "柒七", "捌八", "玖九")
_DIGITS = {numeral: value for value, numerals in enumerate(_WRITTEN) for numeral in numerals}
_PLACES = {"拾": 10, "十": 10, "佰": 100, "百": 100, "仟": 1000, "千": 1000}
_GROUPS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_NUMERALS = "".join((*_DIGITS, *_PLACES, *_GROUPS))
_AMOUNT = re.compile(
    rf"(?:人民币|大写|[:：]|\s)*+(?P<whole>[{_NUMERALS}]{{1,24}})[元圆圓]"
    rf"(?:(?P<tenths>[{''.join(_DIGITS)}])角)?(?:零?(?P<cents>[{''.join(_DIGITS)}])分)?[整正]?"
)


@lru_cache(maxsize=4096)
def yuan_in_numerals(text: str) -> Decimal | None:
    """The 元 that a text of Chinese numerals is; None for any other text, and for numerals in a wrong order."""
    found = _AMOUNT.fullmatch(text.strip())
    whole = _whole(found["whole"]) if found else None
    if found is None or whole is None:
        return None
    tenths, cents = (_DIGITS[found[name]] if found[name] else 0 for name in ("tenths", "cents"))
    return Decimal(100 * whole + 10 * tenths + cents) / 100


def _whole(numerals: str) -> int | None:
    """The number of numerals; None where groups, places or digits do not follow each other."""
    total, group, last_group = 0, "", 10**12
    for numeral in numerals:
        if numeral not in _GROUPS:
            group += numeral
            continue
        value = _below_ten_thousand(group)
        if value is None or not value or _GROUPS[numeral] >= last_group:
            return None
        total, group, last_group = total + value * _GROUPS[numeral], "", _GROUPS[numeral]
    value = _below_ten_thousand(group) if group else 0
    return None if value is None else total + value


def _below_ten_thousand(numerals: str) -> int | None:
    """The number of 叁仟零伍拾; None for digits beside each other (二三) and for places that do not fall."""
    total, digit, last = 0, None, 10**4
    for numeral in numerals:
        if numeral in _PLACES:
            place = _PLACES[numeral]
            ten_alone = digit is None and place == 10 and not total
            if place >= last or (not digit and not ten_alone):
                return None
            total, digit, last = total + (digit or 1) * place, None, place
        elif digit:
            return None
        else:
            digit = _DIGITS[numeral]
    return total + (digit or 0)
