"""What each page prints again above a form that goes on: its title, its first rows, a running head; left out but once.

The rows below go on then with the form of the page before. Where they may be a next form nothing is left out.
"""

import re
from collections.abc import Sequence
from itertools import groupby, takewhile
from typing import NamedTuple

from ingest.document.publication import part_of
from ingest.forms.labelled.evidence import is_title
from ingest.forms.labelled.labels import find_label
from ingest.source.blocks import Line, Source
from ingest.source.page_numbers import is_page_number

MEDIA = frozenset(("pdf", "ofd", "scan"))
"""Media with pages of paper."""

_OF_GRID = frozenset(("grid",))
_BEFORE_COLON = re.compile("[:：]")


class _Printed(NamedTuple):
    """A line and what it prints: the texts of its cells without white space, blank ones left out."""

    line: Line
    texts: tuple[str, ...]


def without_repeated_heads(source: Source) -> Source:
    """The source without the headings that pages print again above rows that go on; itself where there is none."""
    if source.medium not in MEDIA or source.pages == 1:
        return source
    left_out: set[int] = set()
    first: list[_Printed] = []
    last: Line | None = None
    for _, lines in groupby(source.lines, key=lambda line: line.page):
        page = [one for one in (_printed(source, line) for line in lines) if one.texts]
        count = _repeated(first, page) or _running(first, page) if last is not None and last.is_row else 0
        if count and page[count].line.is_row and last is not None and len(page[count].line.cells) == len(last.cells):
            left_out.update(one.line.number for one in page[:count])
            first += page[count:]
        else:
            first = page
        last = page[-1].line if page else last
    return part_of(source, [line for line in source.lines if line.number not in left_out]) if left_out else source


def _printed(source: Source, line: Line) -> _Printed:
    texts = ("".join(source.text[start:end].split()) for start, end in line.cells)
    filled = tuple(text for text in texts if text)
    return _Printed(line, () if len(filled) == 1 and is_page_number(filled[0]) else filled)


def _repeated(first: Sequence[_Printed], page: Sequence[_Printed]) -> int:
    """How many first lines of a page are the heading of the last form since the ``first``, and begin no next one."""
    for start, one in enumerate(first):
        if not page or one.texts != page[0].texts:
            continue
        same = takewhile(lambda pair: pair[0].texts == pair[1].texts, zip(first[start:], page, strict=False))
        count = sum(1 for _ in same)
        if sum(one.line.is_row and _is_head(one) for one in first[start:]) > 1:
            continue
        if any(map(_is_head, page[:count])) and count < len(page) and start + count < len(first):
            return 0 if _begins_anew(first, start + count, page[count]) else count
    return 0


def _running(first: Sequence[_Printed], page: Sequence[_Printed]) -> int:
    """How many first lines of both pages are the same paragraphs and no title or label: 附件5, the name of a report."""
    same = takewhile(lambda pair: pair[0].texts == pair[1].texts, zip(first, page, strict=False))
    paragraphs = takewhile(lambda one: not one.line.is_row, (one for one, _ in same))
    count = sum(1 for _ in takewhile(lambda one: not _is_head(one) and not _has_label(one), paragraphs))
    return count if count < len(page) else 0


def _has_label(printed: _Printed) -> bool:
    return find_label(_BEFORE_COLON.split(printed.texts[0])[0]) is not None


def _is_head(printed: _Printed) -> bool:
    """True for the title of a form and for the row that names its project."""
    if not printed.line.is_row:
        return is_title(printed.texts[0])
    label = find_label(printed.texts[0])
    return label is not None and "project_name" in label.kinds


def _begins_anew(first: Sequence[_Printed], at: int, below: _Printed) -> bool:
    """True where a line below a repeated heading may be what stands there on the first page, in another form.

    That is a label which begins no other line there; below a title alone, any label but that of the grid.
    """
    there = first[at].texts[0]
    labels = [one.texts[0] for one in first if one.line.is_row]
    if first[at - 1].line.is_row:
        return there == below.texts[0] and labels.count(there) == 1
    label = find_label(below.texts[0])
    return find_label(there) is None or (label is not None and label.kinds != _OF_GRID)
