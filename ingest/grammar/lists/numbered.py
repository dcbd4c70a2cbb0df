"""The numbered list of indicators in one cell.

`1、1-产出指标；11-数量指标；名称；实施周期指标值:100%；年度指标值:100%。2、1-产出指标；…`

A list is split only before an item's head (`N、1-产出指标；11-数量指标`), and an item only before the labels of its
values, so that numbers, semicolons and full stops inside names and values stay where they are.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from ingest.source.printed import NOTHING, Printed, fold
from ingest.vocabulary import vocabulary, words

_SEPARATORS = "；;：:，,。.、"
_PARTS = ("ordinal", "code1", "label1", "code2", "label2")
"""Of a head, in their order."""
_BREAK = r"[；;：:，,。]"
_DASH = r"[-－—–‐‑_一]"
# Of a longer run of digits the last nine: no list has more items, and the digits before belong to a value.
_ORDINAL = r"(?P<ordinal>\d{1,9})\s*[、．.，,]\s*"

# What a head or a label begins with is looked at first, which finds them in a third of the time.
# 2、1-产出指标；11-数量指标; also `1-产出指标: 11-数量指标:`, `12-质量指标, `, `1一产出指标11一数量指标;`
_CODED_HEAD = re.compile(
    rf"(?=\d)(?:{_ORDINAL})?(?P<code1>[1-9])\s*{_DASH}\s*(?P<label1>[^\s\d；;：:，,。]{{2,12}}?)\s*+{_BREAK}?\s*+"
    rf"(?P<code2>[1-9]\d)\s*{_DASH}\s*+(?P<label2>[^；;：:，,。\d]{{2,20}}?)\s*+(?={_BREAK}|\Z)"
)


Extent = tuple[int, int]
"""Characters of a cell's text: the first, and the one behind the last."""


@dataclass(slots=True)
class Item:
    """One indicator of the list; every text still knows where it stands.

    ``labels`` are the parts of the cell's text that are labels and separators; ``leftovers`` are not understood.
    """

    whole: Printed
    ordinal: Printed = NOTHING
    code1: Printed = NOTHING
    label1: Printed = NOTHING
    code2: Printed = NOTHING
    label2: Printed = NOTHING
    name: Printed = NOTHING
    cycle: Printed | None = None
    annual: Printed | None = None
    actual: Printed | None = None
    labels: list[Extent] = field(default_factory=list)
    leftovers: list[tuple[Printed, str]] = field(default_factory=list)

    @property
    def parts(self) -> tuple[Printed | None, ...]:
        """The texts that become fields."""
        heads = (self.ordinal, self.code1, self.label1, self.code2, self.label2)
        return (*heads, self.name, self.cycle, self.annual, self.actual)


@dataclass(frozen=True, slots=True)
class IndicatorList:
    """The items of a cell in printed order, and what stands before the first."""

    preamble: Printed
    items: tuple[Item, ...]


def find_head(text: str) -> int | None:
    """Where the first item of an indicator list begins in ``text``; None where there is none."""
    coded, plain = _CODED_HEAD.search(text), _plain_head().search(text)
    if coded and plain:
        return plain.start() if plain.end() <= coded.start() else coded.start()
    found = coded or plain
    return found.start() if found else None


def holds_several(text: str) -> bool:
    """True where more than one item of an indicator list begins in ``text``."""
    return len(_heads(text)) > 1


def read_indicator_list(printed: Printed) -> IndicatorList:
    """The indicators of a cell. Raises nothing: a text without any item comes back whole as ``preamble``."""
    text = printed.text
    heads = _heads(text)
    if not heads:
        return IndicatorList(printed, ())
    starts: list[int] = []
    expected = 1
    for head in heads:
        starts.append(_item_start(head, expected))
        if head["ordinal"]:
            expected = int(text[max(starts[-1], head.start("ordinal")) : head.end("ordinal")])
        expected += 1
    ends = [*starts[1:], len(text)]
    items = [
        _read_item(printed, head, start, end, is_last=end == len(text))
        for head, start, end in zip(heads, starts, ends, strict=True)
    ]
    return IndicatorList(printed[: starts[0]], tuple(items))


def _heads(text: str) -> list[re.Match[str]]:
    coded = list(_CODED_HEAD.finditer(text))
    starts = [head.start() for head in coded]
    known = set(starts)

    def is_coded(plain: re.Match[str]) -> bool:
        before = bisect_left(starts, plain.end())
        return before > 0 and coded[before - 1].end() > plain.start()

    plain = [head for head in _plain_head().finditer(text) if head.start() not in known and not is_coded(head)]
    return sorted([*coded, *plain], key=lambda head: head.start()) if plain else coded


