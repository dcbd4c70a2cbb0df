"""Faults planted in one form, and the rules by which a careful reader raises them."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from tests.drawing.forms.grid import Indicator
from tests.judgements.content import Content, blank, replace, settle, target, weigh

Plant = Callable[[Content, Random], None]
PLAN, EVALUATION, DEPARTMENT = ("plan",), ("evaluation",), ("department",)
EVERY = PLAN + EVALUATION + DEPARTMENT


@dataclass(frozen=True, slots=True)
class Fault:
    """What is planted in forms of some kinds, and what is raised of it: of the fault's absence, nothing."""

    kinds: tuple[str, ...]
    raises: tuple[str, ...]
    plant: Plant


FAULTS: dict[str, Fault] = {}


def fault(kinds: tuple[str, ...], *raises: str) -> Callable[[Plant], Plant]:
    """Register a function that plants a fault."""

    def register(plant: Plant) -> Plant:
        FAULTS[plant.__name__] = Fault(kinds, raises, plant)
        return plant

    return register


def target_fault(kinds: tuple[str, ...], code: int, name: str, text: str, *raises: str) -> None:
    """Register a fault of one indicator: its name and its target."""
    FAULTS[f"{name} {text}"] = Fault(kinds, raises, lambda content, _: _put(content, code, name, text))


def _put(content: Content, code: int, name: str, text: str) -> None:
    if all(indicator.code != code for indicator in content.indicators):
        content.indicators.append(Indicator(code, name, target(text)))
        content.indicators.sort(key=lambda indicator: indicator.code)
    if content.kind == "evaluation" and target(text).number:  # what is achieved is beyond doubt
        replace(content, code, name, text, text.lstrip("≥≤=") or text)
    else:
        replace(content, code, name, text)


target_fault(EVERY, 11, "档案整理完成率", "98", "rate_without_percent")
target_fault(PLAN + EVALUATION, 11, "下派人员到岗率", "12人", "rate_in_other_unit")
target_fault(PLAN + EVALUATION, 12, "系统验收通过率", "是", "rate_answered_yes")
target_fault(EVERY, 11, "下乡调研次数", "98%", "count_answered_by_rate")
target_fault(PLAN + EVALUATION, 12, "任务覆盖率", "≥290%", "percentage_out_of_range")
target_fault(PLAN + EVALUATION, 12, "项目建设完成时间", "100%", "time_answered_by_rate")
target_fault(PLAN, 12, "工程质量情况", "质量可控", "vague_target")
target_fault(EVERY, 31, "居民满意度", "有效提升", "vague_target")
target_fault(PLAN + EVALUATION, 12, "制度建设情况", "健全", "vague_target")
target_fault(PLAN, 12, "安全隐患情况", "减少", "vague_target")
target_fault(PLAN, 12, "运行费用情况", "降低", "vague_target")
target_fault(PLAN, 12, "群众就医负担", "有所减轻", "vague_target")
target_fault(PLAN, 12, "护林员队伍", "增加", "vague_target")
target_fault(PLAN + EVALUATION, 12, "市民阅读氛围", "浓厚", "vague_target")
target_fault(PLAN, 12, "困难家庭基本生活", "得到有效保障", "vague_target")
target_fault(PLAN, 12, "传承人群数量", "稳中有升", "vague_target")
target_fault(PLAN + EVALUATION, 12, "应急物资储备", "一批", "vague_target")
target_fault(PLAN, 12, "化肥农药用量", "优", "vague_target")
target_fault(PLAN, 12, "活动配送时效", "及时", "vague_target")
target_fault(PLAN + EVALUATION, 12, "湿地水面面积", "保持稳定", "vague_target")
target_fault(PLAN + EVALUATION, 11, "文献修复情况", "文献修复情况", "target_repeats_name")
target_fault(PLAN + DEPARTMENT, 11, "文献修复情况", "不涉及", "placeholder_target")
target_fault(PLAN, 11, "新建管道里程", "63", "number_without_unit")
target_fault(DEPARTMENT + EVALUATION, 11, "采购设备总量", "63", "number_without_unit")
target_fault(PLAN + EVALUATION, 11, "3", "12次", "name_is_number")
target_fault(EVERY, 11, "来访群众满意度", "≥95%", "satisfaction_elsewhere")
target_fault(PLAN + EVALUATION, 11, "项目验收合格率", "≥95%", "quality_under_quantity")
target_fault(PLAN + EVALUATION, 11, "设备维护成本", "≤30万元", "cost_elsewhere")
target_fault(PLAN, 41, "课程开发成本", "≥30万元", "cost_at_least")


@fault(PLAN + EVALUATION, "date_as_number")
def serial_of_a_date(content: Content, random: Random) -> None:
    _put(content, 12, "项目完工时间", str(random.randint(43000, 46500)))


@fault(PLAN, "deadline_outside")
def deadline_before_the_year(content: Content, random: Random) -> None:
    _put(content, 12, "项目启动情况", f"{content.year - random.randint(1, 2)}年12月底前")


@fault(PLAN + EVALUATION, "timeliness_under_benefit")
def timeliness_as_benefit(content: Content, _: Random) -> None:
    content.indicators.append(Indicator(22, "补助发放及时率", target("≥95%"), weight=0, actual="95%"))
    content.indicators.sort(key=lambda indicator: indicator.code)


@fault(EVERY, "duplicate_indicator")
def the_same_name_twice(content: Content, _: Random) -> None:
    first = content.of(11)
    content.indicators.insert(0, Indicator(11, first.name, first.annual, weight=0, actual=first.actual))


