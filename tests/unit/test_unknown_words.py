"""Labels that no vocabulary has: what stands beside, below and above them says what they are, or it is said that nothing does."""

from decimal import Decimal
from pathlib import Path

from ingest.pipeline import read
from tests.unit.test_labelled_forms import EVALUATED, GRID, HEAD, attributes, form, money, names

ROWS = ("\t产出指标\t数量指标\t改造管道长度\t≥8公里\t60", "\t\t质量指标\t验收合格率\t100%\t40")
SCORED = (
    "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值\t得分",
    "\t产出指标\t数量指标\t改造管道长度\t8公里\t8公里\t60\t60",
    "\t满意度指标\t服务对象满意度指标\t职工满意度\t≥85%\t88%\t30\t28",
)


def test_a_project_under_an_unknown_label_of_a_name() -> None:
    found = form("项目支出绩效目标表", "（2024年度）", "主管部门\t梅州市林业局", "立项事项名称\t苗圃灌溉改造", *GRID)
    assert [project.project_name for project in found.projects] == ["苗圃灌溉改造"]


def test_two_unknown_labels_of_names_name_nothing() -> None:
    rows = ("主管部门\t梅州市林业局", "立项事项名称\t苗圃灌溉改造", "支出事项名称\t水渠改造", "项目名称\t水泵购置")
    assert [project.project_name for project in form(HEAD[0], HEAD[1], *rows, *GRID).projects] == ["水泵购置"]


def test_bodies_under_unknown_labels() -> None:
    rows = ("项目名称\t苗圃灌溉改造", "归口管理部门\t梅州市林业局", "项目牵头单位\t梅州市林业局苗圃中心")
    found = form(HEAD[0], HEAD[1], *rows, *GRID)
    assert found.document.department_name == "梅州市林业局"
    assert [unit.unit_name for unit in found.units] == ["梅州市林业局苗圃中心"]


def test_a_body_named_above_the_table_by_itself() -> None:
    found = form(
        "2024年部门预算", "项目支出绩效目标表", "417001梅州市林业局本级\t单位：万元", "项目名称\t苗圃灌溉改造", *GRID
    )
    assert (found.document.department_name, found.units[0].unit_code) == ("梅州市林业局本级", "417001")


def test_a_column_of_weights_by_its_word_and_its_numbers() -> None:
    found = form(*HEAD, "考核表\t一级指标\t二级指标\t考核点\t应达标准值\t权数", *ROWS)
    assert [row.weight for row in found.indicators] == [60, 40]
    found = form(
        *HEAD, "考核表\t一级指标\t二级指标\t三级指标\t指标值\t权数", *(row.replace("60", "甲") for row in ROWS)
    )
    assert [row.weight for row in found.indicators] == [None, None]


def test_a_value_of_half_a_year_or_of_an_earlier_one_is_no_target() -> None:
    for label in ("半年（程）指标值", "上年指标值", "前年实际值"):
        header = f"绩效指标\t一级指标\t二级指标\t三级指标\t{label}\t年度指标值"
        found = form(*HEAD, header, "\t产出指标\t数量指标\t改造管道长度\t4公里\t≥8公里")
        assert [(row.cycle_target, row.annual_target) for row in found.indicators] == [(None, "≥8公里")]


def test_a_target_form_does_not_become_an_evaluation_by_a_word() -> None:
    header = "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t预计完成情况"
    found = form(*HEAD, header, "\t产出指标\t数量指标\t改造管道长度\t≥8公里\t良好")
    assert names(found) == [("改造管道长度", "≥8公里")] and found.performance == ()


def test_a_total_behind_the_full_score_and_its_label() -> None:
    found = form(*EVALUATED, *SCORED, "总分\t\t总分值：100\t\t\t\t86.5\t良").evaluations[0]
    assert (found.total_weight, found.total_score, found.grade) == (100, Decimal("86.5"), "良")


