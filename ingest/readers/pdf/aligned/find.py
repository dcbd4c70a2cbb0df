"""Tables that rules do not frame: lines whose texts stand in the same columns, one below another."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.readers.pdf.aligned.beside import as_row, texts_with_labels
from ingest.readers.pdf.aligned.centred import rows_with_labels, title_lines
from ingest.readers.pdf.aligned.columns import Columns, columns_of_rest, find_columns
from ingest.readers.pdf.aligned.pieces import LaidLine, cut_at, laid_lines
from ingest.readers.pdf.aligned.proof import is_table
from ingest.readers.pdf.aligned.rows import group_rows
from ingest.readers.pdf.aligned.runs import rest_above, runs
from ingest.readers.pdf.aligned.tight import are_untold, mark_ends, rooms_of, rows_set_tight
from ingest.readers.pdf.lines import TextLine, in_order
from ingest.readers.pdf.page import Glyph
from ingest.readers.pdf.ruled.table import RuledTable, TableCell
from ingest.readers.pdf.rules import Line
from ingest.source.blocks import Box

# A page of more characters is a drawing.
_MOST_GLYPHS = 40_000
_FEWEST_LINES = 2
# In heights of a line: a wider gap between two lines ends a paragraph; a longer line, several of them full, is prose.
_APART = 2.2
_PROSE = 22.0
_LINES_OF_PROSE = 3
_LEFT_EDGE = 3.0
# The head of a page is printed in so many texts at most, so much smaller, and so many steps off, above more lines.
_MOST_OF_A_HEAD, _FEWEST_BELOW = 3, 4
_SMALLER, _OFF = 0.9, 1.25


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
    lines = _without_head(lines)
    for number, run in enumerate(runs(lines)):
        whole = [*rest_above(lines, run, before), *run] if not number and before else run
        if not number and before and (goes_on := _rest(whole, before, level)) is not None:
            found.append(goes_on)
        else:
            found += _tables(run, level, bands)
    return found, bool(lines)


def _without_head(lines: list[LaidLine]) -> list[LaidLine]:
    """The lines of a page but a first one that is printed smaller and stands farther off: the head of all pages."""
    if len(lines) <= _FEWEST_BELOW or len(lines[0].pieces) > _MOST_OF_A_HEAD:
        return lines
    first, *others = lines
    usual = median([below.middle - above.middle for above, below in pairwise(others)])
    is_apart = others[0].middle - first.middle > _OFF * usual
    return others if is_apart and first.height < _SMALLER * median(line.height for line in others) else lines


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
) -> AlignedTable | None:
    """The table of lines; with the ``edges`` of its columns where it is the rest of one of the page before.

    None where nothing tells its rows from the lines of its cells.
    """

    def grouped(lines: Sequence[LaidLine]) -> list[list[LaidLine]]:
        return group_rows(lines, columns, level)

    rooms = rooms_of(run, columns)
    groups = rows_set_tight(run, columns, rooms) if edges else []
    groups = groups or rows_with_labels(run, columns, grouped, level, bool(edges)) or grouped(run)
    if are_untold(groups, run, columns, rooms):
        return None
    rows: list[list[TableCell]] = []
    for number, group in enumerate(groups):
        cells: dict[int, list[TextLine]] = {}
        for line in group:
            own: dict[int, TextLine] = {}
            for piece in line.pieces:
                own.setdefault(columns.column(piece), TextLine()).extend(piece.glyphs)
            for column, written in own.items():
                cells.setdefault(column, []).append(written)
        rows.append([_cell(number, column, cells.get(column, [])) for column in range(len(columns.spans))])
    mark_ends(rows, run, rooms)
    glyphs = [glyph for line in run for glyph in line.glyphs]
    top = min(line.top for line in run)
    table = RuledTable(list(edges) or columns.edges, rows, top, open_top=False, open_bottom=False, is_told=True)
    return AlignedTable(table, glyphs)


def _cell(row: int, column: int, lines: Sequence[TextLine]) -> TableCell:
    printed = [line for line in lines if line.text]
    return TableCell(row, column, "\n".join(line.text for line in printed), [Box(*line.inked_box) for line in printed])
