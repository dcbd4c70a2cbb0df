"""Which lines of a table without frames are one row: texts that were wrapped in their columns."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ingest.readers.pdf.aligned.columns import Columns
from ingest.readers.pdf.aligned.ends import ends_texts
from ingest.readers.pdf.aligned.pieces import FIRST_IDEOGRAPH, LaidLine, Piece
from ingest.readers.pdf.aligned.tight import rooms_of, rows_set_tight
from ingest.readers.pdf.rules import Line

# Lines of a row follow one another closer than rows do; in shares of the usual step from row to row.
_CLOSE = 0.86
# In heights of a line: the farthest step inside a row; how near a wrapped text comes to the end of its column.
_FARTHEST = 1.75
_FULL = 1.6
# The room, in heights of a line, that a wrapped text of ideographs does not leave.
_ROOM = 1.4
# Lines stand in groups where the gaps between them are so many times those inside; so many groups have numbers.
_GROUPED = 1.18
_WITH_NUMBERS = 0.6
# Steps are equal where none is so many times another; so many lines at least go on.
_EVEN = 1.08
_FEWEST = 2
# Rules stand between all rows where there are so many for each line.
_DENSE = 0.4
# A rule parts rows where it goes over so much of the table.
_MOST = 0.5


def group_rows(run: Sequence[LaidLine], columns: Columns, level: Sequence[Line]) -> list[list[LaidLine]]:
    """The lines of each row."""
    parts = _between_rules(run, columns, level)
    step, widest, rooms = _usual_step(run), _widest(run, columns), rooms_of(run, columns)
    is_ruled = len(parts) > 2 and sum(_numbered(part) <= 1 for part in parts) > 0.7 * len(parts)
    is_dense = is_ruled and len(parts) > _DENSE * len(run)
    rows: list[list[LaidLine]] = []
    for number, part in enumerate(parts):
        is_row = number > 0 and is_dense and _numbered(part) <= 1 and not _hold_whole(part, columns, widest)
        if is_row or (is_ruled and _numbered(part) == 1 and not _spans_columns(part, columns)):
            rows.append(list(part))
            continue
        header = _header_lines(part) if number == 0 else 0
        rows.extend(_header_rows(part[:header], columns, widest))
        rest = part[header:]
        rows.extend(
            _by_gaps(rest, columns, widest)
            or rows_set_tight(rest, columns, rooms)
            or _by_texts(rest, columns, step, widest)
        )
    return rows


def _by_texts(
    lines: Sequence[LaidLine], columns: Columns, step: float, widest: Sequence[float]
) -> list[list[LaidLine]]:
    """The rows of lines that go on where their texts say so."""
    rows: list[list[LaidLine]] = []
    for line in lines:
        if rows and _goes_on(rows[-1], line, columns, step, widest):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _by_gaps(lines: Sequence[LaidLine], columns: Columns, widest: Sequence[float]) -> list[list[LaidLine]]:
    """The rows of lines that stand in groups, each around the one line with its numbers, or with a text in the last
    column; none where they do not.
    """
    steps = [below.middle - above.middle for above, below in pairwise(lines)]
    jumps = [(before + after) / 2 for before, after in pairwise(sorted(steps)) if after > _GROUPED * max(before, 0.1)]
    for least in reversed(jumps):
        rows = [[line] for line in lines[:1]]
        for line, step in zip(lines[1:], steps, strict=True):
            if step < least:
                rows[-1].append(line)
            else:
                rows.append([line])
        if _are_rows(rows, columns) and not any(_hold_whole(row, columns, widest) for row in rows):
            return rows
        if _are_even(steps, least) and _are_wrapped(rows, columns):
            return rows
    return []


def _are_even(steps: Sequence[float], least: float) -> bool:
    """True where all lines of rows stand equally close, and most rows equally far apart."""
    inside, between = [step for step in steps if step < least], [step for step in steps if step >= least]
    return (
        len(inside) >= _FEWEST
        and max(inside) < _EVEN * min(inside)
        and sum(step < _EVEN * min(between) for step in between) >= _WITH_NUMBERS * len(between)
    )


def _are_wrapped(rows: Sequence[Sequence[LaidLine]], columns: Columns) -> bool:
    """True where every line below the first of its row goes on with texts right above it that fill their columns."""
    for above, line in ((above, line) for row in rows for above, line in pairwise(row)):
        texts = {columns.column(piece): piece for piece in above.pieces}
        own = [columns.column(piece) for piece in line.pieces]
        if not all(at in texts and _fills(texts[at], at, columns, line.height) for at in own):
            return False
    return True


def _fills(piece: Piece, column: int, columns: Columns, height: float) -> bool:
    """True for a text that leaves no room for more up to the next column, or to the end of the table."""
    spans = columns.spans
    end = spans[column + 1][0] if column + 1 < len(spans) else spans[column][1]
    return end - piece.x1 < _FULL * height


def _are_rows(rows: Sequence[Sequence[LaidLine]], columns: Columns) -> bool:
    """True for groups of lines with a line of numbers each, or a line each with a text in the last column."""
    if any(len(row) > 1 and _spans_columns(row, columns) for row in rows):
        return False
    counts, last = [_numbered(row) for row in rows], len(columns.spans) - 1
    if max(counts) > 1:
        return False
    return sum(counts) >= _WITH_NUMBERS * len(rows) or all(_filled(row, last, columns) == 1 for row in rows)


def _filled(row: Sequence[LaidLine], column: int, columns: Columns) -> int:
    """How many lines have a text in a column."""
    return sum(any(columns.column(piece) == column for piece in line.pieces) for line in row)


def _between_rules(run: Sequence[LaidLine], columns: Columns, level: Sequence[Line]) -> list[list[LaidLine]]:
    """The lines parted by the level rules that go over most of the table."""
    left, right = columns.spans[0][0], columns.spans[-1][1]
    most = _MOST * (right - left)
    places = [at for at, start, end in level if min(end, right) - max(start, left) > most]
    parts = [[run[0]]]
    for above, line in pairwise(run):
        if any(above.middle < at < line.middle for at in places):
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


def _has_numbers(line: LaidLine) -> bool:
    return any(piece.is_number for piece in line.pieces)


def _numbered(part: Sequence[LaidLine]) -> int:
    return sum(map(_has_numbers, part))


def _spans_columns(part: Sequence[LaidLine], columns: Columns) -> bool:
    return any(len(columns.columns(piece)) > 1 for line in part for piece in line.pieces)


def _usual_step(run: Sequence[LaidLine]) -> float:
    """The usual distance of two rows that follow one another."""
    full = [line for line in run if _has_numbers(line)]
    steps = [below.middle - above.middle for above, below in pairwise(run) if below in full]
    return median(steps) if steps else 0.0


def _header_lines(part: Sequence[LaidLine]) -> int:
    """How many first lines come before the first number; none where there is no number."""
    return next((number for number, line in enumerate(part) if _has_numbers(line)), 0)


def _header_rows(lines: Sequence[LaidLine], columns: Columns, widest: Sequence[float]) -> list[list[LaidLine]]:
    """The rows of a header: titles over several columns stand alone, wrapped ones are one row."""
    rows: list[list[LaidLine]] = []
    for line in lines:
        is_over = _spans_columns([line], columns)
        before = rows[-1] if rows else None
        is_end = before is not None and ends_texts(before, line, columns)
        if before and (
            is_end
            or (
                not is_over
                and not _spans_columns(before, columns)
                and not _hold_whole([*before, line], columns, widest)
                and line.middle - before[-1].middle < _FARTHEST * line.height
            )
        ):
            before.append(line)
        else:
            rows.append([line])
    return rows


def _goes_on(row: Sequence[LaidLine], line: LaidLine, columns: Columns, step: float, widest: Sequence[float]) -> bool:
    """True where ``line`` holds nothing but the rest of the texts of ``row``."""
    apart = line.middle - row[-1].middle
    if ends_texts(row, line, columns):
        return True
    if apart > _FARTHEST * line.height or _spans_columns([line], columns) or _has_numbers(line):
        return _begins_small(row, line, columns) and apart <= _FARTHEST * line.height
    above = {columns.column(piece): piece for own in row for piece in own.pieces}
    own = {columns.column(piece): piece for piece in line.pieces}
    if not own.keys() <= above.keys() or (0 in own and len(own) > 1 and len(own) == len(above)):
        return False
    if _hold_whole([*row, line], columns, widest):
        return False
    if step and apart < _CLOSE * step:
        return True
    is_full = all(above[column].x1 > columns.spans[column][1] - _FULL * line.height for column in own)
    is_small = all(piece.text[0].islower() for piece in own.values())
    return len(own) < max(2, len(above)) and (is_small or (is_full and 0 not in own))


def _hold_whole(row: Sequence[LaidLine], columns: Columns, widest: Sequence[float]) -> bool:
    """True where a text of one of the lines cannot go on in the next line that has one in its column."""
    above: dict[int, Piece] = {}
    for line in row:
        own = {columns.column(piece): piece for piece in line.pieces}
        if any(column in above and _is_whole(above[column], widest[column], line.height) for column in own):
            return True
        above |= own
    return False


def _is_whole(piece: Piece, widest: float, height: float) -> bool:
    """True for ideographs, which are wrapped anywhere, that leave room for more of them beside the ``widest`` text."""
    return piece.text[-1:] >= FIRST_IDEOGRAPH and widest - (piece.x1 - piece.x0) > _ROOM * height


def _widest(run: Sequence[LaidLine], columns: Columns) -> list[float]:
    """The width of the widest text of each column."""
    found = [0.0] * len(columns.spans)
    for piece in (piece for line in run for piece in line.pieces):
        if len(own := columns.columns(piece)) == 1:
            found[own[0]] = max(found[own[0]], piece.x1 - piece.x0)
    return found


def _begins_small(row: Sequence[LaidLine], line: LaidLine, columns: Columns) -> bool:
    """True where a label without numbers goes on, in small letters, in the line that has its numbers."""
    if any(map(_has_numbers, row)) or any(len(own.pieces) > 1 for own in row):
        return False
    first = line.pieces[0]
    return columns.column(first) == columns.column(row[0].pieces[0]) == 0 and first.text[0].islower()
