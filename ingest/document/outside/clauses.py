"""The clauses of what a report says around its forms: what one names, the number in it, the row that it contradicts."""

import re
from decimal import Decimal
from functools import cache

from ingest.rows import (
    DepartmentBudgetRow,
    DepartmentIndicatorRow,
    ExecutionRow,
    IndicatorRow,
    IssueRow,
    PerformanceRow,
)
from ingest.source.blocks import Source
from ingest.vocabulary import words

NUMBER = r"([0-9][0-9,]*+(?:[.][0-9]++)?)"

Doubted = ExecutionRow | PerformanceRow | IndicatorRow | DepartmentBudgetRow | DepartmentIndicatorRow
"""What the words around a form may contradict."""


def doubt(publication: Source, row: Doubted, code: str, clause: str) -> IssueRow:
    """The clause that says otherwise, at the row that it contradicts."""
    return IssueRow(
        code,
        row.project_seq if isinstance(row, ExecutionRow | PerformanceRow | IndicatorRow) else None,
        None,
        " ".join(publication.text[row.char_start : row.char_end].split()),
        f"the words around the form say: {clause}",
        row.page,
        row.line,
        row.char_start,
        row.char_end,
    )


def number_in(clause: str, unit: str) -> Decimal | None:
    """The one number of a clause, where it bears the unit and is of the whole."""
    numbers = re.findall(NUMBER, clause)
    found = re.search(NUMBER + re.escape(unit), clause)
    if found is None or len(numbers) != 1 or spending_clause()[1].search(clause):
        return None
    return Decimal(found[1].replace(",", ""))


def names(clause: str, indicator_name: str | None) -> bool:
    """Whether a clause holds all characters of an indicator's name but a third of a long one, a quarter of others.

    The 数 or 数量 that ends a name is none of them: of 开放天数 a sentence says 开放290天.
    """
    name = re.sub(r"[（(][^（()）]*+[)）]|[0-9.]", "", indicator_name or "")
    counted = re.sub("数量?$", "", name)
    missing = sum(character not in clause for character in counted)
    return len(name) > 3 and missing * (3 if len(name) > 5 else 4) <= len(counted)


@cache
def spending_clause() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says money spent, and what says that a number is of a part."""
    spent = "|".join(words("form_labels", "spending_said_word"))
    return (
        re.compile(rf"[^。；;，,]*(?:{spent})[^。；;，,0-9]{{0,4}}{NUMBER}(万元|亿元|元)"),
        re.compile("|".join(words("form_labels", "number_of_part_word"))),
    )


@cache
def rate_clause() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says an execution rate, and what says that it is of a part."""
    rate = "|".join(words("form_labels", "rate_said_word"))
    return (
        re.compile(rf"[^。；;，,]*(?:{rate})[^。；;，,0-9]{{0,4}}([0-9]{{1,3}}(?:[.][0-9]{{1,4}})?)[%％]"),
        re.compile("|".join(words("form_labels", "rate_of_part_word"))),
    )
