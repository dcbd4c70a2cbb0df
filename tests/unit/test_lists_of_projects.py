"""Lists of several projects with an indicator a row: the variants that provinces publish, and what is left in doubt."""

from decimal import Decimal

import pytest

from ingest.pipeline import read, read_entries
from ingest.rows import Reading

HEAD = ("2024年项目支出绩效目标表", "部门名称：梅州市林业局\t\t\t\t单位：万元")
PLAIN = "项目名称\t预算金额\t绩效目标\t一级指标\t二级指标\t三级指标\t指标值"
LEVELS = "一级指标\t二级指标\t三级指标"


def listed(*rows: str) -> Reading:
    return read("\n".join(rows).encode(), "list.txt")


def projects(reading: Reading) -> list[tuple[str, list[str | None]]]:
    names = {row.project_seq: row.project_name for row in reading.projects}
    return [
        (name, [row.indicator_name for row in reading.indicators if row.project_seq == seq])
        for seq, name in names.items()
    ]


def units(reading: Reading) -> list[tuple[str | None, str, str]]:
    named = {row.unit_seq: row for row in reading.units}
    return [(named[p.unit_seq].unit_code, named[p.unit_seq].unit_name, p.project_name) for p in reading.projects]


def money(reading: Reading) -> list[tuple[int, str, Decimal, bool | None]]:
    return [(row.project_seq, row.funding_source_code, row.amount_wan, row.is_proved) for row in reading.funding]


def targets(reading: Reading) -> list[tuple[str | None, str | None, Decimal | None, str | None]]:
    return [(row.annual_target, row.annual_operator, row.annual_value, row.annual_unit) for row in reading.indicators]


def codes(reading: Reading) -> list[str]:
    return [row.code for row in reading.issues if row.code not in ("funding_source_assumed", "money_unit_assumed")]


def left(reading: Reading) -> str:
    return " ".join(row.text for row in reading.not_understood)


def test_units_and_projects_in_one_column() -> None:
    found = listed(
        "项目支出绩效目标表（本次下达）\t公开05-2表",
        "2025年部门预算",
        f"单位名称、项目名称\t项目年度绩效目标\t{LEVELS}\t指标性质\t指标值\t度量单位\t指标属性\t指标内容",
        "1\t2\t3\t4\t5\t6\t7\t8\t9\t10",
        "昆明市公安局\t\t\t\t\t\t\t\t\t",
        "昆明市公安局交通警察支队\t\t\t\t\t\t\t\t\t",
        "信号灯维护\t保障运行。\t产出指标\t数量指标\t维护数量\t>=\t1200\t组\t定量指标\t反映数量",
        "\t\t效益指标\t社会效益指标\t路口秩序\t=\t明显改善\t年\t定性指标\t反映秩序",
        "昆明市公安局看守所\t\t\t\t\t\t\t\t\t",
        "伙食费\t保障伙食。\t产出指标\t数量指标\t供应人数\t<=\t300\t人\t定量指标\t反映人数",
    )
    assert found.document.department_name == "昆明市公安局"
    assert found.document.layout == "rows"
    assert units(found) == [
        (None, "昆明市公安局交通警察支队", "信号灯维护"),
        (None, "昆明市公安局看守所", "伙食费"),
    ]
    assert targets(found) == [
        (">=1200组", ">=", 1200, "组"),
        ("明显改善", None, None, None),
        ("<=300人", "<=", 300, "人"),
    ]
    assert [row.annual_goal for row in found.projects] == ["保障运行。", "保障伙食。"]
    assert found.indicators[0].note == "定量指标；反映数量"
    assert not found.not_understood


