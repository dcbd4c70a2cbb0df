"""Answers that lie, never end, lead inside or say 200 for nothing: each is one clear line, and the others go on."""

import gzip
import re
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from ipaddress import ip_network
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from jixiao.commands.fetch.web.client import Limits
from jixiao.commands.fetch.web.network import Door
from tests.fetching.conftest import HERE, files, run_fetch
from tests.fetching.server import Resource, Site, self_signed, serving
from tests.fetching.test_fetch import PDF, article

SMALL = Limits(size=200_000, seconds=60, redirects=4)
SHORT = Limits(size=200_000, seconds=0.2, redirects=4)
BOMB = gzip.compress(b"\0" * 5_000_000)


def says(handler: BaseHTTPRequestHandler, *headers: tuple[str, str]) -> None:
    handler.send_response(200)
    for name, value in (*headers, ("Connection", "close")):
        handler.send_header(name, value)
    handler.end_headers()


def endless(handler: BaseHTTPRequestHandler) -> None:
    says(handler)
    while True:
        handler.wfile.write(b"%PDF-1.4 " + b"x" * 65536)


def endless_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    while True:
        handler.wfile.write(b"X-More: " + b"x" * 1024 + b"\r\n")


def drop_by_drop(handler: BaseHTTPRequestHandler) -> None:
    """A byte whenever the other side has taken the last one, for ever: only a limit on the whole time ends it."""
    says(handler)
    handler.connection.setsockopt(6, 1, 1)  # TCP_NODELAY
    while True:
        handler.wfile.write(b"x")
        handler.connection.settimeout(0.02)
        try:
            if handler.connection.recv(1) == b"":
                return
        except TimeoutError:
            handler.connection.settimeout(None)


