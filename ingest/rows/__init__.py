"""The landed rows: one dataclass a table of schema ``landing``.

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
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from ingest.rows.department import DepartmentBudgetRow, DepartmentGoalRow, DepartmentIndicatorRow, DepartmentTaskRow
from ingest.rows.types import Digits, Money, Points, Quantity
from ingest.vocabulary.messages import in_chinese


@dataclass(slots=True, unsafe_hash=True)
class DocumentRow:
    """One reading of a published document."""

    table: ClassVar[str] = "documents"

    sha256: Annotated[str, "digest of the document's bytes"]
    parser_version: Annotated[str, "digest of the code and vocabularies that read it"]
    manifest_digest: Annotated[str | None, "digest of the document's row in documents.csv"]
    file_name: Annotated[str, "path below the documents folder"]
    medium: Annotated[str, "kind of file: a key of the table of readers"]
    encoding: Annotated[str, "character encoding the bytes were decoded with"]
    form: Annotated[str, "published form: list_table, approval_form, target_form or self_evaluation"]
    layout: Annotated[str, "how the form was laid out: table, flow, or rows (a list of projects, an indicator a row)"]
    title: Annotated[str | None, "printed title"]
    place_code: Annotated[str, "GB/T 2260 code of the government whose budget it is, six digits"]
    city_code: Annotated[str, "GB/T 2260 code of its city, six digits"]
    place_basis: Annotated[str, "printed or manifest"]
    department_name: Annotated[str, "budget department 部门名称, as printed"]
    department_basis: Annotated[str, "printed or manifest"]
    budget_year: Annotated[int, "budget year 预算年度"]
    year_basis: Annotated[str, "printed, inferred or manifest"]
    year_evidence: Annotated[str, "the words the year was read or inferred from"]
    money_unit: Annotated[str, "unit of the printed amounts: 万元 or 元"]
    money_unit_basis: Annotated[str, "printed, or assumed where the document prints none"]
    printed_total_wan: Annotated[Money | None, "合计 as printed, 万元; null where none is printed"]
    url: Annotated[str | None, "where it was published (manifest)"]
    published_on: Annotated[date | None, "when it was published (manifest)"]
    pages: Annotated[int, "pages"]
    lines: Annotated[int, "lines"]
    characters: Annotated[int, "characters in all"]
    field_characters: Annotated[int, "characters that stand in a field of a landed row"]
    label_characters: Annotated[int, "characters of recognised labels and separators"]
    layout_characters: Annotated[int, "characters of layout: white space, tags, page numbers"]
    not_understood_characters: Annotated[int, "characters of table not_understood"]
    department_code: Annotated[str | None, "code printed beside the department's name"] = None
    outside_characters: Annotated[int | None, "characters of the file outside the publication"] = None
    page_url: Annotated[str | None, "the page on which it was found (manifest)"] = None
    page_title: Annotated[str | None, "title of that page (manifest)"] = None
    fetched_at: Annotated[str | None, "when it was fetched, ISO 8601 (manifest)"] = None


@dataclass(slots=True, unsafe_hash=True)
class SourceRow:
    """The decoded text of a document, which every span points into."""

    table: ClassVar[str] = "sources"

    text: Annotated[str, "the document's characters"]


@dataclass(slots=True, unsafe_hash=True)
class UnitRow:
    """A fund-using unit 资金使用单位 of a document, in printed order."""

    table: ClassVar[str] = "units"

    unit_seq: Annotated[int, "1… within the document"]
    unit_name: Annotated[str, "name as printed"]
    is_printed: Annotated[bool, "false where no unit row is printed and the department stands for it"]
    page: int
    line: int
    char_start: int
    char_end: int
    unit_code: Annotated[str | None, "code printed beside the name"] = None


@dataclass(slots=True, unsafe_hash=True)
class ProjectRow:
    """A project of a document with its goals, in printed order."""

    table: ClassVar[str] = "projects"

    project_seq: Annotated[int, "1… within the document"]
    unit_seq: Annotated[int, "the unit it stands under"]
    project_name: Annotated[str, "项目名称 as printed"]
    annual_goal: Annotated[str | None, "年度目标; in a list table 绩效目标"]
    cycle_goal: Annotated[str | None, "中期滚动目标 or 实施周期目标"]
    cycle_start_year: Annotated[int | None, "first year of the printed cycle"]
    cycle_end_year: Annotated[int | None, "last year of the printed cycle"]
    reply: Annotated[str | None, "批复意见, the finance bureau's reply"]
    page: int
    line: int
    char_start: int
    char_end: int
    annual_goal_start: int | None
    annual_goal_end: int | None
    cycle_goal_start: int | None
    cycle_goal_end: int | None


@dataclass(slots=True, unsafe_hash=True)
class FundingRow:
    """The amount of one funding source of a project; a source whose cell is blank has no row."""

    table: ClassVar[str] = "funding"

    project_seq: int
    funding_source_code: Annotated[str, "fiscal, special_account or other"]
    amount_wan: Annotated[Money, "amount of the budget year, 万元"]
    amount_printed: Annotated[str | None, "its printed text; null where the arithmetic alone gives it"]
    midterm_amount_wan: Annotated[Money | None, "mid-term amount 中期, 万元, where the form prints one"]
    midterm_amount_printed: Annotated[str | None, "its printed text"]
    is_repaired: Annotated[bool, "true where the amount had to be repaired; see table repairs"]
    page: int
    line: int
    char_start: int | None
    char_end: int | None
    is_proved: Annotated[bool | None, "true where the sums of the form prove the amount"]


@dataclass(slots=True, unsafe_hash=True)
class TotalRow:
    """A printed total: 合计, a unit's line, or a project's 总计; split by funding source where printed so."""

    table: ClassVar[str] = "printed_totals"

    level: Annotated[str, "document, unit or project"]
    unit_seq: Annotated[int | None, "the unit, for levels unit and project"]
    project_seq: Annotated[int | None, "the project, for level project"]
    measure: Annotated[str, "total, fiscal, special_account or other"]
    printed: Annotated[str, "printed text"]
    amount_wan: Annotated[Money | None, "its value, 万元; null where it cannot be read"]
    is_repaired: Annotated[bool, "true where the amount had to be repaired; see table repairs"]
    page: int
    line: int
    char_start: int
    char_end: int


@dataclass(slots=True, unsafe_hash=True)
class IndicatorRow:
    """An indicator of a project, in printed order, with its targets as printed and as read."""

    table: ClassVar[str] = "indicators"

    project_seq: int
    indicator_seq: Annotated[int, "1… within the project"]
    printed_ordinal: Annotated[int | None, "the number printed before it"]
    printed_level1: Annotated[str | None, "一级指标 label as printed"]
    printed_level2: Annotated[str | None, "二级指标 label as printed"]
    category_code: Annotated[int, "second-level category; see seed indicator_categories"]
    indicator_name: Annotated[str | None, "三级指标 name; null where none is printed"]
    annual_indicator_name: Annotated[str | None, "the name printed beside the annual value where it differs"]
    cycle_target: Annotated[str | None, "实施周期指标值 as printed"]
    cycle_operator: Annotated[str | None, "=, >=, <=, >, <, ~, between; null when qualitative"]
    cycle_value: Quantity | None
    cycle_upper_value: Quantity | None
    cycle_unit: str | None
    cycle_is_quantitative: bool | None
    annual_target: Annotated[str | None, "年度指标值 as printed"]
    annual_operator: Annotated[str | None, "=, >=, <=, >, <, ~, between; null when qualitative"]
    annual_value: Quantity | None
    annual_upper_value: Quantity | None
    annual_unit: str | None
    annual_is_quantitative: bool | None
    page: int
    line: int
    char_start: int
    char_end: int
    name_start: int | None
    name_end: int | None
    cycle_start: int | None
    cycle_end: int | None
    annual_start: int | None
    annual_end: int | None
    weight: Annotated[Quantity | None, "权重 or 分值 of the indicator, where the form prints one"] = None
    note: Annotated[str | None, "what else the form prints beside it: scoring standard, source of data"] = None


@dataclass(slots=True, unsafe_hash=True)
class RepairRow:
    """A damaged number whose value the arithmetic of its row and of its column proves."""

    table: ClassVar[str] = "repairs"

    level: Annotated[str, "document, unit or project"]
    unit_seq: int | None
    project_seq: int | None
    measure: Annotated[str, "total, fiscal, special_account or other"]
    printed: Annotated[str, "what stands there; empty where the cell is blank"]
    repaired_wan: Annotated[Money, "the proved value, 万元; 0 for a stray fragment"]
    proof: Annotated[str, "the equations that prove it"]
    page: int
    line: int
    char_start: int | None
    char_end: int | None


@dataclass(slots=True, unsafe_hash=True)
class IssueRow:
    """Something a reader of the document must know: damage, contradiction or doubt met while reading."""

    table: ClassVar[str] = "issues"

    code: Annotated[str, "kind of issue; see seed issue_codes"]
    project_seq: int | None
    indicator_seq: int | None
    printed: Annotated[str, "the text concerned"]
    message: Annotated[str, "what is doubtful about it"]
    page: int
    line: int
    char_start: int
    char_end: int
    message_zh: Annotated[str | None, "the same in Chinese"] = None

    def __post_init__(self) -> None:
        self.message_zh = in_chinese(self.message)


@dataclass(slots=True, unsafe_hash=True)
class NotUnderstoodRow:
    """A run of characters that stands in no field and is no known label or layout."""

    table: ClassVar[str] = "not_understood"

    page: int
    line: int
    char_start: int
    char_end: int
    text: Annotated[str, "the characters"]
    reason: Annotated[str, "why they were left, where a reason is known"]
    reason_zh: Annotated[str | None, "the same in Chinese"] = None

    def __post_init__(self) -> None:
        self.reason_zh = in_chinese(self.reason)


@dataclass(slots=True, unsafe_hash=True)
class AttributeRow:
    """What a form prints of a project beside money, goals and indicators, in printed order."""

    table: ClassVar[str] = "attributes"

    project_seq: int
    attribute: Annotated[str, "label as printed, without its colon"]
    value: Annotated[str, "what is printed behind it"]
    page: int
    line: int
    char_start: int
    char_end: int


@dataclass(slots=True, unsafe_hash=True)
class EvaluationRow:
    """A self-evaluation 自评 of a project: what was achieved of its goal, and how it is graded."""

    table: ClassVar[str] = "evaluations"

    project_seq: int
    achieved_goal: Annotated[str | None, "实际完成情况 of the goal, as printed"]
    total_weight: Annotated[Quantity | None, "full score as printed in the line 总分"]
    total_score: Annotated[Quantity | None, "总分; null where none is printed or it cannot be read"]
    total_score_printed: Annotated[str | None, "its printed text"]
    grade: Annotated[str | None, "自评等级 as printed"]
    page: int
    line: int
    char_start: int
    char_end: int
    achieved_goal_start: int | None
    achieved_goal_end: int | None
    total_score_start: int | None
    total_score_end: int | None


@dataclass(slots=True, unsafe_hash=True)
class ExecutionRow:
    """The execution of a project's budget: of all its money, or of one funding source."""

    table: ClassVar[str] = "executions"

    project_seq: int
    measure: Annotated[str, "total, fiscal, special_account or other"]
    budget_wan: Annotated[Money | None, "年初预算数, 万元"]
    budget_printed: Annotated[str | None, "its printed text"]
    adjusted_wan: Annotated[Money | None, "全年预算数, 万元: the budget after adjustment"]
    adjusted_printed: Annotated[str | None, "its printed text"]
    executed_wan: Annotated[Money | None, "全年执行数, 万元"]
    executed_printed: Annotated[str | None, "its printed text"]
    execution_rate: Annotated[Quantity | None, "执行率 as printed, per cent"]
    execution_rate_printed: Annotated[str | None, "its printed text"]
    weight: Annotated[Quantity | None, "分值 of the execution rate"]
    score: Annotated[Quantity | None, "得分 of the execution rate"]
    reason: Annotated[str | None, "reason of a deviation"]
    page: int
    line: int
    char_start: int
    char_end: int


