"""Indicators listed in one cell under bracketed labels: `【产出指标-数量指标】指标1:名(值)；指标2:名(值)【…】…`."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from ingest.grammar.labels import level1_code, level2_code
from ingest.grammar.lists.numbered import Extent, IndicatorList, Item, stripped
from ingest.source.printed import Printed

_HEAD = re.compile(r"【\s*+(?P<label1>[^【】\-－—–]{2,12}?)\s*+[-－—–]++\s*+(?P<label2>[^【】]{2,20}?)\s*+】")
# 指标1:  指标 2：  1、
_ITEM = re.compile(r"(?:指标\s*(?P<ordinal>\d{1,2})\s*[:：、.]\s*)")
# the last bracket of an item holds its value
_VALUE = re.compile(r"[（(](?P<value>(?:[^（()）]|[（(][^（()）]*[)）])*)[)）]\s*+[；;。，,、]*+\s*+$")
_SECTION = re.compile(r"【(?P<name>[^【】]{2,12})】\s*+[:：]?\s*+")
_ENDS = "；;。，,、"


class Section(NamedTuple):
    """A section of a text: its name, its bracket with the colon behind it, and its text."""

    name: Printed
    label: Printed
    text: Printed


def is_bracketed_list(text: str) -> bool:
    """True for a text that begins with `【level 1-level 2】` of the framework."""
    head = _HEAD.match(text.strip())
    return head is not None and (level1_code(head["label1"]) or level2_code(head["label2"])) is not None


def holds_sections(text: str) -> bool:
    """True for bracketed sections of which a later one is of the framework: 【总体目标】…【产出指标-数量指标】…."""
    text = text.strip()
    return _SECTION.match(text) is not None and _list_start(text) not in (None, 0)


def sections_of(printed: Printed) -> tuple[list[Section], Printed]:
    """The sections before the list of indicators, and the list; what stands before them is one without a name."""
    start = _list_start(printed.text)
    before, listed = (printed[:start], printed[start:]) if start is not None else (printed, printed[:0])
    heads = list(_SECTION.finditer(before.text))
    first = before[: heads[0].start()] if heads else before
    found = [Section(printed[:0], printed[:0], first.strip())] if first.strip() else []
    for head, following in pairwise([*heads, None]):
        assert head is not None
        end = following.start() if following is not None else len(before.text)
        name = before[head.start("name") : head.end("name")].strip()
        found.append(Section(name, before[head.start() : head.end()].strip(), before[head.end() : end].strip()))
    return found, listed.strip()


def _list_start(text: str) -> int | None:
    """Where the first label of the framework stands; None where none does."""
    heads = (head for head in _HEAD.finditer(text) if level1_code(head["label1"]) or level2_code(head["label2"]))
    return next((head.start() for head in heads), None)


def read_bracketed_list(printed: Printed) -> IndicatorList:
    """The indicators of a cell; what stands before the first label comes back as ``preamble``. Raises nothing."""
    heads = list(_HEAD.finditer(printed.text))
    starts = [head.start() for head in heads] + [len(printed.text)]
    items: list[Item] = []
    for head, end in zip(heads, starts[1:], strict=True):
        own = list(_items(printed, head.end(), end))
        for place, item in enumerate(own):
            item.label1 = printed[head.start("label1") : head.end("label1")]
            item.label2 = printed[head.start("label2") : head.end("label2")]
            if place == 0:
                item.labels = [*_between(printed.text, head), *item.labels]
        items += own
    return IndicatorList(printed[: starts[0]], tuple(items))


def _between(text: str, head: re.Match[str]) -> Iterable[Extent]:
    """The brackets and dash of a head."""
    cuts = (head.start(), *head.span("label1"), *head.span("label2"), head.end())
    return (stripped(text, low, high) for low, high in zip(cuts[::2], cuts[1::2], strict=True))


def _items(printed: Printed, first: int, last: int) -> Iterable[Item]:
    """The items between two heads: a mark, a name, and a value in the last brackets."""
    text = printed.text
    marks = list(_ITEM.finditer(text, first, last))
    starts = [mark.start() for mark in marks] or [first]
    for start, stop in pairwise([*starts, last]):
        low, high = stripped(text, start, stop)
        if not text[low:high].strip(_ENDS):
            continue
        item = Item(whole=printed[low:high])
        mark = _ITEM.match(text, low, high)
        if mark:
            item.labels.append(stripped(text, low, mark.end()))
            low = mark.end()
        value = _VALUE.search(text, low, high)
        if value:
            item.annual = printed[value.start("value") : value.end("value")].strip() or None
            item.labels += [(value.start(), value.start("value")), stripped(text, value.end("value"), high)]
            high = value.start()
        item.name = printed[low:high].strip(_ENDS + " ")
        behind = low + len(text[low:high].rstrip(_ENDS + " "))
        if behind < high:
            item.labels.append(stripped(text, behind, high))
        yield item
