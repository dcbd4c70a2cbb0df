"""Forms that print target and actual value in one cell; all invented."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

HEAD = "项目支出绩效自评表\n（2024年度）\n项目名称\t灯塔维修\n主管部门\t嵊泗县海洋与渔业局\n"
LABELS = "一级指标\t二级指标\t三级指标\t{}\t分值\t得分\n"
ROWS = "产出指标\t数量指标\t维修灯塔\t{}\t50\t50\n\t成本指标\t每座成本\t{}\t30\t28\n填表人：某某\t\t\t审核人：某某\n"


def _form(label: str, *cells: str) -> Reading:
    return read((HEAD + LABELS.format(label) + ROWS.format(*cells)).encode(), "form.txt")


@pytest.mark.parametrize("label", ["目标值/实际值", "年度指标值/实际完成值", "目标值／完成值"])
def test_target_and_actual_value_in_one_cell(label: str) -> None:
    found = _form(label, "≥4座/4座", "≤600元/天/640元/天")
    assert [(row.indicator_name, row.target, row.actual, row.weight, row.score) for row in found.performance] == [
        ("维修灯塔", "≥4座", "4座", 50, 50),
        ("每座成本", "≤600元/天", "640元/天", 30, 28),
    ]


def test_a_cell_without_two_values_is_no_pair() -> None:
    found = _form("目标值/实际值", "≥4座", "≤600元/天").performance
    assert all(row.actual is None for row in found)


def test_a_price_below_a_plain_label_stays_whole() -> None:
    found = _form("年度指标值", "4座", "≤600元/天").performance
    assert [row.target for row in found] == ["4座", "≤600元/天"]
