"""Spreadsheets of every kind: what is hidden, what has no value, what only some programs write."""

import io
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from random import Random

import pytest
import xlsxwriter
import xlwt
from xlrd.compdoc import CompDoc

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.readers import read_source
from ingest.source.blocks import Source
from tests.drawing.workbooks import Grid, ods, packed, strict, xlsb, xml_spreadsheet
from tests.unit.test_readers import cells, code_of, repacked, workbook

SHEET = "xl/worksheets/sheet1.xml"


def open_xml(grids: Sequence[Grid]) -> bytes:
    def fill(book: xlsxwriter.Workbook) -> None:
        for grid in grids:
            sheet = book.add_worksheet(grid.name)
            for top, bottom, left, right in grid.merged:
                sheet.merge_range(top, left, bottom, right, "")
            for (row, column), (content, form) in grid.cells.items():
                sheet.write(row, column, content, book.add_format({"num_format": form}))
            for row in grid.hidden_rows:
                sheet.set_row(row, options={"hidden": True})
            for column in grid.hidden_columns:
                sheet.set_column(column, column, options={"hidden": True})
            if grid.is_hidden:
                sheet.hide()

    return workbook(fill)


def old(grids: Sequence[Grid]) -> bytes:
    book = xlwt.Workbook()
    for grid in grids:
        sheet = book.add_sheet(grid.name)
        for (row, column), (content, form) in grid.cells.items():
            style = xlwt.easyxf(num_format_str=form)
            down, across = grid.covers(row, column)
            sheet.write_merge(row, row + down - 1, column, column + across - 1, content, style)
        for row in grid.hidden_rows:
            sheet.row(row).hidden = True
        for column in grid.hidden_columns:
            sheet.col(column).hidden = True
        sheet.visibility = int(grid.is_hidden)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


WRITERS: dict[str, Callable[[Sequence[Grid]], bytes]] = {
    "xlsx": open_xml,
    "strict": lambda grids: strict(open_xml(grids)),
    "xls": old,
    "xlsb": xlsb,
    "xml_spreadsheet": xml_spreadsheet,
    "ods": ods,
    "flat ods": lambda grids: ods(grids, is_flat=True),
}


def grid_of(rows: Sequence[Sequence[str]], **options: object) -> Grid:
    grid = Grid(**options)  # type: ignore[arg-type]
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text:
                grid.put(row, column, text)
    return grid


def said(source: Source) -> list[tuple[str, str, str]]:
    return [(notice.code, notice.message, notice.printed) for notice in source.notices]


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_every_kind_shows_texts_numbers_and_merged_cells_once(write: Callable[[Sequence[Grid]], bytes]) -> None:
    grid = Grid()
    grid.put(0, 0, "项目支出\n绩效目标表", columns=3)
    for column, (content, form) in enumerate(
        [("总计", "General"), (1234.5, "#,##0.00"), (0.95, "0%"), (12.25, "0.00")]
    ):
        grid.put(1, column, content, form)
    grid.put(2, 1, "跨行", rows=2)
    grid.put(2, 3, "甲 & <乙>")
    grid.put(3, 3, -3, "General")
    source = read_source(write([grid, grid_of([["第二张", "表"]], name="二")]), "x")
    assert cells(source) == [
        ["项目支出\v绩效目标表"],
        ["总计", "1,234.50", "95%", "12.25"],
        ["", "跨行", "", "甲 & <乙>"],
        ["", "", "", "-3"],
        ["第二张", "表"],
    ]
    assert source.pages == 2
    assert said(source) == []


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_hidden_rows_and_columns_are_not_read_and_said(write: Callable[[Sequence[Grid]], bytes]) -> None:
    rows = [["a1", "b1", "c1"], ["a2", "b2", "c2"], ["a3", "b3", "c3"], ["a4", "b4", "c4"], ["a5", "b5", "c5"]]
    source = read_source(write([grid_of(rows, hidden_rows={1, 2, 4}, hidden_columns={1})]), "x")
    assert cells(source) == [["a1", "c1"], ["a4", "c4"]]
    assert said(source) == [
        ("hidden", "rows 2 to 3 of sheet 表 are hidden and not read", "a2 | b2 | c2 | a3 | b3 | c3"),
        ("hidden", "column 2 of sheet 表 is hidden and not read", "b1 | b4"),
        ("hidden", "row 5 of sheet 表 is hidden and not read", "a5 | b5 | c5"),
    ]
    assert [source.text[slice(*notice.span)] for notice in source.notices if notice.span] == ["a1", "a1", "a4"]


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_merged_range_whose_beginning_is_hidden_is_shown_in_what_is_left_of_it(
    write: Callable[[Sequence[Grid]], bytes],
) -> None:
    grid = Grid(hidden_rows={1}, hidden_columns={0})
    grid.put(0, 0, "标题", columns=3)
    grid.put(1, 1, "产出指标", rows=2)
    grid.put(2, 2, "数量")
    assert cells(read_source(write([grid]), "x")) == [["标题"], ["产出指标", "数量"]]


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_hidden_sheet_is_said_where_it_holds_a_form(write: Callable[[Sequence[Grid]], bytes]) -> None:
    shown = grid_of([["a", "b"]], name="一")
    codes = grid_of([["甲", "乙"]], name="二", is_hidden=True)
    form = grid_of([["项目名称", "甲"], ["主管部门", "乙"], ["一级指标", "二级指标"]], name="三", is_hidden=True)
    source = read_source(write([shown, codes, form]), "x")
    assert cells(source) == [["a", "b"]]
    assert [(code, message) for code, message, _ in said(source)] == [("hidden", "sheet 三 is hidden and not read")]
    with pytest.raises(DocumentRejected, match="unhide") as rejected:
        read_source(write([Grid(name="空"), form]), "x")
    assert rejected.value.code == "hidden"


