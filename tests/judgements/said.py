"""Words of a goal and on what was achieved against the table of their form."""

from decimal import Decimal
from random import Random

from tests.judgements.content import Content, replace, settle
from tests.judgements.faults import EVALUATION, PLAN, fault
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


@fault(EVALUATION, "rate_said_not_table")
def all_of_the_money_spent_in_words(content: Content, _: Random) -> None:
    execute(content, Decimal("0.92"))
    content.achieved += "年度任务全部完成，专项资金已全部支付。"


@fault(EVALUATION)
def all_of_the_money_spent(content: Content, _: Random) -> None:
    execute(content, Decimal(1))
    content.achieved += "年度任务全部完成，专项资金已全部支付。"


@fault(EVALUATION, "actual_said_otherwise")
def fewer_passed_in_words(content: Content, _: Random) -> None:
    replace(content, 12, "焊工鉴定合格率", "≥90%", "100%")
    content.achieved += "结业焊工80人，鉴定合格74人。"


@fault(EVALUATION)
def as_many_passed_in_words(content: Content, _: Random) -> None:
    replace(content, 12, "焊工鉴定合格率", "≥90%", "92.5%")
    content.achieved += "结业焊工80人，鉴定合格74人。"


@fault(EVALUATION)
def what_was_left_undone_in_words(content: Content, _: Random) -> None:
    indicator = replace(content, 11, "堤防除草面积", "≥9000平方米", "7500平方米")
    indicator.score = (indicator.weight * Decimal("0.83")).quantize(Decimal("0.01"))
    indicator.reason = "汛期延长，除草机械停用"
    content.achieved += "堤防除草面积因汛期延长少完成1500平方米。"
    settle(content)


@fault(EVALUATION, "actual_without_number")
def a_word_for_a_number(content: Content, _: Random) -> None:
    replace(content, 12, "车厢消毒比率", "≥85%", "已完成")


@fault(EVALUATION)
def a_word_for_all(content: Content, _: Random) -> None:
    replace(content, 12, "车厢消毒比率", "100%", "全部完成")


def _missed(content: Content, reason: str) -> None:
    indicator = replace(content, 11, "补播草地面积", "≥900亩", "810亩")
    indicator.score = (indicator.weight * Decimal("0.9")).quantize(Decimal("0.01"))
    indicator.reason = reason
    settle(content)


@fault(EVALUATION, "reason_of_other_indicator")
def the_reason_of_a_satisfaction(content: Content, _: Random) -> None:
    _missed(content, "问卷发放范围小，满意度样本不足")


@fault(EVALUATION)
def a_reason_of_its_own(content: Content, _: Random) -> None:
    _missed(content, "秋季少雨，草种出芽晚，为保障满意度改为次年补播")


def _promise(content: Content, words: str, code: int, name: str, text: str) -> None:
    content.goal = f"加强林区管护，{words}，守护生态安全。"
    replace(content, code, name, text)


@fault(PLAN, "target_below_goal")
def a_second_number_of_the_goal(content: Content, _: Random) -> None:
    _promise(content, "组建护林队6支90人", 11, "护林队员人数", "60人")


@fault(PLAN, "target_below_goal")
def a_part_that_the_goal_names(content: Content, _: Random) -> None:
    _promise(content, "造林2万亩，其中补植补造面积0.5万亩", 11, "补植补造面积", "≥0.4万亩")


@fault(PLAN)
def a_part_of_what_the_indicator_counts(content: Content, _: Random) -> None:
    _promise(content, "造林2万亩，其中补植面积0.5万亩", 11, "人工造林和补植面积", "≥0.4万亩")


@fault(PLAN, "target_below_goal")
def a_limit_that_the_goal_draws_closer(content: Content, _: Random) -> None:
    _promise(content, "火情扑救平均用时压缩到3个小时以内", 12, "火情扑救平均用时", "不超过5个小时")


@fault(PLAN)
def a_limit_that_the_goal_draws_wider(content: Content, _: Random) -> None:
    _promise(content, "火情扑救平均用时压缩到5个小时以内", 12, "火情扑救平均用时", "不超过3个小时")


@fault(PLAN, "target_above_goal")
def another_exact_number(content: Content, _: Random) -> None:
    _promise(content, "为林农发放管护补贴3170人次", 11, "发放管护补贴人次", "≥3710人次")


@fault(PLAN, "deadline_after_goal")
def a_later_day_than_the_goal(content: Content, _: Random) -> None:
    _promise(content, "8月底前全部竣工", 12, "瞭望塔竣工时间", f"{content.year}年10月底前")


@fault(PLAN)
def a_day_of_another_thing(content: Content, _: Random) -> None:
    _promise(content, "8月底前瞭望塔竣工", 12, "补贴兑付时间", f"{content.year}年10月底前")


@fault(PLAN, "goal_of_other_year")
def a_year_before_in_the_goal(content: Content, _: Random) -> None:
    content.goal = f"{content.year - 1}年举办林业技术比武，参赛选手来自全省。"


@fault(PLAN, "goal_of_other_year")
def a_day_that_is_over(content: Content, _: Random) -> None:
    content.goal = f"按通知要求在{content.year - 1}年12月31日前发放补贴。"


@fault(EVALUATION, "actual_copies_target")
def a_requirement_for_a_result(content: Content, _: Random) -> None:
    replace(content, 12, "农膜回收率", "≥85%", "≥ 85%")


@fault(EVALUATION, "budget_cut_full_scores")
def all_done_with_half_of_the_money(content: Content, _: Random) -> None:
    _cut(content, Decimal("0.45"))


@fault(EVALUATION)
def all_done_with_a_little_less(content: Content, _: Random) -> None:
    _cut(content, Decimal("0.95"))


def _cut(content: Content, share: Decimal) -> None:
    assert content.execution
    budget = content.execution.total[0]
    left = (budget * share).quantize(Decimal("0.01"))
    content.execution.total = (budget, left, left)
    content.execution.sources = [content.execution.total]
    content.execution.rate, content.execution.score = "100%", "10"
    settle(content)
