"""Money in a block of the whole project and in one of the year, their totals under the same label; all invented."""

from decimal import Decimal

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

TABLE = (
    "<table><tr><td colspan=3>项目支出绩效目标表</td></tr><tr><td colspan=3>（2024年度）</td></tr>"
    "<tr><td>项目名称</td><td colspan=2>创新平台</td></tr><tr><td>主管部门</td><td colspan=2>三明市科学技术局</td></tr>"
    "{}<tr><td>年度目标</td><td colspan=2>建成平台25家。</td></tr></table><table><tr><td>一级指标</td><td>二级指标</td>"
    "<td>三级指标</td><td>指标值</td></tr><tr><td>产出指标</td><td>数量指标</td><td>平台数</td><td>25家</td></tr></table>"
)
BLOCK = (
    "<tr><td rowspan=3>{}</td><td>{}</td><td>{}</td></tr><tr><td>其中：财政拨款</td><td>{}</td></tr>"
    "<tr><td>其他资金</td><td>{}</td></tr>"
)
PERIODS = [
    ("中期资金（2024—2026年）", "年度资金（2024年）"),
    ("实施期资金", "当年资金"),
    ("三年预算", "年度预算"),
    ("中期资金总额（万元）", "年度资金总额（万元）"),
]


def _read(periods: tuple[str, str], total: str, whole: tuple[int, ...], year: tuple[int, ...]) -> Reading:
    cycle, annual = periods
    rows = BLOCK.format(cycle, total, *whole) + BLOCK.format(annual, total, *year)
    return read(TABLE.format(rows).encode(), "form.html")


@pytest.mark.parametrize("total", ["总额（万元）", "合计", "资金总额", "小计"])
@pytest.mark.parametrize("periods", PERIODS)
@pytest.mark.parametrize(
    ("whole", "year"),
    [((5400, 5400, 0), (1800, 1800, 0)), ((5400, 4500, 900), (1800, 1500, 300)), ((5400, 0, 5400), (1800, 0, 1800))],
)
def test_the_label_of_a_block_says_which_money_is_of_the_cycle(
    whole: tuple[int, ...], year: tuple[int, ...], periods: tuple[str, str], total: str
) -> None:
    found = _read(periods, total, whole, year)
    assert [own.amount_wan for own in found.totals] == [Decimal(year[0])]
    read_sources = {own.funding_source_code: (own.amount_wan, own.midterm_amount_wan) for own in found.funding}
    assert read_sources == {"fiscal": (year[1], whole[1]), "other": (year[2], whole[2])}


FORM = (
    "项目支出绩效目标表\n（2024年度）\n项目名称\t冷藏库建设\n主管部门\t三明市农业农村局\n实施单位\t三明市农业农村局\n{}\n"
    "年度目标\t新建冷藏库一座。\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t新建冷藏库\t1座\n"
)


@pytest.mark.parametrize("label", ["预算安排情况", "专项补助资金", "上级专项经费"])
def test_a_source_by_its_known_name_counts_beside_an_unknown_amount(label: str) -> None:
    rows = f"项目总预算\t78\n{label}\t78\n其中：财政资金\t75\n其中：其它资金\t0"
    found = read(FORM.format(rows).encode(), "form.txt")
    assert ("fiscal", Decimal(75)) in [(own.funding_source_code, own.amount_wan) for own in found.funding]
