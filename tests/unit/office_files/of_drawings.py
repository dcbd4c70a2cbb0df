"""What stands beside cells and text in other formats: boxes, charts, diagrams, comments, heads of printed pages."""

import io
import struct
import zipfile

import xlsxwriter
import xlwt
from xlsxwriter.worksheet import Worksheet

from tests.drawing.workbooks import Grid, ods, record, relations, wide, xlsb
from tests.unit.office_files import Made
from tests.unit.office_files.of_word import word_document
from tests.unit.test_ofd import GRID, document, element, packed, page, text
from tests.unit.test_readers import workbook

_READ = [["项目", "金额"], ["甲", "12.50"]]
_BESIDE = ("beside",)
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = f'xmlns:a="{_DRAWN}/main" xmlns:c="{_DRAWN}/chart" xmlns:dgm="{_DRAWN}/diagram" xmlns:r="{_LINK}"'
_SHEET_DRAWING = f'xmlns:xdr="{_DRAWN}/spreadsheetDrawing" {_NAMES}'
_TEXT = "<a:p><a:r><a:t>金额为</a:t></a:r><a:r><a:t>预计数</a:t></a:r></a:p>"
_CHART = (
    f"<c:chartSpace {_NAMES}><c:chart><c:title><c:tx><c:rich>{_TEXT}</c:rich></c:tx></c:title></c:chart></c:chartSpace>"
)
_DIAGRAM = f"<dgm:dataModel {_NAMES}><dgm:ptLst><dgm:pt><dgm:t>{_TEXT}</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
_OF_CHART, _OF_DIAGRAM = '<c:chart r:id="rId1"/>', '<dgm:relIds r:dm="rId1" r:lo="rId2"/>'


def _grid() -> Grid:
    grid = Grid()
    for row, texts in enumerate(_READ):
        for column, content in enumerate(texts):
            grid.put(row, column, content)
    return grid


def _with(data: bytes, parts: dict[str, str | bytes]) -> bytes:
    """A package with more parts."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _relation(kind: str, target: str) -> str:
    return f'<Relationship Id="rId1" Type="{_LINK}/{kind}" Target="{target}"/>'


def _drawing(shape: str) -> str:
    """What is drawn over the first cell of a sheet."""
    begin = "<xdr:from><xdr:col>1</xdr:col><xdr:row>1</xdr:row></xdr:from>"
    return f"<xdr:wsDr {_SHEET_DRAWING}><xdr:twoCellAnchor>{begin}{shape}</xdr:twoCellAnchor></xdr:wsDr>"


def _open_xml(kind: str, shape: str, data: str) -> bytes:
    """A workbook with a chart or a diagram whose texts are in a part of a ``kind``."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet: Worksheet = book.add_worksheet()
        for row, texts in enumerate(_READ):
            sheet.write_row(row, 0, texts)

    parts: dict[str, str | bytes] = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(_relation("drawing", "../drawings/drawing1.xml")),
        "xl/drawings/_rels/drawing1.xml.rels": relations(_relation(kind, "../drawn/data1.xml")),
        "xl/drawings/drawing1.xml": _drawing(f"<xdr:graphicFrame>{shape}</xdr:graphicFrame>"),
        "xl/drawn/data1.xml": data,
    }
    plain = workbook(fill)
    with zipfile.ZipFile(io.BytesIO(plain)) as package:
        own: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    at = "xl/worksheets/sheet1.xml"
    drawn = f'<drawing xmlns:r="{_LINK}" r:id="rId1"/></worksheet>'.encode()
    own[at] = bytes(own[at]).replace(b"</worksheet>", drawn)  # type: ignore[arg-type]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in {**own, **parts}.items():
            package.writestr(name, content)
    return out.getvalue()


