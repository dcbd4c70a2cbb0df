"""Tables that a plain text draws with bars, and rows that stand too far left because merged cells are left out."""

from collections.abc import Callable

import pytest

from ingest.pipeline import read
from ingest.readers import read_source
from ingest.rows import Reading
from tests.unit.test_readers import cells

Drawn = Callable[[list[list[str]]], str]

FORM = [
    ["项目名称", "河道清淤"],
    ["主管部门", "大英县水务局", "实施单位", "大英县河道管理所"],
    ["项目基本情况", "1.目标完成情况", "项目年度目标", "年度目标完成情况"],
    ["清淤3公里。", "清淤2.9公里。"],
    [
        "预算执行情况（10分）",
        "年度预算数（万元）",
        "年初预算",
        "调整后预算数",
        "预算执行数",
        "预算执行率",
        "权重",
        "得分",
    ],
    ["总额", "4.00", "3.36", "1.68", "50.00%", "10", "5"],
    ["其中：财政资金", "4.00", "3.36", "1.68", "50.00%", "/", "/"],
    ["其他资金", "0.00", "0.00", "0.00", "", "/", "/"],
    [
        "绩效指标（90分）",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "度量单位",
        "完成值",
        "权重",
        "得分",
    ],
    ["产出指标", "数量指标", "清淤长度", "≥", "3", "公里", "2.9", "90", "87"],
]
TITLE = "部门预算项目支出绩效自评表\n（2023年度）\n"


def piped(rows: list[list[str]]) -> str:
    return "".join(" | ".join(row) + " |\n" for row in rows)


def marked_down(rows: list[list[str]]) -> str:
    head, *others = (f"| {' | '.join(row)} |\n" for row in rows)
    return head + f"|{'|'.join([' --- '] * len(rows[0]))}|\n" + "".join(others)


def boxed(rows: list[list[str]]) -> str:
    middle = "├────┼────┤\n"
    return "┌────┬────┐\n" + middle.join(f"│ {' │ '.join(row)} │\n" for row in rows) + "└────┴────┘\n"


@pytest.mark.parametrize("drawn", [piped, marked_down, boxed])
def test_bars_part_cells_and_lines_between_rows_are_no_text(drawn: Drawn) -> None:
    source = read_source(f"说明\n{drawn(FORM)}备注：无\n".encode(), "x.txt")
    rows = [[cell.strip() for cell in row] for row in cells(source) if any(map(str.strip, row))]
    assert rows == [["说明"], *FORM, ["备注：无"]]


@pytest.mark.parametrize(
    "text", ["首页 | 政务公开\n正文\n", "甲 | 乙\n丙 | 丁\n正文\n", "一\n----\n二\n----\n三\n----\n"]
)
def test_few_bars_and_lines_alone_draw_no_table(text: str) -> None:
    assert read_source(text.encode(), "x.txt").text == text


def _read(text: str) -> Reading:
    return read(f"{TITLE}{text}".encode(), "form.txt")


def _tabbed(rows: list[list[str]]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


MONEY = [("4.00", "3.36", "1.68"), ("4.00", "3.36", "1.68"), ("0.00", "0.00", "0.00")]


@pytest.mark.parametrize("drawn", [piped, marked_down, boxed, _tabbed])
def test_rows_beside_a_block_that_is_left_out_stand_below_their_labels(drawn: Drawn) -> None:
    found = _read(drawn(FORM))
    assert [(own.annual_goal, own.project_name) for own in found.projects] == [("清淤3公里。", "河道清淤")]
    assert [own.achieved_goal for own in found.evaluations] == ["清淤2.9公里。"]
    assert [(str(own.budget_wan), str(own.adjusted_wan), str(own.executed_wan)) for own in found.executions] == MONEY
    assert [own.execution_rate_printed for own in found.executions] == ["50.00%", "50.00%", None]
    assert [(own.target, own.actual, own.score) for own in found.performance] == [("≥3公里", "2.9公里", 87)]


def test_rows_that_stand_below_their_labels_stay() -> None:
    placed = [["", *row] if row[0] in {"总额", "其中：财政资金", "其他资金"} else row for row in FORM]
    found = _read(_tabbed(placed))
    assert [(str(own.budget_wan), str(own.adjusted_wan), str(own.executed_wan)) for own in found.executions] == MONEY


ROWS = [
    ["2023年项目支出绩效自评表"],
    ["项目名称", "购置养护车辆"],
    ["主管部门", "应城市公路局", "实施单位", "应城市公路局"],
    ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    ["年度资金总额", "150", "150", "120", "10", "80%", "8"],
    ["其中：当年财政拨款", "150", "150", "120", "—", "", "—"],
    ["年度总体目标", "预期目标", "实际完成情况"],
    ["保障通行。", "已保障。"],
    ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "数量指标", "购置车辆", "≥5辆", "5", "20", "20"],
    ["保养车辆", "≥9次", "9", "10", "10"],
    ["质量指标", "设备先进性", "高", "高", "20", "20"],
    ["满意度指标", "服务对象满意度指标", "司机满意度", "≥90%", "92%", "10", "10"],
]


