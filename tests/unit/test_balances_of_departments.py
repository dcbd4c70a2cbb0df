"""The total of a department in the table of its income and expenditure, above forms of projects; all invented."""

from decimal import Decimal

import pytest

from tests.unit.test_booklet import COVER, EVALUATION, FORM, ONE_SOURCE, SPENDING, page

TITLE = "表1 收支预算总表\n单位：万元\n"
HEADER = "收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n"
ROWS = (
    "一、一般公共预算拨款收入\t300\t一、农林水支出\t310\n二、其他收入\t20\t二、住房保障支出\t10\n"
    "本年收入合计\t320\t本年支出合计\t320\n"
)
TOTAL = "收入总计\t320\t支出总计\t320\n"
BALANCE = TITLE + HEADER + ROWS + TOTAL
CLOSED = (
    "表1 收入支出决算总表\n金额单位：万元\n收入\t\t\t支出\t\t\n项目\t行次\t决算数\t项目\t行次\t决算数\n"
    "一、一般公共预算财政拨款收入\t1\t300\t一、农林水支出\t5\t310\n本年收入合计\t2\t300\t本年支出合计\t6\t310\n"
    "年初结转和结余\t3\t50\t年末结转和结余\t7\t40\n总计\t4\t350\t总计\t8\t350\n"
)


def told(*parts: str) -> list[tuple[str, str, Decimal | None, Decimal | None]]:
    rows = page(*parts).department_budget
    return [(row.item, row.item_printed, row.amount_wan, row.executed_wan) for row in rows]


def test_the_end_of_both_sides_is_the_total_of_the_department() -> None:
    found = page(COVER, BALANCE, FORM)
    (row,) = found.department_budget
    assert (row.item, row.item_printed, row.amount_wan, row.form_seq) == ("total", "支出总计", 320, 1)
    assert found.source.text[row.char_start : row.char_end] == "320"
    assert [one.amount_wan for one in found.funding if one.amount_wan] == [110]
    assert not found.department_goals


@pytest.mark.parametrize(
    "balance",
    [
        pytest.param(BALANCE.replace("收入总计", "收 入 总 计").replace("支出总计", "支 出 总 计"), id="words apart"),
        pytest.param(BALANCE.replace("收入总计", "总计").replace("支出总计", "总计"), id="one word for both"),
        pytest.param(TITLE + HEADER + ROWS, id="the year alone"),
        pytest.param(BALANCE.replace("单位：万元", "单位：元").replace("320", "3,200,000.00"), id="yuan"),
        pytest.param(BALANCE.replace("预算数", "2024年预算数"), id="the year above the amounts"),
        pytest.param(BALANCE.replace("表1 收支预算总表", "部门收支总体情况表"), id="another title"),
    ],
)
def test_other_tables_of_both_sides(balance: str) -> None:
    assert [(item, wan) for item, _, wan, _ in told(COVER, balance, FORM)] == [("total", 320)]


def test_the_parts_are_read_where_a_table_prints_them() -> None:
    assert [item for item, *_ in told(COVER, BALANCE, SPENDING, FORM)] == ["total", "basic", "project"]


def test_what_the_year_spent_is_not_what_it_leaves() -> None:
    cover = COVER.replace("预算", "决算")
    assert told(cover, CLOSED, EVALUATION) == [("total", "本年支出合计", None, 310)]
    assert not told(cover, CLOSED.replace("本年收入合计\t2\t300\t本年支出合计\t6\t310\n", ""), EVALUATION)
    assert not told(COVER, CLOSED, FORM)


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((COVER, BALANCE.replace("支出总计\t320", "支出总计\t330"), FORM), id="two ends"),
        pytest.param((COVER, BALANCE.replace("收支预算", "财政拨款收支预算"), FORM), id="one source"),
        pytest.param((COVER, BALANCE.replace("表1 收支", "表1 2023年收支"), FORM), id="another year"),
        pytest.param((COVER, BALANCE.replace("预算数", "2023年预算数"), FORM), id="another year above the amounts"),
        pytest.param(
            (COVER, BALANCE.replace("预算数", "2023年预算数\t2024年预算数").replace("320", "300\t320"), FORM),
            id="two years",
        ),
        pytest.param((BALANCE, FORM), id="nobody's"),
        pytest.param((COVER, BALANCE, BALANCE.replace("320", "420").replace("表1", "表2"), FORM), id="two tables"),
        pytest.param((COVER, BALANCE.replace("\n单位：万元", ""), FORM), id="no unit of money"),
        pytest.param((COVER, "项目支出明细表\n" + BALANCE.split("\n", 1)[1], FORM), id="no title of both sides"),
        pytest.param((COVER, BALANCE, FORM, FORM.replace("水务局", "林草局")), id="two departments"),
    ],
)
def test_a_total_that_is_not_certain_is_none(parts: tuple[str, ...]) -> None:
    assert not told(*parts)


def test_one_source_above_the_whole_is_another_table() -> None:
    assert [item for item, *_ in told(COVER, ONE_SOURCE, BALANCE, FORM)] == ["total"]
