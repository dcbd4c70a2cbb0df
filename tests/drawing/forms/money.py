"""The money of a form: a total, its sources and their parts, of the year and of the whole project."""

from dataclasses import dataclass, field
from decimal import Decimal

from tests.drawing.forms.sheet import Pen


@dataclass(slots=True)
class Line:
    """An amount by source: its label, the amount of the year and of the whole project, and parts of it."""

    source: str
    label: str
    year: Decimal
    whole: Decimal
    parts: list[tuple[str, Decimal]] = field(default_factory=list)


def draw_money(pen: Pen, amount: Decimal | None = None) -> None:
    """Draw the money of a project in one of the layouts; ``amount`` is that of its one source, None: drawn, too."""
    lines = _lines(pen, amount)
    draws = {"stacked": 5, "beside": 3, "columns": 2, "inline": 1, "two_totals": 1, "table": 1, "only_total": 1}
    layout = pen.random.choices(list(draws), list(draws.values()))[0]
    if layout in ("two_totals", "only_total"):
        lines = lines[:1]
        lines[0].source, lines[0].parts = "fiscal", []
    _LAYOUTS[layout](pen, lines)


def _lines(pen: Pen, amount: Decimal | None) -> list[Line]:
    random = pen.random
    sources = (
        ("fiscal",)
        if amount is not None
        else random.choice(
            (
                ("fiscal",),
                ("fiscal", "other"),
                ("fiscal", "other"),
                ("fiscal", "special_account", "other"),
                ("fiscal", "other", "other"),
            )
        )
    )
    lines = []
    for number, source in enumerate(sources):
        year = _amount(pen) if number == 0 or not pen.chance(0.2) else Decimal(0)
        year = year if amount is None else amount
        line = Line(source, pen.label(f"source_{source}", str(number)), year, year * random.choice((1, 2, 3)))
        if source == "fiscal" and pen.chance(0.3):
            first = (year / 4).quantize(Decimal(1))
            amounts = (year,) if pen.chance(0.3) else (first, year - first)
            line.parts = [(pen.label("source_fiscal_part", str(at)), amount) for at, amount in enumerate(amounts)]
        lines.append(line)
    return lines


def _amount(pen: Pen) -> Decimal:
    if pen.manner.unit == "亿元":
        return Decimal(pen.random.randint(1, 90) * 100)
    return Decimal(pen.random.randint(100, 900000)) / pen.random.choice((1, 100, 100))


def _say(pen: Pen, lines: list[Line], *, total: str = "", whole: bool = False) -> None:
    """Take down what was drawn; ``total`` is printed beside the sources, ``whole`` are amounts of the whole project."""
    truth, project = pen.truth, pen.project
    for source in dict.fromkeys(line.source for line in lines):
        own = [line for line in lines if line.source == source]
        printed = [pen.amount(line.year) for line in own]
        truth.say("funding", project, source, printed, amount=sum((line.year for line in own), Decimal(0)))
        if whole:
            midterm = sum((line.whole for line in own), Decimal(0))
            truth.say("midterm", project, source, [pen.amount(line.whole) for line in own], amount=midterm)
    if total:
        truth.say("total", project, "", [total], amount=sum((line.year for line in lines), Decimal(0)))


def _block(pen: Pen) -> dict[int, str]:
    return {0: pen.printed(pen.money_label(pen.label("block")))} if pen.manner.has_block else {}


def _at(pen: Pen) -> int:
    return 1 if pen.manner.has_block else 0


def _label(pen: Pen, text: str, number: int | None = None) -> str:
    """A label of an amount, perhaps numbered, of a part or with a colon."""
    if number is not None and pen.manner.numbering:
        text = f"{'一二三四五六'[number]}、{text}"
    elif number == 0 and pen.chance(0.3):
        text = f"其中：{text}"
    own = "" if pen.manner.has_block else pen.manner.unit_place
    return pen.printed(text + (f"（{pen.manner.unit}）" if own == "label" else ""), 6)


def _stacked(pen: Pen, lines: list[Line]) -> None:
    at, cells = _at(pen), _block(pen)
    total = sum((line.year for line in lines), Decimal(0))
    has_total = not pen.chance(0.1)
    rows = [(_label(pen, pen.label("annual_total")), pen.amount(total))] if has_total else []
    last = has_total and pen.chance(0.15)
    for number, line in enumerate(lines):
        rows.append((_label(pen, line.label, number), _noted(pen, line)))
        for place, (label, amount) in enumerate(line.parts):
            rows.append((_label(pen, label, None if place else 0), pen.amount(amount)))
    if last:
        rows.append(rows.pop(0))
    for label, amount in rows:
        pen.row({**cells, at: label, at + 1: amount}, carried=frozenset({0}) if not cells else frozenset())
        cells = {}
    _say(pen, lines, total=pen.amount(total) if has_total else "")


