"""Money that stands beside what a form prints of it: levels in brackets, and the table by which a notice divides it."""

from decimal import Decimal

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

GRID = """一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t养护里程\t≥90公里
效益指标\t社会效益指标\t受益人口\t≥900人
"""
FORM = """项目支出绩效目标表
（2024年度）
项目名称\t农村公路养护工程
主管部门\t新邵县交通运输局\t实施单位\t新邵县公路中心
资金总额及构成\t总额200万元 一、财政拨款：180万元{notes} 二、自有资金：20万元
年度目标\t完成养护
"""


def levels(found: Reading) -> list[tuple[str | None, Decimal]]:
    return [(row.level_code, row.amount_wan) for row in found.funding_levels]


def codes(found: Reading) -> list[str]:
    return [row.code for row in found.issues if row.code == "amount_contradicted"]


@pytest.mark.parametrize(
    ("notes", "expected", "is_contradicted"),
    [
        ("（其中：上级财政资金：60万元；本级财政：120万元）", [("superior", 60), ("local", 120)], False),
        ("（其中：上级64万元；本级126万元）", [("superior", 64), ("local", 126)], True),
        ("（其中：上级64万元，本级16万元）", [("superior", 64), ("local", 16)], True),
        ("（其中：中央资金100万元，省级资金50万元）", [("central", 100), ("province", 50)], False),
        ("（其中：中央资金100万元，省级资金90万元）", [("central", 100), ("province", 90)], True),
        ("（其中：县级资金30万元，养护材料150万元）", [], False),
    ],
)
def test_levels_in_brackets_are_landed_and_compared(
    notes: str, expected: list[tuple[str, int]], is_contradicted: bool
) -> None:
    found = read((FORM.format(notes=notes) + GRID).encode(), "form.txt")
    assert [(row.funding_source_code, row.amount_wan) for row in found.funding] == [("fiscal", 180), ("other", 20)]
    assert levels(found) == expected
    assert codes(found) == ["amount_contradicted"] * is_contradicted


@pytest.mark.parametrize("other", ["30", "20"], ids=["adds up", "does not"])
def test_a_level_that_gives_nothing_is_landed_whether_the_money_adds_up_or_not(other: str) -> None:
    money = f"项目总投资\t180\t中央补助安排\t150\n省级财政安排\t0\t其他资金\t{other}\n预算申报数\t180\t资金性质\t一般公共预算\n"
    head = FORM.format(notes="").replace(
        "资金总额及构成\t总额200万元 一、财政拨款：180万元 二、自有资金：20万元\n", money
    )
    found = read((head + GRID).encode(), "form.txt")
    assert levels(found) == [("central", 150), ("province", 0)]


def page(*rows: str) -> Reading:
    parts = []
    for row in rows:
        cells = "".join(f"<td>{cell}</td>" for cell in row.split("\t"))
        parts.append(f"<table><tr>{cells}</tr></table>" if "\t" in row else f"<p>{row}</p>")
    body = "".join(parts).replace("</table><table>", "")
    return read(f"<html><body>{body}</body></html>".encode(), "notice.html")


NOTICE = (
    "江山市财政局关于下达2024年农村公路养护补助资金的通知",
    "市交通运输局：",
    "现下达你单位资金，详见附件1。",
    "江山市财政局",
)
DIVIDED = (
    "附件1", "2024年农村公路养护补助资金安排表", "单位：元",
    "单位\t全年中央补助资金\t提前下达\t本次下达",
    "江山市公路中心\t7,000,000\t6,000,000\t1,000,000", "江山市养护公司\t548,150\t500,000\t48,150",
    "合　计\t7,548,150\t6,500,000\t1,048,150",
)  # fmt: skip
BLANK = (
    "附件2", "农村公路养护补助资金绩效目标表", "（2024年度）",
    "项目名称\t江山市农村公路养护补助资金\t\t", "主管部门\t江山市交通运输局\t实施单位\t江山市公路中心",
    "资金情况（万元）\t年度金额\t\t", "\t其中：中央资金\t\t", "总体目标\t完成公路养护任务\t\t",
)  # fmt: skip
WAITING = (
    "一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t未达到指标值原因",
    "产出指标\t数量指标\t养护里程\t≥90公里\t\t", "效益指标\t社会效益指标\t受益人口\t≥900人\t\t",
)  # fmt: skip


def test_a_blank_form_gets_the_total_of_the_table_of_its_notice() -> None:
    found = page(*NOTICE, *DIVIDED, *BLANK, *GRID.splitlines())
    assert [(row.funding_source_code, row.amount_wan) for row in found.funding] == [("fiscal", Decimal("754.815"))]
    assert levels(found) == [("central", Decimal("754.815"))]
    assert (found.document.money_unit, "单位：元" in found.source.text) == ("万元", False)  # the form prints its own
    assert [(row.attribute, row.value) for row in found.attributes][-2:] == [
        ("提前下达", "6,500,000"),
        ("本次下达", "1,048,150"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("合　计\t7,548,150", "合　计\t7,548,151"),
        ("农村公路养护补助资金安排表", "义务教育经费安排表"),
        ("农村公路养护补助资金安排表", "农村公路养护补助资金支出执行分配表"),
        ("单位：元", ""),
    ],
    ids=["another sum", "another money", "of spending", "no unit"],
)
def test_a_table_that_is_not_proved_to_divide_its_money_tells_nothing(old: str, new: str) -> None:
    found = page(*NOTICE, *(row.replace(old, new) for row in DIVIDED), *BLANK, *GRID.splitlines())
    assert found.funding == ()


