"""Target values to operator, value and unit: `≥90%`, `不少于20次`, `2-3小时`, `满意度95%以上`.

A text is quantitative only where the whole of it is one quantity, perhaps behind a label; a sentence that merely holds
a number stays qualitative.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from ingest.source.printed import fold
from ingest.vocabulary import vocabulary, words

_NUMBER = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_SIGNS = "≥≧≤≦<>=≈±+~"
_LONGEST_LABEL = 24
_LONGEST_UNIT = 12
_LONGEST_TEXT = _LONGEST_LABEL + 40
_LARGEST = Decimal(10) ** 19
_SMALLEST_PLACES = 8
_NEGATED = {">": "<=", "<": ">="}


@dataclass(frozen=True, slots=True)
class Target:
    """What a target value says: ``operator`` (=, >=, <=, >, <, ~, between) on ``value`` in ``unit``.

    All four are None for a qualitative text; ``upper_value`` is set for `between` alone; a bare number has no unit.
    """

    operator: str | None = None
    value: Decimal | None = None
    upper_value: Decimal | None = None
    unit: str | None = None

    @property
    def is_quantitative(self) -> bool:
        """True where the text is one quantity."""
        return self.operator is not None


QUALITATIVE = Target()


@cache
def _operators(place: str) -> dict[str, str]:
    """Words to operator for ``place`` prefix or suffix."""
    return {
        fold(row["word"]): row["kind"].split(" ")[1]
        for row in vocabulary("quantity_words")
        if row["kind"].startswith(f"{place} ")
    }


def _either(found: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(found, key=lambda word: (-len(word), word)))


@cache
def _quantity() -> re.Pattern[str]:
    """A whole text that is one quantity: label, operator, number (or range), unit, operator."""
    prefix, suffix = _either(list(_operators("prefix"))), _either(list(_operators("suffix")))
    between = _either([fold(word) for word in words("quantity_words", "range")])
    unit = r"[^\d\s,，;；。、:：!！?？<>=≥≤±~+*×÷]"
    return re.compile(
        rf"(?P<label>[^\d{_SIGNS}]*?)[,，:：]?(?P<prefix>{prefix})?"
        rf"(?P<sign>±|[-+])?(?P<value>{_NUMBER})(?P<unit1>[%‰]|{unit}{{0,{_LONGEST_UNIT}}}?)"
        rf"(?:(?:{between}){{1,2}}(?P<upper>{_NUMBER})(?P<unit2>[%‰]|{unit}{{0,{_LONGEST_UNIT}}}?))?"
        rf"(?P<suffix>{suffix})?(?P<per>/每?[^\d\s,，;；。、]{{1,6}}?)?(?P<suffix2>{suffix})?"
    )


# 2024年, 2024年12月31日, 12月底, 12月31日, 2024.01-2024.12, 2024.12前, 12.31前: a date and no duration (12个月 is one).
_DATE = re.compile(
    rf"(?:19|20)\d\d年|\d{{1,2}}月(?!\w{{0,{_LONGEST_TEXT}}}次)|\d{{1,2}}[号日](?:前|止)"
    r"|20\d\d\.(?:0?[1-9]|1[0-2])[\-~—至到]{1,2}20\d\d\.|\d\.\d{1,2}(?:底|之?前|以前|止)"
)
# A time that goes on is a sentence: 2小时内发出, 3天培训; 2小时/次 is a unit.
_TIME_SENTENCE = re.compile(r"(?:分钟|小时|个?工作日|个月|天|秒|周)[^/(]")
# 90.00(%), 12(公里)
_BRACKETED_UNIT = re.compile(r"(?<=\d)[(]([^()\d]{1,6})[)]$")
# ≥90%, 100: what the pattern of all quantities finds, too, in more time
_PLAIN = re.compile(r"(?P<operator>[≥≤<>]?)(?P<value>\d+(?:\.\d+)?)(?P<unit>%?)")
# 0753-2288331, 13800000000
_TELEPHONE = re.compile(r"0\d{2,3}-?\d{7,8}|1[3-9]\d{9}")
_DIGIT = re.compile(r"\d")
# A sign that nobody could read may be any, ≥ as well.
_LABEL_BREAK = re.compile(r"[,，;；。:：!！?？×÷*=\ufffd]")


@lru_cache(maxsize=65536)
def read_target(text: str) -> Target:
    """The quantity that ``text`` states; `QUALITATIVE` where it is none. Never raises."""
    if not _DIGIT.search(text):
        return QUALITATIVE
    folded = fold(text).strip("。;；,，、").rstrip(".")
    folded = _BRACKETED_UNIT.sub(r"\1", folded) if folded.endswith(")") else folded
    if len(folded) > _LONGEST_TEXT or _TELEPHONE.fullmatch(folded):
        return QUALITATIVE
    plain = _PLAIN.fullmatch(folded)
    if plain is not None and (not plain["operator"] or plain["operator"] in _operators("prefix")):
        value = _decimal(plain["value"])
        operator = _operators("prefix").get(plain["operator"], "=")
        return Target(operator, value, None, plain["unit"] or None) if value is not None else QUALITATIVE
    found = _quantity().fullmatch(folded)
    if found is None or not _is_one_quantity(folded, found):
        return QUALITATIVE
    value, upper = _decimal(found["value"]), _decimal(found["upper"])
    if value is None or (found["upper"] and upper is None):
        return QUALITATIVE
    suffix = found["suffix"] or found["suffix2"] or ""
    is_unit = suffix in words("quantity_words", "counted") and not (found["unit2"] or found["unit1"])  # 0起
    unit = ((found["unit2"] or found["unit1"] or (suffix if is_unit else "")) + (found["per"] or "")) or None
    if found["sign"] == "±":
        return Target("between", -value, value, unit)
    if found["sign"] == "-":
        value = -value
    if upper is not None:
        return Target("between", value, upper, unit) if upper >= value else QUALITATIVE
    operator = _operator(found, found["suffix2"] or "" if is_unit else suffix)
    if found["label"].endswith(words("quantity_words", "negation")):
        operator = _NEGATED.get(operator, "")  # 不宜超过; what 未达到 5 is nobody says
    return Target(operator, value, None, unit) if operator else QUALITATIVE


def _operator(found: re.Match[str], behind: str) -> str:
    prefix = _operators("prefix").get(found["prefix"] or "", "=")
    suffix = _operators("suffix").get(behind)
    return (suffix or "=") if prefix == "=" else prefix


def _is_one_quantity(folded: str, found: re.Match[str]) -> bool:
    label, unit = found["label"], found["unit2"] or found["unit1"]
    if _DATE.search(folded[found.start("value") :]) or _TIME_SENTENCE.match(unit):
        return False
    if len(label) > _LONGEST_LABEL or _LABEL_BREAK.search(label):
        return False
    if label.endswith(words("quantity_words", "not_a_label")) and not found["prefix"]:
        return False
    if label and not found["prefix"] and (found["sign"] or not (unit or found["suffix"] or found["suffix2"])):
        return False
    return not any(word in unit for word in words("quantity_words", "clause"))


def _decimal(text: str | None) -> Decimal | None:
    """The exact number; None for none and for one too large or too fine for the warehouse."""
    if not text:
        return None
    value = Decimal(text.replace(",", ""))
    places = -int(value.as_tuple().exponent)
    return value if abs(value) < _LARGEST and places <= _SMALLEST_PLACES else None
