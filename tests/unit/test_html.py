"""Web pages and what office programs save as such: what is shown of them, and what is not."""

import base64
import quopri
from contextlib import suppress

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.readers import read_source
from ingest.source.blocks import Source
from tests.unit.test_readers import cells, code_of, html

ROW = "<tr><td>项目<td>金额</tr>"


def source(body: str, style: str = "") -> Source:
    return read_source(f"<html><head><style>{style}</style></head><body>{body}</body></html>".encode(), "x")


@pytest.mark.parametrize(
    "style",
    [
        ".h{display:none}", "td.h { DISPLAY : none }", "#i{visibility:hidden}", "table .h{display:none!important}",
        "tr > td.h{display:none}", "p, .h{color:red;display:none}", "/* .x{} */ .h{mso-hide:all}", ".h{font-size:0}",
        "@media screen{.h{display:none}}", "@import url(x.css);.h{display:none}", "td{display:table-cell}.h{display:none}",
        "<!-- .h{display:none} -->", "@font-face{font-family:x}.h{display:none}",
        ".h[id]{display:none}", "td[class~='h'][id^=i]{display:none}", "td:nth-child(3){display:none}", "tr+tr td:last-child{}td:nth-child( 2n + 3 ){display:none}",
        "td.h{position:absolute;left:-9999px}", "td.h{text-indent:-9999px}", ".h{color:#FFF}", "table{background:#eee url(x.png);background:navy}.h{color:navy}",
    ],
)  # fmt: skip
def test_what_style_sheets_hide_is_not_read_and_said(style: str) -> None:
    found = source(f"<table>{ROW}<tr><td>甲<td>1.00<td class='g h' id=i>隐藏的数</table>", style)
    assert [row[:2] for row in cells(found)] == [["项目", "金额"], ["甲", "1.00"]]
    assert {cell for row in cells(found) for cell in row[2:]} <= {""}
    assert [(notice.code, notice.printed) for notice in found.notices] == [("hidden", "隐藏的数")]


@pytest.mark.parametrize(
    "style",
    [
        ".x{display:none}", "div .h{display:none}", "div > table .h{display:none}", "@media print{.h{display:none}}", ".h{display:none}td.h{display:table-cell}",
        ".h:hover{display:none}", ".h + td{display:none}", "table > .h{display:none}", ".h{display:block", "h{display:none}",
        ".h[x]{display:none}", ".h[id=j]{display:none}", ".h:nth-child(2){display:none}", "td:not(.x){display:none}", "@supports(display:grid){.h{display:none}}", ".h{}" * 10 + "}}}{{{", ".h.g2{display:none}",
    ],
)  # fmt: skip
def test_what_style_sheets_say_of_others_hides_nothing(style: str) -> None:
    assert cells(
        source("<table><tr><td>项目<td>金额<td>注<tr><td>甲<td>1.00<td class='g h' id=i>看得见</table>", style)
    )[1] == ["甲", "1.00", "看得见"]


def test_what_appears_on_loading_and_what_only_loses_its_gaps_is_read() -> None:
    body = "<div class=gaps><table><tr><td>项目<td>金额</table></div><p class=fade>渐显</p>"
    assert cells(source(body, ".gaps{font-size:0}td{font-size:14px}.fade{opacity:0}")) == [["项目", "金额"], ["渐显"]]


def test_an_own_style_outweighs_the_sheet() -> None:
    body = "<table><tr><td>a<td class=h style='display:table-cell'>b<td class=i style='display:table-cell'>c</table>"
    assert cells(source(body, ".h{display:none}.i{display:none !important}")) == [["a", "b"]]


def test_deleted_and_struck_text_is_not_read_and_said() -> None:
    found = source(
        "<table><tr><td>甲<td><del>10</del>20<td><s>30</s>40<td><span style='text-decoration: line-through'>50</span>60"
        "<tr style='display:none'><td>删去的行<td>1<tr><td>乙<td>1<td>2<td>3<tr hidden><td>末行</table><p>总<strike>旧</strike>新</p>"
    )
    assert cells(found) == [["甲", "20", "40", "60"], ["乙", "1", "2", "3"], ["总新"]]
    assert [notice.printed for notice in found.notices] == ["10；30；50", "删去的行1；末行"]


