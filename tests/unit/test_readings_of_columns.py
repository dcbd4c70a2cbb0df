"""What columns say together: signs beside targets, several targets, targets and actual values, execution by its rate."""

from pathlib import Path

import pytest

from ingest.errors import DocumentRejected
from ingest.forms.labelled.grid.header import read_grid_header
from ingest.forms.labelled.grid.row import is_misplaced
from ingest.grammar.codes import split_code_of_body
from ingest.grammar.places import find_place
from ingest.grammar.quantities import with_operator_and_unit
from ingest.pipeline import read
from ingest.rows import Reading
from ingest.source.printed import NOTHING, Printed

HEAD = "{}\n（2024年度）\n项目名称\t河道清淤\n主管部门\t茂名市水务局\n"
LEVELS = ("一级指标", "二级指标", "三级指标")


def _printed(text: str, at: int = 0) -> Printed:
    return Printed(text, range(at, at + len(text)))


@pytest.mark.parametrize(
    ("operator", "value", "unit", "whole"),
    [
        ("≥", "95%", "", "≥95%"),
        ("≥", "10000万尾", "", "≥10000万尾"),
        ("≤", "5", "%", "≤5%"),
        ("≤", "95%以上", "", "95%以上"),
        ("≥", ">3次", "次", ">3次"),
        ("≥", "2-3小时", "", "2-3小时"),
        ("≥", "有效提升", "", "有效提升"),
        ("定性", "95%", "", "95%"),
        ("=", "44,561", "44,561", "=44,561"),
    ],
)
def test_a_sign_of_a_column_of_its_own_counts_unless_the_target_has_one(
    operator: str, value: str, unit: str, whole: str
) -> None:
    parts = _printed(value, 10), _printed(operator, 0), _printed(unit, 30)
    assert with_operator_and_unit(*parts).text == whole


def _columns(*labels: str, year: int | None = None) -> dict[int, str]:
    rows = [{0: "产出指标", 1: "数量指标", 2: "清淤长度", 3: "20公里", 4: "25公里", 5: "15公里"}]
    grid = read_grid_header(dict(enumerate((*LEVELS, *labels))), rows, year)
    assert grid is not None
    return {at: role for at, role in grid.columns.items() if at > 2}


def test_of_targets_of_several_years_that_of_the_form_counts() -> None:
    labels = ("2024年指标值", "2025年指标值", "2026年指标值")
    assert _columns(*labels, year=2025) == {3: "other_target", 4: "annual", 5: "other_target"}
    assert set(_columns(*labels).values()) == {"other_target"}


def test_of_targets_applied_for_and_approved_the_approved_count() -> None:
    assert _columns("申报指标值", "批复指标值") == {3: "other_target", 4: "value"}


def test_of_targets_of_the_years_begin_and_adjusted_the_adjusted_count() -> None:
    assert _columns("年初目标值", "调整后目标值", "实际完成值") == {3: "other_target", 4: "annual", 5: "actual"}


def test_labels_of_which_none_tells_whose_target_it_is_are_not_understood() -> None:
    assert set(_columns("市级指标值", "县级指标值").values()) == {"unknown"}


def test_a_target_beside_that_of_the_year_is_kept_as_a_note() -> None:
    rows = "一级指标\t二级指标\t三级指标\t年初目标值\t调整后目标值\t实际完成值\t分值\t得分\n"
    rows += "产出指标\t数量指标\t清淤长度\t20公里\t15公里\t15公里\t50\t50\n"
    (row,) = _read("项目支出绩效自评表", rows).performance
    assert (row.target, row.actual, row.note) == ("15公里", "15公里", "年初目标值：20公里")


def _read(title: str, rows: str) -> Reading:
    return read((HEAD.format(title) + rows).encode(), "form.txt")


def _evaluation(labels: str, *rows: str) -> Reading:
    header = f"一级指标\t二级指标\t三级指标\t{labels}\n"
    return _read("项目支出绩效自评表", header + "".join(f"产出指标\t数量指标\t{row}\n" for row in rows))


