"""Quantities that cannot be: units of another kind, shares above the whole, a year's count above that of all years."""

from decimal import Decimal
from random import Random

from tests.drawing.forms.grid import Indicator
from tests.judgements.content import Content, replace, settle, target
from tests.judgements.faults import EVALUATION, EVERY, PLAN, fault, target_fault
from tests.judgements.pairs import two_sided

target_fault(EVERY, 11, "护林员巡护次数", "≥365万元", "unit_of_other_kind")
target_fault(PLAN + EVALUATION, 11, "传习培训人次", "≥300公里", "unit_of_other_kind")
target_fault(PLAN, 11, "道路硬化里程", "≥3人", "unit_of_other_kind")
target_fault(PLAN, 11, "场馆接待次数", "≥3万人次")
target_fault(PLAN + EVALUATION, 11, "植树造林面积", "≥3万亩")
target_fault(PLAN, 11, "快速检测批次", "≥480家")
target_fault(EVERY, 11, "购置检测设备数量", "≥45万元", "unit_of_other_kind")
target_fault(PLAN + EVALUATION, 11, "硬化道路长度", "≥3万亩", "unit_of_other_kind")
target_fault(PLAN, 11, "培训高素质农民", "≥300公里", "unit_of_other_kind")
target_fault(PLAN, 24, "设施使用年限", "≥5座", "unit_of_other_kind")
target_fault(PLAN, 11, "清扫道路面积", "≥286万平方米")
target_fault(PLAN, 11, "储备草种数量", "≥5吨")
target_fault(PLAN, 24, "设备质保期限", "≥24个月")
target_fault(EVERY, 31, "家长满意度", "不高于90%", "sign_reversed")
target_fault(PLAN, 12, "工程验收合格率", "不超过95%", "sign_reversed")
target_fault(PLAN, 12, "产品不合格率", "≤2%")
target_fault(EVERY, 12, "乘客有效投诉率", "不低于2%", "sign_reversed")
target_fault(PLAN + EVALUATION, 12, "监控设备掉线率", "不低于3%", "sign_reversed")
target_fault(PLAN, 12, "林地病虫成灾率", "不低于2‰", "sign_reversed")
target_fault(PLAN, 12, "安全生产责任事故起数", "不少于2起", "sign_reversed")
target_fault(PLAN + EVALUATION, 12, "乘客投诉处理率", "≥95%")
target_fault(PLAN, 12, "孕产妇死亡率下降幅度", "≥5%")
target_fault(PLAN, 12, "数据零差错率", "≥98%")
target_fault(PLAN, 12, "查处违法案件件数", "≥30件")
target_fault(PLAN, 12, "信访事项办结率", "≥95%")
target_fault(PLAN, 31, "居民满意度", "按时完成", "rate_answered_yes")
target_fault(PLAN + EVALUATION, 31, "居民满意度", "60户", "rate_in_other_unit")
target_fault(PLAN, 31, "居民满意度", "≥92分")
target_fault(PLAN, 11, "受旱面积较上年下降", "≥8%")
target_fault(PLAN, 12, "公用经费支出占比", "≤30%")

two_sided("走访对象", "≥45户", "≥60户", "cycle_count_equals_year")
two_sided("走访对象", "≥60户", "≥45户")


@fault(EVALUATION, "actual_over_hundred")
def more_than_the_whole(content: Content, _: Random) -> None:
    replace(content, 12, "村屯通达率", "100%", "104%")


@fault(EVALUATION)
def more_than_was_planned(content: Content, _: Random) -> None:
    replace(content, 12, "收入任务完成率", "100%", "104%")


def _paid_monthly(content: Content, money: str) -> None:
    content.indicators = [indicator for indicator in content.indicators if indicator.code != 41]
    replace(content, 11, "补助乡村教师人数", "2100人")
    content.indicators.append(Indicator(41, "每人每月补助标准", target("1000元")))
    content.amount = Decimal(money)


@fault(PLAN, "cost_over_budget")
def twelve_months_dearer_than_the_money(content: Content, _: Random) -> None:
    _paid_monthly(content, "2160.00")


@fault(PLAN)
def twelve_months_within_the_money(content: Content, _: Random) -> None:
    _paid_monthly(content, "2520.00")


@fault(PLAN)
def the_price_of_some_of_those_who_benefit(content: Content, _: Random) -> None:
    content.indicators = [indicator for indicator in content.indicators if indicator.code != 41]
    replace(content, 11, "受益居民人数", "9000人")
    content.indicators.append(Indicator(41, "人均补助标准", target("1000元")))
    content.amount = Decimal("160.00")


@fault(PLAN + EVALUATION, "duplicate_indicator")
def the_same_under_another_level(content: Content, _: Random) -> None:
    first = replace(content, 11, "整治村庄个数", "12个")
    content.indicators.append(Indicator(22, first.name, first.annual, weight=0, actual=first.actual))
    content.indicators.sort(key=lambda indicator: indicator.code)


@fault(PLAN)
def one_name_of_two_targets(content: Content, _: Random) -> None:
    replace(content, 11, "整治村庄个数", "12个")
    content.indicators.append(Indicator(22, "整治村庄个数", target("≥10个"), actual="10个"))
    content.indicators.sort(key=lambda indicator: indicator.code)


@fault(PLAN + EVALUATION, "indicator_reworded")
def the_same_in_other_words(content: Content, _: Random) -> None:
    first = replace(content, 11, "补助寄宿生人数", "320人")
    again = Indicator(11, "享受生活补助寄宿生数", first.annual, weight=0, actual=first.actual)
    content.indicators.insert(1, again)


