"""The rows below the header of a grid, put under its columns: they show what words do not tell."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

from ingest.forms.labelled.grid.fit import is_level
from ingest.forms.labelled.grid.several import VALUES
from ingest.forms.labelled.labels import find_label
from ingest.grammar.labels import level1_code, level2_code
from ingest.grammar.quantities import is_sign, read_score
from ingest.grammar.targets import read_target
from ingest.source.printed import fold
from ingest.vocabulary import words

Texts = Mapping[int, str]

_MOST_OF_A_PAIR = 1
_SHIFTS = (0, -1, 1)
_NUMBERS = ("weight", "score")
_WEIGHT_BEHIND = re.compile(r"(?<=[^\W\d])[（(]\d{1,3}(?:\.\d)?分[)）]$")


def _is_level1(text: str) -> bool:
    return level1_code(text) is not None


def _is_number(text: str) -> bool:
    return read_score(text) is not None


_TELLING: Mapping[str, Callable[[str], bool]] = {
    "level1": _is_level1,
    "level2": lambda text: level2_code(text) is not None,
    "weight": _is_number,
    "score": _is_number,
    "operator": is_sign,
}
"""Roles whose cells show themselves."""


def may_show_levels(texts: Texts, below: Sequence[Texts]) -> bool:
    """True where the first row below a header begins with no label of a form: it may begin with one of a level."""
    first = next((row for row in below if row and row != texts), None)
    return first is not None and find_label(first[min(first)]) is None


def rows_under(columns: Mapping[int, str], texts: Texts, below: Sequence[Texts]) -> list[Texts]:
    """The rows below a header that stand as the first of them does, put under its columns; none in doubt.

    Of rows that are shifted only those count that begin with a label of a level: others may stand where they should.
    A column that words name and whose cells show themselves says how far they are shifted, whatever levels that no
    vocabulary has (投入管理) stand first.
    """
    if not may_show_levels(texts, below):
        return []
    below = [row for row in below if row and row != texts]  # printed again on a new page
    telling = {index: _TELLING[role] for index, role in columns.items() if role in _TELLING}
    alike = list(takewhile(lambda row: find_label(row[min(row)]) is None, below))
    leading = (
        list(takewhile(lambda row: len(row) > _MOST_OF_A_PAIR, alike)) if is_level(below[0][min(below[0])]) else []
    )
    leading = [row for row in leading if is_level(row[min(row)])]
    if _stand_left(columns, texts, leading):
        return [{at + 1: text for at, text in row.items()} for row in leading]
    shown = next((row for row in alike if all(at in row and show(row[at]) for at, show in telling.items())), below[0])
    within = range(min(texts), max(texts) + 1)
    for shift in _SHIFTS if telling else (0,):
        if shift and any(at - shift not in within and at in within for row in leading for at in row):
            continue  # a cell below a label would stand below none
        if shift and 2 * sum(_shows(row, telling, shift) for row in leading) < len(leading):
            continue  # the first row alone does not tell
        tells = next((row for row in leading if any(index + shift in row for index in telling)), shown)
        row = {index - shift: text for index, text in tells.items()}
        told = [index for index in telling if index in row]
        if all(telling[index](row[index]) for index in told) and (told or not telling):
            is_certain = any(columns[index] not in _NUMBERS for index in told) or _is_counted(texts, below[0])
            if not is_certain and (shift or (min(texts) in row and max(texts) not in row)):
                return []  # numbers alone do not tell how far a row is shifted
            start = min(below[0])
            return [
                {at - shift: text for at, text in row.items()}
                for row in alike
                if len(row) > _MOST_OF_A_PAIR and min(row) >= start and (not shift or is_level(row[min(row)]))
            ]
    return []


def _shows(row: Texts, telling: Mapping[int, Callable[[str], bool]], shift: int) -> bool:
    """True for a row whose cells show themselves where the shift puts them, or stand below no such column."""
    return all(show(row[at + shift]) for at, show in telling.items() if at + shift in row)


def _is_counted(texts: Texts, row: Texts) -> bool:
    """True for a row that begins with its number below 序号: it stands where its header does."""
    first = min(texts)
    return fold(texts[first]) in words("form_labels", "row_number") and row.get(first, "").isdigit()


def _stand_left(columns: Mapping[int, str], texts: Texts, rows: Sequence[Texts]) -> bool:
    """True for rows that all stand a column left of their header, under the label of the whole grid.

    The column of targets is blank and that before it filled, or what columns hold fits those before them alone.
    """
    first = min(texts)
    name = next((index for index, role in columns.items() if role == "level3"), max(texts) + 1)
    rows = [row for row in rows if min(row) < name]  # 服务对象满意度 is a name, too
    if first in columns or not rows or not is_level(rows[0].get(first, "")):
        return False
    value = next((index for index, role in columns.items() if role in VALUES), None)
    if value is not None and all(value not in row and value - 1 in row for row in rows):
        return True
    odd = sum(_is_odd(columns, row, 0) for row in rows)
    return 2 * odd >= len(rows) and not any(_is_odd(columns, row, 1) for row in rows)


def _is_odd(columns: Mapping[int, str], row: Texts, left: int) -> bool:
    """True for a row, standing so many columns left of its header, of which a cell does not fit its column."""
    cells = [(role, row[at - left]) for at, role in columns.items() if at - left in row]
    return any(role in _SHOWN and not _SHOWN[role](text) for role, text in cells)


def _is_name(text: str) -> bool:  # 采购图书（10分） is one with its weight
    return not read_target(_WEIGHT_BEHIND.sub("", text)).is_quantitative


_SHOWN: Mapping[str, Callable[[str], bool]] = {
    "level3": _is_name,
    "unit": lambda text: not any(map(str.isdigit, text)),
    "weight": _is_number,
    "score": _is_number,
    "operator": is_sign,
}