def test_comparisons_tell_targets_from_actual_values() -> None:
    rows = ("清淤长度\t≥20公里\t22公里\t50\t50", "清淤次数\t不少于3次\t2次\t40\t30", "验收\t按时\t已完成\t10\t10")
    found = _evaluation("兑现要求\t兑现程度\t分值\t得分", *rows).performance
    assert [(row.target, row.actual) for row in found] == [
        ("≥20公里", "22公里"), ("不少于3次", "2次"), ("按时", "已完成"),
    ]  # fmt: skip
    swapped = [row.split("\t") for row in rows]
    turned = ("\t".join((name, actual, target, *rest)) for name, target, actual, *rest in swapped)
    found = _evaluation("兑现程度\t兑现要求\t分值\t得分", *turned).performance
    assert [row.target for row in found] == ["≥20公里", "不少于3次", "按时"]


def test_without_a_comparison_nobody_knows_which_is_the_target() -> None:
    rows = ("清淤长度\t20公里\t22公里\t50\t50", "清淤次数\t3次\t2次\t40\t30")
    found = _evaluation("兑现要求\t兑现程度\t分值\t得分", *rows).performance
    assert [(row.target, row.actual) for row in found] == [(None, None)] * len(rows)


def test_a_text_beside_every_score_that_falls_short_and_no_other_is_the_reason() -> None:
    rows = ("清淤长度\t≥20公里\t22公里\t50\t50\t", "清淤次数\t3次\t2次\t40\t30\t汛期提前")
    found = _evaluation("指标值\t实际完成值\t分值\t得分\t备忘", *rows).performance
    assert [row.reason for row in found] == [None, "汛期提前"]
    rows = ("清淤长度\t≥20公里\t22公里\t50\t50\t现场", "清淤次数\t3次\t2次\t40\t30\t汛期提前")
    found = _evaluation("指标值\t实际完成值\t分值\t得分\t备忘", *rows).performance
    assert [row.reason for row in found] == [None, None]


GRID = (
    "一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t清淤长度\t3公里\t3公里\t90\t90\n"
)


def test_the_printed_rate_proves_the_columns_of_execution() -> None:
    rows = "项目投入\t\t期初额度\t期中额度\t花费\t花费占比\t占分\t执行率得分\n"
    (line,) = _read("项目支出绩效自评表", rows + "\t年度资金总额\t100\t80\t60\t75%\t10\t7.5\n" + GRID).executions
    assert (line.budget_wan, line.adjusted_wan, line.executed_wan) == (100, 80, 60)
    assert (line.execution_rate, line.weight, line.score) == (75, 10, 7.5)


def test_amounts_that_do_not_give_the_rate_prove_nothing() -> None:
    rows = "项目投入\t\t期初额度\t期中额度\t花费\t花费占比\t占分\t执行率得分\n"
    found = _read("项目支出绩效自评表", rows + "\t年度资金总额\t100\t80\t60\t70%\t10\t7.5\n" + GRID)
    assert all(line.executed_wan is None for line in found.executions)


@pytest.mark.parametrize(
    ("printed", "name", "code"),
    [("茂名市水务局301001", "茂名市水务局", "301001"), ("301001茂名市水务局", "茂名市水务局", "301001")],
)
def test_a_code_glued_to_a_body_is_apart(printed: str, name: str, code: str) -> None:
    found = split_code_of_body(_printed(printed))
    assert (found.name.text, found.code.text) == (name, code)


def test_a_code_alone_is_no_name() -> None:
    form = (
        "项目支出绩效目标表\n（2024年度）\n项目名称\t532300210000000034\n主管部门\t茂名市水务局\n年度目标\t清淤。\n"
        + GRID
    )
    with pytest.raises(DocumentRejected, match="only a code is printed beside 项目名称"):
        read(form.encode(), "form.txt")


