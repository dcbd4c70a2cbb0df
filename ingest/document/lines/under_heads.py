"""Lines in gaps below the header of a table: put under its columns by how many they are, else by where they stand."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from ingest.forms.labelled.labels import find_label, grid_column
from ingest.grammar.labels import is_of_framework, level1_code
from ingest.source.blocks import Line, Source, Span

_OUTSIDE = frozenset(("total_score", "grade"))
_NOTES, _NUMBERS = frozenset(("reason", "note")), frozenset(("weight", "score"))
# Who writes blanks sets columns by eye: what begins, ends or is centred so many characters off stands below.
_OFF = 1


class InGaps(NamedTuple):
    """A line and its parts between gaps."""

    line: Line
    parts: Sequence[Span]


def under_head(source: Source, head: InGaps, rows: Sequence[InGaps]) -> dict[int, Sequence[Span]]:
    """The cells of a header and of the ``rows`` below it, by the numbers of their lines; none for a paragraph.

    As many parts as labels stand below these; where one more is usual, the first is the label of its row, below no
    label. So does a row that lacks only notes. Another, some of its cells being blank, stands where its parts stand
    below labels; one that does not is a paragraph, unless it is of what stands below a table (总分 100 95).
    """
    counts = {len(row.parts) for row in rows}
    is_labelled = len(head.parts) not in counts and len(head.parts) + 1 in counts
    corner = [Span(head.line.span.start, head.line.span.start)] if is_labelled else []
    width = len(corner) + len(head.parts)
    places = [_place(source, head.line, part) for part in head.parts]
    cells: dict[int, Sequence[Span]] = {head.line.number: [*corner, *head.parts]}
    for row in rows:
        is_filled = len(row.parts) == width or _lacks_note(source, cells[head.line.number], row.parts)
        own = row.parts if is_filled else _placed(source, places, row, len(corner))
        cells[row.line.number] = own or (row.parts if _is_outside(source, row.parts[0]) else ())
    return cells


def _lacks_note(source: Source, labels: Sequence[Span], parts: Sequence[Span]) -> bool:
    """True for a row whose last cells alone are blank, those of notes: its level and its score stand in place."""
    columns = [grid_column(source.text[slice(*label)]) for label in labels]
    count = len(parts)
    if not 0 < count < len(columns) or not _NOTES.issuperset(columns[count:]) or columns[count - 1] == "actual":
        return False
    first, last = (source.text[slice(*parts[at])] for at in (0, -1))
    is_level = columns[0] != "level1" or not is_of_framework(first) or level1_code(first) is not None
    return is_level and not (columns[count - 1] in _NUMBERS and any(map(str.isalpha, last)))


def _placed(source: Source, places: Sequence[Span], row: InGaps, corner: int) -> Sequence[Span]:
    """The parts of a row, each below its one label, blank cells between; none where a part stands below no label."""
    columns: list[int] = []
    for part in row.parts:
        place = _place(source, row.line, part)
        below = [at + corner for at, label in enumerate(places) if _is_below(place, label)]
        if corner and not columns and place.start < places[0].start - _OFF:
            below = [0]
        if len(below) != 1 or (columns and below[0] <= columns[-1]):
            return ()
        columns += below
    cells: list[Span] = []
    for column, part in zip(columns, row.parts, strict=True):
        cells += [Span(part.start, part.start)] * (column - len(cells)) + [part]
    return cells + [Span(cells[-1].end, cells[-1].end)] * (corner + len(places) - len(cells))


def _is_below(place: Span, label: Span) -> bool:
    starts, ends = place.start - label.start, place.end - label.end
    return min(abs(starts), abs(ends), abs(starts + ends) // 2) <= _OFF


def _place(source: Source, line: Line, part: Span) -> Span:
    """From where to where a part stands in its line, in characters as wide as digits."""
    before = _width(source.text[line.span.start : part.start])
    return Span(before, before + _width(source.text[part.start : part.end]))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _is_outside(source: Source, part: Span) -> bool:
    label = find_label(source.text[part.start : part.end])
    return label is not None and not label.kinds.isdisjoint(_OUTSIDE)
