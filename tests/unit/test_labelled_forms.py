"""Layouts of labelled forms: small forms as rows of cells, and the facts that each of them prints."""

from decimal import Decimal

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.rows import Reading

HEAD = ("项目支出绩效目标表", "（2024年度）", "项目名称\t苗圃灌溉改造\t主管部门\t梅州市林业局")
GRID = (
    "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值",
    "\t产出指标\t数量指标\t改造管道长度\t≥8公里",
    "\t满意度指标\t服务对象满意度指标\t职工满意度\t≥85%",
)
EVALUATED = ("2024年度项目支出绩效自评表", "项目名称\t苗圃灌溉改造\t主管部门\t梅州市林业局")


def form(*rows: str) -> Reading:
    return read("\n".join(rows).encode(), "form.txt")


def money(reading: Reading) -> dict[str, tuple[Decimal, Decimal | None, bool | None]]:
    return {row.funding_source_code: (row.amount_wan, row.midterm_amount_wan, row.is_proved) for row in reading.funding}


def attributes(reading: Reading) -> dict[str, str]:
    return {row.attribute: row.value for row in reading.attributes}


def names(reading: Reading) -> list[tuple[str | None, str | None]]:
    return [(row.indicator_name, row.annual_target) for row in reading.indicators]


def test_the_whole_project_beside_the_year() -> None:
    rows = (
        "项目资金（元）\t项目资金总额\t900,000\t年度资金申请总额\t300,000",
        "\t其中：财政资金\t600,000\t其中：当年财政拨款\t200,000",
        "\t其他资金\t300,000\t其他资金\t100,000",
    )
    found = form(*HEAD, *rows, *GRID)
    assert money(found) == {"fiscal": (20, 60, True), "other": (10, 30, True)}
    assert [total.amount_wan for total in found.totals] == [30]


def test_amounts_in_yuan_beyond_a_hundred_million() -> None:
    rows = ("项目资金（元）\t年度资金总额\t1,337,310,000.00", "\t其中：财政资金\t1,337,300,000.00", "\t其他资金\t10000")
    assert money(form(*HEAD, *rows, *GRID)) == {"fiscal": (133730, None, True), "other": (1, None, True)}


def test_sources_in_columns_and_periods_in_rows() -> None:
    rows = (
        "项目资金（万元）\t\t资金总额\t财政资金\t自有资金",
        "\t中期资金\t90\t60\t30",
        "\t年度资金\t30\t20\t10",
    )
    assert money(form(*HEAD, *rows, *GRID)) == {"fiscal": (20, 60, True), "other": (10, 30, True)}


def test_amounts_behind_unknown_labels_are_told_by_their_sum() -> None:
    rows = ("全年所需额度：70万元", "一、预算资金：45", "二、企业自筹：25")
    found = form(*HEAD, *rows, *GRID)
    assert money(found) == {"fiscal": (45, None, True), "other": (25, None, True)}


def test_an_unknown_label_in_a_column_of_amounts_counts_where_the_sum_says_so() -> None:
    rows = ("资金总额\t70", "财政资金\t45", "乡镇垫付\t25", "绩效联络员\t4")
    found = form(*HEAD, *rows, *GRID)
    assert money(found) == {"fiscal": (45, None, True), "other": (25, None, True)}
    assert attributes(found)["绩效联络员"] == "4"
    assert {issue.code for issue in found.issues} >= {"funding_source_assumed"}


def test_two_totals_of_which_none_is_named_the_year_s_are_no_amount() -> None:
    found = form(*HEAD, "投入甲\t70", "资金甲\t80\t资金乙\t90", *GRID)
    assert found.funding == ()
    assert "amount_missing" in {issue.code for issue in found.issues}


def test_notes_behind_an_amount() -> None:
    rows = (
        "资金构成\t总额\t60万元",
        "\t一、财政拨款\t40万元（其中：上级：15万元；本级：25万元）",
        "\t二、自有资金\t20万",
    )
    found = form(*HEAD, *rows, *GRID)
    assert money(found) == {"fiscal": (40, None, True), "other": (20, None, True)}
    assert [(row.amount_printed, row.char_end - row.char_start) for row in found.funding] == [
        ("40万元", 4),
        ("20万", 3),
    ]
    assert attributes(found)["一、财政拨款"] == "（其中：上级：15万元；本级：25万元）"


