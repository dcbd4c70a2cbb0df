"""Tables below and between forms under titles of their own: their rows are outside, not indicators of the form above."""

import pytest

from ingest.pipeline import read
from tests.unit.test_published_forms import as_html

FORM = """项目支出绩效目标表
（2022年度）单位：万元
项目名称\t{name}
主管部门\t将乐县工业和信息化局\t项目单位\t将乐县工业园区公司
资金总额\t{amount}
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t厂房面积\t92000平方米
满意度指标\t服务对象满意度指标\t企业满意度\t≥90%
"""
ASSESSED = """新增专项债券项目事前绩效评估表
评估内容\t评估要点\t分值\t得分
必要性（30分）\t是否符合产业政策\t10\t10
\t是否具有公益性\t20\t18
"""
MONEY = """2022年一般公共预算支出情况表
科目编码\t科目名称\t本年数\t上年数
2150510\t产业发展\t42000\t9000
"""


@pytest.mark.parametrize("other", [ASSESSED, MONEY])
@pytest.mark.parametrize("is_between", [False, True])
def test_a_table_under_another_title_is_outside(other: str, is_between: bool) -> None:
    text = FORM.format(name="标准厂房二期", amount=420) + other
    if is_between:
        text += FORM.format(name="园区道路", amount=90)
    found = read(as_html(text).encode(), "form.html")
    assert [(row.project_seq, row.indicator_name) for row in found.indicators] == [
        (seq, name) for seq in range(1, 2 + is_between) for name in ("厂房面积", "企业满意度")
    ]
    assert [row.heading for row in found.outside_tables] == [other.splitlines()[0]]
    assert not found.not_understood


def test_a_part_of_the_form_under_a_title_of_its_own_is_read() -> None:
    above, below = FORM.format(name="标准厂房二期", amount=420).split("一级指标", 1)
    found = read(as_html(f"{above}项目年度绩效指标分解表\n一级指标{below}").encode(), "form.html")
    assert [row.indicator_name for row in found.indicators] == ["厂房面积", "企业满意度"]


def test_a_table_that_scores_decisions_is_outside() -> None:
    scored = """园区道路支出绩效评价指标评分表
一级指标\t二级指标\t三级指标\t分值\t得分
决策\t项目立项\t立项依据充分性\t10\t10
过程\t资金管理\t资金到位率\t20\t18
产出\t产出数量\t厂房面积\t70\t70
"""
    found = read(as_html(FORM.format(name="标准厂房二期", amount=420) + scored).encode(), "form.html")
    assert [row.indicator_name for row in found.indicators] == ["厂房面积", "企业满意度"]
    assert [row.heading for row in found.outside_tables] == ["园区道路支出绩效评价指标评分表"]
