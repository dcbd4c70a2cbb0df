"""Rows of years and sources of money: that of the form's year is its money, what all years have is the project's."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

TOP = ("2026年项目支出绩效目标表", "项目名称\t乡村道路提升", "主管部门\t寿宁县交通运输局")
GRID = (
    "年度目标\t提升道路18公里。",
    "一级指标\t二级指标\t三级指标\t指标值",
    "产出指标\t数量指标\t提升里程\t18公里",
    "满意度指标\t服务对象满意度指标\t群众满意度\t≥90%",
)
BESIDE = (
    "财政拨款（万元）\t2025年\t120",
    "\t2026年\t180",
    "\t2027年\t100",
    "自筹资金（万元）\t2025年\t20",
    "\t2026年\t30",
    "\t2027年\t10",
)
BELOW = (
    "资金情况（万元）\t资金总额\t\t900",
    "\t其中：财政拨款\t\t650",
    "\t\t2025年\t200",
    "\t\t2026年\t300",
    "\t\t2027年\t150",
    "\t自筹资金\t\t250",
    "\t\t2026年\t100",
    "\t\t2027年\t150",
)


def form(*rows: str, title: str = TOP[0]) -> Reading:
    return read("\n".join((title, *TOP[1:], *rows, *GRID)).encode(), "years.txt")


def money(found: Reading) -> list[tuple[str, int, int | None, bool]]:
    return [
        (
            row.funding_source_code,
            int(row.amount_wan),
            row.midterm_amount_wan and int(row.midterm_amount_wan),
            row.is_proved,
        )
        for row in found.funding
    ]


def others(found: Reading) -> list[tuple[str, str]]:
    return [(row.attribute, row.value) for row in found.attributes]


def test_years_beside_a_source_without_an_amount_of_its_own() -> None:
    found = form(*BESIDE)
    assert money(found) == [("fiscal", 180, None, False), ("other", 30, None, False)]
    assert others(found) == [
        ("财政拨款（万元） 2025年", "120"),
        ("财政拨款（万元） 2027年", "100"),
        ("自筹资金（万元） 2025年", "20"),
        ("自筹资金（万元） 2027年", "10"),
    ]
    assert not (found.not_understood or found.issues)


def test_years_below_a_source_are_parts_of_what_it_has_in_all() -> None:
    found = form(*BELOW)
    assert money(found) == [("fiscal", 300, 650, False), ("other", 100, 250, False)]
    assert {*others(found)} == {
        ("其中：财政拨款 2025年", "200"),
        ("其中：财政拨款 2027年", "150"),
        ("自筹资金 2027年", "150"),
        ("资金总额", "900"),
    }


@pytest.mark.parametrize("rows", [BESIDE, BELOW])
def test_where_no_row_is_of_the_form_s_year_none_is_its_money(rows: tuple[str, ...]) -> None:
    found = form(*rows, title="2028年项目支出绩效目标表")
    assert not found.funding
    amounts = {own for row in rows for own in row.split("\t") if own.isdigit()}
    assert amounts <= {row.value for row in found.attributes}
    assert [row.message for row in found.issues] == ["no amount is named that of the budget year"]


def test_amounts_above_years_that_no_total_adds_up_are_kept_and_are_not_the_year_s() -> None:
    found = form(BELOW[0].replace("900", "880"), *BELOW[1:])
    assert [own[:2] for own in money(found)] == [("fiscal", 300), ("other", 100)]
    assert {("资金总额", "880"), ("其中：财政拨款", "650"), ("自筹资金", "250")} <= {*others(found)}


def test_a_total_of_the_year_beside_years_of_sources_stands() -> None:
    found = form("年度资金总额（万元）\t\t210", *BESIDE)
    assert [own[:2] for own in money(found)] == [("fiscal", 180), ("other", 30)]
    assert [int(row.amount_wan) for row in found.totals] == [210]


def test_a_row_of_all_years_below_those_of_each_is_of_the_whole_project() -> None:
    found = form(
        "项目资金（万元）\t年度\t资金总额\t财政拨款\t自筹资金",
        "\t2025年\t140\t120\t20",
        "\t2026年\t210\t180\t30",
        "\t2025-2026年\t350\t300\t50",
    )
    assert money(found) == [("fiscal", 180, 300, True), ("other", 30, 50, True)]
    assert ("2025年 财政拨款", "120") in others(found)