def test_a_row_for_every_level() -> None:
    found = listed(
        *HEAD,
        f"单位名称、项目名称\t项目年度绩效目标\t{LEVELS}\t指标性质\t指标值\t度量单位",
        "梅州市林业局\t\t\t\t\t\t\t",
        "防火经费\t防火\t\t\t\t\t\t",
        "\t\t产出指标\t\t\t\t\t",
        "\t\t\t数量指标\t\t\t\t",
        "\t\t\t\t巡护次数\t≥\t30\t次",
        "\t\t\t质量指标\t\t\t\t",
        "\t\t\t\t巡护到位率\t≥\t95\t%",
    )
    assert [(row.category_code, row.indicator_name) for row in found.indicators] == [
        (11, "巡护次数"),
        (12, "巡护到位率"),
    ]
    assert codes(found) == []


def test_unit_and_amount_in_columns_and_a_total_that_proves_them() -> None:
    found = listed(
        "表11",
        *HEAD,
        f"单位名称\t项目名称\t项目金额\t年度绩效目标\t{LEVELS}\t指标性质\t指标值\t计量单位\t权重",
        "梅州市林业局\t管护\t120.50\t管护森林\t产出指标\t数量指标\t面积\t≥\t56\t亩\t60",
        "\t\t\t\t满意度指标\t服务对象满意度指标\t满意度\t≥\t90\t%\t30",
        "梅州市林场\t育苗\t15\t育苗\t产出指标\t数量指标\t苗木\t≥\t6\t万株\t90",
        "合计\t\t135.50\t\t\t\t\t\t\t\t",
    )
    assert money(found) == [(1, "fiscal", Decimal("120.50"), True), (2, "fiscal", Decimal(15), True)]
    assert [(row.level, row.measure, row.amount_wan) for row in found.totals] == [
        ("document", "total", Decimal("135.50"))
    ]
    assert found.document.printed_total_wan == Decimal("135.50")
    assert [row.weight for row in found.indicators] == [60, 30, 90]
    assert codes(found) == []


def test_codes_stand_apart_from_names_and_a_department_above_its_units() -> None:
    found = listed(
        *HEAD,
        f"单位名称\t项目名称\t预算数\t年度目标\t{LEVELS}\t指标性质\t指标值\t度量单位\t权重\t指标方向性",
        "301-梅州市林业局\t\t180.00\t\t\t\t\t\t\t\t\t",
        "301001-梅州市林业局本级\t44140024R000012345678-管护\t100.00\t管护\t产出指标\t数量指标\t面积\t≥\t5\t亩\t90\t正向指标",
        "\t44140024R000012345679-育苗\t80.00\t育苗\t产出指标\t数量指标\t苗木\t≤\t6\t株\t90\t反向指标",
    )
    assert found.document.department_code == "301"
    assert units(found) == [("301001", "梅州市林业局本级", "管护"), ("301001", "梅州市林业局本级", "育苗")]
    assert [row.value for row in found.attributes] == ["44140024R000012345678", "44140024R000012345679"]
    assert [(row.level, row.amount_wan) for row in found.totals] == [("document", 180)]
    assert [proved for *_, proved in money(found)] == [True, True]


def test_kind_of_indicator_instead_of_levels() -> None:
    found = listed(
        *HEAD,
        "预算单位\t项目名称\t指标类型\t指标名称\t指标性质\t指标值\t计量单位\t权重",
        "梅州市林业局\t安保\t数量指标\t保安人数\t≥\t120\t人\t45",
        "\t\t产出指标-质量指标\t持证率\t=\t100\t%\t45",
    )
    assert [(row.printed_level1, row.category_code) for row in found.indicators] == [(None, 11), ("产出指标", 12)]


