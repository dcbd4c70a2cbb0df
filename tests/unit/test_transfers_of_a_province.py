"""Transfers of a province: the form of the whole and those of regions below it, each with its own body; all invented."""

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.rows import Reading
from tests.unit.test_published_forms import as_html

ALLOCATED = "附件1\n2024年中央财政林业资金分配表\n单位：万元\n序号\t市（州）\t合计\n合计\t\t4200\n1\t天水市\t2100\n2\t定西市\t2100\n"
FORM = """附件{number}
中央对地方转移支付{kind}绩效目标表
（2024年度）
专项名称\t\t中央财政林业资金
中央主管部门\t\t财政部、国家林业和草原局
{level}财政部门\t\t{place}财政局\t{level}主管部门\t{body}
资金情况（万元）\t年度金额：\t\t\t{amount}
\t其中：中央补助\t\t\t{amount}
年度总体目标\t完成造林任务。
绩效指标\t一级指标\t二级指标\t三级指标\t指标值
\t产出指标\t数量指标\t造林面积\t≥1.35万亩
\t满意度指标\t服务对象满意度指标\t群众满意度\t≥80%
"""
WHOLE = FORM.format(number="2", kind="整体", level="省级", place="甘肃省", body="甘肃省林业和草原局", amount=4200)


def region(place: str, number: str = "3-1") -> str:
    return FORM.format(
        number=number, kind="区域", level="市（州）", place=place, body=f"{place}林业和草原局", amount=2100
    )


def page(*parts: str) -> Reading:
    return read(as_html("".join(parts)).encode(), "transfer.html")


@pytest.mark.parametrize(
    "parts",
    [
        (ALLOCATED, WHOLE, region("天水市"), region("定西市", "3-2")),
        (WHOLE, region("天水市"), region("定西市", "3-2")),
        (region("天水市"), region("定西市", "3-2"), WHOLE),
        (WHOLE, region("天水市")),
    ],
    ids=["allocation above", "whole and regions", "regions above the whole", "one region"],
)
def test_the_body_of_the_province_is_the_department(parts: tuple[str, ...]) -> None:
    found = page(*parts)
    assert (found.document.department_name, found.document.place_code) == ("甘肃省林业和草原局", "620000")
    assert {own.project_name for own in found.projects} == {"中央财政林业资金"}
    units = {row.unit_seq: row.unit_name for row in found.units}
    bodies = [units[own.unit_seq] for own in found.projects]
    assert sorted(bodies) == sorted(
        {f"{own}林业和草原局" for own in ("甘肃省", "天水市", "定西市") if own in "".join(parts)}
    )
    assert len(found.indicators) == 2 * len(found.projects)


def test_the_money_of_a_region_is_said_to_be_part_of_that_of_the_whole() -> None:
    found = page(WHOLE, region("天水市"), region("定西市", "3-2"))
    assert [(own.code, own.project_seq) for own in found.issues if own.code == "project_repeated"] == [
        ("project_repeated", 2),
        ("project_repeated", 3),
    ]


def test_bodies_of_cities_of_other_provinces_are_of_no_one_place() -> None:
    with pytest.raises(DocumentRejected, match="of no one place"):
        page(WHOLE, region("天水市"), region("西安市", "3-2"))


def test_one_city_above_a_province_is_of_no_one_place() -> None:
    with pytest.raises(DocumentRejected, match="of no one place"):
        page(region("天水市"), WHOLE)
