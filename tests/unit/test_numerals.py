"""Amounts in Chinese numerals."""

from decimal import Decimal

import pytest

from ingest.grammar.amounts import is_amount, read_amount, read_wan
from ingest.pipeline import read
from ingest.source.numerals import yuan_in_numerals
from tests.unit.test_published_forms import as_html


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("壹佰贰拾万元整", 1200000),
        ("人民币叁仟零伍拾元伍角整", Decimal("3050.5")),
        ("大写：贰亿零叁拾万零肆佰元", 200300400),
        ("玖仟玖佰玖拾玖圆玖角玖分", Decimal("9999.99")),
        ("陆元零伍分", Decimal("6.05")),
        ("一百二十万元", 1200000),
        ("十五万元", 150000),
        ("壹佰贰拾万", None),
        ("贰叁万元", None),
        ("拾佰元", None),
        ("叁万亿元", None),
        ("伍仟元左右", None),
        ("万元", None),
        ("元", None),
    ],
)
def test_numerals(text: str, yuan: Decimal | None) -> None:
    assert yuan_in_numerals(text) == yuan
    assert is_amount(text) == (yuan is not None)


def test_they_are_amounts_in_every_unit() -> None:
    assert read_wan("壹佰贰拾万元整", "万元") == 120
    assert read_wan("壹佰贰拾万元整", "元") == 120
    amount = read_amount("壹佰贰拾万元整", "元")
    assert amount is not None and amount.value == 1200000


def test_the_money_of_a_form_in_numerals() -> None:
    text = (
        "项目支出绩效目标表\n（2024年度）\n项目名称\t公益林补偿项目\t\t\n主管部门\t宁明县林业局\t\t\n"
        "年度资金总额\t壹佰贰拾万元整\t\t\n其中：财政拨款\t壹佰万元整\t\t\n其他资金\t人民币贰拾万元\t\t\n"
        "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t管护公益林\t≥5万亩\n"
    )
    found = read(as_html(text).encode(), "form.html")
    assert [(row.funding_source_code, row.amount_wan, row.is_proved) for row in found.funding] == [
        ("fiscal", 100, True),
        ("other", 20, True),
    ]
