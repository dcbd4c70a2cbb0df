"""The units of a list: of a column, of a heading above their projects, or the department itself."""

from collections.abc import Mapping, Sequence

from ingest.forms.indicator_rows.headers.columns import ListColumns
from ingest.forms.indicator_rows.parts import UNIT_BESIDE, looks_like_unit, unit_and_project
from ingest.forms.indicator_rows.project_rows import ProjectRows
from ingest.forms.reading import FormReading
from ingest.grammar.codes import split_code
from ingest.rows import UnitRow
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, fold


class Units:
    """Lands units; ``current`` is the number of the one that the projects read last stand under.

    ``department`` is the department's name where it is printed above the list.
    """

    def __init__(self, ledger: Ledger, reading: FormReading, department: Printed) -> None:
        self._ledger, self._reading, self._department = ledger, reading, department
        self._booked: set[int] = set()
        self._heading: int | None = None
        self.current: int | None = None

    def is_unit(self, text: str) -> bool:
        """True for the department's name and for one that ends as names of units do."""
        name = split_code(Printed(text, range(len(text)))).name.text
        return fold(name) == fold(self._reading.department or "") or looks_like_unit(name)

    def head(self, name: Printed, is_outer: bool) -> int | None:
        """Take a heading above projects; one above other headings is the department. Gives the unit's number."""
        if is_outer:
            own, department = split_code(name).name.text, self._reading.department
            if department is None or fold(department) == fold(own):
                self.take_department(name)
            else:
                self._ledger.leave(name, "a heading above units that is not the department's name")
            return None
        self._heading = self.current = self._unit(name, is_printed=True)
        return self._heading

    def take_department(self, name: Printed) -> None:
        """Take the name of a department; one that differs from the document's is kept beside it."""
        coded = split_code(name)
        self.book(name)
        reading = self._reading
        if reading.department is None:
            reading.department, reading.department_code = coded.name.text, coded.code.text or None
        elif fold(reading.department) == fold(coded.name.text):
            reading.department_code = reading.department_code or coded.code.text or None
        elif coded.name.text not in reading.other_departments:
            reading.other_departments.append(coded.name.text)

    def of_project(self, project: ProjectRows, name: Printed) -> int:
        """The number of a project's unit."""
        if project.department:
            self.take_department(project.department)
        if project.unit:
            self.current = self._unit(project.unit, is_printed=True)
            if project.department:
                unit, department = (split_code(body).name.text for body in (project.unit, project.department))
                self._reading.superiors.setdefault(unit, department)
        elif self._heading is not None:
            self.current = self._heading
        elif project.department:
            self.current = self._unit(project.department, is_printed=False)
        else:
            self.current = self._of_department(name)
        return self.current

    def code(self, cells: Sequence[Printed], is_of_department: bool = False) -> None:
        """Take the code of the current unit, or of the department, from a column of its own."""
        for cell in cells:
            self._ledger.field(cell)
        if cells and is_of_department:
            self._reading.department_code = self._reading.department_code or cells[0].text
            return
        unit = next((unit for unit in self._reading.units if unit.unit_seq == self.current), None)
        if unit is not None and cells:
            unit.unit_code = unit.unit_code or cells[0].text

    def book(self, cell: Printed) -> None:
        """Book the cell of a name once: the name and its code as fields, a seal as a label."""
        if not cell or cell.span.start in self._booked:
            return
        self._booked.add(cell.span.start)
        coded = split_code(cell)
        self._ledger.field(coded.name)
        self._ledger.field(coded.code)
        for other in coded.others:
            self._ledger.label(other)

    def _of_department(self, name: Printed) -> int:
        department = self._reading.department or name.text
        same = self._same(department)
        if same is None:
            same = len(self._reading.units) + 1
            place = self._ledger.place(self._department if department == self._department.text else name)
            self._reading.units.append(UnitRow(same, department, False, **place))
        return same

    def _unit(self, printed: Printed, is_printed: bool) -> int:
        coded = split_code(printed)
        self.book(printed)
        same = self._same(coded.name.text)
        if same is None:
            same = len(self._reading.units) + 1
            place, code = self._ledger.place(coded.name or NOTHING), coded.code.text or None
            self._reading.units.append(UnitRow(same, coded.name.text, is_printed, **place, unit_code=code))
        return same

    def _same(self, name: str) -> int | None:
        return next((u.unit_seq for u in self._reading.units if fold(u.unit_name) == fold(name)), None)


def with_unit_beside(ledger: Ledger, columns: ListColumns, cells: Mapping[int, Printed]) -> Mapping[int, Printed]:
    """The cells of a row, one of a unit and its project (`are_joined`) as two; the stroke between them is booked."""
    name = cells.get(columns.name, NOTHING) if UNIT_BESIDE in columns.heads else NOTHING
    if (joined := unit_and_project(name)) is None:
        return cells
    unit, stroke, project = joined
    ledger.label(stroke)
    return {**cells, UNIT_BESIDE: unit, columns.name: project}