def test_labels_that_span_the_columns_of_money_and_grid() -> None:
    found = listed(
        *HEAD,
        "序号\t项目名称\t项目预算金额（元）\t\t\t绩效目标\t绩效指标\t\t\t",
        f"\t\t合计\t财政拨款\t其他资金\t\t{LEVELS}\t指标值",
        "1\t防火\t2000000\t1800000\t200000\t防火\t产出指标\t数量指标\t巡护\t≥300次",
        "\t\t\t\t\t\t\t质量指标\t到位率\t≥90%",
        "2\t防虫\t900000\t900000\t\t防虫\t产出指标\t数量指标\t面积\t5万亩",
        "\t合计\t2900000\t2700000\t200000\t\t\t\t\t",
    )
    assert money(found) == [(1, "fiscal", 180, True), (1, "other", 20, True), (2, "fiscal", 90, True)]
    totals = {(row.level, row.project_seq, row.measure): row.amount_wan for row in found.totals}
    assert totals["document", None, "total"] == 290
    assert totals["document", None, "fiscal"] == 270
    assert [row.category_code for row in found.indicators] == [11, 12, 11]


def test_a_transfer_with_regions_is_a_project_in_every_region() -> None:
    found = listed(
        "市对下转移支付绩效目标表",
        "2025年度",
        "编制单位：梅州市农业农村局\t单位：万元",
        f"项目名称\t地区\t预算金额\t绩效目标\t{LEVELS}\t指标值",
        "农田建设补助\t梅县区\t500\t建成1万亩\t产出指标\t数量指标\t建设面积\t≥1万亩",
        "\t大埔县\t300\t建成0.6万亩\t产出指标\t数量指标\t建设面积\t≥0.6万亩",
        "合计\t\t800\t\t\t\t\t",
    )
    assert money(found) == [(1, "fiscal", 500, True), (2, "fiscal", 300, True)]
    assert projects(found) == [("农田建设补助", ["建设面积"])] * 2
    assert [(row.attribute, row.value) for row in found.attributes] == [("地区", "梅县区"), ("地区", "大埔县")]
    assert "project_repeated" not in codes(found)


def test_all_indicators_of_a_project_in_one_cell_beside_its_unit() -> None:
    found = listed(
        *HEAD,
        "单位名称\t项目名称\t金额\t绩效目标\t绩效指标",
        "梅州市图书馆\t购书\t80\t购书\t【产出指标-数量指标】指标1：册数（≥20000册）；指标2：数据库（2个）【满意度指标-服务对象满意度指标】指标1：满意度（≥90%）",
        "\t推广\t20\t推广\t【产出指标-数量指标】指标1：场次（≥100场）",
    )
    assert projects(found) == [("购书", ["册数", "数据库", "满意度"]), ("推广", ["场次"])]
    assert units(found) == [(None, "梅州市图书馆", "购书"), (None, "梅州市图书馆", "推广")]


def test_every_cell_printed_on_every_row() -> None:
    row = "梅州市林业局\t监测\t3,000,000.00\t监测"
    found = listed(
        "2024年项目支出绩效目标表",
        "金额单位：元",
        "部门\t项目名称\t项目总额\t绩效目标\t一级指标\t二级指标\t绩效指标\t绩效指标性质\t绩效指标值\t绩效度量单位\t权重",
        f"{row}\t产出指标\t数量指标\t站点数\t≥\t12\t个\t50",
        f"{row}\t效益指标\t生态效益指标\t优良率\t≥\t98\t%\t30",
        f"{row}\t产出指标\t质量指标\t完好率\t≥\t98\t%\t10",
    )
    assert money(found) == [(1, "fiscal", 300, False)]
    assert projects(found) == [("监测", ["站点数", "优良率", "完好率"])]


def test_a_self_evaluation_is_no_budget() -> None:
    found = listed(
        "2023年度项目支出绩效自评表",
        HEAD[1],
        f"项目名称\t年初预算数\t全年执行数\t执行率\t{LEVELS}\t年度指标值\t实际完成值\t分值\t得分",
        "审计\t100\t95\t95%\t产出指标\t数量指标\t项目数\t≥20个\t22个\t50\t50",
        "\t\t\t\t效益指标\t社会效益指标\t整改\t明显\t明显\t40\t38",
    )
    assert (found.document.form, found.funding, found.indicators) == ("self_evaluation", (), ())
    assert [(row.budget_wan, row.executed_wan, row.execution_rate) for row in found.executions] == [(100, 95, 95)]
    assert [(row.indicator_name, row.actual, row.score) for row in found.performance] == [
        ("项目数", "22个", 50),
        ("整改", "明显", 38),
    ]


