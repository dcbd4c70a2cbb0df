"""Files of other kinds that stand whole in a Word document, as web systems make them: pages, mails, texts."""

from collections.abc import Sequence

from ingest.errors import DocumentRejected
from ingest.readers.html.mhtml import mail_rows
from ingest.readers.html.reader import page_rows, parse_page
from ingest.readers.sniff import sniff
from ingest.readers.text.encodings import decode
from ingest.source.blocks import Cell, Row


def chunk_rows(data: bytes, page: int) -> Sequence[Row]:
    """The rows of a file in a document, all on ``page``. Raises DocumentRejected, also for a kind that is not read."""
    kind = sniff(data)
    rows: Sequence[Row]
    if kind == "html":
        rows = page_rows(parse_page(data)[0])
    elif kind == "mhtml":
        rows, _, _ = mail_rows(data)
    elif kind == "text":
        rows = [Row(page, (Cell(line),)) for line in decode(data)[0].splitlines() if line.strip()]
    else:
        message = f"a part of the document is a file of its own ({kind}): save the document as .docx in Word or WPS"
        raise DocumentRejected("unknown_type", message, expected="a document whose text is its own")
    return [row._replace(page=page) for row in rows]