def test_a_label_is_no_goal() -> None:
    rows = "完成情况\t年初设定目标\t\t年终达成情况\n\t清淤3公里\t\t清淤4公里\n" + GRID
    (project,) = _read("项目支出绩效自评表", rows).projects
    assert project.annual_goal != "年终达成情况"
    scored = _read("项目支出绩效自评表", "年度目标完成情况\t预期目标\t目标实际完成情况\t20\n" + GRID)
    assert [row.achieved_goal for row in scored.evaluations] in ([], [None])
    assert "20" in [*(row.value for row in scored.attributes), *(row.text for row in scored.not_understood)]


def test_the_department_is_the_body_by_which_the_name_of_the_other_begins() -> None:
    rows = "项目支出绩效目标表\n（2024年度）\n项目名称\t河道清淤\n上级领导机关\t茂名市水务局\n经办机构\t茂名市水务局河道中心\n"
    found = read((rows + GRID).encode(), "form.txt")
    assert (found.document.department_name, [unit.unit_name for unit in found.units]) == (
        "茂名市水务局", ["茂名市水务局河道中心"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("黔西南州统计局", "522300"),
        ("长阳县教育局", "420528"),
        ("海南州林业局", "632500"),
        ("鄂温克旗财政局", "150724"),
    ],
)
def test_autonomous_places_are_known_by_their_short_names(name: str, code: str) -> None:
    place = find_place(name)
    assert place is not None
    assert place.code == code


def test_cells_below_each_other_that_do_not_come_out_even_stay_lines() -> None:
    form = (Path(__file__).parent / "published" / "hunan_cells_below_each_other.txt").read_text("utf-8")
    assert len(read(form.encode(), "form.txt").indicators) == 3
    with pytest.raises(DocumentRejected):
        read(form.replace("\n100%", "").encode(), "form.txt")


def test_nothing_is_joined_to_a_blank_value() -> None:
    assert with_operator_and_unit(NOTHING, _printed("≥"), _printed("次", 5)) is NOTHING


def test_a_goal_under_an_unknown_label_beside_that_of_the_cycle_is_the_years() -> None:
    goals = "总体目标\t实施期目标\t\t今年要做到的事\n\t三年清淤河道三十公里。\t\t清淤河道十公里，消除淤堵。\n"
    (project,) = _read("项目支出绩效目标表", goals + GRID_OF_TARGETS).projects
    assert (project.cycle_goal, project.annual_goal) == ("三年清淤河道三十公里。", "清淤河道十公里，消除淤堵。")
    goals = goals.replace("今年要做到的事", "目标设定依据")
    (project,) = _read("项目支出绩效目标表", goals + GRID_OF_TARGETS).projects
    assert project.annual_goal != "清淤河道十公里，消除淤堵。"


GRID_OF_TARGETS = "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t清淤长度\t3公里\n"


def test_rows_left_of_a_header_are_put_back_by_their_names() -> None:
    rows = "绩效指标体系\t指标大类\t指标小类\t指标内容\t权重\t应达之数\n"
    rows += "产出指标\t数量指标\t清淤长度\t50\t≥3公里\n效益指标\t社会效益指标\t防洪能力\t40\t提升\n"
    found = _read("项目支出绩效目标表", rows).indicators
    assert [(row.indicator_name, row.weight) for row in found] == [("清淤长度", 50), ("防洪能力", 40)]


def test_approved_money_counts_beside_that_applied_for() -> None:
    rows = "项目资金（万元）\t申报数\t批复数\n年度资金总额\t80\t60\n其中：财政拨款\t80\t60\n" + GRID_OF_TARGETS
    (row,) = _read("项目支出绩效目标表", rows).funding
    assert (row.amount_wan, row.is_proved) == (60, True)


def test_the_code_beside_a_name_is_an_attribute() -> None:
    form = HEAD.format("项目支出绩效目标表").replace("河道清淤", "[53230021]河道清淤") + GRID_OF_TARGETS
    found = read(form.encode(), "form.txt")
    assert [(row.attribute, row.value) for row in found.attributes] == [("项目编码", "53230021")]


