"""The parts of a list to landed rows: units, projects with their goals, money and indicators, printed totals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.forms.indicator_rows.headers.columns import ListColumns
from ingest.forms.indicator_rows.level_cells import with_lines
from ingest.forms.indicator_rows.parts import Heading, Left, Part, Total, heads_projects, lines_of, names_department
from ingest.forms.indicator_rows.project_form import project_form
from ingest.forms.indicator_rows.project_rows import ListLine, ProjectRows
from ingest.forms.indicator_rows.totals import Totals
from ingest.forms.indicator_rows.units import Units
from ingest.forms.indicators import issue, listed_indicators, read_indicators
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.grid.names.inside import WHOLE_WEIGHTS
from ingest.forms.labelled.labels import speaks
from ingest.forms.labelled.rows.department_form.department import land_department
from ingest.forms.labelled.rows.evaluation import complete_budget, is_evaluation, land_evaluation
from ingest.forms.labelled.rows.funding import keep_money, land_funding
from ingest.forms.labelled.rows.progress import land_indicators
from ingest.forms.labelled.rows.project import PROJECT_CODE, project_row
from ingest.forms.labelled.rows.unread import why_unread
from ingest.forms.reading import FormReading
from ingest.forms.years_said import year_beside
from ingest.grammar.codes import split_code
from ingest.grammar.quantities import read_score
from ingest.rows import AttributeRow
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, fold

_PRINTED_TOO = "the form of the project is printed, too"


@dataclass(frozen=True, slots=True)
class Beside:
    """What a document prints beside a list: perhaps another 合计, and labelled forms with these texts, folded.

    A project of a list without indicators that a form prints stands there; ``form_names`` are the forms' projects.
    """

    has_total: bool = False
    form_texts: frozenset[str] = frozenset()
    form_names: frozenset[str] = frozenset()


class ListLanding:
    """Lands the parts of one list; ``unit`` is the unit of its money where no column prints one.

    ``department`` is the department's name as printed above it, ``beside`` what stands beside it.
    """

    def __init__(
        self,
        ledger: Ledger,
        reading: FormReading,
        columns: ListColumns,
        unit: str,
        department: Printed,
        beside: Beside,
    ) -> None:
        self._ledger, self._reading, self._columns, self._unit = ledger, reading, columns, unit
        self._beside = beside
        self._units = Units(ledger, reading, department)
        self._totals = Totals(ledger, reading, columns, unit, not beside.has_total)

    def land(self, parts: Sequence[Part]) -> None:
        """Land all parts in their order, then judge the money by the totals."""
        if self._may_repeat(parts):
            lines = [line for part in parts for line in lines_of(part)]
            self._leave_lines(lines, "a list beside forms whose projects it calls otherwise")
            return
        levels, cells = self._columns.levels, (line.cells for part in parts for line in lines_of(part))
        self._columns.levels = with_lines(levels, cells, self._ledger.source.text)
        self._totals.look_at([part for part in parts if not self._is_whole(part)])
        pending: list[Heading] = []
        for place, part in enumerate(parts):
            if isinstance(part, Heading):
                pending.append(part)
                continue
            self._headings(pending, parts[place:] if heads_projects(part) else ())
            pending = []
            if isinstance(part, ProjectRows) and self._has_form(part):
                self._leave_lines(lines_of(part), _PRINTED_TOO)
            elif isinstance(part, ProjectRows):
                (self._department if self._is_whole(part) else self._project)(part)
            elif isinstance(part, Total):
                self._totals.take(part, self._units.current)
            else:
                self._leave(part)
        self._headings(pending, ())
        self._totals.prove()

    def _is_whole(self, part: Part) -> bool:
        """True for the row of the whole department."""
        return isinstance(part, ProjectRows) and names_department(part.name.text, self._reading.department or "")

    def _department(self, project: ProjectRows) -> None:
        """Land the row of the whole department, where no form of it is printed: it is no project of the list."""
        if any(speaks(text, "overall_title") for text in self._beside.form_texts):
            self._leave_lines(lines_of(project), _PRINTED_TOO)
            return
        found = project_form(self._columns, project, self._unit)
        (form := found.form).title = project.name
        for line in project.lines:
            for at in self._columns.all_of("unit", "department", "unit_code", "region"):
                self._units.book(line.heads.get(at, NOTHING))
        self._ledger.label(project.name)
        if is_evaluation(form):
            complete_budget(form)
        for filler in form.fillers:
            self._ledger.label(filler)
        land_department(self._ledger, self._reading, form)
        for line, reason in found.left:
            for cell in line.cells.values():
                self._ledger.leave(cell, reason)

    def _may_repeat(self, parts: Sequence[Part]) -> bool:
        """True for a list with money that lacks a project of the forms beside it: it may print it by another name."""
        named = (part for part in parts if isinstance(part, ProjectRows | Heading))
        names = {fold(split_code(part.name).name.text) for part in named}
        is_plan = not self._columns.has_indicators and not self._columns.has_actual
        return is_plan and not self._beside.form_names <= names

    def _has_form(self, project: ProjectRows) -> bool:
        """True for a project without indicators whose labelled form is printed as well."""
        return not self._columns.has_indicators and fold(split_code(project.name).name.text) in self._beside.form_texts

    def _headings(self, headings: Sequence[Heading], following: Sequence[Part]) -> None:
        """Rows with a name and amounts alone: units where projects follow, else projects without indicators."""
        for number, heading in enumerate(headings):
            amount = self._totals.amount_of(heading.line)
            is_named_so = self._units.is_unit(heading.name.text) or self._columns.name not in heading.line.heads
            is_sum = amount is not None and amount == self._totals.sum_until_heading(following)
            if following and (is_named_so or is_sum or (amount is None and self._columns.is_mixed)):
                is_outer = number < len(headings) - 1 or self._is_above(heading, following[0])
                seq = self._units.head(heading.name, is_outer)
                codes = [at for at in self._columns.all_of("unit_code") if at in heading.line.heads]
                self._units.code([heading.line.heads.pop(at) for at in codes], is_of_department=is_outer)
                self._totals.of_heading(heading, seq, is_outer)
            elif amount is not None and not is_named_so:
                own = ProjectRows(heading.name, [heading.line])
                (self._department if self._is_whole(own) else self._project)(own)
            else:
                self._leave(Left(heading.line, "a name with nothing behind it"))

    def _is_above(self, heading: Heading, following: Part) -> bool:
        """True for the unit of a column above rows that print another unit in it."""
        if self._columns.name in heading.line.heads or not isinstance(following, ProjectRows):
            return False
        return bool(following.unit) and fold(following.unit.text) != fold(heading.name.text)

    def _leave_lines(self, lines: Iterable[ListLine], reason: str) -> None:
        for cell in (cell for line in lines for cell in line.all_cells):
            self._ledger.leave(cell, reason)

    def _leave(self, left: Left) -> None:
        self._leave_lines([left.line], left.reason)
        self._issue(left.line, left.reason)

    def _issue(self, line: ListLine, reason: str, project_seq: int | None = None) -> None:
        text = " ".join(cell.text for cell in line.all_cells)
        place = Printed(text, line.whole.at)
        self._reading.issues.append(issue(self._ledger, "row_unassigned", place, reason, project_seq))

    def _project(self, project: ProjectRows) -> None:
        ledger, reading = self._ledger, self._reading
        found = project_form(self._columns, project, self._unit)
        form, seq = found.form, len(reading.projects) + 1
        coded = split_code(project.name)
        unit_seq = self._units.of_project(project, coded.name)
        if not project.is_carried:
            ledger.field(coded.name)
            for other in coded.others:
                ledger.label(other)
        reading.projects.append(project_row(ledger, form, seq, unit_seq, coded.name))
        if coded.code and not project.is_carried:
            self._attribute(seq, PROJECT_CODE, [coded.code])
        self._book_heads(project, seq)
        if project.is_again:
            message = "the name of a project printed before: kept as a project of its own"
            reading.issues.append(issue(ledger, "project_repeated", coded.name, message, seq))
        if project.is_unit_doubtful:
            message = "its unit may be the one printed on the next page"
            reading.issues.append(issue(ledger, "unit_doubtful", coded.name, message, seq))
        self._land_form(form, seq)
        for line, reason in found.left:
            self._left_of_project(line, reason, seq)
        for printed, message in found.doubtful_levels:
            name = printed.name or printed.level2 or printed.whole
            reading.issues.append(issue(ledger, "level_doubtful", name, message, seq))

    def _left_of_project(self, line: ListLine, reason: str, seq: int) -> None:
        for cell in line.cells.values():
            self._ledger.leave(cell, reason)
        self._issue(line, reason, seq)

    def _book_heads(self, project: ProjectRows, seq: int) -> None:
        """Book the cells that name the project, its unit and region; the region is an attribute."""
        columns = self._columns
        for line in project.lines:
            for at in (columns.name, *columns.all_of("unit", "department")):
                if (cell := line.heads.get(at, NOTHING)) is not project.name:
                    self._units.book(cell)
        for at in columns.all_of("unit_code"):
            self._units.code([line.heads[at] for line in project.lines if at in line.heads])
        for at in columns.all_of("region"):
            cells = [line.heads[at] for line in project.lines if at in line.heads]
            places = [self._ledger.place(self._ledger.field(cell)) for cell in cells]
            for place in places[:1]:
                self._reading.attributes.append(AttributeRow(seq, columns.heads[at].label, cells[0].text, **place))

    def _attribute(self, seq: int, label: str, values: Sequence[Printed]) -> None:
        for value in values:
            place = self._ledger.place(self._ledger.field(value))
            self._reading.attributes.append(AttributeRow(seq, label.strip("：: "), value.text, **place))

    def _land_form(self, form: LabelledForm, seq: int) -> None:
        ledger, reading = self._ledger, self._reading
        if is_evaluated := is_evaluation(form):
            complete_budget(form)
        (keep_money if is_evaluated else land_funding)(ledger, reading, form, seq)
        for label, values in form.filled():
            self._attribute(seq, label, values)
            years = {year: value.text for value in values if (year := year_beside(label, value.text)) is not None}
            reading.years_said |= years
        for filler in form.fillers:
            ledger.label(filler)
        for unread in form.unread:
            ledger.leave(unread, why_unread(unread))
        for part in form.fields:
            ledger.field(part)
        listed = form.text("grid") if not form.indicators else NOTHING
        if is_evaluated:
            form.indicators += listed_indicators(ledger, reading, seq, listed)
            land_evaluation(ledger, reading, form, seq)
        else:
            land_indicators(ledger, reading, seq, form.indicators)
            read_indicators(ledger, reading, seq, listed)
        self._prove_weights(form, seq)

    def _prove_weights(self, form: LabelledForm, seq: int) -> None:
        """Weights that are not whole are said: an indicator may be missing, or of another project."""
        printed = [own.weight for own in form.indicators if own.weight is not None]
        known = [weight for own in printed if (weight := read_score(own.text)) is not None]
        total = sum(known, Decimal(0))
        if known and total not in WHOLE_WEIGHTS:
            message = f"the weights of the project add up to {total}, neither 100 nor 90"
            self._reading.issues.append(issue(self._ledger, "weights_not_whole", printed[0], message, seq))
