"""Forms whose grid is turned: the labels of its columns below each other, an indicator in each column; all invented."""

from decimal import Decimal

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

HEAD = "项目支出绩效自评表\n（2023年度）\n项目名称\t牧区饮水点建设\n主管部门\t乌审旗水利局\n年度预算（万元）\t64\n"
GRID = (
    "一级指标\t产出指标\t{output}\t{output}\t效益指标",
    "二级指标\t数量指标\t{number}\t质量指标\t社会效益指标",
    "三级指标\t新建饮水点\t铺设管道\t水质达标率\t受益牧户",
    "年度指标值\t12处\t≥8.6公里\t100%\t≥150户",
    "实际完成值\t12处\t8.1公里\t100%\t162户",
    "分值\t20\t20\t20\t30",
    "得分\t20\t18.8\t20\t30",
    "偏差原因\t\t冻土期停工\t\t",
)
FOUND = [
    (11, "新建饮水点", "12处", "12处", 20, 20, None),
    (11, "铺设管道", "≥8.6公里", "8.1公里", 20, Decimal("18.8"), "冻土期停工"),
    (12, "水质达标率", "100%", "100%", 20, 20, None),
    (22, "受益牧户", "≥150户", "162户", 30, 30, None),
]


def _read(rows: tuple[str, ...], below: str = "") -> Reading:
    return read((HEAD + "\n".join(rows) + f"\n{below}").encode(), "form.txt")


@pytest.mark.parametrize("labels", [("产出指标", "数量指标"), ("", "")], ids=["each", "merged"])
def test_a_grid_that_is_turned_is_read_as_one_that_stands(labels: tuple[str, str]) -> None:
    output, number = labels
    found = _read(tuple(row.format(output=output, number=number) for row in GRID), "总分\t88.8\n")
    assert [
        (row.category_code, row.indicator_name, row.target, row.actual, row.weight, row.score, row.reason)
        for row in found.performance
    ] == FOUND
    assert [row.total_score is not None for row in found.evaluations] == [True]
    assert not found.not_understood


def test_a_grid_that_stands_is_left_as_it_is() -> None:
    rows = (
        "一级指标\t二级指标\t三级指标\t年度指标值",
        "产出指标\t数量指标\t新建饮水点\t12处",
        "效益指标\t社会效益\t受益牧户\t≥150户",
    )
    assert [row.indicator_name for row in _read(rows).performance] == ["新建饮水点", "受益牧户"]


def test_labels_below_each_other_with_one_value_each_are_no_grid() -> None:
    found = _read(("一级指标\t产出指标", "二级指标\t数量指标", "三级指标\t新建饮水点"))
    assert not found.performance
