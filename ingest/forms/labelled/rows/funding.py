"""The amounts of a labelled form to landed rows: one funding row a source, the printed total beside them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from ingest.forms.indicators import issue
from ingest.forms.labelled.form import LabelledForm, MoneyCell
from ingest.forms.labelled.meaning.blocks_of_money import source_said
from ingest.forms.labelled.meaning.groups import agree, annual_of, groups, is_of_whole_project
from ingest.forms.labelled.meaning.money import (
    Amount,
    GroupOfMoney,
    is_assumed,
    read_cell,
    source_by_words,
)
from ingest.forms.labelled.meaning.years import part_years_of_sum
from ingest.forms.labelled.rows.levels import are_of_levels, close_levels, land_levels, land_noted, of_fiscal
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import read_amount
from ingest.grammar.funding_sources import FUNDING_SOURCES, LEADING_SOURCE
from ingest.grammar.years import printed_years, year_range
from ingest.rows import AttributeRow, FundingRow, TotalRow
from ingest.source.ledger import Ledger
from ingest.source.printed import fold
from ingest.vocabulary import vocabulary

# 3年, 三年: how long a project goes on
_YEARS = re.compile("(?:[2-9]|[二两三四五])年")
# 2025年1月-12月, 2025年1月至2025年12月
_MONTHS_OF_A_YEAR = re.compile(r"(20\d\d)年\d{1,2}月(?:\d{1,2}日)?[-—~至到]{1,2}(?:\1年)?\d{1,2}月(?:\d{1,2}日)?")
_AROUND_LABELS = "：: ，,、；;"
_WITHOUT_UNIT = "amount_without_unit"
LONE_TOTAL = "only a total is printed; taken for 财政拨款"


def land_funding(ledger: Ledger, reading: FormReading, form: LabelledForm, project_seq: int) -> None:
    """Land the amounts of a form; an amount that nobody can read is an issue and no row."""
    part_years_of_sum(form, printed_years(reading.heading) or printed_years(reading.above), reading.money_unit)
    read = [_read(ledger, reading, cell, project_seq) for cell in form.money]
    found = groups([amount for amount in read if amount is not None])
    annual = annual_of(found)
    midterm = next((group for group in found if group.is_midterm), None)
    if annual is None and midterm is not None and midterm.total is not None and _is_of_one_year(form, found):
        message = "only the money of the whole period is printed, in a form of one year: taken for that of the year"
        reading.issues.append(issue(ledger, "amount_year_assumed", midterm.total.cell.printed, message, project_seq))
        annual, midterm = replace(midterm, is_proved=False, is_midterm=False), None
        found = [annual]
    used = [group for group in (annual, midterm) if group is not None]
    left = [amount for group in used for amount in group.parts]
    for group in used:
        if group is annual or group.is_proved:
            land_levels(ledger, reading, of_fiscal(group), project_seq, "annual" if group is annual else "midterm")
    for group in found:
        if group not in used:
            left += [*_all(group), *group.parts]
            own = [*_all(group), *group.parts]
            if (
                annual is not None
                and not group.is_midterm
                and are_of_levels(own, [annual.total] if annual.total else _all(annual))
            ):
                land_levels(ledger, reading, own, project_seq, "annual")
    if annual is not None:
        left += _land_annual(ledger, reading, project_seq, annual, midterm, source_said(form.attributes))
    elif left or midterm is not None:
        left += _all(midterm) if midterm is not None else []
        message = "no amount is named that of the budget year"
        reading.issues.append(issue(ledger, "amount_missing", left[0].cell.printed, message, project_seq))
    elif others := form.of_regions or form.of_years:
        message = "only the money of regions is printed, a column each, and none of all of them"
        message = message if form.of_regions else "no amount is named that of the budget year"
        reading.issues.append(issue(ledger, "amount_missing", others[0], message, project_seq))
    _keep(ledger, reading, left, project_seq)
    close_levels(ledger, reading, left, project_seq)


def _is_of_one_year(form: LabelledForm, found: Sequence[GroupOfMoney]) -> bool:
    """True for a form of a year that prints money once, and nothing that says that its project goes on for years.

    Of a year is a form that prints one, or that its project takes months of one.
    """
    says_cycle = bool(form.cycle or form.text("cycle_goal")) or (form.grid is not None and form.grid.cycle is not None)
    texts = [value.text for _, values in form.filled() for value in values]
    is_long = any(year_range(text) is not None or _YEARS.fullmatch(text.strip()) for text in texts)
    is_of_year = form.year is not None or any(_MONTHS_OF_A_YEAR.fullmatch(fold(text)) for text in texts)
    return is_of_year and len(found) == 1 and not (says_cycle or is_long)


@cache
def _most_without_unit() -> Decimal:
    (row,) = (row for row in vocabulary("expectation_thresholds") if row["name"] == _WITHOUT_UNIT)
    return Decimal(row["value"])


def leave_without_unit(ledger: Ledger, reading: FormReading, form: LabelledForm, project_seq: int | None) -> None:
    """Leave amounts not understood that are too large for 万元, where neither they nor the document print a unit."""
    if reading.money_unit_basis != "assumed":
        return
    most = _most_without_unit()
    cells = [(cell.printed, read_cell(cell)) for cell in form.money]
    cells += [(own, line.wan(column)) for line in form.executions for column, own in line.cells.items()]
    large = [own for own, value in cells if value is not None and value >= most and "元" not in own.text]
    message = "no unit of money is printed, and the amount is too large for 万元"
    for printed in large:
        ledger.leave(printed, message)
        reading.issues.append(issue(ledger, "amount_unreadable", printed, message, project_seq))
    form.money = [cell for cell in form.money if not any(cell.printed is own for own in large)]
    for line in form.executions:
        line.cells = {at: cell for at, cell in line.cells.items() if not any(cell is own for own in large)}


def keep_money(ledger: Ledger, reading: FormReading, form: LabelledForm, project_seq: int) -> None:
    """Keep the amounts of a form that is no budget as attributes: they never enter a sum of funding."""
    read = [_read(ledger, reading, cell, project_seq) for cell in form.money]
    _keep(ledger, reading, [amount for amount in read if amount is not None], project_seq)


def _read(ledger: Ledger, reading: FormReading, cell: MoneyCell, project_seq: int) -> Amount | None:
    value = read_cell(cell)
    if value is not None:
        ledger.field(cell.printed)
        return Amount(cell, value)
    if read_amount(cell.printed.text) is None:
        ledger.label(cell.printed)
        return None
    ledger.leave(cell.printed, "amount cannot be read")
    reading.issues.append(issue(ledger, "amount_unreadable", cell.printed, "amount cannot be read", project_seq))
    return None


def _all(group: GroupOfMoney) -> list[Amount]:
    totals = [group.total] if group.total is not None else []
    return [*totals, *group.of_sources]


def _land_annual(
    ledger: Ledger,
    reading: FormReading,
    project_seq: int,
    annual: GroupOfMoney,
    midterm: GroupOfMoney | None,
    said: str | None,
) -> list[Amount]:
    """Land the money of the year, that of the whole project beside it; gives what is in no row.

    A total alone is of the source that is ``said`` beside it.
    """
    sources, left = dict(annual.sources), list[Amount]()
    whole = dict(midterm.sources) if midterm is not None else {}
    if midterm is not None and midterm.total is not None and not midterm.is_proved:
        left += [amount for amounts in whole.values() for amount in amounts]  # they may be of anything
        whole = {}
    if not sources and annual.total is not None:
        sources[said or LEADING_SOURCE] = [annual.total]
        if said is None and "财政" not in annual.total.cell.label.text:
            printed = annual.total.cell.printed
            reading.issues.append(issue(ledger, "funding_source_assumed", printed, LONE_TOTAL, project_seq))
    elif annual.total is not None and is_of_whole_project(annual, annual.total):
        left.append(annual.total)
    elif annual.total is not None:
        _total(ledger, reading, project_seq, annual.total)
    if midterm is not None and midterm.total is not None:
        if not whole and [*sources] in ([LEADING_SOURCE], [said]):
            whole[next(iter(sources))] = [midterm.total]
        elif annual.total is None and not (midterm.sources or is_of_whole_project(annual, midterm.total)):
            _total(ledger, reading, project_seq, midterm.total)
        else:
            left.append(midterm.total)
    named = [amount for amounts in sources.values() for amount in amounts if amount is not annual.total]
    for cell in (amount.cell for amount in named if is_assumed(amount.cell)):
        reading.issues.append(issue(ledger, "funding_source_assumed", cell.printed, _how_assumed(cell), project_seq))
    for source in FUNDING_SOURCES:
        if source in sources:
            is_proved = annual.is_proved or (midterm is not None and agree(annual, midterm))
            _row(ledger, reading, project_seq, source, sources[source], whole.pop(source, []), is_proved)
    return [*left, *(amount for amounts in whole.values() for amount in amounts)]


def _how_assumed(cell: MoneyCell) -> str:
    """Why the source of an amount is a guess, in words."""
    source = source_by_words(cell.label.text)
    return (
        f"only a word of its label tells the source {source}" if source else "no word tells the source; taken for other"
    )


def _row(
    ledger: Ledger,
    reading: FormReading,
    project_seq: int,
    source: str,
    annual: Sequence[Amount],
    midterm: Sequence[Amount],
    is_proved: bool,
) -> None:
    """The row of one source; amounts of several cells (其他资金 and 上年结转) are added."""
    reading.funding.append(
        FundingRow(
            project_seq=project_seq,
            funding_source_code=source,
            amount_wan=sum((amount.value for amount in annual), Decimal(0)),
            amount_printed=" + ".join(amount.cell.amount.text for amount in annual),
            midterm_amount_wan=sum((amount.value for amount in midterm), Decimal(0)) if midterm else None,
            midterm_amount_printed=" + ".join(amount.cell.amount.text for amount in midterm) or None,
            is_repaired=False,
            **ledger.place(annual[0].cell.amount),
            is_proved=is_proved,
        )
    )
    if source == LEADING_SOURCE:
        land_levels(ledger, reading, annual, project_seq, "annual")
        land_levels(ledger, reading, midterm, project_seq, "midterm")
        for amounts, period in ((annual, "annual"), (midterm, "midterm")):
            land_noted(ledger, reading, amounts, project_seq, period)
    _keep_notes(ledger, reading, [*annual, *midterm], project_seq)


def _total(ledger: Ledger, reading: FormReading, project_seq: int, total: Amount) -> None:
    printed, unit_seq = total.cell.amount, reading.projects[project_seq - 1].unit_seq
    row = TotalRow("project", unit_seq, project_seq, "total", printed.text, total.value, False, **ledger.place(printed))
    reading.totals.append(row)
    _keep_notes(ledger, reading, [total], project_seq)


def _keep(ledger: Ledger, reading: FormReading, amounts: Sequence[Amount], project_seq: int) -> None:
    """Keep amounts that are no funding as attributes, so that nothing is added twice and nothing lost."""
    for amount in amounts:
        printed = amount.cell.printed
        label = amount.cell.label.text.strip(_AROUND_LABELS)
        reading.attributes.append(AttributeRow(project_seq, label, printed.text, **ledger.place(printed)))


def _keep_notes(ledger: Ledger, reading: FormReading, amounts: Sequence[Amount], project_seq: int) -> None:
    """Keep what stands in brackets behind amounts under the labels of these."""
    for amount in amounts:
        if notes := amount.cell.notes:
            label = amount.cell.label.text.strip(_AROUND_LABELS)
            reading.attributes.append(AttributeRow(project_seq, label, notes.text, **ledger.place(notes)))
