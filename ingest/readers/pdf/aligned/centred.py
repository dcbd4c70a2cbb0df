"""Labels of several rows in a table without rules: written in the middle of their rows, they belong to the first."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum
from itertools import islice, pairwise
from statistics import median
from typing import NamedTuple

from ingest.readers.pdf.aligned.columns import Columns
from ingest.readers.pdf.aligned.pieces import LaidLine, Piece
from ingest.readers.pdf.lines import TextLine

# A header has so many titles at least; a form no more lines of titles.
_FEWEST_TITLES = 3
_MOST_TITLES = 8
# In a column of labels fewer lines than this share have a text.
_MOST_LABELLED = 0.7
# How far the end of a label's rows may be from where its middle says: in shares of the usual row.
_REACH = 0.5
# Lines stand in groups where the gaps between them are so many times those inside.
_GROUPED = 1.1
# In heights of a line: lines of one label stand no farther apart.
_WRAPPED = 1.35

Rows = list[list[LaidLine]]


class _Edge(Enum):
    """The rows that may be part of a label's: the first, from the page before, or the last, onto the next."""

    FIRST, LAST, NEITHER = range(3)


class _Label(NamedTuple):
    """The lines of a label, each with the piece in its column."""

    lines: list[tuple[LaidLine, Piece]]

    @property
    def middle(self) -> float:
        return (self.lines[0][0].top + self.lines[-1][0].bottom) / 2


def rows_with_labels(
    run: Sequence[LaidLine], columns: Columns, group: Callable[[Sequence[LaidLine]], Rows], is_rest: bool = False
) -> Rows | None:
    """The rows of lines where labels stand between the lines of their rows, each label in its first row.

    None where no label stands by itself below a row of titles, or where labels are not the middles of rows that follow
    one another without a gap. ``group`` gives the rows of lines. ``is_rest``: the titles stand on the page before.
    """
    titles = title_lines(run)
    if is_rest and (placed := _placed(run, columns, group, _Edge.FIRST)) is not None:
        return placed
    rows: Rows = []
    waiting: list[LaidLine] = []
    at = 0
    while at < len(run):
        found = _below(run, at, titles, columns, group) if at in titles else None
        if found is None:
            waiting.append(run[at])
            at += 1
            continue
        begin, end, placed = found
        waiting += run[at:begin]
        rows += [*(group(waiting) if waiting else ()), *placed]
        waiting, at = [], end
    return [*rows, *(group(waiting) if waiting else ())] if rows else None


def _below(
    run: Sequence[LaidLine],
    at: int,
    titles: Sequence[int],
    columns: Columns,
    group: Callable[[Sequence[LaidLine]], Rows],
) -> tuple[int, int, Rows] | None:
    """The rows below the titles of line ``at``, as far as its labels go: the first line, the one behind, the rows.

    Titles that leave the first column blank are of the rows of the label there.
    """
    begin = at if all(columns.column(piece) for piece in run[at].pieces) else at + 1
    for end in (*(number for number in titles if number > begin), len(run)):
        edge = _Edge.LAST if end == len(run) else _Edge.NEITHER
        if (placed := _placed(run[begin:end], columns, group, edge)) is not None:
            return begin, end, placed
    return None


def title_lines(run: Sequence[LaidLine]) -> list[int]:
    """The numbers of the first lines that hold several texts without a digit."""
    titles = (
        n for n, line in enumerate(run) if len(line.pieces) >= _FEWEST_TITLES and not any(map(has_digit, line.pieces))
    )
    return list(islice(titles, _MOST_TITLES))


def has_digit(piece: Piece) -> bool:
    """True for a text with a digit in it."""
    return any(map(str.isdigit, piece.text))


def _placed(
    lines: Sequence[LaidLine], columns: Columns, group: Callable[[Sequence[LaidLine]], Rows], over: _Edge
) -> Rows | None:
    """The rows with labels in as many first columns as hold some; None where they do in no column."""
    filled = [{columns.column(piece) for piece in line.pieces} for line in lines]
    most = _label_columns(lines, filled, columns)
    for count in range(most, 0, -1):
        is_alone = any(max(own, default=count) < count for own in filled)
        rows = _with_labels(lines, columns, count, group, over) if is_alone else None
        if rows is not None and (count == most or all(_is_filled(row, columns) for row in rows)):
            return rows
    return None


def _is_filled(row: Sequence[LaidLine], columns: Columns) -> bool:
    """True for a row with several texts: no label is left a row of its own."""
    return len({columns.column(piece) for line in row for piece in line.pieces}) > 1


