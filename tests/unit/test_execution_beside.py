"""The execution of projects in a list of a file whose tables of indicators print no money."""

from decimal import Decimal

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

LIST = (
    "崇义县残疾人联合会2023年度项目绩效自评结果汇总表",
    "单位：万元",
    "序号,项目名称,年初预算数,全年预算数,全年执行数,执行率,指标得分（90分）,自评总分",
    "1,残疾人康复服务补助,300,320.5,320.5,100%,90,100",
    "2,辅助器具适配经费,41.2,41.2,38.7,93.93%,87,96.39",
    "合计,,341.2,361.7,359.2,99.31%,,",
)
INDICATORS = (
    "崇义县残疾人联合会2023年度项目绩效指标完成情况明细表",
    "项目名称,一级指标,二级指标,三级指标,年度指标值,全年完成值,分值,得分",
    "残疾人康复服务补助,产出指标,数量指标,接受康复服务人数,≥820人,845人,60,60",
    ",满意度指标,服务对象满意度指标,残疾人满意度,≥90%,94%,30,30",
    "辅助器具适配经费,产出指标,数量指标,适配辅助器具件数,≥300件,270件,60,54",
    ",满意度指标,服务对象满意度指标,残疾人满意度,≥90%,93%,30,30",
)


def table(*lines: str) -> Reading:
    text = "\n".join(",".join((line.split(",") + [""] * 8)[:8]) for line in lines)
    return read(text.encode(), "自评.csv")


def executions(found: Reading) -> list[tuple[str, Decimal | None, Decimal | None, Decimal | None, Decimal | None]]:
    names = {row.project_seq: row.project_name for row in found.projects}
    return [
        (names[row.project_seq], row.budget_wan, row.adjusted_wan, row.executed_wan, row.execution_rate)
        for row in found.executions
    ]


@pytest.mark.parametrize("lines", [(*LIST, "", *INDICATORS), (*INDICATORS, "", *LIST)], ids=["above", "below"])
def test_the_execution_of_a_project_is_that_of_its_name_in_the_list(lines: tuple[str, ...]) -> None:
    found = table(*lines)
    assert executions(found) == [
        ("残疾人康复服务补助", 300, Decimal("320.5"), Decimal("320.5"), 100),
        ("辅助器具适配经费", Decimal("41.2"), Decimal("41.2"), Decimal("38.7"), Decimal("93.93")),
    ]
    assert [(row.indicator_name, row.actual) for row in found.performance][::2] == [
        ("接受康复服务人数", "845人"),
        ("适配辅助器具件数", "270件"),
    ]
    assert found.source.text[slice(found.executions[0].char_start, found.executions[0].char_end)] == "300"
    assert [row.score for row in found.listed_projects] == [100, Decimal("96.39"), None]


@pytest.mark.parametrize(
    "others",
    [
        pytest.param((*LIST[:1], *LIST[2:]), id="no unit of money"),
        pytest.param((*LIST[:3], LIST[3], LIST[3].replace("320.5", "310.5")), id="two rows of one name"),
        pytest.param((LIST[0], LIST[1], LIST[2].replace("全年执行数", "备注"), *LIST[3:]), id="nothing executed"),
    ],
)
def test_a_list_that_does_not_tell_gives_none(others: tuple[str, ...]) -> None:
    assert executions(table(*others, "", *INDICATORS)) == []
