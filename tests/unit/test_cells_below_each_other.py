"""Forms whose cells a text prints a line each: put back into rows where there is one way to do so; all invented."""

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.rows import Reading

EVALUATION = """项目支出绩效自评表
（2023年度）
项目名称\t乡村公路养护
主管部门\t218-石首市交通运输局\t实施单位\t石首市公路中心
项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t年度资金总额\t150\t150\t120\t10\t80%\t8
\t其中：当年财政拨款\t100\t100\t90\t—\t\t—
\t其他资金\t50\t50\t30
年度总体目标\t预期目标\t实际完成情况
\t养护公路90公里，保障通行。\t养护公路88公里。
绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
\t产出指标\t数量指标\t养护公路里程\t≥90公里\t88公里\t20\t19\t连续降雨，工期推迟
\t\t\t更换护栏12处工程\t12处\t12处\t10\t10
\t\t质量指标\t验收合格率\t100%\t100%\t10\t10
\t\t成本指标\t养护成本\t≤150万元\t120万元\t10\t10
\t效益指标\t社会效益指标\t通行条件\t改善\t改善\t30\t30
\t满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t92%\t10\t10
总分\t100\t97
扫一扫在手机打开当前页
"""
PLAN = """项目支出绩效目标表
（2024年度）
项目名称\t乡村公路养护
主管部门\t石首市交通运输局\t实施单位\t石首市公路中心
项目资金（万元）\t中期资金总额：\t460.00\t年度资金总额：\t150.00
\t其中：财政拨款\t260.00\t其中：财政拨款\t100.00
\t其他资金\t200.00\t其他资金\t50.00
年度目标\t养护公路90公里
绩效指标\t一级指标\t二级指标\t三级指标\t指标值
\t产出指标\t数量指标\t养护公路里程\t≥90公里
\t\t时效指标\t完成时间\t12月底前
\t效益指标\t经济\t方便出行\t通行时间\t缩短
"""


def below(text: str, *, blanks: bool) -> Reading:
    """The form with each cell in a line of its own, blank ones left out, or all with a bar behind them."""
    cells = [cell for line in text.splitlines() for cell in line.split("\t")]
    lines = [f"{cell} |" for cell in cells] if blanks else [cell for cell in cells if cell]
    return read("\n".join(lines).encode(), "form.txt")


def facts(found: Reading) -> list[object]:
    return [
        *((row.measure, row.budget_wan, row.adjusted_wan, row.executed_wan) for row in found.executions),
        *((row.funding_source_code, row.amount_wan, row.midterm_amount_wan) for row in found.funding),
        *((row.printed_level2, row.indicator_name, row.annual_target) for row in found.indicators),
        *(
            (row.printed_level1, row.printed_level2, row.indicator_name, row.target, row.actual, row.weight, row.score)
            for row in found.performance
        ),
        *((row.indicator_name, row.reason) for row in found.performance),
    ]


def test_a_self_evaluation_is_that_of_its_table() -> None:
    expected = facts(read(EVALUATION.encode(), "form.txt"))
    assert len(expected) == 3 + 2 * 6
    assert facts(below(EVALUATION, blanks=False)) == expected


def test_both_sides_of_the_money_of_a_plan_stay_apart() -> None:
    plan = PLAN.replace("\t经济\t方便出行\t", "\t经济效益指标\t")
    expected = facts(read(plan.encode(), "form.txt"))
    assert ("fiscal", 100, 260) in expected
    assert facts(below(plan, blanks=False)) == expected


def test_a_label_in_two_lines_is_one() -> None:
    plan = PLAN.replace("\t经济\t方便出行\t", "\t经济效益\n指标\t")
    found = below(plan, blanks=False)
    assert [(row.printed_level2, row.indicator_name) for row in found.indicators][-1] == ("经济效益指标", "通行时间")


