"""Rows of a table whose lines follow one another as close as the lines of its cells do: told by where texts end.

The texts of such a row begin in its first line, and each goes on without a gap. A text that leaves room for what stands
below it has ended, and so has a number: a row begins there, and where a text begins in a column that was blank above.
"""

import re
from collections.abc import Sequence

from ingest.readers.pdf.aligned.columns import Columns
from ingest.readers.pdf.aligned.pieces import LaidLine, Piece

# In heights of a line: the lines of a cell stand no farther apart; how far texts of a column may begin apart; the room
# that is none.
_FARTHEST = 1.75
_EDGE = 0.3
_SLACK = 0.3
# So many texts of a column begin at its left side.
_ALIGNED = 0.8
# What is not parted by the end of a line: signs that open, then a word or an ideograph, then signs that close.
_OPENING, _CLOSING = "（(《〈“‘【〔「", "）)》〉”’】〕」，,。.；;：:、！？%％"
_UNIT = re.compile(rf"[{re.escape(_OPENING)}]*(?:[A-Za-z0-9.,+]+[-/]?|.)[{re.escape(_CLOSING)}]*")
# A number of two decimals that its column is too narrow for.
_CUT = re.compile(r"-?[\d,]+(?:\.\d?)?\n[\d,]*(?:\.?\d{1,2})?%?")

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


def rows_set_tight(lines: Sequence[LaidLine], columns: Columns, rooms: Sequence[float]) -> list[_Row]:
    """The rows of lines, by where their texts begin and end; none where they make no such rows."""
    rows: list[_Row] = []
    for line in lines:
        if rows and _goes_on(rows[-1], line, columns, rooms):
            rows[-1].append(line)
        else:
            rows.append([line])
    are_wrapped = any(len(row) > 1 for row in rows)
    return rows if are_wrapped and all(_is_row(row, columns) for row in rows) else []


def _is_row(row: _Row, columns: Columns) -> bool:
    """True for lines that fill several columns, or the first one alone."""
    filled = {column for line in row for piece in line.pieces for column in columns.columns(piece)}
    return len(filled) > 1 or filled == {0}


def _goes_on(row: _Row, line: LaidLine, columns: Columns, rooms: Sequence[float]) -> bool:
    """True where every text of ``line`` stands right below one of the row that has no room for it."""
    if line.middle - row[-1].middle > _FARTHEST * line.height:
        return False
    above = {columns.column(piece): piece for piece in row[-1].pieces}
    own = {columns.column(piece): piece for piece in line.pieces}
    if not own.keys() <= above.keys() or any(len(columns.columns(piece)) > 1 for piece in line.pieces):
        return False
    return all(
        _is_rest(above[column], piece, rooms[column], line.height) and columns.column(piece) == column
        for column, piece in own.items()
    )


def _is_rest(above: Piece, piece: Piece, room: float, height: float) -> bool:
    """True for a text below one that leaves no room for its first word."""
    if above.is_number and piece.is_number and not _CUT.fullmatch(f"{above.text}\n{piece.text}"):
        return False
    unit = _UNIT.match(piece.text)
    share = len(unit[0]) / len(piece.text) if unit else 1.0
    need = share * (piece.x1 - piece.x0)
    return room - (above.x1 - above.x0) < need + _SLACK * height
