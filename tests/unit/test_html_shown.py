"""What a page shows otherwise than as its text: what style sheets print, small numbers above the line, boxes as tables."""

import pytest

from ingest.readers import read_source
from tests.unit.test_html import source
from tests.unit.test_readers import cells

ROW = "<tr><td>项目<td>数</tr>"


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ('.n:before{content:"≥"}.n::after{content:"%"}', "≥95%"),
        (".n::before{content:'\\2265 '}", "≥95"),
        (".n::after{content:attr(data-u)}", "95个"),
        ('.n::after{content:" " attr( data-u ) ";"}', "95 个;"),
        ('td.n[data-u]::after{content:"个"}.n:after{content:"次" !important}', "95次"),
        ('.n::before{content:"\\f101";font-family:Icons}', "95"),
        (".n::before{content:counter(x)}.n::after{content:url(x.png)}", "95"),
        ('.n::after{content:"隐";display:none}.m::after{content:"无"}', "95"),
    ],
)  # fmt: skip
def test_what_a_style_sheet_prints_beside_a_text_is_read(style: str, shown: str) -> None:
    assert cells(source(f"<table>{ROW}<tr><td>甲<td class=n data-u=个>95</table>", style))[1] == ["甲", shown]


def test_numbers_above_the_line_are_such() -> None:
    body = f"<table>{ROW}<tr><td style='vertical-align:super'>10m<span style='vertical-align:super'>2</span><td class=u>x<i>3</i></table>"
    assert cells(source(body, ".u i{vertical-align:super}"))[1] == ["10m²", "x³"]


@pytest.mark.parametrize(("alt", "shown"), [("5", "95%"), ("≥9.5", "9≥9.5%"), ("图标", "9%"), ("", "9%")])
def test_a_picture_of_a_number_is_that_number(alt: str, shown: str) -> None:
    assert cells(source(f"<table>{ROW}<tr><td>甲<td>9<img src=5.gif alt='{alt}'>%</table>"))[1] == ["甲", shown]


def test_white_text_is_read_on_a_ground_and_where_a_sheet_of_another_file_may_set_one() -> None:
    table = f"<table>{ROW}<tr><td>甲<td{{}}><span style='color:white'>95</span></table>"
    assert cells(source(table.format(" bgcolor=#000080")))[1] == ["甲", "95"]
    assert cells(source(table.format(" style='background:url(x.png)'")))[1] == ["甲", "95"]
    assert cells(source(table.format("")))[1] == ["甲"] or cells(source(table.format("")))[1] == ["甲", ""]
    assert cells(source("<link rel=stylesheet href=x.css>" + table.format("")))[1] == ["甲", "95"]
    inner = "<td style='color:white'><span style='color:black'>95</span>"
    assert cells(source(f"<table>{ROW}<tr><td>甲{inner}</table>"))[1] == ["甲", "95"]


@pytest.mark.parametrize(
    "style", [".c{display:inline-block;width:50%}", ".r{overflow:hidden}.c{float:left}", ".c{display:table-cell}"]
)
def test_boxes_side_by_side_are_rows(style: str) -> None:
    rows = "".join(
        f"<div class=r><div class=c>{one}</div><div class=c>{other}</div></div>"
        for one, other in (("项目", "数"), ("甲", "95"))
    )
    table = f"<div style='display:table'>{rows}</div>" if "table" in style else f"<div>{rows}</div>"
    assert cells(source(table, style + ".r{display:table-row}" * ("table" in style))) == [["项目", "数"], ["甲", "95"]]


def test_cells_without_a_row_are_one_row() -> None:
    assert cells(source("<table><td>项目<td>数<tr><td>甲<td>95</table>")) == [["项目", "数"], ["甲", "95"]]
    boxes = "<p style='display:table'><b style='display:table-cell'>甲</b><b style='display:table-cell'>95</b></p>"
    assert cells(source(boxes)) == [["甲", "95"]]


def test_a_text_that_keeps_its_lines_keeps_them() -> None:
    assert cells(source("<pre>项目\t数\n甲\t95</pre>")) == [["项目", "数"], ["甲", "95"]]
    assert cells(source(f"<table>{ROW}<tr><td>甲<td style='white-space:pre-line'>一\n二</table>"))[1] == [
        "甲",
        "一\v二",
    ]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_page_in_utf_16_needs_no_mark(encoding: str) -> None:
    page = f"<html><head><meta charset=utf-8></head><body><table>{ROW}<tr><td>甲<td>95</table></body></html>"
    assert cells(read_source(page.encode(encoding), "x")) == [["项目", "数"], ["甲", "95"]]
