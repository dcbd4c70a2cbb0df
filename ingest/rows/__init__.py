"""The landed rows: one dataclass a table of schema ``landing``, in modules by what they are about.

The schema of the tables, their column comments and the frames written to them are made from these classes
(`ingest.landing.tables`); nothing repeats it by hand. Conventions:

* amounts end in ``_wan`` and are 万元; a printed text ends in ``_printed`` and is exactly what stood there with
  layout removed;
* ``page`` and ``line`` count from 1; ``char_start`` and ``char_end`` are offsets into ``sources.text``, the end
  exclusive;
* the identity columns ``document_id`` and ``batch_id`` are added when rows are landed, since a reading does not
  know them;
* nothing changes a row; it is not declared frozen because that makes making one three times as slow.
"""

from dataclasses import dataclass

from ingest.rows.batch import BatchRow, QuarantineRow, SupersessionRow
from ingest.rows.department import DepartmentBudgetRow, DepartmentGoalRow, DepartmentIndicatorRow, DepartmentTaskRow
from ingest.rows.document import DocumentRow, OutsideTableRow, SourceRow, TextBoxRow
from ingest.rows.doubt import IssueRow, NotUnderstoodRow
from ingest.rows.evaluation import EvaluationRow, ExecutionRow, PerformanceRow
from ingest.rows.outside import ListedProjectRow, SaidTotalRow
from ingest.rows.plan import (
    AttributeRow,
    FundingLevelRow,
    FundingRow,
    IndicatorRow,
    ProgressRow,
    ProjectRow,
    RepairRow,
    TotalRow,
    UnitRow,
)

DOCUMENT_TABLES = (
    DocumentRow,
    SourceRow,
    UnitRow,
    ProjectRow,
    FundingRow,
    TotalRow,
    IndicatorRow,
    RepairRow,
    IssueRow,
    NotUnderstoodRow,
    AttributeRow,
    EvaluationRow,
    ExecutionRow,
    PerformanceRow,
    TextBoxRow,
    DepartmentGoalRow,
    DepartmentBudgetRow,
    DepartmentTaskRow,
    DepartmentIndicatorRow,
    OutsideTableRow,
    FundingLevelRow,
    SaidTotalRow,
    ListedProjectRow,
    ProgressRow,
)
"""Tables that hold rows of a reading; each gets the identity columns when landed."""

BATCH_TABLES = (QuarantineRow, SupersessionRow, BatchRow)
"""Tables that hold rows of a build; each gets ``batch_id`` when landed."""


@dataclass(slots=True, unsafe_hash=True)
class Reading:
    """Everything read from one document."""

    document: DocumentRow
    source: SourceRow
    units: tuple[UnitRow, ...] = ()
    projects: tuple[ProjectRow, ...] = ()
    funding: tuple[FundingRow, ...] = ()
    totals: tuple[TotalRow, ...] = ()
    indicators: tuple[IndicatorRow, ...] = ()
    repairs: tuple[RepairRow, ...] = ()
    issues: tuple[IssueRow, ...] = ()
    not_understood: tuple[NotUnderstoodRow, ...] = ()
    attributes: tuple[AttributeRow, ...] = ()
    evaluations: tuple[EvaluationRow, ...] = ()
    executions: tuple[ExecutionRow, ...] = ()
    performance: tuple[PerformanceRow, ...] = ()
    text_boxes: tuple[TextBoxRow, ...] = ()
    department_goals: tuple[DepartmentGoalRow, ...] = ()
    department_budget: tuple[DepartmentBudgetRow, ...] = ()
    department_tasks: tuple[DepartmentTaskRow, ...] = ()
    department_indicators: tuple[DepartmentIndicatorRow, ...] = ()
    outside_tables: tuple[OutsideTableRow, ...] = ()
    funding_levels: tuple[FundingLevelRow, ...] = ()
    said_totals: tuple[SaidTotalRow, ...] = ()
    listed_projects: tuple[ListedProjectRow, ...] = ()
    indicator_progress: tuple[ProgressRow, ...] = ()


__all__ = [
    "BATCH_TABLES",
    "DOCUMENT_TABLES",
    "AttributeRow",
    "BatchRow",
    "DepartmentBudgetRow",
    "DepartmentGoalRow",
    "DepartmentIndicatorRow",
    "DepartmentTaskRow",
    "DocumentRow",
    "EvaluationRow",
    "ExecutionRow",
    "FundingLevelRow",
    "FundingRow",
    "IndicatorRow",
    "IssueRow",
    "ListedProjectRow",
    "NotUnderstoodRow",
    "OutsideTableRow",
    "PerformanceRow",
    "ProgressRow",
    "ProjectRow",
    "QuarantineRow",
    "Reading",
    "RepairRow",
    "SaidTotalRow",
    "SourceRow",
    "SupersessionRow",
    "TextBoxRow",
    "TotalRow",
    "UnitRow",
]
