"""What money is spent on, said in a cell of words: no source of it, beside rows of sources and without them."""

import pytest

from ingest.pipeline import read

FORM = """项目支出绩效目标表
（2025年度）
项目名称\t安全生产检查\t主管部门\t湖州市应急管理局
{label}\t{words}
项目资金（元）\t年度资金总额\t860,000.00
{sources}年度总体目标\t检查单位600家次，隐患得到整改
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t检查单位\t≥600家次
\t质量指标\t隐患整改率\t≥95%
"""
SOURCES = "\t其中：财政拨款\t800,000.00\n\t其他资金\t60,000.00\n"
LABELS = "资金测算", "测算依据", "支出明细", "预算明细", "资金用途", "项目概况", "立项依据", "资金构成"
COSTS = (
    "专家服务费56万元、检测检验费20万元、执法装备维护费10万元，合计86万元。",
    "1.专家服务费56万元；2.检测检验费20万元；3.装备维护10万元。合计86万元",
    "合计：86万元，其中：专家服务费56万元，其他费用30万元",
    "专家服务费：560000元；检测费：200000元；其他：100000元；合计：860000元",
    "专家费：56 检测费：20 其他：10 合计：86",
    "劳务费56万元、社会保险缴费20万元、企业设备10万元、年度资金总额86万元",
)


def funding(label: str, words: str, sources: str) -> tuple[list[tuple[str, int]], list[str]]:
    found = read(FORM.format(label=label, words=words, sources=sources).encode(), "form.txt")
    values = [row.value for row in found.attributes]
    return [(row.funding_source_code, int(row.amount_wan)) for row in found.funding], values


@pytest.mark.parametrize("words", COSTS)
@pytest.mark.parametrize("label", LABELS)
def test_costs_in_words_are_no_sources_and_hide_none(label: str, words: str) -> None:
    amounts, values = funding(label, words, SOURCES)
    assert amounts == [("fiscal", 80), ("other", 6)]
    assert words in values or words.startswith("合计")
    amounts, _ = funding(label, words, "")
    assert amounts == [("fiscal", 86)]


def test_sources_in_words_are_read_where_no_row_prints_them() -> None:
    amounts, _ = funding("资金构成", "财政拨款80万元，自筹资金6万元，合计86万元", "")
    assert amounts == [("fiscal", 80), ("other", 6)]
