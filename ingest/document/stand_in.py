"""The unit of projects whose form names no body: the department, once it is known from elsewhere."""

from ingest.forms.reading import FormReading
from ingest.source.printed import fold


def with_department_as_unit(found: FormReading, department: str) -> None:
    """Put ``department`` in the place of units that no form prints and that bear the name of a project.

    Where a form prints no body, its reader takes the project's name until the department is known: from the title of
    another table, the page, the file's name or the manifest. Units are numbered anew, 1 … in their order.
    """
    projects = {fold(row.project_name) for row in found.projects}
    unnamed = {unit.unit_seq for unit in found.units if not unit.is_printed and fold(unit.unit_name) in projects}
    if not unnamed or fold(department) in projects:
        return
    seqs: dict[int, int] = {}
    kept: dict[str, int] = {}
    units = []
    for unit in found.units:
        if unit.unit_seq in unnamed:
            unit.unit_name = department
        name = fold(unit.unit_name)
        if name not in kept or unit.unit_seq not in unnamed:
            units.append(unit)
            kept.setdefault(name, len(units))
        seqs[unit.unit_seq] = kept[name] if unit.unit_seq in unnamed else len(units)
    for number, unit in enumerate(units, start=1):
        unit.unit_seq = number
    found.units = units
    for row in found.projects:
        row.unit_seq = seqs.get(row.unit_seq, row.unit_seq)
    for total in found.totals:
        total.unit_seq = seqs.get(total.unit_seq or 0, total.unit_seq)
    for repair in found.repairs:
        repair.unit_seq = seqs.get(repair.unit_seq or 0, repair.unit_seq)
