"""Names, addresses, SOURCES: what servers and users write, and what becomes of it."""

from pathlib import Path

import pytest

from jixiao.commands.fetch.names import address_name, disposition_name, harmless
from jixiao.commands.fetch.sources import BadSources, Source, read_sources
from jixiao.commands.fetch.web.address import folder_of, is_same_site, section_of, whole

NAME = "2024年部门预算.pdf"


@pytest.mark.parametrize(
    "header",
    [
        f'attachment; filename="{NAME}"'.encode(),
        f'attachment; filename="{NAME}"'.encode("gbk"),
        f"attachment;filename={NAME}".encode("gb18030"),
        b"attachment; filename*=UTF-8''2024%E5%B9%B4%E9%83%A8%E9%97%A8%E9%A2%84%E7%AE%97.pdf",
        b"attachment; filename=\"x.pdf\"; filename*=gbk'zh'2024%C4%EA%B2%BF%C3%C5%D4%A4%CB%E3.pdf",
        b"attachment; filename*=nonsense''2024%E5%B9%B4%E9%83%A8%E9%97%A8%E9%A2%84%E7%AE%97.pdf",
        b'attachment; filename="2024%E5%B9%B4%E9%83%A8%E9%97%A8%E9%A2%84%E7%AE%97.pdf"',
        b'attachment; filename="=?UTF-8?B?MjAyNOW5tOmDqOmXqOmihOeulw==?=.pdf"',
        b'attachment; filename="=?gb2312?B?MjAyNMTqsr/DxdSky+M=?=.pdf"',
        NAME.join(('inline; FileName="', '"; size=3')).encode().decode("latin-1").encode(),
    ],
)
def test_a_name_is_read_however_it_is_written(header: bytes) -> None:
    assert disposition_name(header) == NAME


@pytest.mark.parametrize("header", [b"", b"attachment", b"attachment; filename=", b'inline; size="3"'])
def test_no_name_is_none(header: bytes) -> None:
    assert disposition_name(header) is None


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("http://a.test/b/2024%E5%B9%B4%E8%A1%A8.xls", "2024年表.xls"),
        ("http://a.test/b/2024%C4%EA%B1%ED.xls", "2024年表.xls"),
        ("http://a.test/down.jsp?file=%E8%A1%A8.doc&id=3", "表.doc"),
        ("http://a.test/down.jsp?id=3", "down.jsp"),
        ("http://a.test/", ""),
    ],
)
def test_a_name_in_an_address(address: str, name: str) -> None:
    assert address_name(address) == name


@pytest.mark.parametrize(
    ("name", "kind", "kept"),
    [
        ("a.pdf", "pdf", "a.pdf"),
        ("a", "docx", "a.docx"),
        ("download.jsp", "RAR archive", "download.jsp.rar"),
        ("../../a.pdf", "pdf", "a.pdf"),
        ("a\\b.pdf", "pdf", "b.pdf"),
        (".a.pdf", "pdf", "a.pdf"),
        ("a\u202efdp.pdf", "pdf", "a fdp.pdf"),
        ('a<b>:"|?*.pdf', "pdf", "a_b______.pdf"),
        ("CON.pdf", "pdf", "_CON.pdf"),
        ("lpt1", "xls", "_lpt1.xls"),
        ("", "zip", "document.zip"),
        ("....", "zip", "document.zip"),
        ("a.md", "text", "a.md.txt"),
        ("documents.csv", "csv", "documents.csv"),
        ("a.html", "html", "a.html"),
        ("a", "image", "a.png"),
        ("a.PDF", "pdf", "a.PDF"),
    ],
)
def test_a_name_is_made_harmless(name: str, kind: str, kept: str) -> None:
    assert harmless(name, kind, b"\x89PNG\r\n") == kept


def test_a_long_name_is_cut_between_signs() -> None:
    cut = harmless("预" * 300 + ".pdf", "pdf")
    assert len(cut.encode()) <= 181 and cut == "预" * (len(cut) - 4) + ".pdf"


@pytest.mark.parametrize(
    ("href", "encoding", "found"),
    [
        ("b.html", "utf-8", "http://a.test/x/b.html"),
        ("./c/../b.html#top", "utf-8", "http://a.test/x/b.html"),
        ("/../../b.html", "utf-8", "http://a.test/b.html"),
        ("..\\upload\\b.doc", "utf-8", "http://a.test/upload/b.doc"),
        ("HTTP://A.TEST:80/b", "utf-8", "http://a.test/b"),
        ("https://a.test:8443/b", "utf-8", "https://a.test:8443/b"),
        ("//b.test/c", "utf-8", "http://b.test/c"),
        (" b\n.html\t", "utf-8", "http://a.test/x/b.html"),
        ("表.doc?n=表", "gb18030", "http://a.test/x/%E8%A1%A8.doc?n=%B1%ED"),
        ("%B1%ED.doc", "utf-8", "http://a.test/x/%B1%ED.doc"),
        ("http://政务.cn/", "utf-8", "http://xn--zfr164b.cn/"),
        ("javascript:void(0)", "utf-8", None),
        ("mailto:a@b.test", "utf-8", None),
        ("file:///etc/passwd", "utf-8", None),
        ("http://user:word@b.test/", "utf-8", None),
        ("http://[::1/", "utf-8", None),
        ("http://a.test:99999/", "utf-8", None),
        ("http://a b.test/", "utf-8", None),
        ("x" * 3000, "utf-8", None),
    ],
)
def test_a_link_is_made_whole(href: str, encoding: str, found: str | None) -> None:
    assert whole(href, "http://a.test/x/y.html", encoding) == found


def test_sites_and_sections() -> None:
    assert is_same_site("http://www.a.test/1", "https://a.test/2")
    assert not is_same_site("http://a.test/1", "http://b.a.test/2")
    assert section_of("http://a.test/x/y/z.html") == "/x/y/"
    assert folder_of("http://[2001:db8::1]:8080/x") == "2001_db8_1_8080"


def test_sources_of_all_kinds(tmp_path: Path) -> None:
    assert read_sources("https://a.test/") == [Source("https://a.test/")]
    path = tmp_path / "sources.txt"
    path.write_text("# 某市\n\nhttp://a.test/1\nhttp://a.test/2  某局\nhttp://a.test/1\n", "utf-8")
    assert [source.address for source in read_sources(str(path))] == ["http://a.test/1", "http://a.test/2"]
    path.write_bytes("部门,网址,年度,城市\n某局,http://a.test/1,2024年,某市\n,,,\n".encode("gb18030"))
    assert read_sources(str(path)) == [Source("http://a.test/1", "某市", "某局", "2024")]
    path.write_text("\ufeffaddress,city\nftp://a.test/1,某市\n", "utf-8")
    assert read_sources(str(path)) == [Source("ftp://a.test/1", "某市")]


@pytest.mark.parametrize("text", ["", "# 无\n", "name,city\na,b\n", "address\n\n", "address,year\nhttp://a.test/,24\n"])
def test_sources_that_cannot_be_used_are_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sources.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(BadSources, match=r"sources\.csv"):
        read_sources(str(path))
    with pytest.raises(BadSources, match="neither a file nor an address"):
        read_sources(str(tmp_path / "none.csv"))
