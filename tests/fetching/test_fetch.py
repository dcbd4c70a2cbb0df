"""What a run brings, and what a second one asks."""

import csv
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from jixiao.commands.fetch.journal import FetchRunning, open_journal
from jixiao.commands.fetch.sources import Source
from tests.fetching.conftest import files, run_fetch
from tests.fetching.server import Resource, Site

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
ARTICLE = """<html><head><title>{title}_某市财政局</title><meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="2024-02-19 10:00"></head><body><h1>{title}</h1><p>发布日期：2024年2月19日</p>{links}</body></html>"""


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def article(site: Site, path: str, title: str, *links: tuple[str, str], encoding: str = "utf-8") -> None:
    shown = "".join(f'<p><a href="{href}">{text}</a></p>' for href, text in links)
    site.page(path, ARTICLE.format(title=title, links=shown), encoding)


def test_a_file_arrives_with_its_provenance(site: Site, tmp_path: Path) -> None:
    site.file("/a/P0201.pdf", PDF, "application/pdf")
    article(site, "/a/t1.html", "某局2024年部门预算", ("P0201.pdf", "附件"))
    report = run_fetch(tmp_path, [Source(site.url("/a/t1.html"), "广州市", "某局", "2024")])
    ((name, data),) = files(tmp_path).items()
    assert (data, report.told) == (PDF, {"new": [name]})
    (row,) = rows(tmp_path, "documents.csv")
    when = row.pop("fetched_at")
    assert when.endswith("Z") and len(when) == 20
    assert row == {
        "file": name,
        "city": "广州市",
        "department": "某局",
        "year": "2024",
        "url": site.url("/a/P0201.pdf"),
        "published_on": "2024-02-19",
        "page_url": site.url("/a/t1.html"),
        "page_title": "某局2024年部门预算",
    }
    (kept,) = [row for row in rows(tmp_path, "fetched.csv") if row["kind"] == "file"]
    assert (kept["status"], kept["type"], kept["size"]) == ("200", "application/pdf", str(len(PDF)))
    assert kept["etag"] and kept["sha256"]


def test_an_unchanged_site_sends_nothing_again(site: Site, tmp_path: Path) -> None:
    site.file("/a/x.pdf", PDF)
    article(site, "/a/t1.html", "预算", ("x.pdf", "附件"))
    run_fetch(tmp_path, [site.url("/a/t1.html")])
    before, sent = (tmp_path / "documents.csv").read_bytes(), site.sent
    report = run_fetch(tmp_path, [site.url("/a/t1.html")])
    assert report.count("unchanged") == 1 == len(report.told)
    assert site.sent - sent == len(b"<h1>404</h1>")  # robots.txt
    assert (tmp_path / "documents.csv").read_bytes() == before


def test_a_day_of_change_is_enough_to_ask_with(site: Site, tmp_path: Path) -> None:
    day = "Mon, 19 Feb 2024 02:00:00 GMT"

    def dated(handler: BaseHTTPRequestHandler) -> None:
        is_same = handler.headers.get("If-Modified-Since") == day
        handler.send_response(304 if is_same else 200)
        handler.send_header("Last-Modified", day)
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(b"" if is_same else PDF)

    site.raw["/x.pdf"] = dated
    reports = [run_fetch(tmp_path, [site.url("/x.pdf")]) for _ in range(3)]
    assert [list(report.told) for report in reports] == [["new"], ["unchanged"], ["unchanged"]]
    rules = len(b"<h1>404</h1>")  # of robots.txt
    assert [report.received - rules for report in reports] == [len(PDF), 0, 0]
    (row,) = rows(tmp_path, "fetched.csv")
    assert (row["status"], row["last_modified"], row["size"]) == ("304", day, str(len(PDF)))


def test_a_changed_file_takes_the_name_and_the_earlier_one_is_kept(site: Site, tmp_path: Path) -> None:
    site.file("/x.pdf", PDF)
    run_fetch(tmp_path, [site.url("/x.pdf")])
    ((name, _),) = files(tmp_path).items()
    site.file("/x.pdf", PDF + b"%corrected")
    report = run_fetch(tmp_path, [site.url("/x.pdf")])
    assert report.told == {"changed": [name]}
    assert files(tmp_path) == {name: PDF + b"%corrected"}
    (earlier,) = (tmp_path / ".earlier").rglob("*.pdf")
    assert earlier.read_bytes() == PDF
    outcomes = {(row["outcome"], row["file"]) for row in rows(tmp_path, "fetched.csv")}
    assert outcomes == {("changed", name), ("replaced", earlier.relative_to(tmp_path).as_posix())}
    site.file("/x.pdf", PDF)
    assert run_fetch(tmp_path, [site.url("/x.pdf")]).told == {"changed": [name]}
    assert files(tmp_path) == {name: PDF}