def test_a_department_form_beside_a_list_is_read_as_one() -> None:
    found = listed(
        "2024年部门整体支出绩效目标表",
        "部门名称\t梅州市林业局",
        "年度预算申请\t资金总额\t1000",
        "\t基本支出\t600",
        "\t项目支出\t400",
        "年度绩效指标\t一级指标\t二级指标\t三级指标\t指标值",
        "\t产出指标\t数量指标\t造林\t≥20亩",
        "",
        *HEAD,
        PLAIN,
        "防火\t400\t防火\t产出指标\t数量指标\t巡护\t≥100次",
    )
    assert [(row.item, row.amount_wan) for row in found.department_budget] == [
        ("total", 1000),
        ("basic", 600),
        ("project", 400),
    ]
    assert [row.indicator_name for row in found.department_indicators] == ["造林"]
    assert projects(found) == [("防火", ["巡护"])]


def test_a_header_printed_again_carries_the_project_on() -> None:
    found = listed(
        *HEAD,
        PLAIN,
        "防火\t50\t防火\t产出指标\t数量指标\t巡护\t≥100次",
        PLAIN,
        "\t\t\t\t质量指标\t到位率\t≥90%",
        "\t\t\t满意度指标\t满意度指标\t满意度\t≥90%",
    )
    assert projects(found) == [("防火", ["巡护", "到位率", "满意度"])]
    assert [row.category_code for row in found.indicators] == [11, 12, 31]


def test_a_name_that_comes_again_is_a_project_of_its_own_and_said() -> None:
    found = listed(
        *HEAD,
        PLAIN,
        "养护\t50\t养护一\t产出指标\t数量指标\t里程\t≥100里",
        "防火\t30\t防火\t产出指标\t数量指标\t巡护\t≥2次",
        "养护\t20\t养护二\t产出指标\t数量指标\t桥梁\t≥40座",
    )
    assert projects(found) == [("养护", ["里程"]), ("防火", ["巡护"]), ("养护", ["桥梁"])]
    assert codes(found) == ["project_repeated"]


def test_another_goal_without_a_name_is_of_no_project() -> None:
    found = listed(
        *HEAD,
        PLAIN,
        "养护\t50\t养护\t产出指标\t数量指标\t里程\t≥100里",
        "\t30\t防火\t产出指标\t数量指标\t巡护\t≥2次",
        "\t\t\t满意度指标\t满意度指标\t群众满意\t≥90%",
        "育苗\t20\t培育优质苗木，满足全市造林需要。\t产出指标\t数量指标\t苗木\t≥40株",
    )
    assert projects(found) == [("养护", ["里程"]), ("育苗", ["苗木"])]
    assert "巡护" in left(found)
    assert "群众满意" in left(found)
    assert codes(found) == ["row_unassigned", "row_unassigned"]


def test_a_unit_beside_a_row_without_a_name_is_that_of_the_projects_below() -> None:
    head = f"单位名称\t项目名称\t绩效目标\t{LEVELS}\t指标值"
    found = listed(
        *HEAD,
        head,
        "梅州市林业局本级\t养护\t养护全市林区道路，保障通行。\t产出指标\t数量指标\t养护里程\t≥100里",
        "梅州市林场\t\t防火\t产出指标\t数量指标\t巡护\t≥2次",
        "\t育苗\t培育优质苗木，满足全市造林需要。\t产出指标\t数量指标\t苗木\t≥40株",
    )
    assert units(found) == [(None, "梅州市林业局本级", "养护"), (None, "梅州市林场", "育苗")]
    assert "巡护" in left(found)


