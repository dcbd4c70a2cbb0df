"""What stands under labels that no vocabulary has: its structure tells it, or nobody says what it is."""

from decimal import Decimal

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

PLAN, EVALUATION = "项目支出绩效目标表", "项目支出绩效自评表"
BODIES = "主管部门\t\t清远市水利局"
MONEY = "项目资金（万元）\t年度资金总额\t10"
HEADER = "绩效指标\t一级指标\t二级指标\t三级指标\t指标值"
GRID = (
    HEADER,
    "\t产出指标\t数量指标\t清淤长度\t3公里",
    "\t\t质量指标\t验收合格率\t≥95%",
    "\t效益指标\t社会效益指标\t受益人数\t300人",
)
SCORED = (
    "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值\t得分",
    "\t产出指标\t数量指标\t清淤长度\t3公里\t3公里\t50\t50",
    "\t效益指标\t社会效益指标\t受益人数\t300人\t280人\t50\t48",
)


def form(title: str, *rows: str) -> Reading:
    return read("\n".join((title, "（2024年度）", "单位：万元", *rows)).encode(), "form.txt")


def project(title: str, *rows: str) -> Reading:
    return form(title, "项目名称\t\t河道清淤", BODIES, *rows)


def targets(found: Reading) -> list[tuple[str | None, str | None, str | None]]:
    return [(own.indicator_name, own.cycle_target, own.annual_target) for own in found.indicators]


def test_a_budget_alone_is_not_the_adjusted_one_by_a_word() -> None:
    found = project(EVALUATION, "项目资金\t全年安排额度：\t100\t\t执行数：\t90", *SCORED)
    assert [(own.budget_wan, own.adjusted_wan) for own in found.executions] == [(None, None)]
    assert ("全年安排额度", "100") in [(own.attribute, own.value) for own in found.attributes]


def test_the_second_of_two_unknown_goals_may_be_what_was_achieved() -> None:
    plan, done = "清理河道三公里，汛期前完成，保障两岸居民安全。", "清理河道三公里，已于四月完工，两岸居民安全过汛。"
    found = project(EVALUATION, f"今年要做的事\t\t{plan}", f"目标落实描述\t\t{done}", MONEY, *SCORED)
    assert found.projects[0].annual_goal is None
    alone = project(EVALUATION, f"目标落实描述\t\t{plan}", MONEY, *SCORED)
    assert alone.projects[0].annual_goal == plan


def test_a_goal_of_the_cycle_by_its_words_is_not_taken_once_more_as_achieved() -> None:
    cycle, annual = "三年内清理全部河道，两岸居民不再受淹。", "清理河道三公里，汛期前完成。"
    goals = ("年度总体目标\t三年内要达到的目标\t\t年度目标", f"\t{cycle}\t\t{annual}")
    found = project(EVALUATION, *goals, MONEY, *SCORED)
    assert (found.projects[0].cycle_goal, found.projects[0].annual_goal) == (cycle, annual)
    assert found.evaluations[0].achieved_goal is None


def test_a_body_by_whose_name_another_begins_is_not_the_unit() -> None:
    bodies = ("具体执行单位\t\t清远市水利局", "谁来做\t\t清远市水利局信息中心")
    found = form(PLAN, "项目名称\t\t河道清淤", *bodies, MONEY, *GRID)
    assert [(own.unit_name, own.is_printed) for own in found.units] == [("清远市水利局信息中心", True)]
    assert found.document.department_name == "清远市水利局"


@pytest.mark.parametrize("left", ["\t", ""])
def test_a_block_under_an_unknown_label_is_not_read_as_that_below_it(left: str) -> None:
    rows = [
        ("数量指标", "清淤长度", "9公里"),
        ("质量指标", "验收合格率", "≥95%"),
        ("社会效益指标", "受益人数", "900人"),
    ]
    first = [left + "\t".join(row) for row in rows]
    second = [left + "\t".join((*row[:2], "3")) for row in rows]
    heads = [f"{label}\t二级指标\t三级指标\t指标值" for label in ("远期绩效指标", "年度绩效指标")]
    found = project(PLAN, MONEY, heads[0], *first, heads[1], *second)
    assert targets(found) == [(name, target, "3") for _, name, target in rows]


def test_an_indicator_of_two_blocks_of_which_no_label_tells_the_side_is_one() -> None:
    again = [row.replace("3公里", "9公里").replace("300", "900") for row in GRID[1:]]
    heads = [HEADER.replace("绩效指标", label, 1) for label in ("甲类绩效指标", "乙类绩效指标")]
    found = project(PLAN, MONEY, heads[0], *GRID[1:], heads[1], *again)
    assert targets(found) == [(name, None, None) for name in ("清淤长度", "验收合格率", "受益人数")]
    assert {"3公里", "9公里"} <= {row.text for row in found.not_understood}


def test_no_row_below_an_unknown_header_goes_on_with_the_grid_above_it() -> None:
    rows = ("\t可靠指标\t清淤长度\t9\t5公里", "\t社会效益指标\t受益人数\t5\t900人")
    second = "次年考核\t丙\t指标名称\t甲\t乙"
    head = "长期绩效指标\t二级指标\t三级指标\t分值\t指标值"
    own = ("\t数量指标\t清淤长度\t10\t3公里", "\t社会效益指标\t受益人数\t20\t300人")
    goal = "年度目标\t\t清理河道三公里，汛期前完成，保障两岸居民安全，堤防、涵闸和泵站经过检修，汛期可以正常运行。"
    found = project(PLAN, MONEY, goal, head, *own, second, *rows)
    assert targets(found) == [("清淤长度", "3公里", None), ("受益人数", "300人", None)]


