"""Tasks of a department: numbered under their label, their sum as the department's money, their names; all invented."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading
from tests.unit.test_published_forms import as_html

HEAD = "部门整体绩效目标表\n（2025年度）\n部门名称\t\t临沂市城市管理局\n"
HEADER = "年度主要任务\t任务名称\t\t主要内容\t预算金额（万元）\t\t\n\t\t\t\t总额\t财政拨款\t其他资金\n"
TASKS = [
    ("环境卫生保洁", "清扫与清运", "12460.00", "12460.00", ""),
    ("垃圾焚烧处理", "支付服务费", "6235.50", "5435.50", "800.00"),
]
SUM = "\t{0}\t\t\t18695.50\t17895.50\t800.00\n"
REST = """年度总体目标\t机械化清扫率达到98%以上。
年度绩效指标\t一级指标\t二级指标\t三级指标\t\t指标值
\t产出指标\t数量指标\t清扫面积\t\t≥2860万平方米
\t满意度指标\t服务对象满意度指标\t市民满意度\t\t≥90%
"""
BUDGET = [("total", "18695.50"), ("fiscal", "17895.50"), ("other", "800.00")]


def form(numbers: tuple[str, str], *, whole: str = "金额合计", above: str = "") -> Reading:
    rows = "".join(f"\t{number}\t{chr(9).join(task)}\n" for number, task in zip(numbers, TASKS, strict=True))
    return read(as_html(HEAD + above + HEADER + rows + SUM.format(whole) + REST).encode(), "form.html")


def budget(found: Reading) -> list[tuple[str, str]]:
    return [(own.item, str(own.amount_wan)) for own in found.department_budget]


@pytest.mark.parametrize(
    "numbers", [("任务1", "任务2"), ("1", "2"), ("一、", "二、"), ("（1）", "（2）"), ("任务一", "任务二")]
)
def test_tasks_are_numbered_in_a_cell_of_their_own(numbers: tuple[str, str]) -> None:
    found = form(numbers)
    assert [(own.task_name, own.content, str(own.amount_wan), own.other_wan) for own in found.department_tasks] == [
        ("环境卫生保洁", "清扫与清运", "12460.00", None),
        ("垃圾焚烧处理", "支付服务费", "6235.50", 800),
    ]
    assert budget(found) == BUDGET
    assert [own.indicator_name for own in found.department_indicators] == ["清扫面积", "市民满意度"]
    assert not found.not_understood


def test_the_sum_of_tasks_is_no_budget_where_that_is_printed_itself_or_its_label_says_less() -> None:
    assert budget(form(("任务1", "任务2"), above="部门预算总额（万元）\t\t20000.00\n")) == [("total", "20000.00")]
    assert budget(form(("任务1", "任务2"), whole="小计")) == []


def test_sources_that_do_not_add_up_prove_no_budget_and_it_is_said() -> None:
    text = (
        HEAD
        + HEADER
        + "\t任务1\t"
        + "\t".join(TASKS[0])
        + "\n"
        + SUM.format("金额合计").replace("17895", "17995")
        + REST
    )
    found = read(as_html(text).encode(), "form.html")
    assert {row.is_proved for row in found.department_budget} == {False}
    assert "department_total_assumed" in {row.code for row in found.issues}


@pytest.mark.parametrize("label", ["对应项目", "所属项目", "支撑项目", "对应预算项目"])
def test_the_task_names_itself_beside_the_project_that_belongs_to_it(label: str) -> None:
    rows = f"年度主要任务\t任务内容\t\t{label}\t预算资金（万元）\n\t沙地治理\t\t治沙造林补助\t860\n\t森林防火\t\t防火物资经费\t265\n"
    found = read(as_html(HEAD + rows + REST).encode(), "form.html")
    assert [(own.task_name, own.content) for own in found.department_tasks] == [
        ("沙地治理", "治沙造林补助"),
        ("森林防火", "防火物资经费"),
    ]


def test_income_by_source_stands_beside_spending() -> None:
    rows = """部门预算收支情况（万元）\t收入预算\t\t支出预算\t
\t收入来源\t金额\t支出项目\t金额
\t一般公共预算拨款收入\t178652.34\t基本支出\t131402.94
\t政府性基金预算拨款收入\t6300.00\t其中：人员经费\t118266.10
\t财政专户管理资金收入\t5420.60\t公用经费\t13136.84
\t事业收入\t1880.00\t项目支出\t61500.00
\t其他收入\t650.00\t\t
收支总计\t收入合计\t192902.94\t支出合计\t192902.94
"""
    found = read(as_html(HEAD + rows + REST).encode(), "form.html")
    assert dict(budget(found)) == {
        "total": "192902.94",
        "fiscal": "184952.34",
        "special_account": "5420.60",
        "other": "2530.00",
        "basic": "131402.94",
        "project": "61500.00",
    }


def test_basic_spending_below_the_names_of_what_is_spent_on_is_a_task() -> None:
    text = (
        "部门整体支出绩效目标表\n（2024年度）\n部门（单位）名称\t靖西市水利局\n"
        "年度预算安排（万元）\t资金总额\t171.41\n\t项目支出\t60.8\n\t基本支出\t110.61\n"
        "年度履职目标\t部门职能\t年度目标任务\t支出项目名称\t预算金额（万元）\n"
        "\t供水\t保障供水\t供水管网维护\t60.8\n\t机构运行\t保障运转\t基本支出\t171.41\n"
        "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n\t产出指标\t数量指标\t供水管网\t≥12公里\n"
    )
    found = read(text.encode(), "form.txt")
    assert {row.item: str(row.amount_wan) for row in found.department_budget} == {
        "total": "171.41",
        "project": "60.8",
        "basic": "110.61",
    }
    assert [(row.task_name, str(row.amount_wan)) for row in found.department_tasks] == [
        ("供水管网维护", "60.8"),
        ("基本支出", "171.41"),
    ]