@dataclass(slots=True, unsafe_hash=True)
class PerformanceRow:
    """An indicator of a self-evaluation, in printed order: its target, what was achieved, and the score."""

    table: ClassVar[str] = "performance"

    project_seq: int
    indicator_seq: Annotated[int, "1… within the project"]
    printed_level1: Annotated[str | None, "一级指标 label as printed"]
    printed_level2: Annotated[str | None, "二级指标 label as printed"]
    category_code: Annotated[int, "second-level category; see seed indicator_categories"]
    indicator_name: Annotated[str | None, "三级指标 name; null where none is printed"]
    target: Annotated[str | None, "年度指标值 as printed"]
    target_operator: Annotated[str | None, "=, >=, <=, >, <, ~, between; null when qualitative"]
    target_value: Quantity | None
    target_upper_value: Quantity | None
    target_unit: str | None
    target_is_quantitative: bool | None
    actual: Annotated[str | None, "实际完成值 as printed"]
    actual_operator: Annotated[str | None, "=, >=, <=, >, <, ~, between; null when qualitative"]
    actual_value: Quantity | None
    actual_upper_value: Quantity | None
    actual_unit: str | None
    actual_is_quantitative: bool | None
    direction: Annotated[str | None, "at_least or at_most where the form prints 正向 or 反向"]
    weight: Annotated[Quantity | None, "分值, the full score"]
    score: Annotated[Quantity | None, "得分"]
    reason: Annotated[str | None, "偏差原因分析及改进措施 as printed"]
    note: Annotated[str | None, "what else the form prints beside it: scoring standard, source of data"]
    page: int
    line: int
    char_start: int
    char_end: int
    name_start: int | None
    name_end: int | None
    target_start: int | None
    target_end: int | None
    actual_start: int | None
    actual_end: int | None


