"""Text files: one line of the file is one line of the document, tabs or bars separate the cells of a table's row."""

import hashlib

from ingest.errors import DocumentRejected
from ingest.readers.text.bars import undrawn
from ingest.readers.text.encodings import decode
from ingest.source.blocks import Line, Source, Span, spans_of


def read_text(data: bytes, file_name: str) -> Source:
    """A text file as a `Source`, decoded by `decode`.

    Offsets count the decoded characters. Form feeds begin pages. Raises DocumentRejected (``empty``, ``encoding``,
    ``not_text``).
    """
    if not data.strip():
        raise DocumentRejected("empty", "the file is empty")
    text, encoding = decode(data)
    if "\x00" in text:
        raise DocumentRejected("not_text", "the file is no text", expected="text", found=text[:20])
    text = undrawn(text)
    return Source(file_name, hashlib.sha256(data).hexdigest(), "text", encoding, text, tuple(_lines(text)))


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    start, page, number = 0, 1, 1
    for piece in text.split("\n"):
        if "\f" in piece:
            page += piece.count("\f")
        end = start + len(piece)
        span = Span(start, end)
        lines.append(Line(number, page, span, _cells(piece, start) if "\t" in piece else (span,)))
        start = end + 1
        number += 1 + piece.count("\v")
    return lines


def _cells(piece: str, start: int) -> tuple[Span, ...]:
    cells: list[tuple[int, int]] = []
    for cell in piece.split("\t"):
        end = start + len(cell)
        cells.append((start, end))
        start = end + 1
    return spans_of(cells)
