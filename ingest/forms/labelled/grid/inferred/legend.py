"""Columns headed by ordinals alone, which a note explains: 甲, 乙 above values, 注：甲为年度指标值，乙为实际完成值."""

import re
from collections.abc import Iterable, Mapping

from ingest.forms.labelled.labels import grid_column

_EXPLAINED = re.compile(
    r"(?P<key>[甲乙丙丁戊己庚A-H①-⑧])(?<!\w.)\s?[列栏]?\s?(?:为|是|指|表示|代表|[:：])\s?"
    r"(?P<label>[^\s，,；;。、：:]{2,12})"
)
_FEWEST = 2


def legend_of(texts: Iterable[str]) -> dict[str, str]:
    """The labels of columns by their ordinals, as one of the texts explains two of them or more."""
    found: dict[str, str] = {}
    printed = [*texts]
    for text in printed if _EXPLAINED.search("\n".join(printed)) else ():
        own = {said["key"]: said["label"] for said in _EXPLAINED.finditer(text)}
        known = {key: label for key, label in own.items() if grid_column(label) is not None}
        found |= known if len(known) >= _FEWEST else {}
    return found


def explained(texts: Mapping[int, str], legend: Mapping[str, str]) -> Mapping[int, str]:
    """The texts of a row, ordinals as what the legend says of them, where two or more stand behind other labels."""
    own = [at for at, text in texts.items() if text.strip() in legend]
    if len(own) < _FEWEST or len(own) == len(texts):
        return texts
    return {at: legend[text.strip()] if at in own else text for at, text in texts.items()}
