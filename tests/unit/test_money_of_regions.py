"""The money of regions in columns of their own: that of all of them is the project's, that of each stands under its name."""

from ingest.pipeline import read
from ingest.rows import Reading

HEAD = (
    "2025年省级林业改革发展资金区域绩效目标表",
    "项目名称\t\t\t林业改革发展资金",
    "省级主管部门\t\t\t青海省林业和草原局",
)
GOAL = "年度目标\t完成森林抚育和低产林改造任务，提升森林质量。"
OF_ALL = (
    "一级指标\t二级指标\t三级指标\t{}指标值\t西宁市指标值\t海东市指标值",
    "产出指标\t数量指标\t森林抚育面积\t≥4万亩\t≥1万亩\t≥3万亩",
    "满意度指标\t服务对象满意度指标\t林农满意度\t≥90%\t≥90%\t≥92%",
)
MONEY = ("资金情况（万元）\t年度金额\t\t86\t15\t71", "\t其中：中央补助\t\t68\t12\t56", "\t地方资金\t\t18\t3\t15")
OF_EACH = [
    ("西宁市 年度金额", "15"),
    ("海东市 年度金额", "71"),
    ("西宁市 其中：中央补助", "12"),
    ("海东市 其中：中央补助", "56"),
    ("西宁市 地方资金", "3"),
    ("海东市 地方资金", "15"),
]


def form(*rows: str, whole: str = "全省") -> Reading:
    grid = (OF_ALL[0].format(whole), *OF_ALL[1:])
    return read("\n".join((*HEAD, *rows, GOAL, *grid)).encode(), "regions.txt")


def of_regions(found: Reading) -> list[tuple[str, str]]:
    return [(row.attribute, row.value) for row in found.attributes if "市" in row.attribute]


def test_what_regions_above_the_money_get_stands_under_their_names() -> None:
    found = form("地区\t\t\t全省\t西宁市\t海东市", *MONEY)
    assert [(row.amount_wan, row.is_proved) for row in found.funding] == [(86, True)]
    assert of_regions(found) == OF_EACH
    assert [(row.annual_target, row.note) for row in found.indicators] == [
        ("≥4万亩", "西宁市：≥1万亩；海东市：≥3万亩"),
        ("≥90%", "西宁市：≥90%；海东市：≥92%"),
    ]


def test_regions_that_the_header_of_the_indicators_names_alone_are_those_of_the_money_above_it() -> None:
    found = form(*MONEY)
    assert [(row.amount_wan, row.is_proved) for row in found.funding] == [(86, True)]
    assert of_regions(found) == OF_EACH


def test_where_no_column_is_of_all_regions_nothing_is_the_project_s_and_it_is_said() -> None:
    rows = ("地区\t\t\t海北州\t西宁市\t海东市", *MONEY)
    found = form(*rows, whole="海北州")
    assert not found.funding
    assert [(row.code, row.printed, row.message) for row in found.issues] == [
        ("amount_missing", "86", "only the money of regions is printed, a column each, and none of all of them")
    ]
    assert {*OF_EACH, ("海北州 年度金额", "86")} <= {(row.attribute, row.value) for row in found.attributes}
    assert {row.annual_target for row in found.indicators} == {None}


def test_sums_that_differ_from_those_of_regions_are_printed_as_they_are() -> None:
    found = form("地区\t\t\t全省合计\t西宁市\t海东市", MONEY[0].replace("\t71", "\t70"), *MONEY[1:])
    assert [(row.amount_wan, row.is_proved) for row in found.funding] == [(86, True)]
    assert ("海东市 年度金额", "70") in of_regions(found)


def test_levels_of_government_are_no_regions() -> None:
    found = form("资金来源\t\t\t合计\t省级\t市县", "年度资金总额\t\t\t86\t68\t18")
    assert [row.amount_wan for row in found.funding] == [86]
    assert not any(own.startswith(("省级 ", "市县 ")) for own in (row.attribute for row in found.attributes))
