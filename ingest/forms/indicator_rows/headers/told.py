"""Cells that print more than their column's label says: amounts under labels of their own, a rate and its score."""

import re
from collections.abc import Mapping

from ingest.forms.indicator_rows.headers.columns import head_column
from ingest.forms.labelled.labels import speaks
from ingest.source.printed import Printed

_MONEY = ("money", "execution")
_FEWEST = 2
# 年初预算：62 全年预算：62 执行率：100.00%
_AMOUNT = re.compile(
    r"\s*+(?P<label>[^\d\s：:，,；;。]{2,12}[：:])\s*+(?P<value>-?\d[\d,]*+(?:\.\d++)?\s*+(?:[%％]|[亿万千]?元|万)?)[\s，,；;。]*+"
)
# 97.00%（9.7）, 97.00%/9.7
_RATE_AND_SCORE = re.compile(
    r"(?P<rate>\d[\d.]*+\s*+[%％]?)(?P<open>\s*+[（(/／]\s*+)(?P<score>\d[\d.]*+)(?P<close>\s*+分?\s*+[)）]?)"
)


def amounts_told(cell: Printed) -> list[tuple[Printed, Printed]]:
    """The labels of a cell with their amounts; none where it holds anything else, or no label of money."""
    found, at = [], 0
    while at < len(cell.text) and (piece := _AMOUNT.match(cell.text, at)):
        low, high = piece.span("label")
        start, end = piece.span("value")
        found.append((cell[low:high], cell[start:end].strip(", ")))
        at = piece.end()
    roles = [head_column(label.text.strip("：: "), "").role for label, _ in found]
    is_whole = at == len(cell.text) and len(found) >= _FEWEST
    return found if is_whole and any(role in _MONEY for role in roles) else []


def rate_and_score(label: str, cell: Printed) -> tuple[Printed, Printed, list[Printed]] | None:
    """The rate of a cell, its score and the signs around it, where its label says both: 执行率（得分）."""
    parts = _RATE_AND_SCORE.fullmatch(cell.text) if speaks(label, "execution_score_word") else None
    if parts is None:
        return None
    spans: Mapping[str, tuple[int, int]] = {name: parts.span(name) for name in parts.re.groupindex}
    rate, opening, score, closing = (cell[low:high].strip() for low, high in spans.values())
    return rate, score, [sign for sign in (opening, closing) if sign]
