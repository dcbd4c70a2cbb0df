"""What labels of no vocabulary say where structure tells it, and what is not said where it does not; all invented."""

from decimal import Decimal

import pytest

from ingest.forms.labelled.bodies import take_units
from ingest.forms.labelled.geometry.entries import Entry, Layout
from ingest.forms.labelled.grid.header import read_grid_header
from ingest.forms.labelled.labels import FormLabel
from ingest.forms.labelled.reader import name_by_the_lower
from ingest.source.printed import Printed
from tests.unit.test_labels_forgotten import EVALUATION, GRID, MONEY, PLAN, SCORED, form, project

LEVELS = ("一级指标", "二级指标", "三级指标")


def printed(text: str) -> Printed:
    return Printed(text, range(len(text)))


def names(rows: list[tuple[str, ...]], *header: str) -> dict[int, str]:
    grid = read_grid_header(dict(enumerate(header)), [{at: t for at, t in enumerate(row) if t} for row in rows])
    assert grid is not None
    return grid.columns


def test_a_unit_above_the_table_gives_way_to_that_of_the_table_and_is_the_department_where_none_is_named() -> None:
    own = "项目名称\t\t河道清淤\t\t项目实施单位\t\t清远市水利局河道所"
    found = form(PLAN, "预算单位：清远市水利局", own, MONEY, *GRID)
    assert [unit.unit_name for unit in found.units if unit.is_printed] == ["清远市水利局河道所"]
    assert found.document.department_name == "清远市水利局"


def test_a_unit_called_as_the_department_is_gives_way() -> None:
    label = FormLabel(frozenset(("form_unit",)), printed("填制单位"))
    entries = [Entry(None, label, None, [printed(own)], 0, 2, 0) for own in ("清远市水利局", "河道管理所")]
    known = {"form_department": printed("清远市水利局")}
    assert [own.value.text for own in take_units(known, entries, entries)] == ["清远市水利局"]
    assert known["form_unit"].text == "河道管理所"


def test_a_body_left_of_the_unit_in_its_row_is_the_department() -> None:
    bodies = "归谁来管\t清远市水利局\t\t资金使用单位\t连州市河道管理所"
    assert form(PLAN, "项目名称\t\t河道清淤", bodies, MONEY, *GRID).document.department_name == "清远市水利局"


@pytest.mark.parametrize("label", ["年内要实现的总目标", "本期要达到的目标"])
def test_a_short_text_over_a_longer_one_beside_the_label_of_goals_heads_it(label: str) -> None:
    goal = "清理河道三公里，汛期前完成，保障两岸居民安全。"
    found = project(PLAN, f"总体目标\t{label}", f"\t{goal}", MONEY, *GRID).projects[0]
    assert goal in (found.annual_goal, found.cycle_goal)
    assert label not in str((found.annual_goal, found.cycle_goal))


def test_texts_over_goals_are_no_goals() -> None:
    goals = ("项目绩效目标\t三年要做到的\t\t年度目标", "\t清理全部河道九公里\t\t清理河道三公里")
    found = project(PLAN, *goals, MONEY, *GRID).projects[0]
    assert found.annual_goal in ("清理河道三公里", None)
    assert found.cycle_goal in ("清理全部河道九公里", None)


def test_a_hundred_below_an_unknown_column_of_weights_is_not_the_score() -> None:
    heads = "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t占几成\t得分"
    rows = ("\t产出指标\t数量指标\t清淤长度\t3公里\t3公里\t60\t51", "\t\t质量指标\t验收合格率\t≥95%\t96%\t30\t45")
    found = project(EVALUATION, MONEY, heads, *rows, "总分\t\t\t\t\t\t100\t")
    assert [own.total_score for own in found.evaluations] == [None]


def test_a_score_below_the_weights_is_no_full_score() -> None:
    found = project(EVALUATION, MONEY, *SCORED, "总分\t\t\t\t\t\t97.5\t")
    assert [(own.total_weight, own.total_score) for own in found.evaluations] == [(None, Decimal("97.5"))]


def test_the_score_of_execution_is_not_the_total() -> None:
    found = project(EVALUATION, "预算执行率\t95%\t权重\t10\t得分\t9.5", *SCORED)
    assert Decimal("9.5") not in [own.total_score for own in found.evaluations]


def test_a_number_of_no_label_below_the_rate_is_no_rate() -> None:
    rows = (
        "预算执行情况（万元）\t预算数\t80\t\t执行数\t78\t执行率\t97.5%",
        "\t其中：财政拨款\t80\t\t其中：财政拨款\t78\t折成几分\t9.75",
    )
    assert [own.execution_rate for own in project(EVALUATION, *rows, *SCORED).executions] == [Decimal("97.5"), None]


