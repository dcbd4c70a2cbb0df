"""The sentences around the forms of a file: its paragraphs joined over lines, without what pages repeat."""

import re
from collections import deque
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ingest.document.publication import is_printed
from ingest.source.blocks import Line, Source
from ingest.source.page_numbers import is_page_number

_PAGED = ("pdf", "scan", "ofd")
_FULL = 0.75
"""Share of the longest line from which a line of a page may go on in the next."""
_EARLIER = 12
"""Paragraphs before a sentence that may say its total."""
_END = re.compile("[。！；;]")
# （二）农村饮水改造提升项目: it parts what is said, also among the tables
_HEADING = re.compile("[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．][^。；;：:，,]{4,40}")
_ENDS = ("。", "！", "；", ";", "：", ":")


class Sentence(NamedTuple):
    """A sentence without white space; ``above`` is its paragraph with the one before it, ``line`` where it begins.

    ``earlier`` are some paragraphs before these.
    """

    text: str
    above: str
    page: int
    line: int
    earlier: str = ""


def sentences(source: Source, publication: Source) -> Iterator[Sentence]:
    """The sentences outside the ``publication`` of a source, and those above its first table."""
    before: deque[str] = deque(maxlen=_EARLIER)
    for paragraph in _paragraphs(source, publication):
        text = "".join(part for part, _ in paragraph)
        starts = [0, *(end.end() for end in _END.finditer(text)), len(text)]
        for start, end in pairwise(starts):
            if start < end:
                line = _line_at(paragraph, start)
                yield Sentence(
                    text[start:end].rstrip("。！；;"),
                    "".join([*before][-1:]) + text,
                    line.page,
                    line.number,
                    "".join(before),
                )
        before.append(text)


def paragraphs_of(source: Source, publication: Source) -> Iterator[str]:
    """The paragraphs of these sentences, without white space."""
    for paragraph in _paragraphs(source, publication):
        yield "".join(text for text, _ in paragraph)


def _line_at(paragraph: list[tuple[str, Line]], place: int) -> Line:
    """The line of a character of a paragraph."""
    for text, line in paragraph:
        if place < len(text):
            return line
        place -= len(text)
    return paragraph[-1][1]


def _paragraphs(source: Source, publication: Source) -> Iterator[list[tuple[str, Line]]]:
    """The lines outside tables, those of a paragraph together."""
    first = min((line.number for line in publication.lines if line.is_row), default=0)
    inside = {line.number for line in publication.lines if line.number > first}
    lines: list[tuple[Line, str]] = []
    for line in source.lines:
        text = "" if line.is_row else _text(source, line)
        if text and line.number in inside and not _HEADING.fullmatch(text):
            text = ""
        if text or (lines and lines[-1][1] and is_printed(line)):  # of rows one after the other one parts as all do
            lines.append((line, text))
    pages: dict[str, set[int]] = {}
    is_paged = source.medium in _PAGED
    for line, text in lines if is_paged else ():
        pages.setdefault(text, set()).add(line.page)
    longest = max([len(text) for _, text in lines], default=0) if is_paged else 0
    paragraph: list[tuple[str, Line]] = []
    for line, text in lines:
        if text and is_paged and (len(pages[text]) > 1 or is_page_number(text)):
            continue  # a running head
        if text:
            paragraph.append((text, line))
        ends = not text or not is_paged or text.endswith(_ENDS) or len(text) < _FULL * longest
        if ends and paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _text(source: Source, line: Line) -> str:
    return "".join(source.text[line.span.start : line.span.end].split())