def test_the_total_score_is_what_the_scores_add_up_to() -> None:
    found = form(*EVALUATED, *SCORED, "本年度评价汇总\t\t\t\t\t\t90\t88")
    assert (found.evaluations[0].total_weight, found.evaluations[0].total_score) == (90, 88)
    found = form(*EVALUATED, *SCORED, "本年度评价汇总\t\t\t\t\t\t90\t87")
    assert found.evaluations[0].total_score is None and attributes(found)["本年度评价汇总"] == "90；87"


def test_unknown_columns_of_execution_are_proved_by_the_rate() -> None:
    for rate, executed in (("90%", Decimal(45)), ("80%", None)):
        rows = ("资金（万元）\t\t年初下达数\t全年下达数\t累计支付数\t支付进度", f"\t年度资金总额\t50\t50\t45\t{rate}")
        found = form(*EVALUATED, *rows, *SCORED)
        assert [line.executed_wan for line in found.executions] == ([executed] if executed else [])


def test_what_heads_the_labels_of_rows_is_no_column() -> None:
    rows = (
        "资金（万元）\t资金来源\t年初预算数\t全年执行数",
        "\t年度资金总额\t50\t45",
        "\t其中：财政拨款\t40\t36",
        "\t其他资金\t10\t9",
    )
    found = form(*EVALUATED, *rows, *SCORED)
    assert [(line.measure, line.executed_wan) for line in found.executions] == [
        ("total", 45),
        ("fiscal", 36),
        ("other", 9),
    ]


def test_parts_of_fiscal_money_are_one_line_where_they_add_up_and_none_else() -> None:
    for central, found in (("27", [("total", 45), ("fiscal", 45)]), ("25", [("total", 45)])):
        for label in ("市级资金", "盟市财政资金"):
            rows = (
                "资金（万元）\t\t年初预算数\t全年执行数",
                "\t年度资金总额\t50\t45",
                f"\t中央资金\t30\t{central}",
                f"\t{label}\t20\t18",
            )
            reading = form(*EVALUATED, *rows, *SCORED)
            assert [(line.measure, line.executed_wan) for line in reading.executions] == found
            assert "18" in {own.value for own in reading.attributes}
            levels = [
                (row.level_code, row.amount_wan) for row in reading.funding_levels if row.amount_kind == "executed"
            ]
            assert levels == [("central", int(central)), ("prefecture", 18)]


def test_a_total_and_its_sources_in_one_row() -> None:
    found = form(*HEAD, "年度资金总额（万元）\t70\t其中：财政拨款\t45\t其他资金\t25", *GRID)
    assert money(found) == {"fiscal": (45, None, True), "other": (25, None, True)}


def test_a_total_in_another_part_of_the_form_proves_its_sources() -> None:
    rows = (
        "项目当年预算（万元）\t70\t项目负责人\t张明",
        "资金构成\t资金来源\t金额（万元）",
        "\t财政资金\t45",
        "\t其他资金\t25",
    )
    assert money(form(*HEAD, *rows, *GRID)) == {"fiscal": (45, None, True), "other": (25, None, True)}


def test_money_of_an_earlier_year_is_none_of_this_one() -> None:
    found = form(*HEAD, "年度资金总额（万元）\t70\t同名项目上年预算额（万元）\t60", *GRID)
    assert money(found) == {"fiscal": (70, None, False)}
    assert attributes(found)["同名项目上年预算额（万元）"] == "60"


def test_parts_behind_their_sum_are_no_sources_where_no_total_is_printed() -> None:
    rows = ("资金（万元）\t财政资金\t70", "\t中央资金\t45", "\t省级配套资金\t25", "\t企业自筹\t9")
    found = money(form(*HEAD, *rows, *GRID))
    assert {source: amount for source, (amount, _, _) in found.items()} == {"fiscal": 70, "other": 9}


def test_other_money_stays_open_beside_an_amount_that_nobody_names() -> None:
    rows = ("资金（万元）\t财政资金\t70", "\t其他资金\t9", "\t乡镇垫付\t5")
    assert money(form(*HEAD, *rows, *GRID)).keys() == {"fiscal"}


def test_the_year_beside_the_whole_project_is_no_source_of_it() -> None:
    found = form(*HEAD, "项目总预算（万元）：70", "项目当年预算（万元）：70", *GRID)
    assert money(found) == {"fiscal": (70, 70, True)}


