"""Money in columns of years: a source whose label no vocabulary has is one of several, never the total."""

from decimal import Decimal

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
