"""Money of the own level of government and of units in a table of projects, whose forms of targets print neither."""

from decimal import Decimal

import pytest

from ingest.forms.indicator_rows.headers.columns import head_column
from ingest.grammar.government_levels import is_money_of_level
from ingest.rows import Reading
from tests.unit.test_money_tables import money, page

TARGETS = (
    "<p>项目支出绩效目标表</p><p>单位名称：祥云县水务局</p>",
    "项目名称\t项目年度绩效目标\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位",
    "水库运行维护\t保障12座水库运行。\t产出指标\t数量指标\t维护水库\t＝\t12\t座",
    "\t\t满意度指标\t服务对象满意度指标\t群众满意度\t≥\t90\t%",
    "河道管护\t管护河道210公里。\t产出指标\t数量指标\t管护河道\t≥\t210\t公里",
)
MONEY = (
    "<p>项目支出预算表</p><p>单位：元</p>",
    "项目分类\t项目单位\t项目名称\t合计\t本级财力安排\t上级补助",
    "事业发展类\t祥云县水库管理所\t水库运行维护\t860,000.00\t860,000.00\t0",
    "专项业务类\t祥云县水务局\t河道管护\t1,240,000.00\t240,000.00\t1,000,000.00",
    "合计\t\t\t2,100,000.00\t1,100,000.00\t1,000,000.00",
)
ALL = [("水库运行维护", "fiscal", 86, True), ("河道管护", "fiscal", 124, True)]


def units(found: Reading) -> list[tuple[str, str]]:
    names = {row.unit_seq: row.unit_name for row in found.units}
    return [(row.project_name, names[row.unit_seq or 0]) for row in found.projects]


@pytest.mark.parametrize(
    "label",
    ["本级财力安排", "本级财力", "本级财政", "本级财政安排", "本级安排", "市本级财力", "县级财力", "其中：本级财力"],
)
def test_the_own_level_is_a_source_beside_what_the_one_above_gives(label: str) -> None:
    found = page(*(row.replace("本级财力安排", label) for row in MONEY), *TARGETS)
    assert money(found) == ALL
    assert [row.amount_wan for row in found.totals if row.level == "project"] == [86, 124]


def test_units_are_those_of_the_table_of_money_where_forms_name_none() -> None:
    found = page(*MONEY, *TARGETS)
    assert units(found) == [("水库运行维护", "祥云县水库管理所"), ("河道管护", "祥云县水务局")]
    assert {row.unit_seq for row in found.totals} == {row.unit_seq for row in found.projects}


def test_a_form_says_itself_whose_project_it_is() -> None:
    named = ["单位\t" + row if "\t" in row else row for row in TARGETS]
    named[1:] = [
        named[1].replace("单位", "实施单位", 1),
        *(row.replace("单位", "祥云县水利站", 1) for row in named[2:]),
    ]
    assert {unit for _, unit in units(page(*MONEY, *named))} == {"祥云县水利站"}


def test_what_makes_up_each_total_is_money_whatever_it_is_called() -> None:
    called = [row.replace("本级财力安排", "县里出的") for row in MONEY]
    found = page(*called, *TARGETS)
    assert sum(row.amount_wan for row in found.funding) == Decimal(210)
    assert {row.code for row in found.issues} == {"funding_source_assumed"}
    other = [row.replace("\t860,000.00\t0", "\t850,000.00\t0") for row in called]
    assert "县里出的" in {row.attribute for row in page(*other, *TARGETS).attributes}


@pytest.mark.parametrize("label", ["省级专款", "市级财力安排数", "中央财政补助资金", "市旗资金", "上级补助"])
def test_labels_of_money_of_a_level(label: str) -> None:
    assert is_money_of_level(label)
    assert head_column(label, "").role == "money"


@pytest.mark.parametrize("label", ["省级工作安排", "县级医院", "局本级安排", "本级", "财力安排", "城市财政"])
def test_other_labels_that_name_a_level(label: str) -> None:
    assert not is_money_of_level(label)
