"""The money of the year behind that of all years, in one cell of words."""

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read

FORM = """财政支出项目绩效目标申报表
（2025年度）
项目名称\t防雹网建设\t实施单位\t米脂县果业服务中心
项目资金申请（万元）\t资金总额：720 财政拨款：600 自有资金：120 其他： {year}
年度目标\t建成防雹网1200亩
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t防雹网面积\t1200亩
\t质量指标\t验收合格率\t100%
"""


@pytest.mark.parametrize(
    "year",
    [
        "2025年度申请资金：240（财政拨款200，自有资金40）",
        "2025年度申请资金：240万元，其中：财政拨款200万元，自有资金40万元",
    ],
)
def test_the_money_of_the_year_is_read_behind_that_of_all_years(year: str) -> None:
    found = read(FORM.format(year=year).encode(), "form.txt")
    assert [(row.funding_source_code, int(row.amount_wan)) for row in found.funding] == [("fiscal", 200), ("other", 40)]


@pytest.mark.parametrize(
    "year", ["2026年度申请资金：240（财政拨款200，自有资金40）", "2025年度申请资金：240（财政拨款210，自有资金40）"]
)
def test_money_of_another_year_or_that_does_not_add_up_is_none_of_the_year(year: str) -> None:
    try:
        funding = read(FORM.format(year=year).encode(), "form.txt").funding
    except DocumentRejected as refused:
        assert refused.code == "not_understood"
    else:
        assert not funding
