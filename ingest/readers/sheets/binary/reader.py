"""Excel binary workbooks (.xlsb): the records that say what cells show; every other record is passed over."""

import struct
from collections.abc import Iterator
from zipfile import BadZipFile
from zlib import error as zlib_error

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.package import has_pictures, open_package
from ingest.readers.sheets.binary.conditions import Conditions
from ingest.readers.sheets.binary.records import Record, records
from ingest.readers.sheets.binary.styles import Styles, rich_text
from ingest.readers.sheets.conditional.overlay import ERROR, Overlay
from ingest.readers.sheets.conditional.values import Place
from ingest.readers.sheets.drawn.beside import COMMENT, Beside
from ingest.readers.sheets.drawn.open_xml import read_beside
from ingest.readers.sheets.grid import Sheet, check_size, source_of
from ingest.readers.sheets.number_format import Value
from ingest.readers.sheets.number_format.built_in import GENERAL
from ingest.readers.sheets.parts import Package
from ingest.readers.sheets.stored import cell_of
from ingest.readers.tables import WIDEST
from ingest.source.blocks import Cell, Source

_ROW, _COLUMN, _MERGED, _CELLS_END = 0, 60, 176, 146
_RK, _ERROR, _BOOLEAN, _REAL, _TEXT, _SHARED, _RICH = 2, 3, 4, 5, 6, 7, 62
_OF_FORMULA = {8: _TEXT, 9: _REAL, 10: _BOOLEAN, 11: _ERROR}
_CELLS = frozenset({_RK, _ERROR, _BOOLEAN, _REAL, _TEXT, _SHARED, _RICH, *_OF_FORMULA})
_SHORT = range(12, 19)
_ITEM = 19
_BOOK, _SHEET = 153, 156
_HEADS, _COMMENT, _COMMENT_TEXT = 479, 635, 637
_ERRORS = {
    0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A", 43: "#GETTING_DATA",
}  # fmt: skip
_LAST_ROW = 2**20


def read_xlsb(data: bytes, file_name: str) -> Source:
    """A workbook as a `Source`: what each cell shows, the text of merged cells once.

    Raises DocumentRejected (``damaged``, ``too_large``, ``encrypted``, ``unsafe_xml``, ``hidden``).
    """
    try:
        with open_package(data) as package:
            sheets = _Workbook(Package(package)).sheets()
            return source_of(sheets, file_name, data, "xlsb", has_pictures=has_pictures(package))
    except (etree.XMLSyntaxError, BadZipFile, zlib_error, LookupError, ValueError, EOFError, OSError) as error:
        raise DocumentRejected("damaged", f"the workbook is damaged: {type(error).__name__}: {error}") from error


