"""Drawn documents as paragraphs and tables of spanning cells: what every office medium prints in its own manner."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from tests.drawing.document import Document, Indicator, Project, figures_of
from tests.drawing.expected import Truth, expected_rows, settle
from tests.drawing.printing import HEADER, TITLE, ListStyle, print_indicators

_MEASURES = ("total", "fiscal", "special_account", "other")
_REPLY = "根据预算管理的有关规定，绩效目标由预算单位申报，作为预算审核安排、绩效运行监控、绩效自评的重要依据之一。"


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: a text or an amount, and the rows and columns it covers."""

    content: str | Decimal = ""
    rows: int = 1
    columns: int = 1

    @property
    def text(self) -> str:
        """The content as text; an amount with two decimals."""
        return self.content if isinstance(self.content, str) else f"{self.content:,.2f}"


Table = list[list[Box]]


@dataclass(frozen=True, slots=True)
class Part:
    """A title, the lines under it and a table."""

    title: str
    lines: tuple[str, ...]
    table: Table

    @property
    def width(self) -> int:
        """Columns of the table."""
        return sum(box.columns for box in self.table[0])


@dataclass(frozen=True, slots=True)
class Layout:
    """A document ready to be printed, and what it says."""

    parts: tuple[Part, ...]
    truth: Truth


@dataclass(frozen=True, slots=True)
class DrawnFile:
    """A printed file and what it says."""

    data: bytes
    truth: Truth


def lay_out(document: Document, layout: str, random: Random) -> Layout:
    """``document`` as one list table (``table``) or as forms (``approval``)."""
    if layout == "approval":
        parts = tuple(_form(document, project, random) for project in document.projects)
        return Layout(parts, expected_rows(document, "approval"))
    document = settle(document)
    return Layout((_list(document, random),), expected_rows(document, "table"))


def _list(document: Document, random: Random) -> Part:
    year = f"{document.year}年" if document.year_printed else ""
    table = [[Box(label) for label in HEADER], _row("合计", document.projects)]
    for unit in document.units:
        table.append(_row(unit.name, unit.projects))
        for project in unit.projects:
            indicators = print_indicators(project.indicators, random, ListStyle())
            table.append(_row(project.name, (project,), project.annual_goal or "", indicators))
    lines = (f"部门名称：{document.department}", "单位：万元")
    return Part(f"{year}{TITLE}", lines, table)


def _row(name: str, projects: tuple[Project, ...], goal: str = "", indicators: str = "") -> list[Box]:
    figures = figures_of(projects)
    return [Box(name), *(Box(figures.get(measure, "")) for measure in _MEASURES), Box(goal), Box(indicators)]


def _form(document: Document, project: Project, random: Random) -> Part:
    year = document.year
    values = ("指标值（或计划水平）", "计划指标值（或计划水平）")
    midterm, annual = project.midterm or Decimal(0), project.fiscal or Decimal(0)
    table = [
        [
            *(Box("项目名称"), Box(project.name, columns=2), Box("中期市财政预算（万元）"), Box(midterm)),
            *(Box("本年度申请市财政预算资金（万元）", columns=2), Box(annual)),
        ],
        [Box("总体目标", rows=2), Box(f"中期滚动目标（{year}年-{year + 2}年）", columns=4), Box("年度目标", columns=3)],
        [Box(project.cycle_goal or "", columns=4), Box(project.annual_goal or "", columns=3)],
        [Box("绩效指标", rows=len(project.indicators) + 1), Box("一级指标")]
        + [Box(label) for label in ("二级指标", "三级指标", values[0], "二级指标", "三级指标", values[1])],
        *_grid(project.indicators),
        [Box("市财政局批复意见"), Box(_REPLY, columns=7)],
    ]
    brackets = random.choice(("（ {} 年度）", "( {} 年度)", "（{}年度）"))
    lines = (brackets.format(year), f"预算单位：{document.department}")
    return Part(f"{document.city}财政项目支出绩效目标批复表", lines, table)


def _grid(indicators: tuple[Indicator, ...]) -> Table:
    rows: Table = []
    level1 = None
    for indicator in indicators:
        category = indicator.category
        first = []
        if category.level1 != level1:
            first = [Box(category.level1, rows=sum(other.category.level1 == category.level1 for other in indicators))]
        level1 = category.level1
        texts = (category.level2, indicator.name, indicator.cycle)
        texts += (category.level2, indicator.annual_name or indicator.name, indicator.annual)
        rows.append([*first, *(Box(text or "") for text in texts)])
    return rows
