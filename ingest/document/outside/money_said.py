"""The money that a sentence of a report names together, where one amount is not what the form prints.

我局2023年年初预算3120.5万元，全年预算数3468.2万元，全年执行3390.4万元: of a sentence that names an amount of the form
as the form prints it, the others are of the form too.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache

from ingest.grammar.amounts import UNIT_FACTORS
from ingest.vocabulary import words

_ROUNDED = Decimal("0.001")
"""Share by which an amount in words may be rounded."""
_CENT = Decimal("0.011")
"""万元 by which the amount of a plan may be rounded."""
_CLAUSE = re.compile(r"[^。；;，,、：:（）()]+")
_AMOUNT = re.compile(r"(?<![0-9.])([0-9]+(?:[.][0-9]+)?)(万元|亿元|元)")
# 部门整体绩效目标1个，涉及预算2100.5万元; 收支预算总数2100.5万元
_OF_PLAN = re.compile(
    r"(?:部门整体[^。；;，,0-9]{0,16}(?:[0-9]{1,2}个)?[，,]?[^。；;，,0-9]{0,8}预算|收支总?预算总[数额]为?)"
    r"(?P<amount>[0-9]{1,12}(?:[.][0-9]{1,6})?)(?P<unit>万元|亿元|元)"
)
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")
MEASURES = ("executed", "adjusted", "budget")


def contradicted_clause(
    printed: Mapping[str, Decimal], others: Iterable[Decimal], paragraphs: Iterable[str]
) -> str | None:
    """The clause with another amount of a measure than the form's, in a sentence with the form's own of another.

    ``printed`` are the amounts of the form by measure, 万元; ``others`` are all that it prints, none of which is a
    contradiction.
    """
    known = [*printed.values(), *others]
    found: set[str] = set()
    for paragraph in paragraphs:
        for sentence in re.split("[。；;]", _THOUSANDS.sub("", paragraph)):
            said = _said(sentence)
            own = [measure for measure, (value, _) in said.items() if _is(value, printed.get(measure))]
            for measure, (value, clause) in said.items() if own else ():
                if measure in printed and (
                    not any(_is(value, one) for one in known) or _is_first_for_adjusted(measure, value, printed)
                ):
                    found.add(clause)
    return next(iter(found)) if len(found) == 1 else None


def _said(sentence: str) -> dict[str, tuple[Decimal, str]]:
    """The amounts of a sentence by measure, each with its clause; a measure that is named twice is none."""
    said: dict[str, tuple[Decimal, str]] = {}
    twice: set[str] = set()
    for clause in _CLAUSE.findall(sentence):
        amounts = _AMOUNT.findall(clause)
        named = ((own, word) for own in MEASURES for word in _words(own) if word in clause)
        measure, word = next(named, ("", ""))
        if not measure or len(amounts) != 1 or _of_part().search(clause.replace(word, "")):
            continue
        twice |= {measure} & said.keys()
        said[measure] = Decimal(amounts[0][0]) * UNIT_FACTORS[amounts[0][1]], clause
    return {measure: own for measure, own in said.items() if measure not in twice}


def _is_first_for_adjusted(measure: str, value: Decimal, printed: Mapping[str, Decimal]) -> bool:
    """Whether the budget of the year 全年预算 is said to be what the form prints as the first one, and was changed."""
    is_first = measure == "adjusted" and _is(value, printed.get("budget"))
    return is_first and not _is(value, printed.get("adjusted"))


def _is(value: Decimal, printed: Decimal | None) -> bool:
    return printed is not None and abs(value - printed) <= abs(printed) * _ROUNDED


def _words(measure: str) -> tuple[str, ...]:
    return tuple(words("form_labels", f"{measure}_of_projects_word"))


@cache
def _of_part() -> re.Pattern[str]:
    return re.compile("|".join(words("form_labels", "number_of_part_word")))


def contradicted_plan(total: Decimal, others: Iterable[Decimal], paragraphs: Iterable[str]) -> str | None:
    """The clause with another budget of a whole department than the ``total`` of its form, 万元; None for several.

    None of the ``others``, which the form prints, is a contradiction, nor is an amount of another size.
    """
    said: dict[Decimal, str] = {}
    for paragraph in paragraphs:
        text = _THOUSANDS.sub("", paragraph) if "预算" in paragraph else ""
        for clause in _OF_PLAN.finditer(text):
            begin = max(text.rfind(mark, 0, clause.start()) for mark in "。；;，,") + 1
            said.setdefault(Decimal(clause["amount"]) * UNIT_FACTORS[clause["unit"]], text[begin : clause.end()])
    if len(said) != 1:
        return None
    ((value, words_of),) = said.items()
    is_known = any(abs(value - one) <= _CENT for one in (total, *others))
    return words_of if total / 2 < value < total * 2 and not is_known else None
