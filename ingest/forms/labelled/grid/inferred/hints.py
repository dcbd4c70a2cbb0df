"""The role that the words of an unknown header speak of: 指标权数 is a weight, 年末实现值 an actual value."""

import re
from functools import lru_cache

from ingest.forms.labelled.labels import fold_label, speaks
from ingest.vocabulary import words

_BETWEEN = re.compile("[/、及和与]")
_BY_WORDS = ("reason", "note", "score", "weight")


@lru_cache(maxsize=4096)
def hinted(text: str) -> str | None:
    """The role of a column by words of its header; None where they tell none, or more than one.

    A value of an earlier year, of half of one, or of a level elsewhere is a note: no target is taken from it.
    """
    if is_no_target(text):
        return "note"
    for role in _BY_WORDS:
        if speaks(text, f"{role}_word"):
            return None if role == "note" and speaks(text, "planned_word") else role  # 应达标准, 指标说明
    folded = fold_label(text)
    if not folded.endswith(words("form_labels", "value_ending")):
        return "unit" if speaks(text, "measure_word") else None
    is_actual, is_planned = speaks(text, "actual_word"), speaks(text, "planned_word")
    if is_actual and is_planned and _names_both(folded):
        return None
    if is_planned:
        return _side(text)
    return "actual" if is_actual else None


def _names_both(folded: str) -> bool:
    """True for a label of what is planned and of what was done, in one column: 目标值/完成情况, 目标值及完成值."""
    parts = _BETWEEN.split(folded)
    return any(speaks(part, "actual_word") and not speaks(part, "planned_word") for part in parts[1:])


def is_no_target(text: str) -> bool:
    """True for the label of a value that is neither the year's nor the cycle's: 上年完成值, 半年指标值, 历史指标值."""
    return speaks(text, "no_target_word")


def _side(text: str) -> str:
    """The side of a planned value."""
    if speaks(text, "cycle_word"):
        return "cycle"
    return "annual" if speaks(text, "year_word") else "value"
