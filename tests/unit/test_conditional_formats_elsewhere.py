"""Conditional formats, colours and raised numbers of workbooks that are not Open XML: what a person sees is read."""

import io
import struct
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import xlsxwriter
import xlwt
from xlwt.CompoundDoc import XlsDoc

from ingest.errors import DocumentRejected
from ingest.readers import read_source
from ingest.source.blocks import Source
from tests.drawing.workbooks import Grid, record, xlsb, xml_spreadsheet
from tests.unit.test_readers import cells, repacked
from tests.unit.test_sheets import said

TOKEN = tuple[str, Any]
GREATER, EQUAL = ("sign", 0x0D), ("sign", 0x0B)
WHITE_WHERE_LARGE: list[TOKEN] = [
    ("near", (0, 0)), ("whole", 100), GREATER, ("near", (None, 0)), ("text", "完成率"), EQUAL, ("function", (36, 2)),
]  # fmt: skip
"""AND(B2>100,$A2="完成率"), written for the cell it stands in; column A by its place."""
SOUGHT: list[TOKEN] = [("near", (0, 0)), ("whole", 1), ("function", (102, 2))]
"""VLOOKUP, which is not reckoned."""
ROWS = [["项目", "值", "值", "值"], ["完成率", 0.82, 150, 7], ["甲", 1, 2, 3]]


def tokens(formula: list[TOKEN], is_wide: bool) -> bytes:
    out = b""
    for kind, value in formula:
        match kind:
            case "sign":
                out += bytes([value])
            case "whole":
                out += b"\x1e" + struct.pack("<H", value)
            case "text":
                raw = value.encode("utf-16-le")
                out += b"\x17" + (struct.pack("<H", len(value)) if is_wide else bytes([len(value), 1])) + raw
            case "function":
                out += b"\x42" + bytes([value[1]]) + struct.pack("<H", value[0])
            case "near":  # the first column where no distance is said
                across, down = value
                column = (0 if across is None else across | 0x4000) | 0x8000
                out += b"\x4c" + struct.pack("<IH" if is_wide else "<HH", down, column)
    return out


def with_rules(book: xlwt.Workbook, *rules: bytes, records: Sequence[tuple[int, bytes]] = ()) -> bytes:
    """A workbook of one sheet with a conditional format of B2:D2 put at its end, or other ``records``."""
    stream, end = book.get_biff_data()[:-4], book.get_biff_data()[-4:]
    area = struct.pack("<HHHH", 1, 1, 1, 3)
    for kind, data in records or (
        (0x1B0, struct.pack("<HH", len(rules), 0) + area + struct.pack("<H", 1) + area),
        *((0x1B1, r) for r in rules),
    ):
        stream += struct.pack("<HH", kind, len(data)) + data
    out = io.BytesIO()
    XlsDoc().save(out, stream + end)
    return out.getvalue()


def old_rule(kind: int, sign: int, look: str, formula: list[TOKEN]) -> bytes:
    """A rule of .xls; ``look`` is a number format, or white."""
    written = tokens(formula, is_wide=False)
    head = struct.pack("<BBHH", kind, sign, len(written), 0)
    if look == "white":
        font = bytes(80) + struct.pack("<I", 9) + bytes(34)
        return head + struct.pack("<IH", 1 << 26, 0) + font + written
    text = struct.pack("<HB", len(look), 0) + look.encode("latin-1")
    return head + struct.pack("<IH", 1 << 25, 1) + struct.pack("<H", len(text) + 2) + text + written


def old(*rules: bytes) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for row, own in enumerate(ROWS):
        for column, value in enumerate(own):
            sheet.write(row, column, value)
    return with_rules(book, *rules)


def binary_rule(kind: int, sign: int, look: int, formula: list[TOKEN], priority: int = 1) -> bytes:
    written = tokens(formula, is_wide=True)
    head = struct.pack("<IIIIIIIHIII", kind, 0, look, priority, sign, 0, 0, 0, len(written), 0, 0)
    parts = struct.pack("<I", len(written)) + written + struct.pack("<I", 0) if written else b""
    return record(463, head + b"\xff\xff\xff\xff" + parts)


LOOKS = {
    "0%": struct.pack("<HHHHHH", 0, 1, 0x26, 12, 9, 2) + "0%".encode("utf-16-le"),
    "white": struct.pack("<HHHHBBHI", 0, 1, 5, 12, 2 << 1, 0, 0, 0xFFFFFFFF),
}


