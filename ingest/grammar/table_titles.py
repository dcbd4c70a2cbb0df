"""The title of a table of a budget, whatever the table is."""

import re
from collections.abc import Sequence

_TITLE = re.compile(r"[^。；;]{2,40}表(?:[（(][^（）()]{1,20}[)）])?")
_LONGEST_HEADING = 60


def is_title_of_table(text: str) -> bool:
    """True for 部门收支总体情况表, 2025年一般公共预算支出表（按功能分类）."""
    return _TITLE.fullmatch(text) is not None


def heading_of(above: Sequence[str]) -> str | None:
    """The nearest line above that is called as a table is (收支总表), else the nearest short one."""
    short = [text for text in reversed(above) if len(text) <= _LONGEST_HEADING]
    return next(filter(is_title_of_table, short), next(iter(short), None))