@pytest.mark.parametrize("how", ["gone", "unlinked", "page gone", "lost page"])
def test_what_is_taken_away_is_told_and_kept(site: Site, tmp_path: Path, how: str) -> None:
    site.file("/x.pdf", PDF)
    article(site, "/t.html", "预算", ("x.pdf", "附件"))
    source = site.url("/t.html")
    run_fetch(tmp_path, [source])
    if how == "gone":
        del site.resources["/x.pdf"]
    elif how == "unlinked":
        article(site, "/t.html", "预算", ("y.pdf", "附件"))
        site.file("/y.pdf", PDF + b"%y")
    elif how == "page gone":
        del site.resources["/t.html"]
    else:
        site.page("/t.html", "<title>提示</title><p>您访问的页面不存在</p>")
    report = run_fetch(tmp_path, [source])
    assert report.count("withdrawn") == 1
    assert PDF in files(tmp_path).values()
    assert "withdrawn" in {row["outcome"] for row in rows(tmp_path, "fetched.csv")}
    article(site, "/t.html", "预算", ("x.pdf", "附件"))
    site.file("/x.pdf", PDF)
    again = run_fetch(tmp_path, [source])
    assert (again.count("withdrawn"), again.count("failed")) == (how == "unlinked", 0)


def test_a_list_is_followed_to_the_depth_that_is_asked_for(site: Site, tmp_path: Path) -> None:
    home = '<a href="/">首页</a><a href="/other/">其他栏目</a><a href="http://127.0.0.9/zw/x.html">别处的预算</a>'
    site.page("/zw/index.html", f'{home}<a href="./a/1.html">甲局公开</a><a href="index_1.html">2</a>')
    site.page("/zw/index_1.html", f'{home}<a href="./a/2.html">乙局公开</a><a href="index_2.html">下一页</a>')
    site.page("/zw/index_2.html", f'{home}<a href="/art/3.html">丙局部门预算</a><a href="index_1.html">上一页</a>')
    for number in "123":
        article(site, f"/{'art' if number == '3' else 'zw/a'}/{number}.html", number, (f"{number}.pdf", "附件"))
        site.file(f"/{'art' if number == '3' else 'zw/a'}/{number}.pdf", PDF + number.encode())
    assert run_fetch(tmp_path / "none", [site.url("/zw/index.html")]).count("failed") == 1
    report = run_fetch(tmp_path / "all", [site.url("/zw/index.html")], depth=1)
    assert (report.count("new"), report.count("failed")) == (3, 0)
    assert "/other/" not in site.asked
    assert sorted(files(tmp_path / "all").values()) == [PDF + number for number in (b"1", b"2", b"3")]


def test_pages_that_a_script_would_number_are_found(site: Site, tmp_path: Path) -> None:
    site.page("/zw/index.html", '<script>createPageHTML(3, 0, "index", "html");</script>')
    for number in "12":
        site.page(f"/zw/index_{number}.html", f'<a href="{number}.pdf">预算{number}</a>')
        site.file(f"/zw/{number}.pdf", PDF + number.encode())
    assert run_fetch(tmp_path, [site.url("/zw/index.html")], depth=1).count("new") == 2


def test_a_page_that_is_the_document_is_kept(site: Site, tmp_path: Path) -> None:
    from tests.drawing.strategies import drawn_file

    page = drawn_file(1, "table", "html").data
    site.resources["/doc.html"] = Resource(page)
    for outcome in ("new", "unchanged"):
        assert list(run_fetch(tmp_path, [site.url("/doc.html")]).told) == [outcome]
    assert list(files(tmp_path).values()) == [page]
    (row,) = rows(tmp_path, "documents.csv")
    assert row["page_url"] == row["url"] == site.url("/doc.html")


