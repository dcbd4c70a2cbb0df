"""Conditional formats of spreadsheets: what a cell shows where the condition holds, and what is said where it is unknown."""

import io
import zipfile
from typing import Any

import pytest
import xlsxwriter

from ingest.readers import read_source
from tests.unit.test_readers import cells, repacked
from tests.unit.test_sheets import SHEET, said

PERCENT, NOTHING = "0%", ";;;"
WHITE = {"font_color": "#FFFFFF"}


def sheet(
    values: list[Any], *rules: tuple[dict[str, Any], dict[str, Any]], others: dict[str, Any] | None = None
) -> bytes:
    """A sheet with values from B2 on to the right, and a word left of them; each rule with its look is for all of them."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["项目", *("值" * len(values))])
        page.write(1, 0, "完成率")
        for column, value in enumerate(values, start=1):
            page.write(1, column, value)
        for place, value in (others or {}).items():
            page.write(place, value)
        for rule, look in rules:
            page.conditional_format(1, 1, 1, len(values), rule | {"format": book.add_format(look)})
    return out.getvalue()


def unpacked(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(SHEET)


def shown(data: bytes) -> list[str]:
    return cells(read_source(data, "x"))[1][1:]


def cell(criteria: str, value: object, **more: object) -> dict[str, Any]:
    return {"type": "cell", "criteria": criteria, "value": value, **more}


def formula(text: str) -> dict[str, Any]:
    return {"type": "formula", "criteria": text}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (cell("<=", 1), ["82%", "150", "甲"]),
        (cell("==", 150), ["0.82", "15000%", "甲"]),
        (cell("!=", 150), ["82%", "150", "甲"]),
        (cell("<", "$B$1"), ["82%", "15000%", "甲"]),
        (cell("between", None, minimum=0, maximum=1), ["82%", "150", "甲"]),
        (cell("not between", None, minimum=1, maximum=0), ["0.82", "15000%", "甲"]),
        (formula("=B2<=1"), ["82%", "150", "甲"]),
        (formula("=$B$2<1"), ["82%", "15000%", "甲"]),
        (formula('=AND(B2>0,$A2="完成率",NOT(B2>100))'), ["82%", "150", "甲"]),
        (formula('=OR(ISTEXT(B2),LEN($A$2)=3)'), ["82%", "15000%", "甲"]),
        (formula("=B2*100-1>=81%+80"), ["82%", "15000%", "甲"]),
        (formula('=$A2&"x"="完成率X"'), ["82%", "15000%", "甲"]),
        (formula("=ISBLANK($Z$9)"), ["82%", "15000%", "甲"]),
        ({"type": "text", "criteria": "containing", "value": "15"}, ["0.82", "15000%", "甲"]),
        ({"type": "text", "criteria": "begins with", "value": "0."}, ["82%", "150", "甲"]),
        ({"type": "no_blanks"}, ["82%", "15000%", "甲"]),
        ({"type": "blanks"}, ["0.82", "150", "甲"]),
    ],
)  # fmt: skip
def test_a_number_format_of_a_condition_that_holds_is_shown(rule: dict[str, Any], expected: list[str]) -> None:
    data = sheet([0.82, 150, "甲"], (rule, {"num_format": PERCENT}))
    assert shown(data) == expected
    assert read_source(data, "x").notices == ()


@pytest.mark.parametrize("text", ["=B2/0=1", '="甲"*2=1', "=B2>=$D$2"])
def test_a_condition_that_is_an_error_does_not_hold(text: str) -> None:
    data = sheet([0.82, 150, "甲"], (formula(text), {"num_format": PERCENT}))
    data = repacked(
        data, SHEET, lambda xml: xml.replace(b'<c r="D2" t="s"><v>3</v></c>', b'<c r="D2" t="e"><v>#N/A</v></c>')
    )
    assert b"#N/A" in unpacked(data)
    assert shown(data) == ["0.82", "150", "#N/A"]
    assert read_source(data, "x").notices == ()


def test_what_a_condition_shows_as_nothing_or_in_white_is_not_read() -> None:
    assert shown(sheet([0, 7], (cell("==", 0), {"num_format": NOTHING}))) == ["", "7"]
    white = read_source(sheet([0, 7], (cell("==", 0), WHITE)), "x")
    assert cells(white)[1] == ["完成率", "", "7"]
    assert [(code, printed) for code, _, printed in said(white)] == [("hidden", "0")]
    assert shown(sheet([0, 7], (cell("==", 0), WHITE | {"bg_color": "#002060"}))) == ["0", "7"]


def test_the_first_condition_that_holds_decides() -> None:
    low, all_of_them = cell("<=", 1), cell("<=", 1000)
    assert shown(sheet([0.5, 150], (low, {"num_format": PERCENT}), (all_of_them, {"num_format": "0.0"}))) == [
        "50%",
        "150.0",
    ]
    assert shown(sheet([0.5, 150], (all_of_them, {"num_format": "0.0"}), (low, {"num_format": PERCENT}))) == [
        "0.5",
        "150.0",
    ]
    red = (low | {"stop_if_true": True}, {"font_color": "#FF0000"})
    assert shown(sheet([0.5, 150], red, (all_of_them, {"num_format": "0.0"}))) == ["0.5", "150.0"]
    assert shown(sheet([0, 7], (low, {"font_color": "#FF0000"}), (all_of_them, WHITE))) == ["0", ""]


@pytest.mark.parametrize(
    "rule",
    [
        {"type": "top", "value": 1},
        {"type": "average", "criteria": "above"},
        formula("=VLOOKUP(B2,$A:$C,2,0)>1"),
        formula("=Sheet2!$A$1>0"),
        formula("=B2:B9>0"),
    ],
)
def test_a_condition_that_is_not_understood_is_said(rule: dict[str, Any]) -> None:
    source = read_source(sheet([0.82, 150], (rule, {"num_format": PERCENT})), "x")
    assert cells(source)[1] == ["完成率", "0.82", "150"]
    assert [(code, printed) for code, _, printed in said(source)] == [
        ("format_not_understood", "0.82"),
        ("format_not_understood", "150"),
    ]
    assert read_source(sheet([0.82, 150], (rule, {"font_color": "#FF0000"})), "x").notices == ()


def test_rules_that_hold_their_look_themselves_count() -> None:
    rule = (
        '<extLst><ext xmlns:x14="x14"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="xm">'
        '<x14:cfRule type="cellIs" priority="1" operator="lessThan"><xm:f>1</xm:f>'
        '<x14:dxf><numFmt numFmtId="9" formatCode="0%"/></x14:dxf></x14:cfRule><xm:sqref>B2 C2:D9</xm:sqref>'
        "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>"
    )
    data = repacked(sheet([0.82, 0.5, 7]), SHEET, lambda xml: xml.replace(b"</worksheet>", rule.encode()))
    assert shown(data) == ["82%", "50%", "7"]


EXAMPLE = sheet(
    [0.82, 0, "甲"],
    (cell("<=", 1), {"num_format": PERCENT}),
    (formula('=AND(B2=0,$A2<>"乙",LEN(B2)*2>-1%)'), WHITE),
    ({"type": "text", "criteria": "containing", "value": "甲"}, {"num_format": NOTHING}),
)
"""A sheet with conditional formats of each kind."""
