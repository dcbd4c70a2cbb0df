"""OpenDocument texts: what only this medium does, on files made here."""

import pytest

from ingest.readers import read_source
from ingest.source.blocks import Source
from tests.drawing.render_odt import MIME, content, packed_odt
from tests.unit.test_readers import cells, code_of, packed


def shown(body: str, styles: str = "") -> list[list[str]]:
    return cells(read_source(packed_odt(body, styles), "x"))


def said(source: Source) -> list[tuple[str, str]]:
    return [(notice.code, notice.printed) for notice in source.notices]


def paragraph(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def table(*rows: str) -> str:
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"


def cell(inside: str, attributes: str = "") -> str:
    return (
        f"<table:table-cell {attributes}>{inside if inside.startswith('<') else paragraph(inside)}</table:table-cell>"
    )


COVERED = "<table:covered-table-cell{}/>"


def style(name: str, properties: str, parent: str = "") -> str:
    return f'<style:style style:name="{name}" style:parent-style-name="{parent}"><style:text-properties {properties}/></style:style>'


def test_spans_covered_and_repeated_cells_keep_the_columns_true() -> None:
    repeated = COVERED.format(' table:number-columns-repeated="2"')
    rows = (
        cell("a", 'table:number-rows-spanned="2"') + cell("b", 'table:number-columns-spanned="3"') + repeated,
        COVERED.format("") + cell("c") + cell("d", 'table:number-columns-repeated="2"'),
        cell("", 'table:number-columns-repeated="16384"'),
        cell("e") + cell("", 'table:number-columns-repeated="2"') + cell("f"),
    )
    assert shown(table(*rows)) == [["a", "b", "", ""], ["", "c", "d", "d"], ["e", "", "", "f"]]


def test_text_is_folded_and_breaks_spaces_and_pages_are_counted() -> None:
    body = paragraph(
        "甲 \n  乙<text:s text:c='3'/>丙<text:tab/>丁<text:line-break/>戊<text:soft-page-break/>"
    ) + paragraph("己")
    source = read_source(packed_odt(body), "x")
    assert (cells(source), source.pages) == ([["甲 乙   丙 丁\v戊"], ["己"]], 2)


def test_what_is_hidden_deleted_or_struck_is_not_read_and_said() -> None:
    styles = (
        style("h", 'text:display="none"') + style("s", 'style:text-line-through-style="solid"') + style("c", "", "h")
    )
    changes = '<text:tracked-changes><text:changed-region text:id="1"><text:deletion><text:p>删去</text:p></text:deletion></text:changed-region></text:tracked-changes>'
    rows = (
        cell(paragraph("看<text:span text:style-name='c'>隐</text:span>见"))
        + cell(paragraph("<text:span text:style-name='s'>10</text:span>20")),
        cell(paragraph("乙<text:change text:change-id='1'/>")) + cell("1"),
    )
    hidden = "<text:section text:display='none'><text:p>节</text:p></text:section>"
    notes = "<text:p>文<text:note><text:note-body><text:p>脚注</text:p></text:note-body></text:note><office:annotation><text:p>批注</text:p></office:annotation></text:p>"
    source = read_source(packed_odt(changes + hidden + table(*rows) + notes, styles), "x")
    assert cells(source) == [["看见", "20"], ["乙", "1"], ["文"]]
    assert said(source) == [
        ("hidden", "节；隐"),
        ("hidden", "10"),
        ("hidden", "删去"),
        ("beside", "脚注"),
        ("beside", "批注"),
    ]
    collapsed = table(cell("a") + cell("b"), cell("c") + cell("d")).replace(
        "<table:table-row>", '<table:table-row table:visibility="collapse">', 1
    )
    assert shown(collapsed) == [["c", "d"]]


def level(at: int, form: str, attributes: str = "") -> str:
    return f'<text:list-level-style-number text:level="{at}" style:num-format="{form}" {attributes}/>'


def listed(items: list[str], attributes: str = "") -> str:
    inside = "".join(
        f"<text:list-item>{item if item.startswith('<') else paragraph(item)}</text:list-item>" for item in items
    )
    return f'<text:list text:style-name="L" {attributes}>{inside}</text:list>'


def test_automatic_numbers_and_bullets_are_printed() -> None:
    levels = (
        level(1, "一, 二, 三, ...", 'style:num-suffix="、"')
        + level(2, "1", 'style:num-prefix="(" style:num-suffix=")"')
        + level(3, "1", 'text:display-levels="2"')
    )
    styles = f'<text:list-style style:name="L">{levels}</text:list-style>'
    inner = "<text:list><text:list-item><text:p>内</text:p><text:p>续</text:p></text:list-item><text:list-item><text:list><text:list-item><text:p>深</text:p></text:list-item></text:list></text:list-item></text:list>"
    body = listed(["甲", paragraph("乙") + inner]) + listed(["丙"], 'text:continue-numbering="true"') + listed(["丁"])
    assert shown(body, styles) == [["一、 甲"], ["二、 乙"], ["(1) 内"], ["续"], ["2.1 深"], ["三、 丙"], ["一、 丁"]]
    bullet = '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="R"><style:text-properties style:font-name="W"/></text:list-level-style-bullet></text:list-style><style:font-face style:name="W" svg:font-family="&apos;Wingdings 2&apos;"/>'
    assert shown(listed(["是"]), bullet) == [["☑ 是"]]


def test_symbols_raised_numbers_boxes_and_nested_tables() -> None:
    styles = style("w", 'style:font-name="Wingdings 2"') + style("u", 'style:text-position="super 58%"')
    marks = paragraph("<text:span text:style-name='w'>R</text:span>是 50m<text:span text:style-name='u'>2</text:span>")
    box = paragraph("框外<draw:frame><draw:text-box><text:p>框内</text:p></draw:text-box></draw:frame>")
    wide, column = table(cell("一") + cell("二"), cell("三") + cell("四")), table(cell("列"), cell("列"))
    rows = (cell(marks) + cell(box), cell("套") + cell(wide), cell("条") + cell(column))
    assert shown(table(*rows), styles) == [
        ["☑是 50m²", "框外\v框内", ""],
        ["套"],
        ["", "一", "二"],
        ["", "三", "四"],
        ["条", "列\v列", ""],
    ]


def test_a_document_in_one_file_is_read() -> None:
    flat = content(paragraph("甲"), name="document", attributes=f'office:mimetype="{MIME}"')
    source = read_source(f'<?xml version="1.0"?>{flat}'.encode(), "x")
    assert (source.medium, cells(source)) == ("odt", [["甲"]])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (packed({"mimetype": MIME, "content.xml": "<x/>", "META-INF/manifest.xml": "<m><encryption-data/></m>"}), "encrypted"),
        (packed({"mimetype": MIME, "content.xml": "<x>"}), "damaged"),
        (packed({"mimetype": MIME, "content.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "unsafe_xml"),
        (packed({"mimetype": MIME, "content.xml": " " * 70_000_000}), "too_large"),
        (packed_odt(table("".join(cell("a") for _ in range(101)))), "too_wide"),
        (packed_odt(table(cell("a") + cell("b", 'table:number-columns-repeated="16384"'))), "too_wide"),
        (packed_odt("<text:p>" * 5000 + "</text:p>" * 5000), "damaged"),
        (packed_odt("<text:p><draw:frame><draw:image/></draw:frame></text:p>"), "no_text_layer"),
    ],
)  # fmt: skip
def test_what_cannot_be_honoured_is_rejected(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_repetitions_without_end_are_bounded() -> None:
    repeated = table(cell("a") + cell("b")).replace(
        "<table:table-row>", '<table:table-row table:number-rows-repeated="99999">'
    )
    assert len(shown(repeated)) == 1000
    assert len(shown(paragraph("<text:s text:c='99999'/>甲"))[0][0]) == 1001
    deep = paragraph("底")
    for _ in range(40):
        deep = table(cell("甲") + cell(deep))
    assert len(shown(deep)) < 100
    lists = paragraph("底")
    for _ in range(60):
        lists = listed([lists])
    assert len(shown(lists)) <= 1
    circle = style("a", "", "b") + style("b", "", "a")
    assert shown(paragraph("甲", "a"), circle) == [["甲"]]


@pytest.mark.parametrize("anchor", ["paragraph", "char"])
@pytest.mark.parametrize(
    "box",
    [
        '<draw:frame text:anchor-type="{}"><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>',
        '<draw:custom-shape text:anchor-type="{}"><text:p>{}</text:p></draw:custom-shape>',
    ],
)
def test_a_box_that_floats_over_a_cell_is_read_where_the_cell_is_blank_else_said(box: str, anchor: str) -> None:
    box = box.format(anchor, "{}")
    rows = [
        cell("名称") + cell(paragraph(f"堤防{box.format('样表')}")),
        cell("数量") + cell(paragraph(box.format("≥3处"))),
        cell("质量") + cell(paragraph(f"≥95{box.replace(anchor, 'as-char').format('%')}")),
    ]
    source = read_source(packed_odt(table(*rows), ""), "x")
    assert cells(source) == [["名称", "堤防"], ["数量", "≥3处"], ["质量", "≥95\v%"]]
    assert said(source) == [("beside", "样表")]
