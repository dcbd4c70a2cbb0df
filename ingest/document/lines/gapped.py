"""A form pasted as paragraphs, its cells kept apart by full-width spaces or wide gaps: put back into rows."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.document.lines.under_heads import InGaps, under_head
from ingest.forms.labelled.labels import EXECUTION_COLUMNS, find_label, grid_column
from ingest.source.blocks import Line, Source, Span

# Full-width white space, or two of others. One set of characters begins it, which is searched several times as fast.
_GAP = re.compile(
    r"[ \t\u00a0\u3000](?:(?<=\u3000)[ \t\u00a0\u3000]*+"
    r"|(?<!\u3000)(?:[ \t\u00a0]++\u3000*+|\u3000[ \t\u00a0\u3000]*+))"
)
# Of a paragraph of a text file: a tab would make it a row.
_GAP_WITHOUT_TAB = re.compile(r"\u3000|[ \u00a0][ \u00a0]")
_SPACE = re.compile(r"[ \t\u00a0\u3000]++")
_FEWEST_COLUMNS, _FEWEST_OF_MONEY = 4, 3

Parts = Sequence[Span]


def ungapped(source: Source) -> Source:
    """The source, such lines put into rows; itself where it has no such header of a grid, or of amounts.

    Beside rows that the document has, and where no grid is, only the lines below such a header are rows.
    """
    if (_GAP_WITHOUT_TAB if source.medium == "text" else _GAP).search(source.text) is None:
        return source
    paragraphs = [line for line in source.lines if not _is_row(source, line)]
    parts = _wide_parts(source, paragraphs)
    grids = {number for number, own in parts.items() if _is_grid(source, own)}
    heads = grids | {number for number, own in parts.items() if _is_of_money(source, own)}
    if not heads:
        return source
    is_whole = grids and len(paragraphs) == len(source.lines)
    cells = {line.number: parts.get(line.number) or _parts(source, line, _GAP) for line in paragraphs if is_whole}
    for head, below in _blocks(source, heads):
        rows = [InGaps(line, _parts(source, line, _GAP)) for line in below]
        cells.update(under_head(source, InGaps(head, parts[head.number]), rows))
    return replace(source, lines=tuple(_in_cells(line, cells.get(line.number, ())) for line in source.lines))


def _is_row(source: Source, line: Line) -> bool:
    """True for a row of a table; a line of a text that only ends in tabs is none."""
    if not line.is_row or source.medium != "text":
        return line.is_row
    text = source.text
    filled = (True for start, end in line.cells if text[start:end].strip())
    return next(filled, False) and next(filled, False)


def _in_cells(line: Line, cells: Parts) -> Line:
    return replace(line, cells=tuple(cells)) if len(cells) > 1 else line


def _wide_parts(source: Source, paragraphs: Sequence[Line]) -> dict[int, Parts]:
    """The parts of each line of several, by its number; a header may keep its labels apart by single spaces."""
    wide = [line for line in paragraphs if len(_GAP.findall(source.text, *line.span)) >= _FEWEST_COLUMNS - 1]
    parts: dict[int, Parts] = {
        line.number: own for line in wide if len(own := _parts(source, line, _GAP)) >= _FEWEST_COLUMNS
    }
    for line, below in pairwise(paragraphs) if parts else ():
        spaced = _parts(source, line, _SPACE) if below.number in parts else []
        if len(parts.get(line.number, ())) < len(spaced) == len(parts.get(below.number, ())):
            parts[line.number] = spaced
    return parts


def _is_grid(source: Source, parts: Parts) -> bool:
    return sum(grid_column(source.text[slice(*part)]) is not None for part in parts) >= _FEWEST_COLUMNS


def _is_of_money(source: Source, parts: Parts) -> bool:
    """True for a header of amounts: 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分."""
    labels = [find_label(source.text[slice(*part)]) for part in parts]
    known = [label.kinds for label in labels if label is not None and not label.has_value]
    return sum(not kinds.isdisjoint(EXECUTION_COLUMNS) for kinds in known) >= _FEWEST_OF_MONEY


def _blocks(source: Source, heads: Collection[int]) -> Iterator[tuple[Line, list[Line]]]:
    """Each header with the lines below it up to a row, another header, a text of one part or a label with its value."""
    head: Line | None = None
    below: list[Line] = []
    for line in source.lines:
        is_head = line.number in heads
        if head is not None and (is_head or not _goes_on(source, line)):
            yield head, below
            head = None
        if is_head:
            head, below = line, []
        elif head is not None and source.text[slice(*line.span)].strip():
            below.append(line)
    if head is not None:
        yield head, below


def _goes_on(source: Source, line: Line) -> bool:
    """True for a line that may be the next of a table in gaps, or is blank."""
    parts = [] if _is_row(source, line) else _parts(source, line, _GAP)
    first = find_label(source.text[slice(*parts[0])]) if parts else None
    return not source.text[slice(*line.span)].strip() or (len(parts) > 1 and not (first and first.has_value))


def _parts(source: Source, line: Line, gaps: re.Pattern[str]) -> list[Span]:
    """The parts of a line between its gaps, blank ones left out."""
    start, end = line.span
    cuts = [start, *(at for gap in gaps.finditer(source.text, start, end) for at in gap.span()), end]
    return [Span(low, high) for low, high in list(pairwise(cuts))[::2] if source.text[low:high].strip()]