def _with_labels(
    lines: Sequence[LaidLine],
    columns: Columns,
    count: int,
    group: Callable[[Sequence[LaidLine]], Rows],
    over: _Edge,
) -> Rows | None:
    """The rows with the labels of the first ``count`` columns."""
    labels: list[list[_Label]] = [[] for _ in range(count)]
    body: list[LaidLine] = []
    for line in lines:
        rest = [piece for piece in line.pieces if columns.column(piece) >= count]
        for piece in line.pieces:
            if (column := columns.column(piece)) < count:
                _add(labels[column], line, piece)
        if rest:
            glyphs = TextLine(glyph for piece in rest for glyph in piece.glyphs)
            body.append(replace(line, pieces=rest, glyphs=glyphs))
    if not body:
        return None
    rows = _by_gaps(body, columns) or group(body)
    edges = _edges(rows)
    for own in labels:
        starts = _blocks([label.middle for label in own], edges, over)
        if starts is None:
            return None
        for start, label in zip(starts, own, strict=True):
            rows[start] = [*rows[start], *(_only(line, piece) for line, piece in label.lines)]
    return rows


def _label_columns(lines: Sequence[LaidLine], filled: Sequence[set[int]], columns: Columns) -> int:
    """How many first columns may hold labels: texts without digits, in a few of the lines."""
    digits = {columns.column(piece) for line in lines for piece in line.pieces if has_digit(piece)}
    count = 0
    while count < len(columns.spans) - 2 and count not in digits:
        if not 0 < sum(count in own for own in filled) < _MOST_LABELLED * len(lines):
            break
        count += 1
    return count


def _add(labels: list[_Label], line: LaidLine, piece: Piece) -> None:
    """Add a line to the last label, where it is as near as one that was wrapped, or as a label of its own."""
    before = labels[-1].lines[-1][0] if labels else None
    if before is not None and line.middle - before.middle < _WRAPPED * line.height:
        labels[-1].lines.append((line, piece))
    else:
        labels.append(_Label([(line, piece)]))


def _by_gaps(lines: Sequence[LaidLine], columns: Columns) -> Rows:
    """The rows of lines that stand in groups, each around the one line with several texts; none where they do not."""
    steps = [below.middle - above.middle for above, below in pairwise(lines)]
    jumps = [(after / max(before, 0.1), (before + after) / 2) for before, after in pairwise(sorted(steps))]
    jump, least = max(jumps, default=(0.0, 0.0))
    if jump < _GROUPED:
        return []
    rows = [[lines[0]]]
    for line, step in zip(lines[1:], steps, strict=True):
        if step < least:
            rows[-1].append(line)
        else:
            rows.append([line])
    several = [sum(len({columns.column(piece) for piece in line.pieces}) > 1 for line in row) for row in rows]
    filled = [{columns.column(piece) for line in row for piece in line.pieces} for row in rows]
    return rows if max(several) == 1 and min(map(len, filled)) > 1 else []


def _only(line: LaidLine, piece: Piece) -> LaidLine:
    return replace(line, pieces=[piece], glyphs=piece.glyphs)


def _edges(rows: Rows) -> list[float]:
    """Where rows begin, and where the last one ends: half way between their texts."""
    tops = [min(line.top for line in row) for row in rows]
    bottoms = [max(line.bottom for line in row) for row in rows]
    gaps = [(bottom, top) for bottom, top in zip(bottoms, tops[1:], strict=False)]
    half = median([top - bottom for bottom, top in gaps] or [0.0]) / 2
    return [tops[0] - half, *((bottom + top) / 2 for bottom, top in gaps), bottoms[-1] + half]


def _blocks(middles: Sequence[float], edges: Sequence[float], over: _Edge) -> list[int] | None:
    """The first row of each label, where each is in the middle of the rows from the last one's end on; else None.

    The rows of the last label may go on ``over`` the page; where the first ones come from the page before, those of a
    label there may be left above the others.
    """
    downwards = _chain(middles, edges, may_go_on=over is _Edge.LAST)
    if downwards is not None and downwards[-1] == len(edges) - 1:
        return downwards[:-1]
    if over is not _Edge.FIRST:
        return None
    upwards = _chain([-middle for middle in reversed(middles)], [-edge for edge in reversed(edges)])
    return [len(edges) - 1 - end for end in reversed(upwards[1:])] if upwards is not None else None


def _chain(middles: Sequence[float], edges: Sequence[float], may_go_on: bool = False) -> list[int] | None:
    """Where the rows of each label begin, and the last end; ``may_go_on``: farther than there are rows."""
    reach = _REACH * median(below - above for above, below in pairwise(edges))
    places = [0]
    for number, middle in enumerate(middles):
        at = places[-1]
        end = 2 * middle - edges[at]
        off = [abs(end - edge) for edge in edges[at + 1 :]]
        goes_on = may_go_on and number == len(middles) - 1 and end > edges[-1] > middle
        if not off or (min(off) > reach and not goes_on):
            return None
        places.append(at + 1 + off.index(min(off)))
    return places
