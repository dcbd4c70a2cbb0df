"""Labelled forms drawn at random: the same seed gives the same document and the same truth."""

from dataclasses import dataclass
from random import Random

from tests.drawing.forms import words
from tests.drawing.forms.department import draw_department
from tests.drawing.forms.evaluation import draw_execution, draw_total
from tests.drawing.forms.goals import draw_achieved, draw_goals
from tests.drawing.forms.grid import draw_grid, draw_grid_manner
from tests.drawing.forms.money import draw_money
from tests.drawing.forms.sheet import Manner, Pen, Sheet, Truth
from tests.drawing.forms.who import draw_extra, draw_signature, draw_who

TITLES = {
    "target": ("项目支出绩效目标表", "项目支出绩效目标申报表", "财政项目支出绩效目标批复表"),
    "evaluation": ("项目支出绩效自评表", "部门预算项目支出绩效自评表"),
    "department": ("部门整体支出绩效目标表", "单位整体支出绩效目标申报表"),
}


@dataclass(slots=True)
class DrawnForms:
    """A document: its forms as sheets, and what they say."""

    kind: str
    sheets: list[Sheet]
    truth: Truth
    manner: Manner


def draw_forms(seed: int, unknown: float | None = None) -> DrawnForms:
    """The document of ``seed``; ``unknown`` is the share of labels outside of the vocabulary (None: drawn, too)."""
    random = Random(f"forms {seed}")
    kind = random.choices(("target", "evaluation", "department"), (6, 3, 1))[0]
    manner = draw_manner(random, kind == "evaluation", unknown)
    truth = Truth(random.randint(2019, 2026), random.choice(words.DEPARTMENTS))
    title = random.choice(TITLES[kind])
    count = 1 if kind == "department" else random.choice((1, 1, 2, 3))
    sheets: list[Sheet] = []
    labels: dict[str, str] = {}
    repeats_title = random.random() < 0.8
    for project in random.sample(words.PROJECTS, count):
        sheet = Sheet(title if repeats_title or not sheets else "")
        sheet.lines = _lines(random, manner, truth) if sheet.title else []
        pen = Pen(random, manner, truth, sheet, labels)
        pen.project = "" if kind == "department" else project
        _DRAWERS[kind](pen)
        sheets.append(sheet)
    return DrawnForms(kind, sheets, truth, manner)


def draw_manner(random: Random, is_evaluation: bool, unknown: float | None) -> Manner:
    """How a document prints its forms; ``unknown`` as in ``draw_forms``."""
    grid = draw_grid_manner(random, is_evaluation)
    return Manner(
        width=max(8, len(grid.roles) + 1, random.randint(8, 12)),
        unknown=random.choice((0.0, 0.15, 0.4)) if unknown is None else unknown,
        unit=random.choices(("万元", "元", "亿元"), (6, 4, 1))[0],
        unit_place=random.choice(("header", "label", "cell")),
        is_wrapped=random.random() < 0.2,
        has_block=random.random() < 0.7,
        codes=random.choices(("none", "brackets", "dash", "behind", "behind_brackets"), (5, 1, 1, 1, 1))[0],
        numbering=random.random() < 0.2,
        is_short=random.random() < 0.4,
        grid=grid,
    )


def _lines(random: Random, manner: Manner, truth: Truth) -> list[str]:
    lines = [random.choice(("（{}年度）", "({}年)", "（ {} 年度）")).format(truth.year)]
    if manner.unit_place == "header" or manner.unit == "亿元":
        lines.append(random.choice(("单位：{}", "金额单位：{}")).format(manner.unit))
    return lines


def _target(pen: Pen) -> None:
    _who(pen)
    sections = [lambda: draw_money(pen), lambda: draw_extra(pen), lambda: draw_goals(pen)]
    if pen.chance(0.2):
        sections.reverse()
    for section in sections:
        section()
    _break(pen, "二、绩效指标")
    draw_grid(pen)
    draw_signature(pen)


def _evaluation(pen: Pen) -> None:
    _who(pen)
    draw_extra(pen)
    score = draw_execution(pen)
    draw_achieved(pen)
    _break(pen, "三、指标完成情况")
    indicators = draw_grid(pen, "performance")
    draw_total(pen, indicators, score)
    draw_signature(pen)


def _who(pen: Pen) -> None:
    department = pen.truth.department
    draw_who(pen, pen.project, pen.random.choice(words.UNITS).format(department))


def _break(pen: Pen, heading: str) -> None:
    """Now and then a heading or a page number parts the table."""
    if pen.chance(0.12):
        pen.paragraph(heading)
    elif pen.chance(0.1):
        pen.paragraph("- 2 -")


_DRAWERS = {"target": _target, "evaluation": _evaluation, "department": draw_department}
