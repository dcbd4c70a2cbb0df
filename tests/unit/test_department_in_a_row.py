"""Forms of a department that print its money in the columns of one row, a list of its projects behind; all invented."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading
from tests.unit.test_published_forms import as_html

ABOVE = """预算公开表21
2022年部门整体支出绩效目标表
{name}：{printed}    金额单位：万元
{name}\t年度预算申请\t\t\t\t\t\t整体绩效目标
\t资金总额\t一般公共预算\t政府性基金拨款\t财政专户管理资金\t基本支出\t项目支出
平江县水利局\t4863.72\t4215.72\t560\t88\t1927.45\t2936.27\t完成防汛抗旱任务，除险加固水库9座。
"""
TASKS = """年度重点工作任务
序号\t任务名称\t\t主要内容\t\t\t预算资金（万元）\t备注
1\t防汛抗旱\t\t储备防汛物资\t\t\t486
2\t水库除险加固\t\t实施水库除险加固\t\t\t1150.27
"""
GRID = """部门整体支出年度绩效指标\t一级指标\t二级指标\t三级指标\t\t\t指标值
\t产出指标\t数量指标\t堤防加固长度\t\t\t≥14.6公里
\t\t\t水库除险加固\t\t\t9座
\t\t质量指标\t验收合格率\t\t\t100%
\t满意度指标\t服务对象满意度指标\t用水户满意度\t\t\t≥90%
注：本表按收入性质与支出性质分列。
"""
LIST = """预算公开表20
2022年项目支出明细表
金额单位：万元
项目名称\t资金总额\t一般公共预算拨款\t政府性基金预算拨款\t财政专户管理资金
合计\t1636.27\t1076.27\t560
防汛抗旱及水毁工程修复专项\t486\t486
水库除险加固工程\t1150.27\t590.27\t560
"""


def form(
    *, tasks: str = TASKS, behind: str = "", name: str = "部门（单位）名称", printed: str = "401_平江县水利局"
) -> Reading:
    return read(as_html(ABOVE.format(name=name, printed=printed) + tasks + GRID + behind).encode(), "form.html")


@pytest.mark.parametrize("name", ["部门（单位）名称", "部门名称", "单位名称"])
@pytest.mark.parametrize("tasks", [TASKS, ""], ids=["tasks", "no tasks"])
@pytest.mark.parametrize("behind", [LIST, ""], ids=["a list", "no list"])
def test_the_row_of_the_department_is_no_task(name: str, tasks: str, behind: str) -> None:
    found = form(tasks=tasks, behind=behind, name=name)
    assert found.document.department_name == "平江县水利局"
    assert {own.item: str(own.amount_wan) for own in found.department_budget} == {
        "total": "4863.72",
        "fiscal": "4775.72",
        "special_account": "88",
        "basic": "1927.45",
        "project": "2936.27",
    }
    assert [own.annual_goal for own in found.department_goals] == ["完成防汛抗旱任务，除险加固水库9座。"]
    names = [("防汛抗旱", "486"), ("水库除险加固", "1150.27")] if tasks else []
    assert [(own.task_name, str(own.amount_wan)) for own in found.department_tasks] == names
    assert [own.indicator_name for own in found.department_indicators] == [
        "堤防加固长度", "水库除险加固", "验收合格率", "用水户满意度",
    ]  # fmt: skip
    assert not found.projects
