"""A source under an unknown label in the table of projects beside their forms: told by the sum of its row."""

import pytest

from ingest.pipeline import read

DOCUMENT = """昆明市生态环境局2025年部门预算
项目支出预算表
单位：元
项目单位\t项目名称\t合计\t{label}\t上级补助
昆明市生态环境监测站\t水环境监测\t2,685,000.00\t{first}\t0
昆明市生态环境局\t大气污染防治\t7,300,000.00\t1,300,000.00\t6,000,000.00
项目支出绩效目标表
（2025年度）
项目名称\t年度绩效目标\t一级指标\t二级指标\t三级指标\t指标值
水环境监测\t完成监测\t产出指标\t数量指标\t监测断面\t≥20个
\t\t\t质量指标\t数据有效率\t≥95%
大气污染防治\t完成防治\t产出指标\t数量指标\t治理企业\t≥8家
\t\t\t质量指标\t验收合格率\t≥95%
"""


@pytest.mark.parametrize("label", ["本级财力安排", "市级财力", "区本级安排数"])
def test_an_unknown_source_is_told_by_the_sum_of_its_row(label: str) -> None:
    found = read(DOCUMENT.format(label=label, first="2,685,000.00").encode(), "form.txt")
    amounts = [(row.project_seq, row.funding_source_code, int(row.amount_wan)) for row in found.funding]
    assert amounts == [(1, "fiscal", 268), (2, "fiscal", 730)]
