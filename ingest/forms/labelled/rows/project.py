"""One labelled form to landed rows: unit, project with goals and attributes, and what is planned or evaluated."""

from ingest.forms.heading import without_year
from ingest.forms.indicators import issue, read_indicators
from ingest.forms.labelled.bodies import body_of_title, is_name_of_body
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.labels import book_label, fold_label, speaks
from ingest.forms.labelled.rows.department_form.department import is_of_department, land_department
from ingest.forms.labelled.rows.evaluation import complete_budget, is_evaluation, land_evaluation
from ingest.forms.labelled.rows.funding import keep_money, land_funding, leave_without_unit
from ingest.forms.labelled.rows.nameless import explains, is_of_a_grid, why_nameless
from ingest.forms.labelled.rows.progress import land_indicators
from ingest.forms.labelled.rows.rate_row import take_rate_row
from ingest.forms.labelled.rows.titled import name_of_title, title_behind
from ingest.forms.labelled.rows.unread import leave_unread
from ingest.forms.reading import FormReading
from ingest.grammar.codes import CodedName, is_name, split_code, split_code_of_body
from ingest.grammar.years import year_range
from ingest.rows import AttributeRow, ProjectRow, UnitRow
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, bounds, fold
from ingest.vocabulary import words

PROJECT_CODE = "项目编码"
DEPARTMENT = "主管部门"
_REGIONAL = "the form of a region: its money is part of that of the whole, printed before"
DEPARTMENT_CODE, UNIT_CODE = "部门编码", "单位编码"
"""Attributes that keep codes printed beside names, and departments of a document of several."""


def land_form(ledger: Ledger, reading: FormReading, form: LabelledForm) -> None:
    """Turn a form into rows, booking what they hold; one without a project's name leaves its texts not understood."""
    if is_of_department(form):
        _land_whole(ledger, reading, form)
        return
    if _says_none(form):
        _book_labels(ledger, reading, form)
        ledger.label(form.text("project_name"))
        return
    coded = _name(ledger, form)
    name = coded.name
    if not name:
        _say_nameless(ledger, reading, form)
        return
    seq = len(reading.projects) + 1
    _book_labels(ledger, reading, form, seq)
    bodies = _bodies(ledger, reading, form)
    unit_seq = _unit_seq(ledger, reading, bodies, name)
    if speaks(form.title.text, "regional_title") and any(own.project_name == name.text for own in reading.projects):
        reading.issues.append(issue(ledger, "project_repeated", name, _REGIONAL, seq))
    reading.projects.append(project_row(ledger, form, seq, unit_seq, name))
    _keep_bodies(ledger, reading, bodies, seq, unit_seq)
    if coded.code:
        code = AttributeRow(seq, PROJECT_CODE, coded.code.text, **ledger.place(coded.code))
        reading.attributes.append(code)
    is_evaluated = is_evaluation(form)
    if is_evaluated:
        take_rate_row(ledger, form)
        complete_budget(form)
        keep_money(ledger, reading, form, seq)
    else:
        land_funding(ledger, reading, form, seq)
    for label_text, values in form.filled():
        for value in values:
            ledger.field(value)
        text = "；".join(value.text for value in values)
        reading.attributes.append(AttributeRow(seq, label_text, text, **ledger.place(values[0])))
    leave_unread(ledger, reading, form, seq)
    for part in form.fields:
        ledger.field(part)
    (land_evaluation if is_evaluated else _land_indicators)(ledger, reading, form, seq)


def _land_indicators(ledger: Ledger, reading: FormReading, form: LabelledForm, seq: int) -> None:
    land_indicators(ledger, reading, seq, form.indicators)
    listed = form.text("grid")
    if listed and not form.indicators:
        read_indicators(ledger, reading, seq, listed)


def _says_none(form: LabelledForm) -> bool:
    """True for a form that is printed to say that there is no project: 无 beside 项目名称, and nothing filled in."""
    is_none = fold(form.text("project_name").text) in words("form_labels", "nothing_word")
    return is_none and not (form.money or form.executions or form.indicators or form.text("annual_goal"))


def _land_whole(ledger: Ledger, reading: FormReading, form: LabelledForm) -> None:
    """Land the form of a whole department, and whose it is."""
    _book_labels(ledger, reading, form)
    bodies = _bodies(ledger, reading, form)
    _unit_seq(ledger, reading, bodies, NOTHING)
    if bodies[0].name:
        reading.whole_departments.append(_official(bodies[0].name.text))
    land_department(ledger, reading, form)


def _name(ledger: Ledger, form: LabelledForm) -> CodedName:
    """The name and the code of the project, booked: printed under a label, else in the title or below it."""
    printed = form.text("project_name")
    name = split_code(printed).name.text
    if is_name(name) and not (explains(printed.text) or is_of_a_grid(name)):
        return _named(ledger, printed)
    titled = name_of_title(form)
    if titled and titled.at[0] in form.below.at:  # the title itself is booked
        begin = form.below.at.index(titled.at[0])
        ledger.label(form.below[:begin])
        ledger.field(titled)
        ledger.label(form.below[begin + len(titled.text) :])
    return CodedName(titled, NOTHING, ())


def _say_nameless(ledger: Ledger, reading: FormReading, form: LabelledForm) -> None:
    """Say why a form without a project's name is not read; lines of prose above the first title are no form."""
    if form.title or form.grid is not None or form.text("project_name"):
        reading.issues.append(issue(ledger, "project_name_missing", form.title, why_nameless(ledger, form)))