def test_parts_behind_the_amount_of_one_source_are_no_sources_of_the_form() -> None:
    rows = (
        "资金构成\t总额\t75万元",
        "\t一、财政拨款\t40万元",
        "\t二、自筹资金\t10万",
        "\t三、其他\t25万（市属企业15万元，镇街10万元）",
    )
    found = form(*HEAD, *rows, *GRID)
    assert money(found) == {"fiscal": (40, None, True), "other": (35, None, True)}
    assert attributes(found)["三、其他"] == "（市属企业15万元，镇街10万元）"


def test_unknown_labels_keep_their_values() -> None:
    found = form(*HEAD, "缘起\t灌溉设施老化。", "作业范围\t三个苗圃、两条水渠", *GRID)
    assert attributes(found) == {"缘起": "灌溉设施老化。", "作业范围": "三个苗圃、两条水渠"}
    assert found.projects[0].project_name == "苗圃灌溉改造"


def test_a_goal_under_an_unknown_label_that_speaks_of_one() -> None:
    found = form(*HEAD, "本年度拟取得的效果\t全部苗圃实现滴灌。", *GRID)
    assert found.projects[0].annual_goal == "全部苗圃实现滴灌。"


def test_two_unknown_goals_are_told_by_their_words_or_not_at_all() -> None:
    goals = "总体绩效\t三年推进目标\t本年推进目标", "\t三年内改造八个苗圃。\t今年改造两个苗圃。"
    found = form(*HEAD, *goals, *GRID).projects[0]
    assert (found.cycle_goal, found.annual_goal) == ("三年内改造八个苗圃。", "今年改造两个苗圃。")


def test_a_label_alone_in_its_row_is_that_of_the_text_below() -> None:
    assert form(*HEAD, "年度绩效目标", "全部苗圃实现滴灌。", *GRID).projects[0].annual_goal == "全部苗圃实现滴灌。"


def test_a_short_answer_does_not_go_on_in_the_next_row() -> None:
    found = form(*HEAD, "项目类型\t一次性", "核定意见补充说明", *GRID)
    assert attributes(found)["项目类型"] == "一次性"


def test_levels_without_the_word_and_names_like_levels() -> None:
    rows = (
        "\t满意度指标\t服务对象\t职工满意度\t≥85%",
        "\t\t\t农户满意度\t≥80%",
    )
    found = form(*HEAD, *GRID[:2], *rows)
    assert [row.category_code for row in found.indicators] == [11, 31, 31]
    assert names(found)[-1] == ("农户满意度", "≥80%")


def test_a_header_of_unknown_words_is_known_by_the_levels_below_it() -> None:
    rows = (
        "考核表\t大类\t小类\t考核点\t应达到",
        "\t产出指标\t数量指标\t改造管道长度\t≥8公里",
        "\t\t质量指标\t验收合格率\t100%",
    )
    found = form(*HEAD, *rows)
    assert names(found) == [("改造管道长度", "≥8公里"), ("验收合格率", "100%")]


def test_a_number_beside_a_column_that_may_be_its_unit_is_no_target() -> None:
    rows = (
        "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t衡量尺度",
        "\t产出指标\t数量指标\t改造管道长度\t8\t公里",
        "\t\t质量指标\t验收合格率\t≥95%\t平均水平以上",
    )
    found = form(*HEAD, *rows)
    assert names(found) == [("改造管道长度", None), ("验收合格率", "≥95%")]
    assert {"8", "公里"} <= {row.text for row in found.not_understood}


def test_two_blocks_below_each_other_are_two_targets_of_one_indicator() -> None:
    blocks = [
        (block, f"\t产出指标\t数量指标\t改造管道长度\t≥{length}公里")
        for block, length in (("长期绩效指标", 24), ("本年考核要求", 8))
    ]
    lines = [line for block, row in blocks for line in (f"{block}\t一级指标\t二级指标\t指标内容\t指标值", row)]
    (row,) = form(*HEAD, *lines).indicators
    assert (row.cycle_target, row.annual_target) == ("≥24公里", "≥8公里")


