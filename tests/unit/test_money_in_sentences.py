"""Money that a form says in a sentence: a total with its sources, what is said beside it, and what is of nobody."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

FORM = (
    "项目支出绩效目标表\n2024年度\n项目名称\t水闸维修\n主管部门\t酒泉市肃州区水务局\n{}\n总体目标\t维修水闸。\n"
    "一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t维修水闸\t≥10座\n满意度指标\t服务对象满意度\t群众满意度\t≥90%\n"
)


def said(row: str) -> Reading:
    return read(FORM.format(row).encode(), "sentence.txt")


def money(found: Reading) -> tuple[dict[str, int], list[tuple[str | None, int]]]:
    sources = {row.funding_source_code: int(row.amount_wan) for row in found.funding}
    return sources, [(row.level_code, int(row.amount_wan)) for row in found.funding_levels]


@pytest.mark.parametrize(
    ("row", "sources", "levels"),
    [
        (
            "项目资金\t2024年预算安排资金120万元，其中：中央资金80万元，省级资金40万元",
            {"fiscal": 120},
            [("central", 80), ("province", 40)],
        ),
        (
            "资金情况\t项目资金180万元，其中中央补助资金100万元，县级配套资金50万元，单位自筹30万元。",
            {"fiscal": 150, "other": 30},
            [("central", 100), ("county", 50)],
        ),
        ("项目资金（万元）\t总额60（其中：本级40，上级20）", {"fiscal": 60}, [("local", 40), ("superior", 20)]),
        (
            "项目资金\t合计：200万元；中央：100万元；省：50万元；市县：50万元",
            {"fiscal": 200},
            [("central", 100), ("province", 50), (None, 50)],
        ),
    ],
)
def test_sources_and_levels_that_add_up_to_the_total_of_a_sentence_are_its_parts(
    row: str, sources: dict[str, int], levels: list[tuple[str | None, int]]
) -> None:
    found = said(row)
    assert money(found) == (sources, levels)
    assert all(own.is_proved for own in found.funding)


def test_the_year_before_an_amount_is_no_amount() -> None:
    found = said("项目资金\t2024年预算安排资金120万元，其中：中央资金80万元，省级资金40万元；另有上年结转20万元。")
    assert money(found) == ({"fiscal": 120}, [("central", 80), ("province", 40)])
    assert [row.value for row in found.attributes] == ["20万元。"]


def test_what_a_total_does_not_contain_is_no_source_of_it() -> None:
    found = said("资金总额\t100万元（不含上年结转20万元）")
    assert money(found) == ({"fiscal": 100}, [])
    assert [row.value for row in found.attributes] == ["（不含上年结转20万元）"]


@pytest.mark.parametrize(
    "row",
    [
        "项目资金\t2023年执行90万元，2024年申请100万元",
        "资金情况\t本项目总投资180万元，其中中央补助资金150万元，县级配套资金30万元",  # of the whole project
        "项目资金\t合计：200万元；中央：100万元；省：60万元",  # does not add up
    ],
)
def test_amounts_that_nothing_proves_are_of_nobody(row: str) -> None:
    assert money(said(row)) == ({}, [])