@cache
def _plain_head() -> re.Pattern[str]:
    """A head whose codes are missing or damaged, `1、产出指标；数量指标；`: only for labels of the vocabulary."""
    rows = vocabulary("indicator_labels")
    level1, level2 = (
        "|".join(re.escape(row["label"]) for row in rows if row["level"] == level) for level in ("1", "2")
    )
    code = rf"(?:[0-9A-Za-z|]{{1,2}}\s*{_DASH}\s*)?"
    return re.compile(
        rf"{_ORDINAL}(?P<code1>){code}(?P<label1>(?:{level1})指标)\s*{_BREAK}\s*"
        rf"(?P<code2>){code}(?P<label2>(?:{level2})(?:指标)?)\s*(?={_BREAK}|\Z)"
    )


def _item_start(head: re.Match[str], expected: int) -> int:
    """Where the item begins: a number glued to the value before it (`…1002、` where 2 is due) gives back its front."""
    digits = head["ordinal"] or ""
    wanted = str(expected)
    if len(digits) > len(wanted) and digits.endswith(wanted):
        return head.end("ordinal") - len(wanted)
    return head.start()


@cache
def _value_label() -> re.Pattern[str]:
    """`实施周期指标值:` or `年度指标值:`; behind a separator the colon may be lost or damaged."""
    labels = words("form_labels", "cycle_value"), words("form_labels", "annual_value")
    cycle, annual = ("|".join(map(re.escape, found)) for found in labels)
    first = "".join(sorted({re.escape(label[0]) for found in labels for label in found}))
    label = rf"\s*(?:(?P<cycle>{cycle})|(?P<annual>{annual}))\s*"
    behind = label.replace("<cycle>", "<cycle2>").replace("<annual>", "<annual2>")
    return re.compile(rf"(?!(?<=\s)\s)(?=[\s{first}])(?:{label}[：:]\s*|(?<=[；;。，,]){behind}[；;.]?\s*)")


@cache
def _cut_label() -> re.Pattern[str]:
    """A value label cut off at the end of a cell: `；年度` or `; 年度指标`."""
    labels = words("form_labels", "cycle_value") + words("form_labels", "annual_value")
    starts = sorted({label[:length] for label in labels for length in range(2, len(label) + 1)}, key=len, reverse=True)
    return re.compile(rf"[；;，,。]\s*(?:{'|'.join(starts)})\s*\Z")


def _read_item(printed: Printed, head: re.Match[str], start: int, end: int, is_last: bool) -> Item:
    item = Item(printed[start:end].strip())
    item.ordinal = printed[max(start, head.start("ordinal")) : head.end("ordinal")] if head["ordinal"] else NOTHING
    item.code1, item.label1 = _group(printed, head, "code1"), _group(printed, head, "label1")
    item.code2, item.label2 = _group(printed, head, "code2"), _group(printed, head, "label2")
    text = printed.text
    item.labels.extend(_between(text, start, head))
    if is_last and (cut := _cut_label().search(text, head.end(), end)):
        item.leftovers.append((printed[cut.start() : cut.end()].strip(), "label cut off"))
        end = cut.start()
    labels = list(_value_label().finditer(text, head.end(), end))
    bounds = [label.start() for label in labels] + [end]
    item.name = _trim(printed, head.end(), bounds[0], item.labels, leading=True)
    for label, stop in zip(labels, bounds[1:], strict=True):
        item.labels.append(label.span())
        _take_value(item, label, _trim(printed, label.end(), stop, item.labels, leading=False))
    return item


def _take_value(item: Item, label: re.Match[str], value: Printed) -> None:
    if label["cycle"] or label["cycle2"]:
        if item.cycle is None and item.annual is None:
            item.cycle = value
            return
    elif item.annual is None:
        item.annual = value
        return
    if value:
        item.leftovers.append((value, "value printed again"))


def _group(printed: Printed, head: re.Match[str], name: str) -> Printed:
    low, high = head.span(name)
    return printed[low:high] if low < high else NOTHING


def _between(text: str, start: int, head: re.Match[str]) -> Iterable[Extent]:
    """The separators between the parts of a head."""
    position = start
    for low, high in map(head.span, _PARTS):
        if low > position:
            yield stripped(text, position, low)
        position = max(position, high)


def stripped(text: str, low: int, high: int) -> Extent:
    """A part of a text without the white space at both its ends."""
    while low < high and text[low].isspace():
        low += 1
    while low < high and text[high - 1].isspace():
        high -= 1
    return low, high


def _trim(printed: Printed, start: int, end: int, labels: list[Extent], leading: bool) -> Printed:
    """The text without white space and one separator at its end (and at its start), which become labels."""
    text = printed.text
    while end > start and text[end - 1].isspace():
        end -= 1
    if leading and start < end and text[start] in _SEPARATORS:
        labels.append((start, start + 1))
        start += 1
    if end > start and text[end - 1] in _SEPARATORS:
        labels.append((end - 1, end))
        end -= 1
    return printed[start:end].strip()


def is_false_start(item: Item, following: Item) -> bool:
    """True for an item that is printed again at once under the same number and name, and has no annual value."""
    same = (item.ordinal.text, item.code2.text, fold(item.name.text))
    return item.annual is None and same == (following.ordinal.text, following.code2.text, fold(following.name.text))
