"""Web pages in a mail (MHTML), as Word, Excel and browsers save them in one file; a workbook is a page of frames."""

from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from hashlib import sha256

from ingest.errors import DocumentRejected
from ingest.readers.html.reader import page_rows, parse_page
from ingest.source.blocks import Row, Source, assemble

# What Word and Excel save beside the page: its running heads, the tabs of its sheets.
_BESIDE = ("header.htm", "header.html", "tabstrip.htm", "tabstrip.html")


def read_mhtml(data: bytes, file_name: str) -> Source:
    """A page in a mail as a `Source`. Raises as `mail_rows` does."""
    rows, encoding = mail_rows(data)
    return assemble(file_name, sha256(data).hexdigest(), "html", encoding, rows)


def mail_rows(data: bytes) -> tuple[list[Row], str]:
    """The rows of a page in a mail and its encoding; of a page of frames those of the framed ones, a page each.

    Raises DocumentRejected (``damaged``, ``encoding``, ``hidden``).
    """
    pages = _pages(data)
    if not pages:
        raise DocumentRejected("damaged", "the file holds no web page", expected="a part of type text/html")
    root, encoding = parse_page(pages[0])
    is_framed = root.find(".//frame") is not None and len(pages) > 1
    rows: list[Row] = []
    for number, page in enumerate(pages[1:] if is_framed else pages[:1], start=1):
        rows += page_rows(parse_page(page)[0], number)
    return rows, encoding


def _pages(data: bytes) -> list[bytes]:
    """The web pages of a mail in their order, decoded as the mail says."""
    try:
        mail = message_from_bytes(data.lstrip(), EmailMessage, policy=policy.default)
        parts = [part for part in mail.walk() if part.get_content_type() == "text/html"]
        found = [(str(part.get("Content-Location", "")), part.get_payload(decode=True)) for part in parts]
    except (MessageError, RecursionError, LookupError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise DocumentRejected("damaged", f"the file is damaged: {error}") from error
    return [page for name, page in found if isinstance(page, bytes) and not name.lower().endswith(_BESIDE)]
