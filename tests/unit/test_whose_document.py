"""Whose a document is: names without codes, seals and what they comprise, and the department above the units; invented."""

import pytest

from ingest.grammar.codes import split_code_of_body
from ingest.pipeline import read
from ingest.rows import Reading
from ingest.source.printed import Printed

GRID = "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t维修桥梁\t≥5座\n效益指标\t社会效益指标\t受益人口\t≥3000人\n"
PLAN = "项目支出绩效目标表\n（2023年度）\n"
MONEY = "年度资金总额（万元）\t90\n"


def _read(text: str, name: str = "form.txt") -> Reading:
    return read(text.encode(), name)


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("三明市交通局", ""),
        ("064三明市交通局-350400000", "064"),
        ("三明市交通局-350400000", "350400000"),
        ("（盖章）三明市交通局", ""),
        ("（公章） [101001]三明市交通局", "101001"),
        ("三明市交通局（本级及所属预算单位19个）", ""),
        ("101001-三明市交通局（含下属单位）", "101001"),
    ],
)
def test_a_name_of_a_body_holds_nothing_beside_it(printed: str, code: str) -> None:
    found = split_code_of_body(Printed(printed, range(len(printed))))
    assert (found.name.text, found.code.text) == ("三明市交通局", code)
    assert "".join(part.text for part in found.others).count("三明") == 0


@pytest.mark.parametrize("label", ["上报填制单位", "填制部门", "上报填制单位（盖章）"])
@pytest.mark.parametrize("name", ["三明市交通局", "101001-三明市交通局"])
def test_a_body_above_under_a_label_of_no_vocabulary_is_the_department_of_the_unit_below(label: str, name: str) -> None:
    found = _read(f"{PLAN}{label}：{name}\n项目名称\t桥梁维修\n实施单位\t三明市公路站\n{MONEY}{GRID}")
    assert found.document.department_name == "三明市交通局"
    assert [own.unit_name for own in found.units] == ["三明市公路站"]


def test_it_is_none_where_the_form_names_one() -> None:
    rows = "项目名称\t桥梁维修\n主管部门\t三明市交通局\n实施单位\t三明市公路站\n"
    assert _read(f"{PLAN}上报填制单位：三明市财政局\n{rows}{MONEY}{GRID}").document.department_name == "三明市交通局"


@pytest.mark.parametrize("title", ["部门整体绩效目标", "第一部分 部门整体绩效目标", "部门（单位）整体支出绩效目标"])
def test_goals_of_a_department_above_the_forms_of_its_units_are_of_who_publishes_them(title: str) -> None:
    text = f"三明市交通局2023年部门预算绩效文本\n{title}\n一、总体绩效目标：完成道路养护任务，保障畅通。\n"
    found = _read(f"{text}{PLAN}项目名称\t桥梁维修\n实施单位\t三明市公路站\n{MONEY}{GRID}")
    assert (found.document.department_name, found.document.department_basis) == ("三明市交通局", "outside")
    assert [own.annual_goal for own in found.department_goals] == ["完成道路养护任务，保障畅通。"]


@pytest.mark.parametrize("title", ["部门整体绩效目标", "2023年部门整体绩效目标"])
def test_a_department_named_beside_the_title_of_its_form_is_known(title: str) -> None:
    rows = "\t资金总额（万元）\t900\n\t基本支出\t600\n\t项目支出\t300\n\t年度目标\t完成道路养护任务。\n"
    found = _read(f"2023年预算绩效表\n{title}\t部门名称\t三明市交通局\n{rows}{GRID}")
    assert found.document.department_name == "三明市交通局" and not found.projects
    assert {own.item for own in found.department_budget} == {"total", "basic", "project"}


def test_what_a_note_says_of_a_label_is_no_project() -> None:
    notes = "填报要求\n1.专项（项目）名称：填写规范名称。\n"
    found = _read(f"{PLAN}项目名称\t桥梁维修\n主管部门\t三明市交通局\n{MONEY}{GRID}{notes}")
    assert [own.project_name for own in found.projects] == ["桥梁维修"]


@pytest.mark.parametrize("word", ["编码", "代码", "编号"])
@pytest.mark.parametrize("whose", ["主管部门", "预算部门", "部门", "预算单位"])
def test_the_label_of_a_code_and_its_value_are_no_names(whose: str, word: str) -> None:
    rows = f"项目名称\t桥梁维修\t{whose}{word}\t101001\n主管部门\t三明市交通局\t实施单位\t三明市公路站\n"
    for text in (f"{PLAN}{rows}", f"{PLAN}{whose}{word}：101001\n{rows}"):
        found = _read(f"{text}{MONEY}{GRID}")
        assert found.document.department_name == "三明市交通局"
        assert [own.unit_name for own in found.units] == ["三明市公路站"]
        assert [own.project_name for own in found.projects] == ["桥梁维修"]
