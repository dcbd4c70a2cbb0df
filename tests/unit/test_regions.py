"""Tables of regions: a region a row, an indicator a column; the title names the project."""

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.rows import Reading

TITLE = "2024年农村饮水安全巩固提升补助资金区域绩效自评表"
HEAD = (
    "地区\t资金情况\t\t绩效指标\t\t\t",
    "\t预算数\t执行数\t改造管网（公里）\t\t水质达标率（%）\t",
    "\t\t\t目标值\t实际值\t目标值\t实际值",
)
ROWS = ("康乐县\t90\t88\t≥12\t13\t≥95\t96", "广河县\t60\t60\t≥8\t8\t≥90\t91")


def table(*rows: str, title: str = TITLE) -> Reading:
    return read("\n".join((title, "填报单位：临夏回族自治州水务局\t单位：万元", *rows)).encode(), "regions.txt")


def test_what_is_asked_of_all_regions_is_the_project_s_and_of_each_stands_in_the_note() -> None:
    found = table(*HEAD, "合计\t150\t148\t≥20\t21\t≥95\t94", *ROWS)
    assert [row.project_name for row in found.projects] == ["农村饮水安全巩固提升补助资金"]
    assert [(row.indicator_name, row.target, row.actual, row.note) for row in found.performance] == [
        ("改造管网（公里）", "≥20", "21", "康乐县：≥12/13；广河县：≥8/8"),
        ("水质达标率（%）", "≥95", "94", "康乐县：≥95/96；广河县：≥90/91"),
    ]
    assert [(row.budget_wan, row.executed_wan) for row in found.executions] == [(150, 148)]
    assert [(row.attribute, row.value) for row in found.attributes] == [
        ("康乐县 预算数", "90"),
        ("康乐县 执行数", "88"),
        ("广河县 预算数", "60"),
        ("广河县 执行数", "60"),
    ]
    assert not found.not_understood


def test_a_value_is_found_where_it_is_printed_and_no_more() -> None:
    found = table(*HEAD, "合计\t150\t148\t≥20\t21\t≥95\t94", *ROWS)
    text = found.source.text
    assert [text[row.char_start : row.char_end].split("\t") for row in found.performance] == [
        ["≥20", "21"],
        ["≥95", "94"],
    ]
    assert [text[row.name_start or 0 : row.name_end] for row in found.performance] == [
        "改造管网（公里）",
        "水质达标率（%）",
    ]


def test_without_a_row_of_all_the_project_is_one_in_every_region() -> None:
    found = table(*HEAD, *ROWS)
    assert [row.project_name for row in found.projects] == ["农村饮水安全巩固提升补助资金"] * 2
    assert [(row.attribute, row.value) for row in found.attributes] == [("地区", "康乐县"), ("地区", "广河县")]
    assert [(row.project_seq, row.target, row.actual) for row in found.performance] == [
        (1, "≥12", "13"),
        (1, "≥95", "96"),
        (2, "≥8", "8"),
        (2, "≥90", "91"),
    ]
    assert [row.budget_wan for row in found.executions] == [90, 60]
    assert not found.not_understood


def test_a_title_that_says_only_whose_money_it_is_names_no_project() -> None:
    with pytest.raises(DocumentRejected) as refused:
        table(*HEAD, *ROWS, title="2024年省级财政补助资金区域绩效自评表")
    assert refused.value.code == "unknown_form"


def test_columns_that_no_label_calls_indicators_are_none() -> None:
    with pytest.raises(DocumentRejected):
        table("地区\t预算数\t执行数\t联系人\t电话", "康乐县\t90\t88\t某某\t12345", "广河县\t60\t60\t某某\t12346")


def test_the_name_may_stand_in_a_line_below_the_title() -> None:
    found = table("项目名称：黄土塬区饮水改造", *HEAD, *ROWS, title="2024年省级财政补助资金区域绩效自评表")
    assert [row.project_name for row in found.projects] == ["黄土塬区饮水改造"] * 2
    assert not found.not_understood


def test_regions_below_the_labels_of_a_form_are_part_of_it() -> None:
    found = table("项目名称\t黄土塬区饮水改造\t主管部门\t临夏回族自治州水务局", *HEAD, *ROWS)
    assert [row.project_name for row in found.projects] == ["黄土塬区饮水改造"]
    assert not [row for row in found.attributes if row.attribute == "地区"]


def test_a_column_of_regions_under_another_label() -> None:
    head = (
        "承担单位\t产 出 指 标\t\t效益指标",
        "\t数量指标\t质量指标\t社会效益指标",
        "\t改造水窖\t验收合格率\t受益村民",
    )
    found = table(
        *head, "莲麓镇\t14口\t100%\t≥60户", "五户乡\t9口\t100%\t≥35户", title="2024年旱塬水窖改造资金绩效目标表"
    )
    assert [row.value for row in found.attributes] == ["莲麓镇", "五户乡"]
    assert [(row.category_code, row.indicator_name, row.annual_target) for row in found.indicators] == [
        (11, "改造水窖", "14口"),
        (12, "验收合格率", "100%"),
        (22, "受益村民", "≥60户"),
        (11, "改造水窖", "9口"),
        (12, "验收合格率", "100%"),
        (22, "受益村民", "≥35户"),
    ]


@pytest.mark.parametrize("whole", ["全省", "全省合计", "合计"])
def test_regions_as_columns_beside_the_whole(whole: str) -> None:
    rows = (
        "项目名称\t草原生态修复资金\t\t\t\t",
        "资金（万元）\t\t\t合计\t海东市\t玉树市",
        "\t\t\t700\t400\t300",
        f"一级指标\t二级指标\t三级指标\t{whole}\t海东市\t玉树市",
        "产出指标\t数量指标\t补播草地（万亩）\t41.5\t20\t21.5",
        "\t质量指标\t补播合格率\t≥90%\t≥90%\t≥92%",
    )
    found = table(*rows, title="2024年区域绩效目标分解表")
    assert [(row.indicator_name, row.annual_target) for row in found.indicators] == [
        ("补播草地（万亩）", "41.5"),
        ("补播合格率", "≥90%"),
    ]
    assert "海东市：20；玉树市：21.5" in (found.indicators[0].note or "")
    assert [(row.funding_source_code, row.amount_wan) for row in found.funding] == [("fiscal", 700)]


def test_what_stands_below_every_name_is_no_name() -> None:
    with pytest.raises(DocumentRejected):
        table(*HEAD[:2], HEAD[2].replace("实际值", "达到数"), *ROWS)