def test_a_plan_whose_columns_wait_for_actual_values_is_a_plan() -> None:
    found = page(*NOTICE, *BLANK, *WAITING)
    assert (found.document.form, len(found.indicators), found.evaluations) == ("target_form", 2, ())
    filled = page(*NOTICE, *BLANK, *WAITING[:2], WAITING[2].replace("人\t\t", "人\t950人\t"))
    assert (filled.document.form, len(filled.performance)) == ("self_evaluation", 2)
    titled = page(*NOTICE, *(row.replace("目标表", "自评表") for row in BLANK), *WAITING)
    assert (titled.document.form, len(titled.evaluations)) == ("self_evaluation", 1)


LISTED = (
    "附件1", "2024年移民后期扶持基金（资金）安排表", "单位：万元",
    "序号\t项目名称\t实施单位\t中央资金\t市级资金\t小计\t备注",
    "1\t移民直补资金\t江山市水利局\t1436\t\t1436\t直达", "2\t美丽家园建设\t清湖镇\t391\t40\t430\t", "合　计\t\t\t1827\t40\t1866\t",
)  # fmt: skip
GOALS = (
    "附件2", "2024年移民后期扶持项目绩效目标表",
    "序号\t项目名称\t年度总体目标\t一级指标\t二级指标\t三级指标\t指标值",
    "1\t移民直补资金（江山市水利局）\t按时发放\t产出指标\t数量指标\t直补人数\t≥900人",
    "\t\t\t效益指标\t社会效益指标\t生活水平\t不降低",
    "2\t美丽家园建设{unit}\t改善环境\t产出指标\t数量指标\t硬化道路\t12公里",
    "\t\t\t效益指标\t社会效益指标\t受益人数\t≥500人",
)  # fmt: skip


def test_an_allocation_gives_listed_projects_their_money_and_their_unit() -> None:
    found = page(*NOTICE, *LISTED, *(row.format(unit="（清湖镇）") for row in GOALS))
    units = {row.unit_seq: row.unit_name for row in found.units}
    assert [(row.project_name, units[row.unit_seq]) for row in found.projects] == [
        ("移民直补资金", "江山市水利局"),
        ("美丽家园建设", "清湖镇"),
    ]
    assert sorted(units) == [1, 2]
    places = [(row.char_start, row.char_end) for row in found.projects]
    assert [found.source.text[slice(*place)] for place in places] == ["移民直补资金", "美丽家园建设"]
    assert sorted(units.values()) == ["江山市水利局", "清湖镇"]
    assert [(row.amount_wan, row.is_proved) for row in found.funding] == [(1436, True), (431, False)]
    assert [row.amount_wan for row in found.totals] == [1436, 430]
    assert levels(found) == [("central", 1436), ("central", 391), ("prefecture", 40)]


def test_brackets_that_are_not_its_unit_stay_with_the_name() -> None:
    found = page(*NOTICE, *LISTED, *(row.format(unit="（二期）") for row in GOALS))
    assert [row.project_name for row in found.projects] == ["移民直补资金", "美丽家园建设（二期）"]
    assert [(row.project_seq, row.amount_wan) for row in found.funding] == [(1, 1436)]


SAID = (
    "1.“农村公路养护”项目。", "（1）年度预算安排。{said}", "项目支出绩效目标表", "（2024年度）",
    "项目名称\t农村公路养护\t主管部门\t江山市交通运输局", "年度资金总额（万元）\t245\t其中：财政拨款\t245", "年度目标\t完成养护\t\t",
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("财政资金年度安排约245万元，其中区级资金122.51万元。", [("county", Decimal("122.51"))]),
        ("安排2,450,000元（其中：省级资金100万元、县级资金145万元）。", [("province", 100), ("county", 145)]),
        ("财政资金安排245万元，全部为县级资金。", [("county", 245)]),
        ("上年安排240万元，其中区级资金122.51万元。", []),
        ("安排245万元，其中养护材料120万元。", []),
        ("安排245万元，其中省级资金100万元、县级资金150万元。", []),
    ],
)
def test_levels_that_a_sentence_above_the_form_names_are_landed(said: str, expected: list[tuple[str, Decimal]]) -> None:
    found = page(*(row.format(said=said) for row in SAID), *GRID.splitlines())
    assert levels(found) == expected
    assert [row.amount_wan for row in found.funding] == [245]


def test_a_table_of_money_in_a_file_of_cells_has_its_unit_beside_its_number() -> None:
    rows = (
        "部门：江山市林业局,,,,", "2024年项目支出预算表,,,,", "预算05-1表,,,,单位：元",
        "项目代码,项目名称,合计,一般公共预算,单位资金", "3308,护林补助,320000,280000,40000", "3309,林道养护,90000,90000,",
        "合计,,410000,370000,40000", ",,,,", "2024年项目支出绩效目标表,,,,", "预算05-2表,,,,",
        "单位名称、项目名称,一级指标,二级指标,三级指标,指标值", "江山市林业局,,,,",
        "护林补助,产出指标,数量指标,护林员,≥18人", "林道养护,产出指标,数量指标,养护林道,≥9公里",
    )  # fmt: skip
    found = read("\n".join(rows).encode(), "form.csv")
    assert [(row.project_seq, row.funding_source_code, row.amount_wan, row.is_proved) for row in found.funding] == [
        (1, "fiscal", 28, True),
        (1, "other", 4, True),
        (2, "fiscal", 9, True),
    ]
