"""Signs and limits beside what they limit, counts of one item among several, reasons that are none: planted or absent."""

from decimal import Decimal
from random import Random

from tests.drawing.forms.grid import Indicator
from tests.judgements.content import Content, replace, settle, target
from tests.judgements.faults import EVALUATION, PLAN, fault, target_fault

target_fault(PLAN, 13, "用地手续审批时限", "≥15个工作日", "sign_reversed")
target_fault(PLAN, 13, "热线工单响应时间", "≥48小时", "sign_reversed")
target_fault(PLAN, 13, "用地手续审批时限", "≤15个工作日")
target_fault(PLAN, 13, "窗口每日延时服务时长", "≥2小时")
target_fault(PLAN, 22, "工单办理超时率", "≥4%", "sign_reversed")
target_fault(PLAN, 22, "工单办理超时率", "≤4%")


def _promise(content: Content, goal: str, code: int, name: str, text: str) -> None:
    content.goal = goal
    if all(indicator.code != code for indicator in content.indicators):
        content.indicators.append(Indicator(code, name, target(text)))
        content.indicators.sort(key=lambda indicator: indicator.code)
    replace(content, code, name, text)


@fault(PLAN)
def one_of_the_places_that_are_counted(content: Content, _: Random) -> None:
    _promise(content, "保障县体育馆和11个社区健身点低收费向市民开放。", 11, "低收费开放健身点数", "12个")


@fault(PLAN, "target_above_goal")
def all_the_places_that_are_counted(content: Content, _: Random) -> None:
    _promise(content, "保障11个社区健身点低收费向市民开放。", 11, "低收费开放社区健身点数", "14个")


@fault(PLAN)
def so_often_in_each_season(content: Content, _: Random) -> None:
    _promise(content, "汛前汛后堤防巡检各3次，消除隐患。", 11, "堤防巡检次数", "6次")


@fault(PLAN)
def a_limit_behind_what_is_at_least(content: Content, _: Random) -> None:
    _promise(content, "五级以上大风过后36小时内完成倒伏行道树扶正。", 13, "倒伏行道树扶正时限", "≤36小时")


@fault(PLAN, "sign_reversed")
def a_limit_that_is_turned(content: Content, _: Random) -> None:
    _promise(content, "大风过后36小时内扶正倒伏行道树。", 13, "倒伏行道树扶正", "≥36小时")


@fault(EVALUATION, "cost_limit_over_budget")
def a_limit_of_all_costs_above_the_budget(content: Content, random: Random) -> None:
    _of_all_costs(content, random, Decimal("1.3"))


@fault(EVALUATION)
def a_limit_of_all_costs_within_the_budget(content: Content, random: Random) -> None:
    _of_all_costs(content, random, Decimal("0.998"))


def _of_all_costs(content: Content, random: Random, times: Decimal) -> None:
    assert content.execution
    limit = (content.execution.total[0] * times).quantize(Decimal("0.01"))
    spent = min(limit, content.execution.total[2])
    last = Indicator(41, "设施更换总成本", target(f"≤{limit}万元"), actual=f"{spent}万元")
    content.indicators = [indicator for indicator in content.indicators if indicator.code != 41]
    last.weight = 90 - sum(indicator.weight for indicator in content.indicators) + 2
    random.choice(content.indicators[:2]).weight -= 2
    content.indicators.append(last)
    for indicator in content.indicators:
        indicator.score = Decimal(indicator.weight)
    settle(content)


@fault(EVALUATION)
def a_rate_of_another_thing_in_words(content: Content, _: Random) -> None:
    content.achieved = "古籍数字化建档覆盖率89.5%，各项工作有序推进。"
    replace(content, 12, "古籍数字化建档覆盖率", "≥85%", "89.5%")
    replace(content, 31, "社区阅读推广覆盖率", "≥93%", "94.2%")
    content.indicators.append(Indicator(31, "读者满意度", target("≥90%"), weight=0, actual="92%", score=Decimal(0)))