def test_targets_of_quarters_are_none_of_the_year() -> None:
    assert _columns("一季度指标值", "上级指标值", "全年目标值") == {3: "note", 4: "other_target", 5: "annual"}
    assert _columns("规划期三年指标值", "年度指标值") == {3: "cycle", 4: "annual"}
    assert _columns("2024-2026年指标值", "年度指标值") == {3: "cycle", 4: "annual"}


def test_what_a_form_of_monitoring_expects_of_the_year_is_progress_and_no_target() -> None:
    rows = "一级指标\t二级指标\t三级指标\t年度指标值\t1-8月执行情况\t全年预计完成情况\n"
    rows += "产出指标\t数量指标\t更新航标座数\t≥18座\t9座\t14座\n\t质量指标\t航标正常率\t≥98%\t99%\t99%\n"
    found = _read("项目支出绩效运行监控表", rows)
    assert [(row.annual_target, row.note) for row in found.indicators] == [("≥18座", None), ("≥98%", None)]
    assert [(row.period_printed, row.to_date, row.expected) for row in found.indicator_progress] == [
        ("1-8月执行情况", "9座", "14座"),
        ("1-8月执行情况", "99%", "99%"),
    ]


def test_sources_that_add_up_to_a_named_total_are_its_parts() -> None:
    rows = "年度资金（万元）\t20000\t其中：专项债券\t12000\t企业配套\t8000\n" + GRID_OF_TARGETS
    found = _read("项目支出绩效目标表", rows).funding
    assert [(row.funding_source_code, row.amount_wan, row.is_proved) for row in found] == [
        ("fiscal", 12000, True), ("other", 8000, True),
    ]  # fmt: skip


def test_a_total_of_the_whole_project_is_not_that_of_the_years_sources() -> None:
    rows = "项目总投资（万元）\t900\n财政拨款（万元）\t200\n" + GRID_OF_TARGETS
    found = _read("项目支出绩效目标表", rows)
    assert [row.amount_wan for row in found.totals] == []
    assert [(row.funding_source_code, row.amount_wan) for row in found.funding] in ([], [("fiscal", 200)])


@pytest.mark.parametrize("heading", ["二、年度总体目标", "年度目标"])
def test_a_goal_stands_below_its_numbered_label(heading: str) -> None:
    (project,) = _read("项目支出绩效目标表", f"{heading}\t\n清淤河道十公里。\t\n" + GRID_OF_TARGETS).projects
    assert project.annual_goal == "清淤河道十公里。"


def test_a_pair_above_labels_with_amounts_is_no_header() -> None:
    rows = "项目实施地点\t全市范围\n预算安排数\t100\n一般债\t40\n村集体自筹\t60\n项目排序\t一\n" + GRID_OF_TARGETS
    found = {row.attribute: row.value for row in _read("项目支出绩效目标表", rows).attributes}
    assert found["项目实施地点"] == "全市范围"


def test_a_grid_whose_levels_are_not_found_is_no_grid_without_levels() -> None:
    rows = "绩效指标体系\t指标大类\t指标小类\t指标内容\t指标值\t计量单位\t完成值\t分值\n"
    rows += "产出指标\t数量指标\t清淤长度\t12\t公里\t13\t50\n效益指标\t社会效益指标\t防洪能力\t提升\t\t提升\t40\n"
    found = _read("项目支出绩效自评表", rows).performance
    assert [(row.indicator_name, row.category_code, row.target, row.actual) for row in found] == [
        ("清淤长度", 11, "12公里", "13公里"), ("防洪能力", 22, "提升", "提升"),
    ]  # fmt: skip


TWO_ROWS = "一级指标\t二级指标\t三级指标\t{}\n\t\t\t{}\n产出指标\t数量指标\t清淤长度\t{}\n\t质量指标\t清淤合格率\t{}\n"


