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


FORM = "项目支出绩效目标表\n（2024年度）\n项目名称\t人居环境整治\n主管部门\t惠水县农业农村局\n"
LEVELS = "一级指标\t二级指标\t三级指标\t"


def noted(*header: str, row: str) -> list[tuple[str | None, str | None, str | None]]:
    """Target of the year, that of the cycle and the note of a grid of one row below a header."""
    text = "\n".join((*header, f"产出指标\t数量指标\t改厕户数\t{row}", f"\t质量指标\t验收合格户数\t{row}"))
    found = read((FORM + text).encode(), "columns.txt")
    return [(own.annual_target, own.cycle_target, own.note) for own in found.indicators][:1]


@pytest.mark.parametrize(
    "header",
    [
        (f"{LEVELS}指标值（市本级）\t指标值（仙游县）\t指标值（荔城区）",),
        (f"{LEVELS}市本级指标值\t仙游县指标值\t荔城区指标值",),
        (f"{LEVELS}指标值\t\t", "\t\t\t市本级\t仙游县\t荔城区"),
    ],
)
def test_what_regions_have_in_columns_of_their_own_is_nobody_s_target_of_year_or_cycle(header: tuple[str, ...]) -> None:
    note = "市本级：60户；仙游县：20户；荔城区：40户"
    assert noted(*header, row="60户\t20户\t40户") == [(None, None, note)]


@pytest.mark.parametrize(
    "header",
    [
        (f"{LEVELS}全市指标值\t仙游县指标值\t荔城区指标值",),
        (f"{LEVELS}全市指标值\t各县区指标值\t", "\t\t\t\t仙游县\t荔城区"),
        (f"{LEVELS}合计\t仙游县\t荔城区",),
        (f"{LEVELS}小计\t仙游县\t荔城区",),
    ],
)
def test_what_all_regions_have_is_the_form_s_target(header: tuple[str, ...]) -> None:
    assert noted(*header, row="60户\t20户\t40户") == [("60户", None, "仙游县：20户；荔城区：40户")]


def test_target_and_actual_value_of_one_region_are_never_those_of_two() -> None:
    header = f"{LEVELS}濛江街道\t\t涟江街道\t", "\t\t\t目标值\t完成值\t目标值\t完成值"
    note = "濛江街道：≥100户；完成值（濛江街道）：98户；涟江街道：≥200户；完成值（涟江街道）：190户"
    assert noted(*header, row="≥100户\t98户\t≥200户\t190户") == [(None, None, note)]


def test_a_target_in_a_label_with_other_words_in_brackets_stays_the_target() -> None:
    header = f"{LEVELS}指标值（包含数字及文字描述）\t备注"
    assert noted(header, row="≥100户\t台账") == [("≥100户", None, "台账")]


def in_rows(*rows: str) -> list[tuple[str | None, str | None, str | None]]:
    """Name, target and note of the indicators of a grid with regions in a column of its rows."""
    text = "\n".join((f"{LEVELS}地区\t指标值", *rows, "满意度指标\t服务对象满意度\t村民满意度\t全县\t≥90%"))
    found = read((FORM + text).encode(), "rows.txt")
    assert not found.not_understood
    return [(own.indicator_name, own.annual_target, own.note) for own in found.indicators][:-1]


OF_TWO = ("造林面积", None, "汶川县：≥500亩；理县：≥300亩")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("产出指标\t数量指标\t造林面积\t汶川县\t≥500亩", "\t\t\t理县\t≥300亩"), OF_TWO),
        (("产出指标\t数量指标\t造林面积\t汶川县\t≥500亩", "\t\t造林面积\t理县\t≥300亩"), OF_TWO),
        (
            ("产出指标\t数量指标\t造林面积\t合计\t≥800亩", "\t\t\t汶川县\t≥500亩", "\t\t\t理县\t≥300亩"),
            ("造林面积", "≥800亩", "汶川县：≥500亩；理县：≥300亩"),
        ),
        (
            ("产出指标\t数量指标\t造林面积\t汶川县\t≥500亩", "\t\t\t理县\t≥300亩", "\t\t\t合计\t≥800亩"),
            ("造林面积", "≥800亩", "汶川县：≥500亩；理县：≥300亩"),
        ),
    ],
)
def test_what_regions_have_in_rows_of_one_indicator_is_its_note(
    rows: tuple[str, ...], expected: tuple[str | None, str | None, str | None]
) -> None:
    assert in_rows(*rows) == [expected]


def test_indicators_of_other_names_are_not_joined() -> None:
    rows = "产出指标\t数量指标\t造林面积\t汶川县\t≥500亩", "\t\t封山面积\t理县\t≥300亩"
    assert in_rows(*rows) == [("造林面积", "≥500亩", "汶川县"), ("封山面积", "≥300亩", "理县")]
