"""Excel 97-2003 workbooks (.xls, and the .et of WPS that holds one)."""

import io
from collections.abc import Iterator

import xlrd
from xlrd.book import Book
from xlrd.sheet import Cell as StoredCell
from xlrd.sheet import Sheet as StoredSheet

from ingest.errors import DocumentRejected
from ingest.readers.sheets.grid import Sheet, source_of
from ingest.readers.sheets.number_format.built_in import BUILT_IN, GENERAL, is_of_language
from ingest.readers.sheets.stored import cell_of
from ingest.readers.tables import WIDEST
from ingest.source.blocks import Cell, Source

_VISIBLE = 0


def read_xls(data: bytes, file_name: str) -> Source:
    """A workbook as a `Source`: what each cell shows, the text of merged cells once.

    Raises DocumentRejected (``damaged``, ``encrypted``, ``too_large``, ``hidden``).
    """
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
        return source_of(_sheets(book), file_name, data, "xls", book.encoding or "utf-16-le")
    except DocumentRejected:
        raise
    except Exception as error:  # xlrd raises whatever its parts meet in a damaged file
        if "encrypted" in str(error).lower():
            message = "the workbook is protected by a password: publish it without one"
            raise DocumentRejected("encrypted", message) from error
        raise DocumentRejected("damaged", f"the workbook is damaged: {type(error).__name__}: {error}") from error


def _sheets(book: Book) -> Iterator[Sheet]:
    for stored in book.sheets():
        sheet = Sheet(stored.name, stored.visibility != _VISIBLE, merged=list(stored.merged_cells))
        sheet.hidden_rows.update(row for row, info in stored.rowinfo_map.items() if info.hidden)
        sheet.hidden_columns.update(column for column, info in stored.colinfo_map.items() if info.hidden)
        _fill(sheet, stored, book)
        yield sheet


def _fill(sheet: Sheet, stored: StoredSheet, book: Book) -> None:
    for row in range(stored.nrows):
        for column in range(min(stored.row_len(row), WIDEST)):
            sheet.put(row, column, _cell(book, stored.cell(row, column)))


def _cell(book: Book, cell: StoredCell) -> Cell:
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return Cell("")
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return Cell(xlrd.error_text_from_code.get(int(cell.value), "#ERROR!"))
    value = bool(cell.value) if cell.ctype == xlrd.XL_CELL_BOOLEAN else cell.value
    style = book.format_map.get(book.xf_list[cell.xf_index].format_key) if cell.xf_index is not None else None
    if style is None:
        return cell_of(value, GENERAL)
    own = is_of_language(style.format_key)
    return cell_of(value, BUILT_IN[style.format_key] if own else style.format_str, book.datemode == 1)
