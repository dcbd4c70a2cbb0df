"""Money in plain text, label and amount kept apart by spaces alone; all invented."""

from decimal import Decimal

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

HEAD = (
    "三明市林业局2024年项目支出绩效目标表\n\n预算单位：三明市林业站\n主管部门：三明市林业局\n项目名称：油茶林改造\n"
    "单位：万元\n\n{}\n{}\n二、年度绩效目标\n  改造油茶林1200亩。\n\n三、绩效指标\n\n"
    "一级指标\t二级指标\t三级指标\t指标值\n产出\t数量\t改造面积\t≥1200亩\n效益\t社会效益\t务工人数\t≥60人\n"
)


def _read(heading: str, lines: list[str]) -> Reading:
    return read(HEAD.format(heading, "\n".join(lines)).encode(), "form.txt")


@pytest.mark.parametrize("heading", ["一、资金情况", "一、项目资金", "（一）资金", ""])
@pytest.mark.parametrize("gap", ["    ", "\u3000\u3000", "            "])
@pytest.mark.parametrize("label", ["项目资金总额", "年度资金总额", "资金总额（万元）"])
def test_an_amount_behind_a_gap_is_that_of_its_label(label: str, gap: str, heading: str) -> None:
    amounts = [(label, "268.50"), ("其中：中央资金", "200.00"), ("自治区资金", "40.00"), ("市级资金", "28.50")]
    found = _read(heading, [f"  {name}{gap}{amount}" for name, amount in amounts])
    assert [own.amount_wan for own in found.totals] == [Decimal("268.50")]
    assert not [own for own in found.not_understood if own.text in dict(amounts).values()]


def test_a_number_behind_a_gap_below_no_money_stays_outside() -> None:
    found = _read("一、基本情况", ["  林场职工    40"])
    assert not found.totals and [own.text for own in found.not_understood if own.text == "40"] == ["40"]
