"""Texts whose cells are parted by commas, semicolons or tabs; quoted cells may hold separators and line breaks."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import pairwise

from ingest.errors import DocumentRejected
from ingest.readers.tables import rows_of
from ingest.readers.text.encodings import decode
from ingest.source.blocks import Source, assemble

_FEWEST_COLUMNS = 3
_FEWEST_RECORDS = 2
_FEWEST_OF_TWO_COLUMNS = 3
_FEWEST_RAGGED = 5
_SAME_WIDTH = 0.8
_FEWEST_PARTED = 0.2
_PARTED = 0.9
_PARTED_WITH_BLANKS = 0.6
_THREE_DIGITS = re.compile(r"\d{3}(?!\d)")
# A first line by which a spreadsheet says what parts the cells.
_SAID = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)
# How a spreadsheet keeps the zeros in front of a code.
_AS_TEXT = re.compile(r'="([^"]*)"')
_OTHER_TAB = re.compile(r'\t(?:(?<!\d\t)|(?![,;"\r\n]|\Z))')
_NEEDS_QUOTES = re.compile(r'[\n\t,"]')

Record = list[str]


def is_delimited(data: bytes) -> bool:
    """True for a text whose separators or quoted cells make it a table."""
    try:
        return _records(decode(data)[0]) is not None
    except DocumentRejected:
        return False


def read_delimited(data: bytes, file_name: str) -> Source:
    """A delimited text as a `Source`, decoded by `decode`. Raises DocumentRejected (``encoding``, ``not_text``)."""
    text, encoding = decode(data)
    records = _records(text)
    if records is None:
        raise DocumentRejected("not_text", "the file is no text parted by commas, semicolons or tabs")
    table = [[_shown(cell) for cell in record] for record in records]
    return assemble(file_name, sha256(data).hexdigest(), "csv", encoding, rows_of(table, page=1))


def _shown(cell: str) -> str:
    """What a spreadsheet shows of a cell that is kept as text."""
    return _AS_TEXT.sub(r"\1", cell) if cell.startswith('="') else cell.removesuffix("\t")


def _records(text: str) -> list[Record] | None:
    """The records of a delimited text; None for any other text.

    A text with tabs is a plain text already; it counts only where a cell is quoted as a spreadsheet quotes it.
    """
    said = _SAID.match(text)
    if said:
        return _parse(text[said.end() :], said[1])
    if "\t" in text and not _only_behind_codes(text):
        return _quoted(text) if '\t"' in text or '\n"' in text or text.startswith('"') else None
    parsed = [_parse(text, separator) for separator in ",;" if separator in text]
    found = next((records for records in parsed if _is_regular(records)), None)
    if found is None and parsed and "," in text:
        found = next((records for records in parsed if _is_ragged(records)), None)
    return found


def _only_behind_codes(text: str) -> bool:
    """True where tabs stand only behind digits at the end of cells: a system keeps a code as text so."""
    return _OTHER_TAB.search(text) is None


def _quoted(text: str) -> list[Record] | None:
    """The records of a text parted by tabs where quotes hold what a spreadsheet puts into quotes."""
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        return None
    plain = [cell for line in text.splitlines() for cell in line.split("\t")]
    is_quoted = any(_NEEDS_QUOTES.search(cell) for record in records for cell in record if cell not in plain)
    return records if is_quoted and _is_regular(records) else None


def _parse(text: str, separator: str) -> list[Record]:
    """The records; where the text breaks the rules of quoting, a quote that closes no cell stands for itself."""
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        return list(_parse_with_stray_quotes(text, separator))


def _parse_with_stray_quotes(text: str, separator: str) -> Iterator[Record]:
    part = re.escape(separator)
    cell = re.compile(
        rf'(?:"(?P<quoted>(?:[^"]|"")*+)"(?=[{part}\r\n]|\Z)|(?P<plain>[^{part}\r\n]*+))(?P<end>{part}|\r?\n|\r|\Z)'
    )
    record: Record = []
    for found in cell.finditer(text):
        quoted = found["quoted"]
        record.append(found["plain"] if quoted is None else quoted.replace('""', '"'))
        if found["end"] != separator:
            if found.end() > found.start() or record != [""]:
                yield record
            record = []


def _is_regular(records: Sequence[Record]) -> bool:
    """True where most records of several cells are as wide, and their commas are more than signs within numbers.

    A few lines of many with commas are sentences.
    """
    widths = Counter(map(len, _wide(records)))
    printed = sum(any(cell.strip() for cell in record) for record in records)
    if not widths or widths.total() < _FEWEST_PARTED * printed:
        return False
    width, count = widths.most_common(1)[0]
    return width >= _FEWEST_COLUMNS and count >= max(_FEWEST_RECORDS, _SAME_WIDTH * widths.total())


def _is_ragged(records: Sequence[Record]) -> bool:
    """True where records of several widths, or of two cells, are a table and no prose.

    Counted are the records from the first of several cells on. Prose has neither a sign in each of its lines nor two
    next to each other, nor one in front.
    """
    printed = [record for record in records if any(cell.strip() for cell in record)]
    wide = _wide(printed)
    if not wide:
        return False
    body = printed[printed.index(wide[0]) :]
    share = len(wide) / len(body)
    if share == 1 and {len(record) for record in body} == {2}:
        return len(body) >= _FEWEST_OF_TWO_COLUMNS
    with_blanks = [record for record in wide if any(not cell.strip() for cell in record[:-1])]
    if share >= _PARTED_WITH_BLANKS and len(with_blanks) >= _FEWEST_RECORDS and len(wide) > _FEWEST_RECORDS:
        return max(map(len, wide)) >= _FEWEST_COLUMNS
    return share >= _PARTED and len(body) >= _FEWEST_RAGGED


def _wide(records: Sequence[Record]) -> list[Record]:
    return [record for record in records if len(record) > 1 and not _is_grouped_number(record)]


def _is_grouped_number(record: Record) -> bool:
    """True where every comma groups the digits of a number: 合计 136,657.68 136,657.68."""
    return all(left[-1:].isdigit() and _THREE_DIGITS.match(right) for left, right in pairwise(record))
