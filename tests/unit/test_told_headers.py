"""A header whose words tell all its columns is the same above any rows, and each grid below it is its own."""

import pytest

from ingest.forms.labelled.grid.header import read_grid_header
from ingest.source.printed import Printed

_TOLD = ("绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因")
_ROWS = (
    ("", "产出指标", "数量指标", "巡查次数", "≥12次", "13次", "10", "10", ""),
    ("产出指标", "数量指标", "巡查次数", "12", "次", "≥", "10", "", "无"),
    ("", "", "", "群众满意度", "高", "高", "", "9.5", "未达标"),
)


def _texts(row: tuple[str, ...]) -> dict[int, str]:
    return {at: text for at, text in enumerate(row) if text}


@pytest.mark.parametrize("row", _ROWS)
def test_a_told_header_is_alike_above_any_row(row: tuple[str, ...]) -> None:
    grid = read_grid_header(_texts(_TOLD), [_texts(row)])
    assert grid is not None
    roles = ("level1", "level2", "level3", "annual", "actual", "weight", "score", "reason")
    assert grid.columns == dict(enumerate(roles, start=1))


def test_what_one_grid_carries_down_is_not_that_of_the_next() -> None:
    first, second = (read_grid_header(_texts(_TOLD), [_texts(_ROWS[0])]) for _ in range(2))
    assert first is not None and second is not None
    first.carried1, first.shift = Printed("产出指标", range(4)), 1
    first.shifts.add(1)
    first.doubted.add(3)
    assert (second.carried1.text, second.shift, second.shifts, second.doubted) == ("", 0, set(), set())
    third = read_grid_header(_texts(_TOLD), [_texts(_ROWS[0])])
    assert third is not None
    assert (third.carried1.text, third.shift, third.shifts, third.doubted) == ("", 0, set(), set())


@pytest.mark.parametrize("levels", [("产出", "数量", "质量"), ("产出指标", "数量指标", "质量指标")])
@pytest.mark.parametrize("third", ["具体指标", "指标名称", "指标"])
@pytest.mark.parametrize("second", ["指标内容", "指标分类", "内容"])
@pytest.mark.parametrize("first", ["指标类别", "类别", "指标", "一级指标"])
def test_levels_are_told_by_what_stands_below_and_names_stand_last(
    first: str, second: str, third: str, levels: tuple[str, str, str]
) -> None:
    header = (first, second, third, "计划值", "完成值", "权重", "得分", "未完成原因")
    rows = [
        (*levels[:2], "开放场馆数", "4个", "4个", "10", "10", ""),
        ("", "", "举办讲座场次", "≥60场", "48场", "10", "8", "场地维修"),
        ("", levels[2], "活动合格率", "100%", "100%", "10", "10", ""),
    ]
    grid = read_grid_header(_texts(header), [*map(_texts, rows)])
    assert grid is not None
    assert [*grid.columns.values()][:4] == ["level1", "level2", "level3", "value"]
