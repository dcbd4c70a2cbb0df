"""Numbers that could be taken for others: what was not spent, sums of parts, the whole project's; all invented."""

from decimal import Decimal

import pytest

from tests.unit.test_labels_forgotten import BODIES, EVALUATION, GRID, MONEY, PLAN, SCORED, form, project
from tests.unit.test_wrong_in_silence import HEAD, amounts, attributes, left


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("年初预算数", "可执行预算数", "支出数额"), (100, 95, 90)),
        (("预算数", "拨付数", "执行数"), (100, None, 90)),
        (("预算数", "实际列支"), (100, None, 95)),
        (("预算数", "待拨付金额"), (100, None, None)),
        (("预算数", "未支付金额"), (100, None, None)),
    ],
)
def test_what_may_or_must_still_be_spent_was_not(labels: tuple[str, ...], expected: tuple[int | None, ...]) -> None:
    values = ("100", "95", "90")[: len(labels)]
    rows = ("项目资金\t\t" + "\t".join(labels), "\t年度资金总额\t" + "\t".join(values))
    found = project(EVALUATION, *rows, "\t财政拨款\t" + "\t".join(values), *SCORED).executions[0]
    assert (found.budget_wan, found.adjusted_wan, found.executed_wan) == expected


@pytest.mark.parametrize("label", ["未支出数", "支出决算总数"])
def test_a_label_beside_that_of_a_budget_is_not_its_value(label: str) -> None:
    found = project(EVALUATION, f"项目资金\t\t预算数\t{label}", "\t年度资金总额\t100\t95", *SCORED)
    assert label not in [value for _, value in attributes(found)]
    assert label in left(found)


@pytest.mark.parametrize("amount", ["￥100", "¥ 100.00", "￥100万元", "￥1,000,000元"])
def test_the_sign_of_the_yuan_stands_before_amounts(amount: str) -> None:
    rows = (f"项目资金（万元）\t年度资金总额\t{amount}", f"\t财政拨款\t{amount}")
    assert amounts(project(PLAN, *rows, *GRID)) == [(Decimal(100), None)]


def test_scores_say_that_a_form_is_an_evaluation() -> None:
    header = HEAD + "指标值\t甲\t乙\t得分"
    found = form("某某情况", "项目名称\t\t河道清淤", BODIES, MONEY, header, *SCORED[1:])
    assert not found.indicators
    assert [own.target for own in found.performance] == ["3公里", "300人"]


def test_amounts_of_the_whole_project_are_not_the_year_s() -> None:
    beside = ("项目大盘子\t90\t\t申请数\t60", "县级财政资金\t70\t\t县级财政资金\t40", "单位资金\t20\t\t单位资金\t20")
    below = ("资金情况\t\t资金总额\t区级财政资金\t单位资金", "\t全部投资\t90\t70\t20", "\t今次金额\t60\t40\t20")
    twice = ("项目资金\t甲类总额\t100\t\t预算金额\t50", "\t县级财政资金\t100\t\t县级财政资金\t50")
    for rows, whole in ((beside, 90), (below, 90), (twice, 100)):
        found = project(PLAN, *rows, *GRID)
        assert Decimal(whole) not in [own.amount_wan for own in (*found.totals, *found.funding)]


@pytest.mark.parametrize("labels", [("财政拨款", "财政拨款"), ("其他资金", "自筹资金")])
def test_equal_amounts_of_one_source_are_not_added_up(labels: tuple[str, str]) -> None:
    rows = (f"项目资金\t{labels[0]}\t50", f"\t{labels[1]}\t50")
    assert Decimal(100) not in [own for own, _ in amounts(project(PLAN, *rows, *GRID))]


@pytest.mark.parametrize("known", [("项目支出", "基本支出"), ("做事", "养人")])
def test_the_sum_of_tasks_is_not_the_department_s_total(known: tuple[str, str]) -> None:
    tasks = ("年度履职目标\t甲\t\t主要内容\t\t预算金额", "\t清淤\t\t清理河道\t\t60", "\t巡查\t\t巡查水库\t\t30")
    total = "年度总金额" if known[0] == "做事" else "盘子"
    money = (f"年度预算安排\t{total}\t120", f"\t{known[0]}\t90", f"\t{known[1]}\t30")
    rows = (*tasks, "\t合计\t\t\t\t90", *money)
    found = form("部门整体支出绩效目标表", "部门名称\t\t清远市水利局", *rows, *GRID)
    assert {own.item: own.amount_wan for own in found.department_budget}.get("total") in (None, Decimal(120))


def test_bare_weights_are_no_targets_beside_quantities() -> None:
    header = "绩效指标\t一级指标\t二级指标\t三级指标\t设定数值\t甲\t实际完成值\t得分"
    rows = ("\t产出指标\t数量指标\t清淤长度\t10\t293米\t293米\t10", "\t\t质量指标\t验收合格率\t15\t78%\t78%\t15")
    found = project(EVALUATION, MONEY, header, *rows, "\t效益指标\t社会效益指标\t受益人数\t25\t300人\t290人\t24")
    assert not {"10", "15", "25"} & {own.target for own in found.performance}


def test_a_value_that_ends_as_a_target_does_is_actual_behind_comparisons() -> None:
    header = HEAD + "甲\t年度权重\t终了指标值\t得分"
    rows = ("\t产出指标\t数量指标\t清淤长度\t≥3公里\t40\t2公里\t30", "\t\t质量指标\t验收合格率\t≥95%\t30\t96%\t30")
    found = project(EVALUATION, MONEY, header, *rows, "\t效益指标\t社会效益指标\t受益人数\t长期\t30\t已完成\t30")
    assert not {"2公里", "96%", "已完成"} & {own.target for own in found.performance}


def test_the_name_of_a_body_heads_nothing() -> None:
    rows = ("牵头的部门\t清远市水利局", "复核的人\t3000人")
    found = project(PLAN, *rows, MONEY, *GRID)
    assert not {"清远市水利局", "牵头的部门"} & {
        name for name, value in attributes(found) if value in ("3000人", "复核的人")
    }
