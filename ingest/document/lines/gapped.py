"""A form pasted as paragraphs, its cells kept apart by full-width spaces or wide gaps: put back into rows."""

import re
from dataclasses import replace
from itertools import pairwise

from ingest.forms.labelled.labels import grid_column
from ingest.source.blocks import Line, Source, Span

# Full-width white space, or two of others. One set of characters begins it, which is searched several times as fast.
_GAP = re.compile(
    r"[ \t\u00a0\u3000](?:(?<=\u3000)[ \t\u00a0\u3000]*+"
    r"|(?<!\u3000)(?:[ \t\u00a0]++\u3000*+|\u3000[ \t\u00a0\u3000]*+))"
)
_SPACE = re.compile(r"[ \t\u00a0\u3000]++")
_FEWEST_COLUMNS = 4


def ungapped(source: Source) -> Source:
    """The source, such lines put into rows; itself where it has rows, or no such header of a grid."""
    if any(line.is_row for line in source.lines) or _GAP.search(source.text) is None:
        return source
    wide = [line for line in source.lines if len(_GAP.findall(source.text, *line.span)) >= _FEWEST_COLUMNS - 1]
    parts = {line.number: own for line in wide if len(own := _parts(source, line, _GAP)) >= _FEWEST_COLUMNS}
    for line, below in pairwise(source.lines) if parts else ():  # a header may keep its labels apart by single spaces
        spaced = _parts(source, line, _SPACE) if below.number in parts else []
        if len(parts.get(line.number, ())) < len(spaced) == len(parts.get(below.number, ())):
            parts[line.number] = spaced
    headed = (
        sum(grid_column(source.text[slice(*part)]) is not None for part in own) >= _FEWEST_COLUMNS
        for own in parts.values()
    )
    if not any(headed):
        return source
    cells = {line.number: parts.get(line.number) or _parts(source, line, _GAP) for line in source.lines}
    lines = (
        replace(line, cells=tuple(cells[line.number])) if len(cells[line.number]) > 1 else line for line in source.lines
    )
    return replace(source, lines=tuple(lines))


def _parts(source: Source, line: Line, gaps: re.Pattern[str]) -> list[Span]:
    """The parts of a line between its gaps, blank ones left out."""
    start, end = line.span
    cuts = [start, *(at for gap in gaps.finditer(source.text, start, end) for at in gap.span()), end]
    return [Span(low, high) for low, high in list(pairwise(cuts))[::2] if source.text[low:high].strip()]
