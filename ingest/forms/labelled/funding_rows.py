"""The amounts of a labelled form to landed rows: one funding row a source, the printed total beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.forms.indicators import issue
from ingest.forms.labelled.form import LabelledForm, MoneyCell
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import UNIT_FACTORS, read_amount
from ingest.rows import AttributeRow, FundingRow, TotalRow
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed

_MEASURES = {
    "source_fiscal": "fiscal",
    "source_fiscal_part": "fiscal",
    "source_special_account": "special_account",
    "source_other": "other",
}


@dataclass(frozen=True, slots=True)
class _Amount:
    cell: MoneyCell
    value: Decimal


def read_wan(printed: Printed, unit: str) -> Decimal | None:
    """The amount in 万元 that a cell prints in ``unit``; None for a blank and for what cannot be read."""
    amount = read_amount(printed.text, unit)
    return amount.value * UNIT_FACTORS[unit] if amount and amount.value is not None else None


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
            _row(ledger, reading, project_seq, "fiscal", total[:1], midterm_total[:1])
            if not any("财政" in amount.cell.label.text for amount in used):
                message = "only a total is printed; taken for 财政拨款"
                reading.issues.append(
                    issue(ledger, "funding_source_assumed", used[0].cell.printed, message, project_seq)
                )
        _keep(ledger, reading, [*total[1:], *midterm_total[1:], *left, *midterm_left], project_seq)
        return
    for measure in dict.fromkeys(_MEASURES.values()):
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
    return _Amount(cell, amount.value * UNIT_FACTORS[cell.unit])


def _split(amounts: Sequence[_Amount]) -> tuple[dict[str, list[_Amount]], list[_Amount], list[_Amount]]:
    """Amounts by source, totals, and what is left: the parts of 财政拨款 where it is printed itself."""
    has_whole = any(amount.cell.kind == "source_fiscal" for amount in amounts)
    sources: dict[str, list[_Amount]] = {}
    totals, left = [], []
    for amount in amounts:
        measure = _MEASURES.get(amount.cell.kind)
        if measure is None:
            totals.append(amount)
        elif amount.cell.kind == "source_fiscal_part" and has_whole:
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
    where = (annual or midterm)[0].cell.printed.span
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
            page=ledger.source.position(where.start).page,
            line=ledger.source.position(where.start).line,
            char_start=where.start,
            char_end=where.end,
        )
    )


def _total(ledger: Ledger, reading: FormReading, project_seq: int, total: _Amount) -> None:
    span = total.cell.printed.span
    unit_seq = reading.projects[-1].unit_seq
    position = ledger.source.position(span.start)
    printed = total.cell.printed.text
    row = TotalRow("project", unit_seq, project_seq, "total", printed, total.value, False, *position, *span)
    reading.totals.append(row)


def _keep(ledger: Ledger, reading: FormReading, amounts: Sequence[_Amount], project_seq: int) -> None:
    """Keep amounts that are no funding as attributes, so that nothing is added twice and nothing lost."""
    for amount in amounts:
        span = amount.cell.printed.span
        label = amount.cell.label.text.strip("：: ")
        position = ledger.source.position(span.start)
        reading.attributes.append(AttributeRow(project_seq, label, amount.cell.printed.text, *position, *span))
