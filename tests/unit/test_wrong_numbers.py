"""Numbers that could be taken for others: what was not spent, sums of parts, the whole project's; all invented."""

from decimal import Decimal

import pytest

from ingest.forms.labelled.geometry.roles import RoleReader
from ingest.forms.labelled.signs import signs_of_row
from tests.unit.test_labels_forgotten import BODIES, EVALUATION, GRID, HEADER, MONEY, PLAN, SCORED, form, project
from tests.unit.test_wrong_in_silence import HEAD, amounts, attributes, left

NAMES = ("清淤长度", "验收合格率", "受益人数")


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
    rows = (
        "\t产出指标\t数量指标\t清淤长度\t3公里\t做了\t50\t50",
        "\t效益指标\t社会效益指标\t受益人数\t300人\t没做\t50\t48",
    )
    found = form("某某情况", "项目名称\t\t河道清淤", BODIES, MONEY, HEAD + "指标值\t甲\t乙\t得分", *rows)
    assert not found.indicators
    assert [own.target for own in found.performance] == ["3公里", "300人"]


@pytest.mark.parametrize(
    ("rows", "whole"),
    [
        (
            (
                "资金情况\t\t资金总额\t区级财政的钱\t单位资金\t上年结转的",
                "\t总的投资\t90\t50\t20\t20",
                "\t财政预算资金\t60\t30\t10\t20",
            ),
            90,
        ),
        (("某某资金（万元）\t\t100\t\t\t\t\t本年度财政资金（万元）\t50",), 100),
    ],
)
def test_amounts_of_the_whole_project_are_not_the_year_s(rows: tuple[str, ...], whole: int) -> None:
    found = project(PLAN, *rows, *GRID)
    assert Decimal(whole) not in [own.amount_wan for own in (*found.totals, *found.funding)]


@pytest.mark.parametrize("labels", [("财政拨款", "财政拨款"), ("其他资金", "自筹资金")])
def test_equal_amounts_of_one_source_are_not_added_up(labels: tuple[str, str]) -> None:
    rows = (f"项目资金\t{labels[0]}\t50", f"\t{labels[1]}\t50")
    assert Decimal(100) not in [own for own, _ in amounts(project(PLAN, *rows, *GRID))]


@pytest.mark.parametrize(
    "labels", [("盘子", "项目支出", "基本支出"), ("年度总金额", "做事", "养人")], ids=["parts", "total"]
)
def test_the_sum_of_tasks_is_not_the_department_s_total(labels: tuple[str, str, str]) -> None:
    money = [f"\t{label}\t{amount}" for label, amount in zip(labels, (120, 90, 30), strict=True)]
    rows = ("合计\t90", "年度预算安排" + money[0], *money[1:])
    found = form("部门整体支出绩效目标表", "部门名称\t\t清远市水利局", *rows, *GRID)
    assert {own.item: own.amount_wan for own in found.department_budget}["total"] == Decimal(120)


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
    money = [{0: "今年的盘子", 1: "财政拨款收入"}, {0: "217157", 1: "217157"}]
    rows = [{0: "牵头部门", 1: "江门市气象局"}, {0: "复核人", 1: "3000人"}, *money]
    reader = RoleReader(rows, [signs_of_row(row) for row in rows], {"江门市气象局", "复核人"})
    assert reader.heads(0) == ()


@pytest.mark.parametrize("marks", [("1.", "2.", "3."), ("（1）", "（1）", "（1）"), ("①", "②", "③"), ("•", "•", "▪")])
def test_ordinals_and_marks_before_names_are_of_no_name(marks: tuple[str, str, str]) -> None:
    rows = [row.replace(name, mark + name) for row, name, mark in zip(GRID[1:], NAMES, marks, strict=True)]
    assert [own.indicator_name for own in project(PLAN, MONEY, HEADER, *rows).indicators] == [*NAMES]


def test_numbers_that_do_not_count_are_of_the_names() -> None:
    rows = [row.replace(name, mark + name) for row, name, mark in zip(GRID[1:], NAMES, ("1.", "2.", "5."), strict=True)]
    assert [own.indicator_name for own in project(PLAN, MONEY, HEADER, *rows).indicators][2] == "5.受益人数"
