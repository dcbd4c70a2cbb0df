"""What the picture of a scan and its text layer say: the picture counts, and where they differ that is said."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.source.blocks import Mark, Notice, Source

DIFFERS = "text_layer_differs"
"""The code of a place where the text layer of a scan says something else than its picture."""

# How far around a line of the picture its characters may stand in the layer, in heights of the line.
_AROUND = 0.25
_NUMBER = re.compile(r"\d[\d.,]*")
_LONGEST_QUOTE = 200

Character = tuple[str, float, float, float, float]
"""A character of the layer and its box x0, y0, x1, y1 as the page is displayed, in points."""
Lines = Sequence[Sequence[Character]]


def compared(source: Source, layer: Mapping[int, Lines]) -> Source:
    """The source of a scan with notices of where its text layer, lines of characters by page, says something else.

    Compared are the numbers of each line; a layer that differs in most lines of a page is no witness of that page, and
    is said to be none. So is what the layer says where nothing was recognised.
    """
    marks: dict[int, list[Mark]] = {}
    for mark in source.marks:
        marks.setdefault(mark.page, []).append(mark)
    told = [notice for page, lines in layer.items() for notice in _of_page(source, page, lines, marks.get(page, []))]
    return replace(source, notices=(*source.notices, *told)) if told else source


def _of_page(source: Source, page: int, lines: Lines, marks: Sequence[Mark]) -> Iterator[Notice]:
    characters = sorted(
        ((y0 + y1) / 2, (x0 + x1) / 2, order, number)
        for number, line in enumerate(lines)
        for order, (_, x0, y0, x1, y1) in enumerate(line)
    )
    seen: set[tuple[int, int]] = set()
    differing: list[Notice] = []
    compared_lines = 0
    for mark in marks:
        own = _within(mark, characters)
        seen.update(own)
        written = "".join(lines[number][order][0] for number, order in sorted(own))
        read = _numbers(source.text[slice(*mark.span)])
        if written.strip() and (read or _numbers(written)):
            compared_lines += 1
            if read != _numbers(written):
                message = (
                    f"the text layer of the scan says {written.strip()[:_LONGEST_QUOTE]}; the picture is what was read"
                )
                differing.append(Notice(DIFFERS, message, source.text[slice(*mark.span)], mark.span))
    if 2 * len(differing) > compared_lines > 1:
        where = f"{len(differing)} lines of page {page}"
        message = f"{where} have other numbers in the text layer than in the picture, which was read"
        yield Notice(DIFFERS, message, differing[0].printed)
    else:
        yield from differing
    yield from _unrecognised(page, lines, seen)


def _within(mark: Mark, characters: Sequence[tuple[float, float, int, int]]) -> list[tuple[int, int]]:
    """The characters, by their line and place in it, whose middles stand on the line of a mark."""
    x0, y0, x1, y1, _ = mark.box
    around = _AROUND * min(x1 - x0, y1 - y0)
    found = []
    for at in range(bisect_left(characters, (y0 - around,)), len(characters)):
        y, x, order, number = characters[at]
        if y > y1 + around:
            break
        if x0 - around < x < x1 + around:
            found.append((number, order))
    return found


def _unrecognised(page: int, lines: Lines, seen: set[tuple[int, int]]) -> Iterator[Notice]:
    """What the layer says where nothing was recognised: lines of which most characters stand on no line read."""
    lost = []
    for number, line in enumerate(lines):
        text = "".join(character[0] for character in line).strip()
        words = sum(sign.isalnum() for sign in text)
        if words > 1 and 2 * sum((number, order) in seen for order in range(len(line))) < len(line):
            lost.append(text)
    if lost:
        message = f"the text layer of page {page} holds text where nothing was recognised in its picture"
        yield Notice(DIFFERS, message, "；".join(lost)[:_LONGEST_QUOTE])


def _numbers(text: str) -> list[str]:
    """The numbers of a text without the commas that group their digits."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    return [found.rstrip(".,").replace(",", "") for found in _NUMBER.findall(plain)]
