"""Tables that rules do not frame: lines whose texts stand in the same columns, one below another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers.pdf.aligned.beside import as_row, texts_with_labels
from ingest.readers.pdf.aligned.centred import rows_with_labels, title_lines
from ingest.readers.pdf.aligned.columns import Columns, columns_of_rest, find_columns
from ingest.readers.pdf.aligned.pieces import LaidLine, Piece, cut_at, is_number, laid_lines
from ingest.readers.pdf.aligned.proof import is_table
from ingest.readers.pdf.aligned.rows import group_rows
from ingest.readers.pdf.lines import TextLine, in_order
from ingest.readers.pdf.page import Glyph
from ingest.readers.pdf.ruled.table import RuledTable, TableCell
from ingest.readers.pdf.rules import Line
from ingest.source.blocks import Box

# A page of more characters is a drawing.
_MOST_GLYPHS = 40_000
_FEWEST_LINES = 2
# In heights of a line: a wider gap between two lines ends a table; a longer line, several of them full, is prose.
_APART = 2.2
_PROSE = 22.0
_LINES_OF_PROSE = 3
_LEFT_EDGE = 3.0
# Steps and edges of wrapped lines: as many times the others', in heights of a line.
_SAME_STEP = 1.15
_CLOSER = 0.86
_SAME_EDGE = 0.3
# So many lines of a single text, each below the last, may stand between lines of several.
_BETWEEN = 2
# So many where their words stand in columns: a name that was wrapped above another one without numbers.
_MOST_BETWEEN = 6


@dataclass(frozen=True, slots=True)
class AlignedTable:
    """A table and the characters in it."""

    table: RuledTable
    glyphs: list[Glyph]


def find_aligned(
    written: Sequence[TextLine],
    ordered: Sequence[TextLine],
    level: Sequence[Line],
    upright: Sequence[Line],
    bands: Sequence[Line] = (),
    before: Sequence[float] = (),
) -> tuple[list[AlignedTable], bool]:
    """The tables among lines, as they were ``written`` and as `in_order` puts them, that no grid frames; from the top
    down.

    Also whether several lines hold more than one text.

    ``level`` and ``upright`` rules, and the edges of ``bands`` of colour, part rows and columns where there are any; a
    table needs none. ``before`` are the edges of the columns of such a table at the end of the page before, which may
    go on.
    """
    if len(written) < _FEWEST_LINES or sum(map(len, written)) > _MOST_GLYPHS:
        return [], False
    lines = laid_lines(ordered, upright)
    if not lines:
        return [], False
    found = [_labelled(text) for text in texts_with_labels(lines)]
    if found:
        used = {id(glyph) for table in found for glyph in table.glyphs}
        written = [line for line in written if id(line[0]) not in used]
    prose = _prose(written)
    rest = [line for line in written if id(line) not in prose]
    if found or prose:
        lines = laid_lines(in_order(rest), upright) if len(rest) >= _FEWEST_LINES else []
    for number, run in enumerate(_runs(lines)):
        if not number and before and (goes_on := _rest(run, before, level)) is not None:
            found.append(goes_on)
        else:
            found += _tables(run, level, bands)
    return found, bool(lines)


def _tables(run: Sequence[LaidLine], level: Sequence[Line], bands: Sequence[Line]) -> list[AlignedTable]:
    """The table of lines that follow one another; two where titles in other columns begin one."""
    if (table := read_aligned(run, level, bands=bands)) is not None:
        return [table]
    for number in title_lines(run):
        if number and (below := read_aligned(run[number:], level, bands=bands)) is not None:
            return [*_tables(run[:number], level, bands), below]
    return []


def read_aligned(
    run: Sequence[LaidLine], level: Sequence[Line], is_framed: bool = False, bands: Sequence[Line] = ()
) -> AlignedTable | None:
    """The table that lines make; None where their texts stand in no columns. ``is_framed``: in a frame of rules."""
    columns = find_columns(run) if len(run) >= _FEWEST_LINES else None
    if columns is None:
        return None
    run = cut_at(run, columns.gutters)
    if not is_table(run, columns, level, is_framed):
        return None
    return _table(run, columns, [*level, *bands])


def _runs(lines: Sequence[LaidLine]) -> Iterator[list[LaidLine]]:
    """Lines of several texts that follow one another, with the few of one text between them."""
    run: list[LaidLine] = []
    waiting: list[LaidLine] = []
    for line in lines:
        before = (run + waiting)[-1] if run else None
        is_apart = before is not None and line.top - before.bottom > _APART * min(line.height, before.height)
        is_several = len(line.pieces) > 1 or (bool(run) and _is_row(line, run))
        lone = sum(below.top > above.bottom for above, below in pairwise([*run[-1:], *waiting, line]))
        is_wide = line.width > 2 * _PROSE * line.height
        most = _MOST_BETWEEN if lone > _BETWEEN and _fit(_words(*waiting, line), run, line.height) else _BETWEEN
        if is_apart or (not is_several and (lone > most or is_wide)):
            if run:
                yield run + _last_wrap(run, waiting)
            run, waiting = [], []
        if is_several:
            run += [*waiting, line]
            waiting = []
        elif run:
            waiting.append(line)
    if run:
        yield run + _last_wrap(run, waiting)


def _is_row(line: LaidLine, run: Sequence[LaidLine]) -> bool:
    """True for a line in one piece that is a name and a number close to it, each below texts of its column."""
    ends_in_number = is_number(line.glyphs.text.rpartition(" ")[2])
    words = _words(line) if ends_in_number else []
    if len(words) < 2 or not words[-1].is_number or not _fit(words[1:], run, line.height):
        return False
    return any(abs(words[0].x0 - text.x0) < _SAME_EDGE * line.height for text in _texts(run))


def _fit(words: Sequence[Piece], run: Sequence[LaidLine], height: float) -> bool:
    """True where each word begins below texts of a column, and is hardly wider, or is a number and ends below them."""
    edge, texts = _SAME_EDGE * height, _texts(run)
    return all(
        any(abs(word.x0 - text.x0) < edge and word.x1 < text.x1 + height for text in texts)
        or (word.is_number and any(abs(word.x1 - text.x1) < edge for text in texts))
        for word in words
    )


def _words(*lines: LaidLine) -> list[Piece]:
    return [word for line in lines for piece in line.pieces for word in piece.words]


def _texts(run: Sequence[LaidLine]) -> list[Piece]:
    return [piece for line in run if len(line.pieces) > 1 for piece in line.pieces]


def _last_wrap(run: Sequence[LaidLine], below: Sequence[LaidLine]) -> list[LaidLine]:
    """The lines below the last one of several texts that go on with one of these: as near as wraps are, inside it."""
    steps = [line.middle - above.middle for above, line in pairwise(run)]
    wraps = [step for step, line in zip(steps, run[1:], strict=True) if len(line.pieces) == 1]
    nearest = _SAME_STEP * max(wraps) if wraps else _CLOSER * min(steps, default=0.0)
    level = [line for line in run[-_BETWEEN:-1] if run[-1].middle - line.middle < run[-1].height]
    last = [*run[-1].pieces, *(piece for line in level for piece in line.pieces)]
    ends = [max(own.pieces[0].x1 for own in run) + run[-1].height, *(piece.x1 for piece in last[1:])]
    found: list[LaidLine] = []
    for line in below:
        before, rest = (found or run)[-1], line.pieces[0]
        is_inside = any(
            abs(rest.x0 - piece.x0) < _SAME_EDGE * line.height and rest.x1 <= end
            for piece, end in zip(last, ends, strict=True)
        )
        if line.middle - before.middle > nearest or not is_inside:
            break
        found.append(line)
    return found


def _prose(written: Sequence[TextLine]) -> set[int]:
    """The lines (by identity) that were written one after another and fill their column: paragraphs."""
    found: set[int] = set()
    paragraph: list[TextLine] = []
    box = (0.0, 0.0, 0.0, 0.0)
    for line in [*written, TextLine()]:
        own = line.box if line else (0.0, 0.0, 0.0, 0.0)
        height = own[3] - own[1]
        is_long = bool(line) and own[2] - own[0] > _PROSE * height and len(line.pieces) == 1
        goes_on = bool(paragraph) and bool(line) and abs(own[0] - box[0]) < _LEFT_EDGE * height
        goes_on = goes_on and 0 < own[1] - box[1] < _APART * height and (is_long or own[2] <= box[2] + height)
        if not goes_on or not (is_long or len(paragraph) >= _LINES_OF_PROSE - 1):
            if len(paragraph) >= _LINES_OF_PROSE:
                found.update(map(id, paragraph))
            paragraph = [line] if is_long else []
        else:
            paragraph.append(line)
        box = own
    return found


def _labelled(text: Sequence[LaidLine]) -> AlignedTable:
    """A label and the text beside it as a table of one row."""
    own = as_row(text)
    left, right = own[0].pieces[0].x0, max(line.pieces[0].x1 for line in own)
    columns = Columns([(left, own[0].pieces[0].x1), (own[1].pieces[0].x0, right)])
    cells = [_cell(0, 0, [own[0].glyphs]), _cell(0, 1, [line.glyphs for line in own[1:]])]
    table = RuledTable(columns.edges, [cells], text[0].top, open_top=False, open_bottom=False, is_told=True)
    return AlignedTable(table, [glyph for line in text for glyph in line.glyphs])


def _rest(run: Sequence[LaidLine], edges: Sequence[float], level: Sequence[Line]) -> AlignedTable | None:
    """The lines as the rest of a table with columns between ``edges``; None where their texts stand in no such ones."""
    columns = columns_of_rest(run, edges)
    several = sum(len(line.pieces) > 1 for line in run)
    return _table(run, columns, level, edges) if columns is not None and several >= _FEWEST_LINES else None


def _table(
    run: Sequence[LaidLine], columns: Columns, level: Sequence[Line], edges: Sequence[float] = ()
) -> AlignedTable:
    """The table of lines; with the ``edges`` of its columns where it is the rest of one of the page before."""

    def grouped(lines: Sequence[LaidLine]) -> list[list[LaidLine]]:
        return group_rows(lines, columns, level)

    rows: list[list[TableCell]] = []
    for number, group in enumerate(rows_with_labels(run, columns, grouped, level, bool(edges)) or grouped(run)):
        cells: dict[int, list[TextLine]] = {}
        for line in group:
            own: dict[int, TextLine] = {}
            for piece in line.pieces:
                own.setdefault(columns.column(piece), TextLine()).extend(piece.glyphs)
            for column, written in own.items():
                cells.setdefault(column, []).append(written)
        rows.append([_cell(number, column, cells.get(column, [])) for column in range(len(columns.spans))])
    glyphs = [glyph for line in run for glyph in line.glyphs]
    top = min(line.top for line in run)
    table = RuledTable(list(edges) or columns.edges, rows, top, open_top=False, open_bottom=False, is_told=True)
    return AlignedTable(table, glyphs)


def _cell(row: int, column: int, lines: Sequence[TextLine]) -> TableCell:
    printed = [line for line in lines if line.text]
    return TableCell(row, column, "\n".join(line.text for line in printed), [Box(*line.inked_box) for line in printed])
