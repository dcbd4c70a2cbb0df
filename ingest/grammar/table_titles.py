"""The title of a table of a budget, whatever the table is."""

import re
from collections.abc import Sequence

_TITLE = re.compile(r"[^。；;]{2,40}表(?:[（(][^（）()]{1,20}[)）])?")
_LONGEST_HEADING = 60
# 单位：万元, 公开09表: beside a heading, none themselves
_BESIDE_HEADING = re.compile(
    r"\s*+(?:(?:金额)?单位\s*+[：:].*|[（(]?(?:公开|附)?表?\s*+\d{1,2}(?:-\d{1,2})?\s*+表?[)）]?\s*+)"
)


def is_title_of_table(text: str) -> bool:
    """True for 部门收支总体情况表, 2025年一般公共预算支出表（按功能分类）."""
    return _TITLE.fullmatch(text) is not None


def heading_of(above: Sequence[str]) -> str | None:
    """The nearest line above that is called as a table is (收支总表), else the nearest short one.

    A line that prints nothing but a unit or a number is none where another is.
    """
    short = [text for text in reversed(above) if len(text) <= _LONGEST_HEADING]
    named = [text for text in short if _BESIDE_HEADING.fullmatch(text) is None]
    return next(filter(is_title_of_table, named), next(iter(named or short), None))