def _excel97(more: bytes) -> bytes:
    """A workbook of Excel 97-2003 with ``more`` records at the end of its sheet."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for row, texts in enumerate(_READ):
        for column, content in enumerate(texts):
            sheet.write(row, column, content)
    plain = sheet.get_biff_data
    sheet.get_biff_data = lambda: plain().removesuffix(_short(0x0A)) + more + _short(0x0A)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _short(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _box(words: str, kind: int = 6, row: int = 1) -> bytes:
    """The records of a text box of Excel 97-2003, its text in two parts: anchor, object, text."""
    anchor = struct.pack("<HHI9H", 0, 0xF010, 18, 0, 1, 0, row, 0, 2, 0, row + 1, 0)
    half = len(words) // 2
    return (
        _short(0xEC, anchor)
        + _short(0x5D, struct.pack("<HHHH", 0x15, 0x12, kind, 1) + bytes(14))
        + _short(0x1B6, struct.pack("<HHIHHHI", 0x212, 0, 0, 0, len(words), 16, 0))
        + _short(0x3C, b"\x01" + words[:half].encode("utf-16-le"))
        + _short(0x3C, b"\x01" + words[half:].encode("utf-16-le"))
        + _short(0x3C, bytes(16))
    )


def _head97(code: str) -> bytes:
    return _short(0x14, struct.pack("<HB", len(code), 1) + code.encode("utf-16-le"))


def _chart97(words: str) -> bytes:
    title = struct.pack("<HBB", 0, len(words), 1) + words.encode("utf-16-le")
    own = _short(0x809, struct.pack("<HH", 0x600, 0x20) + bytes(12)) + _short(0x100D, title) + _short(0x0A)
    return _short(0x5D, struct.pack("<HHHH", 0x15, 0x12, 5, 1) + bytes(14)) + own


def _binary(relation: str, parts: dict[str, str | bytes]) -> bytes:
    return _with(xlsb([_grid()]), {"xl/worksheets/_rels/sheet1.bin.rels": relations(relation), **parts})


def _comments(words: str) -> bytes:
    place = struct.pack("<5I", 0, 1, 1, 1, 1) + bytes(16)
    return record(628) + record(635, place) + record(637, b"\x00" + wide(words)) + record(636) + record(629)


def _binary_head(words: str) -> bytes:
    """A binary workbook with a head on its printed pages."""
    none = struct.pack("<I", 0xFFFFFFFF)
    head = record(479, b"\x00\x00" + wide(words) + none * 5) + record(480)
    data = xlsb([_grid()])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = "xl/worksheets/sheet1.bin"
    parts[sheet] = parts[sheet].removesuffix(record(130)) + head + record(130)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _ods_head(words: str, attributes: str = "") -> bytes:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    inside = f"<style:header {attributes}><text:p>{words}</text:p></style:header>"
    spaces = " ".join(f'xmlns:{name}="{names}:{name}:1.0"' for name in ("office", "style", "text"))
    styles = (
        f"<office:document-styles {spaces}><style:master-page>{inside}</style:master-page></office:document-styles>"
    )
    return _with(ods([_grid()]), {"styles.xml": styles})


def _in_word(kind: str, shape: str, data: str) -> bytes:
    """A Word document with a chart or a diagram below its table."""
    drawn = f"<w:p><w:r><w:drawing {_NAMES}>{shape.replace('rId1', 'r0')}</w:drawing></w:r></w:p>"
    return word_document(drawn, {kind: data})


def _annotated(annotation: str) -> bytes:
    """An OFD with an annotation on its page."""
    lines = GRID + text("项目", 21, 22) + text("金额", 71, 22) + text("甲", 21, 32) + text("12.50", 71, 32)
    whole = document(["P/1.xml"]).replace(
        "</ofd:Document>", "<ofd:Annotations>A/A.xml</ofd:Annotations></ofd:Document>"
    )
    return packed(
        {
            "Doc_0/Document.xml": whole,
            "Doc_0/P/1.xml": page(lines),
            "Doc_0/A/A.xml": element("Annotations", '<ofd:Page PageID="0"><ofd:FileLoc>1.xml</ofd:FileLoc></ofd:Page>'),
            "Doc_0/A/1.xml": element("PageAnnot", annotation),
        }
    )


_NOTE = text("应为 15.00", 71, 32)

DRAWN: dict[str, Made] = {
    "a chart on a sheet": Made(_open_xml("chart", _OF_CHART, _CHART), _READ, _BESIDE),
    "a diagram on a sheet": Made(_open_xml("diagramData", _OF_DIAGRAM, _DIAGRAM), _READ, _BESIDE),
    "a unit in the head of an old workbook": Made(_excel97(_head97("&R单位：万元")), [["单位：万元"], *_READ]),
    "a text box in an old workbook": Made(_excel97(_box("此表为样表")), _READ, _BESIDE),
    "a note in a text box below an old table": Made(_excel97(_box("注：不含结转", row=2)), [*_READ, ["注：不含结转"]]),
    "a chart in an old workbook": Made(_excel97(_chart97("金额为预计数")), _READ, _BESIDE),
    "a text box in a binary workbook": Made(
        _binary(
            _relation("drawing", "../drawings/drawing1.xml"),
            {"xl/drawings/drawing1.xml": _drawing(f"<xdr:sp><xdr:txBody>{_TEXT}</xdr:txBody></xdr:sp>")},
        ),
        _READ,
        _BESIDE,
    ),
    "a comment in a binary workbook": Made(
        _binary(_relation("comments", "../comments1.bin"), {"xl/comments1.bin": _comments("应为 15.00")}),
        _READ,
        _BESIDE,
    ),
    "a unit in the head of a binary workbook": Made(_binary_head("&R单位：万元"), [["单位：万元"], *_READ]),
    "a unit in the head of an OpenDocument sheet": Made(_ods_head("单位：万元"), [["单位：万元"], *_READ]),
    "a head that is not printed": Made(_ods_head("单位：万元", 'style:display="false"'), _READ),
    "a chart in a Word document": Made(_in_word("chart", _OF_CHART, _CHART), _READ, _BESIDE),
    "a diagram in a Word document": Made(_in_word("diagramData", _OF_DIAGRAM, _DIAGRAM), _READ, _BESIDE),
    "an annotation over an OFD": Made(
        _annotated(f'<ofd:Annot Type="Stamp"><ofd:Appearance>{_NOTE}</ofd:Appearance></ofd:Annot>'), _READ, _BESIDE
    ),
    "an annotation that is not shown": Made(
        _annotated(f'<ofd:Annot Visible="false"><ofd:Appearance>{_NOTE}</ofd:Appearance></ofd:Annot>'), _READ
    ),
}
"""By what they hold and where."""