@pytest.mark.parametrize("lead", ["", "|\n"])
def test_cells_a_line_each_are_the_cells_of_their_rows(lead: str) -> None:
    wide = 9
    rows = [lead + "".join(f"{cell} |\n" if cell else "|\n" for cell in row) for row in ROWS]
    form = "".join(row + "|" * (wide - len(cells)) + "\n" for row, cells in zip(rows, ROWS, strict=True))
    found = read(f"应城市公路局自评公开\n{form}扫一扫打开当前页\n".encode(), "form.txt")
    rows_read = [
        (own.indicator_name, own.printed_level2, own.target, own.actual, own.weight) for own in found.performance
    ]
    assert rows_read == [
        ("购置车辆", "数量指标", "≥5辆", "5", 20),
        ("保养车辆", "数量指标", "≥9次", "9", 10),
        ("设备先进性", "质量指标", "高", "高", 20),
        ("司机满意度", "服务对象满意度指标", "≥90%", "92%", 10),
    ]
    executions = [(row.measure, row.budget_wan, row.adjusted_wan, row.executed_wan) for row in found.executions]
    assert executions == [("total", 150, 150, 120), ("fiscal", 150, 150, 120)]
    assert found.performance[0].line == 2 + form[: form.index(lead + "产出指标 |")].count("\n")


BETWEEN = """最新公开
| 2021年度项目支出绩效自评表 | ||||||||
| 项目名称 |
2021年巡查
补助经费 |
|||||||
| 主管部门 | 应城市公路局 | 实施单位 | 应城市公路局机关 | |||||
|
项目资金
（万元） |
| 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | ||||
| 年度资金总额 | 6.4 | 6.4 | 3.2 | 10.00 | 50% | 5.00 | ||||
| 其中：当年财政拨款 | 6.4 | 6.4 | 3.2 | 50% | ||||
| 其他资金 | |||||||||||
|
年度
目标 |
| 预期目标 | 实际完成情况 | |||||||||
| 巡查道路 | 已巡查道路 | |||||||||
| 绩效指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 | |||||
|
一级
指标 |
| 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | |||||
| 产出指标 | 数量指标 | 巡查里程 | ≥ | 64 | 公里 | 60 | 50.00 | 40.00 | 封路 | ||
| 质量指标 | 巡查合格率 | = | 100 | % | 100 | 20 | 19 | |||
| 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥ | 95 | % | 95 | 20.00 | 17.00 | ||
| 总分 | 100 | 81 | 良 | |||||||
备注：执行率=全年执行数/全年预算数。
"""


def test_rows_between_bars_end_with_several_however_many_they_are() -> None:
    found = read(BETWEEN.encode(), "form.txt")
    assert [row.project_name for row in found.projects] == ["2021年巡查补助经费"]
    shown = [(row.target, row.actual, str(row.weight), str(row.score), row.reason) for row in found.performance]
    assert shown == [
        ("≥64公里", "60公里", "50.00", "40.00", "封路"),
        ("=100%", "100%", "20", "19", None),
        ("≥95%", "95%", "20.00", "17.00", None),
    ]
    rates = [(row.measure, row.execution_rate_printed, row.weight, row.score) for row in found.executions]
    assert rates == [("total", "50%", 10, 5), ("fiscal", "50%", None, None)]
    assert [(row.total_score, row.grade, row.achieved_goal) for row in found.evaluations] == [(81, "良", "已巡查道路")]
    assert found.performance[0].line == 1 + BETWEEN[: BETWEEN.index("| 产出指标")].count("\n")


def test_markdown_whose_last_cells_are_blank_is_read_as_such() -> None:
    rows = [["一级指标", "二级指标", "三级指标", "指标值", "备注", ""], ["-"] * 6]
    rows += [["产出指标", "数量指标", f"巡查里程{number}", "≥64公里", "", ""] for number in range(5)]
    form = "2021年项目支出绩效目标表\n项目名称：巡查补助\n主管部门：应城市公路局\n年度资金总额：5万元\n"
    found = read((form + "".join(f"|{'|'.join(row)}|\n" for row in rows)).encode(), "form.txt")
    assert [row.annual_target for row in found.indicators] == ["≥64公里"] * 5
