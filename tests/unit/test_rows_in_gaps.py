"""Plain text whose money stands in gaps, beside lines parted by tabs or not; all invented."""

from decimal import Decimal

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

HEAD = (
    "荆州市市级项目支出绩效自评表\n（2023年度）\n\n金额单位：万元\n项目名称：{}\n主管部门：荆州市水利局      实施单位：荆州市水文站\n\n"
    "一、项目资金情况\n"
)
GRID = [
    ["一级指标", "二级指标", "三级指标", "年度指标值", "全年完成值", "分值", "得分", "未完成原因"],
    ["产出指标", "数量指标", "维护站点数", "≥40个", "42个", "50", "50", ""],
    ["", "质量指标", "数据合格率", "≥95%", "90%", "40", "35", "设备老化"],
]
LABELS = ["年初预算数", "年中调整数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
MONEY = [
    ["资金总额", "120.00", "-20.00", "100.00", "90.00", "10", "90%", "9"],
    ["其中：财政拨款", "120.00", "-20.00", "100.00", "90.00", "—", "—", "—"],
]


def _form(money: str, grid: str) -> Reading:
    return read((HEAD.format("测站维护") + money + "\n\n二、绩效指标\n" + grid).encode(), "form.txt")


def _grid(gap: str) -> str:
    rows = [row if gap == "\t" else [row[0] or "产出指标", *row[1:]] for row in GRID]
    return "\n".join(gap.join(row).rstrip(" ") for row in rows)


def _spent(found: Reading) -> tuple[Decimal | None, ...]:
    own = next(row for row in found.executions if row.measure == "total")
    return own.budget_wan, own.adjusted_wan, own.executed_wan


@pytest.mark.parametrize("end", ["", "\t", " \t"])
@pytest.mark.parametrize("gap", ["    ", "\u3000\u3000", "          "])
@pytest.mark.parametrize("between", ["\t", "    "])
def test_a_header_without_a_label_over_rows_stands_above_their_amounts(between: str, gap: str, end: str) -> None:
    lines = [gap + gap.join(LABELS), *(gap.join(row) for row in MONEY)]
    found = _form("\n".join(line + end for line in lines), _grid(between))
    assert _spent(found) == (Decimal(120), Decimal(100), Decimal(90))
    assert [own.score for own in found.performance] == [Decimal(50), Decimal(35)]


def _set(starts: list[int], texts: list[str]) -> str:
    line = ""
    for start, text in zip(starts, texts, strict=True):
        if text:
            line += " " * (start - len(line.encode("gbk"))) + text
    return line


STARTS = [0, 18, 32, 46, 60, 74, 82, 92]


@pytest.mark.parametrize("between", ["\t", "    "])
def test_amounts_stand_below_the_labels_that_they_are_set_under(between: str) -> None:
    own = [["资金总额", "120.00", "", "100.00", "90.00", "10", "", "9"], MONEY[1]]
    found = _form("\n".join(_set(STARTS, row) for row in [["", *LABELS], *own]), _grid(between))
    assert _spent(found) == (Decimal(120), Decimal(100), Decimal(90))


def test_amounts_below_no_label_are_not_read() -> None:
    lines = [
        " " * 18 + "    ".join(LABELS),
        "    ".join(["资金总额", "120.00", "100.00", "90.00"]),
        "    ".join(MONEY[1]),
    ]
    found = _form("\n".join(lines), _grid("\t"))
    assert not [own for own in found.executions if own.measure == "total"]
    assert any("120.00" in own.text for own in found.not_understood)


def test_a_row_of_a_grid_without_its_levels_is_not_read_one_column_off() -> None:
    rows = [GRID[0], GRID[1], GRID[2][1:], ["维护及时率", "≥98%", "99%", "10", "10"]]
    found = _form("", "\n".join("    ".join(row).rstrip(" ") for row in rows))
    assert [(own.indicator_name, own.target) for own in found.performance] == [("维护站点数", "≥40个")]
