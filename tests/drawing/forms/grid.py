"""The grid of a form: one indicator a row under a header whose columns stand in any order."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from tests.drawing.forms.sheet import GridManner, Pen, Value
from tests.drawing.forms.words import NAMES, PHRASES, REASONS, TARGETS

LEVEL1 = {
    1: ("产出指标", "预期产出指标", "产出类指标"),
    2: ("效益指标", "效果指标"),
    3: ("满意度指标",),
    4: ("成本指标",),
}
LEVEL2 = {
    11: ("数量指标",), 12: ("质量指标",), 13: ("时效指标",), 21: ("经济效益指标", "经济效益"),
    22: ("社会效益指标", "社会效益"), 23: ("生态效益指标",), 24: ("可持续影响指标",),
    31: ("服务对象满意度指标", "服务对象满意度", "满意度指标"), 41: ("经济成本指标",),
}  # fmt: skip


@dataclass(slots=True)
class Target:
    """A target as printed, whole and in parts, and what it says."""

    text: str
    operator: str | None = None
    value: Decimal | None = None
    unit: str | None = None
    sign: str = ""
    number: str = ""


@dataclass(slots=True)
class Indicator:
    """An indicator: its category and name, the targets of both sides, what an evaluation adds."""

    code: int
    name: str
    annual: Target
    cycle: Target | None = None
    weight: int = 10
    actual: str = ""
    score: Decimal | None = Decimal(0)
    reason: str = ""


def draw_grid_manner(random: Random, is_evaluation: bool) -> GridManner:
    """The columns of a document's grids."""
    levels = random.choices((["level1", "level2", "level3"], ["level1", "level3"], ["level2", "level3"]), (8, 1, 1))[0]
    split = random.random() < 0.3
    signs = ["operator"] if split and random.random() < 0.7 else []
    value = [*signs, "value", *(["unit"] if split and not (signs and random.random() < 0.3) else [])]
    weight = ["weight"] if is_evaluation or random.random() < 0.4 else []
    if is_evaluation:
        tail = ["actual", *weight, "score", *(["reason"] if random.random() < 0.7 else [])]
        tail = [*weight, "actual", "score", *tail[3:]] if random.random() < 0.3 else tail
    else:
        tail = weight + (["note"] if random.random() < 0.4 else [])
        random.shuffle(tail)
    if tail and tail[0] == "weight" and random.random() < 0.3:
        roles = [*levels, tail.pop(0), *value, *tail]
    else:
        roles = [*levels, *value, *tail]
    return GridManner(
        tuple(roles),
        is_merged=random.random() < 0.7,
        is_shifted=random.random() < 0.15,
        numbers_names=random.random() < 0.15,
        weight_in_level=not weight and random.random() < 0.15,
    )


def draw_target(random: Random, can_split: bool) -> Target:
    """A target drawn at random; one whose parts stand in columns of their own has all three."""
    if random.random() < 0.25:
        return Target(random.choice(PHRASES))
    if can_split:
        sign, operator = random.choice((("≥", ">="), ("≤", "<="), ("=", "=")))
        number, unit = str(random.randint(2, 900)), random.choice(("%", "次", "人次", "公里", "台"))
        return Target(sign + number + unit, operator, Decimal(number), unit, sign, number)
    text, operator, low, high, unit = random.choice(TARGETS)
    number = str(random.randint(low, high or low))
    return Target(text.format(number), operator, Decimal(number), unit or None, "", text.format(number))


def draw_indicators(pen: Pen, is_two_sided: bool) -> list[Indicator]:
    """Indicators in the order of their categories, no name twice."""
    roles = pen.manner.grid.roles
    found = []
    for code in sorted(pen.random.sample(list(NAMES), pen.random.randint(2, 7))):
        names = pen.random.sample(NAMES[code], pen.random.randint(1, 2))
        for name in names:
            can_split = bool({"unit", "operator"} & set(roles))
            annual = draw_target(pen.random, can_split)
            cycle = draw_target(pen.random, can_split) if is_two_sided else None
            found.append(Indicator(code, name, annual, cycle, weight=pen.random.choice((5, 10, 15))))
    for indicator in found:
        shortfall = Decimal(pen.random.randint(1, 4)) / 2 if pen.chance(0.3) else Decimal(0)
        indicator.score = indicator.weight - shortfall
        indicator.reason = pen.random.choice(REASONS) if shortfall else ""
        indicator.actual = pen.random.choice((indicator.annual.text, "已完成", f"{pen.random.randint(2, 99)}%"))
    return found


def draw_grid(pen: Pen, kind: str = "indicator", indicators: list[Indicator] | None = None) -> list[Indicator]:
    """Draw a grid, perhaps of two sides or of two blocks below each other; gives its indicators, those given if any."""
    manner, sides = pen.manner.grid, pen.random.random()
    fits = not {"unit", "operator"} & set(manner.roles) and kind == "indicator"
    is_beside = fits and sides < 0.15 and manner.roles[:4] == ("level1", "level2", "level3", "value")
    is_stacked = fits and not is_beside and sides < 0.25
    if indicators is None:
        indicators = draw_indicators(pen, is_two_sided=is_beside or is_stacked)
    else:
        is_beside, is_stacked = any(indicator.cycle for indicator in indicators), False
    if is_beside:
        _draw_beside(pen, indicators)
    elif is_stacked:
        for block, side in (("长期绩效指标", "cycle"), ("年度绩效指标", "annual")):
            _draw_block(pen, indicators, block, side)
    else:
        _draw_block(pen, indicators, pen.label("grid"), "annual")
    roles = manner.roles[:4] if is_beside else manner.roles
    for indicator in indicators:
        _say(pen, indicator, kind, roles)
    return indicators


