"""A form of a township whose place only the body of a village names, and whose year only its project; all invented."""

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read

FORM = (
    "项目支出绩效目标申报表\n项目名称\t{}\n主管部门\t洋溪镇政府\n实施单位\t{}\n年度资金总额\t10万元\n年度目标\t修建村道2公里。\n"
    "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t修建村道\t2公里\n效益指标\t社会效益指标\t受益人口\t≥300人\n"
)
UNIT, PROJECT = "三元区洋溪村股份经济合作社", "2018年扶贫基础设施"


@pytest.mark.parametrize(
    "unit", [UNIT, "[610001]三元区洋溪村经济合作社", "三元区洋溪社区股份经济合作社", "三元区清源农业专业合作社"]
)
def test_what_a_village_holds_in_common_is_of_its_place(unit: str) -> None:
    assert read(FORM.format(PROJECT, unit).encode(), "form.txt").document.city_code == "350400"


def test_a_company_may_be_from_elsewhere() -> None:
    with pytest.raises(DocumentRejected, match="no city"):
        read(FORM.format(PROJECT, "三元区洋溪农业公司").encode(), "form.txt")


def test_the_only_year_begins_the_names_of_all_projects() -> None:
    found = read(FORM.format(PROJECT, UNIT).encode(), "form.txt").document
    assert (found.budget_year, found.year_basis) == (2018, "inferred")


@pytest.mark.parametrize("project", ["扶贫基础设施（2018年续建）", "2018年—2020年续建村道", "2018年村道（2019年续建）"])
def test_a_year_that_another_is_printed_beside_or_that_stands_elsewhere_tells_nothing(project: str) -> None:
    with pytest.raises(DocumentRejected, match="year"):
        read(FORM.format(project, UNIT).encode(), "form.txt")
