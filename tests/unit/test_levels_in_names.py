"""Levels that stand before the name of an indicator in its own cell."""

import pytest

from ingest.grammar.named_targets import levels_of_name
from ingest.source.printed import Printed


def printed(text: str) -> Printed:
    return Printed(text, range(len(text)))


@pytest.mark.parametrize(
    ("name", "target", "found"),
    [
        ("【产出指标-数量指标】粮食播种面积", "≥16万亩", ["产出指标", "数量指标", "粮食播种面积", "≥16万亩"]),
        ("产出指标-质量指标：合格率", "100%", ["产出指标", "质量指标", "合格率", "100%"]),
        ("效益指标-社会效益指标", "受益人口 ≥21万人", ["效益指标", "社会效益指标", "受益人口", "≥21万人"]),
        ("满意度指标-服务对象满意度指标", "≥90%", ["满意度指标", "服务对象满意度指标", "", "≥90%"]),
        ("效益指标-社会效益指标", "群众出行更加便利", None),
        ("效益指标-可持续影响指标", "防洪标准达到20年一遇", None),
        ("投入产出-数量对比", "≥3", None),
        ("粮食播种面积", "≥16万亩", None),
    ],
)
def test_levels_before_a_name_are_its_own(name: str, target: str, found: list[str] | None) -> None:
    levels = levels_of_name(printed(name), printed(target))
    assert (None if levels is None else [part.text for part in levels]) == found