@pytest.mark.parametrize(("before", "now"), [("上年", "本年"), ("2023年", "2024年"), ("上年度", "本年度")])
def test_what_stands_below_an_earlier_year_is_of_that_year(before: str, now: str) -> None:
    columns = (f"{before}\t\t{now}", "指标值\t完成值\t指标值", "20公里\t21公里\t25公里", "90%\t92%\t≥95%")
    found = _read("项目支出绩效目标表", TWO_ROWS.format(*columns))
    assert found.document.form == "target_form"
    assert [row.annual_target for row in found.indicators] == ["25公里", "≥95%"]
    assert not found.performance


def test_of_grades_the_best_is_the_target_where_no_other_column_is() -> None:
    columns = ("评价标准\t\t\t", "优\t良\t中\t差", "≥25公里\t≥20公里\t≥15公里\t<15公里", "≥95%\t≥90%\t≥80%\t<80%")
    found = _read("项目支出绩效目标表", TWO_ROWS.format(*columns)).indicators
    assert [row.annual_target for row in found] == ["≥25公里", "≥95%"]


def test_a_direction_is_a_sign_below_any_label() -> None:
    rows = "指标类别\t计量单位\t指标内容\t指标方向\t目标值\t权重\n数量指标\t公里\t清淤长度\t正向\t25\t50\n"
    rows += "时效指标\t天\t清淤工期\t反向\t60\t40\n"
    found = _read("项目支出绩效目标表", rows).indicators
    assert [(row.annual_target, row.weight) for row in found] == [("25公里", 50), ("60天", 40)]


def test_a_word_behind_a_year_says_what_is_planned_and_what_was_done() -> None:
    columns = ("2023年实际", "2024年目标", "2025年预计")
    header = {at: role for at, role in _columns(*columns, year=2024).items() if role != "unknown"}
    assert header == {3: "note", 4: "annual", 5: "note"}
    assert _columns(*columns, year=2023)[3] == "actual"


def test_a_row_that_stands_a_column_too_far_is_no_indicator() -> None:
    header = dict(enumerate((*LEVELS, "指标值", "实际完成值", "分值", "得分", "偏差原因")))
    grid = read_grid_header(
        header, [dict(enumerate(("产出指标", "数量指标", "清淤长度", "≥20公里", "22公里", "50", "50")))]
    )
    assert grid is not None
    texts = ("满意度", "服务对象满意度", "群众满意度", "≥85%", "90%", "5", "5")
    grid.shift = -1
    assert is_misplaced(grid, {at: _printed(text, 20 * at) for at, text in enumerate(texts)})
    grid.shift = 0
    qualitative = ("产出指标", "质量指标", "清淤面貌", "明显改善", "≥90%", "5", "5")
    assert not is_misplaced(grid, {at: _printed(text, 20 * at) for at, text in enumerate(qualitative)})


def test_whether_a_target_was_met_is_no_actual_value_beside_one() -> None:
    rows = (
        "清淤长度\t≥20公里\t22公里\t完成\t50\t50",
        "清淤次数\t3次\t2次\t未完成\t40\t30",
        "验收\t≥95%\t96%\t完成\t10\t10",
    )
    found = _evaluation("指标值\t兑现数\t完成情况\t分值\t得分", *rows).performance
    assert [row.actual for row in found] == ["22公里", "2次", "96%"]


def test_a_number_whose_unit_may_stand_before_its_sign_is_not_understood() -> None:
    rows = "一级指标\t三级指标\t计数口径\t指标性质\t指标值\t权重\n产出指标\t清淤长度\t{}\t≥\t20\t50\n产出指标\t合格率\t{}\t≥\t95\t40\n"
    found = _read("项目支出绩效目标表", rows.format("公里", "%")).indicators
    assert [row.annual_target for row in found] == ["≥20公里", "≥95%"]
    found = _read("项目支出绩效目标表", rows.format("公里（含支流）", "百分比")).indicators
    assert [row.annual_target for row in found] == [None, None]


