"""A drawn document as 项目支出绩效自评表: budget and execution, achieved goal, indicators with scores, and the total."""

from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from typing import NamedTuple

from tests.drawing.document import Document, Indicator, Project
from tests.drawing.expected import Drawn, Truth, expected_rows
from tests.drawing.labelled import SOURCE_LABELS, Printer, draw_manner, sources_of
from tests.drawing.render_labelled import level1_of, level2_of

TITLES = ("项目支出绩效自评表", "部门预算项目支出绩效自评表", "项目绩效自评表", "附件1：财政项目支出绩效自评表")
COLUMNS = {
    "budget": ("年初预算数", "年初预算"),
    "adjusted": ("全年预算数", "调整后预算数"),
    "executed": ("全年执行数", "预算执行数", "实际支出数"),
}
TARGETS = ("年度指标值", "指标值", "目标值", "预期指标值", "年度目标值")
ACTUALS = ("实际完成值", "全年实际值", "实际完成情况", "完成值")
REASONS = ("偏差原因分析及改进措施", "未完成原因分析", "偏差原因分析及改进措施（100字以内）")
SHORTFALLS = ("受疫情影响，部分活动未开展，下一步加强统筹", "采购流程延后；2025年加快进度", "报名人数不足")


class ExecutionTruth(NamedTuple):
    """The execution of one measure of a project, 万元."""

    project_seq: int
    measure: str
    budget: Decimal | None
    adjusted: Decimal | None
    executed: Decimal | None
    rate: Decimal | None
    score: Decimal | None


class PerformanceTruth(NamedTuple):
    """An indicator of a self-evaluation."""

    project_seq: int
    code: int
    name: str | None
    target: str | None
    actual: str | None
    weight: Decimal | None
    score: Decimal | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class EvaluationTruth:
    """What self-evaluations say beside units and projects."""

    executions: tuple[ExecutionTruth, ...]
    performance: tuple[PerformanceTruth, ...]
    totals: tuple[tuple[Decimal | None, str | None], ...]


@dataclass(frozen=True, slots=True)
class DrawnEvaluation(Drawn):
    """A printed self-evaluation and what it says."""

    evaluation: EvaluationTruth


def render_self_evaluation(document: Document, random: Random) -> DrawnEvaluation:
    """Print ``document``; amounts executed, actual values, scores and reasons are drawn from ``random``."""
    document = replace(document, year_printed=True)
    title = random.choice(TITLES)
    printer = SelfEvaluation(document, draw_manner(random), random)
    lines: list[str] = []
    for unit in document.units:
        for project in unit.projects:
            lines += [*printer.above(title), *printer.form(project, unit.name), ""]
    truth = expected_rows(document, "approval")
    planned: Truth = replace(truth, funding=(), indicators=(), totals=frozenset())
    evaluation = EvaluationTruth(tuple(printer.executions), tuple(printer.performance), tuple(printer.totals))
    return DrawnEvaluation("\n".join(lines), planned, evaluation)