def test_a_header_with_a_label_of_the_one_above_is_no_indicator() -> None:
    goal = "年度目标\t\t清理河道三公里，汛期前完成，保障两岸居民安全，堤防、涵闸和泵站经过检修，汛期可以正常运行。"
    rows = ("\t产出指标\t清淤长度\t3公里\t10", "\t效益指标\t受益人数\t300人\t20")
    heads = ("远期绩效指标\t甲级\t三级指标\t指标值\t备注", "次期绩效指标\t甲级\t丙\t丁\t分值")
    found = project(PLAN, MONEY, goal, heads[0], *rows, heads[1], *(row.replace("3", "9") for row in rows))
    assert targets(found) == [("清淤长度", None, "3公里"), ("受益人数", None, "300人")]


def test_rows_left_of_their_header_below_unknown_labels_of_levels() -> None:
    head = "绩效指标\t甲\t乙\t三级指标\t指标值\t分值"
    rows = ("设想产出指标\t数量指标\t培训场次\t182\t15", "\t时效指标\t办结时间\t84%\t15")
    last = ("效益指标\t经济效益指标\t拉动消费\t83%\t15", "\t\t\t服务对象满意度\t90%\t15")
    found = project(PLAN, MONEY, head, *rows, *last)
    assert [own[0] for own in targets(found)] == ["培训场次", "办结时间", "拉动消费", "服务对象满意度"]
    assert [own[2] for own in targets(found)] == ["182", "84%", "83%", "90%"]


def test_a_name_that_is_a_label_too_is_kept_beside_a_number_in_doubt() -> None:
    head = "绩效指标\t一级指标\t三级指标\t指标值\t甲"
    rows = ("\t产出指标\t清淤面积\t3\t平方公里", "\t效益指标\t受益情况\t良好", "\t满意度指标\t群众满意度\t90\t个百分点")
    assert [own[0] for own in targets(project(PLAN, MONEY, head, *rows))] == ["清淤面积", "受益情况", "群众满意度"]


def test_comparisons_do_not_stand_in_the_column_of_actual_values() -> None:
    head = "绩效指标\t一级指标\t二级指标\t三级指标\t应实现数\t甲\t分值\t得分"
    rows = [
        f"\t{level}指标\t{second}指标\t{name}\t{target}\t{actual}\t20\t19"
        for level, second, name, target, actual in (
            ("产出", "数量", "清淤长度", "≥3公里", "已完成"),
            ("产出", "质量", "合格率", "≥95%", "96%"),
            ("效益", "社会效益", "受益人数", "不少于300人", "280人"),
        )
    ]
    found = project(EVALUATION, MONEY, head, *rows).performance
    assert [(own.target, own.actual) for own in found] == [
        ("≥3公里", "已完成"),
        ("≥95%", "96%"),
        ("不少于300人", "280人"),
    ]


def department(*rows: str) -> Reading:
    tasks = ("年度主要任务\t任务名称\t\t主要内容\t\t预算金额", "\t清淤\t\t清理河道\t\t60", "\t巡查\t\t巡查水库\t\t30")
    return form("部门整体支出绩效目标表", "部门名称\t\t清远市水利局", *rows, *tasks, *GRID)


def test_a_total_is_not_the_one_part_of_it_that_is_known() -> None:
    budget = ("年度预算安排\t本年申请额\t120", "\t项目支出\t90", "\t养人的支出额度\t30", "\t资金总额\t90")
    found = department(*budget)
    assert {own.item: own.amount_wan for own in found.department_budget}.get("total") != Decimal(90)


def test_the_sum_below_tasks_is_told_by_their_amounts() -> None:
    rows = ("年度主要任务\t主要内容\t\t预算金额\t\t任务名称", "\t清理河道\t\t60\t\t清淤", "\t巡查水库\t\t30\t\t巡查")
    found = form("部门整体支出绩效目标表", "部门名称\t\t清远市水利局", *rows, "\t\t\t90\t\t各项相加", *GRID)
    assert [own.task_name for own in found.department_tasks] == ["清淤", "巡查"]
    assert [(own.amount_kind, own.amount_wan) for own in found.totals] == [("tasks", Decimal(90))]


def test_one_of_several_amounts_is_no_total_by_what_its_cell_says() -> None:
    noted = "88万元（其中：上级资金44万元，本级资金44万元）"
    rows = ("项目资金\t甲\t200万元", f"\t某项资金\t{noted}", "\t财政专户拨款\t70万元", "\t乙\t42万元")
    found = project(PLAN, *rows, *GRID)
    assert [own.amount_wan for own in found.totals] == [Decimal(200)]


def test_a_source_whose_parts_add_up_beside_an_unknown_amount_is_no_total() -> None:
    rows = ("债券资金\t30", "其中：省级资金\t10", "政府性基金预算\t20", "某某收入\t50", "其他资金\t0")
    found = project(PLAN, *rows, *GRID)
    assert list(found.totals) == []
    assert not any(own.is_proved for own in found.funding)


def test_the_total_of_the_whole_project_is_not_that_of_the_year() -> None:
    rows = ("投入\t三年资金\t90\t\t预算情况\t45", "\t财政拨款\t90\t\t财政拨款\t45", "\t自有资金\t0\t\t自有资金\t0")
    found = project(PLAN, *rows, *GRID)
    assert [own.amount_wan for own in found.totals] in ([], [Decimal(45)])
    assert [(own.amount_wan, own.midterm_amount_wan) for own in found.funding] == [(45, 90), (0, 0)]
