"""The levels of government that a sentence above a form names of its money: 年度安排245万元，其中区级资金122.51万元."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ingest.forms.labelled.meaning.in_text.money_text import tiles
from ingest.forms.labelled.rows.levels import land_level, order_levels
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import read_wan
from ingest.grammar.funding_sources import LEADING_SOURCE
from ingest.grammar.government_levels import level_named
from ingest.source.blocks import Line, Source
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed, Texts

_UNIT = "万元"
_AMOUNT = r"(?<![\d,.])(?P<amount>\d[\d,]*+(?:\.\d++)?\s?(?:万元|亿元|元))"
# 245万元，其中区级资金122.51万元; 245万元（其中：区级资金122.51万元）
_PARTED = re.compile(_AMOUNT + r"\s*+[，,（(]\s*+其中\s*+[:：]?\s*+(?P<parts>[^。；;（）()]{4,120})")
# 714.24万元，全部为区级资金
_WHOLE = re.compile(
    _AMOUNT + r"\s*+[，,（(]\s*+(?:全部|均|全)(?:为|由|是|来自)\s*+(?P<level>[^，,。；;（）()\d]{2,12})"
)
# What stands in both of them.
_SIGN = re.compile(r"[，,（(]\s*(?:其中|[全均])")
_ROUNDED = "、和及，, "


class SaidLevel(NamedTuple):
    """A level by the spans of its label and its amount in the text of a line, and the amount in 万元."""

    label: tuple[int, int]
    amount: tuple[int, int]
    value: Decimal


def levels_said(source: Source, texts: Texts, found: FormReading) -> dict[int, tuple[int, Sequence[SaidLevel]]]:
    """The line and the levels of each project whose form names none, by its number.

    One sentence between the form before and its own names all its 财政拨款, and levels that are no more than that.
    """
    fiscal = {row.project_seq: row.amount_wan for row in found.funding if row.funding_source_code == LEADING_SOURCE}
    told = {row.project_seq for row in found.funding_levels}
    said: dict[int, tuple[int, Sequence[SaidLevel]]] = {}
    paragraphs = [(line.number, "".join(texts[line.number].values())) for line in source.lines if not line.is_row]
    paragraphs = [own for own in paragraphs if _SIGN.search(own[1])]
    before = 0
    for project in sorted(found.projects, key=lambda row: row.line) if paragraphs else ():
        seq, amount = project.project_seq, fiscal.get(project.project_seq)
        own = [one for one in paragraphs if before < one[0] < project.line]
        before = project.line
        if amount is None or seq in told:
            continue
        lines = [(number, levels) for number, text in own if (levels := [*_levels(text, amount)])]
        if len(lines) == 1:
            said[seq] = lines[0]
    return said


def land_said(
    ledger: Ledger, reading: FormReading, said: Mapping[int, tuple[int, Sequence[SaidLevel]]], lines: Mapping[int, Line]
) -> None:
    """Land the levels of ``said``; what else their lines print is no part of a form."""
    for seq, (number, levels) in said.items():
        line = ledger.printed(lines[number].cells)
        at = 0
        for own in sorted(levels, key=lambda level: min(level.label, level.amount)):
            first, last = min(own.label, own.amount), max(own.label, own.amount)
            ledger.leave(line[at : first[0]].strip(), "a line outside the form")
            ledger.leave(line[first[1] : last[0]].strip(), "a line outside the form")
            label, amount = line[own.label[0] : own.label[1]], line[own.amount[0] : own.amount[1]]
            ledger.label(label)
            land_level(ledger, reading, seq, label, ledger.field(amount), own.value)
            at = last[1]
        ledger.leave(line[at:].strip(), "a line outside the form")
        order_levels(reading, seq)


def _levels(text: str, whole: Decimal) -> Iterator[SaidLevel]:
    for found in _WHOLE.finditer(text):
        if read_wan(found["amount"], _UNIT) == whole and _is_one(found["level"]):
            yield SaidLevel(found.span("level"), found.span("amount"), whole)
            return
    for found in _PARTED.finditer(text):
        start, parts = found.start("parts"), found["parts"].rstrip(_ROUNDED)
        pieces = tiles(Printed(parts, range(start, start + len(parts))))
        values = [read_wan(amount.text, _UNIT) for _, amount in pieces]
        known = [value for value in values if value is not None]
        is_of_levels = bool(pieces) and all(_is_one(label.label.text) for label, _ in pieces)
        if read_wan(found["amount"], _UNIT) != whole or not is_of_levels or len(known) < len(pieces):
            continue
        if sum(known, Decimal(0)) <= whole:
            for (label, amount), value in zip(pieces, known, strict=True):
                yield SaidLevel(label.label.strip(_ROUNDED).span, amount.strip(_ROUNDED).span, value)
            return


def _is_one(text: str) -> bool:
    level = level_named(text.strip(_ROUNDED))
    return level is not None and level.code is not None
