"""The landed rows of self-evaluations 绩效自评表: scores, executed money, what was achieved of each target."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from ingest.rows.types import Money, Quantity


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
