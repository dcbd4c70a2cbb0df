"""Rows of a table whose lines follow one another as close as the lines of its cells do: told by where texts end.

The texts of such a row begin in its first line, and each goes on without a gap. A text that leaves room for what stands
below it has ended, and so has a number: a row begins there, and where a text begins in a column that was blank above.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ingest.readers.pdf.aligned.columns import Columns
from ingest.readers.pdf.aligned.pieces import LaidLine, Piece, is_number, piece_of
from ingest.readers.pdf.lines import TextLine
from ingest.readers.pdf.ruled.table import TableCell

# In heights of a line: the lines of a cell stand no farther apart; how far texts of a column may begin apart; the room
# that is none.
_FARTHEST = 1.75
_EDGE = 0.3
_SLACK = 0.3
# Lines stand as close where no step is so many times another.
_UNEVEN = 1.35
# In heights of a line: a column of so few signs is filled by most texts. So few of them may go on, or be rows, by
# chance.
_NARROW, _FEW = 3.6, 2
# So many texts of a column begin at its left side.
_ALIGNED = 0.8
# What is not parted by the end of a line: signs that open, then a word or an ideograph, then signs that close.
_OPENING, _CLOSING = "（(《〈“‘【〔「", "）)》〉”’】〕」，,。.；;：:、！？%％"
_UNIT = re.compile(rf"[{re.escape(_OPENING)}]*(?:[A-Za-z0-9.,+]+[-/]?|.)[{re.escape(_CLOSING)}]*")
# What a number of two decimals begins with, and a whole one.
_BEGUN = re.compile(r"-?(?:\d{1,3}(?:,\d{3})*(?:,\d{0,3})?|\d+)(?:\.\d{0,2})?")
_WHOLE = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d%?")

_Row = list[LaidLine]


def rooms_of(run: Sequence[LaidLine], columns: Columns) -> list[float]:
    """How wide a text of each column may be: up to the side of the next one, where texts begin at the sides."""
    own: list[list[Piece]] = [[] for _ in columns.spans]
    for piece in (piece for line in run for piece in line.pieces):
        if len(found := columns.columns(piece)) == 1:
            own[found[0]].append(piece)
    height = sorted(line.height for line in run)[len(run) // 2]
    sides = [_side(pieces, _EDGE * height) for pieces in own]
    widest = [max((piece.x1 - piece.x0 for piece in pieces), default=0.0) for pieces in own]
    pitches = [
        behind - side if side is not None and behind is not None else None
        for side, behind in zip(sides, [*sides[1:], None], strict=True)
    ]
    between = [pitch - wide for pitch, wide in zip(pitches, widest, strict=True) if pitch is not None and wide]
    padding = max(min(between, default=0.0), 0.0)
    return [
        max(wide, pitch - padding) if pitch is not None else wide for pitch, wide in zip(pitches, widest, strict=True)
    ]


def _side(pieces: Sequence[Piece], reach: float) -> float | None:
    """Where the texts of a column begin; None where they do not begin at one place."""
    places = sorted(piece.x0 for piece in pieces)
    if not places:
        return None
    side = places[len(places) // 2]
    return side if sum(abs(place - side) < reach for place in places) >= _ALIGNED * len(places) else None


def mark_ends(rows: Iterable[Sequence[TableCell]], run: Sequence[LaidLine], rooms: Sequence[float]) -> None:
    """Say of the cells of a table how their lines fill the room there is: a page may end within a row."""
    for cell in (cell for row in rows for cell in row if cell.lines):
        x0, y0, x1, y1, *_ = cell.lines[-1]
        cell.begins_at_top = cell.lines[0].y0 < run[0].bottom
        cell.reaches_bottom = y1 > run[-1].top
        cell.is_full = rooms[cell.column] - (x1 - x0) < (1 + _SLACK) * (y1 - y0)
        cell.breaks_off = cell.is_full and len(cell.lines) > 1


class _Text(NamedTuple):
    """A text of a column so far: what it says, the number of its last line, the piece there, the row that it is of."""

    text: str
    line: int
    piece: Piece
    row: int


def rows_set_tight(lines: Sequence[LaidLine], columns: Columns, rooms: Sequence[float]) -> list[_Row]:
    """The rows of lines, by where their texts begin and end; none where they make no such rows.

    A text of a first column that goes on beside a row that begins is of several rows: it is of the first of them.
    """
    rows: list[_Row] = []
    begun: list[set[int]] = []
    texts: dict[int, _Text] = {}
    for number, line in enumerate(lines):
        own = _by_column(line, columns)
        is_near = bool(number) and line.middle - lines[number - 1].middle < _FARTHEST * line.height
        rests = {column for column in own if is_near and _goes_on(own, column, texts, number, rooms, line.height)}
        starts = own.keys() - rests
        if starts:
            carried = {column for column in rests if column < min(starts) and begun[texts[column].row] - starts}
            starts, rests = starts | (rests - carried), carried
            rows.append([])
            begun.append(set(starts))
        for column, piece in own.items():
            before = texts[column] if column in rests else _Text("", number, piece, len(rows) - 1)
            texts[column] = _Text(before.text + piece.text, number, piece, before.row)
            row = before.row
            rows[row].append(replace(line, pieces=[piece], glyphs=piece.glyphs))
    are_wrapped = len(rows) < len(lines)
    return rows if are_wrapped and all(_is_row(row, columns) for row in rows) else []


def are_untold(
    rows: Iterable[Sequence[LaidLine]], run: Sequence[LaidLine], columns: Columns, rooms: Sequence[float]
) -> bool:
    """True where lines stand as close as all others and their texts do not tell whether they are rows.

    That is: where many texts of a column go on that is so narrow that any text fills it, or where lines are rows by
    themselves while each of their texts goes on.
    """
    steps = [below.middle - above.middle for above, below in pairwise(run)]
    if max(steps) > min(_UNEVEN * min(steps), _FARTHEST * run[0].height):
        return False
    begins = {min(line.middle for line in row) for row in rows if row}
    narrow: Counter[int] = Counter()
    ended: set[int] = set()
    split = 0
    for above, line in pairwise(run):
        own, before = _by_column(line, columns), _by_column(above, columns)
        texts = {column: _Text(piece.text, 0, piece, 0) for column, piece in before.items() if column in own}
        rests = {
            column
            for column in texts
            if not own[column].is_number and _goes_on(own, column, texts, 1, rooms, line.height)
        }
        narrow.update(column for column in rests if rooms[column] < _NARROW * line.height)
        ended |= {column for column in rests if own[column].x1 - own[column].x0 < rooms[column] - line.height / 2}
        split += line.middle in begins and rests == own.keys() != {0}
    return split > _FEW or any(narrow[column] > _FEW for column in ended)


def _by_column(line: LaidLine, columns: Columns) -> dict[int, Piece]:
    """The text of a line in each of its columns."""
    found: dict[int, TextLine] = {}
    for piece in line.pieces:
        found.setdefault(columns.column(piece), TextLine()).extend(piece.glyphs)
    return {column: piece_of(glyphs) for column, glyphs in found.items()}


def _is_row(row: _Row, columns: Columns) -> bool:
    """True for lines that fill several columns, or the first one alone."""
    filled = {column for line in row for piece in line.pieces for column in columns.columns(piece)}
    return len(filled) > 1 or filled == {0}


def _goes_on(
    own: Mapping[int, Piece],
    column: int,
    texts: Mapping[int, _Text],
    number: int,
    rooms: Sequence[float],
    height: float,
) -> bool:
    """True where the text of a column stands right below one that has no room for its first word."""
    above, piece = texts.get(column), own[column]
    if above is None or above.line != number - 1:
        return False
    is_alone = 0 not in own and all(other.is_number for other in own.values())
    if is_number(above.text) and piece.is_number and not (is_alone or _is_cut(above.text, piece.text)):
        return False
    unit = _UNIT.match(piece.text)
    need = (len(unit[0]) / len(piece.text) if unit else 1.0) * (piece.x1 - piece.x0)
    return rooms[column] - (above.piece.x1 - above.piece.x0) < need + _SLACK * height


def _is_cut(text: str, rest: str) -> bool:
    """True for a number that goes on: as one of two decimals that its column is too narrow for."""
    has_sign = any(sign in text or rest.startswith(sign) for sign in ",.")
    return has_sign and _WHOLE.fullmatch(text) is None and _BEGUN.fullmatch(text + rest) is not None
