"""A form drawn from what it says, in the manner of the generator of layouts."""

from dataclasses import replace as changed
from random import Random

from tests.drawing.forms.draw import TITLES, DrawnForms, draw_manner
from tests.drawing.forms.evaluation import HEADERS
from tests.drawing.forms.goals import draw_goal
from tests.drawing.forms.grid import draw_grid
from tests.drawing.forms.money import draw_money
from tests.drawing.forms.sheet import Manner, Pen, Sheet, Truth
from tests.drawing.forms.who import draw_extra, draw_pairs, draw_who
from tests.judgements.content import Content

_LEVELS = ("level1", "level2", "level3")


def draw_form(content: Content, random: Random) -> DrawnForms:
    """One form as a document."""
    is_two_sided = any(indicator.cycle for indicator in content.indicators)
    manner = _manner(content, random, is_two_sided)
    truth = Truth(content.year, content.department)
    sheet = Sheet(random.choice(TITLES[{"plan": "target"}.get(content.kind, content.kind)]))
    sheet.lines = [f"（{content.year}年度）"]
    if manner.unit_place == "header" or manner.unit == "亿元":
        sheet.lines.append(f"单位：{manner.unit}")
    pen = Pen(random, manner, truth, sheet, {})
    pen.project = "" if content.kind == "department" else content.project
    _DRAWERS[content.kind](pen, content)
    return DrawnForms(content.kind, [sheet], truth, manner)


def _manner(content: Content, random: Random, is_two_sided: bool) -> Manner:
    is_evaluation = content.kind == "evaluation"
    manner = draw_manner(random, is_evaluation, 0.0)
    roles = [role for role in manner.grid.roles if role not in _LEVELS and role != "reason"]
    if content.weights_planted:
        roles = [role for role in roles if role != "weight"] + ["weight"]
    if is_two_sided:
        roles = ["value"]
    if is_evaluation and content.has_reasons:
        roles.append("reason")
    grid = changed(manner.grid, roles=(*_LEVELS, *roles), is_shifted=False, weight_in_level=False)
    return changed(manner, grid=grid, width=max(manner.width, len(grid.roles) + 1), unit=random.choice(("万元", "元")))


def _plan(pen: Pen, content: Content) -> None:
    draw_who(pen, content.project, content.unit)
    if not content.is_template:
        draw_money(pen, content.amount)
    draw_extra(pen)
    _goals(pen, content)
    draw_grid(pen, "indicator", content.indicators)


def _goals(pen: Pen, content: Content) -> None:
    if content.cycle_goal:
        cycle = f"{pen.label('cycle_goal')}（{content.year}年—{content.year + 2}年）"
        pen.row({0: pen.label("overall_goal"), 1: cycle, pen.half: pen.label("annual_goal")})
        texts = {1: draw_goal(pen, "cycle", content.cycle_goal), pen.half: draw_goal(pen, "annual", content.goal)}
        pen.row(texts, carried=frozenset({0}))
    else:
        label = pen.label(pen.random.choice(("annual_goal", "overall_goal")))
        pen.row({0: pen.printed(label), pen.value_column: draw_goal(pen, "annual", content.goal)})


def _evaluation(pen: Pen, content: Content) -> None:
    draw_who(pen, content.project, content.unit)
    draw_extra(pen)
    _execution(pen, content)
    block = {0: pen.printed(pen.label("overall_goal"))}
    pen.row({**block, 1: pen.label("annual_goal"), pen.half: "年度总体目标完成情况综述"})
    texts = {1: content.goal, pen.half: content.achieved}
    pen.row(texts, carried=frozenset({0}), is_spread=bool(content.goal and content.achieved))
    draw_grid(pen, "performance", content.indicators)
    cells = {0: "总分", 1 + pen.manner.grid.roles.index("score"): content.total}
    cells[1 + pen.manner.grid.roles.index("weight")] = "100"
    pen.row(cells, is_spread=False)
    if content.explanation:
        pen.row({0: "未完成原因分析", pen.value_column: content.explanation})
    if content.grade:
        pen.row({0: "自评等级", pen.value_column: content.grade})


def _execution(pen: Pen, content: Content) -> None:
    money = content.execution
    assert money
    columns = ["budget", "adjusted", "executed", "weight", "rate", "score"]
    labels = [pen.label(HEADERS.get(column, column)) for column in columns]
    block = pen.printed(pen.money_label(pen.label("block")))
    pen.row({0: block, **{2 + at: pen.printed(label) for at, label in enumerate(labels)}}, is_spread=False)
    lines = [(pen.label("annual_total"), money.total, [money.weight, money.rate, money.score])]
    sources = ("source_fiscal", "source_other")
    lines += [(pen.label(kind), amounts, ["—"] * 3) for kind, amounts in zip(sources, money.sources, strict=False)]
    for label, amounts, rest in lines:
        texts = ["" if content.is_template else pen.amount(amount) for amount in amounts]
        cells = {1: label, **{2 + at: text for at, text in enumerate([*texts, *rest])}}
        pen.row(cells, is_spread=False, carried=frozenset({0}))


def _department(pen: Pen, content: Content) -> None:
    draw_pairs(pen, [(pen.random.choice(("部门名称", "预算部门")), content.department)])
    total = sum((amount for _, amount in content.tasks), content.basic) if content.amount is None else content.amount
    project = total - content.basic if content.project_amount is None else content.project_amount
    block = {0: pen.printed(pen.money_label("年度预算安排"))}
    labels = (pen.label("annual_total"), "基本支出", "项目支出")
    for label, amount in zip(labels, (total, content.basic, project), strict=True):
        pen.row({**block, 1: label, 2: pen.amount(amount)}, carried=frozenset({0}) - block.keys())
        block = {}
    pen.row({0: pen.label("annual_goal"), pen.value_column: content.goal}, is_spread=bool(content.goal))
    draw_extra(pen)
    columns = (1, 3, 5)
    header = (pen.label("task_name"), pen.label("task_content"), pen.money_label(pen.label("task_money")))
    pen.row({0: "年度主要任务", **dict(zip(columns, header, strict=True))})
    for name, amount in content.tasks:
        texts = (name, "完成年度建设内容", pen.amount(amount))
        pen.row(dict(zip(columns, texts, strict=True)), carried=frozenset({0}))
    draw_grid(pen, "department_indicator", content.indicators)


_DRAWERS = {"plan": _plan, "evaluation": _evaluation, "department": _department}