@dataclass(slots=True, unsafe_hash=True)
class TextBoxRow:
    """Where a run of characters stands on its page, in points from the upper left corner; media with pages only."""

    table: ClassVar[str] = "text_boxes"

    page: int
    x0: Points
    y0: Points
    x1: Points
    y1: Points
    confidence: Annotated[Decimal, Digits(5, 4), "1 for printed characters, less for recognised ones: the least sure"]
    char_start: int
    char_end: int


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
)
"""Tables that hold rows of a reading; each gets the identity columns when landed."""


@dataclass(slots=True, unsafe_hash=True)
class QuarantineRow:
    """A delivered file that could not be read, with the reason."""

    table: ClassVar[str] = "quarantine"

    file_name: str
    sha256: str
    parser_version: str
    manifest_digest: str | None
    code: Annotated[str, "kind of rejection"]
    message: Annotated[str, "what is wrong and what to do"]
    page: int | None
    line: int | None
    expected: str | None
    found: str | None
    message_zh: Annotated[str | None, "the same in Chinese, with what was expected and found"]


@dataclass(slots=True, unsafe_hash=True)
class SupersessionRow:
    """A reading replaced by a later one; the earlier stays landed but is no longer current."""

    table: ClassVar[str] = "supersessions"

    document_id: Annotated[int, "the replaced reading"]
    superseded_by: Annotated[int, "the reading that replaces it"]
    reason: Annotated[str, "re-read, same file, same projects or same department"]


@dataclass(slots=True, unsafe_hash=True)
class BatchRow:
    """A build that changed the warehouse."""

    table: ClassVar[str] = "batches"

    project_digest: Annotated[str, "digest of models, seeds, macros and expectations"]
    parser_version: Annotated[str, "digest of the code and vocabularies that read documents"]
    delivered: Annotated[int, "files in the documents folder"]
    landed: Annotated[int, "documents read for the first time"]
    quarantined: Annotated[int, "files that could not be read"]


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
