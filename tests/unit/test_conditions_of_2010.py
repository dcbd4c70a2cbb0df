"""Conditional formats as later programs write them: tables of LibreOffice, records of Excel 2007 and 2010."""

import struct

import pytest
import xlwt

from ingest.readers import read_source
from tests.drawing.workbooks import record
from tests.unit.test_conditional_formats_elsewhere import ROWS, binary, binary_rule, with_rules
from tests.unit.test_ods import PERCENT, cell_style, number, text, workbook
from tests.unit.test_readers import cells, repacked
from tests.unit.test_sheets import said

CALC = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
WHITE = cell_style('white_5f_1" style:display-name="white_1', inner='<style:text-properties fo:color="#ffffff"/>')
LOOKS = PERCENT + cell_style("rate", "P") + WHITE


def conditional(*rules: str, area: str = "表.B1:表.C2", styles: str = "") -> bytes:
    """A sheet of two rows of which the numbers stand under conditions of the table."""
    rows = [text("完成率") + number("0.82") + number("150"), text("甲") + number("1") + number("7", "own")]
    data = workbook(rows, styles, LOOKS)
    listed = (
        f'<calcext:conditional-formats {CALC}><calcext:conditional-format calcext:target-range-address="{area}">'
        f"{''.join(rules)}</calcext:conditional-format></calcext:conditional-formats></table:table>"
    )
    return repacked(data, "content.xml", lambda part: part.replace(b"</table:table>", listed.encode()))


def rule(condition: str, style: str, base: str = "表.B1") -> str:
    return (
        f'<calcext:condition calcext:apply-style-name="{style}" calcext:value="{condition}" '
        f'calcext:base-cell-address="{base}"/>'
    )


@pytest.mark.parametrize(
    ("rules", "shown"),
    [
        ([rule("&lt;=1", "rate")], [["完成率", "82%", "150"], ["甲", "100%", "7"]]),
        ([rule("between(0.5,0.9)", "rate")], [["完成率", "82%", "150"], ["甲", "1", "7"]]),
        ([rule("not-between(0.5,100)", "white_1")], [["完成率", "0.82", ""], ["甲", "1", "7"]]),
        ([rule("formula-is([.$A1]=&quot;完成率&quot;)", "rate")], [["完成率", "82%", "15000%"], ["甲", "1", "7"]]),
        ([rule("&gt;100", "white_1"), rule("!=1", "rate")], [["完成率", "82%", ""], ["甲", "1", "700%"]]),
        (['<calcext:icon-set calcext:icon-set-type="3Arrows"/>'], [["完成率", "0.82", "150"], ["甲", "1", "7"]]),
    ],
)
def test_conditions_of_a_table_show_its_cells(rules: list[str], shown: list[list[str]]) -> None:
    assert cells(read_source(conditional(*rules), "x")) == shown


ALONE = 'calcext:show-value="false"'


@pytest.mark.parametrize(
    "picture",
    [f"<calcext:data-bar {ALONE}/>", f"<calcext:icon-set><calcext:formatting-entry {ALONE}/></calcext:icon-set>"],
)
def test_numbers_behind_pictures_alone_are_not_read_in_a_table(picture: str) -> None:
    source = read_source(conditional(picture, area="$'表'.$B$1:.C1"), "x")
    assert cells(source) == [["完成率"], ["甲", "1", "7"]]
    assert [(code, printed) for code, _, printed in said(source)] == [("hidden", "0.82 | 150")]


def test_a_condition_of_a_table_that_is_not_understood_is_said() -> None:
    source = read_source(conditional(rule("top-elements(1)", "rate"), area="表.B1"), "x")
    assert cells(source)[0] == ["完成率", "0.82", "150"]
    assert [(code, printed) for code, _, printed in said(source)] == [("format_not_understood", "0.82")]


@pytest.mark.parametrize(("ground", "is_seen"), [("", False), ("#ffffff", False), ("#002060", True)])
def test_white_numbers_on_white_are_not_read(ground: str, is_seen: bool) -> None:
    inner = '<style:text-properties fo:color="#ffffff"/>'
    inner += f'<style:table-cell-properties fo:background-color="{ground}"/>' if ground else ""
    source = read_source(conditional(styles=cell_style("own", inner=inner)), "x")
    assert cells(source)[1] == ["甲", "1", "7" if is_seen else ""]
    assert [(code, printed) for code, _, printed in said(source)] == ([] if is_seen else [("hidden", "7")])


