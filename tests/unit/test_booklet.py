"""The money of a department in the tables of its budget, above the forms of its projects; all invented."""

from decimal import Decimal

import pytest

from ingest.pipeline import read
from ingest.rows import Reading
from tests.unit.test_published_forms import as_html

COVER = "鹤庆县水务局2024年部门预算公开\n"
INCOME = "表1 部门收支总体情况表\n编制单位：鹤庆县水务局　　单位：万元\n收入\t预算数\t支出\t预算数\n一般公共预算\t300\t农林水支出\t320\n"
HEADER = "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
ROWS = "2130301\t行政运行\t210\t210\t\n2130305\t水利工程建设\t110\t\t110\n合计\t\t320\t210\t110\n"
SPENDING = "表2 部门支出总体情况表\n" + HEADER + ROWS
ONE_SOURCE = "表3 一般公共预算支出情况表\n" + HEADER + ROWS.replace("320\t210\t110", "300\t210\t90")
FORM = (
    "项目支出绩效目标表\n（2024年度）\n项目名称\t五里坝水库除险加固\n主管部门\t鹤庆县水务局\n"
    "年度资金总额（万元）\t110\n其中：财政拨款\t110\n其他资金\t0\n年度目标\t加固水库1座。\n"
    "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t加固水库\t1座\n\t质量指标\t验收合格率\t100%\n"
)
EVALUATION = (
    "项目支出绩效自评表\n（2024年度）\n项目名称\t五里坝水库除险加固\n主管部门\t鹤庆县水务局\n"
    "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t加固水库\t1座\t1座\t50\t50\n"
    "\t质量指标\t验收合格率\t100%\t100%\t50\t50\n"
)
WHOLE = {"total": Decimal(320), "basic": Decimal(210), "project": Decimal(110)}


def page(*parts: str) -> Reading:
    text = "".join(parts)
    widest = max(line.count("\t") for line in text.splitlines())
    rows = [line + "\t" * (widest - line.count("\t")) if "\t" in line else line for line in text.splitlines()]
    return read(as_html("\n".join(rows)).encode(), "budget.html")


def test_the_table_of_all_spending_tells_the_money_of_the_department() -> None:
    found = page(COVER, INCOME, SPENDING, ONE_SOURCE, FORM)
    assert {row.item: row.amount_wan for row in found.department_budget} == WHOLE
    assert all(row.is_proved and row.form_seq == 1 for row in found.department_budget)
    assert [found.source.text[row.char_start : row.char_end] for row in found.department_budget] == [
        "320",
        "210",
        "110",
    ]
    assert [(row.project_name, row.annual_goal) for row in found.projects] == [("五里坝水库除险加固", "加固水库1座。")]
    assert [row.amount_wan for row in found.funding if row.amount_wan] == [110]
    assert len(found.indicators) == 2


def test_the_cover_names_whose_table_it_is() -> None:
    nobodys = INCOME.replace("编制单位：鹤庆县水务局　　", "")
    assert {row.item: row.amount_wan for row in page(COVER, nobodys, SPENDING, FORM).department_budget} == WHOLE
    assert not page(nobodys, SPENDING, FORM).department_budget


def test_money_of_projects_outside_their_forms_is_read_too() -> None:
    blank = FORM.replace("年度资金总额（万元）\t110\n其中：财政拨款\t110\n其他资金\t0\n", "")
    money = "表4 项目支出表\n项目名称\t金额（万元）\n五里坝水库除险加固\t110\n"
    found = page(COVER, INCOME, SPENDING, money, blank)
    assert [row.amount_wan for row in found.funding] == [110]
    assert {row.item: row.amount_wan for row in found.department_budget} == WHOLE


def test_what_an_evaluation_prints_was_spent() -> None:
    cover, table = COVER.replace("预算", "决算"), SPENDING.replace("总体情况表", "决算表")
    found = page(cover, INCOME.replace("预算数", "决算数"), table, EVALUATION)
    assert {row.item: (row.amount_wan, row.executed_wan) for row in found.department_budget} == {
        item: (None, amount) for item, amount in WHOLE.items()
    }


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((COVER, INCOME, ONE_SOURCE, FORM), id="money of one source"),
        pytest.param(
            (COVER, INCOME, SPENDING.replace("320\t210\t110", "330\t210\t110"), FORM), id="more than its parts"
        ),
        pytest.param((COVER, INCOME, SPENDING.replace("\t110\n合计", "\t110\n小计"), FORM), id="no row of the whole"),
        pytest.param((COVER, INCOME.replace("水务局", "水利工程站"), SPENDING, FORM), id="of a unit"),
        pytest.param((COVER.replace("2024", "2025"), INCOME, SPENDING, FORM), id="of another year"),
        pytest.param((COVER, INCOME, SPENDING.replace("表2 部门", "表2 2023年部门"), FORM), id="titled another year"),
        pytest.param((COVER, INCOME, SPENDING.replace("情况表", "决算表"), FORM), id="spent, beside a plan"),
        pytest.param((COVER, INCOME, SPENDING, EVALUATION), id="a budget beside an evaluation"),
        pytest.param((COVER, INCOME, SPENDING, FORM, FORM.replace("水务局", "林草局")), id="of several departments"),
    ],
)
def test_money_that_nothing_proves_is_none(parts: tuple[str, ...]) -> None:
    assert not page(*parts).department_budget
