"""Labels of several rows in a table without rules, in the middle of their rows or at the first: that is theirs."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from ingest.readers.pdf.aligned.columns import Columns
from ingest.readers.pdf.aligned.labels import Edge, Label, Rows, add_line, starts_of
from ingest.readers.pdf.aligned.pieces import LaidLine, Piece
from ingest.readers.pdf.lines import TextLine
from ingest.readers.pdf.rules import Line

# A header has so many titles at least; a form no more lines of titles.
_FEWEST_TITLES = 3
_MOST_TITLES = 8
# So many last rows may stand below all labels: sums.
_MOST_SUMS = 2
# In a column of labels fewer lines than this share have a text; more do where rules part cells of some columns alone.
_MOST_LABELLED, _MOST_BETWEEN_RULES = 0.7, 0.9
# Lines stand in groups where the gaps between them are so many times those inside.
_GROUPED = 1.1


def rows_with_labels(
    run: Sequence[LaidLine],
    columns: Columns,
    group: Callable[[Sequence[LaidLine]], Rows],
    level: Sequence[Line],
    is_rest: bool = False,
) -> Rows | None:
    """The rows of lines where labels stand between the lines of their rows, each label in its first row.

    None where no label stands by itself below a row of titles, or where labels are neither the middles of rows that
    follow one another without a gap nor, in closer lines, level with the first of their rows. ``group`` gives the rows
    of lines, ``level`` are the rules across. ``is_rest``: the titles stand on the page before.
    """
    titles = title_lines(run)
    if is_rest and (whole := _placed(run, columns, group, Edge.FIRST, level)) is not None:
        return whole[1]
    rows: Rows = []
    waiting: list[LaidLine] = []
    at = 0
    while at < len(run):
        found = _below(run, at, titles, columns, group, level) if at in titles else None
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
    level: Sequence[Line],
) -> tuple[int, int, Rows] | None:
    """The rows below the titles of line ``at``, as far as its labels go: the first line, the one behind, the rows.

    Titles that leave the first column blank are of the rows of the label there. Sums below all labels are left out
    where more columns of labels are placed so.
    """
    begin = at if all(columns.column(piece) for piece in run[at].pieces) else at + 1
    last = len(run)
    for end in (number for number in titles if number > begin):
        if (placed := _placed(run[begin:end], columns, group, Edge.NEITHER, level)) is not None:
            return begin, end, placed[1]
    if begin == last:  # titles that end the lines
        return None
    ends = [last, *(last - count for count in range(1, _MOST_SUMS + 1) if last - count > begin + 1)]
    found: list[tuple[int, int, Rows]] = []
    for end in ends:
        edge = Edge.LAST if end == last else Edge.NEITHER
        if (placed := _placed(run[begin:end], columns, group, edge, level)) is not None:
            found.append((placed[0], end, placed[1]))
    best = max(found, key=lambda one: one[:2], default=None)
    return (begin, *best[1:]) if best is not None else None


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
    lines: Sequence[LaidLine],
    columns: Columns,
    group: Callable[[Sequence[LaidLine]], Rows],
    over: Edge,
    level: Sequence[Line],
) -> tuple[int, Rows] | None:
    """The rows with labels in as many first columns as hold some, and how many; None where they do in no column."""
    filled = [{columns.column(piece) for piece in line.pieces} for line in lines]
    top, bottom, first = lines[0].middle, lines[-1].middle, columns.spans[0][1]
    is_ruled = any(top < place < bottom and start > first for place, start, _ in level)
    most = _label_columns(lines, filled, columns, _MOST_BETWEEN_RULES if is_ruled else _MOST_LABELLED)
    for count in range(most, 0, -1):
        is_alone = any(max(own, default=count) < count for own in filled)
        rows = _with_labels(lines, columns, count, group, over, level) if is_alone else None
        if rows is not None and (count == most or all(_is_filled(row, columns) for row in rows)):
            return count, rows
    return None


def _is_filled(row: Sequence[LaidLine], columns: Columns) -> bool:
    """True for a row with several texts: no label is left a row of its own."""
    return len({columns.column(piece) for line in row for piece in line.pieces}) > 1


def _with_labels(
    lines: Sequence[LaidLine],
    columns: Columns,
    count: int,
    group: Callable[[Sequence[LaidLine]], Rows],
    over: Edge,
    level: Sequence[Line],
) -> Rows | None:
    """The rows with the labels of the first ``count`` columns."""
    labels: list[list[Label]] = [[] for _ in range(count)]
    body: list[LaidLine] = []
    for line in lines:
        rest = [piece for piece in line.pieces if columns.column(piece) >= count]
        for piece in line.pieces:
            if (column := columns.column(piece)) < count:
                add_line(labels[column], line, piece)
        if rest:
            glyphs = TextLine(glyph for piece in rest for glyph in piece.glyphs)
            body.append(replace(line, pieces=rest, glyphs=glyphs))
    if not body:
        return None
    rows = _by_gaps(body, columns) or group(body)
    for own, starts in zip(labels, starts_of(labels, rows, over, level), strict=True):
        if starts is None:
            return None
        for start, label in zip(starts, own, strict=True):
            rows[start] = [*rows[start], *(_only(line, piece) for line, piece in label.lines)]
    return rows


def _label_columns(lines: Sequence[LaidLine], filled: Sequence[set[int]], columns: Columns, most: float) -> int:
    """How many first columns may hold labels: texts in no more than a share of the lines."""
    count = 0
    while count < len(columns.spans) - 2:
        if not 0 < sum(count in own for own in filled) < most * len(lines):
            break
        count += 1
    return count


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
