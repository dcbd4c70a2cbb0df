"""The money of a department: by nature in one cell, and the total of its tasks where its form has no other."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

GRID = (
    "整体绩效目标\t保障防汛安全。",
    "一级指标\t二级指标\t三级指标\t指标值",
    "产出指标\t数量指标\t维修水库\t≥12座",
    "满意度指标\t服务对象满意度指标\t群众满意度\t≥90%",
)
TASKS = (
    "年度主要任务\t任务名称\t主要内容\t预算金额（万元）\t\t",
    "\t\t\t总额\t财政拨款\t其他资金",
    "\t造林绿化\t营造林3万亩\t600\t550\t50",
    "\t森林防火\t物资储备\t200\t200\t0",
    "\t{}\t\t800\t750\t50",
)


def form(*rows: str) -> Reading:
    head = ("2024年度部门整体支出绩效目标表", "部门名称\t南县水利局")
    return read("\n".join((*head, *rows, *GRID)).encode(), "department.txt")


def items(found: Reading) -> dict[str, tuple[int, bool]]:
    return {row.item: (int(row.amount_wan or 0), row.is_proved) for row in found.department_budget}


@pytest.mark.parametrize(
    "cells",
    [
        "按收入性质分：其中：一般公共预算：1600.00；政府性基金拨款：150.00；其他资金：100.00\t按支出性质分：其中：基本支出：850.00；项目支出：1000.00",
        "按收入性质分财政拨款：1750事业收入：60其他收入：40\t按支出性质分：基本支出：850；项目支出：1000",
        "按资金来源分：财政拨款1750万元，其他资金100万元\t按支出结构分：基本支出850万元，项目支出1000万元",
    ],
)
def test_income_and_spending_by_nature_stand_in_one_cell_each(cells: str) -> None:
    found = form("年度预算申请（万元）\t资金总额：1850.00", f"\t{cells}")
    expected = {"total": 1850, "fiscal": 1750, "other": 100, "basic": 850, "project": 1000}
    assert items(found) == {item: (amount, True) for item, amount in expected.items()}
    assert not found.not_understood


def test_a_cell_by_nature_that_holds_anything_else_is_not_understood() -> None:
    found = form("年度预算申请（万元）\t资金总额：1850.00", "\t按收入性质分：见附表，另有上年结转若干")
    assert items(found) == {"total": (1850, False)}
    assert found.not_understood


def test_the_sum_of_tasks_that_its_sources_prove_is_the_total_where_the_form_has_no_other() -> None:
    found = form(*TASKS[:-1], TASKS[-1].format("金额合计"))
    assert items(found) == {"total": (800, True), "fiscal": (750, True), "other": (50, True)}
    assert "department_total_assumed" not in {row.code for row in found.issues}
    assert [int(row.amount_wan or 0) for row in found.totals] == [800, 750, 50]


def test_a_mere_sum_of_tasks_is_no_total_of_the_department() -> None:
    assert not items(form(*TASKS[:-1], TASKS[-1].format("合计")))


def test_the_sum_of_tasks_beside_a_total_of_the_department_is_that_of_the_tasks_alone() -> None:
    found = form("年度预算申请（万元）\t资金总额：1850.00", *TASKS[:-1], TASKS[-1].format("金额合计"))
    assert items(found) == {"total": (1850, False)}
    assert "department_total_assumed" not in {row.code for row in found.issues}


def evaluated(*, spent: str) -> Reading:
    rows = (
        "年度主要任务\t任务名称\t完成情况\t全年预算数（万元）\t\t\t全年执行数（万元）\t\t\t分值\t执行率\t得分",
        "\t\t\t总额\t财政拨款\t其他资金\t总额\t财政拨款\t其他资金\t\t\t",
        "\t造林绿化\t已完成\t600\t550\t50\t590\t545\t45\t—\t98.3%\t—",
        "\t森林防火\t已完成\t200\t200\t0\t180\t180\t0\t—\t90%\t—",
        f"\t金额合计\t\t800\t750\t50\t{spent}\t10\t96.3%\t9.6",
    )
    head = ("2024年度部门整体支出绩效自评表", "部门名称\t南县水利局")
    return read("\n".join((*head, *rows, *GRID)).encode(), "department.txt")


def test_what_was_spent_stands_beside_the_sum_of_tasks_by_source() -> None:
    found = evaluated(spent="770\t725\t45")
    spent = {row.item: (int(row.amount_wan or 0), int(row.executed_wan or 0)) for row in found.department_budget}
    assert spent == {"total": (800, 770), "fiscal": (750, 725), "other": (50, 45)}
    total = found.department_budget[0]
    numbers = (total.execution_rate, total.execution_weight, total.execution_score)
    assert [str(number) for number in numbers] == ["96.3", "10", "9.6"]


def test_sources_that_are_not_what_was_spent_are_none_of_it() -> None:
    found = evaluated(spent="770\t725\t40")
    assert {row.item: row.executed_wan for row in found.department_budget} == {
        "total": 770,
        "fiscal": None,
        "other": None,
    }
    assert {"725", "40"} <= {row.text for row in found.not_understood}


@pytest.mark.parametrize(("income", "spending"), [("收入（万元）", "支出（万元）"), ("收入", "支出")])
def test_income_and_expenditure_in_blocks_beside_each_other(income: str, spending: str) -> None:
    found = form(
        f"{income}\t一、财政拨款小计\t\t1750.00\t{spending}\t一、基本支出\t850.00",
        "\t（一）一般公共预算\t\t1600.00\t\t人员经费\t700.00",
        "\t（二）政府性基金\t\t150.00\t\t日常公用经费\t150.00",
        "\t二、其他资金\t\t100.00\t\t二、项目支出\t1000.00",
        "\t收入合计\t\t1850.00\t\t支出合计\t1850.00",
    )
    expected = {"total": 1850, "fiscal": 1750, "other": 100, "basic": 850, "project": 1000}
    assert items(found) == {item: (amount, True) for item, amount in expected.items()}
