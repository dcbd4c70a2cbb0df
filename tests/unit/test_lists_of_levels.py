"""Lists whose levels are columns: what a cell prints of an indicator, and of its target and actual value."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

TITLE = "<p>平远县2024年部门预算项目绩效目标一览表</p><p>部门名称：平远县文化馆</p><p>单位：万元</p>"
EVALUATED = "平远县文化馆2024年度项目支出绩效自评情况汇总表\n单位：万元\n"


def page(*rows: str) -> Reading:
    cells = ("".join(f"<td>{cell}</td>" for cell in row.split("\t")) for row in rows)
    return read(
        f"<html><body>{TITLE}<table><tr>{'</tr><tr>'.join(cells)}</tr></table></body></html>".encode(), "list.html"
    )


def evaluated(*rows: str) -> Reading:
    return read((EVALUATED + "\n".join(rows)).encode(), "list.txt")


def targets(reading: Reading) -> list[tuple[str | None, str | None]]:
    return [(row.indicator_name, row.annual_target) for row in reading.indicators]


def achieved(reading: Reading) -> list[tuple[int, str | None, str | None, str | None]]:
    return [(row.category_code, row.indicator_name, row.target, row.actual) for row in reading.performance]


PLAN = "项目名称\t预算金额\t年度绩效目标\t产出指标\t效益指标\t满意度指标"
EXECUTED = "项目名称\t预算数\t执行数\t执行率"


def test_a_name_and_its_target_stand_in_two_lines() -> None:
    found = page(
        PLAN,
        "送戏下乡\t30\t送戏46场\t演出<br>46场\t文化氛围<br>日益浓厚\t观众满意度<br/>≥90%",
        "馆舍维修\t12\t维修馆舍\t完工时间<br>2024年10月底前\t漏水<br>0处\t读者满意度&ge;85%",
    )
    assert targets(found) == [
        ("演出", "46场"),
        ("文化氛围", "日益浓厚"),
        ("观众满意度", "≥90%"),
        ("完工时间", "2024年10月底前"),
        ("漏水", "0处"),
        ("读者满意度", "≥85%"),
    ]
    assert not found.not_understood


@pytest.mark.parametrize(
    "cell",
    ["1.演出≥46场<br>2.观众≥2.5万人次", "1、演出≥46场；2、观众≥2.5万人次", "（1）演出≥46场；（2）观众≥2.5万人次"],
)
def test_the_indicators_of_a_level_are_numbered_in_its_cell(cell: str) -> None:
    found = page(PLAN, f"送戏下乡\t30\t送戏46场\t{cell}\t文化氛围：日益浓厚\t观众满意度≥90%")
    assert targets(found)[:2] == [("演出", "≥46场"), ("观众", "≥2.5万人次")]


def test_a_sentence_that_a_narrow_column_breaks_is_no_name_with_its_target() -> None:
    found = page(
        PLAN,
        "送戏下乡\t30\t送戏46场\t送戏<br>下乡演出46场\t文化氛围<br>日益浓厚\t观众满意度<br>≥90%",
        "馆舍维修\t12\t维修馆舍\t维修面积<br>320平方米\t漏水<br>0处\t读者满意度<br>≥85%",
    )
    assert targets(found)[:2] == [("送戏下乡演出", "46场"), ("文化氛围日益浓厚", None)]


def test_a_cell_of_three_lines_holds_more_than_a_name_and_its_target() -> None:
    found = page(
        PLAN,
        "送戏下乡\t30\t送戏46场\t演出<br>46场\t文化氛围<br>日益浓厚\t观众满意度<br>≥90%",
        "馆舍维修\t12\t维修馆舍\t维修<br>馆舍<br>320平方米\t漏水<br>0处\t读者满意度<br>≥85%",
    )
    assert ("文化氛围日益浓厚", None) in targets(found)


def test_a_level_has_columns_of_names_targets_and_actual_values() -> None:
    found = evaluated(
        f"{EXECUTED}\t产出指标\t\t\t满意度指标\t\t",
        "\t\t\t\t三级指标\t指标值\t实际完成值\t三级指标\t指标值\t实际完成值",
        "送戏下乡\t30\t27\t90%\t演出场次\t≥46场\t48场\t观众满意度\t≥90%\t88%",
    )
    assert achieved(found) == [(10, "演出场次", "≥46场", "48场"), (31, "观众满意度", "≥90%", "88%")]


@pytest.mark.parametrize("sign", ["→", "—>", "->", "=>", "⇒", "－＞"])
def test_an_arrow_leads_from_target_to_actual_value(sign: str) -> None:
    found = evaluated(
        f"{EXECUTED}\t绩效指标（年初目标{sign}实际完成）\t\t",
        "\t\t\t\t数量\t效益\t满意度",
        f"送戏下乡\t30\t27\t90%\t演出：≥46场{sign}48场\t增收：≥30元/人{sign}35元/人\t满意度：≥90%{sign}88%",
    )
    assert achieved(found) == [
        (11, "演出", "≥46场", "48场"),
        (20, "增收", "≥30元/人", "35元/人"),
        (31, "满意度", "≥90%", "88%"),
    ]


def test_an_arrow_says_so_itself_where_money_was_spent() -> None:
    found = evaluated(
        f"{EXECUTED}\t数量指标\t社会效益指标\t满意度指标",
        "送戏下乡\t30\t27\t90%\t演出≥46场→48场\t观众≥5000人→5200人\t满意度≥90%→88%",
    )
    assert [own[2:] for own in achieved(found)] == [("≥46场", "48场"), ("≥5000人", "5200人"), ("≥90%", "88%")]


def test_a_stroke_that_may_be_part_of_a_unit_keeps_nothing_apart() -> None:
    found = evaluated(
        f"{EXECUTED}\t绩效指标（目标/实际）\t\t",
        "\t\t\t\t数量\t效益\t满意度",
        "送戏下乡\t30\t27\t90%\t演出：≥46场/48场\t增收：≥30元/人/户/良好\t满意度：≥90%/88%",
    )
    assert [own[1] for own in achieved(found)] == ["演出", "满意度"]
    assert [row.text for row in found.not_understood] == ["增收：≥30元/人/户/良好"]


def test_a_row_of_first_and_second_levels_is_no_header() -> None:
    found = page(
        "项目名称\t预算金额\t一级指标\t二级指标\t三级指标\t指标值",
        "送戏下乡\t30\t产出指标\t数量指标\t演出场次\t≥46场",
        "\t\t满意度指标\t服务对象满意度指标\t观众满意度\t≥90%",
    )
    assert targets(found) == [("演出场次", "≥46场"), ("观众满意度", "≥90%")]


@pytest.mark.parametrize(
    ("label", "total", "of_rate"), [("自评得分", 96, None), ("执行率得分", None, 96), ("自评总分", 96, None)]
)
def test_a_score_beside_its_grade_is_the_total(label: str, total: int | None, of_rate: int | None) -> None:
    found = evaluated(
        f"{EXECUTED}\t产出指标\t\t\t满意度指标\t\t\t{label}\t自评等级",
        "\t\t\t\t三级指标\t指标值\t实际完成值\t三级指标\t指标值\t实际完成值\t\t",
        "送戏下乡\t30\t27\t90%\t演出场次\t≥46场\t48场\t观众满意度\t≥90%\t88%\t96\t优",
        "馆舍维修\t12\t12\t100%\t维修面积\t≥320平方米\t320平方米\t读者满意度\t≥85%\t90%\t96\t优",
    )
    assert [own.total_score for own in found.evaluations] == [total, total]
    assert [own.score for own in found.executions] == [of_rate, of_rate]


@pytest.mark.parametrize("sign", ["_", "-", "—"])
def test_labels_that_join_both_levels_head_columns(sign: str) -> None:
    head = "单位名称\t项目名称\t预算总额（万元）\t绩效目标"
    levels = [("产出指标", "数量指标"), ("产出指标", "质量指标"), ("满意度指标", "服务对象满意度指标")]
    row = "平远县文化馆\t送戏下乡\t30\t送戏46场\t演出：≥46场；观众：≥2万人次\t演出完成率：100%\t观众满意度：≥90%"
    found = page("\t".join([head, *map(sign.join, levels)]), row).indicators
    assert [(own.printed_level1, own.printed_level2, own.indicator_name, own.annual_target) for own in found] == [
        ("产出指标", "数量指标", "演出", "≥46场"),
        ("产出指标", "数量指标", "观众", "≥2万人次"),
        ("产出指标", "质量指标", "演出完成率", "100%"),
        ("满意度指标", "服务对象满意度指标", "观众满意度", "≥90%"),
    ]


def test_a_target_alone_is_one_of_what_its_column_is_called() -> None:
    head = "项目名称\t预算金额\t年度绩效目标\t数量指标\t时效指标\t服务对象满意度"
    found = page(
        head,
        "送戏下乡\t30\t送戏46场\t46场；观众≥2万人次\t≤12个月\t&ge;90%",
        "馆舍维修\t12\t维修馆舍\t6处文化馆的维修\t工期≤30个工作日\t1.不低于85%；2.读者满意度≥95%",
    )
    assert targets(found) == [
        ("数量指标", "46场"),
        ("观众", "≥2万人次"),
        ("时效指标", "≤12个月"),
        ("服务对象满意度", "≥90%"),
        ("6处文化馆的维修", None),
        ("工期", "≤30个工作日"),
        ("服务对象满意度", "不低于85%"),
        ("读者满意度", "≥95%"),
    ]
    assert not found.not_understood


def test_a_target_and_its_actual_value_alone_are_of_what_their_column_is_called() -> None:
    found = evaluated(
        f"{EXECUTED}\t数量指标\t社会效益指标\t满意度指标",
        "送戏下乡\t30\t27\t90%\t演出≥46场→48场\t观众≥5000人→5200人\t≥90%→88%",
    )
    assert achieved(found)[-1] == (31, "满意度指标", "≥90%", "88%")


@pytest.mark.parametrize("unit", ["平方公里", "万平方米", "亿立方米", "个工作日", "万千瓦时"])
def test_a_name_ends_where_a_quantity_in_a_long_unit_begins(unit: str) -> None:
    found = page(PLAN, f"河道治理\t30\t治理河道\t治理规模25{unit}\t居民受益25个自然村和社区\t群众满意度≥90%")
    assert targets(found)[:2] == [("治理规模", f"25{unit}"), ("居民受益25个自然村和社区", None)]
