"""What stands behind the levels of an indicator: its name and its target, alike for all of one list.

`供水站：≥96座`, `供水站，96座`, `供水站 96座`, `供水站≥96座`, `供水站（≥96座）`, `供水站，年度指标值96座`, `≥96座`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from ingest.grammar.lists.numbered import Item
from ingest.grammar.named_targets import begins_as_target, is_target_alone, part_target
from ingest.source.printed import NOTHING, Printed
from ingest.vocabulary import words

_ENDS = "；;。，,、 \u3000"
_BRACKETS = re.compile(r"[（(【\[「《“][^（()）【】\[\]「」《》“”]*[)）】\]」》”]")
_PARTS = re.compile(r"[^；;]+")
_OF_LIST = re.compile(r"指标\s?\d{1,2}\s?[：:、.]\s?")
_COLON, _COMMA = re.compile(r"：|(?<!\d):|:(?!\d)"), re.compile(r"，|(?<!\d),|,(?!\d)")
_COMPARES = "≥≤<>=＞＜＝≧≦"
_WIDEST_BLANK = 3
_MOST_CUTS = 8

Cut = tuple[int, int]
"""The characters between a name and its target."""


@cache
def _value_label() -> re.Pattern[str]:
    """`，实施周期指标值20台，年度指标值8台`: the labels of values behind a separator, with their colon or without."""
    cycle, annual, value, actual = (
        words("form_labels", kind) for kind in ("cycle_value", "annual_value", "grid_value", "grid_actual")
    )
    kinds = (cycle, (*annual, *value), actual)
    cycles, years, done = ("|".join(sorted(map(re.escape, own), key=len, reverse=True)) for own in kinds)
    return re.compile(rf"[；;。，,、]\s?(?:(?P<cycle>{cycles})|(?P<actual>{done})|(?:{years}))\s?[：:为]?\s?")


def parts_of(printed: Printed, start: int, end: int) -> Iterator[Printed]:
    """The texts of the indicators behind one pair of levels, each without its number."""
    text = printed.text
    if _value_label().search(text, start, end):
        spans = [(start, end)]
    else:
        own = _PARTS.finditer(_hidden(text[start:end]))
        spans = [(start + found.start(), start + found.end()) for found in own]
    for low, high in spans:
        number = _OF_LIST.match(text, low, high)
        if part := printed[number.end() if number else low : high].strip(_ENDS):
            yield part


def set_targets(items: Sequence[Item], source: str | None) -> None:
    """Part the texts that stand as names of items into names, values of the whole project and of the year."""
    plain: list[Item] = []
    for item in items:
        if [*_value_label().finditer(item.name.text)]:
            _set_values(item)
        elif not item.name or _is_bare(item.name):
            item.annual, item.name = item.name or None, item.label2
        else:
            plain.append(item)
    cut = next((cut for cut, fewest in _cuts(source, len(plain)) if sum(map(_has(cut), plain)) >= fewest), None)
    for item in plain:
        _set_target(item, cut(item.name) if cut else None)


def _has(cut: Callable[[Printed], Cut | None]) -> Callable[[Item], bool]:
    return lambda item: cut(item.name) is not None


def _is_bare(text: Printed) -> bool:
    """True for a quantity with no name before it."""
    return begins_as_target(text.text) and is_target_alone(text)


def _set_values(item: Item) -> None:
    text = item.name
    found = [*_value_label().finditer(text.text)]
    ends = [*(own.start() for own in found[1:]), len(text.text)]
    for own, end in zip(found, ends, strict=True):
        value = text[own.end() : end].strip(_ENDS) or None
        if own["cycle"]:
            item.cycle = item.cycle or value
        elif own["actual"]:
            item.actual = item.actual or value
        else:
            item.annual = item.annual or value
    item.name = text[: found[0].start()].strip(_ENDS)


def _set_target(item: Item, cut: Cut | None) -> None:
    name, target = part_target(item.name, is_said=True) if cut is None else _parted(item.name, cut)
    item.name, item.annual = name.strip(_ENDS + "：:"), target.strip(_ENDS) or None


def _parted(text: Printed, cut: Cut) -> tuple[Printed, Printed]:
    low, high = cut
    return text[:low].strip(), text[high:].strip() or NOTHING


def _cuts(source: str | None, number: int) -> Iterator[tuple[Callable[[Printed], Cut | None], int]]:
    """What may part the names of a list from their targets, the surest first, and how many of ``number`` show it."""
    yield _at_colon, (number + 1) // 2
    yield _at_comma, number
    yield lambda text: _at_blank(text, source), number


def _at_colon(text: Printed) -> Cut | None:
    found = _COLON.search(_hidden(text.text), 1)
    return found.span() if found else None


def _at_comma(text: Printed) -> Cut | None:
    """The first comma, or the last where a comparison follows it: names hold commas, and so do values."""
    found = _outer([own.span() for own in _COMMA.finditer(_hidden(text.text), 1)])
    found = [cut for cut in found if not part_target(text[cut[1] :].strip(), is_said=False)[1]]
    compared = [cut for cut in found if text.text[cut[1] :].strip()[:1] in (*_COMPARES,)]
    return compared[-1] if compared else found[0] if found else None


def _at_blank(text: Printed, source: str | None) -> Cut | None:
    """The first blank that a quantity follows, else the last: values may hold blanks (≥ 96 座)."""
    found = [(at, at + 1) for at in range(1, len(text.text)) if text.text[at].isspace()]
    found += [(at, at) for at in range(1, len(text.text)) if _is_blank(text.at[at - 1] + 1, text.at[at], source)]
    found = _outer(sorted(cut for cut in found if cut[1] < len(text.text)))
    quantities = (cut for cut in found if _is_bare(text[cut[1] :].strip()))
    return next(quantities, found[-1] if found else None)


def _outer(cuts: Sequence[Cut]) -> list[Cut]:
    """The first and the last of many places: no name and no target holds more."""
    return [*cuts] if len(cuts) <= _MOST_CUTS else [*cuts[: _MOST_CUTS // 2], *cuts[-_MOST_CUTS // 2 :]]


def _is_blank(low: int, high: int, source: str | None) -> bool:
    """True for blanks between two neighbours of a text that its layout dropped: no tags, and no end of a line."""
    if not 0 < high - low <= _WIDEST_BLANK:
        return False
    between = source[low:high] if source is not None else " "
    return not between.strip() and not any(mark in between for mark in "\n\r\f\v")


def _hidden(text: str) -> str:
    """The text with what brackets hold made blank, as long as before."""
    return _BRACKETS.sub(lambda found: " " * len(found[0]), text)
