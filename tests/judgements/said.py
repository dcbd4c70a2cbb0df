"""Words on what was achieved against the table of their form."""

from decimal import Decimal
from random import Random

from tests.judgements.content import Content, replace, settle
from tests.judgements.faults import EVALUATION, fault
from tests.judgements.scores import execute


@fault(EVALUATION, "rate_said_not_table")
def another_rate_in_words(content: Content, _: Random) -> None:
    execute(content, Decimal("0.92"))
    content.achieved += "全年预算执行率达98%。"


@fault(EVALUATION)
def the_rate_in_words(content: Content, _: Random) -> None:
    execute(content, Decimal("0.92"))
    content.achieved += "全年预算执行率92%，其中上半年预算执行率41%。"


def _trained(content: Content, actual: str, words: str) -> None:
    replace(content, 11, "举办果农培训班期数", "≥8期", actual)
    content.achieved = f"全年{words}，项目按计划实施。"


@fault(EVALUATION, "actual_said_otherwise")
def more_in_words_than_in_the_table(content: Content, random: Random) -> None:
    _trained(content, "8期", f"举办果农培训班{random.randint(11, 15)}期")


@fault(EVALUATION, "actual_said_otherwise")
def another_rate_of_the_indicator_in_words(content: Content, _: Random) -> None:
    replace(content, 12, "堤防工程验收合格率", "≥95%", "99%")
    content.achieved += "堤防工程验收合格率97%。"


@fault(EVALUATION)
def the_same_in_words(content: Content, _: Random) -> None:
    _trained(content, "9期", "举办果农培训班9期，其中异地举办果农培训班2期")


@fault(EVALUATION)
def a_round_number_in_words(content: Content, _: Random) -> None:
    replace(content, 11, "服务群众人次", "≥2万人次", "28123人次")
    content.achieved += "服务群众2.8万人次。"


@fault(EVALUATION)
def the_target_in_words(content: Content, _: Random) -> None:
    _trained(content, "9期", "完成举办果农培训班8期的任务")


@fault(EVALUATION)
def a_reason_at_the_foot(content: Content, _: Random) -> None:
    for indicator in content.indicators:
        indicator.reason = ""
    content.has_reasons = False
    indicator = replace(content, 11, "完成宣讲场次", "≥20场", "10场")
    indicator.score = (indicator.weight * Decimal("0.5")).quantize(Decimal("0.01"))
    settle(content)
    content.explanation = "宣讲场地维修，秋季场次改为线上举办"


@fault(EVALUATION)
def less_spent_on_less_done(content: Content, _: Random) -> None:
    execute(content, Decimal("0.7"))
    indicator = replace(content, 11, "托管作业面积", "≥5万亩", "3.5万亩")
    indicator.score = (indicator.weight * Decimal("0.7")).quantize(Decimal("0.01"))
    indicator.reason = "秋季连续降雨，机械未能下地"
    settle(content)


@fault(EVALUATION, "spending_said_not_table")
def other_money_spent_in_words(content: Content, _: Random) -> None:
    execute(content, Decimal("0.95"))
    assert content.execution
    content.achieved += f"全年实际支出{content.execution.total[2] * Decimal('0.9'):.2f}万元。"


@fault(EVALUATION)
def the_money_spent_in_words(content: Content, _: Random) -> None:
    execute(content, Decimal("0.95"))
    assert content.execution
    content.achieved += f"全年实际支出{content.execution.total[2]:.2f}万元，其中专项支出3万元。"


@fault(EVALUATION, "score_said_not_table")
def another_score_in_words(content: Content, _: Random) -> None:
    content.achieved += f"经自评，自评得分{Decimal(content.total) - 3}分。"


@fault(EVALUATION)
def the_score_in_words(content: Content, _: Random) -> None:
    content.achieved += f"经自评，自评得分{content.total}分。"


@fault(EVALUATION, "amount_negative")
def a_source_below_zero(content: Content, _: Random) -> None:
    assert content.execution
    budget, adjusted, executed = content.execution.total
    less = Decimal("-3.50")
    content.execution.sources = [(budget, adjusted - less, executed - less), (Decimal(0), less, less)]
