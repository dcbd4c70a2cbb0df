"""Kinds of files: told by their bytes, and those that are not read named with what to do."""

import io

import docx
import openpyxl
import pytest
import xlwt

from ingest.errors import DocumentRejected
from ingest.readers import now_readable, read_source
from ingest.readers.choice import READERS
from ingest.readers.kinds import ADVICE
from ingest.readers.sniff import sniff
from tests.unit.test_readers import packed

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
UNREAD = [
    (b"Rar!\x1a\x07\x01\x00", "x", "RAR archive", "unpack"),
    (b"7z\xbc\xaf\x27\x1c", "x", "7-Zip archive", "unpack"),
    (b"x" * 257 + b"ustar\x0000", "x", "tar archive", "unpack"),
    (OLE + "Unheard\0".encode("utf-16-le"), "x.et", "WPS spreadsheet (.et)", ".xlsx"),
    (OLE + "Unheard\0".encode("utf-16-le"), "x.dps", "WPS presentation (.dps)", "PDF"),
    (OLE + "Unheard\0".encode("utf-16-le"), "x", "OLE file", "program that wrote it"),
    (OLE + "__properties_version1.0\0".encode("utf-16-le"), "x", "Outlook message", "attachments"),
    (packed({"ppt/presentation.xml": "x"}), "x", "PowerPoint presentation", "PDF"),
    (packed({"mimetype": "application/epub+zip", "META-INF/container.xml": "x"}), "x", "EPUB book", "PDF"),
    ((XML + '<x:UOF xmlns:x="http://schemas.uof.org/cn/2003/uof">').encode(), "x", "UOF document", "WPS"),
    ((XML + "<report><row/></report>").encode(), "x", "XML file", "document"),
    (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "x", "WebP picture", "PNG"),
    (b"BM\x00\x10\x00\x00\x00\x00\x00\x00\x36", "x", "BMP picture", "PNG"),
    (b"\x00\x00\x00\x18ftypheic", "x", "HEIC picture", "PNG"),
    (b"\x00\x00\x00\x18ftypisom", "x", "video", "take it away"),
    (b"%TSD-Header-###%\x00", "x", "file of a document security program", "in clear"),
]


@pytest.mark.parametrize(("data", "file_name", "kind", "advice"), UNREAD, ids=[kind for _, _, kind, _ in UNREAD])
def test_what_is_not_read_is_named_with_what_to_do(data: bytes, file_name: str, kind: str, advice: str) -> None:
    with pytest.raises(DocumentRejected) as rejected:
        read_source(data, file_name)
    assert rejected.value.code == "unknown_type"
    assert kind in rejected.value.message
    assert advice in rejected.value.message


@pytest.mark.parametrize(
    ("data", "file_name", "kind"),
    [
        (OLE + "WordDocument\0".encode("utf-16-le"), "x.doc", "Word 97-2003 document (.doc)"),
        (OLE + "WORDDOCUMENT\0".encode("utf-16-le"), "x.wps", "WPS document (.wps)"),
        (b"{\\rtf1", "x", "Rich Text document"),
    ],
)
def test_without_the_extra_what_libreoffice_reads_is_told_how_to_be_read(
    data: bytes, file_name: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda program: None)
    with pytest.raises(DocumentRejected, match="make office, or save it as") as rejected:
        read_source(data, file_name)
    assert rejected.value.code == "office_not_installed"
    assert kind in rejected.value.message
    assert "office_not_installed" not in now_readable()


def test_with_the_whole_extra_what_wanted_it_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.readers.office.is_installed", lambda: True)
    assert "office_not_installed" in now_readable()


def test_rights_management_is_told_as_a_password_is() -> None:
    with pytest.raises(DocumentRejected) as rejected:
        read_source(OLE + "\tDRMContent\0".encode("utf-16-le"), "x")
    assert rejected.value.code == "encrypted"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (packed({"[Content_Types].xml": "x spreadsheetml.sheet.main+xml", "xl/book.xml": "x"}), "xlsx"),
        (packed({"[Content_Types].xml": "x ms-excel.sheet.binary.macroEnabled.main", "book.bin": "x"}), "xlsb"),
        (packed({"xl\\workbook.xml": "x"}), "xlsx"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet\n", "content.xml": "x"}), "ods"),
        (OLE + "WORKBOOK\0".encode("utf-16-le"), "xls"),
        (b"\x09\x08\x08\x00\x00\x05\x10\x00", "xls"),
        (b'\n<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">', "xml_spreadsheet"),
        ((XML + "<html>").encode(), "html"),
        (packed({"a.txt": "x"}), "zip"),
    ],
)
def test_what_is_read_is_told_by_its_bytes(data: bytes, kind: str) -> None:
    assert sniff(data) == kind


def test_every_kind_has_a_reader_or_an_advice() -> None:
    assert not set(ADVICE) & set(READERS)


def _sheets_of_excel(state: str) -> bytes:
    book = openpyxl.Workbook()
    shown = book.active
    assert shown is not None
    shown.append(["项目", "金额"])
    shown.append(["甲", "1.50"])
    other = book.create_sheet("其他")
    other.append(["乙", "2.50"])
    other.sheet_state = state
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _sheets_of_excel_97(visibility: int) -> bytes:
    book = xlwt.Workbook()
    for name, rows in (("表", [["项目", "金额"], ["甲", "1.50"]]), ("其他", [["乙", "2.50"]])):
        sheet = book.add_sheet(name)
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                sheet.write(row, column, text)
    sheet.visibility = visibility
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _document() -> bytes:
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, texts in enumerate([["项目", "金额"], ["甲", "1.50"]]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (_sheets_of_excel("hidden"), "x.et"),
        (_sheets_of_excel("veryHidden"), "x.et"),
        (_sheets_of_excel("veryHidden"), "x.xls"),
        (_sheets_of_excel_97(1), "x.et"),
        (_sheets_of_excel_97(2), "x.xlsx"),
        (_document(), "x.wps"),
    ],
)
def test_files_of_wps_are_read_by_their_bytes_and_sheets_nobody_sees_are_not(data: bytes, name: str) -> None:
    source = read_source(data, name)
    assert [row.split("\t") for row in source.text.split("\n")[:2]] == [["项目", "金额"], ["甲", "1.50"]]
    assert "乙" not in source.text