@pytest.mark.parametrize(
    ("old", "new"),
    [("\t20\t19\t", "\t20\t\t"), ("\t方便出行\t", "\t"), ("\t50\t50\t30\n", "\t50\t30\n")],
    ids=["a score is blank", "a level of no vocabulary", "an amount is blank"],
)
def test_cells_that_do_not_come_out_even_are_refused(old: str, new: str) -> None:
    with pytest.raises(DocumentRejected, match="some are missing"):
        below((EVALUATION + PLAN).replace(old, new) if old in EVALUATION else PLAN.replace(old, new), blanks=False)


def test_cells_that_run_together_are_said_to() -> None:
    with pytest.raises(DocumentRejected, match="at most blanks part them"):
        read(PLAN.replace("\n", " ").replace("\t", " ").encode(), "form.txt")


def test_blank_cells_that_are_printed_say_which_cell_is_blank() -> None:
    form = """部门预算项目支出绩效自评表(2023年度)
项目名称\t工资性支出
主管部门\t应城市统计局\t实施单位\t应城市统计局
预算执行情况(10分)\t年度预算数(万元)\t年初预算\t调整后预算数\t预算执行数\t预算执行率\t权重\t得分\t原因
总额\t238.93\t251.89\t251.89\t100.00%\t10\t\t见说明材料
其中:财政资金\t238.93\t251.89\t251.89\t100.00%\t/\t/
绩效指标(90分)\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t完成值\t权重\t得分\t未完成原因分析
产出指标\t数量指标\t发放覆盖率\t=\t100\t%\t\t60\t\t
效益指标\t社会效益指标\t足额保障率\t≥\t98\t%\t\t30\t\t
"""
    found = below(form, blanks=True)
    assert [(row.indicator_name, row.target, row.actual, row.weight, row.score) for row in found.performance] == [
        ("发放覆盖率", "=100%", None, 60, None),
        ("足额保障率", "≥98%", None, 30, None),
    ]
    assert [(row.measure, row.adjusted_wan, row.executed_wan, row.weight, row.score) for row in found.executions] == [
        ("total", found.executions[0].adjusted_wan, found.executions[0].executed_wan, 10, None),
        ("fiscal", found.executions[1].adjusted_wan, found.executions[1].executed_wan, None, None),
    ]
    assert str(found.executions[0].executed_wan) == "251.89"


def test_levels_that_say_value_are_levels_and_the_foot_of_a_page_ends_the_grid() -> None:
    lines = [
        "齐河县第三小学",
        "项目支出目标申报表",
        "（2025年度）",
        "项目名称",
        "公用经费",
        "项目主管部门",
        "齐河县第三小学",
    ]
    lines += ["项目资金申请（万元）", "资金总额：", "28.38", "财政拨款：", "28.38", "项目总体情况", "按标准安排经费。"]
    lines += [
        "一级",
        "二级",
        "三级",
        "年度数值",
        "备注",
        "产出值",
        "数量值",
        "在校人数",
        "<=412人",
        "时效值",
        "拨付及时",
        "有效",
    ]
    lines += ["效益值", "可持续影响值", "学生受益面", "=100%", "内容保障 | 公务邮箱", "齐河县人民政府主办"]
    found = read("\n\n".join(lines).encode(), "form.txt")
    shown = [(row.category_code, row.indicator_name, row.annual_target) for row in found.indicators]
    assert shown == [(11, "在校人数", "<=412人"), (13, "拨付及时", "有效"), (24, "学生受益面", "=100%")]
    assert [str(row.amount_wan) for row in found.funding] == ["28.38"]


def test_a_report_whose_cells_stand_a_line_each_is_refused_as_such() -> None:
    lines = ["汨罗市2021年度部门整体支出绩效评价自评报告", "评价内容", "绩效目标", "完成情况", "产出目标"]
    lines += ["质量指标", "考核合格率100%", "数量指标", "硬化道路18公里", "时效指标", "12月底前完成"]
    with pytest.raises(DocumentRejected, match="some are missing"):
        read("\n\n".join(lines).encode(), "report.txt")
