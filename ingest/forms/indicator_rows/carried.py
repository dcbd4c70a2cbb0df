"""What projects of a list print once: unit and department, carried down, and cells that a page's end cuts."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from ingest.forms.indicator_rows.headers.columns import GOALS, ListColumns
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

    def begins(self, unit: Printed, are_projects_above: bool) -> bool:
        """True for the name of a unit, beside its 小计, that is not the one of the projects above."""
        return bool(unit) and (fold(unit.text) != fold(self.unit.text) if self.unit else not are_projects_above)

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

    def goes_on(
        self, project: ProjectRows | None, line: ListLine, parts: Iterable[object], units: Collection[str]
    ) -> bool:
        """Take the first row of a page that prints a project again, and whole the name of the unit that was cut.

        The unit is that of all ``parts`` under the cut one. False for any other row, which is not taken; what it prints
        of the project whose cells the page's end cuts is put to what stands above.
        """
        if project is None:
            return False
        unit = line.heads.get(self.columns.place("unit"), NOTHING)
        cut, whole = fold(project.unit.text), fold(unit.text)
        is_cut = 0 < len(cut) < len(whole) and whole.startswith(cut)
        if not is_cut or not _is_again(project.lines[0].heads, line, self.columns):
            _rejoin(project, line, self.columns, units)
            return False
        under = [part for part in parts if isinstance(part, ProjectRows) and part.unit is project.unit]
        for own in under:
            own.unit = unit
        self.take(line)
        project.lines.append(line)
        return True


def _is_again(first: Mapping[int, Printed], line: ListLine, columns: ListColumns) -> bool:
    """True for a row with the name and the goal of a project, and with nothing else of it that was printed before."""
    same = [columns.name, *columns.all_of(*GOALS)]
    others = [at for at in line.heads if at not in (*same, columns.place("unit"))]
    is_same = all(at in first and at in line.heads and fold(first[at].text) == fold(line.heads[at].text) for at in same)
    return len(same) > 1 and is_same and not any(at in first for at in others)


def _rejoin(project: ProjectRows, line: ListLine, columns: ListColumns, units: Collection[str]) -> None:
    """Put what the first row of a page prints of a project, whose cells the page's end cuts, to what stands above.

    It goes on where name and money are the same and both parts of the unit's name are one of the ``units``, folded.
    A goal is printed in parts that may overlap: the second stays not understood.
    """
    first, unit = project.lines[0].heads, columns.place("unit")
    same = [columns.name, *columns.all_of("money", "execution")]
    if len(same) == 1 or any(at not in first or at not in line.heads for at in (*same, unit)):
        return
    if any(fold(first[at].text) != fold(line.heads[at].text) for at in same):
        return
    if fold(first[unit].text + line.heads[unit].text) not in units:
        return
    for at in [at for at in line.heads if at not in same]:
        rest, own = line.heads.pop(at), first.get(at, NOTHING)
        if at not in columns.all_of(*GOALS) and fold(own.text) != fold(rest.text):
            first[at] = own.followed_by(rest)
    project.unit = first[unit]
