"""Whether texts in columns are a table, and no prose."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ingest.readers.pdf.aligned.columns import Columns, has_digits
from ingest.readers.pdf.aligned.pieces import LaidLine, Piece
from ingest.readers.pdf.rules import Line

# In heights of a line: how far edges of one column may differ; a wide text; one that reaches the end of its column.
_EDGE = 0.3
_WIDE = 14.0
_FULL = 2.0
_FEWEST_LINES = 3
_FEWEST_OF_PAIRS = 4
_ALIGNED = 0.6
_ALIGNED_COLUMNS = 0.7
_FILLED = 0.4
_NUMBERS_OF_PAIRS = 0.7
_NUMBERS = 0.2
_NUMBERS_BESIDE = 0.25
_NUMBERS_BESIDE_SEVERAL = 0.5
_SEVERAL = 0.3


def is_table(run: Sequence[LaidLine], columns: Columns, level: Sequence[Line], is_framed: bool) -> bool:
    """True where lines are a table: their texts keep to the columns, and are no prose set in columns."""
    several = [line for line in run if len(line.pieces) > 1]
    if sum(line.has_leaders for line in run) > len(run) / 2:
        return False
    by_column: list[list[Piece]] = [[] for _ in columns.spans]
    for line in several:
        for piece in line.pieces:
            if len(own := columns.columns(piece)) == 1:
                by_column[own[0]].append(piece)
    height = sorted(line.height for line in run)[len(run) // 2]
    ruled = is_framed or _rules_across(run, columns, level) >= 2
    return (
        len(several) >= (2 if ruled else _FEWEST_LINES)
        and _are_aligned(by_column, height, ruled)
        and not _are_prose(by_column, columns, height, ruled)
        and (_is_of_pairs(several, by_column, ruled) if len(columns.spans) == 2 else _is_filled(several, by_column))
    )


def _rules_across(run: Sequence[LaidLine], columns: Columns, level: Sequence[Line]) -> int:
    """How many level rules go over most of the columns, next to or between the lines."""
    left, right = columns.spans[0][0], columns.spans[-1][1]
    top, bottom = run[0].top - run[0].height, run[-1].bottom + run[-1].height
    half = (right - left) / 2
    return sum(top <= at <= bottom and min(end, right) - max(start, left) > half for at, start, end in level)


def _are_aligned(by_column: Sequence[Sequence[Piece]], height: float, ruled: bool) -> bool:
    """True where the texts of most columns begin, end or are centred at one place."""
    held = 0
    for own in by_column:
        sides = [[piece.x0 for piece in own], [piece.x1 for piece in own], [(p.x0 + p.x1) / 2 for p in own]]
        best = max(_nearest(side, _EDGE * height) for side in sides)
        held += best >= _ALIGNED * len(own)
    return held >= (0.5 if ruled else _ALIGNED_COLUMNS) * len(by_column)


def _nearest(places: Sequence[float], reach: float) -> int:
    """How many places stand within ``reach`` of the one with most others around."""
    own = sorted(places)
    return max((bisect_right(own, place + reach) - bisect_left(own, place - reach) for place in own), default=0)


def _are_prose(by_column: Sequence[Sequence[Piece]], columns: Columns, height: float, ruled: bool) -> bool:
    """True where wide texts fill their columns line by line: text set in columns, items of a list, definitions."""
    prose: list[int] = []
    for number, own in enumerate(by_column):
        wide = [piece for piece in own if piece.x1 - piece.x0 > _WIDE * height and not piece.is_number]
        full = [piece for piece in wide if piece.x1 > columns.spans[number][1] - _FULL * height]
        if len(full) > 2 and 2 * len(full) >= len(own):
            prose.append(number)
    beside = [piece for number, own in enumerate(by_column) if number not in prose for piece in own]
    numbers = sum(piece.is_number for piece in beside)
    if len(prose) > 1 and len(by_column) > 2 * len(prose) and numbers >= _NUMBERS_BESIDE_SEVERAL * len(beside):
        return False
    return len(prose) > 1 or (
        len(prose) == 1 and (len(by_column) == 2 or (not ruled and numbers < _NUMBERS_BESIDE * len(beside)))
    )


def _is_of_pairs(several: Sequence[LaidLine], by_column: Sequence[Sequence[Piece]], ruled: bool) -> bool:
    """True for a table of two columns, the second one of numbers."""
    numbers = sum(piece.is_number for piece in by_column[1])
    labels = sum(piece.is_number or len(piece.text) < 3 for piece in by_column[0])
    return (
        len(several) >= (2 if ruled else _FEWEST_OF_PAIRS)
        and numbers >= _NUMBERS_OF_PAIRS * len(by_column[1])
        and labels <= len(by_column[0]) / 2
    )


def _is_filled(several: Sequence[LaidLine], by_column: Sequence[Sequence[Piece]]) -> bool:
    """True where lines fill their columns, numbers among them; below a header of all of them, less will do."""
    filled = [len(line.pieces) for line in several]
    titled = any(
        count >= len(by_column) > 2 and not has_digits(line) for count, line in zip(filled, several, strict=True)
    )
    pieces = [piece for own in by_column[1:] for piece in own]
    numbers = sum(any(sign.isdigit() for sign in piece.text) for piece in pieces)
    return (
        sum(filled) >= _FILLED * len(by_column) * len(several)
        and (titled or sum(count > 2 for count in filled) >= _SEVERAL * len(several))
        and numbers >= _NUMBERS * len(pieces)
    )
