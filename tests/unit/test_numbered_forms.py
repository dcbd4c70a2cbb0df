"""Forms without 项目名称 below numbered headings that name their projects."""

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.rows import Reading

TITLE = "2024年部门预算项目绩效目标公开表\n部门名称：江山市水利局\n单位：万元\n"
FORM = """{heading}
实施单位\t江山市{unit}\t资金总额\t{total}
其中：财政资金\t{total}\t其他资金\t0.00
年度绩效目标\t{goal}
一级指标\t二级指标\t三级指标\t目标值\t指标解释
产出指标\t数量指标\t{name}\t≥{count}公里\t按计划
满意度指标\t服务对象满意度\t群众满意度\t≥85%\t问卷
"""


def forms(*headings: str, title: str = TITLE) -> Reading:
    own = [
        FORM.format(heading=heading, unit=unit, total=total, goal=goal, name=name, count=count)
        for heading, (unit, total, goal, name, count) in zip(
            headings,
            (
                ("河道中心", "312.40", "管护河道。", "管护河道", 90),
                ("水库中心", "88.00", "加固堤防。", "加固堤防", 12),
            ),
            strict=False,
        )
    ]
    return read((title + "".join(own)).encode(), "forms.txt")


@pytest.mark.parametrize(
    "headings",
    [
        ("（一）河道管护经费", "（二）堤防加固"),
        ("一、河道管护经费", "二、堤防加固"),
        ("1、河道管护经费", "2、堤防加固"),
    ],
)
def test_a_numbered_heading_names_the_project_of_the_form_below_it(headings: tuple[str, ...]) -> None:
    found = forms(*headings)
    assert [row.project_name for row in found.projects] == ["河道管护经费", "堤防加固"]
    assert [(row.project_seq, row.amount_wan) for row in found.funding if row.funding_source_code == "fiscal"] == [
        (1, found.funding[0].amount_wan),
        (2, 88),
    ]
    assert [(row.project_seq, row.indicator_name, row.annual_target) for row in found.indicators] == [
        (1, "管护河道", "≥90公里"),
        (1, "群众满意度", "≥85%"),
        (2, "加固堤防", "≥12公里"),
        (2, "群众满意度", "≥85%"),
    ]
    assert [row.unit_name for row in found.units] == ["江山市河道中心", "江山市水库中心"]


@pytest.mark.parametrize(
    "headings",
    [
        ("（一）河道管护经费", "二、堤防加固"),
        ("（一）河道管护经费", "（二）项目支出绩效目标表"),
        ("（一）河道管护经费。", "（二）堤防加固。"),
        ("（一）数量指标", "（二）质量指标"),
    ],
    ids=["two numberings", "a title", "sentences", "levels"],
)
def test_other_headings_name_no_project(headings: tuple[str, ...]) -> None:
    with pytest.raises(DocumentRejected):
        forms(*headings)


def test_where_a_label_names_projects_headings_do_not() -> None:
    rows = FORM.replace("实施单位", "项目名称\t管护\n实施单位")
    text = TITLE + "".join(
        rows.format(heading=own, unit="中心", total=9, goal="管护。", name="河道", count=9)
        for own in ("（一）河道管护经费", "（二）堤防加固")
    )
    assert {row.project_name for row in read(text.encode(), "forms.txt").projects} == {"管护"}
