"""Web pages in a mail (MHTML), as Word, Excel and browsers save them in one file; a workbook is a page of frames."""

from collections.abc import Sequence
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from hashlib import sha256

from ingest.errors import DocumentRejected
from ingest.readers.html.reader import page_rows, parse_page
from ingest.source.beside import with_beside
from ingest.source.blocks import Notice, Row, Source, assemble

# What Word and Excel save beside the page: its running heads, the tabs of its sheets.
_HEADS = ("header.htm", "header.html")
_BESIDE = (*_HEADS, "tabstrip.htm", "tabstrip.html")


def read_mhtml(data: bytes, file_name: str) -> Source:
    """A page in a mail as a `Source`. Raises as `mail_rows` does."""
    rows, encoding, told = mail_rows(data)
    source = assemble(file_name, sha256(data).hexdigest(), "html", encoding, rows)
    return replace(source, notices=(*source.notices, *told)) if told else source


def mail_rows(data: bytes) -> tuple[Sequence[Row], str, Sequence[Notice]]:
    """The rows of a page in a mail, its encoding and what is said of it all.

    Of a page of frames the rows are those of the framed ones, a page each; running heads stand above its tables where
    they say what no row says. Raises DocumentRejected (``damaged``, ``encoding``, ``hidden``).
    """
    pages, heads = _pages(data)
    if not pages:
        raise DocumentRejected("damaged", "the file holds no web page", expected="a part of type text/html")
    root, encoding = parse_page(pages[0])
    is_framed = root.find(".//frame") is not None and len(pages) > 1
    rows: list[Row] = []
    for number, page in enumerate(pages[1:] if is_framed else pages[:1], start=1):
        rows += page_rows(parse_page(page)[0], number)
    lines = [row.cells[0].text for head in heads for row in page_rows(parse_page(head)[0]) if row.cells]
    found, told = with_beside("a running head or a note", lines, rows)
    return found, encoding, told


def _pages(data: bytes) -> tuple[list[bytes], list[bytes]]:
    """The web pages of a mail in their order, decoded as the mail says, and those of its running heads."""
    try:
        mail = message_from_bytes(data.lstrip(), EmailMessage, policy=policy.default)
        parts = [part for part in mail.walk() if part.get_content_type() == "text/html"]
        found = [(str(part.get("Content-Location", "")), part.get_payload(decode=True)) for part in parts]
    except (MessageError, RecursionError, LookupError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise DocumentRejected("damaged", f"the file is damaged: {error}") from error
    whole = [(name.lower(), page) for name, page in found if isinstance(page, bytes)]
    pages = [page for name, page in whole if not name.endswith(_BESIDE)]
    return pages, [page for name, page in whole if name.endswith(_HEADS)]
