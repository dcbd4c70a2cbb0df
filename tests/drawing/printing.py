"""Printing that several layouts share: punctuation, amounts, the numbered list of indicators."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from tests.drawing.document import Document, Indicator, Project

HEADER = ("项目名称（资金使用单位）", "总计", "财政拨款", "财政专户拨款", "其他资金", "绩效目标", "绩效指标")
TITLE = "项目支出绩效目标表（含转移支付项目）"

_TYPED = str.maketrans("，；：（）", ",;:()")
_SCANNED = str.maketrans("，；：（）“”＜＞～", ',;:()""<>~')


def typed_half_width(text: str) -> str:
    """A text as typed with half-width punctuation; 。 and 、 have none."""
    return text.translate(_TYPED)


def scanned(text: str) -> str:
    """A text as character recognition gives its punctuation."""
    return text.translate(_SCANNED)


def restyle(document: Document, style: Callable[[str], str]) -> Document:
    """The document with every text in another style."""
    units = tuple(
        replace(unit, name=style(unit.name), projects=tuple(restyle_project(p, style) for p in unit.projects))
        for unit in document.units
    )
    return replace(document, department=style(document.department), units=units)


def restyle_project(project: Project, style: Callable[[str], str]) -> Project:
    """The project with every text in another style."""

    def styled(text: str | None) -> str | None:
        return None if text is None else style(text)

    indicators = tuple(
        replace(
            i, name=styled(i.name), cycle=styled(i.cycle), annual=styled(i.annual), annual_name=styled(i.annual_name)
        )
        for i in project.indicators
    )
    goals = {"annual_goal": styled(project.annual_goal), "cycle_goal": styled(project.cycle_goal)}
    return replace(project, name=style(project.name), indicators=indicators, **goals)


def print_amount(amount: Decimal | None, grouped: bool = True) -> str:
    """An amount with two decimals; nothing for a blank cell."""
    if amount is None:
        return ""
    return f"{amount:,.2f}" if grouped else f"{amount:.2f}"


@dataclass(frozen=True, slots=True)
class ListStyle:
    """How a cell prints its list: ``separator`` between parts, ``colon`` before a value, how often its quirks occur."""

    separator: str = "；"
    colon: str = ":"
    no_stop: float = 0.0
    stop_for_separator: float = 0.0
    loops: float = 0.0
    cut: float = 0.0
    odd_separator: float = 0.0


def print_indicators(indicators: tuple[Indicator, ...], random: Random, style: ListStyle) -> str:
    """`1、1-产出指标；11-数量指标；名称；实施周期指标值:100%；年度指标值:100%。2、…`"""
    items = [_print_item(number, indicator, random, style) for number, indicator in enumerate(indicators, start=1)]
    printed = ""
    for item in items:
        printed += item if random.random() < style.no_stop else item + "。"
    if indicators and indicators[-1].annual is not None and random.random() < style.cut:
        tail = random.choice(("年度", "年度指标", "实施周期指"))
        printed = printed.removesuffix("。") + style.separator + tail
    return printed


def _print_item(number: int, indicator: Indicator, random: Random, style: ListStyle) -> str:
    category, separator = indicator.category, style.separator
    parts = [f"{number}、{category.code // 10}-{category.level1}", f"{category.code}-{category.level2}"]
    printed = separator.join(parts)
    odd = random.random() < style.odd_separator
    printed += random.choice((": ", ", ", ":")) if odd and indicator.name else separator
    if indicator.name is not None:
        stop = not indicator.name.endswith("。") and random.random() < style.stop_for_separator
        printed += indicator.name + ("。" if stop else separator)
    values = []
    if indicator.cycle is not None:
        values.append(f"实施周期指标值{style.colon}{indicator.cycle}")
    if indicator.annual is not None:
        repeats = random.randint(1, 4) if random.random() < style.loops else 0
        values += [f"年度指标值{style.colon}{indicator.annual}"] * (1 + repeats)
    return printed + separator.join(values)
