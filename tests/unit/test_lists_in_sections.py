"""Lists whose last column holds goal and indicators in bracketed sections, and what their money is in; all invented."""

from decimal import Decimal

import pytest

from ingest.pipeline import read
from ingest.rows import Reading
from tests.unit.test_published_forms import as_html

ABOVE = "发布机构:铜陵市人民政府办公室\n铜陵市城市管理局2025年项目绩效目标和指标\n"
HEADER = "单位编码\t{label}\t年度预算安排\t项目内容、绩效目标\n"
CELL = (
    "【项目概况】:用于{name}。【总体目标】做好{name}【产出指标-数量指标】指标1:检查次数(≥3次)指标2:设备数量(≥20台(套))"
    "【产出指标-成本指标】指标1:成本(≤{cost})【满意度指标-服务对象满意度指标】指标1:群众满意度(≥90%)"
)


def row(name: str, amount: int, cost: str) -> str:
    return f"041001\t{name}\t{amount}\t{CELL.format(name=name, cost=cost)}\n"


def page(*, label: str = "单位名称(项目类别/支出项目)", first: str = "300000元", second: str = "1200000元") -> Reading:
    rows = (
        "\t铜陵市城市管理局\t9800000\t\n041001\t铜陵市城市管理局\t1500000\t\n"
        f"\t其他运转类\t300000\t\n{row('数据机房租赁', 300000, first)}"
        f"\t本级项目\t1200000\t\n{row('垃圾分类', 1000000, '80元/户')}{row('路灯维护', 200000, second)}"
    )
    return read(as_html(ABOVE + HEADER.format(label=label) + rows).encode(), "list.html")


@pytest.mark.parametrize("label", ["单位名称(项目类别/支出项目)", "单位名称（支出项目）", "单位（项目）名称"])
def test_projects_with_goals_and_indicators_in_sections(label: str) -> None:
    found = page(label=label)
    assert (found.document.department_name, found.document.budget_year) == ("铜陵市城市管理局", 2025)
    names = ["数据机房租赁", "垃圾分类", "路灯维护"]
    assert [(own.project_name, own.annual_goal) for own in found.projects] == [(name, f"做好{name}") for name in names]
    assert [(own.attribute, own.value) for own in found.attributes] == [("项目概况", f"用于{name}。") for name in names]
    assert [(own.category_code, own.indicator_name, own.annual_target) for own in found.indicators[:4]] == [
        (11, "检查次数", "≥3次"),
        (11, "设备数量", "≥20台(套)"),
        (14, "成本", "≤300000元"),
        (31, "群众满意度", "≥90%"),
    ]


def test_rows_of_departments_and_classes_are_no_projects() -> None:
    found = page()
    assert [(own.unit_name, own.unit_code) for own in found.units] == [("铜陵市城市管理局", "041001")]
    assert [(own.level, own.amount_wan) for own in found.totals if own.level != "project"] == [("unit", Decimal(150))]
    assert {(own.text, own.reason) for own in found.not_understood if own.line > 3} >= {
        ("300000", "the sum of a group of projects of one unit"),
        ("1200000", "the sum of a group of projects of one unit"),
    }


def test_targets_that_repeat_amounts_tell_their_unit() -> None:
    found = page(second="200000元")
    assert (found.document.money_unit, found.document.money_unit_basis) == ("元", "printed")
    assert [own.amount_wan for own in found.funding] == [30, 100, 20]
    assert not [own for own in found.issues if own.code == "money_unit_assumed"]


@pytest.mark.parametrize(
    ("first", "second"), [("300000万元", "200000元"), ("300000元/年", "20元"), ("1300000元", "20元")]
)
def test_targets_that_disagree_or_repeat_none_tell_nothing(first: str, second: str) -> None:
    found = page(first=first, second=second)
    assert (found.document.money_unit, found.document.money_unit_basis) == ("万元", "assumed")
    assert [own.code for own in found.issues if own.code == "money_unit_assumed"]


def test_who_publishes_a_page_is_no_department() -> None:
    form = (
        "发布机构：铜陵市人民政府办公室\n项目支出绩效目标表\n（2025年度）\n项目名称\t路灯维护\t主管部门\t铜陵市城市管理局\n"
        "项目资金（万元）\t年度资金总额\t10\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t维护路灯\t≥90盏\n"
    )
    found = read(as_html(form).encode(), "form.html")
    assert found.document.department_name == "铜陵市城市管理局"
    assert [own.unit_name for own in found.units] == ["铜陵市城市管理局"]