def _book_labels(ledger: Ledger, reading: FormReading, form: LabelledForm, project_seq: int | None = None) -> None:
    """Book the labels of a form, which print the unit of its money; amounts without any are left."""
    for label in form.labels:
        if "cycle_goal" in label.kinds and form.cycle is not NOTHING and form.cycle.span[0] in label.label.at:
            _book_with_years(ledger, label.label, form.cycle)
        else:
            book_label(ledger, reading, label.label)
    for filler in form.fillers:
        ledger.label(filler)
    leave_without_unit(ledger, reading, form, project_seq)


def _book_with_years(ledger: Ledger, label: Printed, cycle: Printed) -> None:
    """Book the label of the cycle's goal; the years in its brackets are a field."""
    start = label.at.index(cycle.at[0])
    ledger.label(label[:start].strip())
    ledger.field(cycle)
    ledger.label(label[start + len(cycle.text) :].strip())


def _named(ledger: Ledger, printed: Printed, is_body: bool = False, is_above: bool = False) -> CodedName:
    """A name and its code, both booked as fields; a seal is a label, so what an account adds to a body above a unit."""
    found = split_code_of_body(printed) if is_body else split_code(printed)
    end = len(_official(found.name.text) if is_above else found.name.text)
    for part in (found.name[:end], found.code):
        ledger.field(part)
    for other in (found.name[end:], *found.others):
        ledger.label(other)
    return found


def _bodies(ledger: Ledger, reading: FormReading, form: LabelledForm) -> tuple[CodedName, CodedName]:
    """The department and the unit of a form, booked; where it names neither, the unit of its title."""
    department, unit = (form.names.get(kind, NOTHING) for kind in ("form_department", "form_unit"))
    body = body_of_title(form.title) if not department and not unit else None
    if body is not None:  # booked with the title
        return CodedName(NOTHING, NOTHING, ()), CodedName(body, NOTHING, ())
    department, unit = (without_year(ledger, reading, body) for body in (department, unit))
    end = title_behind(department)
    ledger.label(department[end:])
    below = _named(ledger, unit, is_body=True)
    return _named(ledger, department[:end], is_body=True, is_above=bool(below.name)), below


def _unit_seq(ledger: Ledger, reading: FormReading, bodies: tuple[CodedName, CodedName], name: Printed) -> int:
    """The unit of the form: printed, else the department, else that of the form before, else the project itself."""
    department, unit = bodies
    if department.name:
        _department(reading, department)
    if department.name and unit.name:
        reading.superiors.setdefault(_official(unit.name.text), _official(department.name.text))
    if not unit.name and not department.name and reading.units:
        return reading.units[-1].unit_seq
    if not (unit.name or department.name or name):
        return 0
    chosen, code = (unit.name, unit.code) if unit.name else (department.name or name, department.code)
    same = next((u.unit_seq for u in reading.units if fold(u.unit_name) == fold(chosen.text)), None)
    if same is not None:
        return same
    row = UnitRow(
        len(reading.units) + 1, chosen.text, bool(unit.name), **ledger.place(chosen), unit_code=code.text or None
    )
    reading.units.append(row)
    return len(reading.units)


def _keep_bodies(
    ledger: Ledger, reading: FormReading, bodies: tuple[CodedName, CodedName], seq: int, unit_seq: int
) -> None:
    """Keep, as attributes of the project, codes other than those by which its department and unit are known.

    So its department, for a document of several.
    """
    department, unit = bodies
    if department.name:
        own = AttributeRow(seq, DEPARTMENT, department.name.text, **ledger.place(department.name))
        reading.departments.append(own)
    known = {reading.department_code, *(row.unit_code for row in reading.units if row.unit_seq == unit_seq)}
    for label, code in ((DEPARTMENT_CODE, department.code), (UNIT_CODE, unit.code)):
        if code and code.text not in known:
            reading.attributes.append(AttributeRow(seq, label, code.text, **ledger.place(code)))


def _department(reading: FormReading, coded: CodedName) -> None:
    """Take the department of a form; one that differs from that of the first form is kept beside it."""
    own = _official(coded.name.text)
    reading.department = reading.department or own
    reading.form_department = reading.form_department or own
    if _bare(own) != _bare(reading.form_department) and own not in reading.other_departments:
        reading.other_departments.append(own)
    reading.department_code = reading.department_code or coded.code.text or None


def _official(name: str) -> str:
    """The name of a department without what an account of it adds: 某局本级, 某局部门."""
    shorter = name.removesuffix("本级").removesuffix("部门")
    return shorter if is_name_of_body(shorter) else name


def _bare(name: str) -> str:
    return fold_label(name).removesuffix("本级")


def _goals(form: LabelledForm) -> tuple[Printed, Printed]:
    """The annual and the cycle's goal; 总体目标 is the one of them that the form does not print."""
    annual, cycle, overall = (form.text(kind) for kind in ("annual_goal", "cycle_goal", "overall_goal"))
    return annual or overall, cycle or (overall if annual else NOTHING)


def project_row(ledger: Ledger, form: LabelledForm, seq: int, unit_seq: int, name: Printed) -> ProjectRow:
    """The landed row of the project of a form, its goals booked."""
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
