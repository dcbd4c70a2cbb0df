"""Page numbers: `- 3 -`, `第3页`, `第 3 页 共 9 页`, `3/9`, or bare numbers that count the pages."""

import re
from collections import Counter

from ingest.source.blocks import Source

_PAGE_NUMBER = re.compile(
    r"[-—–－]\s*\d{1,4}\s*[-—–－]|第?\s*\d{1,4}\s*页(?:\s*+[,，/]?\s*+共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
)
_BARE = re.compile(r"\d{1,4}")


def is_page_number(text: str) -> bool:
    """True for a line that prints nothing but the number of its page."""
    return bool(_PAGE_NUMBER.fullmatch(text.strip()))


def page_numbers(source: Source) -> frozenset[int]:
    """The numbers of lines that are bare numbers and count the pages: as far from the page's own number everywhere.

    A document of one page prints its own number.
    """
    bare = [
        (line.number, int(text) - line.page)
        for line in source.lines
        if not line.is_row and _BARE.fullmatch(text := source.text[line.span.start : line.span.end].strip())
    ]
    if not bare:
        return frozenset()
    ((offset, count),) = Counter(distance for _, distance in bare).most_common(1)
    if count < 2 and offset != 0:
        return frozenset()
    return frozenset(number for number, distance in bare if distance == offset)
