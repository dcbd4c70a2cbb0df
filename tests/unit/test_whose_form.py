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


def published(publisher: str, *rows: str) -> tuple[str, str, list[str]]:
    goal = "年度目标\t养护林道，送戏下乡，抽检食品，安全事故为零，群众满意。"
    reading = read("\n".join((f"来源：{publisher}", *TITLE, *rows, goal, *GRID)).encode(), "form.txt")
    found = reading.document
    return found.department_name, found.department_basis, [unit.unit_name for unit in reading.units]


def test_a_department_printed_without_its_name_is_its_publisher() -> None:
    rows = ("项目名称\t送戏下乡\t主管部门\t文化部门",)
    assert published("泸县文化广电旅游局", *rows) == ("泸县文化广电旅游局", "outside", ["文化部门"])
    whole = ("项目名称\t送戏下乡\t主管部门\t泸县文化馆",)
    assert published("泸县文化广电旅游局", *whole)[:2] == ("泸县文化馆", "printed")


def test_a_body_below_the_one_above_it_fills_a_form_in_where_it_publishes_it() -> None:
    rows = ("项目名称\t食品抽检\t省级主管部门\t四川省市场监督管理局",)
    own = "安居区市场监督管理局"
    above = "四川省市场监督管理局"
    assert published(own, *rows) == (own, "outside", [above])
    for other in ("安居区财政局", "梅县区市场监督管理局", above):  # another office, another province, itself
        assert published(other, *rows) == (above, "printed", [above])
    acting = (*rows, "实施单位\t四川省食品检验研究院")
    assert published(own, *acting)[:2] == (above, "printed")


def test_a_department_of_a_district_is_of_the_only_one_that_its_text_speaks_of() -> None:
    rows = ("项目名称\t绿化美化\t主管部门\t区林业局", "立项依据\t荣昌区林地保护规划")
    found = form(*rows, "实施地点\t荣昌区古昌镇").document
    assert (found.place_code, found.place_basis) == ("500153", "inferred")
    for other in ((), ("实施地点\t永川区",), ("实施地点\t重点林区",)):
        with pytest.raises(DocumentRejected) as refused:
            form(*rows, *other)
        assert refused.value.code == "city_unknown"


def test_the_body_of_the_city_above_its_counties_is_the_department() -> None:
    bodies = ("梅州市林业局", "大埔县林业局", "丰顺县林业局")
    forms = [
        line
        for body in bodies
        for line in ("项目支出绩效目标表", "（2024年度）", f"项目名称\t苗圃灌溉改造\t主管部门\t{body}", *GRID)
    ]
    document = form(*forms).document
    assert (document.department_name, document.department_basis) == ("梅州市林业局", "printed")


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("武汉市青山区水务局", "青山区水务局", "武汉市青山区水务局"),
        ("青山区水务局", "武汉市青山区水务局", "武汉市青山区水务局"),
        ("湖北省武汉市青山区水务局", "武汉市青山区水务局", "湖北省武汉市青山区水务局"),
    ],
)
def test_a_department_with_and_without_its_city_is_one(first: str, second: str, whole: str) -> None:
    below = ("项目支出绩效目标表", f"项目名称\t修渠\t主管部门\t{second}", "实施单位\t化工区学校")
    document = form(f"项目名称\t林道养护\t主管部门\t{first}", *GRID, *below).document
    assert (document.department_name, document.department_basis) == (whole, "printed")


def test_departments_of_two_places_with_one_name_are_two() -> None:
    below = ("项目支出绩效目标表", "项目名称\t修渠\t主管部门\t武汉市水务局")
    document = form("项目名称\t林道养护\t主管部门\t武汉市青山区水务局", *GRID, *below).document
    assert document.department_name != "武汉市青山区水务局"


def test_a_body_that_the_template_names_in_general_is_nobody() -> None:
    rows = ("项目名称\t林道养护", "市级主管部门\t梅州市林业局\t县级主管部门\t县（市、区）林业部门")
    assert whose(*rows)[0] == "梅州市林业局"
    assert {row.attribute: row.value for row in form(*rows).attributes} == {"县级主管部门": "县（市、区）林业部门"}
