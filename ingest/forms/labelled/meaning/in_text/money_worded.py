"""Amounts behind words of what they are for: 某工程补助38.75万元（省级资金37万元，其他资金1.75万元）."""

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.labels import AMOUNT_KINDS, EXECUTION_KINDS
from ingest.grammar.amounts import amount_and_notes, read_wan
from ingest.source.printed import Printed

_TOTALS = frozenset(("annual_total", "midterm_total"))
_SOURCES = AMOUNT_KINDS - _TOTALS
_MONEY = AMOUNT_KINDS | EXECUTION_KINDS
# the last amount of a text, perhaps with its composition behind it; another one before it is of something else
_WORDED = re.compile(
    r"(?P<words>[^元]{2,80}?)(?<![\d,，.])(?P<amount>\d[\d,]*+(?:\.\d++)?\s?(?:万元|亿元|千元|元))"
    r"(?P<notes>\s*+[（(][^（）()]{1,200}[)）])?[。；;]?"
)
_IN_NOTES = re.compile(r"(?<![\d,，.])\d[\d,]*+(?:\.\d++)?\s?(?:万元|亿元|千元|元)")
_FEWEST = 2


class _Worded(NamedTuple):
    """An entry of money, its amount, its value in 万元, and what stands before and behind the amount."""

    entry: Entry
    amount: Printed
    value: Decimal
    around: tuple[Printed, ...]


def part_words(form: LabelledForm, entries: Sequence[Entry]) -> None:
    """Leave each such entry its amount alone, where sums prove it; the words around it become attributes of ``form``.

    The parts in brackets make up the amount, or the sources of a column, such texts among them, make up its total.
    """
    if not any(map(_may_be_worded, entries)):
        return
    columns: defaultdict[tuple[int, int], list[Entry]] = defaultdict(list)
    for entry in entries:
        label, header = entry.label, entry.header
        if (label is not None and label.kinds & _MONEY) or (header is not None and header.kinds & _MONEY):
            columns[entry.table if header is not None else -1, entry.at].append(entry)
    for own in columns.values():
        if any(map(_may_be_worded, own)):
            read = [found for entry in own if (found := _read(entry)) is not None]
            is_whole = _adds_up(read)
            for worded in read:
                if worded.around and (is_whole or _is_told_by_notes(worded)):
                    _take(form, worded)


def _may_be_worded(entry: Entry) -> bool:
    text = entry.value.text
    return "元" in text and amount_and_notes(text) is None and _WORDED.fullmatch(text) is not None


def _read(entry: Entry) -> _Worded | None:
    """The amount of an entry, bare or behind words; None for what holds none or more than one."""
    text = entry.value
    noted = amount_and_notes(text.text)
    found = _WORDED.fullmatch(text.text) if noted is None else None
    if noted is None and found is None:
        return None
    printed = noted.amount if noted is not None else found["amount"] if found is not None else ""
    value = read_wan(printed, entry.unit)
    if value is None:
        return None
    if found is None:
        return _Worded(entry, text, value, ())
    start, end = found.span("amount")
    around = tuple(part for part in (text[:start].strip(), text[end:].strip("。；; ")) if part)
    return _Worded(entry, text[start:end], value, around)


def _adds_up(read: Sequence[_Worded]) -> bool:
    """True for one total of a column and sources that are its sum."""
    totals = [own.value for own in read if _is_of(own.entry, _TOTALS)]
    sources = [own.value for own in read if _is_of(own.entry, _SOURCES)]
    return len(totals) == 1 and bool(sources) and sum(sources, Decimal(0)) == totals[0]


def _is_of(entry: Entry, kinds: frozenset[str]) -> bool:
    return entry.label is not None and bool(entry.label.kinds & kinds)


def _is_told_by_notes(worded: _Worded) -> bool:
    """True where what stands in brackets behind an amount makes it up."""
    parts = [read_wan(found[0], worded.entry.unit) for found in _IN_NOTES.finditer(worded.around[-1].text)]
    return len(parts) >= _FEWEST and sum((part or Decimal(0) for part in parts), Decimal(0)) == worded.value


def _take(form: LabelledForm, worded: _Worded) -> None:
    entry, label = worded.entry, worded.entry.label or worded.entry.header
    entry.say(worded.amount)
    if label is not None:
        form.attributes.append((label.label, list(worded.around)))
