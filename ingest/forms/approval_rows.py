"""One form of a 财政项目支出绩效目标批复表 to landed rows: unit, project with goals, funding, indicators."""

from dataclasses import dataclass, field

from ingest.forms.grid import Grid
from ingest.forms.indicators import PrintedIndicator, indicator_row, issue
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import UNIT_FACTORS, read_amount
from ingest.grammar.years import year_range
from ingest.ledger import Ledger
from ingest.printed import NOTHING, Printed, key
from ingest.rows import FundingRow, ProjectRow, UnitRow


@dataclass(slots=True)
class ApprovalForm:
    """One form of the document: its lines, then what was read from them."""

    title: Printed
    unit: Printed = NOTHING
    values: dict[str, Printed] = field(default_factory=dict)
    goal_columns: dict[str, int] = field(default_factory=dict)
    cycle: Printed = NOTHING
    grid: Grid | None = None
    indicators: list[PrintedIndicator] = field(default_factory=list)


def land_form(ledger: Ledger, reading: FormReading, form: ApprovalForm) -> None:
    """Turn a form into rows; a form without a project's name leaves its texts not understood."""
    name = form.values.get("project_name")
    if name is None:
        message = "a form without 项目名称"
        reading.issues.append(issue(ledger, "project_name_missing", form.title, message))
        return
    unit = form.unit or name
    unit_seq = next((u.unit_seq for u in reading.units if key(u.unit_name) == key(unit.text)), None)
    if unit_seq is None:
        unit_seq = len(reading.units) + 1
        position = ledger.source.position(unit.span.start)
        reading.units.append(UnitRow(unit_seq, unit.text, bool(form.unit), *position, *unit.span))
    seq = len(reading.projects) + 1
    reading.projects.append(_project(ledger, form, seq, unit_seq, ledger.field(name)))
    _funding(ledger, reading, form, seq)
    for indicator_seq, printed in enumerate(form.indicators, start=1):
        reading.indicators.append(indicator_row(ledger, seq, indicator_seq, printed))


def _project(ledger: Ledger, form: ApprovalForm, seq: int, unit_seq: int, name: Printed) -> ProjectRow:
    annual, cycle = form.values.get("annual_goal", NOTHING), form.values.get("cycle_goal", NOTHING)
    years = year_range(form.cycle.text)
    reply = form.values.get("reply")
    return ProjectRow(
        project_seq=seq,
        unit_seq=unit_seq,
        project_name=name.text,
        annual_goal=annual.text or None,
        cycle_goal=cycle.text or None,
        cycle_start_year=years.first if years else None,
        cycle_end_year=years.last if years else None,
        reply=ledger.field(reply).text if reply else None,
        page=ledger.source.position(name.span.start).page,
        line=ledger.source.position(name.span.start).line,
        char_start=name.span.start,
        char_end=name.span.end,
        annual_goal_start=annual.span.start if annual else None,
        annual_goal_end=annual.span.end if annual else None,
        cycle_goal_start=cycle.span.start if cycle else None,
        cycle_goal_end=cycle.span.end if cycle else None,
    )


def _funding(ledger: Ledger, reading: FormReading, form: ApprovalForm, project_seq: int) -> None:
    """The project's amounts: all of it is 财政拨款, of the budget year and of the mid-term."""
    factor = UNIT_FACTORS[reading.money_unit]
    read = {}
    for kind in ("annual_amount", "midterm_amount"):
        printed = form.values.get(kind)
        amount = read_amount(printed.text, reading.money_unit) if printed else None
        if printed is None or amount is None:
            continue
        if amount.value is None:
            ledger.leave(printed, "amount cannot be read")
            reading.issues.append(issue(ledger, "amount_unreadable", printed, "amount cannot be read", project_seq))
            continue
        read[kind] = (ledger.field(printed), amount.value * factor)
    if not read:
        return
    annual, midterm = read.get("annual_amount"), read.get("midterm_amount")
    where = (annual or midterm or (NOTHING, 0))[0].span
    if annual is None:
        reading.issues.append(issue(ledger, "amount_missing", NOTHING, "no amount of the budget year", project_seq))
    reading.funding.append(
        FundingRow(
            project_seq=project_seq,
            funding_source_code="fiscal",
            amount_wan=annual[1] if annual else 0 * factor,
            amount_printed=annual[0].text if annual else None,
            midterm_amount_wan=midterm[1] if midterm else None,
            midterm_amount_printed=midterm[0].text if midterm else None,
            is_repaired=False,
            page=ledger.source.position(where.start).page,
            line=ledger.source.position(where.start).line,
            char_start=where.start,
            char_end=where.end,
        )
    )
