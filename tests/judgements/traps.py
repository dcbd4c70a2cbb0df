"""What looks like a fault and is none, of which a careful reader raises nothing, and beside it what is one."""

from decimal import Decimal
from random import Random

from tests.drawing.forms.grid import Indicator
from tests.judgements.content import Content, replace, settle, target, weigh
from tests.judgements.faults import EVALUATION, EVERY, PLAN, fault, target_fault

target_fault(EVERY, 12, "年度考核等次", "优秀")
target_fault(PLAN + EVALUATION, 12, "工程质量评定等级", "合格")
target_fault(EVERY, 11, "档案整理完成率（%）", "98")
target_fault(PLAN + EVALUATION, 12, "网络故障率", "0%")
target_fault(PLAN, 12, "安全责任事故", "无")
target_fault(PLAN + EVALUATION, 12, "粮食产量增长率", "≥150%")
target_fault(PLAN + EVALUATION, 12, "设备输出功率", "≥30千瓦")
target_fault(EVERY, 11, "古树保护株数", "120")
target_fault(PLAN, 12, "培训人数占比", "≥30%")
target_fault(PLAN + EVALUATION, 12, "贷款年利率", "4个百分点")
target_fault(PLAN, 12, "隐患整改情况", "3日内整改到位")
target_fault(PLAN, 12, "培训满意人次", "≥300人次")
target_fault(PLAN, 12, "孕产妇死亡率", "≤10/10万")
target_fault(PLAN + EVALUATION, 12, "特种设备万台死亡率", "≤0.2")
target_fault(PLAN, 12, "灌溉水利用系数", "≥0.65")
target_fault(PLAN, 24, "规划有效期限", "至2035年")
target_fault(PLAN, 41, "集中供养标准", "≥1950元/月")
target_fault(PLAN, 41, "特困人员伙食费标准", "≥450元/月")

target_fault(PLAN, 12, "生态公益林面积", "不减少")
target_fault(PLAN + EVALUATION, 11, "接待游客人次增长", "≥15%")


@fault(EVERY)
def nothing_wrong(_: Content, __: Random) -> None:
    """A form as it should be."""


@fault(PLAN)
def a_deadline_of_the_year(content: Content, _: Random) -> None:
    replace(content, 12, "项目完工时间", f"{content.year}年12月底前")


@fault(PLAN)
def a_year_to_compare_with(content: Content, _: Random) -> None:
    replace(content, 12, "办件时长", f"较{content.year - 1}年缩短2天")


@fault(PLAN)
def a_saving_of_some_amount(content: Content, _: Random) -> None:
    content.indicators = [indicator for indicator in content.indicators if indicator.code != 41]
    content.indicators.append(Indicator(41, "节约采购成本", target("≥5万元")))


@fault(PLAN)
def a_share_of_the_money_named(content: Content, _: Random) -> None:
    content.goal = "对20家企业各奖励3万元，对示范企业奖励5万元，带动产业发展。"
    content.amount = Decimal("865.00")


@fault(PLAN)
def the_price_of_another_thing(content: Content, _: Random) -> None:
    replace(content, 11, "购置设备数量", "16台")
    content.indicators = [indicator for indicator in content.indicators if indicator.code != 41]
    content.indicators.append(Indicator(41, "DR设备单价", target("≤35万元/台")))
    content.amount = Decimal("150.00")


@fault(EVALUATION)
def done_before_its_day(content: Content, _: Random) -> None:
    replace(content, 12, "采购完成时间", "12月底前", "12月20日")


@fault(EVALUATION)
def missed_in_proportion(content: Content, _: Random) -> None:
    indicator = replace(content, 11, "完成宣讲场次", "≥20场", "15场")
    indicator.score = (indicator.weight * Decimal("0.75")).quantize(Decimal("0.01"))
    indicator.reason = "场地维修，推迟至次年"
    settle(content)


@fault(EVALUATION)
def no_place_for_reasons(content: Content, _: Random) -> None:
    missed_in_proportion(content, _)
    content.has_reasons = False
    content.of(11).reason = ""


@fault(EVALUATION)
def a_little_above(content: Content, _: Random) -> None:
    replace(content, 11, "完成宣讲场次", "≥20场", "23场")


@fault(EVALUATION)
def done_in_words(content: Content, _: Random) -> None:
    replace(content, 12, "平台建设情况", "建成投用", "已建成投用")


@fault(EVALUATION)
def a_grade_that_fits(content: Content, _: Random) -> None:
    content.grade = "优"


