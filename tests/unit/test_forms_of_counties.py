"""What forms of counties and towns print otherwise: each variant read as it stands, names and numbers invented."""

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.rows import Reading

HEAD = "项目名称\t\t河道清淤\n主管部门\t\t梅州市水利局\n项目资金（万元）\t年度资金总额\t10\n"
GRID = (
    "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n\t产出指标\t数量指标\t清淤长度\t3公里\n"
    "\t满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\n"
)
TITLE = "项目支出绩效目标表\n（2024年度）\n"


def reading(text: str) -> Reading:
    return read(text.encode(), "form.txt")


def test_scores_and_weights_in_one_column() -> None:
    for label, cell in (("得分/分值", "8/10"), ("分值/得分", "10/8")):
        grid = (
            f"绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t{label}\n"
            "\t产出指标\t数量指标\t清淤长度\t3公里\t3公里\t40/40\n"
            f"\t满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\t85%\t{cell}\n"
        )
        found = reading(f"项目支出绩效自评表\n（2024年度）\n{HEAD}{grid}").performance
        assert [(own.weight, own.score) for own in found] == [(40, 40), (10, 8)]


def test_a_label_of_the_second_level_that_spans_both() -> None:
    grid = (
        "绩效指标\t一级指标\t二级指标\t三级指标\t\t指标值\t备注\n\t产出指标\t数量指标\t88\t\t100\n"
        "\t社会公众或服务对象满意度指标\t\t90\t\t95\n"
    )
    found = reading(TITLE + HEAD + grid).indicators
    assert [(own.indicator_name, own.annual_target, own.category_code) for own in found] == [
        ("88", "100", 11),
        ("90", "95", 31),
    ]


def test_names_under_the_label_of_the_second_level() -> None:
    grid = "绩效指标\t一级指标\t二级指标\t绩效标准\t当年预期实现值\n\t数量指标\t清淤次数\t反映清淤情况\t2次\n\t质量指标\t合格率\t反映质量\t≥92%\n"
    found = reading(TITLE + HEAD + grid).indicators
    assert [(own.category_code, own.indicator_name, own.annual_target) for own in found] == [
        (11, "清淤次数", "2次"),
        (12, "合格率", "≥92%"),
    ]


def test_projects_numbered_instead_of_labelled() -> None:
    head = HEAD.removeprefix("项目名称\t\t河道清淤\n")
    found = reading(f"{TITLE}项目一：河道清淤\n{head}{GRID}项目二：堤防加固\n{head}{GRID}")
    assert [own.project_name for own in found.projects] == ["河道清淤", "堤防加固"]
    assert [own.project_seq for own in found.indicators] == [1, 1, 2, 2]


@pytest.mark.parametrize("label", ["财政资金科目代码", "资金文号", "资金下达时间", "预算年度编号"])
def test_a_code_beside_money_is_no_money(label: str) -> None:
    head = f"项目名称\t\t河道清淤\n主管部门\t\t梅州市水利局\n项目资金（万元）\t年度资金总额\t65\n\t其中：财政资金\t65\t{label}\t21305\n"
    found = reading(TITLE + head + GRID)
    assert [own.amount_wan for own in found.funding] == [65]
    assert (label, "21305") in {(own.attribute, own.value) for own in found.attributes}


def test_a_department_has_not_the_name_of_its_account() -> None:
    for account in ("梅州市水利局部门", "梅州市水利局本级"):
        head = HEAD.replace("梅州市水利局\n", f"{account}\t实施单位\t梅州市水利局\n")
        assert reading(TITLE + head + GRID).document.department_name == "梅州市水利局"


def test_whose_form_it_is_stands_between_the_title_of_the_page_and_that_of_the_table() -> None:
    head = HEAD.replace("主管部门\t\t梅州市水利局\n", "")
    lines = "2024年项目支出绩效目标表\n预算单位：梅州市水利局\n"
    assert reading(lines + TITLE + head + GRID).document.department_name == "梅州市水利局"


def test_the_year_of_the_money_that_a_letter_gives() -> None:
    letter = "关于提前下达2024年中央财政衔接推进乡村振兴补助资金的通知\n"
    assert reading(letter + "绩效目标表\n" + HEAD + GRID).document.budget_year == 2024
    two = letter + "关于下达2023年中央财政衔接推进乡村振兴补助资金的通知\n"
    with pytest.raises(DocumentRejected, match="year"):
        reading(two + "绩效目标表\n" + HEAD + GRID)


