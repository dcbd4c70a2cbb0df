"""The amounts of a labelled form to landed rows: one funding row a source, the printed total beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.forms.indicators import issue
from ingest.forms.labelled.form import LabelledForm, MoneyCell
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import read_amount, wan
from ingest.grammar.funding_sources import FUNDING_SOURCES, LEADING_SOURCE, source_of_kind
from ingest.rows import AttributeRow, FundingRow, TotalRow
from ingest.source.ledger import Ledger


@dataclass(frozen=True, slots=True)
class _Amount:
    cell: MoneyCell
    value: Decimal


def land_funding(
    ledger: Ledger, reading: FormReading, form: LabelledForm, project_seq: int, is_whole_department: bool
) -> None:
    """Land the amounts of a form.

    The money of a whole department (整体支出) is that of its projects and would count twice: it is kept as attributes.
    """
    read = [found for cell in form.money if (found := _read(ledger, reading, cell, project_seq))]
    annual = [amount for amount in read if amount.cell.side == "annual"]
    midterm = [amount for amount in read if amount.cell.side == "midterm"]
    if is_whole_department:
        _keep(ledger, reading, read, project_seq)
        return
    sources, total, left = _split(annual)
    midterm_sources, midterm_total, midterm_left = _split(midterm)
    if not sources and not midterm_sources:
        # no source is printed: all of it is of the leading one
        used = [*total[:1], *midterm_total[:1]]
        if used:
            _row(ledger, reading, project_seq, LEADING_SOURCE, total[:1], midterm_total[:1])
            if not any("财政" in amount.cell.label.text for amount in used):
                message = "only a total is printed; taken for 财政拨款"
                reading.issues.append(
                    issue(ledger, "funding_source_assumed", used[0].cell.printed, message, project_seq)
                )
        _keep(ledger, reading, [*total[1:], *midterm_total[1:], *left, *midterm_left], project_seq)
        return
    for measure in FUNDING_SOURCES:
        own, mid = sources.get(measure, []), midterm_sources.get(measure, [])
        if not midterm_sources and list(sources) == [measure]:
            mid, midterm_total = midterm_total[:1], midterm_total[1:]
        if own or mid:
            _row(ledger, reading, project_seq, measure, own, mid)
    if total and sources:
        _total(ledger, reading, project_seq, total[0])
        total = total[1:]
    _keep(ledger, reading, [*total, *midterm_total, *left, *midterm_left], project_seq)


def _read(ledger: Ledger, reading: FormReading, cell: MoneyCell, project_seq: int) -> _Amount | None:
    amount = read_amount(cell.printed.text, cell.unit)
    if amount is None:
        ledger.label(cell.printed)
        return None
    if amount.value is None:
        ledger.leave(cell.printed, "amount cannot be read")
        reading.issues.append(issue(ledger, "amount_unreadable", cell.printed, "amount cannot be read", project_seq))
        return None
    ledger.field(cell.printed)
    return _Amount(cell, wan(amount.value, cell.unit))


def _split(amounts: Sequence[_Amount]) -> tuple[dict[str, list[_Amount]], list[_Amount], list[_Amount]]:
    """Amounts by source, totals, and what is left: the parts of 财政拨款 where it is printed itself."""
    has_whole = any(amount.cell.kind == "source_fiscal" for amount in amounts)
    sources: dict[str, list[_Amount]] = {}
    totals, left = [], []
    for amount in amounts:
        is_part = amount.cell.kind == "source_fiscal_part"
        measure = LEADING_SOURCE if is_part else source_of_kind(amount.cell.kind)
        if measure is None:
            totals.append(amount)
        elif is_part and has_whole:
            left.append(amount)
        else:
            sources.setdefault(measure, []).append(amount)
    return sources, totals, left


def _row(
    ledger: Ledger,
    reading: FormReading,
    project_seq: int,
    measure: str,
    annual: Sequence[_Amount],
    midterm: Sequence[_Amount],
) -> None:
    """The row of one source; amounts of several cells (其他资金 and 上年结转) are added."""
    if not annual:
        message = "no amount of the budget year"
        reading.issues.append(issue(ledger, "amount_missing", midterm[0].cell.printed, message, project_seq))
    reading.funding.append(
        FundingRow(
            project_seq=project_seq,
            funding_source_code=measure,
            amount_wan=sum((amount.value for amount in annual), Decimal(0)),
            amount_printed=" + ".join(amount.cell.printed.text for amount in annual) or None,
            midterm_amount_wan=sum((amount.value for amount in midterm), Decimal(0)) if midterm else None,
            midterm_amount_printed=" + ".join(amount.cell.printed.text for amount in midterm) or None,
            is_repaired=False,
            **ledger.place((annual or midterm)[0].cell.printed),
        )
    )


def _total(ledger: Ledger, reading: FormReading, project_seq: int, total: _Amount) -> None:
    printed = total.cell.printed
    unit_seq = reading.projects[-1].unit_seq
    row = TotalRow("project", unit_seq, project_seq, "total", printed.text, total.value, False, **ledger.place(printed))
    reading.totals.append(row)


def _keep(ledger: Ledger, reading: FormReading, amounts: Sequence[_Amount], project_seq: int) -> None:
    """Keep amounts that are no funding as attributes, so that nothing is added twice and nothing lost."""
    for amount in amounts:
        printed = amount.cell.printed
        label = amount.cell.label.text.strip("：: ")
        reading.attributes.append(AttributeRow(project_seq, label, printed.text, **ledger.place(printed)))