def test_a_header_of_two_rows() -> None:
    rows = (
        "部门整体支出绩效目标表", "（2024年度）", "部门名称\t梅州市林业局",
        "年度主要任务\t任务名称\t主要内容\t预算金额（万元）", "\t\t\t总额\t财政拨款\t其他资金",
        "\t苗圃灌溉改造\t两个苗圃\t60\t50\t10", "\t机构运转\t全年\t20\t20\t0", "\t金额合计\t\t80\t70\t10",
    )  # fmt: skip
    found = form(*rows, *GRID)
    assert [(r.task_name, r.content, r.amount_wan, r.fiscal_wan, r.other_wan) for r in found.department_tasks] == [
        ("苗圃灌溉改造", "两个苗圃", 60, 50, 10),
        ("机构运转", "全年", 20, 20, 0),
    ]
    assert [(row.item, row.amount_wan) for row in found.department_budget] == [
        ("total", 80),
        ("fiscal", 70),
        ("other", 10),
    ]
    assert [(row.level, row.amount_kind, row.form_seq, row.measure, row.amount_wan) for row in found.totals] == [
        ("document", "tasks", 1, "total", 80),
        ("document", "tasks", 1, "fiscal", 70),
        ("document", "tasks", 1, "other", 10),
    ]


def test_tasks_whose_name_no_label_tells_are_left() -> None:
    rows = ("部门整体支出绩效目标表", "（2024年度）", "部门名称\t梅州市林业局")
    found = form(*rows, "年度计划\t甲栏\t乙栏\t预算金额（万元）", "\t苗圃灌溉改造\t两个苗圃\t60", *GRID)
    assert found.department_tasks == ()


def test_the_next_form_begins_with_a_label_of_the_one_before() -> None:
    head = ("立项名称\t{}", "资金申请单位\t梅州市林业局苗圃中心", "归口管理部门\t梅州市林业局")
    other = (head[1], head[0].format("水渠改造"), head[2])
    found = form("项目支出绩效目标表", "（2024年度）", head[0].format("苗圃灌溉改造"), *head[1:], *GRID, *other, *GRID)
    assert [project.project_name for project in found.projects] == ["苗圃灌溉改造", "水渠改造"]
    assert [row.project_seq for row in found.indicators] == [1, 1, 2, 2]


def test_a_label_with_its_item_in_one_cell() -> None:
    rows = ("资金（万元）\t年度资金总额\t70", "\t1、资金来源：（1）财政性资金\t45", "\t（2）其他资金\t25")
    assert money(form(*HEAD, *rows, *GRID)) == {"fiscal": (45, None, True), "other": (25, None, True)}


def test_weights_and_scores_by_their_numbers() -> None:
    header = "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t甲栏\t乙栏"
    found = form(*EVALUATED, header, *SCORED[1:])
    assert [(row.weight, row.score) for row in found.performance] == [(60, 60), (30, 28)]
    above = (row.replace("\t28", "\t31") for row in SCORED[1:])
    assert [(row.weight, row.score) for row in form(*EVALUATED, header, *above).performance] == [(None, None)] * 2


def test_numbers_behind_a_column_of_quantities_are_no_targets_before_one_they_are() -> None:
    levels = "一级指标\t三级指标"
    rows = ("产出指标\t管道长度", "产出指标\t合格率")
    weights = [f"{row}\t{value}\t10" for row, value in zip(rows, ("≥8公里", "≥95%"), strict=True)]
    assert [row.annual_value for row in form(*HEAD, f"{levels}\t指标之内容\t设定数值", *weights).indicators] == [8, 95]
    actual = [f"{row}\t=\t{value}" for row, value in zip(rows, ("8\t公里\t9公里", "95\t%\t96%"), strict=True)]
    header = f"{levels}\t符号\t设定数值\t计量单位\t年终结果"
    assert [row.annual_value for row in form(*HEAD, header, *actual).indicators] == [8, 95]


