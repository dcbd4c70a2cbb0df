"""OpenDocument spreadsheets: what the styles of their cells and numbers show, and what conditions change of it."""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

import pytest
from lxml import etree

from ingest.readers import read_source
from ingest.readers.sheets.number_format import shown
from ingest.readers.sheets.ods.data_styles import number_formats
from tests.drawing.workbooks import packed
from tests.unit.test_readers import cells
from tests.unit.test_sheets import said

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "style", "table", "text", "number", "fo", "config")
).replace("xmlns:number:1.0", "xmlns:datastyle:1.0")
PERCENT = (
    '<number:percentage-style style:name="P"><number:number number:decimal-places="0" number:min-integer-digits="1"/>'
    "<number:text>%</number:text></number:percentage-style>"
)
NOTHING_OF_ZERO = (
    '<number:number-style style:name="A"><number:number number:decimal-places="2" number:min-integer-digits="1" '
    'number:grouping="true"/></number:number-style><number:text-style style:name="Z"><number:text/>'
    '<style:map style:condition="value()&gt;0" style:apply-style-name="A"/>'
    '<style:map style:condition="value()&lt;0" style:apply-style-name="A"/></number:text-style>'
)


def workbook(rows: Sequence[str], styles: str = "", common: str = "", settings: str = "") -> bytes:
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f'<office:spreadsheet><table:table table:name="表">{body}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content,
        "styles.xml": f"<office:document-styles {NAMES}><office:styles>{common}</office:styles></office:document-styles>",
        "settings.xml": f"<office:document-settings {NAMES}>{settings}</office:document-settings>",
    }
    return packed(parts)


def text(content: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{content}</text:p></table:table-cell>'


def number(value: str, style: str = "", printed: str | None = "", more: str = "") -> str:
    inner = "" if printed is None else f"<text:p>{printed or value}</text:p>"
    return f'<table:table-cell table:style-name="{style}" office:value-type="float" office:value="{value}"{more}>{inner}</table:table-cell>'


def cell_style(name: str, data_style: str = "", inner: str = "", parent: str = "") -> str:
    own = f' style:data-style-name="{data_style}"' if data_style else ""
    return f'<style:style style:name="{name}" style:family="table-cell" style:parent-style-name="{parent}"{own}>{inner}</style:style>'


def condition(text: str, style: str, base: str = "表.B1") -> str:
    return f'<style:map style:condition={quoteattr(text)} style:apply-style-name="{style}" style:base-cell-address="{base}"/>'


@pytest.mark.parametrize(
    ("style", "value", "expected"),
    [
        ('<number:number-style style:name="N"><number:number number:min-integer-digits="1"/></number:number-style>', 12.5, "12.5"),
        ('<number:number-style style:name="N"><number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/><number:text>万元</number:text></number:number-style>', 1234.5, "1,234.50万元"),
        ('<number:number-style style:name="N"><number:number number:decimal-places="2" number:min-decimal-places="0" number:min-integer-digits="3"/></number:number-style>', 5, "005"),
        ('<number:number-style style:name="N"><number:number number:decimal-places="1" number:min-integer-digits="1" number:display-factor="1000"/></number:number-style>', 12345, "12.3"),
        ('<number:number-style style:name="N"><number:text>约"</number:text><number:number number:decimal-places="0" number:min-integer-digits="1"/><number:text>%"</number:text></number:number-style>', 90, '约"90%"'),
        (PERCENT.replace('"P"', '"N"'), 0.825, "83%"),
        ('<number:currency-style style:name="N"><number:currency-symbol>￥</number:currency-symbol><number:number number:decimal-places="2" number:min-integer-digits="1"/></number:currency-style>', 3, "￥3.00"),
        ('<number:date-style style:name="N"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text><number:day/><number:text>日</number:text></number:date-style>', 45325, "2024年2月3日"),
        ('<number:time-style style:name="N" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>', 1.5, "36:00"),
        (NOTHING_OF_ZERO.replace('"Z"', '"N"'), 0, ""),
        (NOTHING_OF_ZERO.replace('"Z"', '"N"'), -2, "2.00"),
    ],
)  # fmt: skip
def test_a_data_style_shows_numbers_as_its_format(style: str, value: float, expected: str) -> None:
    formats = number_formats([etree.fromstring(f"<a {NAMES}>{style}</a>")])
    assert shown(value, formats["N"]).text == expected


@pytest.mark.parametrize(
    "inner",
    ['<number:fraction number:min-numerator-digits="1"/>', "<number:quarter/>", '<style:map style:condition="x" style:apply-style-name="N"/>',
     '<number:number number:decimal-places="2"><number:embedded-text number:position="1">万</number:embedded-text></number:number>',
     '<number:number number:decimal-places="2" number:min-integer-digits="0" number:decimal-replacement=" "/>'],
)  # fmt: skip
def test_a_data_style_that_is_not_understood_is_none(inner: str) -> None:
    style = f'<number:number-style style:name="N">{inner}</number:number-style>'
    assert number_formats([etree.fromstring(f"<a {NAMES}>{style}</a>")]) == {}


def test_a_number_that_stands_as_it_is_stored_is_shown_by_its_style() -> None:
    styles = NOTHING_OF_ZERO + PERCENT + cell_style("z", "Z") + cell_style("p", "", parent="common")
    row = [text("甲"), number("0", "z"), number("5", "z"), number("0.8", "p"), number("0.8", "p", "八成")]
    found = read_source(workbook(["".join(row)], styles, cell_style("common", "P")), "x")
    assert cells(found) == [["甲", "", "5.00", "80%", "八成"]]
    without_texts = [text("甲"), number("0", "z", None), number("5", "z", None)]
    assert cells(read_source(workbook(["".join(without_texts)], styles), "x")) == [["甲", "", "5.00"]]


def test_a_text_of_which_the_format_shows_nothing_is_not_read() -> None:
    hidden = '<table:table-cell office:value-type="string" office:string-value="藏"><text:p/></table:table-cell>'
    assert cells(read_source(workbook([text("甲") + hidden + text("乙")]), "x")) == [["甲", "", "乙"]]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("cell-content()<=1", ["82%", "150"]),
        ("cell-content()!=150", ["82%", "150"]),
        ('cell-content()="甲"', ["0.82", "150"]),
        ("cell-content-is-between(0,1)", ["82%", "150"]),
        ("cell-content-is-not-between(0,1)", ["0.82", "15000%"]),
        ("is-true-formula([.B1]<1)", ["82%", "150"]),
        ("is-true-formula(AND([.$B$1]<1;[.$A1]=\"甲\"))", ["82%", "15000%"]),
    ],
)  # fmt: skip
def test_a_condition_that_holds_gives_the_style_of_its_number(asked: str, expected: list[str]) -> None:
    styles = cell_style("c", inner=condition(asked, "low"))
    data = workbook([text("甲") + number("0.82", "c") + number("150", "c")], styles, PERCENT + cell_style("low", "P"))
    assert cells(read_source(data, "x")) == [["甲", *expected]]
    assert read_source(data, "x").notices == ()


