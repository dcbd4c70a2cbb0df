"""What a goal says in words beside the targets of the indicators: it promises more, or it does not."""

from decimal import Decimal
from random import Random

from tests.drawing.forms.grid import Indicator
from tests.judgements.content import Content, replace, target
from tests.judgements.faults import EVALUATION, EVERY, PLAN, fault


def _promise(content: Content, words: str, target: str) -> None:
    content.goal = f"改造供水管网，保障城区居民用水，{words}，解决高层住户用水问题。"
    replace(content, 12, "管网供水保证率", target, "99%")


@fault(PLAN + EVALUATION, "target_below_goal")
def a_goal_that_promises_more(content: Content, _: Random) -> None:
    _promise(content, "管网供水保证率达到98%以上", "≥95%")


@fault(PLAN, "target_below_goal")
def a_goal_that_promises_more_in_short(content: Content, _: Random) -> None:
    _promise(content, "供水保证率不低于97%", "≥90%")


@fault(PLAN + EVALUATION)
def a_goal_that_promises_less(content: Content, _: Random) -> None:
    _promise(content, "管网供水保证率达到95%以上", "≥98%")


@fault(PLAN + EVALUATION, "sign_reversed")
def a_goal_whose_bound_is_turned(content: Content, _: Random) -> None:
    content.goal = "开展林地病虫监测，林木监测成效达到92%以上，减少林农损失。"
    replace(content, 12, "林木监测成效", "不高于92%", "92%")


@fault(PLAN, "sign_reversed")
def a_goal_whose_limit_is_turned(content: Content, _: Random) -> None:
    content.goal = "开展林地病虫监测，虫株占林木比例控制在3%以内，减少林农损失。"
    replace(content, 12, "虫株占林木比例", "不低于3%")


@fault(PLAN)
def a_goal_of_the_same_bound(content: Content, _: Random) -> None:
    content.goal = "开展林地病虫监测，虫株占林木比例控制在3%以内，减少林农损失。"
    replace(content, 12, "虫株占林木比例", "不高于3%")


@fault(PLAN)
def a_goal_of_all_years_that_promises_more(content: Content, _: Random) -> None:
    _promise(content, "持续做好维护", "≥95%")
    content.cycle_goal = "三年内改造供水管网，管网供水保证率稳定在98%以上。"
    for indicator in content.indicators:
        indicator.cycle = indicator.annual if indicator.code != 12 else target("≥98%")
    content.of(11).annual, content.of(11).cycle = target("≥300个"), target("≥900个")


@fault(PLAN)
def a_goal_that_tells_where_it_comes_from(content: Content, _: Random) -> None:
    _promise(content, "管网供水保证率由96%逐年改善", "≥90%")


def _count(content: Content, words: str, name: str, target: str, actual: str = "") -> None:
    content.goal = f"开展林区巡护管护，{words}，消除火灾隐患。"
    replace(content, 11, name, target, actual)


@fault(EVERY, "target_below_goal")
def a_goal_that_counts_more(content: Content, _: Random) -> None:
    _count(content, "开设防火隔离带1,200亩", "防火隔离带开设面积", "≥1000亩", "1000亩")


@fault(PLAN, "target_below_goal")
def a_goal_that_counts_more_times(content: Content, _: Random) -> None:
    _count(content, "培训护林员500人次", "护林员培训人数", "≥300人")


@fault(PLAN, "target_below_goal")
def a_goal_that_counts_what_the_indicator_names_otherwise(content: Content, _: Random) -> None:
    _count(content, "支持15家林业合作社", "扶持农民合作社数量", "12个")


@fault(PLAN, "target_below_goal")
def a_goal_that_counts_more_people(content: Content, _: Random) -> None:
    _count(content, "培训专职护林员500人次，聘用护林员60名", "护林员培训人次", "300人次")


@fault(PLAN + EVALUATION, "target_above_goal")
def a_goal_that_counts_fewer(content: Content, _: Random) -> None:
    _count(content, "维修瞭望塔5座", "瞭望塔维修数量", "6座")


@fault(PLAN, "target_above_goal")
def a_goal_whose_digits_are_turned(content: Content, _: Random) -> None:
    _count(content, "抚育森林1.2万亩", "抚育森林面积", "≥2.1万亩")


@fault(PLAN)
def a_target_a_little_above_the_goal(content: Content, _: Random) -> None:
    _count(content, "抚育森林1.2万亩", "抚育森林面积", "≥1.3万亩")


@fault(EVERY)
def a_goal_that_counts_the_same(content: Content, _: Random) -> None:
    _count(content, "服务林区居民1.2万人，每村巡护12次", "服务林区居民人数", "12000人")


@fault(PLAN)
def a_goal_that_counts_for_several_years(content: Content, _: Random) -> None:
    _count(content, f"{content.year}—{content.year + 2}年完成造林45万亩", "完成造林面积", "≥15万亩")


@fault(PLAN)
def a_goal_that_counts_what_there_is(content: Content, _: Random) -> None:
    _count(content, "现有护林员600人，分片开展护林员培训", "护林员培训人数", "≥300人")


@fault(PLAN)
def a_goal_that_counts_parts(content: Content, _: Random) -> None:
    _count(content, "购置防火巡逻车2辆、普通巡逻车1辆", "购置巡逻车数量", "3辆")


