"""How a list of projects is printed: its columns, what is merged, where units, money and totals stand."""

from dataclasses import dataclass
from random import Random

NAMES = {
    "column": ("项目名称", "项目名称", "支出项目", "预算项目名称"),
    "mixed": ("单位名称、项目名称", "单位（项目）名称"),
}
UNITS = ("单位名称", "预算单位", "项目单位", "资金使用单位")
GOALS = ("年度绩效目标", "绩效目标", "项目年度绩效目标", "总体目标", "年度目标")
LEVEL3 = ("三级指标", "三级指标", "指标名称")
VALUES = ("指标值", "年度指标值", "目标值")
OPERATORS = ("指标性质", "绩效指标性质", "运算符号", "指标符号")
MEASURES = ("度量单位", "计量单位", "绩效度量单位")
TOTALS = ("预算金额", "项目金额", "资金总额", "预算数")
SOURCES = {
    "fiscal": ("财政拨款", "财政资金"),
    "special_account": ("财政专户", "财政专户管理资金"),
    "other": ("其他资金", "单位资金"),
}


@dataclass(frozen=True, slots=True)
class Manner:
    """The manner of one list; ``columns`` are the roles of its columns in order, ``labels`` what the header calls them."""

    columns: tuple[str, ...]
    labels: dict[str, str]
    units: str  # column, mixed, none
    money: str  # none, total, sources
    unit: str
    unit_place: str  # line, label
    names_every_row: bool
    levels_every_row: bool
    is_deep: bool
    is_numbered: bool
    repeats_header: bool
    total_place: str  # none, first, last
    has_unit_totals: bool
    is_coded: bool
    has_actual: bool

    @property
    def has_grid_value(self) -> bool:
        """True where operator and unit of a target stand in columns of their own."""
        return "operator" in self.columns


def draw_manner(random: Random, units: str, has_actual: bool) -> Manner:
    """A manner drawn at random; ``units`` says where the document's units can be printed."""
    units = random.choice(("column", "mixed")) if units == "any" else units
    money = random.choice(("none", "total", "sources")) if not has_actual else "none"
    columns = _columns(random, units, money, has_actual)
    return Manner(
        columns=columns,
        labels=_labels(random, columns, units),
        units=units,
        money=money,
        unit=random.choice(("万元", "元")),
        unit_place=random.choice(("line", "label")),
        names_every_row=random.random() < 0.25,
        levels_every_row=random.random() < 0.4,
        is_deep=random.random() < 0.4,
        is_numbered=random.random() < 0.3,
        repeats_header=random.random() < 0.3,
        total_place=random.choice(("none", "first", "last")) if money != "none" or has_actual else "none",
        has_unit_totals=units == "mixed" and (money != "none" or has_actual) and random.random() < 0.5,
        is_coded=random.random() < 0.2,
        has_actual=has_actual,
    )


def _columns(random: Random, units: str, money: str, has_actual: bool) -> tuple[str, ...]:
    head = ["unit"] if units == "column" else []
    head += ["name"]
    if random.random() < 0.3 and units != "mixed":
        head.insert(0, "number")
    head += {"none": [], "total": ["total"], "sources": ["total", "fiscal", "special_account", "other"]}[money]
    if has_actual:
        head += ["budget", "executed"]
    head += ["goal"] if random.random() < 0.8 else []
    if random.random() < 0.25:
        head.insert(len(head) - random.randint(0, 1), "attribute")
    grid = ["level1", "level2", "level3"]
    split = random.random() < 0.5
    grid += ["operator", "value", "measure"] if split else ["value"]
    grid += ["actual", "weight", "score"] if has_actual else []
    tail = [role for role, share in (("weight", 0.4), ("property", 0.3), ("content", 0.3)) if random.random() < share]
    return (*head, *grid, *(role for role in tail if role not in grid))


def _labels(random: Random, columns: tuple[str, ...], units: str) -> dict[str, str]:
    words = {
        "number": ("序号",), "unit": UNITS, "name": NAMES["mixed" if units == "mixed" else "column"], "goal": GOALS,
        "total": TOTALS, "attribute": ("项目类型", "资金性质", "项目级次"), "budget": ("年初预算数",),
        "executed": ("全年执行数", "执行数"), "level1": ("一级指标",), "level2": ("二级指标",), "level3": LEVEL3,
        "operator": OPERATORS, "value": VALUES, "measure": MEASURES, "actual": ("实际完成值", "全年完成值"),
        "weight": ("权重", "分值"), "score": ("得分",), "property": ("指标属性",), "content": ("备注", "指标说明"),
        **SOURCES,
    }  # fmt: skip
    return {role: random.choice(words[role]) for role in columns}
