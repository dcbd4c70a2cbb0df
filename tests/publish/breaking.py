"""A reader that reads some documents wrongly, so that a check of the build fails: which, is the name of the file."""

from dataclasses import replace
from decimal import Decimal

from ingest.delivery.manifest import ManifestEntry
from ingest.pipeline import read as read_document
from ingest.rows import FundingRow, Reading


def read(data: bytes, file_name: str, manifest: ManifestEntry | None) -> Reading:
    """Read a document, and spoil what was read as the name of its file says."""
    reading = read_document(data, file_name, manifest)
    _, _, fault = file_name.removesuffix(".txt").partition(".")
    return SPOILED[fault](reading) if fault else reading


def _overflow(reading: Reading) -> Reading:
    """Amounts that fit their columns, and whose sum does not fit the column of a contract."""
    large = tuple(replace(row, amount_wan=Decimal(9) * 10**11) for row in reading.funding)
    return replace(reading, funding=large)


def _place(reading: Reading) -> Reading:
    """More units than a key has digits for."""
    units = (*reading.units, replace(reading.units[0], unit_seq=10_000))
    return replace(reading, units=units)


def _twice(reading: Reading) -> Reading:
    """An indicator twice: a key that is not unique."""
    return replace(reading, indicators=(*reading.indicators, reading.indicators[0]))


def _budget(reading: Reading) -> Reading:
    """A self-evaluation with an amount of a budget."""
    row = reading.executions[0]
    amount = FundingRow(
        project_seq=row.project_seq,
        funding_source_code="fiscal",
        amount_wan=Decimal(1),
        amount_printed="1.00",
        midterm_amount_wan=None,
        midterm_amount_printed=None,
        is_repaired=False,
        page=1,
        line=1,
        char_start=0,
        char_end=1,
        is_proved=False,
    )
    return replace(reading, funding=(amount,))


SPOILED = {
    "overflow": _overflow,
    "place": _place,
    "twice": _twice,
    "budget": _budget,
}