def test_the_year_of_what_a_unit_has_none_of() -> None:
    note = "备注：我单位2024年无另文下达项目，故此表为空。\n"
    document = reading("绩效目标表\n" + HEAD + GRID + note).document
    assert (document.budget_year, document.year_basis) == (2024, "outside")
    with pytest.raises(DocumentRejected, match="year"):
        reading("绩效目标表\n" + HEAD + GRID + note + note.replace("2024", "2023"))


def test_the_year_of_a_list_stands_in_a_column() -> None:
    rows = (
        "序号\t年度\t单位名称\t项目名称\t预算金额\t一级指标\t二级指标\t三级指标\t指标值\n"
        "1\t2024\t梅州市水利局\t河道清淤\t10\t产出指标\t数量指标\t清淤长度\t3公里\n"
        "2\t{}\t梅州市水利局\t堤防加固\t20\t产出指标\t数量指标\t加固长度\t2公里\n"
    )
    title = "项目支出绩效目标表\n单位：万元\n"
    assert reading(title + rows.format(2024)).document.budget_year == 2024
    with pytest.raises(DocumentRejected, match="year"):
        reading(title + rows.format(2023))


def test_why_a_form_with_several_names_is_not_read() -> None:
    text = "项目支出绩效目标表\n（2024年度）\n主管部门\t梅州市水利局\n项目名称\t河道清淤\t堤防加固\n预算金额\t10\t20\n"
    with pytest.raises(DocumentRejected, match="several texts stand beside 项目名称"):
        reading(text + "绩效目标\t清淤3公里\t加固2公里\n产出指标\t清淤长度3公里\t加固长度2公里\n")


def test_a_table_of_scores_of_a_department() -> None:
    text = (
        "2023年部门整体支出绩效评价得分表\n部门名称：梅州市水利局\n一级指标\t二级指标\t三级指标\t得分\n"
        "部门决策（25分）\t目标任务（15分）\t相关性（5分）\t5\n\t\t明确性（5分）\t4\n"
    )
    found = reading(text).department_indicators
    assert [(own.indicator_name, own.weight, own.score) for own in found] == [("相关性", 5, 5), ("明确性", 5, 4)]


LIST = (
    "序号\t项目名称\t预算数（万元）\t年度绩效目标\t一级指标\t二级指标\t三级指标\t指标值\n"
    "1\t河道清淤\t10\t清淤3公里。\t产出指标\t数量指标\t清淤长度\t3公里\n"
    "2\t渠道维修\t5\t维修2条。\t产出指标\t数量指标\t维修渠道\t2条\n"
)
NAMED = HEAD.replace("主管部门\t\t梅州市水利局\n", "")


@pytest.mark.parametrize("table", [LIST, NAMED + GRID])
@pytest.mark.parametrize(
    "title", ["梅州市水利局2024年项目支出绩效目标表", "2024年度梅州市水利局部门预算项目支出绩效目标表"]
)
def test_the_body_of_a_title_is_the_department_where_nothing_else_names_one(title: str, table: str) -> None:
    found = reading(f"{title}\n{table}")
    assert (found.document.department_name, found.document.title, found.document.budget_year) == (
        "梅州市水利局",
        title,
        2024,
    )
    assert [unit.unit_name for unit in found.units] == ["梅州市水利局"]
    assert found.not_understood == ()


@pytest.mark.parametrize("table", [LIST.replace("序号\t", "部门\t").replace("1\t河", "梅州市林业局\t河"), HEAD + GRID])
def test_a_department_that_is_printed_stands_before_that_of_the_title(table: str) -> None:
    found = reading("梅州市财政局2024年项目支出绩效目标表\n" + table.replace("2\t渠", "梅州市林业局\t渠"))
    assert found.document.department_name in ("梅州市林业局", "梅州市水利局")
    assert "梅州市财政局" not in [unit.unit_name for unit in found.units]


