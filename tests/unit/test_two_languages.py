"""Forms whose labels print English words beside the Chinese ones; all invented."""

import pytest

from ingest.forms.labelled.labels import find_label
from ingest.pipeline import read
from ingest.source.scripts import in_chinese

FORM = """项目支出绩效目标表 Performance Targets of a Project
（2024年度 Year 2024）
项目名称 Project Name\t口岸智能查验 Smart Inspection\t主管部门（Department）\t绥芬河市商务局
年度预算 Annual Budget（万元）\t78\t年度目标 Annual Goal\t更新查验设备6台。
一级指标 Level 1\t二级指标 Level 2\t三级指标 Level 3\t指标值 Target
产出指标 Output\t数量指标 Quantity\t更新设备 Devices replaced\t6台
\t时效指标 Timeliness\t查验时间 Time of inspection\t≤9分钟
效益指标 Benefit\t社会效益指标 Social Benefit\t通关车辆 Vehicles\t≥4.1万辆
"""


def test_labels_are_known_without_the_english_words_behind_them() -> None:
    found = read(FORM.encode(), "form.txt")
    assert [row.project_name for row in found.projects] == ["口岸智能查验 Smart Inspection"]
    assert [(row.category_code, row.indicator_name, row.annual_target) for row in found.indicators] == [
        (11, "更新设备 Devices replaced", "6台"),
        (13, "查验时间 Time of inspection", "≤9分钟"),
        (22, "通关车辆 Vehicles", "≥4.1万辆"),
    ]
    assert [row.amount_wan for row in found.funding] == [78]


@pytest.mark.parametrize("text", ["PPP项目", "年度预算数A", "金额（B）", "WTO", "Project", "办公OA", "项目iPad购置"])
def test_letters_that_are_no_translation_stay(text: str) -> None:
    assert in_chinese(text) == text


def test_a_label_in_english_alone_is_unknown() -> None:
    assert find_label("Project Name") is None
