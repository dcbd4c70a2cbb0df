"""Blocks of money as bureaus print them, read as they stand or said not to be; all invented."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

Cell = str | tuple[str, int, int]
_HEAD = [[("项目名称", 2, 1), ("农村饮水工程维护", 6, 1)], [("主管部门", 2, 1), ("宁德市水利局", 6, 1)]]
_PLAN = [
    [("年度目标", 2, 1), ("维护农村饮水工程12处。", 6, 1)],
    ["一级指标", ("二级指标", 2, 1), ("三级指标", 3, 1), ("指标值", 2, 1)],
    ["产出指标", ("数量指标", 2, 1), ("维护饮水工程处数", 3, 1), ("≥12处", 2, 1)],
    ["效益指标", ("社会效益指标", 2, 1), ("受益人口", 3, 1), ("≥3000人", 2, 1)],
]
_EVALUATION = [
    ["一级指标", "二级指标", ("三级指标", 2, 1), "年度指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "数量指标", ("维护饮水工程处数", 2, 1), "≥12处", "12处", "50", "50"],
    ["效益指标", "社会效益指标", ("受益人口", 2, 1), "≥3000人", "3100人", "40", "40"],
]


def _read(title: str, rows: Sequence[Sequence[Cell]]) -> Reading:
    table = ""
    for row in rows:
        cells = [cell if isinstance(cell, tuple) else (cell, 1, 1) for cell in row]
        table += "<tr>" + "".join(f"<td colspan={w} rowspan={h}>{text}</td>" for text, w, h in cells) + "</tr>"
    return read(f"<html><meta charset=utf-8><p>{title}</p><table>{table}</table></html>".encode(), "form.html")


def _plan(*money: Sequence[Cell]) -> dict[str, tuple[str, str]]:
    """What each source gets in the year, and in all years."""
    reading = _read("2024年项目支出绩效目标表", [*_HEAD, *money, *_PLAN])
    return {
        row.funding_source_code: (str(row.amount_wan), str(row.midterm_amount_wan or "")) for row in reading.funding
    }


def _executed(*money: Sequence[Cell]) -> dict[str, tuple[Decimal | None, ...]]:
    reading = _read("2023年度项目支出绩效自评表", [*_HEAD, *money, *_EVALUATION])
    return {row.measure: (row.budget_wan, row.adjusted_wan, row.executed_wan) for row in reading.executions}


def _block(*rows: tuple[str, str]) -> list[list[Cell]]:
    block: Cell = ("项目资金（万元）", 2, len(rows))
    lines: list[list[Cell]] = [[(label, 3, 1), (amount, 3, 1)] for label, amount in rows]
    return [[block, *lines[0]], *lines[1:]]


def test_sources_beside_each_other_below_a_pair_are_no_budget_and_spending() -> None:
    found = _executed(
        [("预算执行情况（万元）", 2, 3), ("年初预算数", 2, 1), "100", ("调整后预算数", 2, 1), "120"],
        [("到位数", 2, 1), "120", ("执行数", 2, 1), "118.8"],
        [("其中：财政拨款", 2, 1), "118.8", ("其他资金", 2, 1), "0"],
    )
    assert found == {"total": (100, 120, Decimal("118.8"))}


def test_a_line_of_spending_below_one_of_money_received_is_of_the_budget_above() -> None:
    found = _executed(
        [("预算资金", 2, 3), ("预算总额（万元）", 2, 1), "120", ("其中财政资金（万元）", 2, 1), "120"],
        [("实际到位（万元）", 2, 1), "120", ("其中财政资金（万元）", 2, 1), "120"],
        [("实际支出（万元）", 2, 1), "118.8", ("其中财政资金（万元）", 2, 1), "118.8"],
    )
    assert found["total"] == (120, None, Decimal("118.8"))


def test_notes_behind_an_executed_amount_hide_it_not() -> None:
    header = [("项目资金（万元）", 2, 2), "", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分"]
    found = _executed(header, ["年度资金总额", "100", "120（追加20）", "118.8（收回1.2）", "99%", "9.9"])
    assert found["total"] == (100, 120, Decimal("118.8"))


@pytest.mark.parametrize("label", ["本年度预算资金", "预算资金合计", "当年预算总额", "本年度资金", "财政预算资金"])
def test_what_a_total_holds_is_never_added_to_it(label: str) -> None:
    found = _plan(*_block((label, "120.00"), ("其中：财政拨款", "100.00")))
    assert sum(Decimal(year) for year, _ in found.values()) in (100, 120)


@pytest.mark.parametrize("whole", ["资金总额（2024-2026年）", "项目总资金", "计划总投资", "总体资金总额"])
def test_the_total_of_several_years_is_of_the_whole_project(whole: str) -> None:
    found = _plan(
        [("资金金额（万元）", 2, 3), (whole, 2, 1), "300", ("2024年资金总额", 2, 1), "100"],
        [("财政拨款", 2, 1), "270", ("财政拨款", 2, 1), "90"],
        [("事业收入", 2, 1), "30", ("事业收入", 2, 1), "10"],
    )
    assert found == {"fiscal": ("90", "270"), "other": ("10", "30")}


def test_a_subtotal_without_a_source_is_read_by_its_parts() -> None:
    parts = [("1.财政拨款", "100"), ("2.单位资金", "20")]
    found = _plan(*_block(("年度资金总额", "150"), ("一、本年收入小计", "120"), *parts, ("二、事业收入", "30")))
    assert found == {"fiscal": ("100", ""), "other": ("50", "")}


def test_an_amount_behind_a_space_in_the_cell_of_its_label_is_read() -> None:
    rows = ["年度资金总额 100", "其中：财政拨款 90", "其他资金 10"]
    lines: list[list[Cell]] = [[(text, 6, 1)] for text in rows]
    assert _plan([("项目资金（万元）", 2, 3), *lines[0]], *lines[1:]) == {"fiscal": ("90", ""), "other": ("10", "")}


def test_a_source_named_in_words_beside_the_only_amount_is_that_of_it() -> None:
    row = [("预算金额（万元）", 2, 1), ("120", 2, 1), ("资金来源", 2, 1)]
    assert _plan([*row, ("单位自有资金", 2, 1)]) == {"other": ("120", "")}
    assert _plan([*row, ("财政拨款、单位自有资金", 2, 1)]) == {"fiscal": ("120", "")}


def test_what_is_part_of_the_only_source_is_not_added_to_it() -> None:
    rows = [("年度资金总额", "120"), ("其中：财政拨款", "120"), ("其中：上年结转", "20")]
    assert _plan(*_block(*rows)) == {"fiscal": ("120", "")}
    nested = [
        ("其中：一般公共预算", "80"),
        ("政府性基金预算", "20"),
        ("二、财政专户管理资金", "15"),
        ("三、单位资金", "5"),
    ]
    found = _plan(*_block(("年度资金总额", "120"), ("一、财政拨款", "100"), *nested))
    assert {source: year for source, (year, _) in found.items()} == {
        "fiscal": "100",
        "special_account": "15",
        "other": "5",
    }


def test_sources_that_do_not_add_up_stand_beside_a_total_printed_twice() -> None:
    money = [
        [("项目总预算", 2, 1), ("2190", 2, 1), ("项目当年预算", 2, 1), ("730", 2, 1)],
        [("项目资金来源", 1, 4), ("资金来源项目", 4, 1), ("金额", 3, 1)],
        [("合计", 4, 1), ("730", 3, 1)],
        [("1.一般公共预算财政拨款", 4, 1), ("650", 3, 1)],
        [("4.单位资金（往来结余等）", 4, 1), ("60", 3, 1)],
    ]
    assert _plan(*money) == {"fiscal": ("650", ""), "other": ("60", "")}


def test_sources_that_add_up_stand_above_what_the_money_is_spent_on() -> None:
    rows: list[list[Cell]] = [
        [("收入", 2, 2), ("项目收入合计", 2, 1), ("一般公共预算财政拨款", 2, 1), ("其他资金", 2, 1)],
        [("186", 2, 1), ("130", 2, 1), ("56", 2, 1)],
        [("支出", 2, 4), ("项目支出明细", 2, 1), ("1-6月计划执行数", 2, 1), ("全年预算数", 2, 1)],
        *([(name, 2, 1), ("20", 2, 1), (amount, 2, 1)] for name, amount in (("维修", "132"), ("设备", "50"))),
        [("支出合计", 2, 1), ("40", 2, 1), ("182", 2, 1)],
    ]
    assert _plan(*rows) == {"fiscal": ("130", ""), "other": ("56", "")}


@pytest.mark.parametrize("scale", [[], [[("预算安排规模：480.00万元", 8, 1)]]])
@pytest.mark.parametrize("other", ["60.00", "50.00", "0.00"])
def test_sources_beside_their_total_and_below_it_are_read_though_they_do_not_add_up(
    scale: list[list[Cell]], other: str
) -> None:
    block: list[list[Cell]] = [
        [("项目资金（万元）", 2, 2), "年度资金总额", "480.00", ("其中：财政拨款", 2, 1), ("430.00", 2, 1)],
        ["其他资金", (other, 5, 1)],
    ]
    assert _plan(*scale, *block) == {"fiscal": ("430.00", ""), "other": (other, "")}


def test_the_total_again_under_an_unknown_label_changes_nothing() -> None:
    total = [("项目资金（万元）", 2, 2), "年度资金总额", "430.00", ("其中：财政拨款", 2, 1), ("430.00", 2, 1)]
    found = _plan([("预算安排规模：430.00万元", 8, 1)], total, ["其他资金", ("0.00", 5, 1)])
    assert found == {"fiscal": ("430.00", ""), "other": ("0.00", "")}
