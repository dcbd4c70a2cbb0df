"""Comma- or tab-separated text: quoted cells may hold separators and line breaks."""

import csv
import io
import re
from collections import Counter
from hashlib import sha256
from itertools import pairwise

from ingest.errors import DocumentRejected
from ingest.readers.tables import rows_of
from ingest.readers.text import decode
from ingest.source.blocks import Source, assemble

_FEWEST_COLUMNS = 3
_FEWEST_RECORDS = 2
_SAME_WIDTH = 0.8
_THREE_DIGITS = re.compile(r"\d{3}(?!\d)")


def is_delimited(data: bytes) -> bool:
    """True for a text whose commas or quoted cells make it a table."""
    try:
        return _records(decode(data)[0]) is not None
    except DocumentRejected:
        return False


def read_delimited(data: bytes, file_name: str) -> Source:
    """A delimited text as a `Source`, decoded by `decode`. Raises DocumentRejected (``encoding``, ``not_text``)."""
    text, encoding = decode(data)
    records = _records(text)
    if records is None:
        raise DocumentRejected("not_text", "the file is no comma- or tab-separated text")
    return assemble(file_name, sha256(data).hexdigest(), "csv", encoding, rows_of(records, page=1))


def _records(text: str) -> list[list[str]] | None:
    """The records of a delimited text; None for any other text.

    Commas count where nearly all records of several cells have as many as the others. A text with tabs is a plain text
    already; it counts only where a quoted cell holds a tab or a line break.
    """
    if "\t" not in text:
        records = _parse(text, ",")
        return records if _is_regular(records) else None
    records = _parse(text, "\t") if '\t"' in text else []
    is_quoted = any("\n" in cell or "\t" in cell for record in records for cell in record)
    return records if is_quoted and _is_regular(records) else None


def _parse(text: str, separator: str) -> list[list[str]]:
    """The records; none where the text breaks the rules of quoting."""
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        return []


def _is_regular(records: list[list[str]]) -> bool:
    """True where most records of several cells are as wide, and their commas are more than signs within numbers."""
    wide = [record for record in records if len(record) > 1 and not _is_grouped_number(record)]
    widths = Counter(map(len, wide))
    if not widths:
        return False
    width, count = widths.most_common(1)[0]
    return width >= _FEWEST_COLUMNS and count >= max(_FEWEST_RECORDS, _SAME_WIDTH * widths.total())


def _is_grouped_number(record: list[str]) -> bool:
    """True where every comma groups the digits of a number: 合计 136,657.68 136,657.68."""
    return all(left[-1:].isdigit() and _THREE_DIGITS.match(right) for left, right in pairwise(record))