def test_rows_behind_the_grid_are_no_indicators() -> None:
    rows = (
        "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值\t得分",
        "\t产出指标\t数量指标\t改造管道长度\t8公里\t8公里\t60\t60",
        "\t满意度指标\t服务对象满意度指标等\t职工满意度\t≥85%\t88%\t30\t28",
        "其他需要说明事项\t无",
        "总分\t\t\t\t\t\t90\t88\t优",
    )
    found = form(*EVALUATED, *rows)
    assert [(row.indicator_name, row.actual, row.score) for row in found.performance] == [
        ("改造管道长度", "8公里", 60),
        ("职工满意度", "88%", 28),
    ]
    assert (found.evaluations[0].total_weight, found.evaluations[0].total_score) == (90, 88)
    assert found.evaluations[0].grade == "优"
    assert attributes(found)["其他需要说明事项"] == "无"


def test_execution_under_unknown_labels_of_rows() -> None:
    rows = (
        "资金执行（万元）\t\t年初预算数\t全年预算数\t全年执行数\t执行率",
        "\t所需额度\t50\t50\t45\t90%",
        "\t其中：财政拨款\t50\t50\t45\t90%",
    )
    found = form(*EVALUATED, *rows)
    assert [(row.measure, row.executed_wan, row.execution_rate) for row in found.executions] == [
        ("total", 45, 90),
        ("fiscal", 45, 90),
    ]


def test_a_form_of_a_whole_department_is_no_project() -> None:
    rows = (
        "部门整体支出绩效目标表",
        "（2024年度）",
        "部门名称\t梅州市林业局",
        "年度预算安排（万元）\t资金总额\t80",
        "\t项目支出\t60",
        "\t基本支出\t20",
        "年度主要任务\t任务名称\t任务要求\t预算金额（万元）",
        "\t苗圃灌溉改造\t两个苗圃\t60",
        "\t机构运转\t全年\t20",
    )
    found = form(*rows, *GRID)
    assert found.projects == () and found.funding == ()
    assert {row.item: (row.amount_wan, row.is_proved) for row in found.department_budget} == {
        "total": (80, True),
        "project": (60, True),
        "basic": (20, True),
    }
    assert [(row.task_name, row.amount_wan) for row in found.department_tasks] == [
        ("苗圃灌溉改造", 60),
        ("机构运转", 20),
    ]


def test_a_form_without_a_name_is_refused_with_its_reason() -> None:
    with pytest.raises(DocumentRejected, match="without 项目名称"):
        form("2024年度项目支出绩效自评表", "主管部门\t梅州市林业局", *GRID)


def test_a_code_behind_the_department_is_no_part_of_its_name() -> None:
    found = form(HEAD[0], HEAD[1], "项目名称\t苗圃灌溉改造", "主管部门及代码\t梅州市林业局 417", *GRID)
    assert found.document.department_name == "梅州市林业局"


def test_sources_that_add_up_to_no_total_are_not_those_of_the_whole_project() -> None:
    rows = ("项目总金额（万元）\t240\t本年度预算金额（万元）\t80", "中央补助（万元）\t50\t各镇配套（万元）\t30")
    assert money(form(*HEAD, *rows, *GRID)) == {"fiscal": (80, 240, False)}


def test_a_source_as_large_as_another_is_no_total() -> None:
    rows = ("申报资金\t一、本级财政资金\t3100", "\t二、上年结转资金\t3100")
    assert money(form(*HEAD, *rows, *GRID)) == {"fiscal": (3100, None, False), "other": (3100, None, False)}


def test_the_year_with_its_sources_below_the_whole_project() -> None:
    rows = (
        "项目资金（万元）\t项目总投资\t500",
        "\t截至上年底累计安排\t300",
        "\t本年度拟安排\t120",
        "\t其中：财政拨款\t100",
        "\t其他资金\t20",
    )
    assert money(form(*HEAD, *rows, *GRID)) == {"fiscal": (100, None, True), "other": (20, None, True)}


def test_amounts_of_one_source_are_not_added_where_one_may_be_part_of_the_other() -> None:
    rows = ("项目资金\t资金总额\t150", "\t财政拨款\t100", "\t省厅预算安排\t70", "\t其他资金\t30")
    assert money(form(*HEAD, *rows, *GRID)) == {"other": (30, None, False)}


