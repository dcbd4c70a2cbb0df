"""What the renderers of labelled forms share: one manner of printing a document, drawn at random."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from tests.drawing.document import SOURCES, Document, Project

SOURCE_LABELS = {
    "fiscal": ("财政拨款", "其中：财政拨款", "财政资金", "当年财政拨款", "其中:本年财政拨款"),
    "special_account": ("财政专户", "财政专户管理资金", "财政专户资金"),
    "other": ("其他资金", "单位资金", "自有资金", "上年结转资金"),
}
DEPARTMENT_LABELS = ("主管部门", "主管部门及代码", "预算部门", "部门名称", "主管单位")
UNIT_LABELS = ("实施单位", "项目单位", "预算单位", "资金使用单位", "项目实施单位（盖章）")
ATTRIBUTES = (
    ("项目属性", "新增项目"),
    ("项目属性", "延续项目"),
    ("项目类型", "部门项目"),
    ("项目类别", "其他运转类"),
    ("项目期限", "2年"),
    ("项目周期", "一年"),
    ("资金性质", "一般公共预算"),
    ("项目负责人", "张三"),
    ("立项依据", "根据《预算法》和有关文件要求设立"),
    ("项目概况", "保障机构运转，开展日常业务"),
)
LEVEL1 = {
    1: ("产出指标", "预期产出指标"),
    2: ("效益指标", "预期效益指标", "效果指标"),
    3: ("满意度指标",),
    4: ("成本指标",),
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a document is printed, alike in all its forms."""

    unit: str
    unit_place: str  # header, label or cell
    codes: str  # none, brackets or dash
    is_wrapped: bool
    is_shifted: bool
    weight_place: str  # none, level1 or column
    numbered: bool
    department_label: str
    unit_label: str
    title_in_table: bool


def draw_manner(random: Random) -> Manner:
    """A manner drawn at random."""
    return Manner(
        unit=random.choice(("万元", "元")),
        unit_place=random.choice(("header", "label", "cell")),
        codes=random.choice(("none", "none", "brackets", "dash")),
        is_wrapped=random.random() < 0.25,
        is_shifted=random.random() < 0.25,
        weight_place=random.choice(("none", "level1", "column")),
        numbered=random.random() < 0.15,
        department_label=random.choice(DEPARTMENT_LABELS),
        unit_label=random.choice(UNIT_LABELS),
        title_in_table=random.random() < 0.3,
    )


class Printer:
    """Prints the parts that planned forms and self-evaluations have in common."""

    width = 10

    def __init__(self, document: Document, manner: Manner, random: Random) -> None:
        self.document, self.manner, self.random = document, manner, random

    def row(self, *cells: str) -> str:
        """A row of the table, filled up with blank cells."""
        return "\t".join([*cells, *[""] * (self.width - len(cells))])

    def label(self, text: str, width: int = 4) -> str:
        """A label, perhaps broken by a wrap."""
        if not self.manner.is_wrapped or len(text) <= width:
            return text
        return " ".join(text[at : at + width] for at in range(0, len(text), width))

    def coded(self, name: str) -> str:
        """A name, perhaps behind its code."""
        if self.manner.codes == "none" or not "\u4e00" <= name[0] <= "\u9fff":
            return name
        code = f"{self.random.randint(100000, 999999)}"
        return f"[{code}]{name}" if self.manner.codes == "brackets" else f"{code}-{name}"

    def above(self, title: str) -> list[str]:
        """Title, year and unit of money above the table, or in its first rows."""
        year = self.random.choice(("（{}年度）", "( {} 年度)", "（{}年）")).format(self.document.year)
        unit = self.manner.unit
        head = self.random.choice(("单位：{}", "金额单位：{}", "（单位：{}）")).format(unit)
        if self.manner.title_in_table:
            lines = [self.row(title), self.row(year, *[""] * 5, head if self.manner.unit_place == "header" else "")]
        else:
            lines = [title, "", year]
            lines += [head] if self.manner.unit_place == "header" else []
        return lines

    def money_label(self, text: str) -> str:
        """A label of money with its unit where labels print it."""
        return text + (f"（{self.manner.unit}）" if self.manner.unit_place == "label" else "")

    def amount(self, value: Decimal | None) -> str:
        """An amount in the manner's unit."""
        if value is None:
            return self.random.choice(("", "", "—", "/"))
        number = value if self.manner.unit == "万元" else value * 10000
        return f"{number:,.2f}" + (self.manner.unit if self.manner.unit_place == "cell" else "")

    def who(self, project: Project, unit: str) -> list[str]:
        """The rows of name, department and unit, with attributes between them."""
        manner = self.manner
        names = self.row(self.label("项目名称"), self.coded(project.name))
        pairs = (self.label(manner.department_label), self.coded(self.document.department))
        units = (self.label(manner.unit_label), self.coded(unit))
        attributes = self.random.sample(ATTRIBUTES, self.random.randint(0, 3))
        rows = [names, self.row(*pairs, "", *units)] if self.random.random() < 0.6 else [names]
        rows += [] if len(rows) == 2 else [self.row(*pairs), self.row(*units)]
        return rows + [self.row(label, value) for label, value in attributes]

    def level1(self, code: int, total: int) -> str:
        """A first-level label, perhaps with its weight."""
        label = self.random.choice(LEVEL1[code])
        if self.manner.weight_place == "level1":
            label += self.random.choice(("（{}分）", "({})", "（{}%）")).format(total)
        return self.label(label)

    def shifted(self, cells: Sequence[str], blanks: int) -> str:
        """A row of the grid, perhaps without the blank cells a merged cell left before it."""
        return self.row(*cells[blanks:] if self.manner.is_shifted and blanks < 2 else cells)


def sources_of(project: Project) -> dict[str, Decimal]:
    """The amounts of a project by source, those printed alone."""
    return {source: amount for source in SOURCES if (amount := getattr(project, source)) is not None}