def test_tables_that_only_a_click_shows_are_named() -> None:
    hidden = f"<div style='display:none'><table>{ROW * 3}</table></div>"
    assert code_of(f"<html><p>项目支出绩效目标表</p>{hidden}".encode()) == "hidden"
    assert html(f"<table>{ROW}</table>{hidden}") == [["项目", "金额"]]
    assert html(f"<p>见附件<a href=a.xlsx>绩效.xlsx</a>，共一份，请点击查看</p>{hidden}") == [
        ["见附件绩效.xlsx，共一份，请点击查看"]
    ]


def test_tables_may_be_made_of_any_elements() -> None:
    row = "<div class=r><div class=c>{}</div><span class=c>{}</span></div>"
    body = f"<div class=t><div class=g>{row.format('项目', '金额')}</div>{row.format('甲', '<p>1.00</p>')}<div class=c>单元</div><div style='display:table-caption'>标题</div></div><p>注</p>"
    style = ".t{display:table}.g{display:table-header-group}.r{display:table-row}.c{display:table-cell}"
    assert cells(source(body, style)) == [["项目", "金额"], ["甲", "1.00"], ["单元"], ["标题"], ["注"]]


def test_rows_that_stand_in_no_table_are_those_of_one() -> None:
    row = "<div class=r><div class=c>{}</div><div class=c>{}</div></div>"
    style = ".t{display:table}.r{display:table-row}.c{display:table-cell}"
    rows = row.format("项目", "金额") + row.format("甲", "1.00")
    read = [["项目", "金额"], ["甲", "1.00"]]
    for body in (f"<div>{rows}</div>", f"<table><tr><td><div>{rows}</div></td></tr></table>"):
        assert cells(source(f"{body}<p>注</p>", style)) == [*read, ["注"]]
    assert cells(source(f"<div class=t><div>{rows}</div></div>", style)) == read


def test_links_in_a_column_leave_a_table_a_table_and_menus_are_none() -> None:
    link = "<a href=x.html>某单位的部门预算公开表格汇总的链接</a>"
    assert html(f"<table><tr><td>序号<td>名称<td>金额<tr><td>1<td>{link}<td>5</table>") == [
        ["序号", "名称", "金额"],
        ["1", "某单位的部门预算公开表格汇总的链接", "5"],
    ]
    assert html(f"<table><tr><td>{link}<td>{link}<tr><td>{link}<td>&gt;</table><p>a</p>") == [["a"]]


def test_symbols_boxes_and_raised_numbers_are_what_they_show() -> None:
    body = (
        "<table><tr><td><font face='Wingdings 2'>R</font>是 <span style='font-family:\"Wingdings 2\"'>£<b>R</b></span>否"
        '<td><span style="font-family: Symbol">&#179;</span>95%<td><input type=checkbox checked>有<input type=radio>无'
        "<td>50m<sup>2</sup><td><input value='12.00'><input type=hidden value=x><textarea>说明</textarea>"
        "<select><option>甲<option selected>乙</select><td><ruby>汉<rt>han</rt></ruby></table><input value='搜索'>"
    )
    assert html(body) == [["☑是 ☐☑否", "≥95%", "☑有☐无", "50m²", "12.00说明乙", "汉"]]


def test_spans_down_to_the_end_and_columns_nested_in_a_cell() -> None:
    assert html("<table><tr><td rowspan=0>a<td>b<td>x<tr><td>c<td>y<tr><td>d<td>z</table>") == [
        ["a", "b", "x"],
        ["", "c", "y"],
        ["", "d", "z"],
    ]
    column = "<table><tr><td>一、清淤</td></tr><tr><td>二、养护</td></tr></table>"
    assert html(f"<table><tr><td>目标<td>{column}<tr><td>末<td>乙</table>") == [
        ["目标", "一、清淤\v二、养护"],
        ["末", "乙"],
    ]
    assert html("<table><form><tr><td>a<td>b</tr></form></table>") == [["a", "b"]]


def test_tables_side_by_side_in_cells_keep_columns_of_their_own() -> None:
    long, annual = (f"<table><tr><td>指标<td>值<tr><td>面积<td>{value}</table>" for value in ("12万亩", "4万亩"))
    assert html(f"<table><tr><td>甲<td>乙<tr><td>{long}<td>说明{annual}</table>") == [
        ["甲", "乙"],
        ["指标", "值"],
        ["面积", "12万亩"],
        ["说明"],
        ["", "指标", "值"],
        ["", "面积", "4万亩"],
    ]
    assert html(f"<table><tr><td>目录<td>{annual}</table>") == [["目录"], ["指标", "值"], ["面积", "4万亩"]]


