"""The landed rows of a budget: units, projects, their money, printed totals, targets 绩效目标 and other fields."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from ingest.rows.types import Money, Quantity


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
class ProgressRow:
    """What a form 绩效运行监控表 says of an indicator while the year runs; never its value of the year."""

    table: ClassVar[str] = "indicator_progress"

    project_seq: int
    indicator_seq: Annotated[int, "the indicator, 1… within the project"]
    period_printed: Annotated[str | None, "label of what was done: 1-7月执行情况; null where nothing is printed below"]
    to_date: Annotated[str | None, "what was done up to then, as printed"]
    to_date_operator: Annotated[str | None, "=, >=, <=, >, <, ~, between; null when qualitative"]
    to_date_value: Quantity | None
    to_date_upper_value: Quantity | None
    to_date_unit: str | None
    to_date_is_quantitative: bool | None
    expected: Annotated[str | None, "全年预计完成情况 as printed"]
    expected_operator: Annotated[str | None, "=, >=, <=, >, <, ~, between; null when qualitative"]
    expected_value: Quantity | None
    expected_upper_value: Quantity | None
    expected_unit: str | None
    expected_is_quantitative: bool | None
    likelihood: Annotated[str | None, "完成目标可能性 as printed, or the label that is ticked"]
    reason: Annotated[str | None, "偏差原因 as printed"]
    page: int
    line: int
    char_start: int
    char_end: int


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
class FundingLevelRow:
    """An amount of 财政拨款 under a label that names a level of government: 中央资金, 省级, 县级配套, 上级补助."""

    table: ClassVar[str] = "funding_levels"

    project_seq: int
    level_seq: Annotated[int, "1… within the project, in the order in which its money is read"]
    level_code: Annotated[
        str | None, "central, province, prefecture, county, town, superior (上级), local (本级, 地方); null for several"
    ]
    level_printed: Annotated[str, "label as printed, without its colon"]
    amount_kind: Annotated[str, "allocated; budget, adjusted, executed (self-evaluations)"]
    period: Annotated[str, "annual, or midterm for the whole project"]
    is_part: Annotated[bool, "true for a part of a level before it: 中央 of 上级补助"]
    amount_wan: Annotated[Money, "amount, 万元"]
    amount_printed: Annotated[str, "its printed text"]
    page: int
    line: int
    char_start: int
    char_end: int


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
    amount_kind: Annotated[
        str | None, "allocated; budget, adjusted, executed (self-evaluations); tasks, tasks_executed"
    ] = "allocated"
    form_seq: Annotated[int | None, "the department's form whose tasks it totals"] = None


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
    measure: Annotated[str | None, "what its column measures in a table of execution: budget, executed …"] = None