@fault(EVERY, "goal_not_measured")
def a_goal_whose_count_nothing_measures(content: Content, _: Random) -> None:
    content.goal = "开展林区巡护，维修木栈桥14座，消除火灾隐患。"


@fault(PLAN, "goal_not_measured")
def a_goal_whose_count_only_a_cost_names(content: Content, _: Random) -> None:
    content.goal = "对14座木栈桥开展维修，消除火灾隐患。"
    content.indicators.append(Indicator(41, "木栈桥单位维修成本", target("≤2万元")))


@fault(PLAN)
def a_goal_of_places_and_of_what_is_measured_in_words(content: Content, _: Random) -> None:
    content.goal = "在全县12个乡镇开展林区巡护，维修木栈桥14座，惠及林农2800户，24小时值守。"
    replace(content, 12, "木栈桥完好率", "≥95%")


@fault(PLAN, "target_below_name")
def a_project_whose_name_counts_more(content: Content, _: Random) -> None:
    content.project = f"{content.project}及200名护林员招聘"
    _count(content, "招聘护林员120名", "招聘护林员人数", "≥120人")


@fault(PLAN + EVALUATION, "target_below_name")
def an_indicator_whose_name_counts_more(content: Content, _: Random) -> None:
    replace(content, 11, "新建5个停车场数量", "≥3个", "3个")


@fault(PLAN + EVALUATION)
def an_indicator_whose_name_counts_the_same(content: Content, _: Random) -> None:
    replace(content, 11, "新建5个停车场数量", "5个")


@fault(PLAN, "goal_money_not_budget")
def a_goal_of_more_money(content: Content, _: Random) -> None:
    content.amount = Decimal("380.00")
    content.goal = "投入财政资金450万元，硬化机耕道路，改善农业生产条件。"


@fault(PLAN, "goal_money_not_budget")
def a_goal_of_money_in_another_order(content: Content, _: Random) -> None:
    content.amount = Decimal("540.00")
    content.goal = "安排450万元，硬化机耕道路，改善农业生产条件。"


@fault(PLAN)
def a_goal_that_names_the_money(content: Content, _: Random) -> None:
    content.amount = Decimal("450.00")
    content.goal = "安排专项资金450万元，硬化机耕道路，改善农业生产条件。"


@fault(PLAN)
def a_goal_that_names_a_part(content: Content, _: Random) -> None:
    content.amount = Decimal("540.00")
    content.goal = "硬化机耕道路，其中安排300万元用于路基，改善农业生产条件。"


@fault(PLAN)
def a_goal_of_the_money_of_others(content: Content, _: Random) -> None:
    content.amount = Decimal("540.00")
    content.goal = "硬化机耕道路，带动社会资本投入4500万元，改善农业生产条件。"


@fault(PLAN, "goal_of_other_year")
def a_goal_of_the_year_before(content: Content, _: Random) -> None:
    content.goal = f"{content.year - 1}年完成林区道路维护，消除火灾隐患。"


@fault(PLAN)
def a_goal_of_the_year(content: Content, _: Random) -> None:
    content.goal = f"{content.year}年底前完成林区道路维护，较{content.year - 1}年提高通行能力。"


@fault(PLAN)
def a_goal_that_settles_the_year_before(content: Content, _: Random) -> None:
    content.goal = f"{content.year - 1}年完成的林区道路，本年支付结转工程款。"


@fault(EVALUATION, "goal_money_not_budget")
def an_evaluated_goal_of_other_money(content: Content, _: Random) -> None:
    assert content.execution
    budget = content.execution.total[0]
    content.goal = f"安排{budget * Decimal('0.8'):.2f}万元，修缮林区道路，消除火灾隐患。"


@fault(EVALUATION)
def an_evaluated_goal_of_the_money(content: Content, _: Random) -> None:
    assert content.execution
    content.goal = f"安排{content.execution.total[0]}万元，修缮林区道路，消除火灾隐患。"


@fault(PLAN + EVALUATION, "target_below_goal", "goal_not_measured")
def a_goal_that_counts_after_one_verb(content: Content, _: Random) -> None:
    _count(content, "改造3个农贸市场、8座公厕", "公厕改造", "6座")


@fault(PLAN)
def a_goal_that_counts_what_is_done_otherwise(content: Content, _: Random) -> None:
    _count(content, "新建公厕8座", "公厕维护", "6座")


@fault(PLAN, "target_below_goal")
def a_goal_whose_number_stands_before_the_noun(content: Content, _: Random) -> None:
    _count(content, "建设126公里林区道路", "林区道路建设里程", "≥106公里")


@fault(PLAN, "target_below_goal")
def a_goal_in_another_word_for_times(content: Content, _: Random) -> None:
    _count(content, "开展防火宣讲80场次", "防火宣讲场次", "≥60场")


@fault(PLAN + EVALUATION)
def a_goal_that_counts_by_term(content: Content, _: Random) -> None:
    _count(content, "资助困难学生1860人次，每学期930人", "资助困难学生人数", "≥930人", "930人")


@fault(PLAN, "target_above_goal")
def a_goal_whose_point_moved(content: Content, _: Random) -> None:
    _count(content, "惠及3个乡镇1.2万人", "受益人口", "≥12万人")
