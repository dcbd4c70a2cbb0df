"""Columns of money in lists of projects with their targets: of several years, of the whole project, of a unit's income."""

from decimal import Decimal

import pytest

from ingest.pipeline import read

_NAMES = ("农村饮水工程维护", "水土保持监测", "河道清淤整治")


def _money(header: str, *amounts: str) -> list[dict[str, Decimal]]:
    """What the sources give each project of a list with such columns of money."""
    lines = [
        "2024年项目支出绩效目标表",
        "单位：万元",
        f"单位名称,项目名称,{header},年度绩效目标,一级指标,二级指标,三级指标,指标值",
    ]
    for name, own in zip(_NAMES, amounts, strict=True):
        lines.append(f"宁德市水利局,{name},{own},完成{name},产出指标,数量指标,{name}处数,≥3处")
    reading = read("\n".join(lines).encode(), "list.csv")
    assert tuple(project.project_name for project in reading.projects) == _NAMES
    return [
        {row.funding_source_code: row.amount_wan for row in reading.funding if row.project_seq == project.project_seq}
        for project in reading.projects
    ]


def test_a_project_without_money_in_the_earlier_year_has_that_of_its_own() -> None:
    found = _money("2023年预算数,2024年预算数,增减", "110,120,10", "55,50,-5", ",60,60")
    assert found == [{"fiscal": 120}, {"fiscal": 50}, {"fiscal": 60}]


@pytest.mark.parametrize("plan", ["2024年计划", "2024年资金安排", "2024年预算"])
def test_the_whole_investment_is_not_that_of_the_year_beside_it(plan: str) -> None:
    found = _money(f"总投资,已完成投资,{plan}", "300,100,120", "90,20,50", "60,0,60")
    assert found == [{"fiscal": 120}, {"fiscal": 50}, {"fiscal": 60}]


def test_what_a_unit_gets_from_the_one_above_it_is_its_own_income() -> None:
    header = "合计,财政拨款,事业收入,上级补助收入,附属单位上缴收入"
    found = _money(header, "118,100,10,5,3", "50,40,10,,", "60,60,,,")
    assert found == [{"fiscal": 100, "other": 18}, {"fiscal": 40, "other": 10}, {"fiscal": 60}]


def test_the_money_of_one_of_several_years_is_that_right_before_its_sources() -> None:
    text = (
        "准格尔旗住房和城乡建设局2026年部门预算项目支出绩效目标汇总表\n单位：元\n"
        "预算单位\t项目名称\t周期资金总额\t2024年安排\t2025年安排\t2026年预算数\t其中：中央资金\t自治区资金\t市旗资金\t其他资金"
        "\t绩效目标\t一级指标\t二级指标\t三级指标\t指标值\n"
        "准格尔旗住房和城乡建设局\t老旧小区改造\t36500000\t12000000\t13500000\t11000000\t4200000\t2600000\t3500000\t700000"
        "\t改造小区8个\t产出指标\t数量指标\t改造小区\t8个\n"
        "\t\t\t\t\t\t\t\t\t\t\t满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\n"
    )
    found = read(text.encode(), "list.txt")
    assert [(own.funding_source_code, own.amount_wan, own.is_proved) for own in found.funding] == [
        ("fiscal", 1030, True),
        ("other", 70, True),
    ]
    assert [own.amount_wan for own in found.totals if own.level == "project"] == [1100]
