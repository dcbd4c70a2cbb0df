"""The title of a table of a budget, whatever the table is."""

import re

_TITLE = re.compile(r"[^。；;]{2,40}表(?:[（(][^（）()]{1,20}[)）])?")


def is_title_of_table(text: str) -> bool:
    """True for 部门收支总体情况表, 2025年一般公共预算支出表（按功能分类）."""
    return _TITLE.fullmatch(text) is not None