def test_a_text_that_goes_on_may_end_as_a_label_does() -> None:
    rows = ("年度目标\t此为涉密项目，不能列出总", "\t体绩效目标，不能列出年度绩效目标")
    assert (
        form(*HEAD, *rows, *GRID).projects[0].annual_goal == "此为涉密项目，不能列出总体绩效目标，不能列出年度绩效目标"
    )


def test_rows_of_indicators_that_nothing_explains_are_said() -> None:
    form = Path(__file__).parent / "published" / "grid_that_nothing_explains.txt"
    found = read(form.read_bytes(), form.name)
    assert not found.indicators
    assert [(own.code, own.project_seq, own.printed) for own in found.issues if own.code == "indicators_unread"] == [
        ("indicators_unread", 1, "产出")
    ]


def test_rows_of_labels_alone_are_no_unread_indicators() -> None:
    form = Path(__file__).parent / "published" / "anhui_amount_and_its_parts.txt"
    blank = form.read_text("utf-8") + "\t成本指标\t经济成本指标\n"
    assert [own.code for own in read(blank.encode(), form.name).issues if own.code == "indicators_unread"] == []


def test_criteria_with_weights_and_scores_need_no_targets() -> None:
    rows = "考核类别\t考核指标\t考核标准\t分值\t得分\n产出\t车位可用率\t每低1个百分点扣2分\t30\t28\n效果\t投诉处理\t及时得满分\t20\t19\n"
    rows += "满意度\t公众满意度\t不低于85%\t20\t18\n"
    head = "项目绩效评价表\n（2024年度）\n项目名称\t停车场运营\n主管部门\t茂名市水务局\n"
    found = read((head + rows).encode(), "form.txt").performance
    assert [(row.indicator_name, row.target, row.weight, row.score) for row in found] == [
        ("车位可用率", None, 30, 28),
        ("投诉处理", None, 20, 19),
        ("公众满意度", None, 20, 18),
    ]


def test_projects_behind_a_department_s_form_under_titles_of_unknown_words() -> None:
    department = ("部门整体支出绩效目标表", "（2024年度）", "部门名称\t梅州市林业局", "年度预算（万元）\t资金总额\t80")
    projects = [
        row
        for name in ("苗圃灌溉改造", "水渠改造")
        for row in (
            "支出事项考核情况",
            f"项目名称\t{name}\t主管部门\t梅州市林业局",
            "项目资金（万元）\t资金总额\t30",
            *GRID,
        )
    ]
    found = form(*department, *GRID, *projects)
    assert [row.item for row in found.department_budget] == ["total"]
    assert [(row.project_seq, row.amount_wan) for row in found.funding] == [(1, 30), (2, 30)]
    assert [project.project_name for project in found.projects] == ["苗圃灌溉改造", "水渠改造"]
    assert (len(found.department_indicators), len(found.indicators)) == (2, 4)


def test_directions_under_an_unknown_label_beside_the_signs_are_notes() -> None:
    header = "绩效指标\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t指标走势"
    found = form(
        *HEAD,
        header,
        "\t产出指标\t数量指标\t改造管道长度\t≥\t8\t公里\t正向指标",
        "\t\t质量指标\t合格率\t≤\t9\t%\t反向指标",
    )
    assert names(found) == [("改造管道长度", "≥8公里"), ("合格率", "≤9%")]


def test_a_value_under_more_words_beside_the_year_s_is_not_the_cycle_s() -> None:
    header = "绩效指标\t一级指标\t二级指标\t三级指标\t上半程指标值\t全年指标值"
    found = form(*HEAD, header, "\t产出指标\t数量指标\t改造管道长度\t4公里\t≥8公里")
    assert [(row.cycle_target, row.annual_target) for row in found.indicators] == [(None, "≥8公里")]


def test_targets_below_a_row_that_says_the_cycle_are_the_cycle_s() -> None:
    rows = ("名称\t长期绩效目标：三年改造24公里", "一级指标\t二级指标\t三级指标\t指标值")
    found = form(*HEAD, *rows, "产出指标\t数量指标\t改造管道长度\t24公里")
    assert [(row.cycle_target, row.annual_target) for row in found.indicators] == [("24公里", None)]


