"""One labelled form to landed rows: unit, project with goals and attributes, and what is planned or evaluated."""

import re

from ingest.forms.indicators import indicator_row, issue, read_indicators
from ingest.forms.labelled.evaluation_rows import is_evaluation, land_evaluation
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.funding_rows import land_funding
from ingest.forms.reading import FormReading
from ingest.grammar.years import year_range
from ingest.rows import AttributeRow, ProjectRow, UnitRow
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, bounds, find, fold
from ingest.vocabulary import words

# [015001]名, 776001-名, 51000021R000000019951-名; never 2024-2025年名
_CODE = re.compile(
    r"(?:[\[【(（]\s*[0-9A-Za-z\-]{3,}\s*[\]】)）]|(?!20\d\d\D)(?=[A-Z]*\d{3})[0-9A-Z]{3,}\s*[-—_－]+)\s*"
    r"(?=[\u4e00-\u9fff（(《“])"
)
_CODE_BEHIND = re.compile(r"(?<!\s)\s*+[\[【]\s*[0-9A-Za-z\-]{3,}\s*[\]】]$")
_SEAL = re.compile(r"[（(]\s*(?:盖章|公章|签章)\s*[)）]$")


def land_form(ledger: Ledger, reading: FormReading, form: LabelledForm) -> None:
    """Turn a form into rows; a form without a project's name leaves its texts not understood."""
    overall = next((found for word in words("form_labels", "overall_title") if (found := find(form.title, word))), None)
    name = _without_code(ledger, form.text("project_name"))
    if not name and overall is None:
        message = "a form without 项目名称"
        reading.issues.append(issue(ledger, "project_name_missing", form.title, message))
        return
    if name:
        ledger.field(name)
    name = name or overall or NOTHING
    seq = len(reading.projects) + 1
    reading.projects.append(_project(ledger, form, seq, _unit_seq(ledger, reading, form, name), name))
    land_funding(ledger, reading, form, seq, is_whole_department=not form.is_named)
    for label, value in form.filled():
        ledger.field(value)
        reading.attributes.append(AttributeRow(seq, label, value.text, **ledger.place(value)))
    if is_evaluation(form):
        land_evaluation(ledger, reading, form, seq)
        return
    for indicator_seq, printed in enumerate(form.indicators, start=1):
        reading.indicators.append(indicator_row(ledger, seq, indicator_seq, printed))
    listed = form.text("grid")
    if listed and not form.indicators:
        read_indicators(ledger, reading, seq, listed)


def _without_code(ledger: Ledger, printed: Printed) -> Printed:
    """A name without the code before or behind it, which is booked as a label."""
    code, behind = _CODE.match(printed.text), _CODE_BEHIND.search(printed.text) or _SEAL.search(printed.text)
    if behind and behind.start() > 0:
        ledger.label(printed[behind.start() :].strip())
        printed = printed[: behind.start()]
    if code and code.end() < len(printed.text):
        ledger.label(printed[: code.end()].strip())
        printed = printed[code.end() :]
    return printed.strip()


def _unit_seq(ledger: Ledger, reading: FormReading, form: LabelledForm, name: Printed) -> int:
    """The unit of the form: printed, else the department, else that of the form before, else the project itself."""
    department, unit = _without_code(ledger, form.department), _without_code(ledger, form.unit)
    for printed in (department, unit):
        if printed:
            ledger.field(printed)
    if department:
        reading.department = reading.department or department.text
    if not unit and not department and reading.units:
        return reading.units[-1].unit_seq
    chosen = unit or department or name
    same = next((u.unit_seq for u in reading.units if fold(u.unit_name) == fold(chosen.text)), None)
    if same is not None:
        return same
    reading.units.append(UnitRow(len(reading.units) + 1, chosen.text, bool(unit), **ledger.place(chosen)))
    return len(reading.units)


def _goals(form: LabelledForm) -> tuple[Printed, Printed]:
    """The annual and the cycle's goal; 总体目标 is the one of them that the form does not print."""
    annual, cycle, overall = (form.text(kind) for kind in ("annual_goal", "cycle_goal", "overall_goal"))
    if overall and annual and not cycle:
        return annual, overall
    return annual or overall, cycle or (overall if annual else NOTHING)


def _project(ledger: Ledger, form: LabelledForm, seq: int, unit_seq: int, name: Printed) -> ProjectRow:
    annual, cycle = _goals(form)
    for goal in ("annual_goal", "cycle_goal", "overall_goal"):
        ledger.field(form.text(goal))
    annual_start, annual_end = bounds(annual)
    cycle_start, cycle_end = bounds(cycle)
    years = year_range(form.cycle.text)
    reply = form.text("reply")
    return ProjectRow(
        project_seq=seq,
        unit_seq=unit_seq,
        project_name=name.text,
        annual_goal=annual.text or None,
        cycle_goal=cycle.text or None,
        cycle_start_year=years.first if years else None,
        cycle_end_year=years.last if years else None,
        reply=ledger.field(reply).text if reply else None,
        **ledger.place(name),
        annual_goal_start=annual_start,
        annual_goal_end=annual_end,
        cycle_goal_start=cycle_start,
        cycle_goal_end=cycle_end,
    )
