"""A list whose 财政拨款 has a 小计 of its own between the 合计 of the project and its parts."""

from ingest.pipeline import read
from ingest.rows import Reading

HEADS = (
    "序号\t预算单位\t项目名称\t预算金额\t\t\t\t\t\t\t绩效指标\t\t\t",
    "\t\t\t合计\t财政拨款\t\t\t\t财政专户\t单位资金\t一级指标\t二级指标\t三级指标\t指标值",
    "\t\t\t\t小计\t一般公共预算\t政府性基金\t国有资本经营\t\t\t\t\t\t",
)
END = "\t产出指标\t数量指标\t养护里程\t≥5公里"


def a_list(*rows: str) -> Reading:
    body = [row if row.startswith("合计") else f"{row}{END}" for row in rows]
    lines = ("2024年部门预算项目绩效目标表", "部门：桂阳县公路局\t单位：万元", *HEADS, *body)
    return read("\n".join(lines).encode(), "list.txt")


def test_the_second_sum_is_of_the_fiscal_money_and_both_are_totals_of_the_list() -> None:
    found = a_list(
        "合计\t\t\t275.5\t235.5\t160.5\t70\t5\t0\t40\t\t\t\t",
        "1\t桂阳县公路局\t公路养护\t170.5\t130.5\t60.5\t70\t0\t0\t40",
        "2\t桂阳县公路局\t桥梁检测\t105\t105\t100\t0\t5\t0\t0",
    )
    totals = {(row.level, row.measure, str(row.amount_wan)) for row in found.totals if row.level == "document"}
    assert {("document", "total", "275.5"), ("document", "fiscal", "235.5"), ("document", "other", "40")} <= totals
    assert found.document.printed_total_wan is not None
    funding = {(row.project_seq, row.funding_source_code, str(row.amount_wan)) for row in found.funding}
    assert {(1, "fiscal", "130.5"), (1, "other", "40"), (2, "fiscal", "105")} <= funding
    assert not [row for row in found.issues if row.code == "funding_source_assumed"]