def test_columns_that_a_workbook_hides_are_not_read_and_said() -> None:
    columns = "<col width=9><col width=0 style='display:none;mso-width-source:userset'><col span=2>"
    found = source(f"<table>{columns}<tr><td>项目<td>隐<td>金额<td>注<tr><td>甲<td>9.00<td>1.00<td></table>")
    assert cells(found) == [["项目", "金额", "注"], ["甲", "1.00", ""]]
    assert [notice.printed for notice in found.notices] == ["隐", "9.00"]


def test_numbers_of_lists_are_printed_as_a_browser_does() -> None:
    items = "<li>清淤<li value=5>养护<li>验收"
    body = f"<table><tr><td>目标<td><ol>{items}</ol><td><ol type=a start=2>{items}</ol><td><ol style='list-style: none'>{items}</ol><td><ul>{items}</ul></table>"
    assert html(body) == [["目标", "1. 清淤\v5. 养护\v6. 验收", "b. 清淤\ve. 养护\vf. 验收", *["清淤\v养护\v验收"] * 2]]
    assert html(f"<ol>{items}</ol>") == [["1. 清淤"], ["5. 养护"], ["6. 验收"]]


def mail(*parts: tuple[str, str, str], kind: str = "multipart/related") -> bytes:
    """A mail of parts: their place, encoding and content."""
    encoders = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring, "8bit": bytes}
    pieces = [f'MIME-Version: 1.0\r\nContent-Type: {kind};\r\n\tboundary="----=_b"\r\n\r\n预览\r\n'.encode()]
    for place, encoding, page in parts:
        head = f'------=_b\r\nContent-Location: {place}\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n'
        pieces.append(head.encode() + encoders[encoding](page.encode()) + b"\r\n")
    return b"".join(pieces) + b"------=_b--\r\n"


PAGE = f"<html><body><p>标题</p><table>{ROW}<tr><td>甲<td>1.00</table></body></html>"
READ = [["标题"], ["项目", "金额"], ["甲", "1.00"]]


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
def test_pages_in_a_mail_are_read_however_they_are_encoded(encoding: str) -> None:
    data = mail(("file:///a.htm", encoding, PAGE), ("file:///header.htm", encoding, "<html><p>页眉</p>"))
    found = read_source(data, "x.doc")
    assert (found.medium, cells(found)) == ("html", READ)
    assert cells(read_source(data.replace(b"\r\n", b"\n"), "x")) == READ


def test_sheets_of_a_workbook_in_a_mail_are_pages() -> None:
    frames = "<html><frameset><frame src=s1.htm><frame src=t/tabstrip.htm></frameset></html>"
    data = mail(
        ("file:///a.htm", "8bit", frames),
        ("file:///t/tabstrip.htm", "8bit", "<html>签"),
        ("file:///s1.htm", "base64", PAGE),
        ("file:///s2.htm", "8bit", "<html><p>二"),
    )
    found = read_source(data, "x.xls")
    assert (cells(found), found.pages) == ([*READ, ["二"]], 2)


