"""The goals of a form: side by side, below each other, behind their label or below it."""

from tests.drawing.forms.sheet import Pen
from tests.drawing.forms.words import GOALS


def draw_goals(pen: Pen) -> None:
    """Draw the goals of a project in one of the layouts."""
    draws = {"single": 5, "beside": 3, "stacked": 2, "alone": 1, "split": 1, "none": 1}
    layout = pen.random.choices(list(draws), list(draws.values()))[0]
    if layout != "none":
        _LAYOUTS[layout](pen)


def draw_goal(pen: Pen, what: str, text: str | None = None) -> str:
    """A goal's text, taken down as ``what`` (annual, cycle, achieved); None: drawn."""
    if text is None:
        text = pen.random.choice(GOALS).format(n=pen.random.randint(2, 300))
        text = f"三年内{text}" if what == "cycle" else f"已{text}" if what == "achieved" else text
    pen.truth.say("goal", pen.project, what, [text], text=text)
    return text


def _single(pen: Pen) -> None:
    label = pen.label(pen.random.choice(("annual_goal", "overall_goal")))
    pen.row({0: pen.printed(label), pen.value_column: draw_goal(pen, "annual")})


def _beside(pen: Pen) -> None:
    columns = (1, pen.half)
    cycle = pen.label("cycle_goal") + pen.random.choice(("", "（2025年—2027年）"))
    pen.row({0: pen.printed(pen.label("overall_goal")), columns[0]: cycle, columns[1]: pen.label("annual_goal")})
    texts = {columns[0]: draw_goal(pen, "cycle"), columns[1]: draw_goal(pen, "annual")}
    pen.row(texts, carried=frozenset({0}))


def _stacked(pen: Pen) -> None:
    block = {0: pen.printed(pen.label("overall_goal"))}
    for kind in ("cycle", "annual"):
        pen.row({**block, 1: pen.label(f"{kind}_goal"), 2: draw_goal(pen, kind)}, carried=frozenset({0}) - block.keys())
        block = {}


def _alone(pen: Pen) -> None:
    pen.row({0: pen.label(pen.random.choice(("annual_goal", "overall_goal")))})
    pen.row({0: draw_goal(pen, "annual")})


def _split(pen: Pen) -> None:
    """A text that the page breaks in two rows."""
    text = draw_goal(pen, "annual")
    cut = len(text) // 2
    pen.row({0: pen.printed(pen.label("annual_goal")), pen.value_column: text[:cut]}, is_spread=False)
    pen.row({pen.value_column: text[cut:]}, is_spread=False)


_LAYOUTS = {"single": _single, "beside": _beside, "stacked": _stacked, "alone": _alone, "split": _split}


def draw_achieved(pen: Pen) -> None:
    """The goal of a year and what was achieved, side by side or as two rows."""
    annual, achieved = pen.label("annual_goal"), pen.label("achieved_goal")
    block = {0: pen.printed(pen.label("overall_goal"))}
    if pen.chance(0.6):
        pen.row({**block, 1: annual, pen.half: achieved})
        texts = {1: draw_goal(pen, "annual"), pen.half: draw_goal(pen, "achieved")}
        pen.row(texts, carried=frozenset({0}))
    else:
        pen.row({0: annual, pen.value_column: draw_goal(pen, "annual")})
        pen.row({0: achieved, pen.value_column: draw_goal(pen, "achieved")})
