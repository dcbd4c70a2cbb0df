"""Readers of Word documents and web pages: what their hard cases are read as."""

import io

import pytest
from docx import Document as new_document

from ingest.readers import read_source
from tests.unit.test_readers import cells, code_of, html, paragraph, run, word


def test_word_tables_stand_among_paragraphs_with_spans_resolved() -> None:
    document = new_document()
    document.add_paragraph("标题")
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "a"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "b"
    for place, text in {(1, 1): "c", (1, 2): "d\ne", (2, 0): "f", (2, 2): "g"}.items():
        table.cell(*place).text = text
    document.add_paragraph("注")
    out = io.BytesIO()
    document.save(out)
    assert cells(read_source(out.getvalue(), "x")) == [
        ["标题"],
        ["a", "b", ""],
        ["", "c", "d\ve"],
        ["f", "", "g"],
        ["注"],
    ]


def test_word_tracked_changes_are_read_as_accepted() -> None:
    body = (
        f"<w:p>{run('预算')}<w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins>{run('20')}</w:ins>"
        f"<w:moveFrom>{run('x')}</w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r>{run('万元')}</w:p>"
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{paragraph('c')}</w:tc><w:tc>{paragraph('d')}</w:tc></w:tr></w:tbl>"
    )
    assert cells(read_source(word(body), "x")) == [["预算20万元"], ["c", "d"]]


def test_word_nested_tables_follow_in_place_and_text_boxes_behind_their_paragraph() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('c')}</w:tc><w:tc>{paragraph('d')}</w:tc></w:tr></w:tbl>"
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('box')}</w:txbxContent></w:pict></w:r>"
    body = (
        f"<w:p>{run('a')}{box}</w:p><w:sdt><w:sdtContent>{paragraph('in a control')}</w:sdtContent></w:sdt>"
        f"<w:tbl><w:tr><w:tc>{paragraph('b')}</w:tc><w:tc>{inner}<w:p/></w:tc></w:tr>"
        f"<w:tr><w:tc>{paragraph('e')}</w:tc><w:tc>{paragraph('f')}</w:tc></w:tr></w:tbl>"
    )
    assert cells(read_source(word(body), "x")) == [
        ["a"], ["box"], ["in a control"], ["b"], ["", "c", "d"], ["e", "f", ""],
    ]  # fmt: skip


def test_word_breaks_columns_before_a_row_and_pages() -> None:
    shifted = f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr><w:tc>{paragraph('b')}</w:tc><w:tc>{paragraph('c')}</w:tc></w:tr>"
    body = (
        "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>"
        f"<w:tbl><w:tblPr/><w:tblGrid/>{shifted}</w:tbl><w:p><w:r><w:lastRenderedPageBreak/><w:t>d</w:t></w:r></w:p>"
    )
    source = read_source(word(body), "x")
    assert cells(source) == [["a\vb c"], ["", "b", "c"], ["d"]]
    assert [line.page for line in source.lines] == [1, 1, 2]


def test_word_spans_and_depths_beyond_any_form_are_refused() -> None:
    wide = f"<w:tr><w:tc><w:tcPr><w:gridSpan w:val='99999'/></w:tcPr>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>"
    assert code_of(word(f"<w:tbl>{wide}</w:tbl>")) == "too_wide"
    assert code_of(word("<w:p>" * 5000 + "</w:p>" * 5000)) == "damaged"


def test_html_spans_breaks_entities_and_unclosed_cells() -> None:
    body = """<table><caption>标题</caption><thead><tr><th rowspan=2>a<th colspan="2">b</tr></thead>
    <tr><td>c<br/>d<td><p>e</p><p>f &lt;5%</p></tr><tr><td>1&nbsp;000<td>&ldquo;两
    委&rdquo;<td> g </table>"""
    assert html(body) == [["标题"], ["a", "b", ""], ["c\vd", "e\vf <5%", ""], ["1\xa0000", "“两 委”", "g"]]


def test_html_is_read_without_scripts_styles_hidden_text_and_links() -> None:
    body = """<script>x</script><style>y</style><nav>z</nav><div style="DISPLAY: none">hidden</div><!-- 合计 -->
    <ul><li><a href=/a>首页</a><li><a href=/b>公开</a></ul><h1>标题</h1><div>正文<a href=/c>链接</a>在内的一段话</div>
    <table><tr><td><a href=/1>上一篇的标题</a><td><a href=/2>下一篇的标题</a></table><footer>版权</footer>"""
    assert html(body) == [["标题"], ["正文链接在内的一段话"]]


def test_html_layout_tables_are_not_tables() -> None:
    inner = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    body = (
        f"<table><tr><td>left</td><td><p>标题</p>{inner}<p>below</p></td></tr><tr><td><p>e</p>f<br>g</td></tr></table>"
    )
    assert html(body) == [["left"], ["标题"], ["a", "b"], ["c", "d"], ["below"], ["e"], ["f"], ["g"]]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", ""),
        ("utf-8", "gb2312"),
        ("utf-8-sig", "gb2312"),
        ("gb18030", "gb2312"),
        ("gb18030", "GBK"),
        ("gb18030", ""),
        ("gb18030", "utf-8"),
        ("gb18030", "iso-8859-1"),
        ("big5", "big5"),
        ("utf-16", "utf-8"),
    ],
)
def test_html_encodings_are_found_though_the_declaration_lies(encoding: str, declared: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    assert html("<p>廣州市部門預算</p>", encoding, head) == [["廣州市部門預算"]]


def test_html_with_one_cut_character_is_read_and_with_many_refused() -> None:
    page = ("<html><p>" + "预算" * 1000).encode("gb18030")
    (row,) = cells(read_source(page[:-1] + b"</p>", "x"))
    assert row[0].startswith("预算预算")
    assert row[0].count("\ufffd") == 1
    assert code_of(b"<html><p>" + b"\xff\xfe\xff" * 100) == "encoding"


def test_html_that_never_ends_is_refused_or_read_within_bounds() -> None:
    assert code_of(b"<html>" + b"<div>" * 50_000) == "damaged"
    assert code_of(b"<html><p>" + b"x" * 11_000_000) == "damaged"
    assert code_of(b"<table>" + b"<tr><td rowspan=65534 colspan=40>x<td>y" * 500) == "too_wide"
    assert html("<table><tr><td rowspan=65534>a<td colspan=0>b</table>") == [["a", "b"]]
