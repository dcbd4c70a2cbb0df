"""XML Spreadsheet 2003 (.xml, .xls): what Excel 2003 and templates of budget systems write."""

import re
from collections.abc import Iterator

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.package import parse_xml
from ingest.readers.sheets.drawn.beside import COMMENT
from ingest.readers.sheets.grid import Sheet, check_size, source_of
from ingest.readers.sheets.number_format.built_in import GENERAL
from ingest.readers.sheets.parts import local
from ingest.readers.sheets.stored import cell_of, serial, unstored
from ingest.readers.tables import WIDEST
from ingest.source.blocks import Cell, Source

_NAMESPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"
_BEGINNING = re.compile(
    r"(?>\s+|<\?[^>]*>|<!--.*?-->)*+<(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet", re.DOTALL
)
_LAST_ROW = 2**20
_PLAIN = "Default"
_ISO_DATE = "yyyy-mm-dd"
# Formats that are named instead of written.
_NAMED = {
    "general": GENERAL,
    "general number": GENERAL,
    "standard": "#,##0.00",
    "fixed": "0.00",
    "percent": "0.00%",
    "scientific": "0.00E+00",
    "currency": '"¥"#,##0.00;"¥"-#,##0.00',
    "euro currency": "[$€-2]#,##0.00",
    "short date": "yyyy/m/d",
    "medium date": "d-mmm-yy",
    "long date": 'yyyy"年"m"月"d"日"',
    "general date": "yyyy/m/d h:mm",
    "short time": "h:mm",
    "medium time": "h:mm AM/PM",
    "long time": "h:mm:ss",
    "yes/no": '"Yes";"Yes";"No"',
    "true/false": '"True";"True";"False"',
    "on/off": '"On";"On";"Off"',
}


def is_xml_spreadsheet(beginning: str) -> bool:
    """True for the beginning of an XML Spreadsheet 2003."""
    return _BEGINNING.match(beginning) is not None


def read_xml_spreadsheet(data: bytes, file_name: str) -> Source:
    """An XML Spreadsheet as a `Source`: what each cell shows, the text of merged cells once.

    Raises DocumentRejected (``damaged``, ``too_large``, ``unsafe_xml``, ``hidden``).
    """
    root = parse_xml(data)
    formats = _formats(root)
    sheets = (_Reading(formats, _sheet(found)).read(found) for found in _below(root, "Worksheet"))
    return source_of(sheets, file_name, data, "xml_spreadsheet")


def _get(element: etree._Element, name: str) -> str:
    """An attribute, with its namespace or without."""
    return element.get(_NAMESPACE + name) or element.get(name) or ""


def _below(element: etree._Element, *path: str) -> Iterator[etree._Element]:
    """The elements along a path of local names."""
    for child in element:
        if local(child) == path[0]:
            if len(path) == 1:
                yield child
            else:
                yield from _below(child, *path[1:])


def _formats(root: etree._Element) -> dict[str, str]:
    """The number format of each style, its parent's where it has none of its own."""
    parents: dict[str, str] = {}
    own: dict[str, str] = {}
    for style in _below(root, "Styles", "Style"):
        name = _get(style, "ID")
        parents[name] = _get(style, "Parent")
        for number_format in _below(style, "NumberFormat"):
            own[name] = _named(_get(number_format, "Format"))
    found: dict[str, str] = {}
    for name in parents:
        at, seen = name, set[str]()
        while at not in own and at not in seen and at in parents:
            seen.add(at)
            at = parents[at]
        found[name] = own.get(at, own.get(_PLAIN, GENERAL))
    return found


def _named(printed: str) -> str:
    return _NAMED.get(printed.lower(), printed or GENERAL)


def _sheet(found: etree._Element) -> Sheet:
    visible = next((option.text for option in _below(found, "WorksheetOptions", "Visible")), None)
    return Sheet(_get(found, "Name"), (visible or "SheetVisible").strip() != "SheetVisible")


class _Reading:
    """The reading of one sheet."""

    def __init__(self, formats: dict[str, str], sheet: Sheet) -> None:
        self._formats = formats
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
            own = _get(table, "StyleID")
            column = row = -1
            for child in table:
                if local(child) == "Column":
                    column = self._column(child, column)
                elif local(child) == "Row":
                    row = self._row(child, row, own)
        return self._sheet

    def _column(self, element: etree._Element, before: int) -> int:
        """Read what is said of columns; gives the last of them."""
        first = _number(_get(element, "Index"), before + 2) - 1
        last = first + _number(_get(element, "Span"), 0)
        for column in range(max(first, 0), min(last + 1, WIDEST)):
            self._of_columns[column] = _get(element, "StyleID")
            if _is_hidden(element, "Width"):
                self._sheet.hidden_columns.add(column)
        return last

    def _row(self, element: etree._Element, before: int, style: str) -> int:
        """Read a row; gives the last row that it stands for."""
        first = _number(_get(element, "Index"), before + 2) - 1
        last = first + _number(_get(element, "Span"), 0)
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
            column = _number(_get(found, "Index"), column + 2) - 1
            across, down = _number(_get(found, "MergeAcross"), 0), _number(_get(found, "MergeDown"), 0)
            if across or down:
                bottom = min(first + down + 1, _LAST_ROW)
                self._sheet.merged.append((first, bottom, column, column + across + 1))
            own = _get(found, "StyleID") or _get(element, "StyleID") or self._of_columns.get(column) or style or _PLAIN
            self._sheet.put(first, column, self._cell(found, self._formats.get(own, GENERAL)))
            for comment in _below(found, "Comment"):
                self._sheet.beside.notes.append(((first, column), COMMENT, "".join(map(str, comment.itertext()))))
            column += across
        return last

    def _cell(self, cell: etree._Element, number_format: str) -> Cell:
        data = next(_below(cell, "Data"), None)
        text = "".join(str(piece) for piece in data.itertext()) if data is not None else ""
        kind = _get(data, "Type") if data is not None else ""
        if _get(cell, "Formula") and not text and kind != "String":
            return unstored(_get(cell, "Formula"))
        match kind:
            case "Number" if (value := _float(text)) is not None:
                return cell_of(value, number_format) if value or not self._sheet.hides_zeros else Cell("")
            case "Boolean":
                return cell_of(text.strip() in ("1", "true"), number_format)
            case "DateTime" if (days := serial(text)) is not None:
                return cell_of(days, _ISO_DATE if number_format == GENERAL else number_format)
            case "String":
                return cell_of(text, number_format)
        return Cell(text)


def _is_hidden(element: etree._Element, size: str) -> bool:
    return _get(element, "Hidden") == "1" or _float(_get(element, size)) == 0


def _number(printed: str, otherwise: int) -> int:
    return int(printed) if printed.isdecimal() and len(printed) < 8 else otherwise


def _float(printed: str) -> float | None:
    try:
        return float(printed)
    except ValueError:
        return None