def test_a_hidden_row_within_a_form_is_an_issue_of_its_document() -> None:
    rows = [
        ["项目支出绩效目标表"],
        ["（2025年度）"],
        ["项目名称", "河道清淤养护"],
        ["主管部门", "东莞市水务局"],
        ["实施单位", "东莞市河涌管理中心"],
        ["项目资金", "年度资金总额", "", "120.50"],
        ["", "其中：财政拨款", "", "120.50"],
        ["年度总体目标", "完成年度清淤任务"],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值"],
        ["", "产出指标", "数量指标", "清淤河道长度", "≥12公里"],
        ["", "", "数量指标", "（样例）培训人次", "≥100人次"],
        ["", "", "质量指标", "验收合格率", "≥98%"],
    ]
    reading = read(open_xml([grid_of(rows, hidden_rows={10})]), "x")
    assert [row.indicator_name for row in reading.indicators] == ["清淤河道长度", "验收合格率"]
    (issue,) = [row for row in reading.issues if row.code == "hidden"]
    assert "row 11" in issue.message
    assert "（样例）培训人次" in issue.printed
    assert issue.project_seq == 1


def test_rows_and_columns_of_no_size_are_hidden() -> None:
    data = open_xml([grid_of([["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"]])])
    data = repacked(data, SHEET, lambda xml: xml.replace(b'<row r="2"', b'<row r="2" ht="0" customHeight="1"'))
    column = b'<cols><col min="2" max="2" width="0" customWidth="1"/></cols><sheetData>'
    assert cells(read_source(repacked(data, SHEET, lambda xml: xml.replace(b"<sheetData>", column)), "x")) == [
        ["a", "c"],
        ["g", "i"],
    ]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="B1"><f>SUM(C1:D1)</f></c>', "=SUM(C1:D1)"),
        ('<c r="B1"><f>SUM(C1:D1)</f><v></v></c>', "=SUM(C1:D1)"),
        ('<c r="B1"><f t="shared" si="0"/></c>', "=?"),
        ('<c r="B1" t="str"><f>T(C1)</f><v></v></c>', ""),
        ('<c r="B1"><f>SUM(C1:D1)</f><v>7</v></c>', "7"),
        ('<c r="B1"><f>SUM(C1:D1)</f><v>0</v></c>', "0"),
    ],
)
def test_a_formula_without_a_value_stands_for_it_and_is_said(cell: str, text: str) -> None:
    data = open_xml([grid_of([["a", "x", "c"]])])
    change = lambda xml: xml[: xml.index(b'<c r="B1"')] + cell.encode() + xml[xml.index(b'<c r="C1"') :]  # noqa: E731
    data = repacked(data, SHEET, change)
    data = repacked(data, "xl/workbook.xml", lambda xml: xml.replace(b' fullCalcOnLoad="1"', b""))
    source = read_source(data, "x")
    assert cells(source) == [["a", text, "c"]]
    assert [code for code, _, _ in said(source)] == ["formula_without_value"] * text.startswith("=")