class _Workbook:
    """The sheets of a package and what their cells refer to."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._main = package.first("/", "officeDocument") or "/xl/workbook.bin"
        self._styles = Styles(self._part("styles"))
        self._texts = [
            rich_text(record, self._styles) for record in self._part("sharedStrings") if record.kind == _ITEM
        ]
        self._is_1904 = False
        self._count = 0

    def _part(self, kind: str) -> Iterator[Record]:
        part = self._package.first(self._main, kind)
        return records(self._package.read(part)) if part else iter(())

    def sheets(self) -> Iterator[Sheet]:
        """The sheets in the order of their tabs; one of a chart holds no cells."""
        related = self._package.related(self._main)
        has_sheet = False
        for record in records(self._package.read(self._main)):
            if record.kind == _BOOK:
                self._is_1904 = bool(record.number(0) & 1)
            elif record.kind == _SHEET:
                has_sheet = True
                relation, end = record.text(8)
                sheet = Sheet(record.text(end)[0], record.number(0) != 0)
                kind, part = related[relation]
                if kind == "worksheet":
                    self._read(self._package.read(part), sheet)
                    self._read_beside(part, sheet)
                yield sheet
        if not has_sheet:
            raise ValueError("the workbook lists no sheet")

    def _read_beside(self, part: str, sheet: Sheet) -> None:
        """Read drawings, which are XML as those of other workbooks, and comments, which are not."""
        read_beside(self._package, part, sheet.beside)
        comments = self._package.first(part, "comments")
        place = (0, 0)
        for record in records(self._package.read(comments)) if comments else ():
            if record.kind == _COMMENT:
                place = record.number(4), record.number(12)
            elif record.kind == _COMMENT_TEXT:
                sheet.beside.notes.append((place, COMMENT, record.text(1)[0]))

    def _read(self, data: bytes, sheet: Sheet) -> None:
        row = -1
        is_whole = False
        overlay = Overlay(self._is_1904)
        conditions = Conditions(self._styles.looks, overlay.held.content)
        for record in records(data):
            is_whole |= record.kind == _CELLS_END
            if record.kind == _ROW:
                row = record.number(0)
                if row >= _LAST_ROW:
                    raise ValueError(f"row {row + 1}")
                if record.number(11, 1) & 0x10:
                    sheet.hidden_rows.add(row)
            elif record.kind == _COLUMN:
                if record.number(16, 2) & 1:
                    sheet.hidden_columns.update(range(record.number(0), min(record.number(4) + 1, WIDEST)))
            elif record.kind == _MERGED:
                top, bottom, left, right = (record.number(at) for at in (0, 4, 8, 12))
                sheet.merged.append((top, min(bottom + 1, _LAST_ROW), left, right + 1))
            elif record.kind == _HEADS:
                _add_heads(record, sheet.beside)
            elif record.kind in _SHORT:
                raise ValueError("cells in a form that no program writes")
            elif record.kind in _CELLS and record.number(0) < WIDEST:
                self._count += 1
                check_size(self._count)
                self._put(record, (row, record.number(0)), sheet, overlay)
            else:
                conditions.add(record)
        if not is_whole:
            raise ValueError("a sheet is cut off")
        overlay.lay(sheet, conditions.rules)

    def _put(self, record: Record, place: Place, sheet: Sheet, overlay: Overlay) -> None:
        """Add a cell to a sheet, and what it holds to ``overlay``."""
        look = self._styles.look(record.number(4, 3))
        kind = _OF_FORMULA.get(record.kind, record.kind)
        if kind == _ERROR:
            sheet.put(*place, Cell(_ERRORS.get(record.number(8, 1), "#ERROR!")))
            overlay.put(place, ERROR, look)
            return
        value: Value
        if kind == _SHARED:
            value, unseen = self._texts[record.number(8)].on(look.ground)
            if unseen:
                sheet.unseen[place] = unseen
        else:
            value = _value(record, kind)
        sheet.put(*place, cell_of(value, look.number_format or GENERAL, self._is_1904))
        overlay.put(place, value, look)


def _value(record: Record, kind: int) -> Value:
    """What a cell holds."""
    if kind == _BOOLEAN:
        return bool(record.number(8, 1))
    if kind in (_TEXT, _RICH):
        return record.text(9 if kind == _RICH else 8)[0]
    if kind == _RK:
        return _rk(record.number(8))
    found: float = struct.unpack("<d", record.number(8, 8).to_bytes(8, "little"))[0]
    return found


def _add_heads(record: Record, beside: Beside) -> None:
    """Read the head and foot of pages, then those of even pages, which say the same, and of the first one."""
    at = 2
    for number in range(6):
        text, at = record.text(at)
        if number not in (2, 3):
            beside.add_head(text)


def _rk(packed: int) -> float:
    """A number packed into 30 bits, one bit for a whole number, one for hundredths."""
    if packed & 2:
        number: float = struct.unpack("<i", struct.pack("<I", packed & ~3))[0] >> 2
    else:
        number = struct.unpack("<d", b"\x00" * 4 + struct.pack("<I", packed & ~3))[0]
    return number / 100 if packed & 1 else number