def test_a_title_without_a_body_of_a_place_names_no_department() -> None:
    for title in ("2024年市水利局项目支出绩效目标表", "梅州市2024年项目支出绩效目标表"):
        with pytest.raises(DocumentRejected, match="no department is printed"):
            reading(f"{title}\n{LIST}")


def test_a_label_of_something_else_is_not_said_to_be_the_name() -> None:
    nameless = HEAD.replace("项目名称\t\t河道清淤", "项目属性\t\t延续项目")
    with pytest.raises(DocumentRejected) as rejected:
        reading(TITLE + nameless + GRID)
    assert rejected.value.message == "a form without 项目名称"


def test_forms_side_by_side_are_each_their_own() -> None:
    """The columns of the first are merged otherwise than those of the second, and one has a row more."""
    left = [
        "项目名称|河道清淤||", "主管部门|梅州市水利局|实施单位|梅州市河道所", "项目资金（万元）|年度资金总额|10|",
        "绩效指标|一级指标|三级指标|指标值", "|产出指标|清淤长度|3公里", "|效益指标|行洪能力|提高", "|满意度指标|居民满意度|≥90%",
    ]  # fmt: skip
    others = [("堤防加固", "20", "8"), ("山塘修复", "30", "7")]
    rows = [line.split("|") for line in left]
    for name, amount, length in others:
        changes = {"河道清淤": name, "10": amount, "3公里": f"{length}公里"}
        beside = [[changes.get(text, text) for text in line.split("|")] for line in left]
        del beside[5]
        rows = [[*row, "", *own] for row, own in zip(rows, [*beside, []], strict=True)]
    found = reading(TITLE + "\n".join("\t".join(row) for row in rows))
    assert [own.project_name for own in found.projects] == ["河道清淤", "堤防加固", "山塘修复"]
    assert [f"{own.amount_wan:f}" for own in found.funding] == ["10", "20", "30"]
    assert [(own.project_seq, own.annual_target) for own in found.indicators] == [
        (1, "3公里"), (1, "提高"), (1, "≥90%"), (2, "8公里"), (2, "≥90%"), (3, "7公里"), (3, "≥90%"),
    ]  # fmt: skip


def test_a_label_of_a_name_printed_twice_is_no_second_form() -> None:
    head = HEAD.replace("项目名称\t\t河道清淤", "项目名称\t\t河道清淤\t项目名称\t河道")
    assert [own.project_name for own in reading(TITLE + head + GRID).projects][:1] == ["河道清淤"]


@pytest.mark.parametrize("note", ["（个别机构晚报）", "(因2月停工)"])
def test_a_reason_in_brackets_behind_a_score(note: str) -> None:
    grid = (
        "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因\n"
        f"\t产出指标\t数量指标\t清淤长度\t3公里\t2.9公里\t40\t38.5{note}\t\n"
        f"\t满意度指标\t服务对象满意度指标\t居民满意度\t≥90%\t85%\t10\t9分{note}\t样本少\n"
    )
    reading_of = reading(f"项目支出绩效自评表\n（2024年度）\n{HEAD}{grid}")
    assert [(str(own.score), own.reason) for own in reading_of.performance] == [
        ("38.5", note[1:-1]),
        ("9", f"{note[1:-1]}样本少"),
    ]
    assert not reading_of.not_understood


def test_a_target_where_its_name_should_stand_is_no_name() -> None:
    grid = (
        "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n\t产出指标\t数量指标\t清淤长度\t3公里\n"
        "\t\t质量指标\t≥95%\t\n\t满意度指标\t服务对象满意度指标\t90%以上\t\n"
    )
    found = reading(TITLE + HEAD + grid).indicators
    assert [(own.indicator_name, own.annual_target) for own in found] == [
        ("清淤长度", "3公里"),
        (None, "≥95%"),
        (None, "90%以上"),
    ]


def test_a_label_of_satisfaction_below_first_levels_is_one() -> None:
    grid = (
        "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\n\t产出指标\t数量指标\t清淤长度\t3公里\n"
        "\t社会公众或服务对象满意度指标\t\t居民满意度\t≥90%\n"
    )
    found = reading(TITLE + HEAD + grid).indicators
    assert [(own.printed_level1, own.printed_level2, own.category_code) for own in found] == [
        ("产出指标", "数量指标", 11),
        ("社会公众或服务对象满意度指标", None, 31),
    ]
