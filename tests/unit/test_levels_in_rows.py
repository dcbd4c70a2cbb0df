"""Grids without columns of levels, whose levels stand in rows of their own above the indicators; all invented."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

HEAD = "项目支出{}表\n（2024年度）\n项目名称\t社区书屋更新\n主管部门\t三明市文化和旅游局\n"
FOUND = [
    ("产出", "数量", 11, "更新书屋", "7间"),
    ("产出", "数量", 11, "添置图书", "≥2100册"),
    ("产出", "质量", 12, "书屋验收合格率", "100%"),
    ("效益", "社会效益", 22, "借阅环境", "改善"),
    ("满意度", "服务对象满意度", 31, "读者满意度", "≥92%"),
]
WRITINGS = {
    "numbers in a column": (
        "编号\t指标名称\t指标值\t备注",
        ("1\t产出指标\t\t", "1.1\t数量指标\t\t", "1.2\t质量指标\t\t", "2\t效益指标\t\t", "2.1\t社会效益指标\t\t",
         "3\t满意度指标\t\t", "3.1\t服务对象满意度指标\t\t"),
        ("1.1.1\t{}\t{}\t", "1.1.2\t{}\t{}\t", "1.2.1\t{}\t{}\t", "2.1.1\t{}\t{}\t", "3.1.1\t{}\t{}\t"),
    ),
    "no numbers": (
        "指标名称\t指标值\t权重\t备注",
        ("产出指标\t\t\t", "数量指标\t\t\t", "质量指标\t\t\t", "效益指标\t\t\t", "社会效益指标\t\t\t", "满意度指标\t\t\t",
         "服务对象满意度指标\t\t\t"),
        ("{}\t{}\t20\t",) * 5,
    ),
    "over all columns": (
        "序号\t指标\t指标值\t备注",
        ("一、产出指标\t\t\t", "（一）数量指标\t\t\t", "（二）质量指标\t\t\t", "二、效益指标\t\t\t", "（一）社会效益指标\t\t\t",
         "三、满意度指标\t\t\t", "（一）服务对象满意度指标\t\t\t"),
        ("1\t{}\t{}\t", "2\t{}\t{}\t", "3\t{}\t{}\t", "4\t{}\t{}\t", "5\t{}\t{}\t"),
    ),
    "sums of weights beside them": (
        "序号\t指标名称\t指标值\t权重",
        ("1\t产出指标\t\t60", "1.1\t数量指标\t\t40", "1.2\t质量指标\t\t20", "2\t效益指标\t\t20", "2.1\t社会效益指标\t\t20",
         "3\t满意度指标\t\t20", "3.1\t服务对象满意度指标\t\t20"),
        ("1.1.1\t{}\t{}\t20", "1.1.2\t{}\t{}\t20", "1.2.1\t{}\t{}\t20", "2.1.1\t{}\t{}\t20", "3.1.1\t{}\t{}\t20"),
    ),
}  # fmt: skip


def _rows(writing: str) -> list[str]:
    header, levels, rows = WRITINGS[writing]
    own = [row.format(name, target) for row, (*_, name, target) in zip(rows, FOUND, strict=True)]
    output, number, quality, benefit, social, satisfaction, clients = levels
    return [
        *(header, output, number, *own[:2], quality, own[2]),
        *(benefit, social, own[3], satisfaction, clients, own[4]),
    ]


def _read(title: str, rows: list[str]) -> Reading:
    return read((HEAD.format(title) + "\n".join(rows) + "\n").encode(), "form.txt")


@pytest.mark.parametrize("writing", WRITINGS)
def test_levels_are_carried_down_from_rows_of_their_own(writing: str) -> None:
    found = _read("绩效目标", _rows(writing))
    assert [(row.category_code, row.indicator_name, row.annual_target) for row in found.indicators] == [
        own[2:] for own in FOUND
    ]
    for row, (first, second, *_) in zip(found.indicators, FOUND, strict=True):
        assert first in (row.printed_level1 or "")
        assert second in (row.printed_level2 or "")
    assert not found.not_understood


def test_costs_below_the_output_are_its_second_level_and_else_a_first_one() -> None:
    rows = [
        "指标名称\t指标值",
        "产出指标\t",
        "成本指标\t",
        "每间造价\t≤3万元",
        "成本指标\t",
        "经济成本指标\t",
        "总造价\t≤21万元",
    ]
    own = [_read("绩效目标", rows).indicators, _read("绩效目标", [rows[0], *rows[4:]]).indicators]
    assert [[(row.category_code, row.annual_target) for row in found] for found in own] == [
        [(14, "≤3万元"), (41, "≤21万元")],
        [(41, "≤21万元")],
    ]


def test_numbered_labels_of_levels_are_those_of_the_framework() -> None:
    rows = [
        "一级指标\t二级指标\t三级指标\t指标值",
        "一、产出指标\t（一）数量指标\t更新书屋\t7间",
        "\t1.2质量指标\t合格率\t100%",
    ]
    assert [row.category_code for row in _read("绩效目标", rows).indicators] == [11, 12]


LINES = "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t得分\n产出指标\t数量指标\t{}\t{}\t{}\t{}\n\t质量指标\t书屋验收率\t100%\t100%\t20\n"


def _as_page(title: str, grid: str) -> Reading:
    head, rows = HEAD.format(title).splitlines(), grid.splitlines()
    table = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("\t")) + "</tr>" for row in [*head[2:], *rows]
    )
    return read(f"<html><body><p>{head[0]}</p><p>{head[1]}</p><table>{table}</table></body></html>".encode(), "a.html")


def test_a_cell_that_prints_an_indicator_a_line() -> None:
    cells = ("更新书屋<br>添置图书", "7间<br>≥2100册", "7间<br>2180册", "20")
    found = _as_page("绩效自评", LINES.format(*cells)).performance
    assert [(row.indicator_name, row.target, row.actual, row.score) for row in found] == [
        ("更新书屋", "7间", "7间", None),
        ("添置图书", "≥2100册", "2180册", None),
        ("书屋验收率", "100%", "100%", 20),
    ]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("更新书屋<br>及阅览室", "≥2100<br>平方米", "2180平方米", "20"), ("更新书屋及阅览室", "≥2100平方米")),
        (("更新书屋<br>及阅览室", "7间", "7间", "20"), ("更新书屋及阅览室", "7间")),
        (("书屋管理<br>及开放", "制度健全<br>常年开放", "健全", "20"), ("书屋管理及开放", "制度健全常年开放")),
    ],
)
def test_lines_of_one_indicator_are_joined(cells: tuple[str, ...], told: tuple[str, str]) -> None:
    first = _as_page("绩效自评", LINES.format(*cells)).performance[0]
    assert (first.indicator_name, first.target, first.score) == (*told, 20)


@pytest.mark.parametrize("label", ["指标类型", "绩效指标", "二级指标"])
def test_first_levels_in_rows_above_second_levels_in_a_column(label: str) -> None:
    rows = [
        f"{label}\t指标名称\t目标值\t完成值\t分值\t得分",
        "产出指标（50分）\t\t\t\t\t",
        "数量指标\t采购图书\t≥2万册\t2.1万册\t25\t25",
        "质量指标\t验收合格率\t100%\t100%\t25\t25",
        "满意度指标\t\t\t\t10\t10",
        "服务对象满意度\t读者满意度\t≥90%\t95%\t10\t10",
    ]
    found = _read("绩效自评", rows)
    assert [(row.printed_level1, row.category_code, row.actual, row.score) for row in found.performance] == [
        ("产出指标（50分）", 11, "2.1万册", 25),
        ("产出指标（50分）", 12, "100%", 25),
        ("满意度指标", 31, "95%", 10),
    ]
    assert not found.not_understood
    assert "indicators_unread" not in [row.code for row in found.issues]


def test_levels_numbered_in_chinese_above_indicators_numbered_in_digits() -> None:
    rows = [
        "序号\t指标名称\t目标值\t完成值\t分值\t得分",
        "一\t产出指标\t\t\t50\t48",
        "1\t教育次数\t≥12次\t12次\t25\t25",
        "2\t建档率\t100%\t98%\t25\t23",
        "二\t满意度指标\t\t\t10\t10",
        "3\t群众满意度\t≥90%\t92%\t10\t10",
    ]
    found = _read("绩效自评", rows)
    assert [(row.printed_level1, row.indicator_name, row.target, row.actual) for row in found.performance] == [
        ("产出指标", "教育次数", "≥12次", "12次"),
        ("产出指标", "建档率", "100%", "98%"),
        ("满意度指标", "群众满意度", "≥90%", "92%"),
    ]
    assert not found.not_understood
