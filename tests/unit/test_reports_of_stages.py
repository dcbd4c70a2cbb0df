"""Reports of evaluations that score 决策 and 过程 without targets, with the department and the name in prose."""

import pytest

from tests.unit.test_reports import page

GRID = (
    "一级指标\t二级指标\t三级指标\t指标解释\t目标值\t实际值\t分值\t得分",
    "决策（20分）\t项目立项\t立项依据充分性\t是否符合政策。\t\t\t10\t10",
    "\t绩效目标\t绩效目标合理性\t是否合理。\t\t\t10\t8",
    "过程（20分）\t资金管理\t预算执行率\t支出与到位之比。\t\t\t20\t17",
    "产出（30分）\t产出数量\t改造小区个数\t计划24个。\t24个\t24个\t30\t30",
    "效益（30分）\t社会效益\t受益户数\t目标9800户。\t≥9800户\t10126户\t30\t30",
    "合计\t\t\t\t\t\t100\t95",
)
TITLE = ("江山市2023年度城镇老旧小区改造", "专项资金绩效评价报告", "委托单位：江山市财政局")
ACTS = "评价组对江山市住房和城乡建设局主管的专项资金开展评价。"


def test_criteria_without_a_target_are_read_with_their_scores() -> None:
    found = page(*TITLE, ACTS, *GRID)
    assert [(row.category_code, row.indicator_name, row.target, row.weight, row.score) for row in found.performance][
        :4
    ] == [
        (90, "立项依据充分性", None, 10, 10),
        (90, "绩效目标合理性", None, 10, 8),
        (90, "预算执行率", None, 20, 17),
        (11, "改造小区个数", "24个", 30, 30),
    ]
    assert found.performance[1].printed_level1 == "决策（20分）"
    assert [row.total_score for row in found.evaluations] == [95]


@pytest.mark.parametrize(
    "row", ["决策（20分）\t项目立项\t立项依据充分性\t是否符合政策。\t\t\t\t", "决策\t充分\t\t\t\t\t\t"]
)
def test_what_is_not_scored_is_no_criterion(row: str) -> None:
    names = [own.indicator_name for own in page(*TITLE, ACTS, GRID[0], row, *GRID[4:]).performance]
    assert names == ["改造小区个数", "受益户数"]


@pytest.mark.parametrize(
    "title",
    [
        TITLE[:2],
        ("江山市2023年度城镇老旧小区改造专项资金绩效评价报告",),
        ("江山市住房和城乡建设局2023年度城镇老旧小区改造专项资金绩效评价报告",),
        ("江山市住房和城乡建设局2023年度城镇老旧小区改造", "专项资金支出绩效评价报告"),
    ],
)
def test_a_title_names_the_project_behind_whose_it_is_and_its_year(title: tuple[str, ...]) -> None:
    found = page(*title, ACTS, *GRID)
    assert [row.project_name for row in found.projects] == ["城镇老旧小区改造专项资金"]
    assert (found.document.budget_year, found.document.department_name) == (2023, "江山市住房和城乡建设局")


def test_a_line_that_is_a_name_alone_is_not_joined_with_its_kind() -> None:
    found = page("农村饮水改造提升项目", "支出绩效评价报告", "（2023年度）", ACTS, *GRID)
    assert [row.project_name for row in found.projects] == ["农村饮水改造提升项目"]


@pytest.mark.parametrize(
    "acts",
    [
        ACTS,
        "该项目由江山市住房和城乡建设局负责实施。",
        "项目主管部门为江山市住房和城乡建设局，资金由市级安排。",
        "受江山市财政局委托，评价组对江山市住房和城乡建设局主管的资金评价。",
    ],
)
def test_prose_names_the_department(acts: str) -> None:
    assert page(*TITLE, acts, *GRID).document.department_name == "江山市住房和城乡建设局"
