"""Lines that print nothing but the ends of the texts right above them: a bracket's end, the rest of a wide text."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from ingest.readers.pdf.aligned.columns import Columns
from ingest.readers.pdf.aligned.pieces import LaidLine, Piece

_OPENING, _CLOSING = "（([【〔", "）)]】〕"
_SENTENCE_ENDS = "。；;！!？?：:"
# In heights of a line: the farthest step inside a cell; what a wrapped text leaves free at its end; how far apart its
# lines begin.
_FARTHEST = 1.75
_FREE = 2.5
_LEVEL = 0.3
# A text of fewer signs is a label.
_FEWEST = 12


def ends_texts(row: Sequence[LaidLine], line: LaidLine, columns: Columns) -> bool:
    """True for a line next to a row that prints nothing but the ends of its texts.

    Such are 元） below 资金（万, and what stands below a text over several columns that ends in no sentence's end.
    """
    above = {columns.column(piece): piece for own in row for piece in own.pieces}
    own = {columns.column(piece): piece for piece in line.pieces}
    if len(own) < len(line.pieces) or not own.keys() <= above.keys() or any(piece.is_number for piece in own.values()):
        return False
    if not _is_near(row[-1], line):
        return False
    pairs = [(above[column], piece) for column, piece in own.items()]
    return any(closes(one.text, piece.text) for one, piece in pairs) or _goes_on_wide(row[-1], own, columns)


def _is_near(above: LaidLine, line: LaidLine) -> bool:
    """True where all characters of two lines stand as near as lines of one cell; a comma alone stands low."""
    (_, first, _, last), (_, top, _, bottom) = above.glyphs.box, line.glyphs.box
    return (top + bottom - first - last) / 2 < _FARTHEST * max(last - first, bottom - top)


def closes(above: str, below: str) -> bool:
    """True for a text that begins with the end of a bracket which the text above leaves open: 元） below 资金（万."""
    is_open = max(map(above.rfind, _OPENING)) > max(map(above.rfind, _CLOSING))
    ends = [at for sign in _CLOSING if (at := below.find(sign)) >= 0]
    return is_open and bool(ends) and not any(sign in below[: min(ends)] for sign in _OPENING)


def _goes_on_wide(above: LaidLine, own: Mapping[int, Piece], columns: Columns) -> bool:
    """True where each text begins right below one that fills the room up to the next one, one of them a wide text."""
    ends = {columns.column(one): other.x0 for one, other in pairwise(above.pieces)}
    before = {columns.column(piece): piece for piece in above.pieces}
    if 0 in own or not own.keys() <= before.keys():
        return False
    for column, piece in own.items():
        one = before[column]
        room = ends.get(column, columns.edges[-1]) - one.x1
        is_whole = one.text.endswith(tuple(_SENTENCE_ENDS)) or room > _FREE * above.height
        if is_whole or abs(one.x0 - piece.x0) > _LEVEL * above.height:
            return False
    return any(len(before[column].text) >= _FEWEST and len(columns.columns(before[column])) > 1 for column in own)
