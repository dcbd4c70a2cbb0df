"""Workbooks in the formats that no library at hand writes: XML Spreadsheet 2003, OpenDocument, binary, strict."""

import io
import struct
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

Content = str | Decimal | float | bool
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = (
    (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (_OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
)
_PRINTED = {"0.00": "{:.2f}", "#,##0.00": "{:,.2f}", "0%": "{:.0%}"}


@dataclass
class Grid:
    """A sheet to be written: cells by row and column with their number format, ranges of one cell, what is hidden."""

    name: str = "表"
    cells: dict[tuple[int, int], tuple[Content, str]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    is_hidden: bool = False

    def put(
        self, row: int, column: int, content: Content, number_format: str = "General", rows: int = 1, columns: int = 1
    ) -> None:
        """Write a cell that covers so many rows and columns."""
        self.cells[row, column] = (content, number_format)
        if rows > 1 or columns > 1:
            self.merged.append((row, row + rows - 1, column, column + columns - 1))

    def rows(self) -> Iterable[tuple[int, list[tuple[int, Content, str]]]]:
        """The rows up to the last, those without a cell too."""
        for row in range(max((row for row, _ in self.cells), default=-1) + 1):
            yield row, [(column, *self.cells[row, column]) for at, column in sorted(self.cells) if at == row]

    def covers(self, row: int, column: int) -> tuple[int, int]:
        """Rows and columns that a cell covers."""
        found = next((one for one in self.merged if one[0] == row and one[2] == column), (0, 0, 0, 0))
        return found[1] - found[0] + 1, found[3] - found[2] + 1


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def strict(workbook: bytes) -> bytes:
    """A workbook as strict Open XML."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for old, new in _STRICT:
        parts = {name: content.replace(old, new) for name, content in parts.items()}
    return packed(dict(parts))


def _styles(grids: Sequence[Grid]) -> list[str]:
    return list(dict.fromkeys(["General", *(form for grid in grids for _, form in grid.cells.values())]))


def xml_spreadsheet(grids: Sequence[Grid]) -> bytes:
    """An XML Spreadsheet 2003."""
    styles = _styles(grids)
    listed = "".join(
        f'<Style ss:ID="s{n}"><NumberFormat ss:Format={quoteattr(f)}/></Style>' for n, f in enumerate(styles)
    )
    sheets = "".join(_xml_sheet(grid, styles) for grid in grids)
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'{_XML}<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="{name}" xmlns:ss="{name}" '
        f'xmlns:x="urn:schemas-microsoft-com:office:excel"><Styles>{listed}</Styles>{sheets}</Workbook>'
    ).encode()


def _xml_sheet(grid: Grid, styles: list[str]) -> str:
    columns = "".join(f'<Column ss:Index="{column + 1}" ss:Hidden="1"/>' for column in sorted(grid.hidden_columns))
    rows = ""
    for row, cells in grid.rows():
        hidden = ' ss:Hidden="1"' if row in grid.hidden_rows else ""
        printed = ""
        for column, content, form in cells:
            down, across = grid.covers(row, column)
            kind = "String" if isinstance(content, str) else "Boolean" if isinstance(content, bool) else "Number"
            value = int(content) if isinstance(content, bool) else content
            merged = f' ss:MergeAcross="{across - 1}"' * (across > 1) + f' ss:MergeDown="{down - 1}"' * (down > 1)
            text = escape(str(value)).replace("\n", "&#10;")
            printed += f'<Cell ss:Index="{column + 1}" ss:StyleID="s{styles.index(form)}"{merged}>'
            printed += f'<Data ss:Type="{kind}">{text}</Data></Cell>'
        rows += f'<Row ss:Index="{row + 1}"{hidden}>{printed}</Row>' if printed else ""
    visible = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>" if grid.is_hidden else ""
    return f"<Worksheet ss:Name={quoteattr(grid.name)}><Table>{columns}{rows}</Table>{visible}</Worksheet>"


_ODS = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "style", "table", "text")
)
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def ods(grids: Sequence[Grid], is_flat: bool = False) -> bytes:
    """An OpenDocument spreadsheet, packed or as one XML file."""
    style = '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>'
    sheets = "".join(_ods_sheet(grid) for grid in grids)
    inner = (
        f"<office:automatic-styles>{style}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
    )
    if is_flat:
        return f'{_XML}<office:document{_ODS} office:mimetype="{_ODS_TYPE}">{inner}</office:document>'.encode()
    content = f"{_XML}<office:document-content{_ODS}>{inner}</office:document-content>"
    return packed({"mimetype": _ODS_TYPE, "content.xml": content})


def _ods_sheet(grid: Grid) -> str:
    width = max((column for _, column in grid.cells), default=0) + 1
    columns = ""
    for column in range(width):
        hidden = ' table:visibility="collapse"' if column in grid.hidden_columns else ""
        columns += f"<table:table-column{hidden}/>"
    rows = ""
    for row, cells in grid.rows():
        printed, at = "", 0
        for column, content, form in cells:
            if column > at:
                printed += f'<table:table-cell table:number-columns-repeated="{column - at}"/>'
            down, across = grid.covers(row, column)
            printed += _ods_cell(content, form, down, across)
            at = column + 1
        hidden = " table:visibility='collapse'" if row in grid.hidden_rows else ""
        rows += f"<table:table-row{hidden}>{printed or '<table:table-cell/>'}</table:table-row>"
    style = ' table:style-name="off"' if grid.is_hidden else ""
    return f"<table:table table:name={quoteattr(grid.name)}{style}>{columns}{rows}</table:table>"


def _ods_cell(content: Content, form: str, down: int, across: int) -> str:
    spans = f' table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
    if isinstance(content, str):
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in content.split("\n"))
        return f'<table:table-cell office:value-type="string"{spans}>{lines}</table:table-cell>'
    shown = _PRINTED.get(form, "{}").format(content)
    value = f' office:value-type="float" office:value="{content}"'
    return f"<table:table-cell{value}{spans}><text:p>{shown}</text:p></table:table-cell>"


def xlsb(grids: Sequence[Grid]) -> bytes:
    """A binary workbook."""
    styles = _styles(grids)
    texts = list(dict.fromkeys(c for grid in grids for c, _ in grid.cells.values() if isinstance(c, str)))
    book, sheets, related = b"", {}, ""
    for number, grid in enumerate(grids, start=1):
        state = struct.pack("<II", int(grid.is_hidden), number)
        book += record(156, state + wide(f"rId{number}") + wide(grid.name))
        sheets[f"xl/worksheets/sheet{number}.bin"] = _xlsb_sheet(grid, styles, texts)
        related += _relation(f"rId{number}", "worksheet", f"worksheets/sheet{number}.bin")
    related += _relation("rIdS", "styles", "styles.bin") + _relation("rIdT", "sharedStrings", "sharedStrings.bin")
    kinds = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    kinds += '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    return packed(
        {
            "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">{kinds}</Types>',
            "_rels/.rels": relations(_relation("rId1", "officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": record(131) + record(143) + book + record(144) + record(132),
            "xl/_rels/workbook.bin.rels": relations(related),
            "xl/styles.bin": _xlsb_styles(styles),
            "xl/sharedStrings.bin": record(159, struct.pack("<II", len(texts), len(texts)))
            + b"".join(record(19, b"\x00" + wide(text)) for text in texts)
            + record(160),
            **sheets,
        }
    )


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def relations(listed: str) -> str:
    """The part that lists relations."""
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def record(kind: int, data: bytes = b"") -> bytes:
    """A record of a binary workbook."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = b"", len(data)
    while length > 127:
        size += bytes([length & 0x7F | 0x80])
        length >>= 7
    return head + size + bytes([length]) + data


def wide(text: str) -> bytes:
    """A text of a binary workbook."""
    raw = text.encode("utf-16-le")
    return struct.pack("<I", len(raw) // 2) + raw


def _xlsb_styles(styles: list[str]) -> bytes:
    formats = b"".join(record(44, struct.pack("<H", 164 + n) + wide(form)) for n, form in enumerate(styles))
    cells = b"".join(
        record(47, struct.pack("<HHHHHBBBBH", 0, 164 + n, 0, 0, 0, 0, 0, 0, 0, 1)) for n in range(len(styles))
    )
    begin = struct.pack("<I", len(styles))
    formats = record(615, begin) + formats + record(616)
    return record(278) + formats + record(617, begin) + cells + record(618) + record(279)


def _xlsb_sheet(grid: Grid, styles: list[str], texts: list[str]) -> bytes:
    parts = [record(129)]
    last = max(grid.cells, default=(0, 0))[0], max((column for _, column in grid.cells), default=0)
    parts.append(record(148, struct.pack("<IIII", 0, last[0], 0, last[1])))
    if grid.hidden_columns:
        columns = (record(60, struct.pack("<IIIIH", c, c, 2000, 0, 1)) for c in sorted(grid.hidden_columns))
        parts += [record(390), *columns, record(391)]
    parts.append(record(145))
    for row, cells in grid.rows():
        flags = 0x10 if row in grid.hidden_rows else 0
        parts.append(record(0, struct.pack("<IIHBBBI", row, 0, 300, 0, flags, 0, 0)))
        for column, content, form in cells:
            head = struct.pack("<I", column) + styles.index(form).to_bytes(3, "little") + b"\x00"
            if isinstance(content, str):
                parts.append(record(7, head + struct.pack("<I", texts.index(content))))
            elif isinstance(content, bool):
                parts.append(record(4, head + bytes([content])))
            elif content * 100 == int(content * 100) and abs(content) < 5_000_000:
                packed_number = (int(content * 100) << 2 | 3) & 0xFFFFFFFF  # a whole number of hundredths
                parts.append(record(2, head + struct.pack("<I", packed_number)))
            else:
                parts.append(record(5, head + struct.pack("<d", float(content))))
    parts.append(record(146))
    if grid.merged:
        ranges = (record(176, struct.pack("<IIII", *one)) for one in grid.merged)
        parts += [record(177, struct.pack("<I", len(grid.merged))), *ranges, record(178)]
    return b"".join([*parts, record(130)])