def test_a_level_that_comes_back_without_a_name_is_of_no_project_unless_weights_prove_it() -> None:
    plain = ("养护\t产出指标\t里程\t≥1里\t{}", "\t满意度指标\t满意\t≥90%\t{}", "\t产出指标\t雷达\t2部\t{}")
    header = "项目名称\t一级指标\t三级指标\t指标值\t权重"
    doubtful = listed(*HEAD, header, *(row.format("") for row in plain))
    proved = listed(*HEAD, header, *(row.format(weight) for row, weight in zip(plain, (50, 10, 30), strict=True)))
    assert projects(doubtful) == [("养护", ["里程", "满意"])]
    assert "雷达" in left(doubtful)
    assert projects(proved) == [("养护", ["里程", "满意", "雷达"])]


def test_rows_before_a_page_that_begins_with_a_project_already_begun_are_in_doubt() -> None:
    found = listed(
        *HEAD,
        PLAIN,
        "养护\t50\t养护\t产出指标\t数量指标\t里程\t≥100里",
        "\t\t\t\t\t桥梁\t≥2座",
        PLAIN,
        "防火\t30\t防火\t\t质量指标\t到位率\t≥90%",
    )
    assert projects(found) == [("养护", ["里程"]), ("防火", ["到位率"])]
    assert "桥梁" in left(found)


def test_a_row_out_of_place_is_left_and_nothing_below_it_goes_to_the_project_above() -> None:
    found = listed(
        *HEAD,
        PLAIN,
        "养护\t50\t养护\t产出指标\t数量指标\t里程\t≥100里",
        "产出指标\t数量指标\t苗木\t≥40株\t\t\t",
        "\t\t\t\t质量指标\t成活率\t≥90%",
        "防火\t30\t防火\t产出指标\t数量指标\t巡护\t≥2次",
    )
    assert projects(found) == [("养护", ["里程"]), ("防火", ["巡护"])]
    assert "成活率" in left(found)


def test_signatures_and_notes_below_a_list_are_no_projects() -> None:
    found = listed(
        *HEAD,
        f"预算单位\t项目名称\t绩效目标\t{LEVELS}\t指标值",
        "梅州市林业局\t养护\t养护\t产出指标\t数量指标\t里程\t≥100里",
        "填表人：张三\t\t\t联系电话：123\t\t\t",
        "\t填表人：李四\t\t\t\t\t",
        "注：本表由各单位填报。\t\t\t\t\t\t",
    )
    assert projects(found) == [("养护", ["里程"])]


def test_the_one_amount_that_a_label_gives_a_year_is_the_year_s() -> None:
    row = "养护\t30\t养护\t产出指标\t数量指标\t里程\t≥100里"
    dated = f"项目名称\t2024年预算金额\t绩效目标\t{LEVELS}\t指标值"
    assert [amount for _, _, amount, _ in money(listed(*HEAD, dated, row))] == [Decimal(30)]
    several = f"项目名称\t2023年预算金额\t2024年预算金额\t绩效目标\t{LEVELS}\t指标值"
    row = "养护\t20\t30\t养护\t产出指标\t数量指标\t里程\t≥100里"
    assert [amount for _, _, amount, _ in money(listed(*HEAD, several, row))] == [Decimal(30)]
    assert money(listed(*HEAD, several.replace("2024", "2022"), row)) == []


def test_weights_that_are_not_whole_are_said() -> None:
    header = f"项目名称\t绩效目标\t{LEVELS}\t指标值\t权重"
    found = listed(*HEAD, header, "养护\t养护\t产出指标\t数量指标\t里程\t≥100里\t35")
    assert codes(found) == ["weights_not_whole"]


def test_projects_of_several_departments_are_not_one_departments() -> None:
    found = listed(
        "2024年项目支出绩效目标表",
        f"主管部门\t项目名称\t绩效目标\t{LEVELS}\t指标值",
        "梅州市林业局\t养护\t养护\t产出指标\t数量指标\t里程\t≥100里",
        "梅州市水务局\t护河\t护河\t产出指标\t数量指标\t河长\t≥100里",
    )
    assert (found.document.department_name, found.document.department_basis) == ("梅州市多个部门", "several")
    assert [unit.unit_name for unit in found.units] == ["梅州市林业局", "梅州市水务局"]