def test_a_row_of_a_name_alone_and_what_some_column_adds_up_to_is_no_task() -> None:
    rows = (
        "部门名称\t清远市水利局",
        "年度主要任务\t任务名称\t主要内容\t总额\t财政拨款\t其他资金",
        "\t清淤\t清理河道三公里\t50\t40\t10",
        "\t巡查\t巡查河道两百次\t30\t30\t0",
        "\t全部算上\t\t90\t80\t10",
    )
    found = form("部门整体支出绩效目标表", *rows, *GRID)
    assert [task.task_name for task in found.department_tasks] == ["清淤", "巡查"]


def test_of_two_levels_of_projects_the_lower_names_the_form_whatever_the_vocabulary_has() -> None:
    upper = FormLabel(frozenset(("project_name",)), printed("一级项目名称"))
    lower = FormLabel(frozenset(), printed("二级项目名称"))
    name_by_the_lower(Layout([Entry(None, own, None, [printed("河道清淤")], 0, 1, 0) for own in (upper, lower)]))
    assert (upper.kinds, lower.kinds) == ({"attribute"}, {"project_name"})


def test_names_stand_between_levels_and_targets_and_not_in_what_explains_them() -> None:
    rows = [
        ("产出指标", "数量指标", "清淤长度", "≥", "3", "公里", "反映清淤的长度"),
        ("产出指标", "质量指标", "验收合格率", "≥", "95", "%", "反映验收的结果"),
        ("效益指标", "社会效益指标", "受益人数", "≥", "300", "人", "反映受益的人数"),
    ]
    columns = names(rows, "一级指标", "二级指标", "要考核的事", "指标性质", "指标值", "度量单位", "指标内容")
    assert (columns[2], columns[6]) == ("level3", "note")


def test_a_column_of_signs_under_an_unknown_label_is_that_of_operators() -> None:
    rows = [
        ("产出指标", "数量指标", "清淤长度", "正向", ">=", "3", "公里"),
        ("产出指标", "质量指标", "清淤后返淤率", "反向", "<=", "5", "%"),
    ]
    columns = names(rows, *LEVELS, "指标性质", "往哪边走", "目标值", "计量单位")
    assert (columns[3], columns[4]) == ("note", "operator")


def test_texts_that_go_on_over_rows_are_second_levels_and_those_behind_them_names() -> None:
    rows = [
        ("投入与管理", "投入的管理", "预算的执行", "≥95%"),
        ("", "", "资金的使用", "合规"),
        ("产出目标", "做了多少", "清淤长度", "≥3公里"),
        ("", "", "清淤段数", "≥3段"),
        ("", "做得多好", "验收合格率", "≥95%"),
        ("", "做得多快", "完工的时间", "12月前"),
        ("影响力目标", "往后怎么样", "管护机制", "健全"),
    ]
    columns = names(rows, "一级指标", "考核的方面", "要考核的事", "指标值")
    assert (columns[1], columns[2]) == ("level2", "level3")


def test_targets_of_no_vocabulary_right_before_what_answers_them_leave_the_year_s_open() -> None:
    rows = [
        ("产出指标", "数量指标", "清淤长度", "≥6公里", "≥5公里", "5公里"),
        ("效益指标", "社会效益指标", "受益人数", "≥300人", "≥300人", "310人"),
    ]
    columns = names(rows, *LEVELS, "年初指标值", "后来改过的指标值", "全年完成值")
    assert "annual" not in columns.values()
    assert "value" not in columns.values()


def test_rows_below_one_whose_levels_nobody_knows_are_not_of_those_above_it() -> None:
    rows = (
        *GRID[:3],
        "\t成果方面\t民生方面\t孕产妇死亡情况\t稳中有降",
        "\t\t\t婴儿死亡率\t≤3‰",
        "\t\t服务对象满意度指标\t居民满意度\t≥90%",
    )
    found = {own.indicator_name: own for own in project(PLAN, MONEY, *rows).indicators}
    assert (found["婴儿死亡率"].printed_level1, found["婴儿死亡率"].printed_level2) == (None, None)
    assert found["居民满意度"].printed_level1 is None


def test_a_first_level_is_no_second_one() -> None:
    heads = "绩效指标\t二级指标\t三级指标\t指标值"
    rows = ("\t产出指标\t清淤长度\t3公里", "\t效益指标\t受益人数\t300人")
    found = project(PLAN, MONEY, heads, *rows).indicators
    assert [(own.printed_level1, own.printed_level2) for own in found] == [("产出指标", None), ("效益指标", None)]


def test_the_end_of_a_level_of_no_vocabulary_is_no_indicator() -> None:
    rows = ("\t效益指标\t长远作用指\t管护年限\t≥5年", "\t\t标", "\t\t社会效益指标\t受益人数\t300人")
    found = project(PLAN, MONEY, *GRID[:3], *rows).indicators
    assert [own.printed_level2 for own in found][-2:] == ["长远作用指标", "社会效益指标"]
    assert "标" not in [own.indicator_name for own in found]
