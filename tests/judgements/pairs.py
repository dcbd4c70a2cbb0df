"""Faults between forms: the two sides of a plan, two years of a project, a plan and its self-evaluation."""

from collections.abc import Callable
from copy import deepcopy
from decimal import Decimal
from random import Random

from tests.judgements.content import Content, replace, sound, target
from tests.judgements.faults import PLAN, fault

Pair = Callable[[Random], tuple[Content, Content]]
PAIRS: dict[str, tuple[tuple[str, ...], Pair]] = {}
"""By name: what is raised of the second document, and both of them; of the first nothing is raised."""


def pair(*raises: str) -> Callable[[Pair], Pair]:
    """Register a pair of documents."""

    def register(made: Pair) -> Pair:
        PAIRS[made.__name__] = raises, made
        return made

    return register


def _two_years(random: Random) -> tuple[Content, Content]:
    first = sound("plan", random)
    second = deepcopy(first)
    second.year += 1
    replace(second, 11, "跨年核查点位", "≥30处")
    replace(first, 11, "跨年核查点位", "≥30处")
    second.goal = "完成年度核查任务，建立问题台账并限期整改。"
    return first, second


@pair("target_lowered")
def less_than_last_year(random: Random) -> tuple[Content, Content]:
    first, second = _two_years(random)
    replace(second, 11, "跨年核查点位", "≥20处")
    return first, second


@pair()
def more_than_last_year(random: Random) -> tuple[Content, Content]:
    first, second = _two_years(random)
    replace(second, 11, "跨年核查点位", "≥40处")
    return first, second


@pair("money_up_targets_unchanged", "indicators_unchanged")
def more_money_for_the_same(random: Random) -> tuple[Content, Content]:
    first, second = _two_years(random)
    assert first.amount
    second.amount = (first.amount * Decimal("1.4")).quantize(Decimal("0.01"))
    _without_signs(first, second)
    return first, second


def _without_signs(*contents: Content) -> None:
    """Targets that read the same in every layout: one without a column of signs prints none."""
    for content in contents:
        for indicator in content.indicators:
            indicator.annual = target(indicator.annual.text.lstrip("≥≤"))


@pair("goal_unchanged")
def the_goal_of_last_year(random: Random) -> tuple[Content, Content]:
    first, second = more_than_last_year(random)
    second.goal = first.goal
    return first, second


@pair("targets_copied_between_departments")
def another_departments_targets(random: Random) -> tuple[Content, Content]:
    first, second = _two_years(random)
    second.year = first.year
    second.department = f"{second.department}（下属单位）"
    second.unit, second.project = f"{second.department}机关本级", f"{second.project}（续建）"
    _without_signs(first, second)
    return first, second


def _planned(random: Random) -> tuple[Content, Content]:
    evaluation = sound("evaluation", random)
    plan = deepcopy(evaluation)
    plan.kind = "plan"
    return plan, evaluation


@pair()
def evaluated_as_planned(random: Random) -> tuple[Content, Content]:
    return _planned(random)


@pair("plan_target_differs")
def another_target_than_planned(random: Random) -> tuple[Content, Content]:
    plan, evaluation = _planned(random)
    replace(plan, 11, "入户走访", "≥400次")
    replace(evaluation, 11, "入户走访", "≥300次", "310次")
    return plan, evaluation


@pair("plan_indicators_unanswered")
def an_indicator_dropped(random: Random) -> tuple[Content, Content]:
    plan, evaluation = _planned(random)
    replace(plan, 12, "入户走访真实率", "≥95%")
    return plan, evaluation


@pair("budget_not_plan")
def another_budget_than_planned(random: Random) -> tuple[Content, Content]:
    plan, evaluation = _planned(random)
    assert plan.amount
    plan.amount += 20
    return plan, evaluation


def _two_sides(content: Content, code: int, name: str, cycle: str, annual: str) -> None:
    content.cycle_goal = f"三年内持续推进：{content.goal}"
    first = content.of(11)
    content.indicators = [one for one in content.indicators if one.code != 11 or one is first]
    for indicator in content.indicators:
        indicator.cycle = indicator.annual if indicator.code > 11 else target("≥900个")
        indicator.annual = indicator.annual if indicator.code > 11 else target("≥300个")
        indicator.name = indicator.name if indicator.code > 11 else "核查点位数量"
    indicator = replace(content, code, name, annual)
    indicator.cycle = target(cycle)


def two_sided(name: str, cycle: str, annual: str, *raises: str, code: int = 11) -> None:
    """Register a plan of both sides whose one indicator has these targets."""

    def plant(content: Content, _: Random) -> None:
        _two_sides(content, code, name, cycle, annual)

    plant.__name__ = f"{name} {cycle} {annual}"
    fault(PLAN, *raises)(plant)


two_sided("走访对象", "36个村", "12户", "units_differ")
two_sided("走访对象", "≥36个", "≤12个", "directions_differ")
two_sided("走访对象", "≥36次", "≤12天", "units_differ")
two_sided("走访对象", "36户次", "12户")
two_sided("走访对象", "基本完成走访任务", "90%", "kinds_differ")
two_sided("走访对象", "80人", "80人", "cycle_count_equals_year")
two_sided("应用系统数量", "1个", "1个")
two_sided("走访对象", "完成", "是", "words_differ")
two_sided("走访对象", "", "≥12个", "cycle_target_missing")
two_sided("走访对象", "≥36个", "", "annual_target_missing")
two_sided("走访对象", "≥36个", "≥12个")
two_sided("覆盖居民比率", "≥95%", "≥60%")
two_sided("走访对象", "≥1200元/人", "≤800元/人", "directions_differ")


@fault(PLAN, "deadline_outside")
def a_deadline_of_the_cycle_in_the_column_of_the_year(content: Content, _: Random) -> None:
    _two_sides(content, 12, "点位核查收尾", f"{content.year + 2}年11月底前", f"{content.year + 1}年6月底前")


@fault(PLAN)
def a_deadline_of_each_column(content: Content, _: Random) -> None:
    _two_sides(content, 12, "点位核查收尾", f"{content.year + 2}年11月底前", f"{content.year}年11月底前")


@fault(PLAN, "goals_equal")
def one_goal_for_all_years(content: Content, _: Random) -> None:
    content.cycle_goal = content.goal