def test_names_of_all_kinds_arrive(site: Site, tmp_path: Path) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as package:
        package.writestr("a.txt", "x")
    said = "某局预算".encode("gbk")
    site.file("/download.jsp?id=1", PDF, disposition=b'attachment; filename="' + said + b'.pdf"')
    site.file("/download.jsp?id=2", PDF + b"2")
    site.file("/down?f=3", packed.getvalue(), disposition=b"attachment; filename*=UTF-8''%E8%A1%A8.zip")
    links = (("/download.jsp?id=1", "一"), ("/download.jsp?id=2", "二"), ("/down?f=3", "附件3"))
    article(site, "/t.html", "预算", *links, encoding="gb18030")
    report = run_fetch(tmp_path, [site.url("/t.html")])
    assert sorted(name.rpartition("/")[2] for name in files(tmp_path)) == ["download.jsp.pdf", "某局预算.pdf", "表.zip"]
    assert list(report.told) == ["new"]


def test_one_name_of_two_files_is_two_names(site: Site, tmp_path: Path) -> None:
    site.file("/1/x.pdf", PDF)
    site.file("/2/x.pdf", PDF + b"2")
    folder = tmp_path / site.origin.removeprefix("http://").replace(":", "_")
    folder.mkdir()
    (folder / "x.pdf").write_bytes(b"my own")
    report = run_fetch(tmp_path, [site.url("/1/x.pdf"), site.url("/2/x.pdf")])
    assert report.count("new") == 2
    assert len({name.lower() for name in files(tmp_path)}) == 3
    assert (folder / "x.pdf").read_bytes() == b"my own"


def test_rows_and_columns_of_the_user_stay(site: Site, tmp_path: Path) -> None:
    (tmp_path / "documents.csv").write_text("file,city,note\nmine.txt,东莞市,hand\n", "utf-8")
    site.file("/x.pdf", PDF)
    run_fetch(tmp_path, [site.url("/x.pdf")])
    mine, fetched = rows(tmp_path, "documents.csv")
    assert (mine["file"], mine["city"], mine["note"]) == ("mine.txt", "东莞市", "hand")
    text = (tmp_path / "documents.csv").read_text("utf-8").replace("x.pdf,,", "x.pdf,佛山市,", 1)
    (tmp_path / "documents.csv").write_text(text, "utf-8")
    run_fetch(tmp_path, [site.url("/x.pdf")])
    assert rows(tmp_path, "documents.csv")[1]["city"] == "佛山市"
    assert fetched["city"] == ""


def test_a_file_that_was_deleted_here_is_fetched_again(site: Site, tmp_path: Path) -> None:
    site.file("/x.pdf", PDF)
    run_fetch(tmp_path, [site.url("/x.pdf")])
    (name,) = files(tmp_path)
    (tmp_path / name).unlink()
    assert run_fetch(tmp_path, [site.url("/x.pdf")]).told == {"new": [name]}
    assert files(tmp_path) == {name: PDF}


def test_two_addresses_of_one_file_bring_it_once(site: Site, tmp_path: Path) -> None:
    site.file("/x.pdf", PDF)
    site.resources["/old"] = Resource(status=302, headers=[("Location", b"/x.pdf")], has_etag=False)
    for sources in (["/old", "/x.pdf"], ["/x.pdf", "/old"]):
        folder = tmp_path / sources[0].strip("/")
        assert run_fetch(folder, [site.url(path) for path in sources]).told.keys() == {"new"}
        assert len(files(folder)) == 1


def test_two_runs_never_mix(site: Site, tmp_path: Path) -> None:
    with open_journal(tmp_path), pytest.raises(FetchRunning):
        run_fetch(tmp_path, [site.url("/x.pdf")])
    assert site.asked == []


def test_no_more_addresses_are_asked_than_allowed(site: Site, tmp_path: Path) -> None:
    links = [(f"{number}.pdf", "附件") for number in range(5)]
    article(site, "/t.html", "预算", *links)
    for number in range(5):
        site.file(f"/{number}.pdf", PDF + str(number).encode())
    report = run_fetch(tmp_path, [site.url("/t.html")], most=3)
    assert (report.count("new"), report.count("failed")) == (2, 3)
    assert run_fetch(tmp_path, [site.url("/t.html")]).count("new") == 3