def test_a_zero_that_waits_to_be_reckoned_is_no_value() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [1, 2])
        sheet.write_formula(0, 2, "=A1+B1")
        sheet.write_formula(0, 3, "=A1+1", None, 2)

    assert cells(read_source(workbook(fill), "x")) == [["1", "2", "=A1+B1", "2"]]


def test_formulas_of_other_kinds_without_a_value_are_said_too() -> None:
    data = xml_spreadsheet([grid_of([["a", "b"]])]).replace(b"<Cell ", b'<Cell ss:Formula="=RC[1]" ', 1)
    data = data.replace(b'<Data ss:Type="String">a</Data>', b"")
    assert said(read_source(data, "x"))[0][0] == "formula_without_value"
    cell = b'<table:table-cell table:formula="of:=[.B1]*2"/>'
    flat = ods([grid_of([["a", "b"]])], is_flat=True)
    flat = flat.replace(flat[flat.index(b"<table:table-cell") : flat.index(b"</table:table-cell>") + 19], cell, 1)
    source = read_source(flat, "x")
    assert cells(source) == [["=[.B1]*2", "b"]]
    assert said(source)[0][0] == "formula_without_value"


def test_a_format_that_is_not_understood_is_said_with_the_cell() -> None:
    grid = grid_of([["a", "b"]])
    grid.put(1, 1, 2.5, "# ?/?")
    for write in (open_xml, old, xlsb, xml_spreadsheet):
        source = read_source(write([grid]), "x")
        assert cells(source)[1] == ["", "2.5"]
        assert [(code, printed) for code, _, printed in said(source)] == [("format_not_understood", "2.5")]


def test_texts_of_open_xml_lose_their_escapes_and_readings() -> None:
    texts = b"<si><t>\xe7\xbb\xa9_x000D_\n\xe6\x95\x88_x005F_x000D_</t></si>"
    texts += "<si><r><t>富</t></r><r><t>文本</t></r><rPh><t>fu</t></rPh></si>".encode()

    def change(xml: bytes) -> bytes:
        return xml[: xml.index(b"<si>")] + texts + xml[xml.index(b"</sst>") :]

    data = repacked(open_xml([grid_of([["a", "b"]])]), "xl/sharedStrings.xml", change)
    assert cells(read_source(data, "x")) == [["绩\v效_x000D_", "富文本"]]


def test_odd_workbooks_that_excel_opens_are_read() -> None:
    data = open_xml([grid_of([["a", "b"]])])
    odd = repacked(
        data, "xl/styles.xml", lambda xml: xml.replace(b'<fill><patternFill patternType="none"/></fill>', b"<fill/>")
    )
    assert cells(read_source(odd, "x")) == [["a", "b"]]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    capitals = packed({name.upper() if name.endswith("sheet1.xml") else name: parts[name] for name in parts})
    assert cells(read_source(capitals, "x")) == [["a", "b"]]
    renamed = {
        name.replace("workbook.xml", "workbook22.xml"): body.replace(b"workbook.xml", b"workbook22.xml")
        for name, body in parts.items()
    }
    assert cells(read_source(packed(dict(renamed)), "x")) == [["a", "b"]]
    unplaced = repacked(
        data, SHEET, lambda xml: xml.replace(b' r="A1"', b"").replace(b' r="B1"', b"").replace(b'<row r="1"', b"<row")
    )
    assert cells(read_source(unplaced, "x")) == [["a", "b"]]


