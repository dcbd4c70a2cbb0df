"""The units that a table of money prints beside the names of projects, whose forms name none of their own."""

from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.reading import FormReading
from ingest.grammar.codes import split_code_of_body
from ingest.rows import UnitRow
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed, fold


def take_unit(ledger: Ledger, reading: FormReading, seq: int, role: str, unit: Printed) -> bool:
    """Take the unit of a project from a column of a table; False where its form says whose it is."""
    return _apart(ledger, reading, seq, unit) or (role == "unit" and _for_department(ledger, reading, seq, unit))


def _for_department(ledger: Ledger, reading: FormReading, seq: int, unit: Printed) -> bool:
    """Take a unit for the department that stands for it, as the form of the project names none."""
    project = reading.projects[seq - 1]
    own = next(row for row in reading.units if row.unit_seq == project.unit_seq)
    if own.is_printed or not is_name_of_body(unit.text) or fold(unit.text) == fold(own.unit_name):
        return False
    _move(ledger, reading, seq, unit)
    return True


def _apart(ledger: Ledger, reading: FormReading, seq: int, unit: Printed) -> bool:
    """Part the name of a project from its unit in brackets behind it: the table prints both in columns."""
    project, behind = reading.projects[seq - 1], f"({fold(unit.text)})"
    name = project.project_name
    if not fold(name).endswith(behind):
        return False
    project.project_name = name[: max(name.rfind(mark) for mark in "(（")].strip()
    printed = ledger.source.text[project.char_start : project.char_end]
    project.char_end = project.char_start + len(printed[: max(printed.rfind(mark) for mark in "(（")].rstrip())
    _move(ledger, reading, seq, unit)
    return True


def _move(ledger: Ledger, reading: FormReading, seq: int, unit: Printed) -> None:
    """Put a project under a unit, which may be a new one; the one that it leaves is gone where nothing prints it."""
    project = reading.projects[seq - 1]
    before = project.unit_seq
    coded = split_code_of_body(unit)
    same = next((own.unit_seq for own in reading.units if fold(own.unit_name) == fold(coded.name.text)), None)
    if same is None:
        same = max(own.unit_seq for own in reading.units) + 1
        place = ledger.place(ledger.field(coded.name))
        ledger.field(coded.code)
        for other in coded.others:
            ledger.label(other)
        reading.units.append(UnitRow(same, coded.name.text, True, **place, unit_code=coded.code.text or None))
    else:
        ledger.label(unit)
    project.unit_seq = same
    for total in reading.totals:
        total.unit_seq = same if total.project_seq == seq else total.unit_seq
    if all(own.unit_seq != before for own in reading.projects):
        reading.units[:] = [own for own in reading.units if own.unit_seq != before or own.is_printed]


def number_units(reading: FormReading) -> None:
    """Number the units anew, of which those that names of projects stood for are gone."""
    numbers = {own.unit_seq: number for number, own in enumerate(reading.units, start=1)}
    for rows in (reading.units, reading.projects, reading.totals):
        for row in rows:
            if row.unit_seq is not None:
                row.unit_seq = numbers[row.unit_seq]
