"""XML Spreadsheet 2003 (.xml, .xls): what Excel 2003 and templates of budget systems write."""

from collections.abc import Iterator
from decimal import Decimal

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.package import parse_xml
from ingest.readers.sheets.conditional.looks import WHITE, Look
from ingest.readers.sheets.conditional.overlay import Overlay
from ingest.readers.sheets.conditional.values import Faulty, NotKnown
from ingest.readers.sheets.conditional.xml2003 import read_rules
from ingest.readers.sheets.drawn.beside import COMMENT
from ingest.readers.sheets.grid import Sheet, check_size, source_of
from ingest.readers.sheets.number_format import Value
from ingest.readers.sheets.number_format.built_in import GENERAL
from ingest.readers.sheets.parts import local
from ingest.readers.sheets.stored import cell_of, serial, unstored
from ingest.readers.sheets.styles.xml2003 import USUAL, attribute, looks_of_styles
from ingest.readers.tables import WIDEST
from ingest.readers.word.formulas import raised
from ingest.source.blocks import Cell, Source

_LAST_ROW = 2**20
_ISO_DATE = "yyyy-mm-dd"
_NONE = Look(GENERAL, "", WHITE)


def read_xml_spreadsheet(data: bytes, file_name: str) -> Source:
    """An XML Spreadsheet as a `Source`: what each cell shows, the text of merged cells once.

    Raises DocumentRejected (``damaged``, ``too_large``, ``unsafe_xml``, ``hidden``).
    """
    root = parse_xml(data)
    looks = looks_of_styles(root)
    sheets = (_Reading(looks, _sheet(found)).read(found) for found in _below(root, "Worksheet"))
    return source_of(sheets, file_name, data, "xml_spreadsheet")


def _below(element: etree._Element, *path: str) -> Iterator[etree._Element]:
    """The elements along a path of local names."""
    for child in element:
        if local(child) == path[0]:
            if len(path) == 1:
                yield child
            else:
                yield from _below(child, *path[1:])


def _sheet(found: etree._Element) -> Sheet:
    visible = next((option.text for option in _below(found, "WorksheetOptions", "Visible")), None)
    return Sheet(attribute(found, "Name"), (visible or "SheetVisible").strip() != "SheetVisible")


class _Reading:
    """The reading of one sheet."""

    def __init__(self, looks: dict[str, Look], sheet: Sheet) -> None:
        self._looks = looks
        self._overlay = Overlay()
        self._sheet = sheet
        self._of_columns: dict[int, str] = {}
        self._count = 0

    def read(self, worksheet: etree._Element) -> Sheet:
        """The sheet, filled."""
        for kind in ("Header", "Footer"):
            for head in _below(worksheet, "WorksheetOptions", "PageSetup", kind):
                self._sheet.beside.add_head(next((str(text) for key, text in head.items() if key.endswith("Data")), ""))
        self._sheet.hides_zeros = any(_below(worksheet, "WorksheetOptions", "DoNotDisplayZeros"))
        for table in _below(worksheet, "Table"):
            own = attribute(table, "StyleID")
            column = row = -1
            for child in table:
                if local(child) == "Column":
                    column = self._column(child, column)
                elif local(child) == "Row":
                    row = self._row(child, row, own)
        rules = (
            rule
            for found in _below(worksheet, "ConditionalFormatting")
            for rule in read_rules(found, self._overlay.held.content)
        )
        self._overlay.lay(self._sheet, list(rules))
        return self._sheet

    def _column(self, element: etree._Element, before: int) -> int:
        """Read what is said of columns; gives the last of them."""
        first = _number(attribute(element, "Index"), before + 2) - 1
        last = first + _number(attribute(element, "Span"), 0)
        for column in range(max(first, 0), min(last + 1, WIDEST)):
            self._of_columns[column] = attribute(element, "StyleID")
            if _is_hidden(element, "Width"):
                self._sheet.hidden_columns.add(column)
        return last

    def _row(self, element: etree._Element, before: int, style: str) -> int:
        """Read a row; gives the last row that it stands for."""
        first = _number(attribute(element, "Index"), before + 2) - 1
        last = first + _number(attribute(element, "Span"), 0)
        if not 0 <= first <= last < _LAST_ROW:
            raise DocumentRejected("damaged", f"the workbook is damaged: it has a row {last + 1}")
        if _is_hidden(element, "Height"):
            self._sheet.hidden_rows.update(range(first, last + 1))
        column = -1
        for found in element:
            if local(found) != "Cell":
                continue
            self._count += 1
            check_size(self._count)
            column = _number(attribute(found, "Index"), column + 2) - 1
            across, down = _number(attribute(found, "MergeAcross"), 0), _number(attribute(found, "MergeDown"), 0)
            if across or down:
                bottom = min(first + down + 1, _LAST_ROW)
                self._sheet.merged.append((first, bottom, column, column + across + 1))
            own = (
                attribute(found, "StyleID")
                or attribute(element, "StyleID")
                or self._of_columns.get(column)
                or style
                or USUAL
            )
            look = self._looks.get(own, _NONE)
            value = self._value(found)
            self._sheet.put(first, column, self._cell(found, value, look.number_format or GENERAL))
            if value is not None:
                self._overlay.put((first, column), value, look)
            for comment in _below(found, "Comment"):
                self._sheet.beside.notes.append(((first, column), COMMENT, "".join(map(str, comment.itertext()))))
            column += across
        return last

    def _value(self, cell: etree._Element) -> Value | NotKnown:
        """What a cell holds; None where it shows nothing."""
        data = next(_below(cell, "Data"), None)
        text = _text(data) if data is not None else ""
        kind = attribute(data, "Type") if data is not None else ""
        if attribute(cell, "Formula") and not text and kind != "String":
            return NotKnown()
        match kind:
            case "Number" if (value := _float(text)) is not None:
                return value if value or not self._sheet.hides_zeros else None
            case "Boolean":
                return text.strip() in ("1", "true")
            case "DateTime" if (days := serial(text)) is not None:
                return days
            case "Error":
                return Faulty()
        return text or None

    def _cell(self, cell: etree._Element, value: Value | NotKnown, number_format: str) -> Cell:
        """A cell as it shows a value."""
        data = next(_below(cell, "Data"), None)
        if isinstance(value, Faulty):
            return Cell(_text(data) if data is not None else "")
        if isinstance(value, NotKnown):
            return unstored(attribute(cell, "Formula"))
        if isinstance(value, Decimal) and number_format == GENERAL:
            return cell_of(value, _ISO_DATE)
        return cell_of(value, number_format)


def _text(element: etree._Element) -> str:
    """The text below an element; small numbers above the line as such."""
    if local(element) == "Sup":
        return raised("".join(map(str, element.itertext())))
    pieces = (f"{_text(child)}{child.tail or ''}" for child in element)
    return f"{element.text or ''}{''.join(pieces)}"


def _is_hidden(element: etree._Element, size: str) -> bool:
    return attribute(element, "Hidden") == "1" or _float(attribute(element, size)) == 0


def _number(printed: str, otherwise: int) -> int:
    return int(printed) if printed.isdecimal() and len(printed) < 8 else otherwise


def _float(printed: str) -> float | None:
    try:
        return float(printed)
    except ValueError:
        return None