def formats_2007(kind: int, parameters: bytes, is_more: bool) -> bytes:
    """A workbook of .xls whose B2:C2 stand under a rule of Excel 2007, in formats of their own or of those before."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for row, own in enumerate(ROWS):
        for column, value in enumerate(own):
            sheet.write(row, column, value)
    area = struct.pack("<HHHH", 1, 1, 1, 2)
    head = struct.pack("<HHHHHH", 0x87A, 0, 1, 1, 1, 2)
    formula = b"\x1e\x01\x00"
    rule = head + struct.pack("<BBHHIH", kind, 0, len(formula), 0, 0, 0) + formula + struct.pack("<H", 0)
    rule += struct.pack("<BHHB", 0, 1, 0, 16) + bytes(16) + parameters
    formats = struct.pack("<HH", 1, 3 << 1) + area + struct.pack("<H", 1) + area
    other = struct.pack("<HH", 1, 4 << 1) + struct.pack("<HHHHHHHHH", 2, 2, 3, 3, 1, 2, 2, 3, 3)
    if is_more:
        more = struct.pack("<HHHHHHIH", 0x87B, 0, 1, 1, 1, 2, 1, 3)
        parts = [(0x1B0, formats), (0x1B0, other), (0x87B, more), (0x87A, rule)]
    else:
        parts = [(0x1B0, other), (0x879, struct.pack("<HHHHHH", 0x879, 0, 1, 1, 1, 2) + formats), (0x87A, rule)]
    return with_rules(book, records=parts)


@pytest.mark.parametrize("is_more", [False, True], ids=["formats of their own", "formats of earlier programs"])
@pytest.mark.parametrize(
    ("kind", "parameters", "is_seen"),
    [
        (6, struct.pack("<HBBBB", 0, 0, 3, 0, 1), False),
        (6, struct.pack("<HBBBB", 0, 0, 3, 0, 4), True),
        (4, struct.pack("<HBBBB", 0, 0, 0, 10, 90), False),
        (4, struct.pack("<HBBBB", 0, 0, 2, 10, 90), True),
    ],
    ids=["icons alone", "icons beside numbers", "a bar alone", "a bar behind numbers"],
)
def test_numbers_behind_pictures_of_excel_2007_are_not_read(
    kind: int, parameters: bytes, is_seen: bool, is_more: bool
) -> None:
    source = read_source(formats_2007(kind, parameters, is_more), "x")
    assert cells(source)[1] == (["完成率", "0.82", "150", "7"] if is_seen else ["完成率", "", "", "7"])
    assert [(code, printed) for code, _, printed in said(source)] == ([] if is_seen else [("hidden", "0.82 | 150")])


@pytest.mark.parametrize(
    ("picture", "is_seen"),
    [
        (record(1052, struct.pack("<IIH", 0, 17, 2)), False),
        (record(1052, struct.pack("<IIH", 0, 17, 4)), True),
        (record(1051, struct.pack("<IBBB", 0, 10, 90, 0)), False),
        (record(1051, struct.pack("<IBBB", 0, 10, 90, 1)), True),
    ],
    ids=["icons alone", "icons beside numbers", "a bar alone", "a bar behind numbers"],
)
def test_numbers_behind_pictures_of_excel_2010_are_not_read(picture: bytes, is_seen: bool) -> None:
    ranges = record(1046, struct.pack("<IIIIIIIIII", 2, 1, 0, 1, 1, 1, 1, 2, 1, 0))
    source = read_source(binary(binary_rule(6, 0, 0xFFFFFFFF, []) + record(462) + ranges + picture), "x")
    assert cells(source)[1] == (["完成率", "0.82", "150", "7"] if is_seen else ["完成率", "", "", "7"])
    assert [(code, printed) for code, _, printed in said(source)] == ([] if is_seen else [("hidden", "0.82 | 150")])
