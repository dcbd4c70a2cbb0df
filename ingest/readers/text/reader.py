"""Text files: one line of the file is one line of the document, tabs separate the cells of a table's row."""

import hashlib
from functools import partial
from itertools import accumulate

from ingest.errors import DocumentRejected
from ingest.readers.text.encodings import decode
from ingest.source.blocks import Line, Source, Span


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
    return Source(file_name, hashlib.sha256(data).hexdigest(), "text", encoding, text, tuple(_lines(text)))


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    start, page = 0, 1
    pieces = text.split("\n")
    for number, piece in enumerate(pieces, start=1):
        page += piece.count("\f")
        end = start + len(piece)
        lines.append(Line(number, page, Span(start, end), _cells(piece, start)))
        start = end + 1
    return lines


def _cells(piece: str, start: int) -> tuple[Span, ...]:
    if "\t" not in piece:
        return (Span(start, start + len(piece)),)
    ends = list(accumulate([len(cell) + 1 for cell in piece.split("\t")], initial=start - 1))
    return tuple(map(_SPAN, zip([end + 1 for end in ends[:-1]], ends[1:], strict=True)))


_SPAN = partial(tuple.__new__, Span)
"""A span of a pair: most of a document's spans are made here, the short way."""
