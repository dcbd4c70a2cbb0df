"""The unit and the department of a list's projects, carried down over blank and merged cells and over pages."""

from dataclasses import dataclass, field

from ingest.forms.indicator_rows.headers.columns import ListColumns
from ingest.forms.indicator_rows.project_rows import ListLine, ProjectRows
from ingest.source.printed import NOTHING, Printed, fold


@dataclass(slots=True)
class CarriedUnit:
    """The unit and department printed last; ``waiting`` are projects whose own may stand on the next page."""

    columns: ListColumns
    unit: Printed = NOTHING
    department: Printed = NOTHING
    waiting: list[ProjectRows] = field(default_factory=list)

    def take(self, line: ListLine) -> None:
        """Take what a row prints."""
        self.unit = line.heads.get(self.columns.place("unit"), self.unit)
        self.department = line.heads.get(self.columns.place("department"), self.department)

    def begin(self, project: ProjectRows, line: ListLine) -> None:
        """A project begins in a row; a blank merged cell that begins there may print its unit on the next page."""
        column = self.columns.place("unit")
        if line.prints_elsewhere(column, self.columns.merged) or (self.waiting and column not in line.heads):
            self.waiting.append(project)

    def settle(self, line: ListLine, name: Printed, current: ProjectRows | None) -> None:
        """The next unit printed: on top of a page, beside a project that goes on, it is that of those that waited.

        Beside a new project it may be theirs or not, which is said; within a page it is not.
        """
        unit = line.heads.get(self.columns.place("unit"), NOTHING)
        if not unit or not self.waiting:
            return
        goes_on = current is not None and (not name or fold(name.text) == fold(current.name.text))
        for project in self.waiting if line.is_top else ():
            if goes_on:
                project.unit = self.unit = unit
            else:
                project.is_unit_doubtful = True
        self.waiting = []
