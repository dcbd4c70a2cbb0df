"""Rows of a grid that say that there is no indicator: none is published, and why is said alike in every form."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

SAID = "it says that there is none"
TOP = (
    "项目支出绩效目标表",
    "（2024年度）",
    "项目名称\t公共厕所管护",
    "主管部门\t青田县综合行政执法局",
    "预算金额\t36万元",
)
HEAD = "一级指标\t二级指标\t三级指标\t指标值"
ROWS = ("产出指标\t数量指标\t管护公厕\t24座", "满意度指标\t服务对象满意度指标\t群众满意度\t≥90%")


def form(*rows: str) -> Reading:
    return read("\n".join((*TOP, HEAD, ROWS[0], *rows, ROWS[1])).encode(), "none.txt")


def names(found: Reading) -> list[str | None]:
    return [row.indicator_name for row in found.indicators]


@pytest.mark.parametrize("none", ["无", "不涉及", "暂无", "没有", "不适用", "指标1：无"])
@pytest.mark.parametrize("target", ["无", "/", "—", "", "不涉及"])
def test_a_row_without_name_and_target_is_no_indicator_and_says_so(none: str, target: str) -> None:
    found = form(f"\t质量指标\t{none}\t{target}")
    assert names(found) == ["管护公厕", "群众满意度"]
    assert {own.reason for own in found.not_understood} == {SAID}
    assert none in {own.text.strip() for own in found.not_understood}


@pytest.mark.parametrize("sign", ["/", "—", "——", "-"])
def test_a_row_of_signs_alone_is_blank(sign: str) -> None:
    found = form(f"\t质量指标\t{sign}\t{sign}")
    assert names(found) == ["管护公厕", "群众满意度"]
    assert not found.not_understood


@pytest.mark.parametrize("target", ["无", "/", "—", "不涉及"])
def test_a_name_whose_target_is_none_is_printed_with_no_value(target: str) -> None:
    found = form(f"\t时效指标\t清扫及时率\t{target}")
    (row,) = (own for own in found.indicators if own.indicator_name == "清扫及时率")
    assert (row.annual_target, row.annual_value, row.annual_is_quantitative) == (target, None, False)


def test_a_target_whose_name_is_none_is_printed() -> None:
    found = form("\t质量指标\t无\t≥95%")
    assert names(found) == ["管护公厕", "无", "群众满意度"]


def test_a_list_says_it_as_a_form_does() -> None:
    rows = (
        "桂阳县消防救援大队2025年部门预算项目绩效目标表",
        "项目名称\t预算金额（万元）\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位",
        "消防演练\t12\t产出指标\t数量指标\t演练次数\t≥\t4\t次",
        "\t\t\t质量指标\t无\t\t无\t",
        "\t\t\t时效指标\t不涉及\t—\t—\t—",
        "\t\t满意度指标\t服务对象满意度指标\t群众满意度\t≥\t90\t%",
    )
    found = read("\n".join(rows).encode(), "none.txt")
    assert names(found) == ["演练次数", "群众满意度"]
    assert [(own.text, own.reason) for own in found.not_understood] == [("无", SAID), ("无", SAID), ("不涉及", SAID)]
