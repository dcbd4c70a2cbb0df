"""Money of projects in a table of its own, beside forms of targets that print none."""

from decimal import Decimal

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

TARGETS = (
    "<p>预算05-2表</p><p>部门项目支出绩效目标表</p><p>单位名称：祥云县水务局</p>",
    "单位名称、项目名称\t项目年度绩效目标\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位",
    "祥云县水务局\t\t\t\t\t\t\t",
    "水库运行维护\t保障12座水库运行。\t产出指标\t数量指标\t维护水库\t＝\t12\t座",
    "\t\t满意度指标\t服务对象满意度指标\t群众满意度\t≥\t90\t%",
    "河道管护\t管护河道210公里。\t产出指标\t数量指标\t管护河道\t≥\t210\t公里",
)
MONEY = (
    "<p>预算05-1表</p><p>部门项目支出预算表</p><p>单位：元</p>",
    "项目分类\t项目名称\t合计\t本年拨款\t",
    "\t\t\t一般公共预算\t单位资金",
    "事业发展类\t水库运行维护\t860,000.00\t700,000.00\t160,000.00",
    "专项业务类\t河道管护\t1,240,000.00\t1,240,000.00\t",
    "合计\t\t2,100,000.00\t1,940,000.00\t160,000.00",
)


def page(*rows: str) -> Reading:
    """A page of these paragraphs and tables, a row with tabs being one of a table."""
    parts = []
    for row in rows:
        cells = "".join(f"<td>{cell}</td>" for cell in row.split("\t"))
        parts.append(f"<table><tr>{cells}</tr></table>" if "\t" in row else row)
    body = "".join(parts).replace("</table><table>", "")
    return read(f"<html><body><p>祥云县水务局2024年部门预算</p>{body}</body></html>".encode(), "budget.html")


def money(found: Reading) -> list[tuple[str, str, Decimal, bool | None]]:
    names = {row.project_seq: row.project_name for row in found.projects}
    return [(names[row.project_seq], row.funding_source_code, row.amount_wan, row.is_proved) for row in found.funding]


def test_the_money_of_a_project_is_that_of_its_name_in_the_table_of_money() -> None:
    found = page(*MONEY, *TARGETS)
    assert money(found) == [
        ("水库运行维护", "fiscal", 70, True),
        ("水库运行维护", "other", 16, True),
        ("河道管护", "fiscal", 124, True),
    ]
    assert [(row.level, row.amount_wan) for row in found.totals] == [("project", 86), ("project", 124)]
    assert found.source.text[slice(found.funding[2].char_start, found.funding[2].char_end)] == "1,240,000.00"
    assert ("项目分类", "事业发展类") in [(row.attribute, row.value) for row in found.attributes]
    assert [row.indicator_name for row in found.indicators] == ["维护水库", "群众满意度", "管护河道"]


def test_a_table_behind_the_targets_tells_the_same() -> None:
    assert money(page(*TARGETS, *MONEY)) == money(page(*MONEY, *TARGETS))


def test_rows_of_subjects_below_the_sum_of_a_project() -> None:
    rows = ("\t河道管护\t1,000,000.00\t1,000,000.00\t", "\t河道管护\t240,000.00\t240,000.00\t")
    assert money(page(*MONEY[:5], *rows, *TARGETS))[-1] == ("河道管护", "fiscal", 124, True)


def test_amounts_that_differ_are_of_nobody() -> None:
    again = [row.replace("1,240,000.00", "1,250,000.00") for row in MONEY]
    assert [name for name, *_ in money(page(*MONEY, *again, *TARGETS))] == ["水库运行维护", "水库运行维护"]


def test_a_table_of_purchases_tells_no_money_of_a_project() -> None:
    bought = [row.replace("部门项目支出预算表", "部门政府采购预算表（项目支出）") for row in MONEY]
    assert money(page(*bought, *TARGETS)) == []


def test_a_table_without_its_unit_of_money_tells_none() -> None:
    assert money(page(*(row.replace("<p>单位：元</p>", "") for row in MONEY), *TARGETS)) == []


def test_forms_that_print_their_money_need_no_table() -> None:
    form = (
        "<p>项目支出绩效目标表</p><p>（2024年度）</p>", "项目名称\t河道管护", "实施单位\t祥云县水务局",
        "年度资金总额（万元）\t100", "年度目标\t管护河道210公里。", "一级指标\t二级指标\t三级指标\t指标值",
        "产出指标\t数量指标\t管护河道\t≥210公里",
    )  # fmt: skip
    found = page(*MONEY, *form)
    assert money(found) == [("河道管护", "fiscal", 100, False)]
    assert [row.heading for row in found.outside_tables] == ["部门项目支出预算表"]


