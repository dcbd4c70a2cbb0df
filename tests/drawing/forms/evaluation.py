"""What a self-evaluation adds: execution of the budget, scores, the line of the total."""

from decimal import Decimal

from tests.drawing.forms.grid import Indicator
from tests.drawing.forms.sheet import Pen, Value

_AMOUNTS = ("budget", "adjusted", "executed")
HEADERS = {"rate": "execution_rate", "weight": "execution_weight", "score": "execution_score"}


def draw_execution(pen: Pen) -> Decimal:
    """Draw the table of execution, or its amounts as pairs; gives the score of execution."""
    if pen.chance(0.2):
        return _pairs(pen)
    columns = [*_AMOUNTS, *pen.random.sample(("weight", "rate", "score"), 3)]
    if pen.manner.width < 9 or pen.chance(0.2):
        columns = columns[:3]
    block = pen.printed(pen.money_label(pen.label("block")))
    labels = [pen.label(HEADERS.get(column, column)) for column in columns]
    pen.row({0: block, **{2 + at: pen.printed(label) for at, label in enumerate(labels)}}, is_spread=False)
    budget = Decimal(pen.random.randint(100, 90000))
    executed = (budget * pen.random.choice((1, Decimal("0.9"), Decimal("0.75")))).quantize(Decimal("0.01"))
    score = Decimal(10) if executed == budget else Decimal("8.5")
    lines = [("total", pen.label("annual_total"))]
    lines += [("fiscal", "其中：" + pen.label("source_fiscal"))] if pen.chance(0.7) else []
    for measure, label in lines:
        cells, values = _line(pen, measure, columns, budget, executed, score)
        pen.row({1: label, **{2 + at: cell for at, cell in enumerate(cells)}}, is_spread=False, carried=frozenset({0}))
        pen.truth.say("execution", pen.project, measure, cells[:3], **values)
    return score if "score" in columns else Decimal(0)


def _line(
    pen: Pen, measure: str, columns: list[str], budget: Decimal, executed: Decimal, score: Decimal
) -> tuple[list[str], dict[str, Value]]:
    rate = (100 * executed / budget).quantize(Decimal("0.01"))
    texts = {"rate": f"{rate}%", "weight": "10", "score": f"{score}"}
    values: dict[str, Value] = {"budget": budget, "adjusted": budget, "executed": executed}
    if measure == "total":
        values |= {column: {"rate": rate, "weight": Decimal(10), "score": score}[column] for column in columns[3:]}
    else:
        texts = dict.fromkeys(texts, pen.random.choice(("", "—")))
    amounts = {"budget": budget, "adjusted": budget, "executed": executed}
    return [pen.amount(amounts[column]) if column in amounts else texts[column] for column in columns], values


def _pairs(pen: Pen) -> Decimal:
    budget = Decimal(pen.random.randint(100, 90000))
    block = pen.printed(pen.money_label(pen.label("block")))
    first, second = pen.label("budget"), pen.label("executed")
    pen.row(
        {0: block, 1: f"{first}：", 2: pen.amount(budget), pen.half: f"{second}：", pen.half + 1: pen.amount(budget)}
    )
    texts = [pen.amount(budget)]
    pen.truth.say("execution", pen.project, "total", texts, budget=budget, adjusted=None, executed=budget)
    return Decimal(0)


def draw_total(pen: Pen, indicators: list[Indicator], score: Decimal) -> None:
    """The line of the total score, its numbers under the columns that they sum."""
    roles = pen.manner.grid.roles
    if pen.chance(0.2):
        return
    total = sum((indicator.score or Decimal(0) for indicator in indicators), score)
    cells = {0: pen.label("total_score")}
    values: dict[str, Value] = {"score": total, "weight": None}
    if "weight" in roles:
        cells[1 + roles.index("weight")] = "100"
        values["weight"] = Decimal(100)
    cells[1 + roles.index("score")] = f"{total}"
    grade = pen.random.choice(("优", "良")) if pen.chance(0.2) and roles[-1] == "reason" else ""
    if grade:
        cells[1 + roles.index("reason")] = grade
    values["grade"] = grade or None
    pen.truth.say("evaluation", pen.project, "", [f"{total}"], **values)
    pen.row(cells, is_spread=False)