def silent(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.recv(1)  # until the other side gives up


def squeezed(handler: BaseHTTPRequestHandler) -> None:
    says(handler, ("Content-Encoding", "gzip"), ("Content-Length", str(len(BOMB))))
    handler.wfile.write(BOMB)


def of_lie(*headers: tuple[str, str], body: bytes = b"%PDF") -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        says(handler, *headers)
        handler.wfile.write(body)

    return answer


LIES: dict[str, tuple[Callable[[BaseHTTPRequestHandler], None], str]] = {
    "10 GB promised": (of_lie(("Content-Length", str(10 * 2**30))), "10240 MiB are promised"),
    "endless body": (endless, "more than 0 MiB"),
    "endless headers": (endless_headers, "breaks the rules of HTTP"),
    "drop by drop": (drop_by_drop, "not done after|timed out"),
    "silent": (silent, "not done after|timed out"),
    "gzip bomb": (squeezed, "more than 0 MiB"),
    "less than promised": (of_lie(("Content-Length", "900")), "breaks the rules of HTTP"),
    "chunks that are none": (of_lie(("Transfer-Encoding", "chunked"), body=b"zz\r\nPDF"), "breaks the rules of HTTP"),
    "cut chunks": (of_lie(("Transfer-Encoding", "chunked"), body=b"40\r\nPDF"), "breaks the rules of HTTP"),
    "gzip that is none": (of_lie(("Content-Encoding", "gzip"), ("Content-Length", "4")), "cannot be unpacked"),
    "nothing": (of_lie(("Content-Length", "0"), body=b""), "is empty"),
    "a program": (of_lie(body=b"MZ\x90\0 a program"), "no document: program"),
    "an error in words": (of_lie(("Content-Type", "application/json"), body=b'{"error": "none"}'), "no document: text"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_one_line_and_the_others_stay(site: Site, tmp_path: Path, lie: str) -> None:
    site.raw["/lie.pdf"], told = LIES[lie]
    site.file("/x.pdf", PDF)
    limits = SHORT if lie in ("silent", "drop by drop") else SMALL
    report = run_fetch(tmp_path, [site.url("/x.pdf"), site.url("/lie.pdf")], limits=limits)
    (line,) = report.told["failed"]
    assert line.startswith(site.url("/lie.pdf")) and re.search(told, line), line
    assert list(files(tmp_path).values()) == [PDF]
    assert not (tmp_path / ".fetch" / "incoming").exists() or (tmp_path / ".fetch" / "incoming").stat().st_size < 1e6


@pytest.mark.parametrize(
    "target", ["http://127.0.0.2:{port}/secret", "http://[::1]:{port}/x", "http://localhost.:{port}/x"]
)
@pytest.mark.parametrize("how", ["redirect", "link", "refresh", "robots"])
def test_nothing_leads_inside(tmp_path: Path, target: str, how: str) -> None:
    """The site is at an address that was allowed; what it leads to is not."""
    with serving() as site, serving("127.0.0.2") as inner:
        inner.file("/secret", PDF)
        port = inner.origin.rpartition(":")[2]
        aim = target.format(port=port)
        moved = Resource(status=302, headers=[("Location", aim.encode())], has_etag=False)
        if how == "redirect":
            site.resources["/x.pdf"] = moved
        elif how == "robots":
            site.resources["/robots.txt"] = moved
        elif how == "link":
            site.page("/x.pdf", f'<html><a href="{aim}.pdf">附件</a></html>')
        else:
            site.page("/x.pdf", f'<html><meta http-equiv="refresh" content="0;url={aim}"></html>')
        door = Door(HERE, lambda host, port: ["127.0.0.3"] if host.startswith("localhost") else [host])
        report = run_fetch(tmp_path, [site.url("/x.pdf")], door=door)
        assert any("address of this machine's networks" in line for line in report.told["failed"])
        assert inner.asked == []
        assert files(tmp_path) == {}


def test_an_address_that_changes_between_check_and_connection_is_not_connected_to(tmp_path: Path) -> None:
    """DNS rebinding: what was checked is what is connected to, and each new connection is checked."""
    with serving() as site, serving("127.0.0.2") as inner:
        port = site.origin.rpartition(":")[2]
        answers = iter([["127.0.0.1"], *[["127.0.0.2"]] * 9])
        site.raw["/robots.txt"] = of_lie(("Content-Length", "0"), body=b"")
        report = run_fetch(tmp_path, [f"http://site.test:{port}/x.pdf"], door=Door(HERE, lambda *_: next(answers)))
        assert "127.0.0.2" in report.told["failed"][0]
        assert inner.asked == []
        assert site.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "http://user@127.0.0.1/x"]
)
def test_only_http_is_followed(site: Site, tmp_path: Path, target: str) -> None:
    site.resources["/x.pdf"] = Resource(status=302, headers=[("Location", target.encode())], has_etag=False)
    report = run_fetch(tmp_path, [site.url("/x.pdf"), target])
    assert report.count("failed") == 2
    assert files(tmp_path) == {}


def test_files_that_all_lead_to_one_error_are_each_told(site: Site, tmp_path: Path) -> None:
    for name in ("x", "y"):
        site.resources[f"/{name}.pdf"] = Resource(status=302, headers=[("Location", b"/error.html")], has_etag=False)
    site.page("/error.html", "<html><title>提示</title><p>文件不存在</p></html>")
    article(site, "/t.html", "预算", ("x.pdf", "附件"), ("y.pdf", "附件"))
    assert run_fetch(tmp_path, [site.url("/t.html")]).count("failed") == 2


def test_redirects_end(site: Site, tmp_path: Path) -> None:
    site.resources["/a"] = Resource(status=302, headers=[("Location", b"/b")], has_etag=False)
    site.resources["/b"] = Resource(status=301, headers=[("Location", b"/a")], has_etag=False)
    assert "more than 4 redirects" in run_fetch(tmp_path, [site.url("/a")], limits=SMALL).told["failed"][0]


@pytest.mark.parametrize(
    "name",
    [
        "../../x.pdf",
        "..\\..\\x.pdf",
        "/etc/x.pdf",
        "C:\\x.pdf",
        ".x.pdf",
        "x\0y\u202efdp.pdf",
        "con.pdf",
        "字" * 200 + ".pdf",
    ],
)
def test_no_name_leads_out(site: Site, tmp_path: Path, name: str) -> None:
    raw = name.replace("\0", "\x01").encode()
    site.file("/d?id=1", PDF, disposition=b'attachment; filename="' + raw.replace(b"\x01", b"") + b'"')
    folder = tmp_path / "in"
    run_fetch(folder, [site.url("/d?id=1")])
    ((found, data),) = files(folder).items()
    assert data == PDF
    assert re.fullmatch(r"127\.0\.0\.1_\d+/[^/\\\x00-\x1f\u202e.:][^/\\\x00-\x1f\u202e:]*\.pdf", found)
    assert {path.name for path in tmp_path.iterdir()} == {"in"}


@pytest.mark.parametrize("html", ["<html><title>错误</title><p>系统繁忙</p></html>", "<html><h1>404</h1></html>"])
@pytest.mark.parametrize("path", ["/x.pdf", "/download.jsp?id=7"])
def test_a_web_page_in_place_of_a_file_is_no_file(site: Site, tmp_path: Path, html: str, path: str) -> None:
    site.page(path, html)
    article(site, "/t.html", "预算", (path, "附件"))
    report = run_fetch(tmp_path, [site.url("/t.html")])
    assert re.search("does not exist|in place of the file", report.told["failed"][0])
    assert files(tmp_path) == {}


def test_a_bomb_in_an_archive_is_kept_as_it_came(site: Site, tmp_path: Path) -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as package:
        package.writestr("x.pdf", b"\0" * 30_000_000)
    site.file("/bomb.zip", packed.getvalue())
    run_fetch(tmp_path, [site.url("/bomb.zip")], limits=SMALL)
    assert list(files(tmp_path).values()) == [packed.getvalue()]


def test_cookies_are_sent_back(site: Site, tmp_path: Path) -> None:
    def guarded(handler: BaseHTTPRequestHandler) -> None:
        if "pass=1" in handler.headers.get("Cookie", ""):
            of_lie(body=PDF)(handler)
        else:
            refresh = b'<html><meta http-equiv="Refresh" content="1; URL=\'/x\'"></html>'
            of_lie(("Set-Cookie", "pass=1; path=/"), body=refresh)(handler)

    site.raw["/x"] = guarded
    assert run_fetch(tmp_path, [site.url("/x")]).told.keys() == {"new"}
    assert site.of("/x") == 2


def test_who_asks_for_the_page_first_is_let_in(site: Site, tmp_path: Path) -> None:
    def only_from_the_page(handler: BaseHTTPRequestHandler) -> None:
        is_from_page = handler.headers.get("Referer") == site.url("/t.html")
        of_lie(body=PDF if is_from_page else b"<html>403</html>")(handler)

    site.raw["/x.pdf"] = only_from_the_page
    article(site, "/t.html", "预算", ("x.pdf", "附件"))
    assert run_fetch(tmp_path, [site.url("/t.html")]).told.keys() == {"new"}


def test_a_page_that_leads_on_is_followed(site: Site, tmp_path: Path) -> None:
    site.page("/t", '<html><meta http-equiv="refresh" content="0;url=a/t.html"></html>')
    article(site, "/a/t.html", "预算", ("x.pdf", "附件"))
    site.file("/a/x.pdf", PDF)
    assert run_fetch(tmp_path, [site.url("/t")]).told.keys() == {"new"}


def test_a_download_that_leads_on_is_followed(site: Site, tmp_path: Path) -> None:
    site.page("/download.jsp?id=7", '<html><meta http-equiv="refresh" content="0;url=/real/x.pdf"></html>')
    site.file("/real/x.pdf", PDF)
    article(site, "/t.html", "预算", ("/download.jsp?id=7", "附件"))
    assert run_fetch(tmp_path, [site.url("/t.html")]).told.keys() == {"new"}


@pytest.mark.parametrize("header", ["=cmd|' /C calc'!A0", "昨天", "Wed, 21 Oct 2015 07:28:00 GMT\t=1+1"])
def test_headers_that_are_none_are_neither_kept_nor_sent_back(site: Site, tmp_path: Path, header: str) -> None:
    names = ("Last-Modified", "ETag", "Content-Type")
    site.raw["/x.pdf"] = of_lie(*((name, header.encode().decode("latin-1")) for name in names), body=PDF)
    for outcome in ("new", "unchanged"):
        assert run_fetch(tmp_path, [site.url("/x.pdf")]).told.keys() == {outcome}
    assert not {"If-None-Match", "If-Modified-Since"} & {name for headers in site.headers for name in headers}
    assert "=1+1" not in (tmp_path / "fetched.csv").read_text("utf-8")
    assert "=cmd" not in (tmp_path / "fetched.csv").read_text("utf-8")


def test_what_fails_in_passing_is_asked_again(site: Site, tmp_path: Path) -> None:
    left = [503, 500]

    def busy(handler: BaseHTTPRequestHandler) -> None:
        if left:
            handler.send_response(left.pop())
            handler.send_header("Retry-After", "0")
            handler.end_headers()
        else:
            of_lie(body=PDF)(handler)

    site.raw["/x.pdf"] = busy
    assert run_fetch(tmp_path, [site.url("/x.pdf")]).told.keys() == {"new"}
    site.raw["/y.pdf"] = lambda handler: (handler.send_response(403), handler.end_headers())[1]  # type: ignore[func-returns-value]
    assert run_fetch(tmp_path, [site.url("/y.pdf")]).count("failed") == 1
    assert (site.of("/x.pdf"), site.of("/y.pdf")) == (3, 1)


def test_robots_are_obeyed(site: Site, tmp_path: Path) -> None:
    site.file("/robots.txt", b"User-agent: jixiao\nDisallow: /no/\nCrawl-delay: 0\n", "text/plain")
    site.file("/no/x.pdf", PDF)
    site.file("/x.pdf", PDF)
    site.resources["/y.pdf"] = Resource(status=302, headers=[("Location", b"/no/x.pdf")], has_etag=False)
    report = run_fetch(tmp_path, [site.url(path) for path in ("/no/x.pdf", "/x.pdf", "/y.pdf")])
    assert [line.partition(": ")[2] for line in report.told["failed"]] == ["robots.txt of the site forbids it"] * 2
    assert "/no/x.pdf" not in site.asked
    assert site.of("/robots.txt") == 1


def test_a_site_that_cannot_say_its_rules_is_not_asked(site: Site, tmp_path: Path) -> None:
    site.resources["/robots.txt"] = Resource(b"", status=500)
    site.file("/x.pdf", PDF)
    assert "robots.txt cannot be read" in run_fetch(tmp_path, [site.url("/x.pdf")]).told["failed"][0]
    assert set(site.asked) == {"/robots.txt"}


def test_one_request_at_a_time_and_who_asks_is_said(site: Site, tmp_path: Path) -> None:
    for number in range(8):
        site.file(f"/{number}.pdf", PDF + str(number).encode())
    run_fetch(tmp_path, [site.url(f"/{number}.pdf") for number in range(8)])
    assert site.most_at_once == 1
    assert {headers["User-Agent"] for headers in site.headers} == {"jixiao/0 (test)"}


def test_a_proxy_of_the_environment_is_used_and_leads_nowhere_inside(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", site.origin)
    monkeypatch.setenv("no_proxy", "")
    site.file("http://budget.invalid/x.pdf", PDF)
    report = run_fetch(tmp_path, ["http://budget.invalid/x.pdf", "http://10.0.0.1/x.pdf"])
    assert (report.count("new"), report.count("failed")) == (1, 1)
    assert site.asked == ["http://budget.invalid/robots.txt", "http://budget.invalid/x.pdf"]


def test_certificates_are_verified(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    certificate = self_signed(tmp_path / "key.pem", "127.0.0.1")
    with serving(certificate=certificate) as secured:
        secured.file("/x.pdf", PDF)
        report = run_fetch(tmp_path / "d", [secured.url("/x.pdf")])
        assert "certificate verify failed" in report.told["failed"][0]
        assert secured.asked == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert run_fetch(tmp_path / "d", [secured.url("/x.pdf")]).told.keys() == {"new"}


def test_a_network_that_is_not_allowed_is_not_asked(site: Site, tmp_path: Path) -> None:
    report = run_fetch(tmp_path, [site.url("/x.pdf")], door=Door([ip_network("10.0.0.0/8")]))
    assert "--allow-network 127.0.0.1" in report.told["failed"][0]
    assert site.asked == []