LIST = (
    "<p>2024年项目支出绩效目标清单</p><p>单位：万元</p>",
    "序号\t项目名称\t实施单位\t预算安排\t绩效目标",
    "1\t河道管护\t祥云县水务局\t100\t管护河道210公里。",
    "2\t水库运行维护\t祥云县水务局\t86\t保障12座水库运行。",
)
FORM = (
    "<p>项目支出绩效目标表</p><p>（2024年度）</p>",
    "项目名称\t{}",
    "实施单位\t祥云县水务局",
    "年度资金总额（万元）\t100",
    "年度目标\t管护河道210公里。",
    "一级指标\t二级指标\t三级指标\t指标值",
    "产出指标\t数量指标\t管护河道\t≥210公里",
)


def test_a_list_beside_forms_tells_of_the_projects_without_a_form() -> None:
    found = page(*LIST, *(row.format("河道管护") for row in FORM))
    assert money(found) == [("水库运行维护", "fiscal", 86, False), ("河道管护", "fiscal", 100, False)]


def test_a_list_that_calls_a_project_otherwise_is_not_added_to_its_form() -> None:
    found = page(*LIST, *(row.format("河道管护项目") for row in FORM))
    assert money(found) == [("河道管护项目", "fiscal", 100, False)]


def test_money_of_transfers_and_the_year_behind_the_department() -> None:
    transfers = (
        "<p>区对下转移支付预算表</p><p>单位名称：祥云县水务局（2024年）</p><p>单位：元</p>",
        "单位名称（项目）\t本年拨款\t\t地区\t",
        "\t合计\t一般公共预算\t甲镇\t乙镇",
        "祥云县水务局\t2,100,000.00\t2,100,000.00\t1,100,000.00\t1,000,000.00",
        "水库运行维护\t860,000.00\t860,000.00\t430,000.00\t430,000.00",
        "河道管护\t1,240,000.00\t1,240,000.00\t670,000.00\t570,000.00",
    )
    found = page(*transfers, TARGETS[0].replace("祥云县水务局", "祥云县水务局（2024年）"), *TARGETS[1:])
    assert money(found) == [("水库运行维护", "fiscal", 86, True), ("河道管护", "fiscal", 124, True)]
    assert found.document.department_name == "祥云县水务局"


def test_a_year_in_brackets_behind_the_department_is_printed() -> None:
    rows = [row.replace("祥云县水务局</p>", "祥云县水务局（2023年度）</p>") for row in TARGETS]
    cells = ["".join(f"<td>{cell}</td>" for cell in row.split("\t")) for row in rows[1:]]
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    found = read(f"<html><body>{rows[0]}<table>{table}</table></body></html>".encode(), "targets.html")
    assert (found.document.department_name, found.document.budget_year) == ("祥云县水务局", 2023)
    assert found.document.year_basis == "printed"


TARGETS_LISTED = (
    "<p>2024年项目绩效指标表</p>",
    "序号\t项目名称\t一级指标\t二级指标\t三级指标\t指标值",
    "1\t高龄津贴\t产出指标\t数量指标\t发放人数\t≥1500人",
    "\t\t\t质量指标\t发放准确率\t100%",
    "2\t社区建设\t产出指标\t数量指标\t建设社区\t≥5个",
    "\t\t\t质量指标\t验收合格率\t100%",
)
BUDGET = (
    "<p>2024年项目预算表</p><p>单位：万元</p><p>部门：龙沙区民政局</p>",
    "序号\t项目名称\t合计\t财政拨款\t其他资金",
    "1\t高龄津贴\t180\t180\t0",
    "2\t社区建设\t95\t75\t20",
)


def test_projects_of_a_list_without_a_body_are_the_department_s_and_no_units_themselves() -> None:
    found = page(*TARGETS_LISTED)
    assert [(row.unit_seq, row.unit_name, row.is_printed) for row in found.units] == [(1, "祥云县水务局", False)]
    assert [(row.unit_seq, row.project_name) for row in found.projects] == [(1, "高龄津贴"), (1, "社区建设")]


def test_money_of_a_list_of_budgets_is_that_of_the_projects_of_another_list() -> None:
    found = page(*BUDGET, *TARGETS_LISTED)
    assert [row.unit_name for row in found.units] == [found.document.department_name]
    assert money(found) == [
        ("高龄津贴", "fiscal", 180, True),
        ("高龄津贴", "other", 0, True),
        ("社区建设", "fiscal", 75, True),
        ("社区建设", "other", 20, True),
    ]


@pytest.mark.parametrize("own", ["本级财力安排", "市级财力", "县级财政安排", "区本级资金"])
def test_the_whole_of_a_project_is_the_sum_of_levels_of_which_one_gives_nothing(own: str) -> None:
    head = f"项目分类\t项目名称\t合计\t{own}\t上级补助"
    rows = ("事业发展类\t水库运行维护\t860,000\t860,000\t0", "专项业务类\t河道管护\t1,240,000\t240,000\t1,000,000")
    found = page(MONEY[0], head, *rows, *TARGETS)
    assert money(found) == [("水库运行维护", "fiscal", 86, True), ("河道管护", "fiscal", 124, True)]