def binary(*rules: bytes) -> bytes:
    """A sheet of .xlsb; looks 0 and 1 are those of `LOOKS`."""
    grid = Grid(
        "a", {(row, column): (value, "General") for row, own in enumerate(ROWS) for column, value in enumerate(own)}
    )
    head = struct.pack("<IIIIIII", len(rules), 0, 1, 1, 1, 1, 3)
    listed = record(461, head) + b"".join(rules) + record(462)
    data = repacked(
        xlsb([grid]), "xl/worksheets/sheet1.bin", lambda part: part.replace(record(146), record(146) + listed)
    )
    looks = record(505, struct.pack("<I", 2)) + b"".join(record(507, look) for look in LOOKS.values()) + record(506)
    return repacked(data, "xl/styles.bin", lambda part: part.replace(record(279), looks + record(279)))


def xml2003(*rules: str) -> bytes:
    grid = Grid(
        "a", {(row, column): (value, "General") for row, own in enumerate(ROWS) for column, value in enumerate(own)}
    )
    listed = "".join(f"<x:Condition>{rule}</x:Condition>" for rule in rules)
    listed = f"<x:ConditionalFormatting><x:Range>R2C2:R2C4</x:Range>{listed}</x:ConditionalFormatting></Worksheet>"
    return xml_spreadsheet([grid]).replace(b"</Worksheet>", listed.encode())


AT_MOST_ONE, SAYS = (1, 8), (2, 0)
"""A cell compared by its eighth sign, at most; a formula."""
ONE: list[TOKEN] = [("whole", 1)]
MADE: dict[str, Callable[[], bytes]] = {
    "xls": lambda: old(old_rule(*AT_MOST_ONE, "0%", ONE), old_rule(*SAYS, "white", WHITE_WHERE_LARGE)),
    "xlsb": lambda: binary(binary_rule(*AT_MOST_ONE, 0, ONE), binary_rule(*SAYS, 1, WHITE_WHERE_LARGE, 2)),
    "xml": lambda: xml2003(
        "<x:Qualifier>LessOrEqual</x:Qualifier><x:Value1>1</x:Value1><x:Format x:Style='mso-number-format:\"0%\"'/>",
        "<x:Value1>AND(RC&gt;100,RC1=&quot;完成率&quot;)</x:Value1><x:Format x:Style='color:white'/>",
    ),
}  # fmt: skip


@pytest.mark.parametrize("medium", MADE)
def test_the_look_of_a_condition_that_holds_is_shown(medium: str) -> None:
    source = read_source(MADE[medium](), "x")
    assert cells(source)[1:] == [["完成率", "82%", "", "7"], ["甲", "1", "2", "3"]]
    assert [(code, printed) for code, _, printed in said(source)] == [("hidden", "150")]


UNKNOWN: dict[str, Callable[[], bytes]] = {
    "xls": lambda: old(old_rule(*SAYS, "0%", SOUGHT)),
    "xlsb": lambda: binary(binary_rule(*SAYS, 0, SOUGHT)),
    "xml": lambda: xml2003("<x:Value1>VLOOKUP(RC,1)</x:Value1><x:Format x:Style='mso-number-format:\"0%\"'/>"),
}  # fmt: skip


@pytest.mark.parametrize("medium", UNKNOWN)
def test_a_condition_that_is_not_understood_is_said(medium: str) -> None:
    source = read_source(UNKNOWN[medium](), "x")
    assert cells(source)[1] == ["完成率", "0.82", "150", "7"]
    assert [(code, printed) for code, _, printed in said(source)] == [
        ("format_not_understood", printed) for printed in ("0.82", "150", "7")
    ]


@pytest.mark.parametrize("picture", [record(465, struct.pack("<IH", 0, 2)), record(467, bytes([10, 90, 0]))])
def test_a_number_behind_a_picture_is_not_read_in_binary_workbooks(picture: bytes) -> None:
    kind = 6 if picture[0] == record(465)[0] else 4
    source = read_source(binary(binary_rule(kind, 0, 0xFFFFFFFF, []) + picture), "x")
    assert cells(source)[1] == ["完成率", "", "", ""] or cells(source)[1] == ["完成率"]
    assert [(code, printed) for code, _, printed in said(source)] == [("hidden", "0.82 | 150 | 7")]