class SelfEvaluation(Printer):
    """Prints the self-evaluation of one project after another, and remembers what it said."""

    width = 11

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self.executions: list[ExecutionTruth] = []
        self.performance: list[PerformanceTruth] = []
        self.totals: list[tuple[Decimal | None, str | None]] = []
        self.has_unit_column = self.random.random() < 0.3

    def form(self, project: Project, unit: str) -> list[str]:
        """The rows of one form below its title."""
        score = Decimal(0)
        rows = [*self.who(project, unit)]
        money, score = self.money(project, len(self.totals) + 1)
        goals, achieved = self.goals(project)
        grid, indicators = self.grid(project, len(self.totals) + 1)
        total = score + indicators
        self.totals.append((total, achieved))
        label = self.random.choice(("总分", "合计", "总得分"))
        return [*rows, *money, *goals, *grid, self.row(label, *[""] * (self.width - 5), "100", f"{total}")]

    def money(self, project: Project, seq: int) -> tuple[list[str], Decimal]:
        """The table of execution: total and sources."""
        sources = sources_of(project)
        labels = [self.random.choice(COLUMNS[column]) for column in COLUMNS]
        block = self.label(self.money_label("项目资金"), 5)
        rows = [self.row(block, "", *labels, "分值", "执行率", "得分")]
        lines = {source: self._executed(amount) for source, amount in sources.items()}
        sums = tuple(sum(column, Decimal(0)) for column in zip(*lines.values(), strict=True))
        rate = _rate(sums)
        score = Decimal(self.random.randint(50, 100)) / 10
        self.executions.append(ExecutionTruth(seq, "total", *sums, rate, score))
        rows.append(self.row("", "年度资金总额：", *map(self.amount, sums), "10", _percent(rate), f"{score}"))
        for source, names in SOURCE_LABELS.items():
            name = self.random.choice(names)
            if source not in lines:
                rows.append(self.row("", name, "", "", "", "—", "", "—"))
                continue
            rate = _rate(lines[source])
            self.executions.append(ExecutionTruth(seq, source, *lines[source], rate, None))
            rows.append(self.row("", name, *map(self.amount, lines[source]), "—", _percent(rate), "—"))
        return rows, score

    def _executed(self, budget: Decimal) -> tuple[Decimal, Decimal, Decimal]:
        adjusted = budget + Decimal(self.random.choice((0, 0, 5)))
        executed = (adjusted * self.random.randint(60, 100) / 100).quantize(Decimal("0.01"))
        return budget, adjusted, executed

    def goals(self, project: Project) -> tuple[list[str], str | None]:
        """Expected goal left, achieved right; below their labels or behind them."""
        goal = project.annual_goal or ""
        achieved = goal and f"已完成：{goal}"
        block = self.label(self.random.choice(("年度总体目标", "总体目标")))
        if self.random.random() < 0.3:
            row = self.row("预期目标", goal, "", "", "实际完成情况", achieved)
            return [row], "".join(achieved.split()) or None
        header = self.row(block, self.random.choice(("预期目标", "年初设定目标")), "", "", "", "实际完成情况")
        return [header, self.row("", goal, "", "", "", achieved)], "".join(achieved.split()) or None

    def grid(self, project: Project, seq: int) -> tuple[list[str], Decimal]:
        """The grid, and the sum of its scores."""
        unit = ["度量单位"] if self.has_unit_column else []
        levels = [self.label(label, 2) for label in ("一级指标", "二级指标", "三级指标")]
        labels = [self.random.choice(TARGETS), *unit, self.random.choice(ACTUALS), "分值", "得分"]
        rows = [self.row(self.label("绩效指标", 2), *levels, *labels, self.random.choice(REASONS))]
        total, before = Decimal(0), None
        for indicator in project.indicators:
            code = level1_of(indicator.category)
            level1 = "" if code == before else self.level1(code, 30)
            before = code
            row, score = self._indicator(indicator, seq, level1)
            rows.append(row)
            total += score
        return (rows if project.indicators else []), total

    def _indicator(self, indicator: Indicator, seq: int, level1: str) -> tuple[str, Decimal]:
        target, actual, units = indicator.annual or indicator.cycle or "", self._actual(indicator), []
        number = str(self.random.randint(2, 500))
        if self.has_unit_column:
            units, target, actual = ["次"], f"{number}次", f"{number}次"
        weight = Decimal(self.random.choice((5, 10, 15)))
        score = weight if self.random.random() < 0.7 else weight - Decimal(self.random.randint(1, 8)) / 2
        reason = "" if score == weight else self.random.choice((*SHORTFALLS, ""))
        level2 = self.label(level2_of(indicator.category), 5)
        texts = [None if not t else "".join(t.split()) for t in (indicator.name, target, actual)]
        self.performance.append(PerformanceTruth(seq, indicator.category.code, *texts, weight, score, reason or None))
        values = [number, *units, number] if units else [target, actual]
        cells = ["", level1, level2, indicator.name or "", *values, f"{weight}", f"{score}", reason]
        return self.shifted(cells, 1), score

    def _actual(self, indicator: Indicator) -> str:
        return self.random.choice(
            ("达成预期指标", "已完成", f"{self.random.randint(1, 200)}%", indicator.annual or "完成")
        )


def _rate(amounts: tuple[Decimal, ...]) -> Decimal | None:
    return (100 * amounts[2] / amounts[1]).quantize(Decimal("0.01")) if amounts[1] else None


def _percent(rate: Decimal | None) -> str:
    return "" if rate is None else f"{rate}%"


def observed_evaluation(reading: object) -> EvaluationTruth:
    """What a reading says, in the terms of `EvaluationTruth`."""

    def squash(text: str | None) -> str | None:
        return None if text is None else "".join(text.split())

    executions = tuple(
        ExecutionTruth(
            e.project_seq, e.measure, e.budget_wan, e.adjusted_wan, e.executed_wan, e.execution_rate, e.score
        )
        for e in reading.executions  # type: ignore[attr-defined]
    )
    performance = tuple(
        PerformanceTruth(
            p.project_seq,
            p.category_code,
            *map(squash, (p.indicator_name, p.target, p.actual)),
            p.weight,
            p.score,
            squash(p.reason),
        )
        for p in reading.performance  # type: ignore[attr-defined]
    )
    totals = tuple((e.total_score, squash(e.achieved_goal)) for e in reading.evaluations)  # type: ignore[attr-defined]
    return EvaluationTruth(executions, performance, totals)