def test_a_target_of_the_cycle_is_named_so_wherever_it_stands() -> None:
    rows = ("清淤长度\t≥20公里\t60公里\t22公里\t50\t50", "清淤次数\t≥3次\t9次\t3次\t40\t40")
    for labels, turned in (("目标值\t中期指标值", rows), ("中期指标值\t目标值", [_swapped(row) for row in rows])):
        found = _evaluation(f"{labels}\t实际完成值\t分值\t得分", *turned).performance
        assert [(row.target, row.actual) for row in found] == [("≥20公里", "22公里"), ("≥3次", "3次")]


def _swapped(row: str) -> str:
    name, first, second, *rest = row.split("\t")
    return "\t".join((name, second, first, *rest))


@pytest.mark.parametrize("other", ["2023年指标值", "累计完成值", "完成比例", "中期指标值"])
def test_a_standard_that_compares_is_the_target_beside_what_is_none(other: str) -> None:
    rows = ("清淤长度\t≥20公里\t40公里\t22公里\t50\t50", "清淤次数\t≥3次\t9次\t3次\t40\t40")
    found = _evaluation(f"绩效标准\t{other}\t实际完成值\t分值\t得分", *rows).performance
    assert [(row.target, row.actual) for row in found] == [("≥20公里", "22公里"), ("≥3次", "3次")]


def test_a_target_of_another_year_is_none_of_this_one() -> None:
    rows = ("清淤长度\t18公里\t22公里\t50\t50", "清淤次数\t3次\t3次\t40\t40")
    found = _evaluation("2023年指标值\t实际完成值\t分值\t得分", *rows).performance
    assert [(row.target, row.note) for row in found] == [(None, "2023年指标值：18公里"), (None, "2023年指标值：3次")]


def test_numbered_rows_go_on_where_no_column_of_targets_is_known() -> None:
    rows = "序号\t绩效指标\t二级指标\t指标内容\t设想\t全年完成值\t分值\t得分\n1\t产出指标\t数量指标\t清淤长度\t足够\t22公里\t50\t50\n"
    rows += "2\t\t\t清淤次数\t按需\t3次\t40\t40\n"
    found = _read("项目支出绩效自评表", rows).performance
    assert [(row.indicator_name, row.printed_level1, row.actual) for row in found] == [
        ("清淤长度", "产出指标", "22公里"),
        ("清淤次数", "产出指标", "3次"),
    ]


def test_the_target_of_the_year_is_told_beside_that_of_the_cycle_by_words() -> None:
    rows = ("清淤长度\t≥20公里\t60公里\t22公里\t50\t50", "清淤次数\t≥3次\t9次\t3次\t40\t40")
    found = _evaluation("年初设定值\t中期指标值\t实际完成值\t分值\t得分", *rows).performance
    assert [row.target for row in found] == ["≥20公里", "≥3次"]


def test_a_rate_of_points_is_no_target_beside_a_standard() -> None:
    rows = ("清淤长度\t100%\t≥20公里\t22公里\t50\t50", "清淤次数\t100%\t≥3次\t3次\t40\t40")
    found = _evaluation("得分率\t绩效标准\t完成数\t分值\t得分", *rows).performance
    assert [(row.target, row.actual) for row in found] == [("≥20公里", "22公里"), ("≥3次", "3次")]


def test_classes_of_indicators_hold_the_first_level_beside_the_second() -> None:
    rows = "指标类别\t二级指标\t指标内容\t绩效标准\t完成率\n产出指标\t数量指标\t清淤长度\t≥20公里\t100%\n\t质量指标\t清淤合格率\t≥95%\t100%\n"
    found = _read("项目支出绩效目标表", rows).indicators
    assert [(row.printed_level1, row.category_code, row.annual_target) for row in found] == [
        ("产出指标", 11, "≥20公里"),
        ("产出指标", 12, "≥95%"),
    ]


