"""Which rows of a list are of which project: the name carried down over blank cells, as far as that is certain.

A row with a name begins a project or goes on with the one of that name. A row without one is of the project above,
unless it prints another goal or amount, goes back to a level that was left, or stands at a page's end before a project
whose first rows lack: then nobody knows whose it is, and it is left.
"""

from dataclasses import dataclass, field, replace

from ingest.forms.indicator_rows.carried import CarriedUnit
from ingest.forms.indicator_rows.headers.columns import ListColumns
from ingest.forms.indicator_rows.parts import (
    NAME_ELSEWHERE,
    NO_PROJECT,
    OTHER_COLUMNS,
    OTHER_PROJECT,
    OUTSIDE,
    Heading,
    Left,
    Part,
    heading_of,
    is_no_name,
    is_rest,
    looks_like_unit,
    prints_scores,
    read_total,
    says_of_project,
)
from ingest.forms.indicator_rows.project_rows import Levels, ListLine, ProjectRows
from ingest.forms.labelled.labels import find_label
from ingest.source.printed import NOTHING, Printed, fold


@dataclass(slots=True)
class Grouper:
    """Takes the rows of a list one after another; ``parts`` are what they are.

    ``is_paged`` where a merged cell may be printed on a page other than that on which it begins.
    """

    columns: ListColumns
    is_paged: bool
    parts: list[Part] = field(default_factory=list)
    _held: ListLine | None = None
    _doubtful: Heading | None = None
    _last_unit: str = ""
    _current: ProjectRows | None = None
    _levels: Levels = field(default_factory=Levels)
    _reason: str = NO_PROJECT
    _is_unmerged: bool = False
    _orphans: list[ListLine] = field(default_factory=list)
    _seen: set[tuple[str, str, str]] = field(default_factory=set)
    _carried: CarriedUnit = field(init=False)

    def __post_init__(self) -> None:
        self._carried = CarriedUnit(self.columns)

    def take(self, line: ListLine) -> None:
        """Take the next row, or the rest of the one before that a page's end broke."""
        if self.is_paged and self._held is not None and is_rest(line, self._held, self.columns):
            for own, rest in ((self._held.heads, line.heads), (self._held.cells, line.cells)):
                for column, cell in rest.items():
                    own[column] = own[column].followed_by(cell)
            return
        self.flush()
        self._held = line

    def flush(self) -> None:
        """Group the row that waited for its rest."""
        if self._held is not None:
            held, self._held = self._held, None
            self._group(held)

    def finish(self) -> None:
        """The list ends: what waited for a row behind it gets none."""
        self.flush()
        self._leave_orphans()
        if self._doubtful is not None:
            self.parts.append(Left(self._doubtful.line, OUTSIDE))
            self._doubtful = None

    def _group(self, line: ListLine) -> None:
        if self._orphans and self._goes_on(line):
            return
        is_paged, units = self.is_paged and line.is_top, {unit for unit, *_ in self._seen}
        if is_paged and self._carried.goes_on(self._current, line, self.parts, units):
            return
        if self._current is not None and prints_scores(line, self.columns):
            self._current.scores.append(line)
            return
        name = line.heads.get(self.columns.name, NOTHING)
        unit = line.heads.get(self.columns.place("unit", "department"), NOTHING)
        total = read_total(line, self.columns)
        self._carried.settle(line, name, self._current)
        self._settle_doubtful(line, name or (total.name if total is not None else NOTHING))
        if total is not None:
            self._leave_orphans()
            is_heading = total.is_of_unit and unit is not total.name and self._carried.begins(unit, bool(self._seen))
            self.parts.append(heading_of(total, unit) if is_heading else total)
            self._carried.unit = unit if is_heading else self._carried.unit
            self._current, self._reason = None, NO_PROJECT
        elif name and find_label(name.text) is not None:
            self.parts.append(Left(line, OUTSIDE))
            self._current, self._reason = None, OUTSIDE
        elif is_no_name(name.text):
            self.parts.append(Left(line, OTHER_COLUMNS))
            self._current, self._reason = None, OTHER_COLUMNS
        elif not line.cells and not says_of_project(line, self.columns):
            self._take_heading(line, name, unit)
        elif name:
            self._take_named(line, name)
        else:
            self._take_unnamed(line)

    def _take_heading(self, line: ListLine, name: Printed, unit: Printed) -> None:
        has_units = self.columns.place("unit", "department") >= 0  # units have a column of their own
        if line.is_paragraph and not looks_like_unit((name or unit).text):
            self._doubtful = Heading(line, name or unit)
        elif name and has_units:
            self._take_named(line, name)
        elif line.is_top and self._current is not None and name and fold(name.text) == self._last_unit:
            self._current.lines.append(line)  # the unit printed again on a new page
        elif name or unit:
            self._leave_orphans()
            self.parts.append(Heading(line, name or unit))
            self._last_unit = fold((name or unit).text)
            self._current, self._reason = None, NO_PROJECT
            if not name:
                self._carried.unit = unit
        elif self._current is not None and not self._current.contradicts(self.columns, line):
            self._current.lines.append(line)
        else:
            self.parts.append(Left(line, self._reason if self._current is None else OTHER_PROJECT))

    def _settle_doubtful(self, line: ListLine, name: Printed) -> None:
        """A text alone in its line, by what follows: a unit's name in a column of units, a project's, or neither.

        Where rows without a name may be of the project above as well as of one with this name, they are of none.
        """
        doubtful, self._doubtful = self._doubtful, None
        if doubtful is None:
            return
        is_back = self._current is not None and self._goes_back(line)
        if (name and self.columns.is_mixed) or (not name and line.cells and (self._current is None or is_back)):
            self.parts.append(doubtful)
            self._current, self._reason = None, NO_PROJECT
            return
        self.parts.append(Left(doubtful.line, OUTSIDE))
        if not name:
            self._current, self._reason = None, NO_PROJECT

    def _take_named(self, line: ListLine, name: Printed) -> None:
        current, region = self._current, line.heads.get(self.columns.place("region"), NOTHING)
        is_same = current is not None and fold(current.name.text) == fold(name.text)
        is_same = is_same and current is not None and current.is_of(self.columns, line)
        if current is not None and is_same and not self._begins_again(current, line):
            current.lines.append(line)
            return
        is_unmerged = line.begun is None or not self.columns.merged
        if current is not None and line.is_top and is_unmerged and not line.begins_levels(self.columns.grid):
            self._doubt_page_before(current)
        self._begin(line, name, region or (current.region if current is not None and is_same else NOTHING))

    def _begin(self, line: ListLine, name: Printed, region: Printed, is_carried: bool = False) -> None:
        self._carried.take(line)
        key = (fold(self._carried.unit.text), fold(name.text), fold(region.text))
        # rows at a page's end whose merged cell prints its name on the next page
        lines = [*self._orphans, line] if line.is_top else [line]
        self._orphans = [] if line.is_top else self._orphans
        self._leave_orphans()
        self._current = ProjectRows(
            name, lines, self._carried.unit, self._carried.department, region, key in self._seen, is_carried=is_carried
        )
        self._seen.add(key)
        self.parts.append(self._current)
        self._carried.begin(self._current, lines[0])
        self._levels, self._is_unmerged = Levels(), False
        self._levels.goes_back(self.columns.grid, line, is_strict=False)

    def _begins_again(self, current: ProjectRows, line: ListLine) -> bool:
        """True for a row with the name of the project above that begins another one of that name."""
        names_every_row = all(self.columns.name in own.heads for own in current.lines)
        is_back = self._levels.goes_back(self.columns.grid, line, is_strict=False)
        return current.contradicts(self.columns, line) or (is_back and not (names_every_row or line.is_top))

    def _take_unnamed(self, line: ListLine) -> None:
        if not self._is_unmerged and line.prints_elsewhere(self.columns.name, self.columns.merged):
            self._orphans = [line]
        else:
            self._carry_down(line)

    def _carry_down(self, line: ListLine) -> None:
        current, region = self._current, line.heads.get(self.columns.place("region"), NOTHING)
        heading = self.parts[-1] if self.parts and isinstance(self.parts[-1], Heading) else None
        is_named = heading is not None and self.columns.name in heading.line.heads
        if current is None and heading is not None and is_named and not looks_like_unit(heading.name.text):
            self.parts.pop()
            self._begin(heading.line, heading.name, NOTHING)
            current = self._current
        if current is None:
            self._carried.take(line)
            self.parts.append(Left(line, self._reason))
        elif region and current.region and fold(region.text) != fold(current.region.text):
            self._begin(line, current.name, region, is_carried=True)
        elif not current.is_of(self.columns, line) or current.contradicts(self.columns, line):
            self.parts.append(Left(line, OTHER_PROJECT))
            self._current, self._reason = None, OTHER_PROJECT
            self._carried.take(line)  # that of projects below which print none
        else:
            is_back = self._levels.goes_back(self.columns.grid, line, is_strict=self.is_paged and not line.is_top)
            is_back = is_back and not line.is_covered(self.columns.name, self.columns.merged)
            if is_back and current.doubted is None:
                current.doubted = len(current.lines)
            current.lines.append(line)

    def _goes_on(self, line: ListLine) -> bool:
        """Take a row of a blank merged cell; True where it is taken. A cell that ends on its page is of the row above.

        One that the page's end cuts prints its name on the next page: else its rows are of nobody.
        """
        if not line.is_top and line.is_covered(self.columns.name, self.columns.merged):
            self._orphans.append(line)
            return True
        if not line.is_top:
            self._is_unmerged = True
            orphans, self._orphans = self._orphans, []
            for own in orphans:
                self._carry_down(own)
        elif self.columns.name not in line.heads:
            self._leave_orphans()
            self._current, self._reason = None, NAME_ELSEWHERE
        elif line.begins_levels(self.columns.grid) and not self._goes_back(self._orphans[0]):
            self._leave_orphans()  # they may be of the project above as well
        return False

    def _goes_back(self, line: ListLine) -> bool:
        return replace(self._levels).goes_back(self.columns.grid, line, is_strict=False)

    def _leave_orphans(self) -> None:
        self.parts += [Left(line, NAME_ELSEWHERE) for line in self._orphans]
        self._orphans = []

    def _doubt_page_before(self, current: ProjectRows) -> None:
        """Doubt the rows without a name on the page before: they may be the first of the project named now."""
        page, name = current.lines[-1].page, self.columns.name
        unnamed = (at for at, own in enumerate(current.lines) if at and own.page == page and name not in own.heads)
        if current.doubted is None:
            current.doubted = next(unnamed, None)
