"""Second levels that stand before the names of indicators in one column of a grid; all invented."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

HEAD = """2022年度老年食堂补贴项目支出绩效自评表
项目名称\t老年食堂补贴\t\t\t\t
主管部门\t武汉市江岸区民政局\t\t实施单位\t江岸区养老中心\t
预算执行情况（万元）（20分）\t\t预算数（A）\t执行数（B）\t执行率（B/A）\t得分（20分×执行率）
\t年度财政资金总额\t260\t254.8\t98%\t19.6
年度绩效目标（80分）\t一级指标\t{label}\t年初目标值（A）\t实际完成值（B）\t得分
"""
ROWS = """\t产出指标（40分）\t{0}\t52家\t52家\t20
\t\t{1}\t100%\t100%\t20
\t效益指标（20分）\t{2}\t≥3000人次\t3260人次\t20
\t满意度指标（20分）\t{3}\t≥90%\t95%\t20
总分\t100
"""
NAMES = [
    ("数量指标", "食堂家数"),
    ("质量指标", "检查合格率"),
    ("社会效益指标", "就餐人数"),
    ("服务对象满意度指标", "满意度"),
]


def form(label: str, writing: str) -> Reading:
    names = [writing.format(level=level, name=name) for level, name in NAMES]
    return read((HEAD.format(label=label) + ROWS.format(*names)).encode(), "form.txt")


@pytest.mark.parametrize("label", ["二级指标 / 三级指标", "二级指标及三级指标", "二、三级指标", "三级指标"])
@pytest.mark.parametrize(
    "writing",
    [
        "【{level}】{name}",
        "（{level}）{name}",
        "[{level}] {name}",
        "{level}-{name}",
        "{level}/{name}",
        "{level}：{name}",
    ],
)
def test_the_second_level_stands_before_the_name(label: str, writing: str) -> None:
    found = form(label, writing)
    assert [(row.printed_level2, row.indicator_name) for row in found.performance] == NAMES
    assert [row.category_code for row in found.performance] == [11, 12, 22, 31]
    assert [row.actual for row in found.performance] == ["52家", "100%", "3260人次", "95%"]
    assert [(row.measure, str(row.executed_wan)) for row in found.executions] == [
        ("total", "254.8"),
        ("fiscal", "254.8"),
    ]
    assert not found.not_understood


@pytest.mark.parametrize("writing", ["{name}（{level}）", "【{name}】"])
def test_what_stands_elsewhere_is_no_level(writing: str) -> None:
    found = form("二级指标/三级指标", writing)
    names = [writing.format(level=level, name=name) for level, name in NAMES]
    assert [(row.printed_level2, row.indicator_name) for row in found.performance] == [(None, name) for name in names]
