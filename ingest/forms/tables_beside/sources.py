"""Sources of money under unknown labels in a table of projects: what makes up the total beside the known ones."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from ingest.forms.indicator_rows.headers.columns import HeadColumn
from ingest.grammar.amounts import read_wan

_TOTALS = ("annual_total", "budget")
_UNIT = "万元"  # of every column, or of none: they are compared with each other


def told_by_sums(heads: Mapping[int, HeadColumn], row: Mapping[int, str]) -> Mapping[int, HeadColumn]:
    """The columns of a row, those right of its total that complete the known sources to it being of money, too.

    合计 268, 本级财力安排 268, 上级补助 0: the label of a source that is not known (本级财力安排) is told by the sum.
    """
    totals = [at for at, head in heads.items() if head.kind in _TOTALS]
    amounts = {at: value for at, text in row.items() if at in heads and (value := read_wan(text, _UNIT)) is not None}
    if len(totals) != 1 or totals[0] not in amounts:
        return heads
    total = amounts.pop(totals[0])
    known = sum((value for at, value in amounts.items() if heads[at].role == "money"), Decimal(0))
    others = [at for at in amounts if at > totals[0] and heads[at].role == "attribute" and heads[at].unit is None]
    has_known = any(head.role == "money" and head.kind not in _TOTALS for head in heads.values())
    if not has_known or known == total or known + sum((amounts[at] for at in others), Decimal(0)) != total:
        return heads
    return {at: replace(head, role="money", kind=None) if at in others else head for at, head in heads.items()}
