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


def test_the_only_total_beside_sources_is_that_of_every_project_and_unit() -> None:
    rows = "\n".join(
        (
            "2025年部门预算项目支出绩效目标汇总表",
            "单位：万元",
            "序号,单位名称,项目名称,项目总额（万元）,财政拨款,其他资金,年度绩效目标,一级指标,二级指标,三级指标,年度指标值",
            ",合计,,315.00,280.00,30.00,,,,,",
            ",永春县水利局（本级）,,315.00,280.00,30.00,,,,,",
            "1,永春县水利局（本级）,水库除险加固,200.00,180.00,20.00,完成除险加固,产出指标,数量指标,加固水库,≥3座",
            "2,永春县水利局（本级）,河道清淤整治,120.00,100.00,10.00,完成清淤整治,产出指标,数量指标,清淤河道,≥9公里",
        )
    )
    printed = [(row.level, row.measure, row.amount_wan) for row in read(rows.encode(), "list.csv").totals]
    assert [row for row in printed if row[1] == "total"] == [
        ("document", "total", 315),
        ("unit", "total", 315),
        ("project", "total", 200),
        ("project", "total", 120),
    ]