def test_old_workbooks_of_other_programs_are_read() -> None:
    data = old([grid_of([["a", "b"]])])
    name = "Workbook".encode("utf-16-le")
    for spelt in ("WORKBOOK", "workbook"):
        assert cells(read_source(data.replace(name, spelt.encode("utf-16-le")), "x.et")) == [["a", "b"]]
    stream, start, length = CompDoc(data, logfile=io.StringIO()).locate_named_stream("Workbook")
    assert cells(read_source(bytes(stream[start : start + length]), "x")) == [["a", "b"]]


def test_dates_are_shown_as_dates_in_every_kind() -> None:
    grid = grid_of([["a", "b"]])
    for column, (number, form) in enumerate([(45325, "yyyy/m/d"), (0.5, "h:mm AM/PM"), (1.5, "[h]:mm")]):
        grid.put(1, column, number, form)
    for write in (open_xml, old, xlsb, xml_spreadsheet):
        assert cells(read_source(write([grid]), "x"))[1] == ["2024/2/3", "12:00 PM", "36:00"]
    data = xml_spreadsheet([grid]).replace(
        b'<Data ss:Type="Number">45325</Data>', b'<Data ss:Type="DateTime">2024-02-03T00:00:00.000</Data>'
    )
    assert cells(read_source(data, "x"))[1][0] == "2024/2/3"


def test_a_template_of_xml_spreadsheet_is_read_with_its_styles_and_spans() -> None:
    data = """
        <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
        <ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:h="http://www.w3.org/TR/REC-html40">
        <ss:Styles><ss:Style ss:ID="Default"><ss:NumberFormat ss:Format="Fixed"/></ss:Style>
        <ss:Style ss:ID="p"><ss:NumberFormat ss:Format="Percent"/></ss:Style><ss:Style ss:ID="q" ss:Parent="p"/>
        </ss:Styles><ss:Worksheet ss:Name="一"><ss:Table><ss:Column ss:StyleID="q" ss:Index="3"/>
        <ss:Row ss:Index="2"><ss:Cell ss:MergeAcross="1"><ss:Data ss:Type="String">甲<h:B>乙</h:B></ss:Data></ss:Cell>
        <ss:Cell><ss:Data ss:Type="Number">0.5</ss:Data></ss:Cell>
        <ss:Cell><ss:Data ss:Type="Number">1</ss:Data></ss:Cell></ss:Row>
        <ss:Row ss:Index="9"><ss:Cell><ss:Data ss:Type="Error">#N/A</ss:Data></ss:Cell>
        <ss:Cell><ss:Data ss:Type="Boolean">1</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>
    """.encode()
    assert cells(read_source(data, "x")) == [["甲乙", "", "50.00%", "1.00"], ["#N/A", "TRUE", "", ""]]


def test_open_documents_repeat_cells_and_rows_within_limits() -> None:
    flat = ods([grid_of([["a", "b"]])], is_flat=True)
    spaced = flat.replace(
        b"<text:p>a</text:p>", b'<text:p>a<text:s text:c="2"/>c<text:line-break/>d</text:p><text:p>e</text:p>'
    )
    assert cells(read_source(spaced, "x")) == [["a  c\vd\ve", "b"]]
    noted = flat.replace(
        b"<text:p>a</text:p>", b"<office:annotation><text:p>n</text:p></office:annotation><text:p>a</text:p>"
    )
    assert cells(read_source(noted, "x")) == [["a", "b"]]
    twice = flat.replace(b"<table:table-row>", b'<table:table-row table:number-rows-repeated="2">')
    assert cells(read_source(twice, "x")) == [["a", "b"], ["a", "b"]]
    endless = flat.replace(
        b"<table:table-row>",
        b'<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="50"><text:p>x</text:p></table:table-cell>',
    )
    assert code_of(endless) == "too_large"
    number = flat.replace(b'office:value-type="string"', b'office:value-type="percentage" office:value="0.950"', 1)
    source = read_source(number.replace(b"<text:p>a</text:p>", b""), "x")
    assert cells(source) == [["0.95", "b"]]
    assert said(source)[0][0] == "format_not_understood"
    manifest = '<manifest xmlns="m"><file-entry><encryption-data/></file-entry></manifest>'
    assert (
        code_of(
            packed(
                {
                    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                    "content.xml": b"\x00\x01",
                    "META-INF/manifest.xml": manifest,
                }
            )
        )
        == "encrypted"
    )


