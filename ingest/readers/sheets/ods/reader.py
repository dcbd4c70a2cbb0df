"""OpenDocument spreadsheets (.ods, .fods): the file itself says what each cell shows."""

from collections.abc import Container, Iterator, Sequence
from decimal import Decimal, InvalidOperation

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.package import has_pictures, open_package, parse_part, parse_xml
from ingest.readers.sheets.drawn.beside import COMMENT
from ingest.readers.sheets.grid import Sheet, check_size, source_of
from ingest.readers.sheets.number_format.numbers import general
from ingest.readers.sheets.ods.cell_styles import CellStyles
from ingest.readers.sheets.ods.settings import hides_zeros
from ingest.readers.sheets.ods.shown import ShownCells
from ingest.readers.sheets.ods.spans import PLAIN_SPANS, Spans, spans_of
from ingest.readers.sheets.parts import local
from ingest.readers.sheets.stored import unstored
from ingest.readers.tables import WIDEST
from ingest.readers.word.formulas import raised
from ingest.readers.word.odt.texts import running_heads
from ingest.source.blocks import Cell, Notice, Source

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

_OTHERS = ("styles.xml", "settings.xml")
"""The parts that say how cells and pages look, and what is hidden."""
_LAST_ROW = 2**20
_HIDDEN = ("collapse", "filter")
_GROUPS_OF_ROWS = ("table-header-rows", "table-row-group", "table-rows")
_GROUPS_OF_COLUMNS = ("table-header-columns", "table-column-group", "table-columns")
_NOT_READ = ("annotation", "tracked-changes", "forms", "shapes", "ruby-text")
_LONGEST_BLANK = 1000


def read_ods(data: bytes, file_name: str) -> Source:
    """A spreadsheet as a `Source`: what each cell shows, the text of merged cells once.

    Raises DocumentRejected (``damaged``, ``too_large``, ``encrypted``, ``unsafe_xml``, ``hidden``).
    """
    with open_package(data) as package:
        if "META-INF/manifest.xml" in package.namelist():
            manifest = parse_part(package, "META-INF/manifest.xml")
            if any(local(element) == "encryption-data" for element in manifest.iter()):
                raise DocumentRejected("encrypted", "the file is protected by a password: publish it without one")
        root = parse_part(package, "content.xml")
        others = [parse_part(package, name) for name in _OTHERS if name in package.namelist()]
        sheets = _sheets([root, *others], list(running_heads(others)))
        return source_of(sheets, file_name, data, "ods", has_pictures=has_pictures(package))


def read_flat_ods(data: bytes, file_name: str) -> Source:
    """As `read_ods`, of a spreadsheet that is one XML file."""
    root = parse_xml(data)
    return source_of(_sheets([root], list(running_heads([root]))), file_name, data, "ods")


def _sheets(roots: Sequence[etree._Element], heads: Sequence[str]) -> Iterator[Sheet]:
    """The sheets of the first of ``roots``, with the styles and settings of all, in the order of their tabs.

    ``heads`` are the lines of the heads and feet of printed pages.
    """
    root, styles = roots[0], CellStyles(roots)
    hidden = {
        style.get(_STYLE + "name")
        for style in root.iter(_STYLE + "style")
        for own in style.iter(_STYLE + "table-properties")
        if own.get(_TABLE + "display") == "false"
    }
    spans = spans_of(root)
    # A program that writes what its numbers show writes nothing for one that shows nothing.
    says_shown = any(
        cell.get(_OFFICE + "value") is not None and any(local(child) == "p" for child in cell)
        for cell in root.iter(_TABLE + "table-cell")
    )
    for body in root.iter(_OFFICE + "spreadsheet"):
        for table in body.iterchildren(_TABLE + "table"):
            sheet = Sheet(table.get(_TABLE + "name") or "", table.get(_TABLE + "style-name") in hidden)
            sheet.hides_zeros = hides_zeros(roots, sheet.name)
            sheet.beside.heads += heads
            yield _Reading(sheet, says_shown, spans, styles).read(table)


