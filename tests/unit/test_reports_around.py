"""A report in prose around the form of its project: what its sentences say the form says, too; all invented."""

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from tests.unit.test_published_forms import as_html

REPORT = """明溪县财政支出项目绩效自评报告
（2023年度）
项目名称：空气监测站运维
实施单位（公章）：明溪县环境监测站
主管部门（公章）：明溪县生态环境局
一、基本情况
项目年初预算80.00万元，实际支出76.00万元，预算执行率95%。
二、评价结论
各部分得分如下表：
指标\t权重\t得分\t得分率
预算执行率\t10\t9.5\t95.00%
产出指标\t50\t48\t96.00%
效益指标\t40\t40\t100.00%
"""
SENTENCES = """三、绩效目标完成情况分析
1.数量指标：“运维站点数”目标值为12个，实际完成11个，完成率91.67%。
2.质量指标：“数据有效率”100%，实际100%。
3.社会效益指标：投诉下降率目标值≥5%，实际6%，扣0分。
"""
FORM = (
    "附件：\n项目支出绩效自评表\n（2023年度）\n项目名称\t空气监测站运维\n主管部门\t明溪县生态环境局\n"
    "实施单位\t明溪县环境监测站\n"
    "一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分\n产出指标\t数量指标\t运维站点数\t≥12个\t11个\t50\t48\n"
    "效益指标\t社会效益指标\t投诉下降率\t≥5%\t6%\t40\t40\n"
)


def test_sentences_of_a_report_are_no_indicators_beside_those_of_its_form() -> None:
    found = read(as_html(REPORT + SENTENCES + FORM).encode(), "report.html")
    assert [own.project_name for own in found.projects] == ["空气监测站运维"]
    assert [(own.indicator_name, own.target, own.actual) for own in found.performance] == [
        ("运维站点数", "≥12个", "11个"),
        ("投诉下降率", "≥5%", "6%"),
    ]


@pytest.mark.parametrize("prose", [REPORT + SENTENCES, "项目名称：空气监测站运维\n" + SENTENCES])
def test_sentences_on_what_was_reached_make_no_form(prose: str) -> None:
    with pytest.raises(DocumentRejected):
        read(as_html(prose).encode(), "report.html")


def test_a_text_with_more_prose_than_form_is_read_as_a_page_is() -> None:
    prose = "明溪县环境监测站负责全县空气监测站的日常运行维护，保障监测数据真实有效。\n" * 20
    text = f"明溪县财政支出项目绩效自评报告\n一、基本情况\n{prose}二、附表\n{FORM}"
    found, page = read(text.encode(), "report.txt"), read(as_html(text).encode(), "report.html")
    assert [row.project_name for row in found.projects] == ["空气监测站运维"]
    assert [row.indicator_name for row in found.performance] == [row.indicator_name for row in page.performance]
    assert (found.document.outside_characters or 0) > len(prose) / 2
