"""Pages: titles, dates, attachments, lists, what leads on, what says 200 for nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest

from jixiao.commands.fetch.page import read_page
from jixiao.commands.fetch.told import Failure

HERE = "http://www.a.test/zw/ys/index.html"


def page(html: str, encoding: str = "utf-8") -> bytes:
    return f"<html><body>{html}</body></html>".encode(encoding)


@pytest.mark.parametrize(
    ("html", "day"),
    [
        ('<meta name="PubDate" content="2024-02-19 10:00:00">', date(2024, 2, 19)),
        ("<p>发布日期：2024年2月9日</p>", date(2024, 2, 9)),
        ("<span>发布时间</span>：<b>2024/02/09</b> 10:00", date(2024, 2, 9)),
        ("<p>[发布日期] 2024.2.9</p>", date(2024, 2, 9)),
        ("<p>日期：2024-02-09  来源：财政局</p>", date(2024, 2, 9)),
        ("<p>发布日期：2024-02-09 成文日期：2024-01-05</p>", date(2024, 2, 9)),
        ('<meta name="PubDate" content="2024-02-19"><p>发布日期：2024-02-19</p>', date(2024, 2, 19)),
        ('<meta name="PubDate" content="2024-02-19"><p>发布日期：2024-02-20</p>', None),
        ("<p>发布日期：2024-02-09</p><p>发布日期：2024-03-09</p>", None),
        ("<p>截至2024年2月9日</p>", None),
        ("<p>发布日期：2024-13-09</p>", None),
        ("<p>发布日期：1824-02-09</p>", None),
        (f"<p>发布日期：{(datetime.now(UTC) + timedelta(days=9)).date()}</p>", None),
    ],
)
def test_a_day_of_publication_is_one_that_the_page_says(html: str, day: date | None) -> None:
    assert read_page(page(html), HERE).published_on == day


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ('<meta name="ArticleTitle" content="甲"><h1>乙</h1>', "甲"),
        ("<title>丙_财政局</title><h1>乙</h1>", "乙"),
        ("<title>丙</title><h1>甲</h1><h1>乙</h1>", "丙"),
        ("<h1>=cmd()\n 乙\u202e</h1>", "cmd() 乙"),
        ("<p>无</p>", ""),
    ],
)
def test_a_title(html: str, title: str) -> None:
    assert read_page(page(html), HERE).title == title


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_charset_that_is_a_lie_does_not_matter(encoding: str) -> None:
    html = '<meta charset="iso-8859-1"><h1>某局部门预算公开说明及其附件</h1><a href="表.xls">附件</a>'
    found = read_page(page(html, encoding), HERE)
    assert found.title == "某局部门预算公开说明及其附件"
    assert [link.address for link in found.files] == ["http://www.a.test/zw/ys/%E8%A1%A8.xls"]


@pytest.mark.parametrize(
    ("html", "files"),
    [
        ('<a href="x.pdf">一</a><a href="x.PDF?v=1">二</a>', [("x.pdf", True), ("x.PDF?v=1", True)]),
        ('<a href="/download.jsp?id=3">三</a>', [("/download.jsp?id=3", True)]),
        ('<a href="/attach/73">预算</a>', [("/attach/73", True)]),
        ('<a href="/f/73">附件1：绩效目标表</a>', [("/f/73", False)]),
        ('<a href="/f/73">绩效目标表.xlsx</a>', [("/f/73", True)]),
        ('<a href="/f/73" download>表</a>', [("/f/73", True)]),
        ('<iframe src="/pdf/web/viewer.html?file=%2Fx%2Fy.pdf"></iframe>', [("/x/y.pdf", True)]),
        ('<embed src="x.ofd"><object data="y.pdf"></object>', [("x.ofd", True), ("y.pdf", True)]),
        ('<base href="/up/"><a href="x.zip">x</a>', [("/up/x.zip", True)]),
        ('<a href="x.pdf">一</a><a href="x.pdf#page=2">一</a>', [("x.pdf", True)]),
        (
            '<a href="/download/index.html">办事</a><a href="t.html">预算</a><a href="#">附件</a><a href="javascript:x()">附件</a>',
            [],
        ),
    ],
)
def test_attachments(html: str, files: list[tuple[str, bool]]) -> None:
    found = read_page(page(html), HERE).files
    made = [
        (f"http://www.a.test{'' if name.startswith('/') else '/zw/ys/'}{name}", is_named) for name, is_named in files
    ]
    assert [(link.address, link.is_named) for link in found] == made


def test_a_list_leads_to_its_pages_and_to_what_it_lists() -> None:
    links = {
        "index_1.html": "2", "index_2.html": "下一页", "index_3.html": "尾页", "./202402/t1.html": "甲局",
        "/art/2.html": "乙局部门预算", "/art/3.html": "天气", "http://a.test/art/4.html": "绩效目标",
        "http://b.test/5.html": "预算", "/zw/index.html": "政务", "x.pdf": "预算",
    }  # fmt: skip
    found = read_page(page("".join(f'<a href="{href}">{text}</a>' for href, text in links.items())), HERE)
    assert [address.rpartition("/")[2] for address in found.more] == ["index_1.html", "index_2.html"]
    below = [address.rpartition("/")[2] for address in found.articles]
    assert below == ["index_1.html", "index_2.html", "index_3.html", "t1.html", "2.html", "4.html"]


@pytest.mark.parametrize(
    ("content", "to"),
    [
        ("0;url=b.html", "b.html"),
        ("3; URL='b.html'", "b.html"),
        ("0, b.html", "b.html"),
        ("300;url=b.html", None),
        ("5", None),
    ],
)
def test_where_a_page_leads_by_itself(content: str, to: str | None) -> None:
    found = read_page(page(f'<meta http-equiv="REFRESH" content="{content}">'), HERE).refresh
    assert found == (to and f"http://www.a.test/zw/ys/{to}")


@pytest.mark.parametrize(
    ("html", "is_lost"),
    [
        ("<title>404</title>", True),
        ("<p>抱歉，您访问的页面不存在或已被删除</p>", True),
        ("<title>Not Found</title><p>nginx</p>", True),
        ("<p>拨款 404 万元，" + "完成年度任务" * 40 + "</p>", False),
        ("<p>拨款 1404.50 万元</p>", False),
        ("<title>预算</title><p>404</p><a href='x.pdf'>附件</a>", False),
        (f"<title>预算</title><p>已删除的项目{'预算说明' * 500}</p>", False),
    ],
)
def test_a_page_that_says_there_is_nothing(html: str, is_lost: bool) -> None:
    assert read_page(page(html), HERE).is_lost == is_lost


@pytest.mark.parametrize("data", [b"<html>" + b"<div>" * 100_000, b"\xff\xfe\xff", b"<html>\x00\x81\xff" * 50])
def test_a_page_that_cannot_be_read_is_told(data: bytes) -> None:
    try:
        read_page(data, HERE)
    except Failure as failure:
        assert "cannot be read" in str(failure)