def test_levels_of_a_framework_of_its_own_under_an_unknown_first_label() -> None:
    rows = (
        "评价维度\t二级指标\t三级指标\t指标值\t占比（%）",
        "投入管理指标\t工作目标管理\t目标相关性\t相关\t40",
        "\t预算和财务管理\t预算执行进度\t≥95%\t60",
    )
    assert names(form(*HEAD, *rows)) == [("目标相关性", "相关"), ("预算执行进度", "≥95%")]


def test_two_labels_side_by_side_are_the_first_and_the_second_level() -> None:
    rows = (*GRID[:2], "\t民意指标\t民意类指标\t职工民意测评\t20\t20")
    header = "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t实际完成值"
    found = form(*EVALUATED, header, "\t产出指标\t数量指标\t改造管道长度\t8公里\t8公里", rows[-1])
    assert [(row.indicator_name, row.target, row.actual) for row in found.performance] == [
        ("改造管道长度", "8公里", "8公里"),
        ("职工民意测评", "20", "20"),
    ]


def test_a_department_s_target_of_the_cycle_is_not_the_year_s() -> None:
    rows = ("部门整体支出绩效目标表", "（2024年度）", "部门名称\t梅州市林业局", "年度预算（万元）\t资金总额\t80")
    header = "绩效指标\t一级指标\t二级指标\t三级指标\t中长期指标值"
    found = form(*rows, header, "\t产出指标\t数量指标\t改造管道长度\t24公里")
    assert [(row.cycle_target, row.annual_target) for row in found.department_indicators] == [("24公里", None)]


def test_reasons_under_more_words_beside_a_framework_of_its_own() -> None:
    header = "一级指标\t二级指标\t三级指标\t分值\t年度目标值\t实际完成值\t得分\t失分原因逐项列明"
    rows = ("规划\t基础信息\t信息完整性\t40\t完整\t完整\t40", "执行\t采购管理\t采购执行率\t60\t≥95%\t91%\t55\t两次流标")
    found = form(*EVALUATED, header, *rows)
    assert [row.reason for row in found.performance] == [None, "两次流标"]
    header = header.replace("失分原因逐项列明", "偏差率")
    found = form(*EVALUATED, header, *(row + "\t0" for row in rows))
    assert [row.reason for row in found.performance] == [None, None]


def test_two_levels_of_projects_below_each_other_name_one_form() -> None:
    heads = (
        f"一级项目名称\t苗圃建设{n}\n二级项目名称\t{name}\n主管部门\t梅州市林业局"
        for n, name in ((1, "灌溉改造"), (2, "水泵购置"))
    )
    found = form("项目支出绩效目标表", "（2024年度）", *(row for head in heads for row in (*head.split("\n"), *GRID)))
    assert [project.project_name for project in found.projects] == ["灌溉改造", "水泵购置"]


def test_a_body_s_form_behind_a_project_s_under_a_title_of_unknown_words_is_no_part_of_that() -> None:
    body = ("整体情况考核", "部门名称\t梅州市林业局", "预算总额（万元）\t746", GRID[0], GRID[1].replace("管道", "沟渠"))
    goal = "年度目标\t" + "改造两个苗圃的灌溉管道，职工满意。" * 12
    found = form(*HEAD, "项目资金（万元）\t资金总额\t30", goal, *GRID, *body)
    assert [row.indicator_name for row in found.indicators] == ["改造管道长度", "职工满意度"]
    assert [row.amount_wan for row in found.funding] == [30]
    assert "project_name_missing" in {issue.code for issue in found.issues}


def test_goals_of_cycle_and_year_side_by_side_say_no_side_of_the_grid_below() -> None:
    goals = ("项目绩效目标\t实施期目标（2025年—2027年）\t年初目标", "\t三年改造24公里\t改造8公里")
    found = form(*HEAD, *goals, "二级指标\t三级指标\t指标目标值", "数量指标\t改造管道长度\t8公里")
    assert [(row.cycle_target, row.annual_target) for row in found.indicators] == [(None, "8公里")]
