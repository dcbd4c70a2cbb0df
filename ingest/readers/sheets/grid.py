"""What a workbook shows: its visible sheets, rows and columns; what is hidden is not read, and said to be there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from itertools import chain, groupby, islice

from ingest.errors import DocumentRejected
from ingest.readers.sheets.drawn.beside import Beside, Cells, notices, with_boxes, with_lines
from ingest.readers.tables import WIDEST, Covered, rows_of
from ingest.source.blocks import Cell, Notice, Row, Source, assemble
from ingest.source.printed import fold
from ingest.vocabulary import vocabulary

HIDDEN = "hidden"
"""The code of what is not shown and was not read."""

_LONGEST_GAP = 1000
_LONGEST_QUOTE = 200
_FEWEST_LABELS = 3
_MOST_RUNS = 100
_MOST_CELLS = 2_000_000


@dataclass(slots=True)
class Sheet:
    """A sheet: its cells by row and column counted from 0, ranges that are one cell, and what of it is hidden.

    A range is its first row, the row behind it, its first column, the column behind it. Columns from `WIDEST` on are
    left out. ``unseen`` are texts of cells that nobody sees: struck through, or white on nothing; ``beside`` is what is
    shown beside the cells; ``is_cut`` says that columns were left out, ``hides_zeros``
    that cells show nothing of a zero.
    """

    name: str
    is_hidden: bool = False
    cells: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    unseen: dict[tuple[int, int], str] = field(default_factory=dict)
    beside: Beside = field(default_factory=Beside)
    is_cut: bool = False
    hides_zeros: bool = False

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Add a cell; one without text is left out."""
        if not cell.text.strip():
            return
        if column < WIDEST:
            self.cells.setdefault(row, {})[column] = cell
        else:
            self.is_cut = True

    def replace(self, row: int, column: int, cell: Cell) -> None:
        """Put a cell in the place of another; nothing where it has no text."""
        own = self.cells.get(row, {})
        own.pop(column, None)
        if not own:
            self.cells.pop(row, None)
        self.put(row, column, cell)

    def leave_out(self, cells: Mapping[tuple[int, int], Cell]) -> None:
        """Take cells that nobody sees away; they are said to be there."""
        for (row, column), cell in cells.items():
            self.unseen[row, column] = cell.text
            del self.cells[row][column]
            if not self.cells[row]:
                del self.cells[row]


def source_of(
    sheets: Iterable[Sheet],
    file_name: str,
    data: bytes,
    medium: str,
    encoding: str = "utf-8",
    has_pictures: bool = False,
) -> Source:
    """The source of a workbook, each visible sheet a page.

    Raises DocumentRejected (``too_large``; ``hidden``, ``picture`` or ``empty`` where no visible cell holds anything).
    """
    sheets = list(sheets)
    visible = [sheet for sheet in sheets if not sheet.is_hidden]
    hidden = [sheet for sheet in sheets if sheet.is_hidden and sheet.cells]
    rows: list[Row] = []
    told: list[Notice] = []
    for page, sheet in enumerate(visible, start=1):
        own, said = _rows(sheet, page)
        rows += own
        told += said
    if not any(row.cells for row in rows):
        raise _nothing_shown(sheets, has_pictures)
    source = assemble(file_name, sha256(data).hexdigest(), medium, encoding, rows)
    told += [_cut(sheet) for sheet in visible if sheet.is_cut]
    told += [_hidden_sheet(sheet) for sheet in hidden if _holds_a_form(sheet)]
    return replace(source, notices=(*told, *source.notices))


def _nothing_shown(sheets: Sequence[Sheet], has_pictures: bool) -> DocumentRejected:
    filled = ", ".join(sheet.name for sheet in sheets if sheet.cells)
    if filled:
        message = "everything in the workbook is hidden: unhide its sheets, rows and columns and publish it again"
        return DocumentRejected(HIDDEN, message, found=filled[:_LONGEST_QUOTE])
    if has_pictures:
        message = "the workbook holds pictures instead of cells: publish the table itself, or its pictures as PDF"
        return DocumentRejected("picture", message)
    return DocumentRejected("empty", "no sheet of the workbook holds anything")


def check_size(cells: int) -> None:
    """Raise DocumentRejected (``too_large``) for more cells than any document holds."""
    if cells > _MOST_CELLS:
        expected = f"at most {_MOST_CELLS} cells"
        raise DocumentRejected("too_large", "the workbook holds more cells than any document", expected=expected)


def _rows(sheet: Sheet, page: int) -> tuple[Sequence[Row], Sequence[Notice]]:
    """The visible rows of a sheet, endless gaps shortened, with what is said of its cells; what is said of it all."""
    shown = _shown(sheet)
    column = _first(0, WIDEST, sheet.hidden_columns) or 0
    lines, boxes = with_boxes(sheet.beside, shown, sheet.hidden_rows, column)
    said = {place: list(cell.notices) for place, cell in _each(shown) if cell.notices}
    for place, notice in chain(_hidden(sheet, shown), notices(sheet.beside, shown, boxes)):
        said.setdefault(place, []).append(notice)
    return with_lines(sheet.beside, lines, list(_in_columns(sheet, page, shown, said)))