@pytest.mark.parametrize(
    "data",
    [
        mail(),
        mail(("a", "8bit", "")),
        b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nno parts",
        mail(("a", "8bit", PAGE)).replace(b"text/html", b"text/plain"),
        b"MIME-Version: 1.0\n" + b"".join(b'Content-Type: multipart/related; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000)),
        mail(("a", "base64", PAGE)).replace(b"base64\r\nContent-Type: text/html; charset=\"utf-8\"", b"\xff\xfe\r\nContent-Type: text/html; charset=\"\xff\""),
    ],
)  # fmt: skip
def test_mails_that_hold_no_page_or_harm_are_refused_or_read(data: bytes) -> None:
    with suppress(DocumentRejected):
        assert read_source(data, "x").medium == "html"


def test_a_row_whose_other_columns_are_covered_from_above_is_a_row() -> None:
    head = "<tr><th>项目<th>金额<th>指标</tr>"
    body = (
        "<tr><td rowspan=3>甲<td rowspan=3>9.00<td>一</tr><tr><td>二</tr><tr><td>三</tr><tr><td>乙<td>1.00<td>四</tr>"
    )
    rows = [["甲", "9.00", "一"], ["", "", "二"], ["", "", "三"], ["乙", "1.00", "四"]]
    assert html(f"<table>{head}{body}</table>") == [["项目", "金额", "指标"], *rows]
    hidden = "<table><tr><td rowspan=3>甲<td>1</tr><tr style='display:none'><td>2</tr><tr><td>3</tr></table>"
    assert html(hidden) == [["甲", "1"], ["", "3"]]


def test_a_cell_ends_with_its_group_and_groups_stand_in_their_order() -> None:
    group = "<tbody><tr><td rowspan=3>甲<td>1</tr></tbody><tbody><tr><td>乙<td>2</tr></tbody>"
    assert html(f"<table>{group}</table>") == [["甲", "1"], ["乙", "2"]]
    foot, head = "<tfoot><tr><td>合计<td>3</tr></tfoot>", "<thead><tr><th>项目<th>金额</tr></thead>"
    assert html(f"<table>{foot}{head}{group}</table>") == [["项目", "金额"], ["甲", "1"], ["乙", "2"], ["合计", "3"]]


def test_groups_of_one_row_end_no_cell_where_only_so_all_rows_are_as_wide() -> None:
    rows = [
        "<td rowspan=2>甲<td rowspan=2>9<td>一",
        "<td>二",
        "<td rowspan=3>乙<td rowspan=3>8<td>三",
        "<td>四",
        "<td>五",
    ]
    body = "".join(f"<tbody><tr>{row}</tr></tbody>" for row in rows)
    expected = [["甲", "9", "一"], ["", "", "二"], ["乙", "8", "三"], ["", "", "四"], ["", "", "五"]]
    assert html(f"<table><thead><tr><th>项目<th>金额<th>指标</thead>{body}</table>") == [
        ["项目", "金额", "指标"],
        *expected,
    ]
    assert html(f"<table>{body}<tbody><tr><td>六</tbody></table>")[1] == ["二"]


@pytest.mark.parametrize(
    "style",
    [".r{display:flex}", ".r{display:inline-flex}", ".t{display:grid} .r{display:contents}", ".r{display:grid}"],
)
def test_rows_of_flexible_boxes_are_a_table(style: str) -> None:
    rows = "".join(f"<div class=r><span>{name}</span><span>{amount}</span></div>" for name, amount in READ[1:])
    source_ = source(f"<div class=t>{rows}</div><p>后</p>", style)
    assert cells(source_) == [*READ[1:], ["后"]]


def test_flexible_boxes_that_are_no_rows_are_lines() -> None:
    stacked = "<div class=r><span>甲</span><span>1.00</span></div><div class=r><span>乙</span><span>2.00</span></div>"
    assert cells(source(stacked, ".r{display:flex;flex-direction:column}")) == [["甲"], ["1.00"], ["乙"], ["2.00"]]
    assert cells(source("<div style='display:flex'><b>甲</b><b>乙</b></div>")) == [["甲"], ["乙"]]
    assert cells(source("<b style='display:block'>甲</b><b style='display:block'>乙</b>")) == [["甲"], ["乙"]]


@pytest.mark.parametrize(
    ("shown", "named"),
    [
        ('<img src="a.png" title="项目支出绩效目标表（1）.jpg">', "项目支出绩效目标表（1）.jpg"),
        ("<img src='/w/%E7%BB%A9%E6%95%88%E8%87%AA%E8%AF%84%E8%A1%A82.png' alt=' '>", "绩效自评表2.png"),
    ],
)
def test_a_page_of_pictures_that_are_called_as_forms_says_so(shown: str, named: str) -> None:
    page = f"<html><body><h1>梅州市林业局2024年项目支出绩效目标表</h1>{shown}<img src='logo.png'></body></html>"
    with pytest.raises(
        DocumentRejected, match=f"shows its forms as pictures, which it does not hold: {named};"
    ) as told:
        read(page.encode(), "page.html")
    assert told.value.code == "unknown_form"


def test_other_pictures_are_no_forms() -> None:
    page = "<html><body><p>通知</p><a href='b.pdf'>附件.pdf</a><img src='a.png' title='局领导调研'></body></html>"
    with pytest.raises(DocumentRejected, match="names an attachment"):
        read(page.encode(), "page.html")
