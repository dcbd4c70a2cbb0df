"""The grade that a report gives a project 等次为“优”, where the score of its form has another."""

import re
from collections.abc import Iterable
from decimal import Decimal

from ingest.vocabulary import vocabulary

_GRADED = re.compile(
    r"(?:等次|等级|评定|评价结果|评价结论|被?评)[^。；;，,“”\"0-9]{0,4}[为是：:][“\"「]?(优|良|中|差)(?:秀|好)?[”\"」]?(?=[。；;，,、）)]|$)"
)
_IN_BRACKETS = re.compile("[（(][^（()）]*+[)）]")
_OF_OTHERS = re.compile("[0-9]分?[（(]?(?:含|以上|以下|及以上)|[0-9一二三四五六七八九十两]个项目")
"""A clause that says from what score a grade is given, or how many projects have it."""
_FROM = tuple((Decimal(row["at_least"]), row["grade"]) for row in vocabulary("score_grades"))
"""From how many points on there is which grade, the best first."""


def other_grade(score: Decimal, sentences: Iterable[str]) -> str | None:
    """The clause with the one grade that is said, where the score gives another; None where none does."""
    graded = {
        found[1]: clause
        for text in sentences
        for clause in re.split("[。；;]", _IN_BRACKETS.sub("", text))
        if not _OF_OTHERS.search(clause)
        for found in _GRADED.finditer(clause)
    }
    due = next(grade for least, grade in _FROM if score >= least or not least)
    return next(iter(graded.values())) if len(graded) == 1 and due not in graded else None
