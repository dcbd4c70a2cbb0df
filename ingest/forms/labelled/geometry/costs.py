"""What it costs to take a text for a label and for a value, by itself: a known word, a number, a unit, its length."""

import re
from functools import lru_cache

from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.geometry.heads import LONGEST_LABEL, SENTENCE, is_year, year_named
from ingest.forms.labelled.geometry.ways import Costs
from ingest.forms.labelled.labels import find_label, fold_label, holds_amount, printed_unit
from ingest.grammar.amounts import is_amount, read_amount
from ingest.grammar.places import find_place
from ingest.grammar.quantities import read_score
from ingest.source.printed import fold
from ingest.vocabulary import words

# a part of a sentence may end as a label does: 体绩效目标，不能列出年度绩效目标
_PAUSE = re.compile("[，,]")
_DIGIT = re.compile(r"\d")
_DATE = re.compile(r"20\d\d\s*[-年./]")
_OF_A_YEAR = re.compile(r"20\d\d\s*年度?")
_ANSWERS = frozenset(("attribute", "source_other", "source_fiscal", "source_fiscal_part"))
_LONG_NAME = 7
_LONG_YEAR = len("2025")
_LAST_PAIR = 2


@lru_cache(maxsize=16384)
def costs_of(text: str) -> Costs:
    """What it costs to take a text for a label and for a value, by itself."""
    found = find_label(text)
    if found is not None and found.has_value:
        return Costs(0.0, 3.0, is_known=True, is_whole=True)
    if found is not None:
        is_answer = found.kinds <= _ANSWERS and text[-1] not in ":："
        return Costs(0.0, 1.2 if is_answer else 3.0, is_known=True, is_whole=holds_amount(text))
    if holds_amount(text):
        return Costs(0.2, 3.0, is_whole=True)
    folded = fold(text)
    is_blank = read_amount(text) is None
    if _DIGIT.search(text):
        is_number = is_blank or is_amount(text) or read_score(text) is not None
        if (costs := _costs_of_year(text, is_number)) is not None:
            return costs
        if is_number or _DATE.search(fold_label(text)):
            return Costs(6.0, 0.0)
    elif is_blank and folded:
        return Costs(6.0, 0.0)
    if len(folded) > LONGEST_LABEL or SENTENCE.search(folded):
        return Costs(4.0, 0.0)
    if folded.endswith(":") or printed_unit(text) is not None or names_goal(text):
        return Costs(0.2, 3.0)
    if is_body(text):
        return Costs(3.0, 0.1)
    if not _PAUSE.search(text) and fold_label(text).endswith(words("form_labels", "label_ending")):
        return Costs(0.7, 1.2)
    return Costs(1.2, 0.7)


def is_body(text: str) -> bool:
    """True for the name of a body that is no label: of some length, or of a place."""
    is_long = len(fold(text)) >= _LONG_NAME
    return is_name_of_body(text) and find_label(text) is None and (is_long or find_place(text) is not None)


def names_goal(text: str) -> bool:
    """True for 项目年度绩效目标, 实施期目标: words of which labels of goals consist, and no other."""
    rest = fold_label(text)
    is_named = rest.endswith(words("form_labels", "goal_word"))
    for part in words("form_labels", "goal_name_part") if is_named else ():
        rest = rest.replace(part, "")
    return is_named and not rest


def _costs_of_year(text: str, is_number: bool) -> Costs | None:
    """Those of a year and of a label that begins with one; None for any other text."""
    if is_number and "年" not in text:
        return None
    if is_year(text):
        return Costs(1.5, 0.3)
    if text.lstrip().startswith("其中") and is_year(fold_label(text)):
        return Costs(0.2, 3.0)
    if not is_number and year_named(text) is not None:
        return Costs(0.2, 1.2)  # 2024年预算, 2025年预测
    dated = _OF_A_YEAR.match(text)
    if dated is None:
        return None
    if find_label(text[dated.end() :]) or find_label(text[_LONG_YEAR:]):
        return Costs(0.2, 1.2)  # 2022年实际执行数, 2025 before 年度金额
    is_with_unit = printed_unit(text) is not None and not is_number  # 2022年拟发行（万元）
    return Costs(0.2, 3.0) if is_with_unit else None


@lru_cache(maxsize=16384)
def ends_with_source(texts: tuple[str, ...]) -> bool:
    """True for a row that ends with the source of the amount before it: 预算金额 120 资金来源 单位自有资金."""
    is_said = len(texts) > _LAST_PAIR and fold_label(texts[-_LAST_PAIR]) in words("form_labels", "source_label")
    return is_said and any(map(is_amount, texts[:-_LAST_PAIR]))
