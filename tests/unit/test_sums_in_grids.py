"""Rows inside a grid of what its scores add up to, 小计 below each level; all invented."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

HEAD = (
    "<tr><td colspan=7>部门整体支出绩效自评表</td></tr><tr><td colspan=7>（2023年度）</td></tr>"
    "<tr><td>部门名称</td><td colspan=6>三明市水利局</td></tr>"
    "<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td><td>完成值</td><td>分值</td><td>得分</td></tr>"
)
LEVELS = {
    "投入": [("预算配置", "在职人员控制率", "≤100%", "98%", 10)],
    "过程": [("预算执行", "预算完成率", "100%", "97.5%", 10), ("预算执行", "公用经费控制率", "≤100%", "96%", 10)],
    "产出": [("数量", "新建堤防长度", "≥12公里", "13公里", 20), ("质量", "工程验收合格率", "100%", "100%", 20)],
    "效果": [("社会效益", "受益人口", "≥3万人", "3.2万人", 30)],
}
SUMS = {
    "in the first column": "<tr><td colspan=5>小计</td><td>{0}</td><td>{0}</td></tr>",
    "cells not merged": "<tr><td>小计</td><td></td><td></td><td></td><td></td><td>{0}</td><td>{0}</td></tr>",
    "behind its level": "<tr><td>{1}</td><td colspan=4>小计</td><td>{0}</td><td>{0}</td></tr>",
    "without scores": "<tr><td colspan=5>小计</td><td>{0}</td><td></td></tr>",
    "its words": "<tr><td colspan=5>{1}小计</td><td>{0}</td><td>{0}</td></tr>",
}
ROW = "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>"


def _read(below_level: str, last: str = "总计") -> Reading:
    rows = []
    for level, found in LEVELS.items():
        rows += [ROW.format(level, *own, own[-1]) for own in found]
        rows.append(below_level.format(sum(own[-1] for own in found), level))
    total = f"<tr><td colspan=5>{last}</td><td>100</td><td>100</td></tr>"
    return read(f"<table>{HEAD}{''.join(rows)}{total}</table>".encode(), "form.html")


@pytest.mark.parametrize("last", ["总计", "合计", "总分"])
@pytest.mark.parametrize("printed", SUMS)
def test_a_grid_goes_on_behind_a_subtotal(printed: str, last: str) -> None:
    found = _read(SUMS[printed], last)
    names = [own.indicator_name for own in found.department_indicators]
    assert names == [name for own in LEVELS.values() for _, name, *_ in own]
    assert not found.department_budget and not found.totals and not found.attributes