def _say(pen: Pen, indicator: Indicator, kind: str, roles: tuple[str, ...]) -> None:
    annual = indicator.annual
    values: dict[str, Value] = {"name": indicator.name, "code": _code(pen, indicator), "target": annual.text}
    values |= {"operator": annual.operator, "value": annual.value, "unit": annual.unit}
    if "operator" not in roles and annual.sign:
        values |= {"target": annual.number + (annual.unit or ""), "operator": "="}
    values["cycle"] = indicator.cycle.text if indicator.cycle else None
    values["weight"] = Decimal(indicator.weight) if "weight" in roles else None
    if "actual" in roles:
        values |= {"actual": _actual(indicator, roles), "score": indicator.score}
        values["reason"] = indicator.reason or None if "reason" in roles else None
    texts = [indicator.name, annual.number or annual.text, indicator.cycle.text if indicator.cycle else ""]
    pen.truth.say(kind, pen.project, indicator.name, texts, **values)


def _code(pen: Pen, indicator: Indicator) -> int:
    """What the printed labels say of the category: its first level alone is the unclassified category."""
    if "level2" in pen.manner.grid.roles:
        return indicator.code
    return 31 if indicator.code == 31 else indicator.code // 10 * 10


def _actual(indicator: Indicator, roles: tuple[str, ...]) -> str:
    """The actual value as a reader joins it: with the unit of its target where a column prints that."""
    unit = indicator.annual.unit if "unit" in roles else None
    text = _printed_actual(indicator, roles)
    return text + unit if unit and text == indicator.annual.number else text


def _printed_actual(indicator: Indicator, roles: tuple[str, ...]) -> str:
    if "unit" in roles and indicator.actual == indicator.annual.text:
        return indicator.annual.number or indicator.actual
    return indicator.actual


def _draw_block(pen: Pen, indicators: list[Indicator], block: str, side: str) -> None:
    manner = pen.manner.grid
    labels = [_header(pen, role) for role in manner.roles]
    header = {0: pen.printed(block, 2), **{1 + at: label for at, label in enumerate(labels)}}
    pen.row(header, is_spread=False)
    before: Indicator | None = None
    printed_again = pen.random.randint(2, 12) if pen.chance(0.2) else 0
    for number, indicator in enumerate(indicators, start=1):
        cells = [_cell(pen, role, indicator, before, side, number) for role in manner.roles]
        blanks = next((at for at, cell in enumerate(cells) if cell), 0)
        shift = 1 if manner.is_shifted and blanks < 2 else 0
        blank = frozenset(
            {0, *(1 + at for at, cell in enumerate(cells) if not cell and manner.roles[at] in ("level1", "level2"))}
        )
        row = {1 - shift + at: cell for at, cell in enumerate(cells) if cell}
        pen.row(row, is_spread=False, carried=frozenset() if shift else blank)
        before = indicator
        if number == printed_again and number < len(indicators):
            pen.paragraph(f"- {number} -")
            pen.row(header, is_spread=False)
            before = before if pen.chance(0.5) else None


def _header(pen: Pen, role: str) -> str:
    label = pen.label(role)
    return pen.printed(label, 4)


def _cell(pen: Pen, role: str, indicator: Indicator, before: Indicator | None, side: str, number: int) -> str:
    target = indicator.cycle if side == "cycle" and indicator.cycle else indicator.annual
    if role in ("level1", "level2"):
        return _level(pen, role, indicator, before)
    if role == "level3":
        return f"指标{number}：{indicator.name}" if pen.manner.grid.numbers_names else indicator.name
    if role == "value":
        return _printed_target(target, pen.manner.grid.roles)
    cells = {
        "operator": target.sign, "unit": target.unit or "", "weight": str(indicator.weight), "score": "" if indicator.score is None else f"{indicator.score}",
        "actual": _printed_actual(indicator, pen.manner.grid.roles), "reason": indicator.reason,
        "note": pen.random.choice(("", "统计报表", "据实填报")) if role == "note" else "",
    }  # fmt: skip
    return cells[role]


def _printed_target(target: Target, roles: tuple[str, ...]) -> str:
    """A target without what columns of their own print of it: its unit, its sign."""
    if "unit" in roles:
        return target.number or target.text
    return target.number + (target.unit or "") if target.sign and "operator" in roles else target.text


def _level(pen: Pen, role: str, indicator: Indicator, before: Indicator | None) -> str:
    is_merged = pen.manner.grid.is_merged
    if role == "level1":
        code = indicator.code // 10
        if is_merged and before is not None and before.code // 10 == code:
            return ""
        text = LEVEL1[code][indicator.code % len(LEVEL1[code]) if not is_merged else 0]
        return pen.printed(text + ("（30分）" if pen.manner.grid.weight_in_level else ""), 4)
    if is_merged and before is not None and before.code == indicator.code:
        return ""
    return LEVEL2[indicator.code][0]


def _draw_beside(pen: Pen, indicators: list[Indicator]) -> None:
    """The cycle at the left, the year at the right."""
    levels = [_header(pen, role) for role in ("level1", "level2", "level3")]
    values = pen.random.choice((("指标值", "指标值"), ("实施周期指标值", "年度指标值"), ("中期指标值", "指标值")))
    labels = [*levels, values[0], *levels[1:], values[1]]
    pen.row({0: pen.label("grid"), **{1 + at: label for at, label in enumerate(labels)}}, is_spread=False)
    before: Indicator | None = None
    for indicator in indicators:
        level1, level2 = (_level(pen, role, indicator, before) for role in ("level1", "level2"))
        side = [level2, indicator.name]
        texts = [level1, *side, indicator.cycle.text if indicator.cycle else "", *side, indicator.annual.text]
        pen.row({1 + at: text for at, text in enumerate(texts)}, is_spread=False, carried=frozenset({0}))
        before = indicator
