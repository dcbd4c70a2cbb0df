"""Chinese numerals of a number format: [DBNum1] 一百二十三, [DBNum2] 壹佰贰拾叁, [DBNum3] digits of full width."""

import re

_DIGITS = ("0123456789", "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "０１２３４５６７８９")
_TENS = ("", " 十百千", " 拾佰仟", " 十百千")
_LONGEST = 16


def in_numerals(digits: str, numerals: int) -> str:
    """A text with each of its digits as a numeral; ``numerals`` is the number behind DBNum, 0 for none."""
    return digits.translate(str.maketrans(_DIGITS[0], _DIGITS[numerals])) if numerals else digits


def read_out(printed: str, numerals: int) -> str:
    """A number as it is spoken, such as 一千〇五: digits with their tens, decimals one by one."""
    whole, point, decimals = printed.partition(".")
    if not numerals or len(whole) > _LONGEST:
        return in_numerals(printed, numerals)
    return (_spoken(whole.lstrip("0"), numerals) or _DIGITS[numerals][0]) + point + in_numerals(decimals, numerals)


def _spoken(digits: str, numerals: int) -> str:
    """A number without zeros in front: what stands before 亿, then before 万, then the rest."""
    zero = _DIGITS[numerals][0]
    for length, unit in ((8, "亿"), (4, "万")):
        if len(digits) > length:
            low = digits[-length:]
            joint = zero if low.startswith("0") and low.strip("0") else ""
            return _spoken(digits[:-length], numerals) + unit + joint + _spoken(low.lstrip("0"), numerals)
    tens = _TENS[numerals]
    pieces = (
        in_numerals(digit, numerals) + tens[place].strip() if digit != "0" else zero
        for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True)
    )
    return re.sub(f"{zero}+", zero, "".join(pieces)).rstrip(zero)
