"""What a form reads: everything in a document but its identity, which all forms share."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from typing import Any, TypeVar

from ingest.rows import (
    AttributeRow,
    EvaluationRow,
    ExecutionRow,
    FundingLevelRow,
    FundingRow,
    IndicatorRow,
    IssueRow,
    PerformanceRow,
    ProgressRow,
    ProjectRow,
    RepairRow,
    TotalRow,
    UnitRow,
)
from ingest.rows.department import DepartmentBudgetRow, DepartmentGoalRow, DepartmentIndicatorRow, DepartmentTaskRow
from ingest.source.blocks import Source
from ingest.source.ledger import Ledger
from ingest.source.printed import Texts

_Found = TypeVar("_Found")

_EVALUATION, _PLAN = "self_evaluation", "target_form"


@dataclass(slots=True)
class Part:
    """What the forms are asked about: a source, which may be a part of a file, and the texts of the file's cells.

    Forms ask the same of it, such as the headers of its lists: each question is answered once.
    """

    source: Source
    texts: Texts
    _answers: dict[Callable[["Part"], Any], Any] = field(default_factory=dict)

    def ask(self, question: Callable[["Part"], _Found]) -> _Found:
        """What ``question`` finds in the part."""
        if question not in self._answers:
            self._answers[question] = question(self)
        found: _Found = self._answers[question]
        return found


def distinct(part: Part) -> frozenset[str]:
    """The texts of a part's cells, each once: what none of them shows, no row of it does."""
    texts = part.texts
    return frozenset(chain.from_iterable([texts[line.number].values() for line in part.source.lines]))


def holding(part: Part, signs: Iterable[str]) -> set[str]:
    """The texts of a part's cells that hold one of some signs, without which no label of a kind is printed."""
    texts = part.ask(distinct)
    return {text for sign in signs for text in texts if sign in text}


@dataclass(slots=True)
class FormReading:
    """The rows read from a document, and the words its identity is found in.

    ``bodies`` are named in lines above a table, ``heading`` is the text in which a printed year is looked for first,
    ``above`` what else is printed above the table; ``form_department`` is what the first labelled form calls its
    department, ``other_departments`` are further ones whose projects are printed, ``whole_departments`` those of forms
    of a whole department, ``superiors`` the department printed with a unit, ``departments`` those of projects, as
    attributes for a document of several; ``years_said`` are the years that rows of forms say, each with its words.
    """

    title: str | None = None
    bodies: list[str] = field(default_factory=list)
    department: str | None = None
    department_code: str | None = None
    form_department: str | None = None
    other_departments: list[str] = field(default_factory=list)
    whole_departments: list[str] = field(default_factory=list)
    superiors: dict[str, str] = field(default_factory=dict)
    departments: list[AttributeRow] = field(default_factory=list)
    heading: str = ""
    above: str = ""
    years_said: dict[int, str] = field(default_factory=dict)
    money_unit: str = "万元"
    money_unit_basis: str = "assumed"
    printed_total_wan: Decimal | None = None
    units: list[UnitRow] = field(default_factory=list)
    projects: list[ProjectRow] = field(default_factory=list)
    funding: list[FundingRow] = field(default_factory=list)
    funding_levels: list[FundingLevelRow] = field(default_factory=list)
    totals: list[TotalRow] = field(default_factory=list)
    indicators: list[IndicatorRow] = field(default_factory=list)
    progress: list[ProgressRow] = field(default_factory=list)
    repairs: list[RepairRow] = field(default_factory=list)
    issues: list[IssueRow] = field(default_factory=list)
    attributes: list[AttributeRow] = field(default_factory=list)
    evaluations: list[EvaluationRow] = field(default_factory=list)
    executions: list[ExecutionRow] = field(default_factory=list)
    performance: list[PerformanceRow] = field(default_factory=list)
    department_goals: list[DepartmentGoalRow] = field(default_factory=list)
    department_budget: list[DepartmentBudgetRow] = field(default_factory=list)
    department_tasks: list[DepartmentTaskRow] = field(default_factory=list)
    department_indicators: list[DepartmentIndicatorRow] = field(default_factory=list)


def never_continues(_: Part) -> bool:
    """For forms of one table: every part of them shows itself."""
    return False


@dataclass(frozen=True, slots=True)
class Form:
    """A published form: its name, how it is laid out, its evidence and its reader.

    ``evidence`` maps each matching form's name to its evidence in words; forms of one family share it, so that it is
    asked once. Exactly one form may match. ``continues`` is true for a part of a file that is no form by itself and
    goes on with one. ``read`` gives the rows and books every character it understands; it raises DocumentRejected.
    """

    name: str
    layout: str
    evidence: Callable[[Part], Mapping[str, str]]
    continues: Callable[[Part], bool]
    read: Callable[[Part, Ledger], FormReading]


def form_name(form: Form, reading: FormReading) -> str:
    """What a document is: a self-evaluation where one was read; a plan, though columns wait for actual values."""
    if reading.evaluations:
        return _EVALUATION
    is_said = reading.performance or reading.executions or reading.department_goals or reading.progress
    return _PLAN if form.name == _EVALUATION and reading.indicators and not is_said else form.name
