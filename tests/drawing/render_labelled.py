"""A drawn document as 项目支出绩效目标表: one labelled form a project, in the many manners of the national family."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.drawing.document import Category, Document, Indicator, Project
from tests.drawing.expected import Drawn, TotalTruth, Truth, expected_rows
from tests.drawing.labelled import SOURCE_LABELS, Printer, draw_manner, sources_of

TITLES = (
    "项目支出绩效目标表",
    "项目支出绩效目标申报表",
    "部门预算项目支出绩效目标表",
    "项目支出绩效目标批复表（本级）",
    "附件2：项目支出绩效目标申报表",
)
VALUE_LABELS = (
    "指标值", "年度指标值", "指标值（或计划水平）", "指标目标值", "目标值", "当年预期实现值", "指标值及单位",
)  # fmt: skip
SPLIT_VALUES = (("≥", "95", "%"), ("=", "100", "%"), ("≤", "12", "个月"), ("≥", "3000", "人次"), ("＝", "2", "次"))
NO_OPERATORS = ("定性", "")


def render_labelled(document: Document, random: Random) -> Drawn:
    """Print ``document``; everything that varies is drawn from ``random``."""
    form = random.choice((OneSided, OneSided, TwoSided, SplitColumns, Bracketed))
    settled = form.settle(replace(document, year_printed=True), random)
    manner = draw_manner(random)
    title = random.choice(TITLES)
    title = random.choice((title, f"{document.city}{title}"))
    lines: list[str] = []
    printer = form(settled, manner, random)
    for unit in settled.units:
        for project in unit.projects:
            lines += [*printer.above(title), *printer.form(project, unit.name), ""]
    return Drawn("\n".join(lines), printer.truth())


class Planned(Printer):
    """A form of planned money, goals and indicators; its subclasses print different grids."""

    has_midterm = False

    @classmethod
    def settle(cls, document: Document, random: Random) -> Document:
        """The document as the form can carry it."""
        del random
        units = tuple(
            replace(unit, projects=tuple(cls.settle_project(project) for project in unit.projects))
            for unit in document.units
        )
        return replace(document, units=units)

    @classmethod
    def settle_project(cls, project: Project) -> Project:
        """One side alone: its values are those of the year."""
        indicators = [replace(i, cycle=None, annual=i.annual or i.cycle) for i in project.indicators]
        return replace(project, indicators=tuple(indicators))

    def truth(self) -> Truth:
        """What the form says."""
        truth = expected_rows(self.document, "approval")
        totals = set()
        for seq, project in enumerate(self.document.projects, start=1):
            unit_seq = truth.projects[seq - 1].unit_seq
            totals.add(TotalTruth("project", unit_seq, seq, "total", sum(sources_of(project).values(), Decimal(0))))
        return replace(truth, totals=frozenset(totals))

    def form(self, project: Project, unit: str) -> list[str]:
        """The rows of one form below its title."""
        return [*self.who(project, unit), *self.money(project), *self.goals(project), *self.grid(project)]

    def money(self, project: Project) -> list[str]:
        """Total and sources, labels before the amounts or above them."""
        sources = sources_of(project)
        total = sum(sources.values(), Decimal(0))
        labels = {source: self.random.choice(SOURCE_LABELS[source]) for source in SOURCE_LABELS}
        block = self.label(self.money_label("项目资金"), 5)
        if self.random.random() < 0.2:
            header = self.row(block, "资金总额", *labels.values())
            return [header, self.row("", self.amount(total), *(self.amount(sources.get(s)) for s in labels))]
        rows = [self.row(block, "年度资金总额：", self.amount(total))]
        rows += [self.row("", labels[source], self.amount(sources.get(source))) for source in labels]
        return rows

    def goals(self, project: Project) -> list[str]:
        """The goal behind its label, in one row or two, or below it."""
        goal = project.annual_goal
        label = self.label(self.random.choice(("年度目标", "年度绩效目标", "总体目标", "年度总体目标", "绩效目标")))
        if goal is None:
            return [self.row(label)]
        cut = len(goal) // 2
        if self.random.random() < 0.2 and cut:
            return [self.row(label, goal[:cut]), self.row("", goal[cut:])]
        return [self.row(label, goal)]

    def grid(self, project: Project) -> list[str]:
        """Header and rows of the grid."""
        if not project.indicators:
            return []
        rows = [self.header()]
        before1 = before2 = None
        for seq, indicator in enumerate(project.indicators, start=1):
            category = indicator.category
            code = level1_of(category)
            weight = sum(level1_of(i.category) == code for i in project.indicators)
            level1 = "" if code == before1 else self.level1(code, weight)
            level2 = "" if (code, category.code) == (before1, before2) else self.label(level2_of(category), 5)
            before1, before2 = code, category.code
            rows.append(self.indicator(indicator, seq, level1, level2))
        if self.random.random() < 0.3:
            rows.insert(len(rows) // 2 + 1, self.header())  # the page broke here
        return rows

    def level_labels(self) -> list[str]:
        """The labels of the three levels."""
        third = self.random.choice(("三级指标", "三级指标", "指标名称", "指标内容"))
        return [self.label(label, 2) for label in ("一级指标", "二级指标", third)]

    def header(self) -> str:
        """The header of the grid."""
        raise NotImplementedError

    def indicator(self, indicator: Indicator, seq: int, level1: str, level2: str) -> str:
        """A row of the grid."""
        raise NotImplementedError

    def name(self, indicator: Indicator, seq: int) -> str:
        """A name, perhaps behind `指标1：`."""
        name = indicator.name or ""
        return f"指标{seq}：{name}" if name and self.manner.numbered else name


class OneSided(Planned):
    """One value an indicator, perhaps a weight and notes."""

    def header(self) -> str:
        labels = [*self.level_labels(), self.random.choice(VALUE_LABELS)]
        labels += (
            [self.random.choice(("权重", "分值", "分值权重（90）"))] if self.manner.weight_place == "column" else []
        )
        return self.row(self.label("绩效指标", 2), *labels, "备注")

    def indicator(self, indicator: Indicator, seq: int, level1: str, level2: str) -> str:
        weight = ["10"] if self.manner.weight_place == "column" else []
        cells = ["", level1, level2, self.name(indicator, seq), indicator.annual or "", *weight]
        cells += [self.random.choice(("", "据实填报"))]
        return self.shifted(cells, 1)


class TwoSided(Planned):
    """Mid-term left, annual right, in money, goals and grid."""

    @classmethod
    def settle_project(cls, project: Project) -> Project:
        total = sum(sources_of(project).values(), Decimal(0))
        cycle = project.annual_goal and project.annual_goal.replace("保障", "三年内保障")
        del total
        return replace(project, cycle_goal=cycle)

    def truth(self) -> Truth:
        truth = super().truth()
        return replace(truth, funding=tuple(row._replace(midterm=row.amount * 3) for row in truth.funding))

    def money(self, project: Project) -> list[str]:
        sources = sources_of(project)
        total = sum(sources.values(), Decimal(0))
        rows = [
            self.row(
                self.label(self.money_label("项目资金"), 5), "中期资金总额：", self.amount(total * 3), "",
                "年度资金总额：", self.amount(total),
            )
        ]  # fmt: skip
        for source, labels in SOURCE_LABELS.items():
            label, amount = self.random.choice(labels), sources.get(source)
            midterm = None if amount is None else amount * 3
            rows.append(self.row("", label, self.amount(midterm), "", label, self.amount(amount)))
        return rows

    def goals(self, project: Project) -> list[str]:
        year = self.document.year
        cycle = f"中期目标（{year}年—{year + 2}年）"
        header = self.row(self.label("总体目标", 2), cycle, "", "", "年度目标")
        return [header, self.row("", project.cycle_goal or "", "", "", project.annual_goal or "")]

    def header(self) -> str:
        levels = self.level_labels()
        values = self.random.choice((("指标值", "指标值"), ("实施周期指标值", "年度指标值"), ("中期指标值", "指标值")))
        return self.row(self.label("绩效指标", 2), *levels, values[0], *levels[1:], values[1])

    def indicator(self, indicator: Indicator, seq: int, level1: str, level2: str) -> str:
        name = self.name(indicator, seq)
        cells = ["", level1, level2, name, indicator.cycle or "", level2, name, indicator.annual or ""]
        return self.shifted(cells, 1)


class SplitColumns(Planned):
    """Operator, number and unit in columns of their own."""

    @classmethod
    def settle(cls, document: Document, random: Random) -> Document:
        def split(indicator: Indicator) -> Indicator:
            if random.random() < 0.3:
                return replace(indicator, cycle=None, annual=random.choice(("良好", "有效提升", "达标")))
            return replace(indicator, cycle=None, annual="".join(random.choice(SPLIT_VALUES)))

        units = tuple(
            replace(
                unit,
                projects=tuple(replace(p, indicators=tuple(map(split, p.indicators))) for p in unit.projects),
            )
            for unit in document.units
        )
        return replace(document, units=units)

    def header(self) -> str:
        operator = self.random.choice(("运算符号", "指标性质", "比较符号", "计算符号"))
        unit = self.random.choice(("度量单位", "计量单位", "单位"))
        return self.row(*self.level_labels(), operator, self.random.choice(("指标值", "目标值")), unit, "权重")

    def indicator(self, indicator: Indicator, seq: int, level1: str, level2: str) -> str:
        parts = next((parts for parts in SPLIT_VALUES if "".join(parts) == indicator.annual), None)
        operator, value, unit = parts or (self.random.choice(NO_OPERATORS), indicator.annual or "", "")
        return self.row(level1, level2, self.name(indicator, seq), operator, value, unit, "10")


class Bracketed(Planned):
    """All indicators in one cell: 【产出指标-数量指标】指标1:名(值)."""

    @classmethod
    def settle_project(cls, project: Project) -> Project:
        indicators = tuple(
            replace(
                i,
                name=(i.name or "数量").strip("。；;，"),
                cycle=None,
                annual=(i.annual or i.cycle or "是").strip("。"),
            )
            for i in project.indicators
        )
        return replace(project, indicators=indicators)

    def grid(self, project: Project) -> list[str]:
        listed, before = "", None
        for seq, indicator in enumerate(project.indicators, start=1):
            category = indicator.category
            if category.code != before:
                listed += f"【{LEVEL1_NAMES[level1_of(category)]}-{level2_of(category)}】"
            before = category.code
            listed += f"指标{seq}:{indicator.name}({indicator.annual})" + self.random.choice(("", "；", "。"))
        return [self.row("绩效指标", listed)]


LEVEL1_NAMES = {1: "产出指标", 2: "效益指标", 3: "满意度指标", 4: "成本指标"}


def level1_of(category: Category) -> int:
    """The code of the first level."""
    return category.code // 10


def level2_of(category: Category) -> str:
    """The label of the second level as a form prints it, with 指标."""
    return category.level2 if category.level2.endswith("指标") else category.level2 + "指标"