def test_lists_below_each_other_are_proved_each_by_its_own_total() -> None:
    rows = (
        "合计\t50",
        "养护\t30\t养护\t产出指标\t数量指标\t里程\t≥100里",
        "防火\t20\t防火\t产出指标\t数量指标\t巡护\t≥2次",
    )
    found = listed(*HEAD, PLAIN, *rows, HEAD[0], PLAIN, "合计\t75", "育苗\t75\t育苗\t产出指标\t数量指标\t株数\t≥9株")
    assert [proved for _, _, _, proved in money(found)] == [True, True, True]
    assert {row.reason for row in found.not_understood} == {"the 合计 of one of several lists"}


def test_the_body_in_front_of_the_unit_of_money_is_the_department() -> None:
    found = listed(
        HEAD[0], "单位：梅州市林业局\t\t金额单位：万元", PLAIN, "养护\t30\t养护\t产出指标\t数量指标\t里程\t≥100里"
    )
    assert found.document.department_name == "梅州市林业局"


def test_the_columns_of_a_list_are_shown_with_what_they_hold() -> None:
    rows = ("\n".join((*HEAD, PLAIN, "养护\t30\t养护林道\t产出指标\t数量指标\t里程\t≥100里"))).encode()
    shown = [(row.attribute, row.value) for row in read_entries(rows, "list.txt").attributes]
    assert shown == [
        ("项目名称\nproject_name", "养护"),
        ("预算金额\nmoney", "30"),
        ("绩效目标\noverall_goal", "养护林道"),
        ("一级指标\nlevel1", "产出指标"),
        ("二级指标\nlevel2", "数量指标"),
        ("三级指标\nlevel3", "里程"),
        ("指标值\nvalue", "≥100里"),
    ]


@pytest.mark.parametrize("unit", ["梅州市林场 单位：万元", "梅州市林场（单位：万元）", "单位：万元 梅州市林场"])
def test_a_unit_and_the_unit_of_money_in_one_line_are_each_taken(unit: str) -> None:
    header = PLAIN.replace("项目名称", "单位名称、项目名称")
    found = listed(*HEAD, header, unit, "护林\t10\t护林\t产出指标\t数量指标\t面积\t≥5亩")
    assert (units(found), left(found)) == ([(None, "梅州市林场", "护林")], "")


def test_a_total_in_the_column_of_names_is_no_amount() -> None:
    found = listed(
        *HEAD, f"单位名称\t{PLAIN}", "合计\t12\t10", "梅州市林场\t护林\t10\t护林\t产出指标\t数量指标\t面积\t≥5亩"
    )
    assert [row.amount_wan for row in found.totals] == [10]
    assert left(found) == "12"


@pytest.mark.parametrize("kind", ["{}—{}", "{}/{}", "{}（{}）", "{}：{}", "{}{}", "{}·{}"])
def test_a_column_of_pairs_is_that_of_levels_whatever_it_is_called(kind: str) -> None:
    found = listed(
        *HEAD,
        "项目名称\t预算金额\t归类\t三级指标\t指标值",
        f"管护\t100\t{kind.format('产出指标', '数量指标')}\t管护面积\t≥5亩",
        f"\t\t{kind.format('效益指标', '生态效益指标')}\t成活率\t≥85%",
        f"育苗\t80\t{kind.format('产出指标', '质量指标')}\t合格率\t≥95%",
    )
    assert [row.category_code for row in found.indicators] == [11, 23, 12]
    assert [(row.printed_level1, row.printed_level2) for row in found.indicators][1] == ("效益指标", "生态效益指标")


