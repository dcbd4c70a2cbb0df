"""Whose a form is where it names several bodies: who fills it in, who acts, whose unit that is, and what stays open."""

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.rows import Reading

TITLE = ("项目支出绩效目标表", "（2024年度）")
GRID = ("一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t养护里程\t≥8公里", "\t质量指标\t合格率\t≥95%")


def form(*rows: str) -> Reading:
    return read("\n".join((*TITLE, *rows, *GRID)).encode(), "form.txt")


def whose(*rows: str) -> tuple[str, list[str]]:
    reading = form(*rows)
    return reading.document.department_name, [unit.unit_name for unit in reading.units]


def test_the_body_that_fills_in_is_no_unit_beside_one_that_acts() -> None:
    rows = ("填报单位：梅州市林业局", "项目名称\t林道养护\t主管部门\t梅州市林业局", "实施单位\t梅州市林业科学研究所")
    assert whose(*rows) == ("梅州市林业局", ["梅州市林业科学研究所"])
    assert {row.attribute: row.value for row in form(*rows).attributes} == {"填报单位": "梅州市林业局"}


def test_the_body_that_fills_in_is_the_department_where_none_is_named() -> None:
    rows = ("填报单位：梅州市林业局", "项目名称\t林道养护\t实施单位\t梅州市林业科学研究所")
    assert whose(*rows) == ("梅州市林业局", ["梅州市林业科学研究所"])


def test_a_body_by_which_the_unit_s_name_begins_is_its_department() -> None:
    rows = ("项目名称\t林道养护\t项目牵引机关\t梅州市林业局", "实施单位\t梅州市林业局信息中心")
    assert whose(*rows) == ("梅州市林业局", ["梅州市林业局信息中心"])


def test_units_of_one_place_stand_together_where_no_department_is_printed() -> None:
    second = ("项目支出绩效目标表", "项目名称\t育苗\t实施单位\t梅州市种苗站")
    document = form("项目名称\t林道养护\t实施单位\t梅州市防火站", *GRID, *second).document
    assert (document.department_name, document.department_basis) == ("梅州市多个部门", "several")
    elsewhere = ("项目支出绩效目标表", "项目名称\t育苗\t实施单位\t茂名市种苗站")
    with pytest.raises(DocumentRejected, match="several bodies are printed, of no one place"):
        form("项目名称\t林道养护\t实施单位\t梅州市防火站", *GRID, *elsewhere)


def test_forms_of_several_departments_keep_each_its_own() -> None:
    second = ("项目支出绩效目标表", "项目名称\t修渠\t主管部门\t梅州市水务局", "实施单位\t梅州市灌区中心")
    reading = form("项目名称\t林道养护\t主管部门\t梅州市林业局", *GRID, *second)
    assert (reading.document.department_name, reading.document.department_basis) == ("梅州市多个部门", "several")
    assert [row.value for row in reading.attributes if row.attribute == "主管部门"] == ["梅州市林业局", "梅州市水务局"]
    assert [unit.unit_name for unit in reading.units] == ["梅州市林业局", "梅州市灌区中心"]


def test_the_department_itself_among_its_forms_is_no_other() -> None:
    second = ("项目支出绩效目标表", "项目名称\t修渠\t主管部门\t梅州市林业局（本级）")
    assert form("项目名称\t林道养护\t主管部门\t梅州市林业局", *GRID, *second).document.department_name == "梅州市林业局"


def test_a_form_that_is_not_filled_in_is_refused_with_its_reason() -> None:
    with pytest.raises(DocumentRejected, match="the form is not filled in"):
        form("项目名称", "主管部门\t梅州市林业局")


def test_a_form_that_names_no_project_and_the_whole_department_is_of_it() -> None:
    money = (
        "资金情况（万元）\t年初预算\t执行数",
        "部门整体支出\t100\t90",
        "其中：基本支出\t60\t55",
        "项目支出\t40\t35",
    )
    title = ("绩效自评表", "（2024年度）", "部门名称\t梅州市林业局")
    reading = read("\n".join((*title, *money, *GRID)).encode(), "form.txt")
    assert (len(reading.department_goals), reading.projects) == (1, ())
    assert {(row.item, row.amount_wan) for row in reading.department_budget} >= {("basic", 60), ("project", 40)}
    named = read("\n".join((*title, "项目名称\t林道养护", *money, *GRID)).encode(), "form.txt")
    assert (named.department_goals, [row.project_name for row in named.projects]) == ((), ["林道养护"])


LIST = (
    "单位\t项目名称\t金额（万元）\t一级指标\t二级指标\t三级指标\t指标值",
    "梅州市防火站\t林道养护\t10\t产出指标\t数量指标\t养护里程\t≥8公里",
    "\t\t\t满意度指标\t服务对象满意度指标\t林农满意度\t≥90%",
)


@pytest.mark.parametrize(
    ("title", "whose"),
    [
        ("梅州市林业局2024年项目支出绩效目标表", "梅州市林业局"),
        ("2024年项目支出绩效目标表", "梅州市防火站"),
        ("梅州市林业站2024年项目支出绩效目标表", "梅州市防火站"),
    ],
)
def test_the_department_in_the_title_of_a_list_is_above_its_units(title: str, whose: str) -> None:
    assert read("\n".join((title, *LIST)).encode(), "list.txt").document.department_name == whose


def test_a_title_names_no_department_above_another() -> None:
    rows = [row.replace("梅州市防火站", "梅州市水务局") for row in LIST]
    found = read("\n".join(("梅州市财政局2024年项目支出绩效目标表", *rows)).encode(), "list.txt")
    assert found.document.department_name == "梅州市水务局"
