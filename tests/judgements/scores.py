"""Faults of scores and of execution, planted in self-evaluations."""

from decimal import Decimal
from random import Random

from tests.drawing.forms.grid import Indicator
from tests.judgements.content import Content, blank, replace, settle, target
from tests.judgements.faults import EVALUATION, fault


def _score(content: Content, text: str, actual: str, share: str, reason: str = "部分任务推迟") -> None:
    """Give the first output a target, an actual value and a share of its full score."""
    indicator = replace(content, 11, "完成宣讲场次", text, actual)
    indicator.score = (indicator.weight * Decimal(share)).quantize(Decimal("0.01"))
    indicator.reason = reason
    settle(content)


@fault(EVALUATION, "full_score_target_missed")
def full_score_for_less(content: Content, random: Random) -> None:
    _score(content, "≥20场", f"{random.randint(5, 19)}场", "1", "")


@fault(EVALUATION, "full_score_target_missed")
def full_score_for_a_later_day(content: Content, _: Random) -> None:
    replace(content, 12, "采购完成时间", "3月15日前", "4月2日")


@fault(EVALUATION, "full_score_target_missed")
def full_score_for_complaints_left_open(content: Content, _: Random) -> None:
    replace(content, 12, "群众投诉办结率", "100%", "97%")


@fault(EVALUATION, "zero_score_target_met")
def nothing_for_all(content: Content, _: Random) -> None:
    _score(content, "≥20场", "20场", "0", "材料未归档")


@fault(EVALUATION, "score_not_proportional")
def more_than_its_share(content: Content, _: Random) -> None:
    _score(content, "≥1228场", "770场", "0.9")


@fault(EVALUATION, "met_without_full_score")
def less_for_all(content: Content, _: Random) -> None:
    _score(content, "≥20场", "20场", "0.7", "")


@fault(EVALUATION, "met_without_full_score")
def less_for_a_little_more(content: Content, _: Random) -> None:
    _score(content, "≥20场", "21场", "0.7", "")


@fault(EVALUATION, "shortfall_without_reason")
def no_reason(content: Content, _: Random) -> None:
    content.indicators[-1].reason = "无"
    _score(content, "≥20场", "10场", "0.5", "")


@fault(EVALUATION, "score_above_weight", "weights_not_hundred")
def more_than_full(content: Content, _: Random) -> None:
    indicator = content.of(11)
    indicator.score = Decimal(indicator.weight)
    indicator.weight -= 3
    settle(content)


@fault(EVALUATION, "empty_target_full_score")
def full_score_for_no_target(content: Content, _: Random) -> None:
    content.of(12).annual = blank()


@fault(EVALUATION, "actual_missing")
def no_actual_value(content: Content, _: Random) -> None:
    content.of(12).actual = ""


@fault(EVALUATION, "actual_far_above_target")
def far_above(content: Content, random: Random) -> None:
    _score(content, "≥20场", f"{random.randint(26, 90)}场", "1", "")


@fault(EVALUATION)
def two_more_than_four(content: Content, _: Random) -> None:
    _score(content, "≥4场", "6场", "1", "")


@fault(EVALUATION, "weights_not_hundred")
def weights_that_do_not_add_up(content: Content, _: Random) -> None:
    indicator = content.of(11)
    indicator.weight -= 5
    indicator.score = Decimal(indicator.weight)
    settle(content)


@fault(EVALUATION, "total_not_scores")
def total_that_does_not_add_up(content: Content, _: Random) -> None:
    content.total = f"{Decimal(content.total) - 4}"


@fault(EVALUATION, "total_over_hundred", "total_not_scores")
def more_than_a_hundred(content: Content, _: Random) -> None:
    content.total = "105"


@fault(EVALUATION, "score_missing")
def no_score(content: Content, _: Random) -> None:
    content.of(12).score = None


@fault(EVALUATION, "grade_not_score")
def grade_too_high(content: Content, _: Random) -> None:
    for indicator in content.indicators:
        indicator.score = (indicator.weight * Decimal("0.75")).quantize(Decimal("0.01"))
        indicator.reason = "佐证材料不全"
    settle(content)
    content.grade = "优"


@fault(EVALUATION, "execution_out_of_range")
def much_left(content: Content, random: Random) -> None:
    execute(content, Decimal(random.randint(62, 78)) / 100)


