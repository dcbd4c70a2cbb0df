"""Excel 97-2003 workbooks (.xls, and the .et of WPS that holds one)."""

import io
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import pairwise

import xlrd
from xlrd.book import Book
from xlrd.formatting import Font
from xlrd.sheet import Sheet as StoredSheet

from ingest.errors import DocumentRejected
from ingest.readers.sheets.conditional.excel97 import Colours, colours_of, read_rules, without_rules
from ingest.readers.sheets.conditional.formulas import Values
from ingest.readers.sheets.conditional.looks import WHITE, Look, Rule
from ingest.readers.sheets.conditional.overlay import ERROR, Overlay
from ingest.readers.sheets.drawn.beside import COMMENT
from ingest.readers.sheets.drawn.excel97 import read_beside
from ingest.readers.sheets.grid import Sheet, source_of
from ingest.readers.sheets.number_format.built_in import BUILT_IN, GENERAL, is_of_language
from ingest.readers.sheets.stored import cell_of
from ingest.readers.tables import WIDEST
from ingest.readers.word.formulas import raised
from ingest.source.blocks import Cell, Source

_VISIBLE = 0
_EXCEL_97 = 80
_SOLID, _ABOVE = 1, 1
_MIXED = "mixed"


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
    rules = read_rules(book.mem or b"", book.base, colours_of(book.colour_map)) if beside else []
    book.mem = without_rules(book.mem or b"", book.base) if rules else book.mem
    for number, stored in enumerate(book.sheets()):
        sheet = Sheet(stored.name, stored.visibility != _VISIBLE, merged=list(stored.merged_cells))
        if number < len(beside):
            sheet.beside = beside[number]
        sheet.hidden_rows.update(row for row, info in stored.rowinfo_map.items() if info.hidden)
        sheet.hidden_columns.update(column for column, info in stored.colinfo_map.items() if info.hidden)
        sheet.beside.notes += ((place, COMMENT, note.text) for place, note in stored.cell_note_map.items())
        _fill(sheet, stored, book, rules[number] if number < len(rules) else None)
        yield sheet


def _fill(sheet: Sheet, stored: StoredSheet, book: Book, rules: Callable[[Values], list[Rule]] | None) -> None:
    hides_zeros = not getattr(stored, "show_zero_values", True)
    overlay = Overlay(book.datemode == 1)
    looks = cache(partial(_look, book))
    for row in range(stored.nrows):
        kinds, values = stored.row_types(row, 0, WIDEST), stored.row_values(row, 0, WIDEST)
        for column, (kind, value) in enumerate(zip(kinds, values, strict=True)):
            is_hidden = hides_zeros and kind == xlrd.XL_CELL_NUMBER and not value
            if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or is_hidden:
                continue
            look = looks(stored.cell_xf_index(row, column))
            runs = stored.rich_text_runlist_map.get((row, column))
            if runs and isinstance(value, str):
                own = [(at, book.font_list[font]) for at, font in runs if font < len(book.font_list)]
                value, unseen = _seen(value, own, look.ground == WHITE, colours_of(book.colour_map))
                if unseen:
                    sheet.unseen[row, column] = unseen
            if kind == xlrd.XL_CELL_ERROR:
                sheet.put(row, column, Cell(xlrd.error_text_from_code.get(int(value), "#ERROR!")))
                overlay.put((row, column), ERROR, look)
                continue
            held = bool(value) if kind == xlrd.XL_CELL_BOOLEAN else value
            sheet.put(row, column, cell_of(held, look.number_format or GENERAL, book.datemode == 1))
            overlay.put((row, column), held, look)
    overlay.lay(sheet, rules(overlay.held.content) if rules is not None else ())


def _look(book: Book, style: int) -> Look:
    """How a cell of a style shows its value."""
    own = book.xf_list[style]
    found = book.format_map.get(own.format_key)
    number_format = GENERAL
    if found is not None:
        number_format = BUILT_IN[found.format_key] if is_of_language(found.format_key) else found.format_str
    colours = colours_of(book.colour_map)
    ink = colours(book.font_list[own.font_index].colour_index) if own.font_index < len(book.font_list) else ""
    ground = own.background
    if ground is None or not ground.fill_pattern:
        return Look(number_format, ink, WHITE)
    return Look(number_format, ink, colours(ground.pattern_colour_index) if ground.fill_pattern == _SOLID else _MIXED)


def _seen(text: str, runs: Sequence[tuple[int, Font]], is_paper: bool, colours: Colours) -> tuple[str, str]:
    """A text without what is struck through, or white on paper, beside other text in it, and that.

    ``runs`` are places and fonts there. Numbers above the line are such.
    """
    edges = [0, *(at for at, _ in runs), len(text)]
    parts = [text[at:end] for at, end in pairwise(edges)]
    fonts = [None, *(font for _, font in runs)]
    plain = unseen = ""
    for part, font in zip(parts, fonts, strict=True):
        if font is not None and (font.struck_out or (is_paper and colours(font.colour_index) == WHITE)):
            unseen += part
        else:
            plain += raised(part) if font is not None and font.escapement == _ABOVE and plain.strip() else part
    return (plain, unseen) if plain.strip() else (text, "")
