"""Which part of a file is the publication."""

from collections.abc import Sequence

from ingest.document.publication import publication
from ingest.forms import continues_form, is_form
from ingest.pipeline import read
from ingest.readers.text.reader import read_text
from ingest.source.blocks import Cell, Row, Source, assemble
from ingest.source.printed import texts_of
from tests.unit.test_delivery import table

FORM = [line.split("\t") for line in table().decode().splitlines()]
OTHER = [["收支总表"], ["单位：万元"], ["收入", "预算数"], ["一般公共预算", "1.00"]]
CONTINUED = [["续表"], ["水库管理", "2.00", "2.00", "", "", "", ""]]


def source(*pages: Sequence[Sequence[str]], medium: str = "xlsx") -> Source:
    rows = [Row(page, tuple(map(Cell, cells))) for page, lines in enumerate(pages, start=1) for cells in lines]
    return assemble("a", "0", medium, "utf-8", rows)


def kept(given: Source) -> list[str]:
    part = publication(given, texts_of(given), is_form, continues_form)
    assert all(part.text[line.span.start : line.span.end] in given.text for line in part.lines)
    return part.text.splitlines()


def lines(*pages: Sequence[Sequence[str]]) -> list[str]:
    return ["\t".join(cells) for page in pages for cells in page]


def test_other_tables_of_a_workbook_are_left_out() -> None:
    assert kept(source(OTHER, FORM, OTHER)) == lines(FORM)


def test_a_table_that_goes_on_is_kept_to_its_end() -> None:
    rest = [["堤围管理", "3.00", "3.00", "", "", "", ""]]
    assert kept(source(OTHER, FORM, CONTINUED, rest, OTHER)) == lines(FORM, CONTINUED, rest)


def test_what_stands_between_two_forms_is_kept() -> None:
    assert kept(source(FORM, OTHER, FORM)) == lines(FORM, OTHER, FORM)


def test_prose_and_distant_lines_above_are_left_out_and_notes_below_are_kept() -> None:
    prose = [["本部门职能" * 30], *([f"第{n}行"] for n in range(9))]
    notes = [[f"注：{n}"] for n in range(5)]
    above = [["第6行"], ["第7行"], ["第8行"]]
    page = source([*prose, ["发布时间：2024-02-01 来源：本网"], *FORM, ["扫一扫"], *notes], medium="html")
    assert kept(page) == lines(above, FORM, notes[:3])


def test_gaps_make_no_heading_long() -> None:
    below = FORM[1:]
    for title in (f"{FORM[0][0]}{' ' * 120}单位：万元", f"{FORM[0][0]}{'　' * 120}单位：万元"):
        assert kept(source([["本部门职能" * 30], [title], *below]))[0] == title.rstrip()


def test_lines_keep_their_numbers_pages_and_cells() -> None:
    given = source(OTHER, FORM)
    part = publication(given, texts_of(given), is_form, continues_form)
    assert [(line.number, line.page) for line in part.lines] == [(number, 2) for number in range(5, 5 + len(FORM))]
    assert [[part.text[slice(*cell)] for cell in line.cells] for line in part.lines] == FORM


def test_a_file_without_a_form_and_a_text_are_left_as_they_are() -> None:
    for given in (source(OTHER), source([["a"]]), source(), read_text(table() + b"\n\nnote", "a.txt")):
        assert publication(given, texts_of(given), is_form, continues_form) is given


def test_the_smallest_document_is_read_within_a_site_that_says_more_than_it() -> None:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>" for cells in FORM[3:])
    page = f"""<html><body><form><div>您好，今天是2025年3月1日 <a href=/>登录</a></div><div>佛山市民政局</div>
    <ul><li><a href=/>首页</a></li><li><a href=/>政务公开</a></li></ul><div>当前位置：首页 &gt; 信息公开 &gt; 预决算</div>
    <h1>{FORM[0][0]}</h1><div>发布时间：2025-03-01 10:00:00 来源：本网 字体：【大 中 小】 浏览次数：123</div>
    <p>{FORM[1][0]}</p><p>{FORM[2][0]}</p><table>{rows}</table><div>扫一扫在手机打开当前页</div>
    <div>主办单位：佛山市财政局 地址：佛山市禅城区 电话：12345</div><div>版权所有</div></form></body></html>"""
    reading = read(page.encode("gb18030"), "page")
    assert (reading.document.department_name, reading.document.budget_year) == ("佛山市民政局", 2024)
    assert [row.amount_printed for row in reading.funding] == ["1.00"]
    assert "财政局" not in reading.source.text


def test_a_form_that_is_one_only_together_stands_apart_from_the_prose_above_it() -> None:
    prose = "本部门贯彻落实党中央的方针政策和决策部署。" * 20
    money = "<tr><td>年度预算安排</td><td>年度资金</td><td>30.00</td></tr>"
    parts = "<tr><td></td><td>基本支出</td><td>10.00</td></tr><tr><td></td><td>项目支出</td><td>20.00</td></tr>"
    grid = "<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>"
    row = "<tr><td>产出指标</td><td>数量指标</td><td>补助人数</td><td>≥300人</td></tr>"
    page = (
        f"<p>第一部分 部门概况</p><p>{prose}</p><p>部门整体支出绩效目标表</p><p>（2020年度）</p><p>单位：万元</p>"
        f"<table><tr><td>预算部门</td><td>湛江市民政局</td><td></td></tr>{money}{parts}</table>"
        f"<p>全年目标</p><table>{grid}{row}</table>"
    )
    reading = read(f"<html><body>{page}</body></html>".encode(), "a.html")
    assert [row.item for row in reading.department_budget] == ["total", "basic", "project"]
    assert [row.indicator_name for row in reading.department_indicators] == ["补助人数"]
    assert reading.document.outside_characters == len(prose)