def test_a_goal_beside_the_indicators_is_that_of_the_project_where_another_column_holds_targets() -> None:
    found = listed(
        *HEAD,
        f"项目名称\t预算金额\t{LEVELS}\t指标值\t年度目标",
        "管护\t100\t产出指标\t数量指标\t管护面积\t≥5亩\t管护5亩",
        "\t\t效益指标\t生态效益指标\t成活率\t≥85%\t管护5亩",
    )
    assert [row.annual_goal for row in found.projects] == ["管护5亩"]
    assert [row.annual_target for row in found.indicators] == ["≥5亩", "≥85%"]


@pytest.mark.parametrize("label", ["年度目标", "年初目标", "绩效目标", "目标"])
def test_a_goal_of_every_indicator_is_its_target(label: str) -> None:
    found = listed(
        *HEAD,
        f"项目名称\t预算金额\t{LEVELS}\t{label}",
        "管护\t100\t产出指标\t数量指标\t管护面积\t≥5亩",
        "\t\t效益指标\t生态效益指标\t林相\t明显改善",
        "育苗\t80\t产出指标\t质量指标\t合格率\t≥95%",
    )
    assert [row.annual_target for row in found.indicators] == ["≥5亩", "明显改善", "≥95%"]
    assert [row.annual_goal for row in found.projects] == [None, None]


def test_a_goal_printed_again_beside_every_indicator_is_that_of_the_project() -> None:
    found = listed(
        "2024年项目支出绩效自评表",
        *HEAD[1:],
        f"项目名称\t预算数\t执行数\t{LEVELS}\t年度目标\t实际完成值",
        "管护\t100\t98\t产出指标\t数量指标\t管护面积\t管护5亩\t5亩",
        "\t\t\t效益指标\t生态效益指标\t成活率\t管护5亩\t86%",
    )
    assert [row.annual_goal for row in found.projects] == ["管护5亩"]
    assert [(row.target, row.actual) for row in found.performance] == [(None, "5亩"), (None, "86%")]


def test_amounts_under_labels_of_their_own_in_a_cell() -> None:
    found = listed(
        *HEAD,
        f"项目名称\t资金安排情况\t{LEVELS}\t指标值",
        "管护\t总额：100万元；财政拨款：80万元；其他资金：20万元\t产出指标\t数量指标\t管护面积\t≥5亩",
        "育苗\t总额：80；财政拨款：80\t产出指标\t质量指标\t合格率\t≥95%",
    )
    assert [(seq, source, amount) for seq, source, amount, _ in money(found)] == [
        (1, "fiscal", 80),
        (1, "other", 20),
        (2, "fiscal", 80),
    ]
    assert not found.not_understood


@pytest.mark.parametrize("cell", ["62/60.5/58", "62 ／ 60.5 ／ 58"])
def test_amounts_in_the_order_of_the_label_above_them(cell: str) -> None:
    found = listed(
        "2024年项目支出绩效自评表",
        *HEAD[1:],
        f"项目名称\t年初预算数/全年预算数/全年执行数（万元）\t{LEVELS}\t指标值\t实际完成值",
        f"管护\t{cell}\t产出指标\t数量指标\t管护面积\t≥5亩\t5亩",
    )
    amounts = [(row.budget_wan, row.adjusted_wan, row.executed_wan) for row in found.executions]
    assert amounts == [(62, Decimal("60.5"), 58)]
    assert not found.not_understood


def test_units_and_projects_in_one_cell() -> None:
    found = listed(
        "项目支出绩效目标表",
        "2025年部门预算",
        f"单位名称、项目名称\t项目年度绩效目标\t{LEVELS}\t指标性质\t指标值\t度量单位",
        "昆明市公安局看守所/伙食费\t保障伙食。\t产出指标\t数量指标\t供应人数\t<=\t300\t人",
        "\t\t效益指标\t社会效益指标\t伙食事故\t=\t0\t起",
        "昆明市公安局车管所办/号牌制作\t保障制作。\t产出指标\t数量指标\t制作数量\t>=\t90\t副",
    )
    assert units(found) == [
        (None, "昆明市公安局看守所", "伙食费"),
        (None, "昆明市公安局车管所办", "号牌制作"),
    ]
    assert not found.not_understood


