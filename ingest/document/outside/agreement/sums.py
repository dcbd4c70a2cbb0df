"""Sums, products, shares and limits that a sentence says of its amounts, and that these do not give.

“三公”经费8.5万元，其中公务用车运行费5.5万元，公务接待费4万元: the parts are more than the whole.
全年预算820万元，资金来源为自治区资金600万元、县级资金200万元: the sources are another sum.
12000亩×180元/亩=231万元: the product is another.
支出合计3335.4万元，其中人员经费1632.7万元，占总支出的50.05%: the amounts give another share.
“三公”经费预算25万元，实际支出28.64万元，控制在预算范围内: more was spent than the budget.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from math import prod
from typing import NamedTuple

from ingest.document.outside.clauses import NUMBER
from ingest.document.outside.sentences import Sentence
from ingest.grammar.amounts import UNIT_FACTORS

_CENT = Decimal("0.011")
"""万元 by which a sum may be rounded."""
_SHARE, _SHARE_OF_WHOLE = Decimal("0.06"), Decimal("0.6")
"""Points by which a share may be rounded, with decimals and without."""
_PRODUCT = Decimal("0.01")
"""Share by which a product may be rounded."""
_MONTHS = 12
_MOST_PARTS = 8
_FAR = Decimal("1.5")
"""How many times the whole amounts behind it may be before they are of something else."""
_N = "(?<![0-9.,])" + NUMBER
_AMOUNT = re.compile(_N + "(万元|亿元|元)")
_WHOLE = re.compile(rf"{_N}(万元|亿元|元)[，,（(]?其中[：:]?")
_SOURCED = re.compile(
    rf"{_N}(万元|亿元|元)[，,；;]?(?:资金)?来源(?:为|是|[：:])[：:]?((?:[^0-9。；;，,、]{{2,16}}{NUMBER}(?:万元|亿元|元)[，,、和及]?){{2,6}})"
)
_NO_PARTS = re.compile(
    "其中|含|包括|同比|[比较](?:上|去|年初|20)|增加|减少|结余|结转|剩余|[每均/／]|标准|分别|累计|[×*xX=]"
)
_OF = "[^0-9×*xX=＝+，,；;。、：:（）()]{0,12}"
_FACTOR = rf"[0-9][0-9,]*+(?:[.][0-9]++)?{_OF}"
_PRODUCT_SAID = re.compile(rf"(?<![0-9.,×*])((?:{_FACTOR}[×*xX]){{1,4}}{_FACTOR})[=＝]约?{NUMBER}(万元|亿元|元)")
_VALUE = re.compile("([0-9][0-9,]*(?:[.][0-9]+)?)([亿万%％]?)")
_TIMES = {"": Decimal(1), "万": Decimal(10000), "亿": Decimal(100000000), "%": Decimal("0.01"), "％": Decimal("0.01")}
_SHARE_SAID = re.compile(rf"{_N}(万元|亿元|元)[，,（(]?占([^0-9。；;，,]{{0,16}}?)(?:为|达|约)?{NUMBER}[%％]")
_OF_ALL = re.compile("总|全部|合计|本年")
_WHOLE_SAID = re.compile(rf"(?:合计|总计|总额|总支出|总收入|总预算)[^0-9。；;，,]{{0,8}}{_N}(万元|亿元|元)")
_WITHIN = re.compile(
    rf"预算[^0-9。；;，,]{{0,6}}{_N}(万元|元)[，,](?:当年|全年|年度)?(?:实际)?(?:支出|决算|执行)[^0-9。；;，,]{{0,6}}{_N}(万元|元)"
    "[^。；;]{0,120}?(?:控制在[^。；;，,]{0,8}(?:范围|预算|以?内)|(?:未|没有|无)(?:超|突破))"
)


class Disagreement(NamedTuple):
    """Where a sentence says it, and what its other words give: per cent, 万元, a count or a year."""

    figure: str
    start: int
    end: int
    due: Decimal


def sums_disagreeing(sentence: Sentence) -> Iterator[Disagreement]:
    """Where the amounts of a sentence do not give what it says of them."""
    yield from _parts(sentence.text)
    yield from _products(sentence.text)
    for found in _SOURCED.finditer(sentence.text):
        whole = value_of(found[1], found[2])
        due = sum((value_of(*one) for one in _AMOUNT.findall(found[3])), Decimal(0))
        if abs(whole - due) > _CENT and not _NO_PARTS.search(found[3]):
            yield Disagreement("sum_disagrees", *found.span(), due)
    yield from _shares(sentence)
    for found in _WITHIN.finditer(sentence.text):
        budget, spent = value_of(found[1], found[2]), value_of(found[3], found[4])
        if spent - budget > _CENT:
            yield Disagreement("limit_disagrees", *found.span(), budget)


def value_of(number: str, unit: str) -> Decimal:
    """An amount in 万元."""
    return Decimal(number.replace(",", "")) * UNIT_FACTORS[unit]


def _parts(text: str) -> Iterator[Disagreement]:
    """Parts that are more than their whole, and of which no several are the whole: there may be parts of parts."""
    for found in _WHOLE.finditer(text):
        whole, rest = value_of(found[1], found[2]), text[found.end() :]
        parts = [value_of(*one) for one in _AMOUNT.findall(rest)]
        if _NO_PARTS.search(rest) or not 1 < len(parts) <= _MOST_PARTS or max(parts) >= whole:
            continue
        due = sum(parts, Decimal(0))
        if whole + _CENT < due < whole * _FAR and not _some_are(parts, whole):
            yield Disagreement("sum_disagrees", found.start(), len(text), due)


def _some_are(parts: Sequence[Decimal], whole: Decimal) -> bool:
    several = (some for count in range(2, len(parts)) for some in combinations(parts, count))
    return any(abs(sum(some, Decimal(0)) - whole) <= _CENT for some in several)


def _products(text: str) -> Iterator[Disagreement]:
    """A product of counts and one price that is another amount; the months of a price may be left out."""
    for found in _PRODUCT_SAID.finditer(text):
        if found[1].count("元") != 1:
            continue
        factors = [Decimal(one[1].replace(",", "")) * _TIMES[one[2]] for one in _VALUE.finditer(found[1])]
        due, said = prod(factors) * UNIT_FACTORS["元"], value_of(found[2], found[3])
        months = 1 if "月" in found[1] else _MONTHS
        if said and not any(abs(due * times / said - 1) <= _PRODUCT for times in (1, months)):
            yield Disagreement("product_disagrees", *found.span(), round(due, 6))


def _shares(sentence: Sentence) -> Iterator[Disagreement]:
    """A share of all that no amount said before gives with its part."""
    before = sentence.earlier + sentence.above
    amounts = [value_of(*one) for one in _AMOUNT.findall(before)]
    for found in _SHARE_SAID.finditer(sentence.text):
        part, share = value_of(found[1], found[2]), Decimal(found[4])
        wholes = [value_of(*one) for one in _WHOLE_SAID.findall(sentence.above)]
        alike = _SHARE if "." in found[4] else _SHARE_OF_WHOLE
        if not (part and wholes and wholes[-1] > part and _OF_ALL.search(found[3])):
            continue
        if not any(one and abs(100 * part / one - share) <= alike for one in amounts):
            yield Disagreement("rate_disagrees", *found.span(), round(100 * part / wholes[-1], 2))
