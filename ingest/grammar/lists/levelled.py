"""Indicators that print both levels before their names: `产出指标-数量指标：供水站 ≥96座；产出指标-质量指标：…`.

So they stand in one cell, or each in a line of its own, numbered or not, the levels in brackets or parted from the
name by what parts them: `1.【产出指标/数量指标】供水站：≥96座`, `（2）产出指标—数量指标—供水站，96座`. The first level
may be printed once, above the second ones: `一、产出指标（1）数量指标：供水站：≥96座。（2）质量指标：…二、效益指标…`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from ingest.grammar.labels import level1_code, level2_code
from ingest.grammar.lists.levelled_parts import parts_of, set_targets
from ingest.grammar.lists.numbered import Extent, IndicatorList, Item, stripped
from ingest.source.printed import NOTHING, Printed
from ingest.vocabulary import vocabulary

_SIGN = r"(?:[-－—–―‐‑─]{1,4}|[/／›»>＞→·・•|｜])"
_NUMBER = re.compile(
    r"(?:(?P<digits>\d{1,9})\s?[、．.，)）]|[（(]\d{1,2}[)）][、.．]?|[①-⑳]|指标\s?\d{1,2}\s?[：:、]"
    r"|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s?\Z"
)
_LONGEST_NUMBER = 14
_LONGEST_HEAD = 80
_SEPARATORS = "；;。，,、 \u3000"


@cache
def _head() -> re.Pattern[str]:
    """Both levels: the first of the vocabulary, the second of it, or any that says 指标; brackets, and what follows."""
    rows = vocabulary("indicator_labels")
    first, second = (
        "|".join(sorted((re.escape(row["label"]) for row in rows if row["level"] == level), key=len, reverse=True))
        for level in ("1", "2")
    )
    weight = r"(?:[（(]\d{1,3}分?[)）])?"
    number = r"(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）、．.][、．.]?|[①-⑳])"
    second_label = rf"(?:{second})(?:指标|目标)?(?![\w])|(?:{second})指标|[^\W\d]{{2,10}}指标"
    between = rf"(?:{_SIGN}|(?P<close1>[】\]］〕）)」])\s?(?:{_SIGN}|[：:])?|[：:](?=\s?{number})|(?=\s?{number}))\s?"
    return re.compile(
        rf"(?:(?P<open>[【\[［〔（(「])?\s?(?P<label1>(?:{first})(?:指标|目标)?){weight}\s?{between}(?:{number}\s?)?)?"
        rf"(?P<open2>[【\[［〔（(「])?\s?(?P<label2>(?(label1)(?:{second_label})|(?:{second})指标)){weight}"
        rf"\s?(?P<close>[】\]］〕）)」])?\s?(?P<sign>{_SIGN}|[：:，,；;、])?\s?"
    )


def is_levelled_list(text: str) -> bool:
    """True for a text that begins with both levels of an indicator, perhaps behind a number."""
    begin = text[:_LONGEST_HEAD]
    first = next(_heads(Printed(begin, range(len(begin)))), None)
    return first is not None and not _unnumbered(text[: first.start()]).strip()


def read_levelled_list(printed: Printed, source: str | None = None) -> IndicatorList:
    """The indicators of a text; what stands before the first comes back as ``preamble``. Raises nothing.

    ``source`` is the text of the file, in which it stands: blanks part names and targets, breaks of lines do not.
    """
    heads = [*_heads(printed)]
    starts = _starts(printed.text, heads)
    items: list[Item] = []
    above = NOTHING
    for head, (start, end) in zip(heads, pairwise([*starts, len(printed.text)]), strict=True):
        above = printed[slice(*head.span("label1"))] if head["label1"] else above
        own = [Item(part, name=part) for part in parts_of(printed, head.end(), end)] or [_bare(printed, head)]
        for item in own:
            item.label1, item.label2 = above, printed[slice(*head.span("label2"))]
        own[0].ordinal = _ordinal(printed, start, head.start())
        own[0].whole = printed[start:end].strip(_SEPARATORS) if len(own) == 1 else own[0].whole
        own[0].labels += _labels(printed, own[0], start, head)
        items += own
    set_targets(items, source)
    _book_rest(printed, starts[0] if starts else len(printed.text), items)
    return IndicatorList(printed[: starts[0]] if starts else printed, tuple(items))


def _heads(printed: Printed) -> Iterator[re.Match[str]]:
    """The levels of each indicator: where an item may begin, or anywhere where the first says 指标 or brackets do.

    A second level alone is one below a first that stands before it, where an item may begin and a colon follows.
    """
    text, has_first = printed.text, False
    for head in _head().finditer(text):
        is_known = level2_code(head["label2"]) is not None or level1_code(head["label2"]) is None
        if head["label1"] is None:
            is_named = level2_code(head["label2"]) is not None and "指标" in head["label2"]
            if has_first and is_named and (head["sign"] or "") in ("：", ":") and _begins(printed, head.start()):
                yield head
            continue
        says_so = "指标" in head["label1"] or (head["open"] and head["close"])
        is_ended = head["close"] or head["sign"] or head["label2"].endswith("指标") or text[head.end() - 1].isspace()
        if is_ended and is_known and (says_so or _begins(printed, head.start())):
            has_first = True
            yield head


def _begins(printed: Printed, at: int) -> bool:
    """True where an item may begin: behind a separator, a gap or nothing, perhaps with a number between."""
    low = max(at - _LONGEST_NUMBER - 1, 0)
    before = _unnumbered(printed.text[low:at])
    begin = low + len(before)
    is_first = not low and not before.strip()
    return is_first or before[-1:] in [*_SEPARATORS] or printed.at[begin] - printed.at[begin - 1] > 1


def _unnumbered(text: str) -> str:
    """What stands before the number at the end of a text."""
    tail = text[-_LONGEST_NUMBER:]
    found = _NUMBER.search(tail)
    return text[: len(text) - len(tail) + found.start()] if found else text


def _starts(text: str, heads: Sequence[re.Match[str]]) -> list[int]:
    """Where the items begin, with their numbers; `…1002.` where 2 is due is the value 100 and a number."""
    starts: list[int] = []
    for due, head in enumerate(heads, start=1):
        low = max(head.start() - _LONGEST_NUMBER, starts[-1] if starts else 0)
        number = _NUMBER.search(text[low : head.start()])
        start = low + number.start() if number else head.start()
        digits = number["digits"] if number else None
        if number and digits and len(digits) > len(str(due)) and digits.endswith(str(due)):
            start = low + number.end("digits") - len(str(due))
        starts.append(start)
    return starts


def _ordinal(printed: Printed, start: int, end: int) -> Printed:
    """The number of an item where it is written in digits."""
    found = re.match(r"\d{1,3}", printed.text[start:end])
    return printed[start : start + found.end()] if found else NOTHING


def _bare(printed: Printed, head: re.Match[str]) -> Item:
    """An indicator of which only the levels are printed."""
    return Item(printed[head.start() : head.end("label2")])


def _labels(printed: Printed, item: Item, start: int, head: re.Match[str]) -> Iterator[Extent]:
    """The number, brackets and signs of a head, without what becomes a field."""
    at = start + len(item.ordinal.text)
    for name in ("label1", "label2") if head["label1"] else ("label2",):
        low, high = head.span(name)
        yield stripped(printed.text, at, low)
        at = high
    yield stripped(printed.text, at, head.end())


def _book_rest(printed: Printed, start: int, items: Sequence[Item]) -> None:
    """Give signs between the parts of items, and behind them, to the last item, as its labels."""
    place = {offset: at for at, offset in enumerate(printed.at)}
    booked = bytearray(len(printed.text))
    for item in items:
        for part in item.parts:
            for offset in part.at if part is not None else ():
                booked[place[offset]] = 1
        for low, high in item.labels:
            booked[low:high] = bytes([1]) * (high - low)
    rest = [at for at in range(start, len(printed.text)) if not booked[at] and not printed.text[at].isspace()]
    if items:
        items[-1].labels += [(at, at + 1) for at in rest]
