"""Documents and archives made to harm: contained, whatever they ask of the programs that read them."""

import socket
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from ingest.errors import DocumentRejected
from ingest.readers import read_source
from ingest.readers.office import confined, libreoffice
from ingest.readers.office.confined import Limits, run

RTF = "Rich Text document"
LARGE = 1024**3


def rtf(inside: str) -> bytes:
    return f"{{\\rtf1\\ansi before {inside} after\\par}}".encode()


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """A server on this machine that waits for no one."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


def test_what_a_document_links_to_is_not_fetched(server: socket.socket, tmp_path: Path) -> None:
    secret, url = tmp_path / "secret.txt", f"http://127.0.0.1:{server.getsockname()[1]}/x.png"
    secret.write_text("not to be read")
    links = (("INCLUDEPICTURE", url), *product(("INCLUDETEXT", "LINK Word.Document.8"), (url, secret.as_uri())))
    linked = "".join(f'{{\\field{{\\*\\fldinst {field} "{to}"}}{{\\fldrslt shown}}}}' for field, to in links)
    text = read_source(rtf(linked), "a.doc").text
    assert "before" in text
    assert "not to be read" not in text
    with pytest.raises(BlockingIOError):
        server.accept()


def test_macros_do_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document whose macro runs as it is opened, and would write a file; LibreOffice opens the document all the same."""
    conversion = libreoffice.CONVERSIONS[RTF]._replace(ending="fodt")
    monkeypatch.setattr(libreoffice, "CONVERSIONS", {RTF: conversion})
    written = tmp_path / "written"
    assert libreoffice.converted(_with_macro(written), RTF).startswith(b"PK")
    assert not written.exists()


def _with_macro(written: Path) -> bytes:
    names = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "script": "urn:oasis:names:tc:opendocument:xmlns:script:1.0",
        "ooo": "http://openoffice.org/2004/office",
        "xlink": "http://www.w3.org/1999/xlink",
    }
    declared = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in names.items())
    listener = "".join(
        f'<script:event-listener script:language="ooo:script" script:event-name="{event}" xlink:type="simple" '
        'xlink:href="vnd.sun.star.script:Standard.M.Main?language=Basic&amp;location=document"/>'
        for event in ("dom:load", "office:new", "office:load-finished")
    )
    return f"""<?xml version="1.0"?><office:document {declared} office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.2">
    <office:scripts><office:script script:language="ooo:Basic"><ooo:libraries><ooo:library-embedded ooo:name="Standard">
    <ooo:module ooo:name="M"><ooo:source-code>Sub Main
    Open "{written}" For Output As #1
    Close #1
    End Sub</ooo:source-code></ooo:module></ooo:library-embedded></ooo:libraries></office:script>
    <office:event-listeners>{listener}</office:event-listeners></office:scripts>
    <office:body><office:text><text:p>text</text:p></office:text></office:body></office:document>""".encode()


@pytest.mark.parametrize(
    "data",
    [rtf("{" * 200_000), rtf("\\trowd" * 50_000), rtf("\\bin2000000000 x"), rtf("\\u" + "9" * 5000)],
    ids=["groups", "tables", "binary", "number"],
)
def test_a_bomb_is_read_or_refused(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "LIMITS", Limits(20, LARGE * 2, LARGE // 64))
    try:
        assert "before" in read_source(data, "a.rtf").text
    except DocumentRejected as rejected:
        assert rejected.code in {"damaged", "timeout", "too_large"}


def script(folder: Path, python: str) -> tuple[list[str], Path]:
    (folder / "program.py").write_text(python, encoding="utf-8")
    return [sys.executable, "-I", "-S", str(folder / "program.py")], folder


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DocumentRejected, match="too long") as rejected:
        run(*script(tmp_path, "while True: pass"), Limits(1, LARGE, LARGE))
    assert rejected.value.code == "timeout"
    monkeypatch.setattr(confined, "_WAITING", 1)
    with pytest.raises(DocumentRejected, match="too long"):
        run(*script(tmp_path, "import signal; signal.pause()"), Limits(1, LARGE, LARGE))


def test_a_program_gets_no_more_than_its_limits(tmp_path: Path) -> None:
    with pytest.raises(DocumentRejected, match="more than is read"):
        run(["/bin/sh", "-c", "exec head -c 2M /dev/zero > large"], tmp_path, Limits(9, LARGE, 2**20))
    ended = run(*script(tmp_path, "bytes(2**30)"), Limits(9, 2**28, LARGE))
    assert ended.status == 1
    assert "MemoryError" in ended.words


@pytest.mark.parametrize("family", ["AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET"])
def test_a_program_has_no_network(family: str, tmp_path: Path) -> None:
    opening = f"import socket; socket.socket(socket.AF_UNIX); socket.socket(socket.{family}, socket.SOCK_RAW)"
    ended = run(*script(tmp_path, opening), Limits(9, LARGE, LARGE))
    assert ended.status == 1
    assert "Permission denied" in ended.words
