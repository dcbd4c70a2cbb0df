"""A drawn document as a list of projects: an indicator a row, the project's name once or on every row."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from tests.drawing.document import CATEGORIES, SOURCES, Document, Indicator, Project, Unit, figures_of
from tests.drawing.expected import Drawn, TotalTruth, Truth, expected_rows
from tests.drawing.forms.sheet import Row, Sheet
from tests.drawing.lists.manner import Manner, draw_manner
from tests.drawing.render_labelled import SPLIT_VALUES, level1_of, level2_of

_TITLES = ("项目支出绩效目标表", "部门预算项目支出绩效目标表", "项目支出绩效目标表（本级）")
_EVALUATED = ("项目支出绩效自评表", "部门预算项目支出绩效自评表")
_LEVEL1 = {1: "产出指标", 2: "效益指标", 3: "满意度指标", 4: "成本指标"}
_HEADS = ("number", "unit", "name", "total", *SOURCES, "goal", "attribute", "budget", "executed")
_QUALITATIVE = ("定性", "")
_EXECUTED = {"budget": Decimal("100.00"), "executed": Decimal("95.50")}
"""What every project of a self-evaluation prints."""


@dataclass(frozen=True, slots=True)
class DrawnList(Drawn):
    """A list as text, with its sheet for other media and the manner it is printed in."""

    sheet: Sheet
    manner: Manner


def draw_list(document: Document, random: Random, has_actual: bool = False) -> DrawnList:
    """Print ``document`` as one list; everything that varies is drawn from ``random``."""
    is_single = len(document.units) == 1 and document.units[0].name == document.department
    manner = draw_manner(random, "none" if is_single and random.random() < 0.5 else "any", has_actual)
    settled = _settled(replace(document, year_printed=True), manner, random)
    sheet = _Printer(settled, manner, random).sheet()
    lines = [sheet.title, *sheet.lines]
    lines += ["\t".join(row.cells) for row in sheet.rows if isinstance(row, Row)]
    return DrawnList("\n".join(lines) + "\n", _truth(settled, manner), sheet, manner)


def _settled(document: Document, manner: Manner, random: Random) -> Document:
    """The document as the list can carry it."""
    units = []
    for unit in document.units:
        projects: list[Project] = []
        for project in unit.projects:
            own = _settled_project(project, manner, random)
            projects += [] if any(other.name == own.name for other in projects) else [own]
        units.append(Unit(unit.name, tuple(projects)))
    return replace(document, units=tuple(units))


def _settled_project(project: Project, manner: Manner, random: Random) -> Project:
    amounts = {source: getattr(project, source) for source in SOURCES}
    if manner.money == "total":
        whole = sum((amount for amount in amounts.values() if amount is not None), Decimal(0))
        amounts = {**dict.fromkeys(SOURCES), "fiscal": whole}
    elif manner.money == "none":
        amounts = dict.fromkeys(SOURCES)
    indicators = tuple(_settled_indicator(indicator, manner, random) for indicator in project.indicators)
    if not indicators:
        category = random.choice(CATEGORIES)
        indicators = (Indicator(category, "完成情况", None, "≥95%" if manner.has_grid_value else "良好"),)
    goal = project.annual_goal if "goal" in manner.columns else None
    return replace(project, **amounts, midterm=None, annual_goal=goal, cycle_goal=None, indicators=indicators)


def _settled_indicator(indicator: Indicator, manner: Manner, random: Random) -> Indicator:
    annual = indicator.annual or indicator.cycle
    if manner.has_grid_value:
        is_text = random.random() < 0.3
        annual = random.choice(("良好", "有效提升", "达标")) if is_text else "".join(random.choice(SPLIT_VALUES))
    return replace(indicator, name=indicator.name or "完成情况", cycle=None, annual=annual, annual_name=None)


def _truth(document: Document, manner: Manner) -> Truth:
    truth = expected_rows(document, "approval")
    totals: set[TotalTruth] = set()
    measures = {"none": (), "total": ("total",), "sources": ("total", *SOURCES)}[manner.money]
    if manner.total_place != "none":
        figures = figures_of(document.projects)
        totals |= {TotalTruth("document", None, None, m, figures[m]) for m in measures if m in figures}
    if manner.has_unit_totals:
        for seq, unit in enumerate(document.units, start=1):
            figures = figures_of(unit.projects)
            totals |= {TotalTruth("unit", seq, None, m, figures[m]) for m in measures if m in figures}
    if manner.money == "sources":
        for seq, project in enumerate(document.projects, start=1):
            unit_seq = truth.projects[seq - 1].unit_seq
            totals.add(TotalTruth("project", unit_seq, seq, "total", figures_of([project])["total"]))
    if manner.has_actual:
        return replace(truth, totals=frozenset(_totals_of_executions(document, manner)), indicators=())
    return replace(truth, totals=frozenset(totals))


def _totals_of_executions(document: Document, manner: Manner) -> Iterator[TotalTruth]:
    wan = Decimal(1) if manner.unit == "万元" else Decimal("0.0001")
    for kind, amount in _EXECUTED.items():
        if manner.total_place != "none":
            yield TotalTruth("document", None, None, "total", amount * wan * len(document.projects), kind)
        for seq, unit in enumerate(document.units if manner.has_unit_totals else (), start=1):
            yield TotalTruth("unit", seq, None, "total", amount * wan * len(unit.projects), kind)


class _Printer:
    """Prints a document as rows of one table."""

    def __init__(self, document: Document, manner: Manner, random: Random) -> None:
        self.document, self.manner, self.random = document, manner, random
        self.rows: list[Row | str] = []
        self.number = 0

    def sheet(self) -> Sheet:
        """Title, lines above the table, and its rows."""
        manner, document = self.manner, self.document
        title = f"{document.year}年{self.random.choice(_EVALUATED if manner.has_actual else _TITLES)}"
        lines = [f"部门名称：{document.department}"]
        lines += [f"单位：{manner.unit}"] if manner.unit_place == "line" else []
        self.header()
        if manner.is_numbered:
            self.row({role: str(number) for number, role in enumerate(manner.columns, start=1)})
        if manner.total_place == "first":
            self.total()
        breaks = self.random.randint(1, max(1, len(document.projects))) if manner.repeats_header else 0
        for unit in document.units:
            if manner.units == "mixed":
                self.row(
                    {"name": self.coded(unit.name), **(self.figures(unit.projects) if manner.has_unit_totals else {})}
                )
            for place, project in enumerate(unit.projects):
                self.project(project, unit if place == 0 or manner.names_every_row else None, breaks)
        if manner.total_place == "last":
            self.total()
        return Sheet(title, lines, self.rows)

    def header(self) -> None:
        """The header in one row, or with labels that span money and grid."""
        manner = self.manner
        labels = dict(manner.labels)
        if manner.unit_place == "label":
            money = [role for role in ("total", *SOURCES, "budget", "executed") if role in labels]
            labels |= {role: f"{labels[role]}（{manner.unit}）" for role in money}
        if not manner.is_deep:
            self.row(labels)
            return
        grid = [role for role in manner.columns if role not in _HEADS]
        below = {role: labels.pop(role) for role in grid}
        labels[grid[0]] = "绩效指标"
        if manner.money == "sources":
            below |= {role: labels.pop(role) for role in ("total", *SOURCES)}
            below["total"], labels["total"] = "合计", f"项目资金（{manner.unit}）"
        self.row(labels, is_spread=True)
        self.row(below, carried=frozenset(set(labels) - set(below)))

    def row(self, texts: dict[str, str], is_spread: bool = False, carried: frozenset[str] = frozenset()) -> None:
        """A row by role."""
        columns = self.manner.columns
        cells = tuple(texts.get(role, "") for role in columns)
        self.rows.append(Row(cells, is_spread, frozenset(columns.index(role) for role in carried)))

    def total(self) -> None:
        """The row 合计."""
        self.row({"name": self.random.choice(("合计", "总计")), **self.figures(self.document.projects)})

    def figures(self, projects: tuple[Project, ...]) -> dict[str, str]:
        """The amounts of projects by column."""
        if self.manner.has_actual:
            return {role: f"{amount * len(projects):,.2f}" for role, amount in _EXECUTED.items()}
        if self.manner.money == "none":
            return {}
        shown = [role for role in ("total", *SOURCES) if role in self.manner.columns]
        figures = figures_of(projects)
        return {role: self.amount(figures[role]) for role in shown if role in figures}

    def amount(self, value: Decimal) -> str:
        """An amount in the list's unit."""
        return f"{value if self.manner.unit == '万元' else value * 10000:,.2f}"

    def coded(self, name: str) -> str:
        """A name, perhaps behind its code."""
        is_coded = self.manner.is_coded and "\u4e00" <= name[0] <= "\u9fff"
        return f"{self.random.randint(100000, 999999)}-{name}" if is_coded else name

    def project(self, project: Project, unit: Unit | None, breaks: int) -> None:
        """The rows of a project."""
        manner = self.manner
        self.number += 1
        heads = {"number": str(self.number), "name": self.coded(project.name), "goal": project.annual_goal or ""}
        heads |= self.figures((project,)) | ({"unit": self.coded(unit.name)} if unit is not None else {})
        heads |= {"attribute": "一般项目"}
        before = ("", "")
        for place, indicator in enumerate(project.indicators):
            levels = (_LEVEL1[level1_of(indicator.category)], level2_of(indicator.category))
            texts = dict(heads) if place == 0 or manner.names_every_row else {}
            carried = set() if texts else {role for role in _HEADS if role in manner.columns}
            if place == 0 and not heads.get("unit") and "unit" in manner.columns:
                carried.add("unit")
            if place == 0 or manner.levels_every_row or levels[0] != before[0]:
                texts["level1"] = levels[0]
            if place == 0 or manner.levels_every_row or levels != before:
                texts["level2"] = levels[1]
            carried |= {role for role in ("level1", "level2") if role not in texts}
            before = levels
            if place == 1 and self.number == breaks:
                self.header()
                carried = set()
            self.row({**texts, **self.indicator(indicator, place, len(project.indicators))}, carried=frozenset(carried))

    def indicator(self, indicator: Indicator, place: int, count: int) -> dict[str, str]:
        """The cells of an indicator: name, target, weight and notes."""
        texts = {"level3": indicator.name or "", "value": indicator.annual or ""}
        if self.manner.has_grid_value:
            parts = next((parts for parts in SPLIT_VALUES if "".join(parts) == indicator.annual), None)
            texts["operator"], texts["value"], texts["measure"] = parts or (
                self.random.choice(_QUALITATIVE),
                indicator.annual or "",
                "",
            )
        share = 90 // count
        weight = 90 - share * (count - 1) if place == 0 else share
        notes = {"property": self.random.choice(("定量指标", "定性指标")), "content": "反映工作开展情况"}
        return texts | notes | {"weight": str(weight), "actual": "已完成", "score": str(weight)}
