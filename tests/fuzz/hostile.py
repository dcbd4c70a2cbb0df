"""Texts that nobody prints in good faith, and the law they must not break: rows that can be landed, or a rejection."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from ingest.delivery.folder import Delivered, quarantined
from ingest.errors import DocumentRejected
from ingest.grammar.amounts import read_amount
from ingest.grammar.lists.levelled import is_levelled_list, read_levelled_list
from ingest.grammar.lists.numbered import find_head, read_indicator_list
from ingest.grammar.places import find_place
from ingest.grammar.targets import read_target
from ingest.grammar.years import printed_years, year_range
from ingest.landing.batch import batch
from ingest.landing.columns import to_arrow
from ingest.pipeline import read
from ingest.readers import read_source
from ingest.readers.sheets.number_format import shown
from ingest.rows import QuarantineRow
from ingest.source.printed import Printed
from tests.properties.laws import broken_laws

FRAGMENTS = (
    "\u202e\u2066右到左\u2069",
    "\x07\x1b[31m\x08\x7f\x85\u2028",
    '=HYPERLINK("http://x","y")\t@SUM(1)\t+1\t-1',
    "<script>alert(1)</script>",
    "'; drop table landing.documents; --",
    "../../../etc/passwd",
    "1e999999",
    "9" * 5000,
    "1." + "3" * 5000,
    "99999999999999999999、1-产出指标；11-数量指标；名；实施周期指标值:1；年度指标值:1。",
    "٣٤、1-产出指标；11-数量指标；名",
    "９９９９９９９９９９９９９９９９９９９.99亿元",
    "99999999999.00亿元",
    "<p>" * 500,
    "（" * 2000 + "）",
    "&#xD800;&#0;&#1;&#1114111;&lt;&NotAnEntity;",
    "\ufeff\u200b\u2060\ufffd\U0010ffff",
    "\t" * 300,
    "\f\r\v\x1c\x1d\x1e",
    "2024-2025年2025-2024年20999年",
    "①②③½Ⅷ㎡㈱",
    "a" * 5_000,
)


def check_document(data: bytes, file_name: str = "hostile.txt") -> bool:
    """Read bytes as a document and hold the reading to its laws; True where it was read, False where rejected."""
    try:
        reading = read(data, file_name)
    except DocumentRejected as rejected:
        document = Delivered(Path(file_name), file_name, sha256(data).hexdigest(), None)
        to_arrow(QuarantineRow, [quarantined(document, rejected)])
        return False
    assert broken_laws(reading) == []
    assert batch([reading]).readings() == [reading]
    return True


def check_reader(data: bytes) -> bool:
    """Give bytes to their reader alone; True where they were read: then every cell lies within its line, in order."""
    try:
        source = read_source(data, "hostile")
    except DocumentRejected:
        return False
    at = 0
    for line in source.lines:
        for cell in line.cells:
            assert at <= cell.start <= cell.end <= len(source.text)
            at = cell.end
    assert all(0 <= mark.span.start <= mark.span.end <= len(source.text) for mark in source.marks)
    return True


def check_format(text: str) -> None:
    """Show a value (the first line) in a number format (the rest); whatever they are, some text comes out."""
    value, _, code = text.partition("\n")
    stored: float | str = value
    with suppress(ValueError):
        stored = float(value)
    assert isinstance(shown(stored, code).text, str)


def check_text(text: str) -> None:
    """Give a text to every part of the grammar; none may raise."""
    read_target(text)
    read_amount(text, "元")
    printed_years(text)
    year_range(text)
    find_place(text)
    listed = read_indicator_list(Printed(text, range(len(text))))
    assert (find_head(text) is None) == (not listed.items)
    levelled = read_levelled_list(Printed(text, range(len(text))), text)
    assert not is_levelled_list(text) or levelled.items
