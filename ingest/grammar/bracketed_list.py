"""Indicators listed in one cell under bracketed labels: `【产出指标-数量指标】指标1:名(值)；指标2:名(值)【…】…`."""

import re
from collections.abc import Iterable

from ingest.grammar.indicator_list import IndicatorList, Item
from ingest.grammar.labels import level1_code, level2_code
from ingest.printed import Printed

_HEAD = re.compile(r"【\s*(?P<label1>[^【】\-－—–]{2,12}?)\s*[-－—–]+\s*(?P<label2>[^【】]{2,20}?)\s*】")
# 指标1:  指标 2：  1、
_ITEM = re.compile(r"(?:指标\s*(?P<ordinal>\d{1,2})\s*[:：、.]\s*)")
# the last bracket of an item holds its value
_VALUE = re.compile(r"[（(](?P<value>(?:[^（()）]|[（(][^（()）]*[)）])*)[)）]\s*[；;。，,、]*\s*$")
_ENDS = "；;。，,、"


def is_bracketed_list(text: str) -> bool:
    """True for a text that begins with `【level 1-level 2】` of the framework."""
    head = _HEAD.match(text.strip())
    return head is not None and (level1_code(head["label1"]) or level2_code(head["label2"])) is not None


def read_bracketed_list(printed: Printed) -> IndicatorList:
    """The indicators of a cell; what stands before the first label comes back as ``preamble``. Raises nothing."""
    heads = list(_HEAD.finditer(printed.text))
    starts = [head.start() for head in heads] + [len(printed.text)]
    items: list[Item] = []
    for head, end in zip(heads, starts[1:], strict=True):
        own = list(_items(printed[head.end() : end]))
        for place, item in enumerate(own):
            item.label1 = printed[head.start("label1") : head.end("label1")]
            item.label2 = printed[head.start("label2") : head.end("label2")]
            if place == 0:
                item.labels = [*_between(printed, head), *item.labels]
        items += own
    return IndicatorList(printed[: starts[0]], tuple(items))


def _between(printed: Printed, head: re.Match[str]) -> Iterable[Printed]:
    """The brackets and dash of a head."""
    cuts = (
        head.start(),
        head.start("label1"),
        head.end("label1"),
        head.start("label2"),
        head.end("label2"),
        head.end(),
    )
    return (printed[low:high].strip() for low, high in zip(cuts[::2], cuts[1::2], strict=True))


def _items(body: Printed) -> Iterable[Item]:
    marks = list(_ITEM.finditer(body.text))
    starts = [mark.start() for mark in marks] or [0]
    for start, end in zip(starts, [*starts[1:], len(body.text)], strict=True):
        whole = body[start:end].strip()
        if not whole.text.strip(_ENDS):
            continue
        item = Item(whole=whole)
        mark = _ITEM.match(whole.text)
        rest = whole
        if mark:
            item.labels.append(whole[: mark.end()].strip())
            rest = whole[mark.end() :]
        value = _VALUE.search(rest.text)
        if value:
            item.annual = rest[value.start("value") : value.end("value")].strip() or None
            item.labels += [rest[value.start() : value.start("value")], rest[value.end("value") :].strip()]
            rest = rest[: value.start()]
        item.name = rest.strip(_ENDS + " ")
        behind = rest[len(rest.text.rstrip(_ENDS + " ")) :]
        if behind:
            item.labels.append(behind.strip())
        yield item