def _noted(pen: Pen, line: Line) -> str:
    if line.parts or line.source != "fiscal" or not pen.chance(0.15):
        return pen.amount(line.year)
    half = (line.year / 2).quantize(Decimal(1))
    pen.truth.labels |= {"上级资金", "本级资金"}
    line_text = f"（其中：上级资金{pen.amount(half)}，本级资金{pen.amount(line.year - half)}）"
    return pen.amount(line.year) + line_text


def _beside(pen: Pen, lines: list[Line]) -> None:
    at, half, cells = _at(pen), pen.half, _block(pen)
    year, whole = (sum((getattr(line, side) for line in lines), Decimal(0)) for side in ("year", "whole"))
    labels = pen.label("midterm_total"), pen.label("annual_total")
    for line in lines:
        line.parts = []
    shown = pen.amount(year)
    rows = [(_label(pen, labels[0]), pen.amount(whole), _label(pen, labels[1]), shown)]
    for number, line in enumerate(lines):
        label = _label(pen, line.label, number)
        rows.append((label, pen.amount(line.whole), label, pen.amount(line.year)))
    for left, left_amount, right, right_amount in rows:
        pen.row({**cells, at: left, at + 1: left_amount, half: right, half + 1: right_amount})
        cells = {}
    _say(pen, lines, total=shown, whole=True)


def _columns(pen: Pen, lines: list[Line]) -> None:
    at, cells = _at(pen), _block(pen)
    total = sum((line.year for line in lines), Decimal(0))
    for line in lines:
        line.parts = []
    labels = [pen.label("annual_total"), *(line.label for line in lines)]
    amounts = [pen.amount(total), *(pen.amount(line.year) for line in lines)]
    pen.row({**cells, **{at + n: _label(pen, text) for n, text in enumerate(labels)}})
    pen.row({at + n: text for n, text in enumerate(amounts)}, carried=frozenset({0}))
    _say(pen, lines, total=amounts[0])


def _table(pen: Pen, lines: list[Line]) -> None:
    """Sources in columns, the whole project and the year in rows."""
    at, cells = _at(pen), _block(pen)
    for line in lines:
        line.parts = []
    pen.truth.labels.add("资金总额")
    labels = ["资金总额", *(line.label for line in lines)]
    pen.row({**cells, **{at + 1 + n: _label(pen, text) for n, text in enumerate(labels)}})
    kept = ""
    for side, kind in (("whole", "midterm_total"), ("year", "annual_total")):
        own = [getattr(line, side) for line in lines]
        texts = [pen.amount(sum(own, Decimal(0))), *map(pen.amount, own)]
        kept = texts[0]
        pen.row(
            {at: pen.printed(pen.label(kind)), **{at + 1 + n: text for n, text in enumerate(texts)}},
            carried=frozenset({0}),
        )
    _say(pen, lines, total=kept, whole=True)


def _inline(pen: Pen, lines: list[Line]) -> None:
    for line in lines:
        line.parts = []
    total = pen.amount(sum((line.year for line in lines), Decimal(0)))
    pen.row({0: f"{pen.money_label(pen.label('annual_total'))}：{total}"})
    for number, line in enumerate(lines):
        label = pen.money_label(f"{'一二三四五六'[number]}、{line.label}")
        pen.row({0: f"{label}：{pen.amount(line.year)}"})
    _say(pen, lines, total=total)


def _two_totals(pen: Pen, lines: list[Line]) -> None:
    (line,) = lines
    pen.row(
        {
            0: pen.printed(pen.money_label(pen.label("midterm_total"))), pen.value_column: pen.amount(line.whole),
            pen.half: pen.printed(pen.money_label(pen.label("annual_total"))), pen.half + 1: pen.amount(line.year),
        }
    )  # fmt: skip
    _say(pen, lines, whole=True)


def _only_total(pen: Pen, lines: list[Line]) -> None:
    (line,) = lines
    pen.row({0: pen.printed(pen.money_label(pen.label("annual_total"))), pen.value_column: pen.amount(line.year)})
    _say(pen, lines)


_LAYOUTS = {
    "stacked": _stacked, "beside": _beside, "columns": _columns, "table": _table, "inline": _inline,
    "two_totals": _two_totals, "only_total": _only_total,
}  # fmt: skip