def coloured_xlsx() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet()
        for row, own in enumerate(ROWS):
            page.write_row(row, 0, own)
        page.write(1, 1, 9, book.add_format({"font_color": "#FFFFFF"}))
        page.write(1, 2, 8, book.add_format({"font_color": "#FFFF00", "bg_color": "#FFFF00"}))
        page.write(1, 3, 7, book.add_format({"font_color": "#FFFFFF", "bg_color": "#000080"}))
        page.write_rich_string(2, 0, "面积10m", book.add_format({"font_script": 1}), "2")
    return out.getvalue()


def coloured_xls() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for row, own in enumerate(ROWS):
        for column, value in enumerate(own):
            if (row, column) not in ((1, 1), (1, 2), (1, 3), (2, 0)):
                sheet.write(row, column, value)
    sheet.write(1, 1, 9, xlwt.easyxf("font: colour white"))
    sheet.write(1, 2, 8, xlwt.easyxf("font: colour yellow; pattern: pattern solid, fore_colour yellow"))
    sheet.write(1, 3, 7, xlwt.easyxf("font: colour white; pattern: pattern solid, fore_colour dark_blue"))
    sheet.write_rich_text(2, 0, ["面积10m", ("2", xlwt.easyfont("escapement superscript"))])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def coloured_xml() -> bytes:
    styles = (
        '<Style ss:ID="w"><Font ss:Color="#FFFFFF"/></Style><Style ss:ID="b" ss:Parent="w"><Interior ss:Color="#000080" '
        'ss:Pattern="Solid"/></Style><Style ss:ID="y"><Font ss:Color="#FFFF00"/><Interior ss:Color="#FFFF00" '
        'ss:Pattern="Solid"/></Style></Styles>'
    )
    text = xml2003().decode().replace("</Styles>", styles)
    for value, now, style in (("0.82", "9", "w"), ("150", "8", "y"), ("7", "7", "b")):
        before = f'ss:StyleID="s0"><Data ss:Type="Number">{value}<'
        assert before in text
        text = text.replace(before, f'ss:StyleID="{style}"><Data ss:Type="Number">{now}<')
    return text.replace(">甲<", ' xmlns:h="http://www.w3.org/TR/REC-html40">面积10m<h:Sup>2</h:Sup><').encode()


COLOURED = {"xlsx": coloured_xlsx, "xls": coloured_xls, "xml": coloured_xml}


@pytest.mark.parametrize("medium", COLOURED)
def test_a_value_of_the_colour_of_its_ground_is_not_read_and_a_raised_number_is_one(medium: str) -> None:
    source: Source = read_source(COLOURED[medium](), "x")
    assert cells(source)[1:] == [["完成率", "", "", "7"], ["面积10m²", "1", "2", "3"]]
    assert sorted(printed for _, _, printed in said(source)) == ["9 | 8"]


def test_white_parts_of_a_text_are_not_read_on_paper_but_on_a_ground() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet()
        white, ground = book.add_format({"font_color": "#FFFFFF"}), book.add_format({"bg_color": "#000080"})
        page.write_row(0, 0, ["项目", "值"])
        page.write_rich_string(1, 0, "金额", white, "999")
        page.write_rich_string(1, 1, "金额", white, "888", ground)
    source = read_source(out.getvalue(), "x")
    assert cells(source)[1] == ["金额", "金额888"]
    assert [printed for _, _, printed in said(source)] == ["999"]


def test_numbers_behind_icons_and_bars_are_not_read() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet()
        for row, own in enumerate(ROWS):
            page.write_row(row, 0, own)
        page.conditional_format(1, 1, 1, 2, {"type": "icon_set", "icon_style": "3_traffic_lights", "icons_only": True})
        page.conditional_format(2, 1, 2, 2, {"type": "data_bar", "bar_only": True})
        page.conditional_format(2, 3, 2, 3, {"type": "icon_set", "icon_style": "3_traffic_lights"})
    source = read_source(out.getvalue(), "x")
    assert cells(source)[1:] == [["完成率", "", "", "7"], ["甲", "", "", "3"]]
    assert [printed for _, _, printed in said(source)] == ["0.82 | 150 | 1 | 2"]


def test_a_part_packed_as_no_program_does_is_refused() -> None:
    """The directory flags a part that is no XML as patched data."""
    data = bytearray(binary())
    data[data.rindex(b"xl/worksheets/sheet1.bin") - 46 + 8] |= 0x20
    with pytest.raises(DocumentRejected) as rejected:
        read_source(bytes(data), "x")
    assert rejected.value.code == "damaged"