@fault(PLAN)
def weights_that_leave_ten_for_the_execution(content: Content, _: Random) -> None:
    weigh(content)
    content.indicators[0].weight -= 10
    content.weights_planted = True


@fault(PLAN, "plan_weights_not_hundred")
def weights_that_leave_ten_beside_a_weight_of_the_execution(content: Content, _: Random) -> None:
    content.indicators.insert(0, Indicator(13, "项目预算执行率", target("≥95%")))
    content.indicators.sort(key=lambda indicator: indicator.code)
    weigh(content)
    content.indicators[-1].weight -= 10
    content.weights_planted = True


@fault(PLAN)
def weights_of_the_execution_among_a_hundred(content: Content, _: Random) -> None:
    content.indicators.insert(0, Indicator(13, "项目预算执行率", target("≥95%")))
    content.indicators.sort(key=lambda indicator: indicator.code)
    weigh(content)
    content.weights_planted = True


@fault(EVALUATION)
def a_cost_within_the_first_budget(content: Content, _: Random) -> None:
    assert content.execution
    first, __, spent = content.execution.total
    content.indicators = [indicator for indicator in content.indicators if indicator.code != 41]
    kept = sum(indicator.weight for indicator in content.indicators)
    content.indicators.append(
        Indicator(41, "运行维护总成本", target(f"≤{first}万元"), weight=90 - kept, actual=f"{spent}万元")
    )
    content.indicators[-1].score = Decimal(90 - kept)
    content.execution.total = (first, spent, spent)
    content.execution.sources = [content.execution.total]
    content.execution.rate, content.execution.score = "100.00%", "10"
    settle(content)


@fault(EVALUATION)
def complaints_settled_in_part(content: Content, _: Random) -> None:
    indicator = replace(content, 12, "群众投诉办结率", "100%", "97%")
    indicator.score = (indicator.weight * Decimal("0.97")).quantize(Decimal("0.01"))
    indicator.reason = "两件投诉年末受理，次年办结"
    settle(content)


@fault(EVALUATION)
def a_rate_at_its_end(content: Content, _: Random) -> None:
    replace(content, 12, "设施完好率", "≥75%", "100%")


@fault(EVALUATION, "change_said_not_table")
def a_change_of_which_the_table_knows_nothing(content: Content, _: Random) -> None:
    assert content.execution
    first = content.execution.total[0]
    content.achieved += f"年中预算由{first}万元调整为{first - 3}万元。"


@fault(EVALUATION)
def a_change_that_the_table_prints(content: Content, _: Random) -> None:
    assert content.execution
    first = content.execution.total[0]
    content.execution.total = (first, first - 3, first - 3)
    content.execution.sources = [content.execution.total]
    content.execution.rate, content.execution.score = "100.00%", "10"
    content.achieved += f"年中预算由{first}万元调整为{first - 3}万元。"
    settle(content)


@fault(EVALUATION, "unfinished_full_score")
def works_that_are_not_finished(content: Content, _: Random) -> None:
    replace(content, 12, "护栏安装合格率", "≥95%", "96%").reason = "北段尚未完工，待验收"


@fault(EVALUATION)
def works_that_were_finished_late(content: Content, _: Random) -> None:
    replace(content, 12, "护栏安装合格率", "≥95%", "96%").reason = "北段因雨停工，已于当年验收"


@fault(EVALUATION, "all_done_said")
def all_of_it_in_words(content: Content, _: Random) -> None:
    _less(content)
    content.achieved += "年度目标任务全部完成。"


@fault(EVALUATION)
def most_of_it_in_words(content: Content, _: Random) -> None:
    _less(content)
    content.achieved += "年度目标任务基本完成。"


def _less(content: Content) -> None:
    indicator = replace(content, 11, "安装护栏里程", "≥20公里", "10公里")
    indicator.score = indicator.weight * Decimal("0.5")
    indicator.reason = "北段因征地推迟"
    settle(content)


@fault(EVALUATION, "achieved_copies_goal")
def the_goal_for_what_was_achieved(content: Content, _: Random) -> None:
    content.achieved = content.goal.replace("，", ",")


@fault(PLAN, "sign_reversed")
def no_accident_or_more(content: Content, _: Random) -> None:
    replace(content, 12, "施工安全事故", "≥0起")


@fault(PLAN)
def fewer_accidents_by_more(content: Content, _: Random) -> None:
    replace(content, 12, "施工安全事故", "同比下降≥10%")