def test_a_condition_that_is_not_understood_is_said() -> None:
    styles = cell_style("c", inner=condition("is-true-formula(VLOOKUP([.B1];[.A:.C];2))", "low"))
    found = read_source(workbook([text("甲") + number("0.82", "c")], styles, PERCENT + cell_style("low", "P")), "x")
    assert cells(found) == [["甲", "0.82"]]
    assert [(code, printed) for code, _, printed in said(found)] == [("format_not_understood", "0.82")]


def test_what_a_condition_writes_in_white_is_not_read_and_said() -> None:
    white = cell_style("white", inner='<style:text-properties fo:color="#ffffff"/>')
    styles = cell_style("c", inner=condition("cell-content()=0", "white"))
    rows = [text("甲") + number("0", "c") + number("7", "c")]
    found = read_source(workbook(rows, styles, white), "x")
    assert cells(found) == [["甲", "", "7"]]
    assert [(code, printed) for code, _, printed in said(found)] == [("hidden", "0")]
    ground = '<style:table-cell-properties fo:background-color="#002060"/></style:style>'
    assert cells(read_source(workbook(rows, styles, white.replace("</style:style>", ground)), "x")) == [
        ["甲", "0", "7"]
    ]


@pytest.mark.parametrize(("where", "is_hidden"), [("", True), ("表", True), ("另一张", False)])
def test_zeros_that_the_settings_hide_are_not_read(where: str, is_hidden: bool) -> None:
    item = '<config:config-item config:name="ShowZeroValues" config:type="boolean">{}</config:config-item>'
    settings = item.format("false")
    if where:
        named = f'<config:config-item-map-entry config:name="{where}">{settings}</config:config-item-map-entry>'
        settings = item.format("true") + named
    found = cells(read_source(workbook([text("甲") + number("0") + number("5")], settings=settings), "x"))
    assert found == [["甲", "" if is_hidden else "0", "5"]]


def test_blank_cells_with_conditions_are_no_cells() -> None:
    styles = cell_style("c", inner=condition("cell-content()=0", "low"))
    blank = '<table:table-cell table:style-name="c" table:number-columns-repeated="90"/>'
    many = f'</table:table-row><table:table-row table:number-rows-repeated="100000">{blank}'
    data = workbook([text("甲") + number("7", "c") + many], styles, PERCENT + cell_style("low", "P"))
    assert cells(read_source(data, "x")) == [["甲", "7"]]


EXAMPLE = workbook(
    [text("甲") + number("0.82", "c") + number("0", "z")],
    NOTHING_OF_ZERO + cell_style("z", "Z") + cell_style("c", inner=condition("is-true-formula([.B1]<1)", "low")),
    PERCENT + cell_style("low", "P"),
    '<config:config-item config:name="ShowZeroValues">true</config:config-item>',
)
"""A sheet with data styles and a condition."""
