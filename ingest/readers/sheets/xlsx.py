"""Excel workbooks (.xlsx, .xlsm), transitional and strict: parts found by their relations, elements by local names."""

from collections.abc import Iterator, Sequence
from zipfile import BadZipFile, ZipFile
from zlib import error as zlib_error

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.package import has_pictures, open_package
from ingest.readers.sheets.conditional.looks import Look, Rule, can_change, looks_of
from ingest.readers.sheets.conditional.open_xml import read_rules
from ingest.readers.sheets.conditional.overlay import still_shown
from ingest.readers.sheets.conditional.values import Content, Faulty, Held, NotKnown, Place
from ingest.readers.sheets.drawn.open_xml import read_beside
from ingest.readers.sheets.grid import Sheet, check_size, source_of
from ingest.readers.sheets.number_format.built_in import GENERAL
from ingest.readers.sheets.number_format.numbers import exact
from ingest.readers.sheets.parts import (
    LAST_ROW,
    Package,
    cells_of,
    elements,
    hidden_columns,
    is_nothing,
    is_zero,
    local,
    numbered,
    range_of,
)
from ingest.readers.sheets.stored import cell_of, serial, unescaped, unstored
from ingest.readers.sheets.styles.open_xml import PLAIN, RichText, cell_styles, look_of, text_of
from ingest.readers.tables import WIDEST
from ingest.source.blocks import Cell, Source

_ISO_DATE = "yyyy-mm-dd"
_TRUE = ("1", "true", "on")
_VISIBLE = ("", "visible")
_PARENTS = ("sheetData", "cols", "mergeCells")
_LOOKS = ("conditionalFormatting", "tableParts")
_HEADS = ("oddHeader", "firstHeader", "oddFooter", "firstFooter")
_DRAWINGS = ("drawing", "legacyDrawing")


def read_xlsx(data: bytes, file_name: str) -> Source:
    """A workbook as a `Source`: what each cell shows, the text of merged cells once.

    Formulas show the value they had when the file was saved. Raises DocumentRejected (``damaged``, ``too_large``,
    ``encrypted``, ``unsafe_xml``, ``hidden``).
    """
    try:
        with open_package(data) as package:
            sheets = Workbook(package).sheets()
            return source_of(sheets, file_name, data, "xlsx", has_pictures=has_pictures(package))
    except (etree.XMLSyntaxError, BadZipFile, zlib_error, LookupError, ValueError, EOFError, OSError) as error:
        raise DocumentRejected("damaged", f"the workbook is damaged: {type(error).__name__}: {error}") from error


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if etree.QName(key).localname == name), "")


