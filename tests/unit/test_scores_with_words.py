"""Scores that stand in one cell with a rate or with the reason for what was taken off."""

from decimal import Decimal

import pytest

from ingest.pipeline import read

FORM = """<html><body><p>项目支出绩效自评表</p><p>（2024年度）</p><table>
<tr><td>项目名称</td><td colspan=6>泵站维修</td></tr>
<tr><td>主管部门</td><td colspan=2>玉环市水利局</td><td>实施单位</td><td colspan=3>玉环市泵站管理所</td></tr>
<tr><td rowspan=2>项目资金（万元）</td><td></td><td>年初预算数</td><td>全年预算数</td><td>全年执行数</td><td>分值</td><td>执行率</td></tr>
<tr><td>年度资金总额</td><td>420</td><td>420</td><td>398.16</td><td>10</td><td>{rate}</td></tr>
<tr><td>绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>分值</td><td>得分</td></tr>
<tr><td></td><td>产出指标</td><td>数量指标</td><td>维修泵站</td><td>36座</td><td>31座</td><td>50</td><td>{score}</td></tr>
</table></body></html>"""


@pytest.mark.parametrize("rate", ["94.80%（得分：9.48）", "94.80%（9.48分）", "94.80%（9.48）", "94.80%/9.48"])
def test_a_rate_and_its_score_stand_in_one_cell(rate: str) -> None:
    (found,) = read(FORM.format(rate=rate, score="43").encode(), "form.html").executions
    assert (found.execution_rate, found.score) == (Decimal("94.80"), Decimal("9.48"))


@pytest.mark.parametrize(
    ("printed", "score", "reason"),
    [("43", "43", None), ("43（部分泵站推迟）", "43", "部分泵站推迟"), ("43分（部分泵站推迟）", "43", "部分泵站推迟")],
)
def test_a_score_and_its_reason_stand_in_one_cell(printed: str, score: str, reason: str | None) -> None:
    (found,) = read(FORM.format(rate="94.80%", score=printed).encode(), "form.html").performance
    assert (found.score, found.reason) == (Decimal(score), reason)
