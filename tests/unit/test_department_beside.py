"""The money and the tasks of a department in tables of its report, above the form that prints none; all invented."""

from decimal import Decimal

import pytest

from ingest.pipeline import read
from ingest.rows import Reading
from tests.unit.test_published_forms import as_html

TITLE = "2022年度部门整体支出绩效评价自评报告\n部门（单位）名称：桑植县水利局\n评价机构：部门（单位）评价组\n"
WORK = "职能职责概述\t负责全县水资源管理。\n年度主要工作内容\t任务1：山塘清淤任务2：水费改革；任务3：防汛演练。\n"
INCOME = "年度收入情况（万元）\n机构名称\t收入合计\t其中：\t\n\t\t上年结转\t财政拨款\n县水利局\t905\t5\t900\n"
UNITS = (
    "年度支出和结余情况（万元）\n机构名称\t支出合计\t其中：\t\t\t当年结余\n\t\t基本支出\t其中：人员支出\t项目支出\t\n"
    "1、局机关\t600\t400\t310\t200\t3\n2、水管所\t300\t100\t80\t200\t2\n合计\t900\t500\t390\t400\t5\n"
)
SECTION = "三、部门整体支出绩效自评情况\n"
GRID = (
    "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
    "产出指标\t数量指标\t清淤山塘\t≥30口\t31口\t50\t50\n\t质量指标\t验收合格率\t100%\t98%\t40\t39\n"
    "满意度指标\t服务对象满意度指标\t农户满意度\t≥90%\t93%\t10\t10\n"
)
BY_ITEM = (
    "表1 部门预算执行情况（单位：元）\n项目\t年初预算\t调整后预算\t实际支出\t执行率\n"
    "基本支出\t4,000,000.00\t5,000,000.00\t5,000,000.00\t100%\n项目支出\t4,500,000.00\t4,500,000.00\t4,000,000.00\t88.89%\n"
    "合计\t8,500,000.00\t9,500,000.00\t9,000,000.00\t94.74%\n"
)


def page(*parts: str) -> Reading:
    text = "".join(parts)
    widest = max(line.count("\t") for line in text.splitlines())
    rows = [line + "\t" * (widest - line.count("\t")) if "\t" in line else line for line in text.splitlines()]
    return read(as_html("\n".join(rows)).encode(), "report.html")


def money(found: Reading) -> dict[str, tuple[Decimal | None, Decimal | None, Decimal | None]]:
    return {row.item: (row.initial_wan, row.amount_wan, row.executed_wan) for row in found.department_budget}


def test_what_the_units_spent_together_is_what_the_department_spent() -> None:
    found = page(TITLE, WORK, INCOME, UNITS, SECTION, GRID)
    assert money(found) == {"total": (None, None, 900), "basic": (None, None, 500), "project": (None, None, 400)}
    assert {row.item_printed for row in found.department_budget} == {"支出合计", "基本支出", "项目支出"}
    assert all(row.is_proved for row in found.department_budget)
    assert len(found.department_indicators) == 3
    assert {row.text for row in found.not_understood} >= {"390", "5"}
    assert found.source.text[slice(found.department_budget[1].char_start, found.department_budget[1].char_end)] == "500"


def test_the_row_of_the_only_unit() -> None:
    rows = UNITS.splitlines()
    only = "\n".join((*rows[:3], rows[3].replace("1、局机关", "局机关及二级机构汇总"))) + "\n"
    assert money(page(TITLE, only, SECTION, GRID))["total"] == (None, None, 600)


def test_a_row_an_item_below_columns_of_execution() -> None:
    found = page(TITLE, BY_ITEM, SECTION, GRID)
    assert money(found) == {"basic": (400, 500, 500), "project": (450, 450, 400), "total": (850, 950, 900)}
    assert [row.execution_rate for row in found.department_budget][:1] == [100]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((UNITS.replace("（万元）", ""),), id="no unit of money"),
        pytest.param((UNITS.replace("合计\t900", "市本级\t900"),), id="no row of the whole"),
        pytest.param((UNITS.replace("合计\t900", "合计\t800"),), id="less than its parts"),
        pytest.param((UNITS, UNITS.replace("合计\t900\t500", "合计\t910\t510")), id="two tables that differ"),
        pytest.param((INCOME,), id="income alone"),
    ],
)
def test_money_that_the_tables_do_not_tell(parts: tuple[str, ...]) -> None:
    found = page(TITLE, *parts, SECTION, GRID)
    assert not found.department_budget
    assert len(found.department_indicators) == 3


def test_tasks_that_a_row_of_the_report_numbers() -> None:
    found = page(TITLE, WORK, UNITS, SECTION, GRID)
    assert [row.task_name for row in found.department_tasks] == ["山塘清淤", "水费改革", "防汛演练"]
    other = page(TITLE, WORK.replace("年度主要工作内容", "备注"), SECTION, GRID)
    assert not other.department_tasks


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1.修渠3.5公里；2.防汛演练。3、水费改革", ["修渠3.5公里", "防汛演练", "水费改革"]),
        ("1.修渠；3.防汛演练", []),
        ("修渠；防汛演练", []),
    ],
)
def test_numbered_tasks_in_a_cell_of_the_form(text: str, names: list[str]) -> None:
    found = page("部门整体支出绩效自评表\n（2022年度）\n", "部门名称\t桑植县水利局\n", f"年度主要任务\t{text}\n", GRID)
    assert [row.task_name for row in found.department_tasks] == names