class _Reading:
    """The reading of one sheet; ``spans`` are the styles of text that is not plain."""

    def __init__(self, sheet: Sheet, says_shown: bool, spans: Spans, styles: CellStyles) -> None:
        self._sheet = sheet
        self._says_shown = says_shown
        self._spans = spans
        self._shown = ShownCells(styles, sheet.hides_zeros)
        self._row = 0
        self._column = 0
        self._count = 0

    def read(self, table: etree._Element) -> Sheet:
        """The sheet, filled."""
        self._shown.hold(table)
        self._walk(table)
        self._shown.leave_out(self._sheet)
        return self._sheet

    def _walk(self, element: etree._Element) -> None:
        for child in element:
            name = local(child)
            if name == "table-row":
                self._read_row(child)
            elif name == "table-column":
                self._read_column(child)
            elif name in _GROUPS_OF_ROWS or name in _GROUPS_OF_COLUMNS:
                self._walk(child)
            elif name == "shapes":
                self._sheet.beside.boxes += (((0, 0), _paragraphs(shape)) for shape in child)

    def _read_column(self, column: etree._Element) -> None:
        count = _number(column, "number-columns-repeated")
        if column.get(_TABLE + "visibility") in _HIDDEN:
            self._sheet.hidden_columns.update(range(self._column, min(self._column + count, WIDEST)))
        self._shown.add_columns(column, self._column, count)
        self._column += count

    def _read_row(self, row: etree._Element) -> None:
        count = min(_number(row, "number-rows-repeated"), _LAST_ROW - self._row)
        cells = list(self._cells(row))
        rows = range(self._row, self._row + count) if cells else range(0)
        if row.get(_TABLE + "visibility") in _HIDDEN:
            self._sheet.hidden_rows.update(range(self._row, self._row + count))
        self._count += count * len(cells)
        check_size(self._count)
        self._read_beside(row)
        for number in rows:
            for column, cell, down, across, told in cells:
                self._sheet.put(number, column, self._shown.at((number, column), cell, *told) if told else cell)
                if down > 1 or across > 1:
                    self._sheet.merged.append((number, min(number + down, _LAST_ROW), column, column + across))
        self._row += count

    def _cells(self, row: etree._Element) -> Iterator[tuple[int, Cell, int, int, tuple[etree._Element, str] | None]]:
        """The cells of a row that show something: their column, and how many rows and columns they cover.

        Also the element and the style of one that may be shown otherwise, or not be seen.
        """
        column = 0
        for element in row:
            name = local(element)
            if name not in ("table-cell", "covered-table-cell"):
                continue
            count = _number(element, "number-columns-repeated")
            style = self._shown.style(element, row, column)
            cell = self._cell(element, column) if name == "table-cell" else Cell("")
            cell = self._shown.formatted(cell, element, style)
            has_value = name == "table-cell" and element.get(_OFFICE + "value-type") is not None
            told = (element, style) if has_value and self._shown.may_change(style) else None
            if cell.text.strip() or told:
                down, across = _number(element, "number-rows-spanned"), _number(element, "number-columns-spanned")
                yield from ((at, cell, down, across, told) for at in range(column, min(column + count, WIDEST)))
            column += count

    def _cell(self, element: etree._Element, column: int) -> Cell:
        """The cell of an element; what is struck through beside other text in it is set aside."""
        cell = _cell(element, self._says_shown, self._spans)
        struck = "".join(_struck(element, self._spans.struck))
        if struck and cell.text.strip():
            self._sheet.unseen[self._row, column] = struck
            return cell
        return _cell(element, self._says_shown) if struck else cell

    def _read_beside(self, row: etree._Element) -> None:
        """Read the comments and text boxes that are anchored in the cells of a row."""
        column = 0
        for cell in row:
            for child in cell:
                if local(child) == "annotation":
                    self._sheet.beside.notes.append(((self._row, column), COMMENT, _paragraphs(child)))
                elif local(child) != "p":
                    self._sheet.beside.boxes.append(((self._row, column), _paragraphs(child)))
            column += _number(cell, "number-columns-repeated")


def _paragraphs(element: etree._Element) -> str:
    return "\n".join(map(_printed, element.iter(_TEXT + "p")))


def _number(element: etree._Element, name: str) -> int:
    printed = element.get(_TABLE + name) or "1"
    return max(int(printed), 1) if printed.isdecimal() and len(printed) < 8 else 1


def _struck(element: etree._Element, struck: Container[str | None]) -> Iterator[str]:
    """The texts below an element in styles that are ``struck`` through."""
    paragraphs = [child for child in element if local(child) == "p"] if struck else ()
    spans = (span for paragraph in paragraphs for span in paragraph.iter(_TEXT + "span"))
    return (_printed(span) for span in spans if span.get(_TEXT + "style-name") in struck)


def _cell(element: etree._Element, says_shown: bool, spans: Spans = PLAIN_SPANS) -> Cell:
    text = "\n".join(_printed(child, spans) for child in element if local(child) == "p")
    if text:
        return Cell(text if element.get(_OFFICE + "value") is None else text.strip())
    kind = element.get(_OFFICE + "value-type") or ""
    if kind == "string" and any(local(child) == "p" for child in element):  # a format that shows nothing of it
        return Cell("")
    value = next(
        (found for name in ("value", "date-value", "time-value", "boolean-value", "string-value")
         if (found := element.get(_OFFICE + name))), ""
    )  # fmt: skip
    if value and kind != "string":
        return Cell("") if says_shown else _as_stored(value)
    if element.get(_TABLE + "formula") and kind != "string":
        return unstored((element.get(_TABLE + "formula") or "").partition(":")[2])
    return Cell(value)


def _as_stored(value: str) -> Cell:
    """The cell of a value that the file stores without what it shows."""
    try:
        number = Decimal(value)
        text = general(number) if number.is_finite() and abs(number.adjusted()) < _LONGEST_BLANK else value
    except InvalidOperation:
        text = value
    message = "the file does not say what the cell shows; the value stands as it is stored"
    return Cell(text, notices=(Notice("format_not_understood", message, text),))


def _printed(paragraph: etree._Element, spans: Spans = PLAIN_SPANS) -> str:
    """The text of a paragraph but for what is struck through; its spaces, tabs and breaks are elements."""
    pieces = [paragraph.text or ""]
    for child in paragraph:
        match local(child):
            case "s":
                count = child.get(_TEXT + "c") or "1"
                pieces.append(" " * min(int(count) if count.isdecimal() and len(count) < 8 else 1, _LONGEST_BLANK))
            case "tab":
                pieces.append(" ")
            case "line-break":
                pieces.append("\n")
            case name if name not in _NOT_READ and (style := child.get(_TEXT + "style-name")) not in spans.struck:
                text = _printed(child, spans)
                pieces.append(raised(text) if style in spans.raised else text)
        pieces.append(child.tail or "")
    return "".join(pieces)
