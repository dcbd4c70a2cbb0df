"""Readers of office files: what each medium's hard cases are read as."""

import io
import zipfile
from collections.abc import Callable
from random import Random

import pytest
import xlsxwriter
import xlwt

from ingest.errors import DocumentRejected
from ingest.readers import read_source
from ingest.readers.choice import READERS
from ingest.readers.tables import Covered, Spanned, rows_of, spread
from ingest.source.blocks import Source
from tests.drawing.draw import Limits
from tests.drawing.strategies import MEDIA, drawn_file

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def cells(source: Source) -> list[list[str]]:
    """The cells of the lines that print something."""
    found = [[source.text[slice(*cell)] for cell in line.cells] for line in source.lines]
    return [row for row in found if any(row)]


def html(body: str, encoding: str = "utf-8", head: str = "") -> list[list[str]]:
    return cells(read_source(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding), "x"))


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def repacked(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return packed({**parts, part: change(parts[part])})


def word(body: str, prologue: str = "") -> bytes:
    return packed({"word/document.xml": f'{prologue}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'})


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(text: str) -> str:
    return f"<w:p>{run(text)}</w:p>"


def workbook(fill: Callable[[xlsxwriter.Workbook], object]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        fill(book)
    return out.getvalue()


def code_of(data: bytes) -> str:
    with pytest.raises(DocumentRejected) as rejected:
        read_source(data, "x")
    return rejected.value.code


# The kind of a file


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("name", ["x.pdf", "x.txt", "x.zip", "x"])
def test_the_bytes_choose_the_reader_and_the_name_does_not(medium: str, name: str) -> None:
    assert read_source(drawn_file(1, "table", medium, Limits(1, 1, 2)).data, name).medium == medium


def test_the_media_are_the_readers_that_text_and_office_files_need() -> None:
    assert {"text", *MEDIA} <= set(READERS)


@pytest.mark.parametrize(
    ("data", "medium"),
    [
        ("部门,1,2\n合计,3,4\n".encode("gb18030"), "csv"),
        ("部门,1,2\n合计,3,4\n".encode("utf-16"), "csv"),
        (b"\xef\xbb\xbf" + b'"a\nb",1,2\nc,3,4\n', "csv"),
        (b'a\t"b\nc"\t"d\te"\nf\tg\th\n', "csv"),
        ("合计\t1,497.06\t1,497.06\n工作经费\t1,000.00\t“两委”\n".encode(), "text"),
        ('合计\t1.00\n"两委"干部\t2.00\n其他"\t3.00\n'.encode(), "text"),
        ("合计 1,497.06 1,497.06\n工作经费, 其他 4.00\n一,二,三,四,五\n".encode(), "text"),
        (b"  <!-- x --><TABLE><tr><td>a", "html"),
        ("<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC ''><html>a".encode("utf-16"), "html"),
        ("<p>合计</p>\t1.00\n".encode(), "text"),
    ],
)
def test_texts_are_told_apart_by_content(data: bytes, medium: str) -> None:
    assert read_source(data, "x").medium == medium


@pytest.mark.parametrize(
    ("data", "code", "seen"),
    [
        (b"Rar!\x1a\x07\x01\x00rest", "unknown_type", "RAR archive, first bytes 52 61 72 21"),
        (packed({"content.xml": "<x/>"}), "unknown_type", "OpenDocument"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x>"}), "damaged", ""),
        (packed({"xl/workbook.bin": "x"}), "damaged", ""),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "VisioDocument\0".encode("utf-16-le"), "unknown_type", "Visio"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage\0".encode("utf-16-le"), "encrypted", ""),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook\0".encode("utf-16-le"), "damaged", ""),
        (packed({"a.txt": "x"}), "archive", ""),
        (packed({"word/document.xml": "<x/>"})[:-20], "damaged", ""),
        (packed({"word/document.xml": "<x>"}), "damaged", ""),
        (packed({"word/document.xml": ""}), "damaged", ""),
        (packed({"xl/workbook.xml": "<x/>"}), "damaged", ""),
        (b"", "empty", ""),
    ],
)  # fmt: skip
def test_what_no_reader_reads_is_rejected_with_what_was_seen(data: bytes, code: str, seen: str) -> None:
    with pytest.raises(DocumentRejected) as rejected:
        read_source(data, "x.txt")
    assert rejected.value.code == code
    assert seen in str(rejected.value)


@pytest.mark.parametrize("medium", MEDIA)
def test_damaged_bytes_are_read_or_rejected_and_nothing_else(medium: str) -> None:
    random = Random(medium)
    whole = drawn_file(3, "table", medium, Limits(2, 2, 3)).data
    for _ in range(20):
        data = bytearray(whole)
        for _ in range(random.choice((1, 8, 64))):
            data[random.randrange(len(data))] = random.randrange(256)
        try:
            read_source(bytes(data[: random.choice((len(data), random.randrange(len(data))))]), "x")
        except DocumentRejected as rejected:
            assert rejected.code != "internal_error"


# Tables of any medium


def test_spans_keep_the_columns_true() -> None:
    table = [
        [Spanned("a", rows=3), Spanned("b", columns=2)],
        [Spanned("c"), Spanned("d", rows=2)],
        [Spanned("e")],
        [Spanned("f"), Spanned("g"), Spanned("h")],
    ]
    assert list(spread(table)) == [["a", "b", ""], ["", "c", "d"], ["", "e"], ["f", "g", "h"]]


def test_a_merged_range_shows_its_first_cell_only() -> None:
    covered = Covered()
    covered.add(1, 3, 1, 3)
    shown_cells = {(row, column) for row in range(4) for column in range(4) if not covered.holds(row, column)}
    assert {(row, column) for row in range(4) for column in range(4)} - shown_cells == {(1, 2), (2, 1), (2, 2)}


def test_what_stands_above_a_table_is_paragraphs() -> None:
    table = [
        ["", "项目支出绩效目标表", "", ""],
        ["部门名称：", "佛山市民政局", "", "单位：万元"],
        ["项目名称", "总计", "", "绩效目标"],
        ["", "", "", "续"],
        ["第二张表"],
        ["（2020年度）", "", "预算单位：甲", ""],
        ["项目名称", "甲"],
    ]
    assert [tuple(cell.text for cell in row.cells) for row in rows_of(table, 1)] == [
        ("项目支出绩效目标表",),
        ("部门名称：佛山市民政局",),
        ("单位：万元",),
        ("项目名称", "总计", "", "绩效目标"),
        ("", "", "", "续"),
        ("第二张表",),
        ("（2020年度）",),
        ("预算单位：甲",),
        ("项目名称", "甲", "", ""),
    ]


# Spreadsheets


def test_a_workbook_shows_numbers_percentages_and_dates_as_its_cells_do() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        formats = ("0%", "0.00", "#,##0.00", 14, 57, 58, 58)
        for column, (number, form) in enumerate(
            zip((0.95, 12, 1234.5, 45325, 45325, 45325, "2-3"), formats, strict=True)
        ):
            sheet.write(0, column, number, book.add_format({"num_format": form}))
        sheet.write_row(1, 0, ["a", 0.1 + 0.2, 12.0, 100000.0])
        sheet.write_formula(1, 4, "=1+1", None, 2)

    assert cells(read_source(workbook(fill), "x")) == [
        ["95%", "12.00", "1,234.50", "2024/2/3", "2024年2月", "2月3日", "2-3"],
        ["a", "0.3", "12", "100000", "2", "", ""],
    ]


def test_an_amount_that_became_a_date_shows_what_the_sheet_shows() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for column, (number, form) in enumerate([(45325.5, 14), (1e9, 58), (-3.0, 58)]):
            sheet.write_number(0, column, number, book.add_format({"num_format": form}))

    assert cells(read_source(workbook(fill), "x"))[0] == ["2024/2/3", "########", "########"]


def test_sheets_are_pages_hidden_ones_are_not_read_and_merged_cells_show_once() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        first, hidden, last = (book.add_worksheet() for _ in range(3))
        first.write_row(0, 0, ["a", "b", "c"])
        first.merge_range(1, 0, 2, 1, "merged")
        first.write_string(2, 1, "under the merged cell")
        first.write_string(2, 2, "d")
        hidden.write_row(0, 0, ["x", "y", "z"])
        hidden.hide()
        last.write_row(0, 0, ["e", "f"])

    source = read_source(workbook(fill), "x")
    assert cells(source) == [["a", "b", "c"], ["merged"], ["", "", "d"], ["e", "f"]]
    assert [line.page for line in source.lines] == [1, 1, 1, 2]


def test_an_old_workbook_shows_the_same() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    sheet.write_merge(0, 0, 0, 2, "标题")
    for column, (value, form) in enumerate(
        [(0.95, "0%"), (1234.5, "#,##0.00"), (45325, 'm"月"d"日"'), (12.0, "General")]
    ):
        sheet.write(1, column, value, xlwt.easyxf(num_format_str=form))
    out = io.BytesIO()
    book.save(out)
    assert cells(read_source(out.getvalue(), "x")) == [["标题"], ["95%", "1,234.50", "2月3日", "12"]]


LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "lollollol">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "&a;" * 10}">' for n in range(12))
    + "]>"
)
QUADRATIC = f'<!DOCTYPE a [<!ENTITY a11 "{"a" * 50_000}">]>'