def test_amounts_that_print_their_unit_assume_none() -> None:
    reading = form(*HEAD, "项目资金\t年度资金总额\t30万元", "\t其中：财政拨款\t30万元", *GRID)
    assert [row.code for row in reading.issues] == []


def test_the_header_of_a_table_of_texts_above_answers_that_come_again() -> None:
    rows = (
        "资金管理情况\t\t情况说明\t存在问题",
        "\t分配科学性\t按因素法分配\t无",
        "\t下达及时性\t30日内下达\t无",
        "\t拨付合规性\t按制度拨付\t无",
    )
    found = attributes(form(*HEAD, "年度资金总额（万元）\t30", *rows, *GRID))
    assert found == {"分配科学性": "按因素法分配；无", "下达及时性": "30日内下达；无", "拨付合规性": "按制度拨付；无"}


def test_a_text_where_a_label_stands_does_not_go_on_with_the_value_above_it() -> None:
    rows = ("项目排序\t\t开展年度维护工作，保障设施运行", "年度拟达到的成果", "完成普查258株，建立一树一档")
    reading = form(*HEAD, *rows, *GRID)
    assert attributes(reading)["项目排序"] == "开展年度维护工作，保障设施运行"


def test_an_unknown_header_printed_again_on_a_new_page_labels_nothing() -> None:
    header = "指标体系\t甲类\t乙类\t丙项\t丁值\t戊量"
    rows = (header, "\t甲一\t服务质量指标\t改造长度\t有效提升", "\t甲二\t服务数量指标\t合格率\t良好", header)
    about = "项目概况\t" + "对苗圃灌溉设施进行改造，更换老化管道，减少漏水，保障苗木生长用水。" * 4
    found = form(*HEAD, about, "年度资金总额（万元）\t30", *rows, "\t\t\t验收率\t长期", *GRID)
    assert not {"甲类", "丙项", "丁值", "验收率"} & attributes(found).keys()


def test_a_second_weight_or_score_is_a_note() -> None:
    rows = (
        "一级指标\t分值\t二级指标\t分值\t三级指标\t分值\t年度指标值\t实际完成值\t自评得分\t得分",
        "产出指标\t50\t数量指标\t20\t管道长度\t20\t8公里\t9公里\t20\t18",
    )
    (row,) = form(*EVALUATED, *rows).performance
    assert (row.weight, row.score, row.note) == (20, 20, "50；20；18")


def test_tasks_of_which_several_columns_are_money_have_their_total() -> None:
    rows = (
        "部门整体支出绩效目标表\n（2024年度）\n部门名称\t梅州市林业局",
        "年度主要任务\t任务名称\t项目级次\t财政拨款\t其他资金\t资金合计",
        "\t森林防火\t本级\t800\t100\t900",
        "\t良种选育\t本级\t60\t0\t60",
    )
    found = form(*rows, *GRID).department_tasks
    assert [(task.task_name, task.amount_wan) for task in found] == [("森林防火", 900), ("良种选育", 60)]


@pytest.mark.parametrize(("goal", "rest"), [("提高服务能力和水", "平，增强获得感。"), ("完成养护任务。", "")])
def test_a_goal_above_the_grid_goes_on_in_the_next_line_where_it_breaks_off(goal: str, rest: str) -> None:
    above = (
        "项目支出绩效目标表",
        "（2024年度）",
        "项目名称：林道养护",
        "主管部门：梅州市林业局",
        f"年度总体目标：{goal}",
    )
    grid = ("一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t养护里程\t≥8公里", "\t质量指标\t合格率\t≥95%")
    found = read("\n".join((*above, rest or "梅州市林业局办公室印制", *grid)).encode(), "form.txt")
    assert [own.annual_goal for own in found.projects] == [goal + rest]
    assert [own.text for own in found.not_understood] == ([] if rest else ["梅州市林业局办公室印制"])


