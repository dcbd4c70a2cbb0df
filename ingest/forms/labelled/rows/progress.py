"""Indicators of a plan to landed rows, with what a form of monitoring says of them while the year runs."""

from collections.abc import Sequence

from ingest.forms.indicators import PrintedIndicator, PrintedProgress, indicator_row
from ingest.forms.reading import FormReading
from ingest.grammar.targets import read_target
from ingest.rows import ProgressRow
from ingest.source.ledger import Ledger


def land_indicators(ledger: Ledger, reading: FormReading, seq: int, indicators: Sequence[PrintedIndicator]) -> None:
    """Land the indicators of the project ``seq``, and the progress of those that print any."""
    for number, printed in enumerate(indicators, start=1):
        reading.indicators.append(indicator_row(ledger, seq, number, printed))
        if printed.progress is not None:
            reading.progress.append(_progress_row(ledger, seq, number, printed, printed.progress))


def _progress_row(
    ledger: Ledger, seq: int, number: int, printed: PrintedIndicator, progress: PrintedProgress
) -> ProgressRow:
    to_date = read_target(progress.to_date.text) if progress.to_date else None
    expected = read_target(progress.expected.text) if progress.expected else None
    return ProgressRow(
        project_seq=seq,
        indicator_seq=number,
        period_printed=progress.label or None,
        to_date=progress.to_date.text or None,
        to_date_operator=to_date.operator if to_date else None,
        to_date_value=to_date.value if to_date else None,
        to_date_upper_value=to_date.upper_value if to_date else None,
        to_date_unit=to_date.unit if to_date else None,
        to_date_is_quantitative=to_date.is_quantitative if to_date else None,
        expected=progress.expected.text or None,
        expected_operator=expected.operator if expected else None,
        expected_value=expected.value if expected else None,
        expected_upper_value=expected.upper_value if expected else None,
        expected_unit=expected.unit if expected else None,
        expected_is_quantitative=expected.is_quantitative if expected else None,
        likelihood=progress.likelihood or None,
        reason=printed.reason.text if printed.reason is not None else None,
        **ledger.place(printed.whole),
    )