@pytest.mark.parametrize("kind", ["xlsb", "ods", "xml_spreadsheet"])
def test_new_kinds_that_lie_about_their_size_are_refused(kind: str) -> None:
    declared = b'<!DOCTYPE a [<!ENTITY a "aaaa">]>'
    data = WRITERS[kind]([grid_of([["a", "b"]])])
    if kind == "xml_spreadsheet":
        assert code_of(data.replace(b"?>", b"?>" + declared, 1)) in ("unsafe_xml", "unknown_type")
        assert code_of(data[:-30]) == "damaged"
        assert code_of(data + b" " * 2**26) == "too_large"
    elif kind == "ods":
        assert (
            code_of(repacked(data, "content.xml", lambda xml: xml.replace(b"?>", b"?>" + declared, 1))) == "unsafe_xml"
        )
        assert code_of(repacked(data, "content.xml", lambda xml: xml[:-30])) == "damaged"
        assert code_of(repacked(data, "content.xml", lambda xml: xml + b" " * 70_000_000)) == "too_large"
    else:
        part = "xl/worksheets/sheet1.bin"
        assert code_of(repacked(data, part, lambda body: body[:-5])) == "damaged"
        assert code_of(repacked(data, part, lambda body: b"\x07\xff\xff\xff\x7f" + body)) == "damaged"
        assert code_of(repacked(data, part, lambda body: bytes(140 * 2**20))) == "too_large"
        assert code_of(repacked(data, "xl/workbook.bin", lambda body: b"")) == "damaged"


def test_a_workbook_that_shows_nothing_says_why() -> None:
    data = open_xml([Grid()])
    assert code_of(data) == "empty"
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert code_of(packed({**parts, "xl/media/image1.png": b"x"})) == "picture"
    assert code_of(xlsb([grid_of([["a"]], hidden_rows={0})])) == "hidden"


def test_places_of_controls_are_no_rows() -> None:
    controls = b"<controls><from><x:col xmlns:x='x'>0</x:col><x:row xmlns:x='x' hidden='1'>1</x:row></from></controls></worksheet>"
    data = repacked(open_xml([grid_of([["a", "b"]])]), SHEET, lambda xml: xml.replace(b"</worksheet>", controls))
    source = read_source(data, "x")
    assert (cells(source), said(source)) == ([["a", "b"]], [])


def test_many_hidden_rows_are_said_in_bounded_words() -> None:
    rows = [[f"a{number}", "b"] for number in range(3000)]
    source = read_source(xlsb([grid_of(rows, hidden_rows=set(range(1, 3000, 2)))]), "x")
    assert len(source.notices) == 101
    assert source.notices[-1].message == "rows 202 to 3000 of sheet 表 are hidden and not read"


@pytest.mark.parametrize("kind", WRITERS)
def test_damaged_parts_are_read_or_rejected_and_nothing_else(kind: str) -> None:
    random = Random(kind)
    data = WRITERS[kind]([grid_of([["项目", "金额"], ["甲", "乙"]], hidden_rows={5})])
    parts = {"": data}
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    for _ in range(60):
        name = random.choice(sorted(parts))
        changed = bytearray(parts[name])
        for _ in range(random.choice((1, 4))):
            at = random.randrange(len(changed))
            changed[at : at + random.choice((0, 1, 9))] = random.choice(
                (b"", b"\xff", b"99999999999", b"-1", b"<", b"nan")
            )
        damaged = bytes(changed)
        with suppress(DocumentRejected):
            read_source(packed({**parts, name: damaged}) if name else damaged, "x")


def written(fill: Callable[[xlsxwriter.Workbook, xlsxwriter.workbook.Worksheet], object]) -> Source:
    def whole(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["项目", "金额"])
        sheet.write_row(1, 0, ["甲", 12.5])
        fill(book, sheet)

    return read_source(workbook(whole), "x")


