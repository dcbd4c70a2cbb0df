"""Rows that number the columns of a table are none of its rows, in forms and in lists; all invented."""

from collections.abc import Sequence

import pytest

from ingest.pipeline import read
from ingest.rows import Reading
from ingest.source.column_numbers import numbers_columns

KINDS = {
    "digits": ["1", "2", "3", "4", "5", "6", "7"],
    "circles": [*"①②③④⑤⑥⑦"],
    "brackets": [f"（{number}）" for number in range(1, 8)],
    "letters": [*"ABCDEFG"],
    "Chinese": [*"一二三四五六七"],
    "stems and digits": [*"甲乙丙1234"],
    "Roman": [*"ⅠⅡⅢⅣⅤⅥⅦ"],
    "behind their label": ["栏次", "", "", "1", "2", "3", "4"],
    "below the values alone": ["", "", "", "1", "2", "3", "4"],
    "computed": ["1", "2", "3", "4", "5", "6=5/4", "7"],
}
HEADER = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]
ROWS = [
    ["产出指标", "数量指标", "修补渠道长度", "≥9公里", "9.4公里", "40", "40"],
    ["", "质量指标", "渠道验收合格率", "≥95%", "96%", "30", "30"],
    ["效益指标", "社会效益指标", "受益农户", "≥310户", "302户", "20", "19.5"],
]


def _form(numbering: Sequence[str]) -> Reading:
    head = "项目支出绩效自评表\n（2023年度）\n项目名称\t灌区渠道修补\n主管部门\t临夏县水务局\n"
    rows = ["\t".join(row) for row in (HEADER, numbering, *ROWS)]
    return read((head + "\n".join(rows) + "\n").encode(), "form.txt")


@pytest.mark.parametrize("numbering", KINDS.values(), ids=KINDS)
def test_a_form_has_no_indicator_of_ordinals(numbering: Sequence[str]) -> None:
    found = _form(numbering)
    assert [(row.indicator_name, row.target, row.actual, row.score) for row in found.performance] == [
        ("修补渠道长度", "≥9公里", "9.4公里", 40),
        ("渠道验收合格率", "≥95%", "96%", 30),
        ("受益农户", "≥310户", "302户", 19.5),
    ]
    assert not found.not_understood


@pytest.mark.parametrize("numbering", KINDS.values(), ids=KINDS)
def test_a_list_has_no_project_of_ordinals(numbering: Sequence[str]) -> None:
    lines = [
        "2023年项目绩效目标表",
        "单位名称：临夏县水务局",
        "项目名称\t金额（万元）\t备注说明\t一级指标\t二级指标\t三级指标\t指标值",
        "\t".join(numbering),
        "渠道修补\t86\t续建\t产出指标\t数量指标\t修补渠道长度\t≥9公里",
        "泵站更新\t31\t新建\t产出指标\t数量指标\t更新水泵\t4台",
    ]
    found = read("\n".join(lines).encode(), "list.txt")
    assert [row.project_name for row in found.projects] == ["渠道修补", "泵站更新"]
    assert [row.indicator_name for row in found.indicators] == ["修补渠道长度", "更新水泵"]


@pytest.mark.parametrize(
    "row",
    [
        ["1", "2", "3"],
        ["年度资金总额", "1", "2", "3"],
        ["3", "4", "5", "6"],
        ["A", "B", "D"],
        ["①", "②"],
        ["产出指标", "②", "③", "④"],
    ],
)
def test_other_rows_number_nothing(row: Sequence[str]) -> None:
    assert not numbers_columns(row)
