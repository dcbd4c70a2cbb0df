"""The form of a department above a list of its projects, under a heading that no vocabulary has; all invented."""

import pytest

from ingest.pipeline import read

FORM = (
    "部门整体绩效目标表\n（2024年度）\n部门名称：南县水利局\n年度履职目标\t保障防汛安全。\n"
    "年度主要任务\t任务名称\t主要内容\t预算金额（万元）\n\t水库维护\t维修水库\t60\n\t河道整治\t清淤\t40\n"
    "预算情况\t部门预算总额（万元）\t\t130\n\t基本支出\t\t30\n\t项目支出\t\t100\n"
    "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t维修水库\t≥12座\n效益指标\t履职效益\t受益人口\t≥3000人\n"
)
LIST = (
    "项目单位（项目名称）\t项目金额（万元）\t绩效目标\t产出指标\t\t效益指标\t\n\t\t\t三级指标\t指标值\t三级指标\t指标值\n"
    "水库维护经费\t60\t维修水库。\t维修小型水库\t≥12座\t受益村\t≥9个\n河道清淤经费\t40\t整治河道。\t清淤长度\t3公里\t受益人口\t≥500人\n"
)
HEADS = ["2024年预算项目绩效\n", "附后\n部门名称：南县水利局\n单位：万元\n", "部门名称：南县水利局\t单位：万元\n"]


@pytest.mark.parametrize("heading", HEADS)
def test_the_list_begins_at_what_heads_it(heading: str) -> None:
    reading = read(f"{FORM}{heading}{LIST}".encode(), "form.txt")
    assert [own.project_name for own in reading.projects] == ["水库维护经费", "河道清淤经费"]
    assert [own.indicator_name for own in reading.department_indicators] == ["维修水库", "受益人口"]
    assert [(own.task_name, int(own.amount_wan or 0)) for own in reading.department_tasks] == [
        ("水库维护", 60),
        ("河道整治", 40),
    ]
    assert {own.item: int(own.amount_wan or 0) for own in reading.department_budget} == {
        "total": 130,
        "basic": 30,
        "project": 100,
    }
    assert len(reading.indicators) == 4
