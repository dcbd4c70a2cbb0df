"""The lines above a table that head it: titles, labels filled in, the goal that goes on in the next line."""

import re
from collections.abc import Sequence
from functools import cache

from ingest.forms.labelled.evidence import is_title
from ingest.forms.labelled.grid.lines import tells_reached
from ingest.forms.labelled.labels import GOAL_KINDS, find_label
from ingest.forms.labelled.template import breaks_off
from ingest.source.blocks import Line, Source
from ingest.source.printed import fold
from ingest.vocabulary import words

_LINES_ABOVE = 6
_LINES_OF_A_HEADING = 3
_MOST_UNKNOWN = 3
# 同名项目上年预算额（元）：2,300,000
_LABEL_AND_VALUE = re.compile(r"[^，,。；;：:]{2,24}[：:]\s*\S")
# 一、, （四）, 2.
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[、．]|\.(?!\d)))"
)
_OF_FORM = GOAL_KINDS | {"project_name"}
_TOLD = re.compile(r"[。：:]")
# A longer paragraph above a table is a report's prose, no heading.
_LONGEST_HEADING = 100


def headings(source: Source, paragraphs: Sequence[Line]) -> Sequence[Line]:
    """The short lines nearest to the table, without the line in which a site speaks of its page.

    Lines that fill in a label (项目名称：…) are of the form, however many they are, and a heading stands above them;
    among known labels a few that no vocabulary has change nothing.
    """
    lines: list[Line] = []
    is_open = False  # a goal that goes on in the next line, which may look like prose
    for line in paragraphs:
        text = fold(text_of(source, line))
        if _may_head(text) or (is_open and text):
            lines.append(line)
        is_open = breaks_off(text, is_open)
    start = nearest = _nearest(source, lines)
    while start and (step := _next_filled(source, lines[:start])):
        start -= step
    is_heading = start == nearest and not (lines and fills_in(text_of(source, lines[start])))
    return lines[start if is_heading else max(start - _LINES_OF_A_HEADING, 0) :]


def without_prose(source: Source, paragraphs: Sequence[Line]) -> Sequence[Line]:
    """The paragraphs above a table without what a numbered text tells above the title that the table has of its own.

    What is told under a number is no heading (四、实施周期：2024年); names and goals of projects are of the form.
    """
    texts = [text_of(source, line).strip() for line in paragraphs]
    titles = [at for at, text in enumerate(texts) if is_title(text)]
    if not titles or any(fold(text).startswith(_marks_of_notes()) for text in texts[: titles[-1]]):
        return paragraphs  # notes of the form before
    told = {line.number for line, text in zip(paragraphs, texts[: titles[-1]], strict=False) if _is_told(text)}
    return [line for line in paragraphs if line.number not in told]


@cache
def _marks_of_notes() -> tuple[str, ...]:
    return tuple(fold(word) for word in words("form_labels", "note"))


def _is_told(text: str) -> bool:
    """True for a numbered line that tells something, and for one that ends as a sentence does; not for a title."""
    label = find_label(text)
    is_of_form = label is not None and label.has_value and not label.kinds.isdisjoint(_OF_FORM)
    is_numbered = _NUMBERED.match(text) is not None and _TOLD.search(text) is not None
    return (is_numbered or (text.endswith("。") and not fills_in(text))) and not (is_of_form or is_title(text))


def _may_head(text: str) -> bool:
    """True for a short text, gaps not counted, that is no prose and none of the frame of a site."""
    return 0 < len(text) <= _LONGEST_HEADING and not _is_furniture(text) and not _is_prose(text)


def _nearest(source: Source, lines: Sequence[Line]) -> int:
    """Where the lines nearest to the table begin: a heading stands above the first of them that fills in a label."""
    start = max(len(lines) - _LINES_ABOVE, 0)
    filled = next((at for at in range(start, len(lines)) if fills_in(text_of(source, lines[at]))), len(lines))
    return min(start, max(filled - _LINES_OF_A_HEADING, 0))


def _next_filled(source: Source, above: Sequence[Line]) -> int:
    """How many lines up the next one stands that fills in a known label, lines of its shape between; 0 for none."""
    for step, line in enumerate(above[: -_MOST_UNKNOWN - 2 : -1], start=1):
        text = text_of(source, line).strip()
        if fills_in(text):
            return step
        if not _LABEL_AND_VALUE.match(text):
            return 0
    return 0


def _is_furniture(text: str) -> bool:
    """True for `发布时间：2024-02-01 来源：本网 字体：大 中 小`: several such words, or one that begins the line."""
    found = [text.find(word) for word in words("form_labels", "page_furniture") if word in text]
    return len(found) > 1 or 0 in found


def _is_prose(text: str) -> bool:
    """True for a sentence that fills in no label, and for one that tells what indicators reached."""
    is_labelled = fills_in(text) or _LABEL_AND_VALUE.match(text)
    return (text.endswith("。") and not is_labelled) or tells_reached(text)


def fills_in(text: str) -> bool:
    """True for a line that begins with a known label and its value."""
    label = find_label(text.strip())
    return label is not None and label.has_value


def text_of(source: Source, line: Line) -> str:
    """The characters of a line."""
    return source.text[line.span.start : line.span.end]