@fault(EVERY, "satisfaction_missing")
def no_satisfaction(content: Content, _: Random) -> None:
    _without(content, {31})


@fault(PLAN + EVALUATION, "benefit_missing")
def no_benefit(content: Content, _: Random) -> None:
    _without(content, {21, 22, 23, 24})


@fault(PLAN, "output_missing")
def no_output(content: Content, _: Random) -> None:
    _without(content, {11, 12, 13})


def _without(content: Content, codes: set[int]) -> None:
    content.indicators = [indicator for indicator in content.indicators if indicator.code not in codes]
    if content.kind == "evaluation":
        content.indicators[0].weight += 90 - sum(indicator.weight for indicator in content.indicators)
        content.indicators[0].score = Decimal(content.indicators[0].weight)
        settle(content)


@fault(EVERY, "target_missing")
def a_target_left_out(content: Content, random: Random) -> None:
    indicator = random.choice(content.indicators[1:])
    indicator.annual = blank()
    if content.kind == "evaluation":
        indicator.actual, indicator.score = "", indicator.score and indicator.score - 1
        indicator.reason = "统计口径调整"
        settle(content)


@fault(PLAN, "goal_missing")
def no_goal(content: Content, _: Random) -> None:
    content.goal = ""


@fault(PLAN, "no_quantity_at_all")
def words_alone(content: Content, _: Random) -> None:
    for number, indicator in enumerate(content.indicators):
        indicator.name, indicator.annual = (
            f"第{'一二三四五六七八九十'[number % 10]}期建设{number // 10 or ''}内容",
            target("建成投用"),
        )


@fault(PLAN, "goal_amounts_not_money")
def parts_of_the_goal_miss_the_money(content: Content, random: Random) -> None:
    content.indicators = [indicator for indicator in content.indicators if indicator.code != 41]
    content.amount = Decimal(random.randint(60, 99)) + Decimal("0.97")
    parts = (content.amount - Decimal("29.97")) / 2
    content.goal = f"安排宣传经费{parts:.2f}万元、培训经费{parts:.2f}万元、设备经费29.99万元，完成年度任务。"


@fault(PLAN, "cost_over_budget")
def dearer_than_the_money(content: Content, _: Random) -> None:
    _put(content, 11, "补助学生人数", "5000人")
    _put(content, 12, "学生补助合规率", "100%")
    content.indicators.append(Indicator(41, "学生补助标准", target("3000元/人")))
    content.amount = Decimal("1200.00")


@fault(PLAN, "unit_cost_zero")
def a_cost_of_nothing(content: Content, _: Random) -> None:
    content.indicators = [indicator for indicator in content.indicators if indicator.code != 41]
    content.indicators.append(Indicator(41, "单位采购成本", target("0元")))


@fault(DEPARTMENT, "department_total_not_parts")
def a_department_that_does_not_add_up(content: Content, _: Random) -> None:
    content.project_amount = sum((amount for _, amount in content.tasks), Decimal(2000))


@fault(DEPARTMENT, "tasks_over_budget")
def tasks_dearer_than_the_department(content: Content, _: Random) -> None:
    content.amount = sum((amount for _, amount in content.tasks), Decimal(-1))
    content.basic = Decimal(1)


@fault(PLAN, "amount_zero")
def a_project_without_money(content: Content, _: Random) -> None:
    content.amount = Decimal("0.00")


@fault(PLAN + DEPARTMENT, "targets_missing")
def names_alone(content: Content, _: Random) -> None:
    for indicator in content.indicators:
        indicator.annual = blank()


@fault(PLAN, "prompts_left")
def a_prompt_left_in_the_goal(content: Content, _: Random) -> None:
    content.goal = f"目标1：{content.goal}目标2：……"


@fault(PLAN, "too_many_indicators")
def a_long_list(content: Content, _: Random) -> None:
    places = "东西南北中前后左右上下内外春夏秋冬甲乙丙丁"
    content.indicators[:0] = [Indicator(11, f"{place}区巡查次数", target("≥24次")) for place in places]


@fault(PLAN + DEPARTMENT, "plan_weights_not_hundred")
def weights_that_miss_a_hundred(content: Content, random: Random) -> None:
    weigh(content)
    content.indicators[0].weight += random.choice((-5, 5, 10))
    content.weights_planted = True


@fault(PLAN, "cost_limit_over_budget")
def a_limit_above_the_money(content: Content, random: Random) -> None:
    content.indicators = [indicator for indicator in content.indicators if indicator.code != 41]
    content.indicators.append(Indicator(41, "设备采购成本", target("≤95万元")))
    content.amount = Decimal(random.randint(60, 90))


@fault(PLAN, "project_classified")
def a_secret_project(content: Content, _: Random) -> None:
    content.project = f"涉密专项（{content.project}）"


@fault(PLAN + EVALUATION, "template_blank")
def nothing_filled_in(content: Content, _: Random) -> None:
    content.is_template, content.goal, content.achieved, content.total = True, "", "", ""
    content.has_reasons = True
    for indicator in content.indicators:
        indicator.annual, indicator.actual, indicator.score, indicator.reason = blank(), "", None, ""
    if content.execution:
        content.execution.rate = content.execution.score = ""


@fault(EVALUATION, "template_blank")
def no_result_filled_in(content: Content, _: Random) -> None:
    content.total = ""
    for indicator in content.indicators:
        indicator.actual, indicator.score = "", None
