"""Excel 97-2003 workbooks (.xls): the visible sheets in their order, a page each."""

import io
from collections.abc import Iterator
from hashlib import sha256

import xlrd
from xlrd.book import Book
from xlrd.sheet import Sheet

from ingest.errors import DocumentRejected
from ingest.readers.number_format import BUILT_IN, GENERAL, NO_DATE, Value, shown
from ingest.readers.tables import Covered, rows_of, shown_rows
from ingest.source.blocks import Row, Source, assemble

_VISIBLE = 0


def read_xls(data: bytes, file_name: str) -> Source:
    """A workbook as a `Source`: what each cell shows, the text of merged cells once.

    Raises DocumentRejected (``damaged``, ``encrypted``).
    """
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
        rows = list(_rows(book))
    except DocumentRejected:
        raise
    except Exception as error:  # xlrd raises whatever its parts meet in a damaged file
        if "encrypted" in str(error).lower():
            message = "the workbook is protected by a password: publish it without one"
            raise DocumentRejected("encrypted", message) from error
        raise DocumentRejected("damaged", f"the workbook is damaged: {type(error).__name__}: {error}") from error
    return assemble(file_name, sha256(data).hexdigest(), "xls", book.encoding or "utf-16-le", rows)


def _rows(book: Book) -> Iterator[Row]:
    visible = [sheet for sheet in book.sheets() if sheet.visibility == _VISIBLE]
    for page, sheet in enumerate(visible, start=1):
        yield from rows_of(_texts(sheet, book), page)


def _texts(sheet: Sheet, book: Book) -> Iterator[list[str]]:
    covered = Covered()
    for top, bottom, left, right in sheet.merged_cells:
        covered.add(top, bottom, left, right)
    rows = ([_shown(book, sheet, row, column) for column in range(sheet.row_len(row))] for row in range(sheet.nrows))
    return shown_rows(rows, covered)


def _shown(book: Book, sheet: Sheet, row: int, column: int) -> str:
    cell = sheet.cell(row, column)
    value: Value = cell.value
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(int(cell.value), "#ERROR!")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        value = bool(cell.value)
    elif cell.ctype == xlrd.XL_CELL_DATE:
        try:
            value = xlrd.xldate_as_datetime(float(cell.value), book.datemode)
        except (ValueError, OverflowError):
            return NO_DATE
    style = book.format_map.get(book.xf_list[cell.xf_index].format_key) if cell.xf_index is not None else None
    if style is None:
        return shown(value, GENERAL)
    return shown(value, BUILT_IN.get(style.format_key) or style.format_str)
