"""Columns of money under unknown labels, told by what their rows add up to: 合计 100, 市里拿的 60, 上级补助 40."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.forms.indicator_rows.headers.columns import HeadColumn
from ingest.grammar.amounts import read_wan

RowTexts = Mapping[int, str]
Heads = Mapping[int, HeadColumn]

_NOTHING = Decimal(0)
# 财政拨款/单位资金: which of them an amount is of, it does not say
_OF_SEVERAL = re.compile("[/／、及和与]")


def with_source_by_sum(heads: Heads, rows: Sequence[RowTexts], unit: str) -> Heads:
    """The columns, the only unknown one that makes up each total with the known sources told as one of money."""
    totals = [at for at, head in heads.items() if head.kind == "annual_total"]
    sources = [at for at, head in heads.items() if (head.kind or "").startswith("source_")]
    if len(totals) != 1 or not sources:
        return heads
    (total,) = totals
    wan = [{at: value for at in row if (value := _wan(heads, row, at, unit)) is not None} for row in rows]
    wan = [row for row in wan if total in row]
    rest = [row[total] - sum((row.get(at, _NOTHING) for at in sources), _NOTHING) for row in wan]
    others = [at for at, head in heads.items() if head.role == "attribute"] if any(rest) else []
    unknown = [at for at in others if _OF_SEVERAL.search(heads[at].label) is None]
    found = [at for at in unknown if [row.get(at, _NOTHING) for row in wan] == rest]
    return {**heads, found[0]: replace(heads[found[0]], role="money")} if len(found) == 1 else heads


def _wan(heads: Heads, row: RowTexts, at: int, unit: str) -> Decimal | None:
    return read_wan(row[at], heads[at].unit or unit) if at in heads else None