def test_targets_of_years_that_no_label_tells_are_not_understood() -> None:
    columns = ("指标值\t\t\t依据", "前回\t上回\t本回\t", "18公里\t20公里\t22公里\t标准", "90%\t92%\t≥95%\t标准")
    found = _read("项目支出绩效目标表", TWO_ROWS.format(*columns)).indicators
    assert [(row.indicator_name, row.annual_target) for row in found] == [("清淤长度", None), ("清淤合格率", None)]
    columns = ("指标值\t\t\t依据", "上年\t本年\t下年\t", "18公里\t20公里\t22公里\t标准", "90%\t92%\t≥95%\t标准")
    found = _read("项目支出绩效目标表", TWO_ROWS.format(*columns)).indicators
    assert {row.annual_target for row in found} <= {None, "20公里", "92%"}


def test_a_column_of_targets_and_of_what_was_done_is_neither() -> None:
    rows = ("清淤长度\t20→22公里\t50\t50", "清淤次数\t3→3次\t40\t40", "验收\t好\t10\t10")
    for label in ("目标值/完成情况", "目标值及完成情况", "目标值和完成情况"):
        found = _evaluation(f"{label}\t分值\t得分", *rows).performance
        assert [(row.target, row.actual) for row in found] == [(None, None)] * len(rows)


def test_the_sum_of_scores_below_a_grid_begins_no_other_form() -> None:
    form = (
        "部门整体支出绩效自评表\n（2024年度）\n部门名称\t茂名市水务局\n部门预算（万元）\t基本支出\t60\n\t项目支出\t40\n合计\t100\n"
        "一级指标\t二级指标\t三级指标\t分值\t指标值\t完成值\t得分\n产出指标\t数量指标\t清淤长度\t50\t≥20公里\t22公里\t50\n"
        "效益指标\t社会效益指标\t受益人口\t50\t≥3万人\t2.9万人\t48\n合计\t\t\t100\t\t\t98\n"
    )
    (goal,) = read(form.encode(), "form.txt").department_goals
    assert goal.total_score == 98


def test_a_standard_of_others_in_its_own_column_moves_no_row() -> None:
    rows = ("清淤长度\t≥20公里\t≥15公里\t22公里\t50\t50", "清淤制度\t健全\t≥15公里\t健全\t40\t40")
    for label in ("行业标准", "国家标准", "省定标准", "下年目标值"):
        found = _evaluation(f"指标值\t{label}\t实际完成值\t分值\t得分", *rows).performance
        assert [(row.target, row.actual) for row in found] == [("≥20公里", "22公里"), ("健全", "健全")]


@pytest.mark.parametrize(
    ("change", "spent", "rate", "adjusted"),
    [
        ("20", "90", "75%", 120),
        ("-20", "80", "100%", 80),
        ("120", "90", "75%", 120),
        ("20", "20", "100%", 20),
        ("80", "60", "", 80),  # nothing tells
    ],
)
def test_a_change_of_the_budget_is_no_adjusted_budget(change: str, spent: str, rate: str, adjusted: int | None) -> None:
    rows = "项目资金\t\t年初预算数\t预算调整数\t全年执行数\t执行率\t分值\t得分\n"
    text = f"{rows}\t年度资金总额\t100\t{change}\t{spent}\t{rate}\t10\t7.5\n"
    (line,) = _read("项目支出绩效自评表", text + GRID).executions
    assert (line.budget_wan, line.adjusted_wan, line.executed_wan) == (100, adjusted, int(spent))


def test_two_columns_under_one_label_are_told_by_their_brackets_or_by_nothing() -> None:
    assert _columns("目标值（基本目标）", "目标值（挑战目标）") == {3: "other_target", 4: "other_target"}
    assert _columns("指标值（中期）", "指标值（年度）") == {3: "cycle", 4: "annual"}
    assert _columns("指标值（年度）", "指标值（中期）") == {3: "annual", 4: "cycle"}
    assert _columns("指标值", "指标值（附注）") == {3: "value", 4: "other_target"}
    assert _columns("指标值", "指标值") == {3: "value", 4: "value"}  # the cycle left, the year right
