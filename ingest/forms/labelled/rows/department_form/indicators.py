"""The indicators of a whole department's form to landed rows: planned and evaluated ones alike."""

from ingest.forms.indicators import PrintedIndicator, indicator_row, performance_row
from ingest.rows.department import DepartmentIndicatorRow
from ingest.source.ledger import Ledger


def department_indicator(ledger: Ledger, seq: int, number: int, printed: PrintedIndicator) -> DepartmentIndicatorRow:
    """The landed row of an indicator of a department's form ``seq``, its ``number`` from 1."""
    row = indicator_row(ledger, seq, number, printed)
    evaluated = performance_row(ledger, seq, number, printed)
    return DepartmentIndicatorRow(
        form_seq=seq,
        indicator_seq=number,
        printed_level1=row.printed_level1,
        printed_level2=row.printed_level2,
        category_code=row.category_code,
        indicator_name=row.indicator_name,
        cycle_target=row.cycle_target,
        cycle_operator=row.cycle_operator,
        cycle_value=row.cycle_value,
        cycle_upper_value=row.cycle_upper_value,
        cycle_unit=row.cycle_unit,
        cycle_is_quantitative=row.cycle_is_quantitative,
        annual_target=row.annual_target,
        annual_operator=row.annual_operator,
        annual_value=row.annual_value,
        annual_upper_value=row.annual_upper_value,
        annual_unit=row.annual_unit,
        annual_is_quantitative=row.annual_is_quantitative,
        actual=evaluated.actual,
        actual_operator=evaluated.actual_operator,
        actual_value=evaluated.actual_value,
        actual_upper_value=evaluated.actual_upper_value,
        actual_unit=evaluated.actual_unit,
        actual_is_quantitative=evaluated.actual_is_quantitative,
        direction=evaluated.direction,
        weight=evaluated.weight,
        score=evaluated.score,
        reason=evaluated.reason,
        note=evaluated.note,
        **ledger.place(printed.whole),
    )