def test_a_change_of_the_budget_in_a_list_counts_with_the_budget() -> None:
    head = "项目名称\t年初预算数\t预算调整数\t执行数\t执行率\t一级指标\t二级指标\t三级指标\t指标值\t完成值\n"
    rows = (
        "养老服务\t180\t20\t150\t75%\t产出指标\t数量指标\t服务老人\t≥500人\t510人\n"
        "社区建设\t95\t-20\t75\t100%\t产出指标\t数量指标\t建设社区\t≥5个\t5个\n"
        "文化下乡\t50\t60\t54\t90%\t产出指标\t数量指标\t演出场次\t≥5场\t5场\n"
    )
    text = "2024年项目支出绩效自评表\n部门：凯里市民政局\n单位：万元\n" + head + rows
    found = read(text.encode(), "list.txt")
    assert [(row.budget_wan, row.adjusted_wan) for row in found.executions] == [(180, 200), (95, 75), (50, 60)]
    assert found.executions[0].adjusted_printed == "180 + 20"


def test_targets_of_regions_below_one_label_of_a_list_are_no_project_s() -> None:
    text = (
        "2024年项目支出绩效目标汇总表\n部门：凯里市民政局\n单位：万元\n"
        "项目名称\t预算金额\t\t\t一级指标\t二级指标\t三级指标\t指标值\t\n"
        "\t合计\t财政拨款\t其他\t\t\t\t三棵树镇\t舟溪镇\n"
        "养老服务\t180\t150\t30\t产出指标\t数量指标\t服务老人\t≥500人\t≥300人\n"
        "社区建设\t95\t75\t20\t产出指标\t数量指标\t建设社区\t≥5个\t≥3个\n"
    )
    found = read(text.encode(), "list.txt")
    assert [(row.annual_target, row.note) for row in found.indicators] == [
        (None, "三棵树镇：≥500人；舟溪镇：≥300人"),
        (None, "三棵树镇：≥5个；舟溪镇：≥3个"),
    ]
    assert [(row.funding_source_code, row.amount_wan, row.is_proved) for row in found.funding] == [
        ("fiscal", 150, True),
        ("other", 30, True),
        ("fiscal", 75, True),
        ("other", 20, True),
    ]
    assert not found.not_understood


def test_of_money_of_several_years_in_a_list_that_of_its_year_counts() -> None:
    text = (
        "2024年项目支出绩效目标汇总表\n部门：凯里市民政局\n单位：万元\n"
        "项目名称\t2023年预算\t2024年预算\t年度目标\t数量指标\t满意度指标\n"
        "养老服务\t150\t180\t服务老人\t服务老人≥500人\t老人满意度≥90%\n"
        "社区建设\t120\t95\t建设社区\t建设社区≥5个\t居民满意度≥90%\n"
    )
    found = read(text.encode(), "list.txt")
    assert [row.amount_wan for row in found.funding] == [180, 95]
    assert [(row.attribute, row.value) for row in found.attributes] == [("2023年预算", "150"), ("2023年预算", "120")]


@pytest.mark.parametrize("printed", [110, 120])
def test_the_amount_beside_the_department_above_its_units_is_the_total_of_the_list(printed: int) -> None:
    found = listed(
        *HEAD,
        f"单位名称\t项目名称\t预算金额\t绩效目标\t{LEVELS}\t指标值",
        f"322-梅州市林业局\t\t{printed}",
        "322001-梅州市林业局本级\t林道养护\t70\t养护林道。\t产出指标\t数量指标\t养护里程\t≥8公里",
        "322002-梅州市林业科学研究所\t苗木繁育\t40\t繁育苗木。\t产出指标\t数量指标\t繁育苗木\t≥9万株",
    )
    assert [(row.level, row.amount_wan) for row in found.totals] == [("document", printed)]
    assert {proved for *_, proved in money(found)} == {printed == 110}