@fault(PLAN)
def as_many_of_another_thing(content: Content, _: Random) -> None:
    first = replace(content, 11, "新建公厕数量", "20座")
    content.indicators.insert(1, Indicator(11, "维护公厕数量", first.annual, weight=0, actual=first.actual))


def _of_water(content: Content, name: str) -> None:
    content.project, content.goal = "农村饮水管网改造", "改造供水管网，保障农村饮水安全。"
    content.indicators = [indicator for indicator in content.indicators if indicator.code in {11, 12, 31}]
    content.indicators += [
        Indicator(22, "受益居民人数", target("≥5000人")),
        Indicator(24, "设施使用年限", target("≥5年")),
    ]
    replace(content, 11, name, "≥60人次")


@fault(PLAN, "indicator_of_other_field")
def an_output_of_schools_in_a_form_on_water(content: Content, _: Random) -> None:
    _of_water(content, "开展教师信息化培训人次")


@fault(PLAN)
def an_output_whose_words_hold_those_of_another_field(content: Content, _: Random) -> None:
    _of_water(content, "周边环境卫生整治人次")


@fault(PLAN)
def an_output_of_water_in_a_form_on_water(content: Content, _: Random) -> None:
    _of_water(content, "供水管护培训人次")


def _counted(content: Content, name: str, text: str, actual: str) -> None:
    replace(content, 11, name, text, actual)


@fault(EVALUATION, "actual_in_other_unit")
def performances_answered_by_people(content: Content, _: Random) -> None:
    _counted(content, "送戏下乡演出", "20场", "300人")


@fault(EVALUATION, "actual_in_other_unit")
def a_count_answered_by_a_share(content: Content, _: Random) -> None:
    _counted(content, "送戏下乡演出", "≥20场", "100%")


@fault(EVALUATION)
def the_same_in_another_word(content: Content, _: Random) -> None:
    _counted(content, "调处矛盾纠纷", "≥300件", "305起")


@fault(EVALUATION)
def the_same_number_in_a_careless_unit(content: Content, _: Random) -> None:
    _counted(content, "集中授课", "20课时", "20次")


@fault(EVALUATION, "actual_over_hundred")
def more_vaccinated_than_there_are(content: Content, _: Random) -> None:
    replace(content, 12, "流感疫苗接种率", "≥95%", "101.5%")


def _done(content: Content, text: str, actual: str) -> Indicator:
    return replace(content, 12, "水毁路基修复情况", text, actual)


@fault(EVALUATION, "completed_after_year")
def done_in_the_next_year(content: Content, _: Random) -> None:
    _done(content, "按合同约定完成", f"{content.year + 1}年4月")


@fault(EVALUATION)
def done_within_the_year(content: Content, _: Random) -> None:
    _done(content, "按合同约定完成", f"{content.year}年11月20日")


@fault(EVALUATION)
def done_late_and_told_why(content: Content, _: Random) -> None:
    late = _done(content, "按合同约定完成", f"{content.year + 1}年4月")
    late.score, late.reason = Decimal(late.weight - 2), "汛期停工"
    settle(content)


@fault(PLAN, "costs_add_over_budget")
def costs_that_add_up_to_more(content: Content, _: Random) -> None:
    _cost(content, "≤130万元", "≤110万元")


@fault(PLAN)
def costs_that_add_up_to_the_money(content: Content, _: Random) -> None:
    _cost(content, "≤90万元", "≤110万元")


@fault(PLAN)
def a_cost_that_is_the_whole(content: Content, _: Random) -> None:
    _cost(content, "≤200万元", "≤110万元")


def _cost(content: Content, first: str, second: str) -> None:
    content.indicators = [indicator for indicator in content.indicators if indicator.code != 41]
    content.indicators.append(Indicator(41, "监测站房建设成本", target(first)))
    content.indicators.append(Indicator(41, "监测设备采购成本", target(second)))
    content.amount = Decimal("200.00")


@fault(PLAN, "amount_negative")
def money_below_zero(content: Content, _: Random) -> None:
    content.amount = Decimal("-86.00")


@fault(PLAN)
def money_that_is_taken_back(content: Content, _: Random) -> None:
    content.amount, content.project = Decimal("-86.00"), f"收回{content.project}"


target_fault(PLAN, 22, "召开联席会议次数", "≥4次", "benefit_is_activity")
target_fault(PLAN, 22, "开展警示教育活动", "≥6场", "benefit_is_activity")
target_fault(PLAN, 22, "带动就业培训人次", "≥600人次")
target_fault(PLAN, 12, "监测达标率", "0.95")


@fault(EVALUATION, "benefit_is_activity")
def meetings_for_a_benefit(content: Content, _: Random) -> None:
    content.indicators.append(Indicator(22, "组织专题培训班次", target("6期"), weight=0, actual="6期"))
    content.indicators.sort(key=lambda indicator: indicator.code)


target_fault(PLAN, 22, "举办湿地科普活动", "≥6场")
two_sided("享受营养补助学生人数", "≥800人", "≥800人")


def _by_the_piece(content: Content, money: str) -> None:
    replace(content, 11, "维修水塔数量", "6座")
    content.indicators = [indicator for indicator in content.indicators if indicator.code != 41]
    content.indicators.append(Indicator(41, "单座水塔维修成本", target("15万元")))
    content.amount = Decimal(money)


@fault(PLAN, "cost_over_budget")
def dearer_by_the_piece(content: Content, _: Random) -> None:
    _by_the_piece(content, "70.00")


@fault(PLAN)
def as_dear_by_the_piece(content: Content, _: Random) -> None:
    _by_the_piece(content, "90.00")