@pytest.mark.parametrize("at", [0, 1, 3])
def test_the_total_score_is_no_indicator_in_whatever_column_it_stands(at: int) -> None:
    grid = (
        "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分",
        "\t产出指标\t数量指标\t改造管道长度\t≥8公里\t8公里\t60\t60",
        "\t满意度指标\t服务对象满意度指标\t职工满意度\t≥85%\t90%\t40\t39.5",
    )
    total = ["", "", "", "", "", "", "100", "99.50"]
    total[at] = "总分"
    found = form(*EVALUATED, *grid, "\t".join(total))
    assert [own.indicator_name for own in found.performance] == ["改造管道长度", "职工满意度"]
    assert [own.total_score for own in found.evaluations] == [Decimal("99.50")]


NUMBERED = (
    "一级指标\t二级指标\t三级指标\t\t年度指标值",
    "产出指标\t数量指标\t指标1\t改造管道长度\t≥8公里",
    "\t\t指标2\t新增喷头\t≥600个",
    "\t质量指标\t指标1\t验收合格率\t100%",
)


def test_names_behind_their_numbers_below_one_label() -> None:
    assert names(form(*HEAD, *NUMBERED)) == [
        ("改造管道长度", "≥8公里"),
        ("新增喷头", "≥600个"),
        ("验收合格率", "100%"),
    ]


def test_a_blank_column_behind_names_that_are_no_numbers_holds_none() -> None:
    rows = [row.replace("指标1\t", "供水\t").replace("指标2\t", "喷灌\t") for row in NUMBERED]
    assert "指标1" not in {name for name, _ in names(form(*HEAD, *rows))}
    assert {name for name, _ in names(form(*HEAD, *rows))} >= {"供水", "喷灌"}


LONG_TERM = (
    "名称\t长期绩效目标：三年改造管道26公里。", "一级指标\t二级指标\t三级指标\t指标值\t绩效标准",
    "产出指标\t数量指标\t改造管道长度\t26公里\t方案", "\t质量指标\t验收合格率\t100%\t办法",
)  # fmt: skip
OF_YEAR = (
    "名称\t年度绩效目标：改造管道8公里。", "一级指标\t二级指标\t三级指标\t指标值\t\t\t依据",
    "\t\t\t近两年指标值\t\t预期当年实现值\t", "\t\t\t前年\t上年\t\t",
    "产出指标\t数量指标\t改造管道长度\t7公里\t9公里\t8公里\t方案", "\t质量指标\t验收合格率\t100%\t100%\t100%\t办法",
)  # fmt: skip


def test_two_grids_of_the_same_indicators_and_a_header_of_three_rows() -> None:
    found = form(*HEAD, *LONG_TERM, *OF_YEAR)
    assert [(row.indicator_name, row.annual_target, row.cycle_target) for row in found.indicators] == [
        ("改造管道长度", "8公里", "26公里"),
        ("验收合格率", "100%", "100%"),
    ]


def test_two_grids_of_the_same_indicators_that_say_no_time_leave_their_targets() -> None:
    found = form(*HEAD, "目标甲", *LONG_TERM[1:], "备注\t无", "目标乙", *LONG_TERM[1:])
    assert {row.annual_target for row in found.indicators} == {None}
    assert {"26公里", "100%"} <= {row.text for row in found.not_understood}


def test_the_money_of_a_whole_project_behind_its_one_source() -> None:
    rows = ("资金需求（万元）\t实施周期总额\t一般公共预算安排90万元", "\t2024年金额\t30")
    found = form(*HEAD, *rows, *GRID)
    assert {source: values[:2] for source, values in money(found).items()} == {"fiscal": (30, 90)}


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("分值\t执行率/得分", "10\t92%/9.2"),
        ("分值／执行率\t得分", "10／92%\t9.2"),
        ("分值\t执行率（得分）", "10\t92%（9.2分）"),
        ("分值\t执行率（B/A）", "10\t92%（得分：9.2）"),
        ("分值\t执行率", "10\t92%，得9.2分"),
    ],
)
def test_a_rate_beside_its_score_or_its_weight_in_one_cell(head: str, cells: str) -> None:
    rows = (
        f"项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t{head}",
        f"\t年度资金总额\t120\t120\t110.4\t{cells}",
    )
    grid = (
        "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分",
        "产出指标\t数量指标\t改造管道长度\t≥8公里\t8公里\t90\t90",
    )
    (money,) = form(*EVALUATED, *rows, *grid).executions
    assert [money.execution_rate, money.weight, money.score] == [92, 10, Decimal("9.2")]