def test_text_that_is_struck_through_beside_other_text_is_not_read_and_said() -> None:
    def fill(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
        struck = book.add_format({"font_strikeout": True})
        sheet.write_rich_string(2, 0, struck, "旧名", "新名")
        sheet.write(2, 1, "停办", struck)

    source = written(fill)
    assert cells(source)[2] == ["新名", "停办"]
    assert [(code, printed) for code, _, printed in said(source)] == [("hidden", "旧名")]


def test_what_is_struck_through_in_an_old_workbook_is_not_read_and_said() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    struck = xlwt.easyfont("struck_out true")
    sheet.write_rich_text(0, 0, ["新名", ("旧名", struck), "项目"])
    sheet.write_rich_text(0, 1, [("停办", struck)])
    sheet.write_rich_text(1, 0, [("90", struck), "≥95%"])
    sheet.write(1, 1, "甲", xlwt.easyxf("font: struck_out true"))
    out = io.BytesIO()
    book.save(out)
    source = read_source(out.getvalue(), "x")
    assert cells(source) == [["新名项目", "停办"], ["≥95%", "甲"]]
    assert [(code, printed) for code, _, printed in said(source)] == [("hidden", "旧名 | 90")]


def test_what_is_struck_through_in_an_open_document_is_not_read_and_said() -> None:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "style", "table", "text")
    )
    styles = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {line}/></style:style>'
        for name, line in (
            ("T1", 'style:text-line-through-style="solid"'),
            ("T2", 'style:text-line-through-type="single"'),
            ("T3", 'style:text-line-through-type="none"'),
        )
    )
    texts = ["新<T1>旧</T1>名", "<T2>停</T2><T1>办</T1>", "<T3>≥</T3><T2>90</T2>95%"]
    row = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts)
    for name in ("T1", "T2", "T3"):
        row = row.replace(f"<{name}>", f'<text:span text:style-name="{name}">').replace(f"</{name}>", "</text:span>")
    body = f'<table:table table:name="表"><table:table-row>{row}</table:table-row></table:table>'
    document = (
        f'<office:document {spaces} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document>"
    )
    source = read_source(document.encode(), "x")
    assert cells(source) == [["新名", "停办", "≥95%"]]
    assert [(code, printed) for code, _, printed in said(source)] == [("hidden", "旧 | 90")]


WHITE = {"font_color": "#FFFFFF"}


def white(looks: dict[str, str]) -> Callable[[xlsxwriter.Workbook, xlsxwriter.workbook.Worksheet], object]:
    return lambda book, sheet: sheet.write_row(2, 0, ["乙", 7.5, 99], book.add_format(looks))


def test_white_text_on_nothing_is_not_read_and_said() -> None:
    def fill(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
        sheet.write(1, 2, 99, book.add_format({**WHITE, "bg_color": "#FFFFFF"}))
        sheet.write(2, 0, 98, book.add_format(WHITE))

    source = written(fill)
    assert cells(source) == [["项目", "金额"], ["甲", "12.5"]]
    assert [(code, printed) for code, _, printed in said(source)] == [("hidden", "99 | 98")]


@pytest.mark.parametrize("looks", [{**WHITE, "bg_color": "#002060"}, {**WHITE, "bg_color": "#002060", "pattern": 4}])
def test_white_text_on_dark_ground_is_read(looks: dict[str, str]) -> None:
    assert cells(written(white(looks)))[2] == ["乙", "7.5", "99"]


def test_white_text_that_something_else_may_colour_is_read() -> None:
    def conditional(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
        white(WHITE)(book, sheet)
        condition = {"type": "no_blanks", "format": book.add_format({"bg_color": "#002060"})}
        sheet.conditional_format(2, 0, 2, 2, condition)

    def listed(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet) -> None:
        sheet.add_table(1, 0, 3, 1)
        white(WHITE)(book, sheet)

    for fill in (conditional, listed):
        assert cells(written(fill))[-1] == ["乙", "7.5", "99"]
    assert (
        len(
            cells(
                written(
                    lambda book, sheet: [
                        white(WHITE)(book, sheet),
                        sheet.write_row(3, 0, [1, 2, 3], book.add_format(WHITE)),
                    ]
                )
            )
        )
        == 4
    )
