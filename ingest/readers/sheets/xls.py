"""Excel 97-2003 workbooks (.xls, and the .et of WPS that holds one)."""

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise

import xlrd
from xlrd.book import Book
from xlrd.formatting import Font
from xlrd.sheet import Sheet as StoredSheet

from ingest.errors import DocumentRejected
from ingest.readers.sheets.drawn.beside import COMMENT
from ingest.readers.sheets.drawn.excel97 import read_beside
from ingest.readers.sheets.grid import Sheet, source_of
from ingest.readers.sheets.number_format.built_in import BUILT_IN, GENERAL, is_of_language
from ingest.readers.sheets.stored import cell_of
from ingest.readers.tables import WIDEST
from ingest.source.blocks import Cell, Source

_VISIBLE = 0
_EXCEL_97 = 80


def read_xls(data: bytes, file_name: str) -> Source:
    """A workbook as a `Source`: what each cell shows, the text of merged cells once.

    Raises DocumentRejected (``damaged``, ``encrypted``, ``too_large``, ``hidden``).
    """
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO(), on_demand=True
        )
        return source_of(_sheets(book), file_name, data, "xls", book.encoding or "utf-16-le")
    except DocumentRejected:
        raise
    except Exception as error:  # xlrd raises whatever its parts meet in a damaged file
        if "encrypted" in str(error).lower():
            message = "the workbook is protected by a password: publish it without one"
            raise DocumentRejected("encrypted", message) from error
        raise DocumentRejected("damaged", f"the workbook is damaged: {type(error).__name__}: {error}") from error


def _sheets(book: Book) -> Iterator[Sheet]:
    beside = read_beside(book.mem or b"", book.base) if book.biff_version == _EXCEL_97 else []
    for number, stored in enumerate(book.sheets()):
        sheet = Sheet(stored.name, stored.visibility != _VISIBLE, merged=list(stored.merged_cells))
        if number < len(beside):
            sheet.beside = beside[number]
        sheet.hidden_rows.update(row for row, info in stored.rowinfo_map.items() if info.hidden)
        sheet.hidden_columns.update(column for column, info in stored.colinfo_map.items() if info.hidden)
        sheet.beside.notes += ((place, COMMENT, note.text) for place, note in stored.cell_note_map.items())
        _fill(sheet, stored, book)
        yield sheet


def _fill(sheet: Sheet, stored: StoredSheet, book: Book) -> None:
    hides_zeros = not getattr(stored, "show_zero_values", True)
    for row in range(stored.nrows):
        kinds, values = stored.row_types(row, 0, WIDEST), stored.row_values(row, 0, WIDEST)
        for column, (kind, value) in enumerate(zip(kinds, values, strict=True)):
            is_hidden = hides_zeros and kind == xlrd.XL_CELL_NUMBER and not value
            if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or is_hidden:
                continue
            runs = stored.rich_text_runlist_map.get((row, column))
            if runs and isinstance(value, str):
                value, struck = _unstruck(value, runs, book.font_list)
                if struck:
                    sheet.unseen[row, column] = struck
            sheet.put(row, column, _cell(book, kind, value, stored.cell_xf_index(row, column)))


def _unstruck(text: str, runs: Sequence[tuple[int, int]], fonts: Sequence[Font]) -> tuple[str, str]:
    """A text without what is struck through beside other text in it, and that; ``runs`` are places and fonts there."""
    edges = [0, *(at for at, _ in runs), len(text)]
    parts = [text[at:end] for at, end in pairwise(edges)]
    is_struck = [False, *(font < len(fonts) and bool(fonts[font].struck_out) for _, font in runs)]
    plain = "".join(part for part, is_out in zip(parts, is_struck, strict=True) if not is_out)
    struck = "".join(part for part, is_out in zip(parts, is_struck, strict=True) if is_out)
    return (plain, struck) if plain.strip() else (text, "")


def _cell(book: Book, kind: int, value: str | float, style: int) -> Cell:
    if kind == xlrd.XL_CELL_ERROR:
        return Cell(xlrd.error_text_from_code.get(int(value), "#ERROR!"))
    stored = bool(value) if kind == xlrd.XL_CELL_BOOLEAN else value
    number_format = book.format_map.get(book.xf_list[style].format_key)
    if number_format is None:
        return cell_of(stored, GENERAL)
    own = is_of_language(number_format.format_key)
    shown_as = BUILT_IN[number_format.format_key] if own else number_format.format_str
    return cell_of(stored, shown_as, book.datemode == 1)
