"""Zeros in forms of a cycle and its year prove nothing: each stands with the total of its column; all invented."""

from decimal import Decimal

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

FORM = (
    "项目支出绩效目标申报表\n（2024年度）\n（单位：元）\n项目名称\t民兵训练\t\t\t\n主管部门\t江门市财政局\t\t\t\n"
    "项目资金\t中期资金总额：\t{}\t年度资金总额：\t{}\n\t财政拨款\t{}\t财政拨款\t{}\n\t财政专户\t{}\t财政专户\t{}\n"
    "总体目标\t中期目标（2024年—2026年）\t\t年度目标\t\n\t完成训练三年\t\t完成训练\t\n"
    "绩效指标\t一级指标\t二级指标\t指标内容\t实施周期指标值\t二级指标\t指标内容\t年度指标值\n{}\n"
)
ROW = "\t产出指标\t数量指标\t训练人数\t≥300人\t数量指标\t训练人数\t≥100人"


def _read(*money: str, row: str = ROW) -> Reading:
    return read(FORM.format(*money, row).encode(), "form.txt")


@pytest.mark.parametrize("blank", ["", "/", "—"])
def test_a_zero_of_the_cycle_is_no_second_zero_of_the_year(blank: str) -> None:
    (own,) = _read("0.00", "0.00", blank, blank, "0.00", "0.00").funding
    assert (own.funding_source_code, own.amount_printed, own.midterm_amount_printed) == (
        "special_account",
        "0.00",
        "0.00",
    )
    assert own.midterm_amount_wan == Decimal(0)


def test_a_formula_under_both_targets_is_no_name() -> None:
    formula = "实际采购设备数量÷计划采购设备数量×100%"
    row = f"满意度指标\t服务对象满意度指标\t服务对象满意度\t{formula}\t服务对象满意度指标\t服务对象满意度\t{formula}\t"
    (own,) = _read("9", "3", "9", "3", "", "", row=row).indicators
    assert (own.indicator_name, own.cycle_target, own.annual_target) == ("服务对象满意度", formula, formula)
