"""The form of a whole department: its budget, its tasks, its goal and its indicators."""

from decimal import Decimal

from tests.drawing.forms.goals import draw_goal
from tests.drawing.forms.grid import draw_grid
from tests.drawing.forms.sheet import Pen
from tests.drawing.forms.who import draw_extra, draw_pairs
from tests.drawing.forms.words import PROJECTS


def draw_department(pen: Pen) -> None:
    """The rows of the form of a whole department."""
    draw_pairs(pen, [(pen.random.choice(("部门名称", "部门（单位）名称", "预算部门")), pen.truth.department)])
    tasks = [
        (name, Decimal(pen.random.randint(10, 9000))) for name in pen.random.sample(PROJECTS, pen.random.randint(2, 4))
    ]
    sections = [lambda: _budget(pen, tasks), lambda: _goal(pen), lambda: _tasks(pen, tasks), lambda: draw_extra(pen)]
    if pen.chance(0.3):
        pen.random.shuffle(sections)
    for section in sections:
        section()
    draw_grid(pen, "department_indicator")


def _goal(pen: Pen) -> None:
    pen.row({0: pen.label("annual_goal"), pen.value_column: draw_goal(pen, "annual")})


def _budget(pen: Pen, tasks: list[tuple[str, Decimal]]) -> None:
    project = sum((amount for _, amount in tasks), Decimal(0))
    basic = Decimal(pen.random.randint(10, 9000))
    items = {"total": project + basic, "project": project, "basic": basic}
    labels = {"total": pen.label("annual_total"), "project": "项目支出", "basic": "基本支出"}
    pen.truth.labels |= {"项目支出", "基本支出", "合计"}
    block = {0: pen.printed(pen.money_label("年度预算安排"))}
    for item, amount in items.items():
        pen.row({**block, 1: labels[item], 2: pen.amount(amount)}, carried=frozenset({0}) - block.keys())
        pen.truth.say("department_budget", "", item, [pen.amount(amount)], amount=amount)
        block = {}


def _tasks(pen: Pen, tasks: list[tuple[str, Decimal]]) -> None:
    labels = [pen.label("task_name"), pen.label("task_content"), pen.money_label(pen.label("task_money"))]
    order = pen.random.sample(range(3), 3) if pen.chance(0.2) else [0, 1, 2]
    columns = (1, 3, 5)
    pen.row(
        {
            0: pen.random.choice(("年度主要任务", "年度履职目标")),
            **{columns[at]: labels[n] for at, n in enumerate(order)},
        }
    )
    for number, (name, amount) in enumerate(tasks, start=1):
        texts = [name, f"完成第{number}批建设", pen.amount(amount)]
        pen.row({columns[at]: texts[n] for at, n in enumerate(order)}, carried=frozenset({0}))
        pen.truth.say("department_task", "", name, [name, texts[2]], name=name, amount=amount)
    if pen.chance(0.4):
        whole = sum((amount for _, amount in tasks), Decimal(0))
        texts = ["合计", "", pen.amount(whole)]
        pen.row({columns[at]: texts[n] for at, n in enumerate(order) if texts[n]}, carried=frozenset({0}))
        pen.truth.say("department_total", "", "tasks", [texts[2]], amount=whole)
