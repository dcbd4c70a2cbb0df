"""Forms published as prose: each sentence that begins with a label (项目名称：某工程；主管部门：某局。) becomes a cell.

`（三）年度目标。修建水渠。` is a label and its value.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from ingest.forms.labelled.labels import find_label
from ingest.source.blocks import Line, Source, Span
from ingest.vocabulary import words

_HEADING = re.compile(
    r"\s*+(?:[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十\d]{1,2}[、.．])[^。；;：:，,]{2,16}(?=。\s*+\S)"
)
_COLON = re.compile("[：:]")
_BREAK = "\v"
_OF_A_BREAK = re.compile(r"[^\v]++\v*+")
_END = re.compile(r"[。；;]\s*+")


def in_cells(source: Source) -> Source:
    """The source with the sentences of its forms in cells; itself where it has rows, or none inside names a project.

    The lines of a paragraph (项目名称：某工程, below it 项目单位：某局) are cells wherever it stands.
    """
    source = _with_lines_in_cells(source)
    if any(line.is_row for line in source.lines):
        return source
    may_name = [line for line in source.lines if _may_name(source.text, *line.span)]
    named = [line.number for line in may_name if any(_names(source, part) for part in [*_parts(source, line)][1:])]
    if not named:
        return source
    first = min(named)
    lines = (line if line.number < first else replace(line, cells=_cells(source, line)) for line in source.lines)
    return replace(source, lines=tuple(lines))


def _with_lines_in_cells(source: Source) -> Source:
    """The source with each line of a paragraph in a cell, where one names a project and another begins with a label."""
    found: dict[int, tuple[Span, ...]] = {}
    for line in source.lines if _BREAK in source.text else ():
        if line.is_row or _BREAK not in source.text[slice(*line.span)]:
            continue
        ends = [own.end() for own in _OF_A_BREAK.finditer(source.text, *line.span) if own[0].strip()]
        parts = [Span(*own) for own in pairwise([line.span.start, *ends])]
        labelled = [
            part for part in parts if (label := find_label(source.text[slice(*part)].strip())) and label.has_value
        ]
        if len(labelled) > 1 and any(_names(source, part) for part in labelled):
            found[line.number] = tuple(parts)
    if not found:
        return source
    lines = (replace(line, cells=found[line.number]) if line.number in found else line for line in source.lines)
    return replace(source, lines=tuple(lines))


def _may_name(text: str, start: int, end: int) -> bool:
    """True where what the label of a project's name holds stands between the end of a sentence and a colon."""
    sentence = _END.search(text, start, end)
    name = _of_a_name().search(text, sentence.end(), end) if sentence else None
    return name is not None and _COLON.search(text, name.end(), end) is not None


@cache
def _of_a_name() -> re.Pattern[str]:
    last = sorted({re.escape(word[-1]) for word in words("form_labels", "project_name")})
    return re.compile("|".join([*last, "项目"]))


def _cells(source: Source, line: Line) -> tuple[Span, ...]:
    """The cells of a row; a blank one behind a part alone."""
    parts = [*_parts(source, line)]
    return tuple(parts) if len(parts) > 1 else (line.span, Span(line.span.end, line.span.end))


def _parts(source: Source, line: Line) -> Iterator[Span]:
    """The heading of a paragraph, and what stands between it and the sentences that begin with labels."""
    (start, end), text = line.span, source.text
    heading = _HEADING.match(text, start, end)
    if heading is not None:
        yield Span(*heading.span())
        start = heading.end() + 1
    begins = [start]
    begins += [at.end() for at in _END.finditer(text, start, end) if _is_labelled(text, at.end(), end)]
    for low, high in pairwise([*begins, end]):
        marks = "。；; " if _is_labelled(text, low, high) else " "
        yield Span(low, low + len(text[low:high].rstrip(marks)))


def _is_labelled(text: str, start: int, end: int) -> bool:
    label = find_label(text[start:end])
    return label is not None and label.has_value


def _names(source: Source, part: Span) -> bool:
    label = find_label(source.text[slice(*part)].strip())
    return label is not None and label.has_value and "project_name" in label.kinds
