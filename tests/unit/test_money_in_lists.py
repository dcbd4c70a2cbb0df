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


@pytest.mark.parametrize("level", ["市旗资金", "县（区）资金", "师市资金"])
def test_a_source_of_no_vocabulary_stands_between_known_ones_behind_the_total_of_its_year(level: str) -> None:
    header = f"周期资金总额,2023年安排,2024年预算数,其中：中央资金,自治区资金,{level},其他资金"
    found = _money(header, "300,100,120,40,30,35,15", "90,20,50,,10,40,", "60,0,60,,,60,")
    assert found == [{"fiscal": 105, "other": 15}, {"fiscal": 50}, {"fiscal": 60}]


def test_a_total_of_no_vocabulary_right_before_its_sources() -> None:
    found = _of_units(
        ",,合计,600000,600000,0,",
        "1,青岛市海洋局,海洋监测,350000,350000,0,监测4次。",
        "2,青岛市海洋局,海域监管,250000,250000,0,监管全覆盖。",
        total="金额合计",
    )
    assert found[1] == [("document", "", 60)]


def _of_units(*rows: str, total: str = "合计") -> tuple[list[tuple[str, str | None]], list[tuple[str, str, Decimal]]]:
    """The projects of a list with a column of units, each with its unit; and its totals: level, unit, amount."""
    head = [
        "2024年部门预算项目支出及绩效目标汇总表",
        "单位：元",
        f"序号,单位名称,项目名称,{total},一般公共预算拨款,其他资金,年度绩效目标",
    ]
    reading = read("\n".join([*head, *rows]).encode(), "list.csv")
    units = {own.unit_seq: own.unit_name for own in reading.units}
    totals = [own for own in reading.totals if own.measure == "total" and own.level != "project"]
    return (
        [(own.project_name, units[own.unit_seq]) for own in reading.projects],
        [(own.level, units.get(own.unit_seq or 0, ""), own.amount_wan) for own in totals],
    )


def test_a_sum_beside_the_name_of_a_unit_stands_above_its_projects() -> None:
    projects, totals = _of_units(
        ",,总计,600000,600000,,",
        ",青岛市海洋局本级,小计,350000,350000,,",
        "1,,海洋监测,150000,150000,,监测4次。",
        "2,,海域监管,200000,200000,,监管全覆盖。",
        ",青岛市海洋预报台,小计,250000,250000,,",
        "3,,观测站维护,250000,250000,,维护12个站。",
    )
    assert projects == [
        ("海洋监测", "青岛市海洋局本级"),
        ("海域监管", "青岛市海洋局本级"),
        ("观测站维护", "青岛市海洋预报台"),
    ]
    assert totals == [("document", "", 60), ("unit", "青岛市海洋局本级", 35), ("unit", "青岛市海洋预报台", 25)]


def test_a_sum_beside_the_name_of_a_unit_stands_below_its_projects() -> None:
    projects, totals = _of_units(
        "1,青岛市海洋局本级,海洋监测,150000,150000,,监测4次。",
        "2,青岛市海洋局本级,海域监管,200000,200000,,监管全覆盖。",
        ",青岛市海洋局本级,小计,350000,350000,,",
        "3,青岛市海洋预报台,观测站维护,250000,250000,,维护12个站。",
        ",青岛市海洋预报台,小计,250000,250000,,",
        ",,总计,600000,600000,,",
    )
    assert projects == [
        ("海洋监测", "青岛市海洋局本级"),
        ("海域监管", "青岛市海洋局本级"),
        ("观测站维护", "青岛市海洋预报台"),
    ]
    assert totals == [("unit", "青岛市海洋局本级", 35), ("unit", "青岛市海洋预报台", 25), ("document", "", 60)]


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
