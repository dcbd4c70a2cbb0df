"""Ordinal numbers as Word prints them: 1, 01, ①, 一, 壹, 甲, IV, b."""

from ingest.readers.word.symbols import UNKNOWN

_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_LEGAL_TRADITIONAL = str.maketrans("一二三四五六七八九十百千", "壹貳參肆伍陸柒捌玖拾佰仟")
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_MOST = 10_000
# Forms whose first characters stand in a row in Unicode: the first, and how many there are.
_ROWS = {
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "ideographEnclosedCircle": ("㊀", 10),
}
_LISTS = {"ideographTraditional": _STEMS, "ideographZodiac": _BRANCHES}
_CHINESE = (
    *("chineseCounting", "chineseCountingThousand", "japaneseCounting"),
    *("taiwaneseCounting", "taiwaneseCountingThousand", "koreanCounting"),
)
_DECIMAL = ("decimal", "decimalHalfWidth", "numberInDash")

FORMATS_OF_2003 = {
    "0": "decimal", "1": "upperRoman", "2": "lowerRoman", "3": "upperLetter", "4": "lowerLetter",
    "10": "ideographDigital", "11": "japaneseCounting", "14": "decimalFullWidth", "15": "decimalHalfWidth",
    "18": "decimalEnclosedCircle", "19": "decimalFullWidth2", "22": "decimalZero", "23": "bullet",
    "26": "decimalEnclosedFullstop", "27": "decimalEnclosedParen", "28": "decimalEnclosedCircleChinese",
    "29": "ideographEnclosedCircle", "30": "ideographTraditional", "31": "ideographZodiac",
    "33": "taiwaneseCounting", "35": "taiwaneseCountingThousand", "37": "chineseCounting",
    "38": "chineseLegalSimplified", "39": "chineseCountingThousand", "255": "none",
}  # fmt: skip
"""The names of the number formats by the codes of Word 2003."""


def counted(number: int, form: str) -> str:
    """A number from 0 in a format of Word; `UNKNOWN` where the format or the number is beyond what is known."""
    if form == "none":
        return ""
    if not 0 <= number < _MOST:
        return UNKNOWN
    return _plain(number, form) or _chinese(number, form) or UNKNOWN


def _plain(number: int, form: str) -> str:
    if form in _DECIMAL:
        return str(number)
    if form == "decimalZero":
        return f"{number:02}"
    if form in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(0xFEE0 + ord(digit)) for digit in str(number))
    if form in ("upperLetter", "lowerLetter") and number:
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form in ("upperRoman", "lowerRoman"):
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    return ""


def _chinese(number: int, form: str) -> str:
    if form in _ROWS:
        first, count = _ROWS[form]
        return chr(ord(first) + number - 1) if 0 < number <= count else str(number)
    if form in _LISTS:
        return _LISTS[form][number - 1] if 0 < number <= len(_LISTS[form]) else str(number)
    if form in ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"):
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    if form in _CHINESE:
        return chinese(number)
    if form == "chineseLegalSimplified":
        return _with_ones(number).translate(_LEGAL)
    if form in ("ideographLegalTraditional", "japaneseLegal"):
        return _with_ones(number).translate(_LEGAL_TRADITIONAL)
    return ""


def chinese(number: int) -> str:
    """A number below ten thousand in Chinese: 十二, 一百零五."""
    printed = _with_ones(number)
    return printed[1:] if printed.startswith("一十") else printed


def _with_ones(number: int) -> str:
    """As `chinese`, with the one before ten: 一十二."""
    if number == 0:
        return _DIGITS[0]
    pieces: list[str] = []
    places = list(enumerate(reversed(str(number))))
    for place, digit in reversed(places):
        if digit != "0":
            pieces.append(_DIGITS[int(digit)] + _UNITS[place])
        elif pieces and pieces[-1] != "零":
            pieces.append("零")
    return "".join(pieces).rstrip("零")


def _roman(number: int) -> str:
    pieces = []
    for size, letters in _ROMAN:
        pieces.append(letters * (number // size))
        number %= size
    return "".join(pieces)