class Workbook:
    """The sheets of a package and what their cells refer to."""

    def __init__(self, package: ZipFile) -> None:
        self._package = Package(package)
        self._main = self._package.first("/", "officeDocument") or "/xl/workbook.xml"
        self._is_1904 = self._is_recalculated = False
        self._listed: list[tuple[str, str, bool]] = []
        for found in elements(self._package.read(self._main), "workbookPr", "calcPr", "sheet"):
            name = local(found)
            if name == "workbookPr":
                self._is_1904 = found.get("date1904") in _TRUE
            elif name == "calcPr":
                self._is_recalculated = found.get("fullCalcOnLoad") in _TRUE
            else:
                is_hidden = found.get("state", "") not in _VISIBLE
                self._listed.append((found.get("name", ""), _attribute(found, "id"), is_hidden))
        self._texts = self._shared_texts()
        self._styles, self._looks = self._cell_styles()
        self._count = 0

    def sheets(self) -> Iterator[Sheet]:
        """The sheets in the order of their tabs; one of a chart holds no cells."""
        related = self._package.related(self._main)
        if not self._listed:
            raise DocumentRejected("damaged", "the workbook lists no sheet")
        for name, relation, is_hidden in self._listed:
            kind, part = related[relation]
            sheet = Sheet(name, is_hidden)
            if kind == "worksheet" and self._read(self._package.read(part), sheet):
                read_beside(self._package, part, sheet.beside)
            yield sheet

    def _shared_texts(self) -> list[RichText]:
        part = self._package.first(self._main, "sharedStrings")
        return [text_of(found) for found in elements(self._package.read(part), "si")] if part else []

    def _cell_styles(self) -> tuple[list[Look], list[Look]]:
        part = self._package.first(self._main, "styles")
        return cell_styles(self._package.read(part)) if part else ([], [])

    def _read(self, data: bytes, sheet: Sheet) -> bool:
        """Fill ``sheet`` from the part of a worksheet; True where other parts draw on it."""
        row = -1
        is_drawn_on = has_tables = False
        white: dict[Place, Cell] = {}
        held = Held()
        rules: list[Rule] = []
        for found in elements(data, "sheetView", "row", "col", "mergeCell", *_LOOKS, *_HEADS, *_DRAWINGS):
            if found.get("showZeros", "1") not in _TRUE:
                sheet.hides_zeros = True
            if local(found) in _LOOKS:
                rules += read_rules(found, self._looks, look_of, held.content)
                has_tables |= local(found) == _LOOKS[1]
                continue
            if local(found) in _HEADS:
                sheet.beside.add_head(found.text or "")
            is_drawn_on = is_drawn_on or local(found) in _DRAWINGS
            parent = found.getparent()
            if parent is None or local(parent) not in _PARENTS:  # places of controls are rows and columns too
                continue
            match local(found):
                case "col":
                    sheet.hidden_columns.update(hidden_columns(found))
                case "mergeCell":
                    sheet.merged += range_of(found.get("ref", ""))
                case _:
                    row = int(found.get("r") or row + 2) - 1
                    if not 0 <= row < LAST_ROW:
                        raise ValueError(f"row {row + 1}")
                    if found.get("hidden") in _TRUE or is_nothing(found, "ht", "customHeight"):
                        sheet.hidden_rows.add(row)
                    self._read_row(found, row, sheet, white)
        if has_tables:  # these may colour cells
            white.clear()
        self._look_again(data, sheet, rules, held, white)
        if 2 * len(white) < sum(map(len, sheet.cells.values())):
            sheet.leave_out(white)
        return is_drawn_on

    def _read_row(self, cells: etree._Element, row: int, sheet: Sheet, white: dict[Place, Cell]) -> None:
        for column, cell in cells_of(cells):
            if column < WIDEST:
                self._count += 1
                check_size(self._count)
                style = self._style(cell)
                read, struck = self._cell(cell, style)
                if sheet.hides_zeros and is_zero(cell):
                    continue
                sheet.put(row, column, read)
                if struck:
                    sheet.unseen[row, column] = struck
                if style.is_unseen and read.text.strip():
                    white[row, column] = read
            elif len(cell):
                sheet.is_cut = True

    def _look_again(
        self, data: bytes, sheet: Sheet, rules: Sequence[Rule], held: Held, white: dict[Place, Cell]
    ) -> None:
        """Show cells as the conditional formats of a sheet say; ``white`` are those of the colour of their ground."""
        for place in [place for place in white if any(rule.covers(place) for rule in rules)]:
            del white[place]
        if not can_change(rules, [PLAIN, *self._styles]):
            return
        own: dict[Place, Look] = {}
        for place, cell in numbered(data):
            held.put(place, self._value(cell))
            own[place] = self._style(cell)
        found = {place: (look, is_known) for place, look, is_known in looks_of(rules, own)}
        for place, cell in numbered(data) if found else ():
            look, is_known = found.get(place, (Look(), True))
            if look.number_format is not None and not (sheet.hides_zeros and is_zero(cell)):
                sheet.replace(*place, self._cell(cell, look.over(own[place]))[0])
            shown = still_shown(sheet, place, look, is_known)
            if shown is not None and look != Look() and look.over(own[place]).is_unseen:
                white[place] = shown

    def _value(self, cell: etree._Element) -> Content | NotKnown:
        """What a cell holds, for conditions."""
        kind = cell.get("t", "n")
        value = next((child.text or "" for child in cell if local(child) == "v"), None)
        has_formula = any(local(child) == "f" for child in cell)
        if kind == "e":
            return Faulty()
        if has_formula and _is_missing(value, kind, self._is_recalculated):
            return NotKnown()
        if kind == "n" and value:
            return exact(float(value))
        if kind == "b":
            return (value or "").strip() in _TRUE
        return self._cell(cell, PLAIN)[0].text or None

    def _style(self, cell: etree._Element) -> Look:
        number = int(cell.get("s") or 0)
        return self._styles[number] if 0 <= number < len(self._styles) else PLAIN

    def _cell(self, cell: etree._Element, look: Look) -> tuple[Cell, str]:
        """A cell, and the text in it that nobody sees beside other text."""
        number_format = look.number_format or GENERAL
        kind = cell.get("t", "n")
        value = formula = inline = None
        for child in cell:
            match local(child):
                case "v":
                    value = child.text or ""
                case "f":
                    formula = child.text or ""
                case "is":
                    inline = text_of(child)
        if formula is not None and _is_missing(value, kind, self._is_recalculated):
            return unstored(formula), ""
        text = inline if kind in ("inlineStr", "n") else None
        text = self._texts[int(value)] if text is None and value and kind == "s" else text
        if text is not None:
            seen, unseen = text.on(look.ground)
            return cell_of(seen, number_format), unseen
        return self._stored(value, kind, number_format) if value else Cell(""), ""

    def _stored(self, value: str, kind: str, number_format: str) -> Cell:
        """The cell of a value of a ``kind``, the attribute t of cells."""
        match kind:
            case "str" | "inlineStr":
                return cell_of(unescaped(value), number_format)
            case "b":
                return cell_of(value.strip() in _TRUE, number_format)
            case "e":
                return Cell(value)
            case "d":
                days = serial(value, self._is_1904)
                style = _ISO_DATE if number_format == GENERAL else number_format
                return Cell(value) if days is None else cell_of(days, style, self._is_1904)
        return cell_of(float(value), number_format, self._is_1904)


def _is_missing(value: str | None, kind: str, is_recalculated: bool) -> bool:
    """True for a formula without a value.

    Writers that leave the reckoning to whoever opens the file ask for it, and store nothing or zero.
    """
    return value is None or (not value and kind != "str") or (is_recalculated and value == "0" and kind == "n")
