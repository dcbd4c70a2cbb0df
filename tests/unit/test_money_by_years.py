"""Money in columns of years: a source whose label no vocabulary has is one of several, never the total."""

from decimal import Decimal

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read

FORM = """项目支出绩效目标表
（2025年度）
项目名称\t河堤维修
主管部门\t梅州市水利局
项目资金（万元）\t资金来源\t合计\t2025年\t2026年\t2027年
\t财政拨款\t60\t20\t20\t20
\t单位自有收入\t30\t10\t10\t10
\t合计\t90\t30\t30\t30
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t维修长度\t9公里
效益指标\t社会效益指标\t安全\t提高
"""


def test_a_source_under_an_unknown_label_is_no_total() -> None:
    reading = read(FORM.encode(), "form.txt")
    money = {row.funding_source_code: (row.amount_wan, row.midterm_amount_wan) for row in reading.funding}
    assert money == {"fiscal": (Decimal(20), Decimal(60)), "other": (Decimal(10), Decimal(30))}
    assert [total.amount_wan for total in reading.totals] == [Decimal(30)]


PLAN = """项目支出绩效目标表（2025-2027年）
项目名称\t数据机房租用
主管部门\t梅州市水利局
项目资金（万元）\t总额\t2025年\t2026年\t2027年
\t66\t20\t22\t24
一级指标\t二级指标\t三级指标\t指标值\t\t
\t\t\t2025年\t2026年\t2027年
产出指标\t数量指标\t机柜数\t≥20个\t≥22个\t≥24个
效益指标\t社会效益指标\t上网系统\t≥60%\t≥70%\t≥80%
"""


def test_a_plan_of_several_years_in_columns_is_that_of_the_first() -> None:
    reading = read(PLAN.encode(), "form.txt")
    assert (reading.document.budget_year, reading.document.year_evidence) == (2025, PLAN.splitlines()[0])
    assert [(row.amount_wan, row.midterm_amount_wan) for row in reading.funding] == [(Decimal(20), Decimal(66))]
    assert [row.annual_target for row in reading.indicators] == ["≥20个", "≥60%"]


def test_years_side_by_side_are_no_single_year() -> None:
    plan = PLAN.replace("（2025-2027年）", "")
    with pytest.raises(DocumentRejected, match="no budget year"):
        read(plan.encode(), "form.txt")
    evaluated = PLAN.replace("绩效目标表", "绩效自评表")
    with pytest.raises(DocumentRejected, match="no budget year"):
        read(evaluated.encode(), "form.txt")


def test_a_part_of_the_whole_investment_is_no_source_of_the_year() -> None:
    form = (
        "专项债券项目绩效目标表\n（2024年度）\n项目名称\t污水管网\n主管部门\t梅州市水利局\n"
        "项目总投资（万元）\t800\t其中：项目资本金\t160\n本次发行金额（万元）\t250\t以前年度已发行\t90\n"
        "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t管网长度\t9公里\n"
    )
    found = read(form.encode(), "form.txt").funding
    assert [(row.funding_source_code, row.amount_wan, row.midterm_amount_wan) for row in found] == [
        ("fiscal", 250, 800)
    ]


LIST = """项目支出绩效目标表
（{}）
部门：昆明市官渡区教育局\t\t\t\t\t\t\t单位：万元
项目名称\t资金总额\t2025年\t2026年\t2027年\t绩效目标\t数量指标\t满意度指标
课后服务\t{}\t100\t110\t90\t开展课后服务\t服务学生≥1万人\t满意度≥90%
"""


@pytest.mark.parametrize(
    ("year", "total", "money"),
    [
        ("2025年度", 300, [(100, 300)]),
        ("2026年度", 300, [(110, 300)]),
        ("2024年度", 300, []),  # none of the columns is of the year
        ("2025年度", 100, [(100, None)]),  # no sum of the years
    ],
)
def test_the_total_of_a_list_that_is_the_sum_of_years_is_of_the_whole_project(
    year: str, total: int, money: list[tuple[int, int | None]]
) -> None:
    found = read(LIST.format(year, total).encode(), "list.txt")
    assert [(row.amount_wan, row.midterm_amount_wan) for row in found.funding] == money
    assert not found.not_understood


def test_of_a_total_of_years_beside_its_sources_only_the_year_is_told() -> None:
    text = (
        LIST.format("2025年度", 300)
        .replace("资金总额\t", "资金总额\t财政拨款\t其他资金\t")
        .replace("\t300\t", "\t300\t200\t100\t")
    )
    found = read(text.encode(), "list.txt")
    assert [(row.amount_wan, row.midterm_amount_wan) for row in found.funding] == [(100, None)]
    assert {row.attribute for row in found.attributes} == {"资金总额", "财政拨款", "其他资金", "2026年", "2027年"}