@fault(EVALUATION, "full_scores_low_execution")
def half_left(content: Content, random: Random) -> None:
    execute(content, Decimal(random.randint(20, 55)) / 100)


@fault(EVALUATION, "execution_over_budget")
def more_than_budgeted(content: Content, _: Random) -> None:
    execute(content, Decimal("1.05"))


@fault(EVALUATION, "execution_score_not_rate", "execution_out_of_range")
def points_for_nothing(content: Content, _: Random) -> None:
    execute(content, Decimal("0.7"))
    assert content.execution
    content.execution.score = "10"
    settle(content)


@fault(EVALUATION, "rate_not_execution")
def a_rate_of_its_own(content: Content, _: Random) -> None:
    execute(content, Decimal("0.9"))
    assert content.execution
    content.execution.rate = "99.00%"


@fault(EVALUATION, "execution_total_not_parts")
def parts_beside_another_total(content: Content, _: Random) -> None:
    assert content.execution
    budget, adjusted, executed = content.execution.total
    more = Decimal(10)
    content.execution.sources = [(budget, adjusted, executed), (more, more, more)]


@fault(EVALUATION, "achieved_goal_missing")
def nothing_said_of_the_goal(content: Content, _: Random) -> None:
    content.achieved = ""


def execute(content: Content, share: Decimal) -> None:
    assert content.execution
    budget = content.execution.total[0]
    executed = (budget * share).quantize(Decimal("0.01"))
    content.execution.total = (budget, budget, executed)
    content.execution.sources = [content.execution.total]
    content.execution.rate = f"{100 * executed / budget:.2f}%"
    content.execution.score = f"{min(10 * executed / budget, Decimal(10)):.2f}"
    settle(content)


@fault(EVALUATION, "rate_not_execution")
def full_points_on_a_wrong_rate(content: Content, _: Random) -> None:
    execute(content, Decimal("0.92"))
    assert content.execution
    content.execution.rate, content.execution.score = "100%", "10"
    settle(content)


@fault(EVALUATION)
def a_reason_in_the_words_on_the_goal(content: Content, _: Random) -> None:
    content.indicators[-1].reason = "无"
    _score(content, "≥20场", "10场", "0.5", "")
    content.achieved += "因场地维修，下半年未开展宣讲。"


def _build(content: Content, count: str, price: str) -> None:
    assert content.execution
    content.execution.total = (Decimal("280.00"), Decimal("280.00"), Decimal("252.00"))
    content.execution.sources = [content.execution.total]
    content.execution.rate, content.execution.score = "90.00%", "9.00"
    content.indicators = [indicator for indicator in content.indicators if indicator.code != 41]
    kept = sum(indicator.weight for indicator in content.indicators)
    replace(content, 11, "危房改造户数", "120户", count)
    cost = Indicator(41, "危房改造户均补助", target("≤2.2万元/户"), weight=90 - kept, actual=f"{price}万元/户")
    cost.score = Decimal(cost.weight)
    content.indicators.append(cost)
    settle(content)


@fault(EVALUATION, "actual_cost_over_executed")
def spent_less_than_it_cost(content: Content, _: Random) -> None:
    _build(content, "126户", "2.2")


@fault(EVALUATION)
def spent_what_it_cost(content: Content, _: Random) -> None:
    _build(content, "126户", "2")


@fault(EVALUATION, "execution_over_budget")
def spent_without_a_budget(content: Content, _: Random) -> None:
    assert content.execution
    nothing = Decimal("0.00")
    content.execution.total = (nothing, nothing, Decimal("36.50"))
    content.execution.sources = [content.execution.total]
    content.execution.rate, content.execution.score = "100%", "10"
    settle(content)


@fault(EVALUATION, "rate_not_execution")
def a_rate_of_the_first_budget_scored_by_the_other(content: Content, _: Random) -> None:
    assert content.execution
    content.execution.total = (Decimal("300.00"), Decimal("320.00"), Decimal("288.00"))
    content.execution.sources = [content.execution.total]
    content.execution.rate, content.execution.score = "96%", "9"
    settle(content)


@fault(EVALUATION)
def a_rate_of_the_first_budget(content: Content, _: Random) -> None:
    a_rate_of_the_first_budget_scored_by_the_other(content, _)
    assert content.execution
    content.execution.score = "9.6"
    settle(content)
