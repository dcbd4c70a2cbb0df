"""The landed rows of forms of a whole department 部门整体支出: none of them is ever part of a sum over projects."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from ingest.rows.types import Money, Quantity


@dataclass(slots=True, unsafe_hash=True)
class DepartmentGoalRow:
    """A form of a whole department 部门整体支出绩效目标表 or 自评表 with its goals."""

    table: ClassVar[str] = "department_goals"

    form_seq: Annotated[int, "1… within the document"]
    annual_goal: Annotated[str | None, "年度总体目标 as printed"]
    cycle_goal: Annotated[str | None, "goal of the cycle as printed"]
    achieved_goal: Annotated[str | None, "实际完成情况 of the goal, as printed"]
    total_score: Annotated[Quantity | None, "总分; null where none is printed"]
    particulars: Annotated[str | None, "what else the form says of the department, a line a label with its value"]
    page: int
    line: int
    char_start: int
    char_end: int


@dataclass(slots=True, unsafe_hash=True)
class DepartmentBudgetRow:
    """An amount of a whole department: its total, or an item of it."""

    table: ClassVar[str] = "department_budget"

    form_seq: Annotated[int, "the form it stands in"]
    item: Annotated[str, "total, basic (基本支出), project (项目支出), fiscal, special_account or other"]
    item_printed: Annotated[str, "its label as printed"]
    amount_wan: Annotated[Money | None, "amount of the year, 万元; null where only what was spent is printed"]
    amount_printed: Annotated[str, "its printed text; that of what was spent where no amount of the year is printed"]
    initial_wan: Annotated[Money | None, "年初预算数, 万元, where 全年预算数 is printed beside it"]
    executed_wan: Annotated[Money | None, "全年执行数 of a self-evaluation, 万元"]
    execution_rate: Annotated[Quantity | None, "执行率 as printed, per cent"]
    execution_weight: Annotated[Quantity | None, "分值 of the execution rate"]
    execution_score: Annotated[Quantity | None, "得分 of the execution rate"]
    is_proved: Annotated[bool, "true where the sums of the form prove the amount"]
    page: int
    line: int
    char_start: int
    char_end: int


@dataclass(slots=True, unsafe_hash=True)
class DepartmentTaskRow:
    """A task of a department 年度重点工作任务, or a project listed with its money."""

    table: ClassVar[str] = "department_tasks"

    form_seq: Annotated[int, "the form it stands in"]
    task_seq: Annotated[int, "1… within the form"]
    task_name: Annotated[str, "name as printed"]
    content: Annotated[str | None, "what is printed of it beside name and money"]
    amount_wan: Annotated[Money | None, "its money, 万元; null where none is printed or it cannot be read"]
    amount_printed: Annotated[str | None, "its printed text"]
    page: int
    line: int
    char_start: int
    char_end: int
    fiscal_wan: Annotated[Money | None, "of it 财政拨款, 万元; null where the form does not print it"] = None
    special_account_wan: Annotated[Money | None, "of it 财政专户拨款, 万元; null where the form does not print it"] = (
        None
    )
    other_wan: Annotated[Money | None, "of it 其他资金, 万元; null where the form does not print it"] = None
    executed_wan: Annotated[Money | None, "what was spent on it, 万元; null where the form does not print it"] = None
    is_part: Annotated[bool | None, "true for an activity whose duty, a task of its own, holds its money"] = False


@dataclass(slots=True, unsafe_hash=True)
class DepartmentIndicatorRow:
    """An indicator of a whole department, in printed order; of a self-evaluation with what was achieved."""

    table: ClassVar[str] = "department_indicators"

    form_seq: Annotated[int, "the form it stands in"]
    indicator_seq: Annotated[int, "1… within the form"]
    printed_level1: Annotated[str | None, "一级指标 label as printed"]
    printed_level2: Annotated[str | None, "二级指标 label as printed"]
    category_code: Annotated[int, "second-level category; see seed indicator_categories"]
    indicator_name: Annotated[str | None, "三级指标 name; null where none is printed"]
    cycle_target: Annotated[str | None, "实施周期指标值 as printed; null when absent"]
    cycle_operator: Annotated[str | None, "=, >=, <=, >, <, ~, between; null when qualitative"]
    cycle_value: Annotated[Quantity | None, "its number"]
    cycle_upper_value: Annotated[Quantity | None, "upper end of a range"]
    cycle_unit: Annotated[str | None, "unit as printed"]
    cycle_is_quantitative: Annotated[bool | None, "true where the whole text is one quantity"]
    annual_target: Annotated[str | None, "年度指标值 as printed"]
    annual_operator: Annotated[str | None, "=, >=, <=, >, <, ~, between; null when qualitative"]
    annual_value: Annotated[Quantity | None, "its number"]
    annual_upper_value: Annotated[Quantity | None, "upper end of a range"]
    annual_unit: Annotated[str | None, "unit as printed"]
    annual_is_quantitative: Annotated[bool | None, "true where the whole text is one quantity"]
    actual: Annotated[str | None, "实际完成值 as printed"]
    actual_operator: Annotated[str | None, "=, >=, <=, >, <, ~, between; null when qualitative"]
    actual_value: Annotated[Quantity | None, "its number"]
    actual_upper_value: Annotated[Quantity | None, "upper end of a range"]
    actual_unit: Annotated[str | None, "unit as printed"]
    actual_is_quantitative: Annotated[bool | None, "true where the whole text is one quantity"]
    direction: Annotated[str | None, "at_least or at_most where the form prints 正向 or 反向"]
    weight: Annotated[Quantity | None, "分值"]
    score: Annotated[Quantity | None, "得分"]
    reason: Annotated[str | None, "偏差原因分析及改进措施 as printed"]
    note: Annotated[str | None, "what else the form prints beside it: 评分标准"]
    page: int
    line: int
    char_start: int
    char_end: int