@pytest.mark.parametrize("bomb", [LAUGHS, QUADRATIC])
@pytest.mark.parametrize("padding", ["", "<!--" + "x" * 5000 + "-->"])
def test_entities_of_office_files_are_refused(bomb: str, padding: str) -> None:
    assert code_of(word(paragraph("&a11;") * 20_000, padding + bomb)) == "unsafe_xml"
    assert code_of(packed({"word/document.xml": (padding + bomb + "<a>&a11;</a>").encode("utf-16")})) == "unsafe_xml"
    book = workbook(lambda book: book.add_worksheet().write_row(0, 0, ["a", "b"]))
    for part in ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"):
        data = repacked(book, part, lambda xml: xml.replace(b"?>", b"?>" + (padding + bomb).encode(), 1))
        assert code_of(data) == "unsafe_xml", part


def test_packages_that_unpack_without_end_are_refused() -> None:
    assert code_of(packed({"word/document.xml": b" " * 70_000_000})) == "too_large"
    assert code_of(packed({"xl/workbook.xml": "<x/>", **{f"{n}.xml": "" for n in range(5001)}})) == "too_large"


def test_a_sheet_may_claim_a_million_rows_and_thousands_of_columns() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_string(1_048_575, 16_383, "beyond any form")
        sheet.write_row(900_000, 0, ["c", "d"])

    merged = b'</sheetData><mergeCells><mergeCell ref="C1:XFD1048576"/></mergeCells>'
    data = repacked(workbook(fill), "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", merged))
    assert cells(read_source(data, "x")) == [["a", "b"], ["c", "d"]]