def _in_columns(
    sheet: Sheet, page: int, shown: Cells, notices: Mapping[tuple[int, int], Sequence[Notice]]
) -> Iterator[Row]:
    columns = [column for column in range(WIDEST) if column not in sheet.hidden_columns]
    texts: list[list[str]] = []
    said: dict[tuple[int, int], Sequence[Notice]] = {}
    hidden = sorted(sheet.hidden_rows)
    before = -1
    for row in sorted(shown):
        gap = row - before - 1 - (bisect_left(hidden, row) - bisect_left(hidden, before))
        texts += [[] for _ in range(min(max(gap, 0), _LONGEST_GAP))]
        before = row
        own = shown[row]
        last = max(own)
        for position, column in enumerate(columns) if notices else ():
            if (row, column) in notices:
                said[len(texts), position] = notices[row, column]
        shown_to = columns[: bisect_right(columns, last)]
        texts.append([own[column].text if column in own else "" for column in shown_to])
    return rows_of(texts, page, said)


def _each(cells: Mapping[int, Mapping[int, Cell]]) -> Iterator[tuple[tuple[int, int], Cell]]:
    return (((row, column), cell) for row, own in cells.items() for column, cell in own.items())


def _shown(sheet: Sheet) -> dict[int, dict[int, Cell]]:
    """The visible cells; the text of a merged range whose first cell is hidden stands in its first visible one."""
    covered = Covered()
    for top, bottom, left, right in sheet.merged:
        covered.add(top, bottom, left, right)
    shown: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in _each(sheet.cells):
        if row in sheet.hidden_rows or column in sheet.hidden_columns or covered.holds(row, column):
            continue
        shown.setdefault(row, {})[column] = cell
    for top, bottom, left, right in sheet.merged:
        if top in sheet.hidden_rows or left in sheet.hidden_columns:
            moved = sheet.cells.get(top, {}).get(left)
            first_row = _first(top, bottom, sheet.hidden_rows)
            first_column = _first(left, min(right, WIDEST), sheet.hidden_columns)
            if moved is not None and first_row is not None and first_column is not None:
                shown.setdefault(first_row, {})[first_column] = moved
    return shown


def _first(start: int, end: int, hidden: set[int]) -> int | None:
    return next((index for index in range(start, end) if index not in hidden), None)


def _hidden(sheet: Sheet, shown: Mapping[int, Mapping[int, Cell]]) -> Iterator[tuple[tuple[int, int], Notice]]:
    """What is said of hidden rows and columns that hold something, each at the visible cell nearest before it."""
    if not shown:
        return
    visible = sorted(shown)
    places = iter(visible)
    before, following = visible[0], next(places, None)
    if sheet.unseen:
        message = (
            f"text of sheet {sheet.name} is struck through, of the colour of its ground or behind a picture,"
            " and not read"
        )
        yield (before, min(shown[before])), Notice(HIDDEN, message, _quoted(sheet.unseen.values()))
    for rows in _runs(sorted(sheet.hidden_rows & sheet.cells.keys())):
        while following is not None and following < rows[0]:
            before, following = following, next(places, None)
        held = (cell.text for row in rows for _, cell in sorted(sheet.cells[row].items()))
        yield (before, min(shown[before])), _notice(sheet, "row", [row + 1 for row in rows], held)
    for column in sorted(sheet.hidden_columns):
        texts = [own[column].text for row, own in sorted(sheet.cells.items()) if column in own and row in shown]
        if texts:
            row = next(row for row in visible if column in sheet.cells.get(row, {}))
            yield (row, min(shown[row])), _notice(sheet, "column", [column + 1], texts)


def _runs(rows: Sequence[int]) -> Iterator[list[int]]:
    """Rows that follow each other; after many runs the rest as one."""
    runs = groupby(enumerate(rows), key=lambda numbered: numbered[1] - numbered[0])
    for _, run in islice(runs, _MOST_RUNS):
        yield [row for _, row in run]
    rest = [row for _, run in runs for _, row in run]
    if rest:
        yield rest


def _notice(sheet: Sheet, what: str, numbers: Sequence[int], texts: Iterable[str]) -> Notice:
    which = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]}"
    many = "s" if len(numbers) > 1 else ""
    message = f"{what}{many} {which} of sheet {sheet.name} {'are' if many else 'is'} hidden and not read"
    return Notice(HIDDEN, message, _quoted(texts))


def _cut(sheet: Sheet) -> Notice:
    return Notice(HIDDEN, f"the columns of sheet {sheet.name} behind the first {WIDEST} are not read", "")


def _hidden_sheet(sheet: Sheet) -> Notice:
    texts = (cell.text for _, cell in _each(sheet.cells))
    return Notice(HIDDEN, f"sheet {sheet.name} is hidden and not read", _quoted(texts))


def _quoted(texts: Iterable[str]) -> str:
    return " | ".join(islice(texts, _LONGEST_QUOTE))[:_LONGEST_QUOTE]


def _holds_a_form(sheet: Sheet) -> bool:
    """True for a sheet with several labels of a form, each a cell of its own."""
    found = {fold(cell.text) for _, cell in _each(sheet.cells)} & _labels()
    return len(found) >= _FEWEST_LABELS


@cache
def _labels() -> frozenset[str]:
    labels = {fold(row["word"]) for row in vocabulary("form_labels")}
    return frozenset(label for label in labels if len(label) > 2)
