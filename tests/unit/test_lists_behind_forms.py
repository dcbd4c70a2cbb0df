"""A form, most often of a whole department, with a list of projects behind it in its table or file; all invented."""

from decimal import Decimal

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

FORM = [
    "2023年部门整体支出绩效目标表", "单位：万元", "部门名称,益阳市林业局,,", "资金总额,900,,", "基本支出,600,,", "项目支出,300,,",
    "年度重点工作任务,,,", "序号,任务名称,主要内容,预算资金（万元）", "1,造林绿化,造林2000亩,180", "2,森林防火,配备防火器材,120",
    "整体绩效目标,完成造林任务，不发生重大火灾。,,", "一级指标,二级指标,三级指标,指标值", "产出指标,数量指标,造林面积,≥2000亩",
    "效益指标,生态效益指标,森林覆盖率,≥55%",
]  # fmt: skip
ROWS = ["1,退耕造林补助,180,造林2000亩", "2,防火物资购置,90,购置器材60套", "3,林区巡护经费,30,巡护全覆盖"]
TOTAL = "合计,,300,"
TITLED = ["附表：2023年项目支出明细表", "单位：万元", "序号,项目名称,资金总额,项目绩效目标"]


def _read(rows: list[str], form: list[str] = FORM) -> Reading:
    return read("\n".join([*form, *rows]).encode(), "form.csv")


def _tasks(found: Reading) -> list[tuple[str | None, Decimal | None]]:
    return [(own.task_name, own.amount_wan) for own in found.department_tasks]


OWN = [("造林绿化", Decimal(180)), ("森林防火", Decimal(120))]
LISTED = [("退耕造林补助", 180, "造林2000亩"), ("防火物资购置", 90, "购置器材60套"), ("林区巡护经费", 30, "巡护全覆盖")]


@pytest.mark.parametrize(
    "head",
    [
        TITLED,
        ["附：项目清单", "单位：万元", "序号,项目,资金总额,项目绩效目标"],
        ["序号,项目名称,金额（万元）,绩效目标"],
        ["序号,项目名称,资金总额,项目绩效目标"],
        ["部门预算项目,项目名称,金额（万元）,绩效目标"],
    ],
)
@pytest.mark.parametrize("rows", [[*ROWS, TOTAL], [TOTAL, *ROWS], ROWS])
def test_a_list_behind_the_form_of_a_department_is_no_list_of_its_tasks(head: list[str], rows: list[str]) -> None:
    found = _read([*head, *rows])
    assert found.document.department_name == "益阳市林业局" and not found.projects
    assert _tasks(found) == OWN and len(found.department_indicators) == 2
    named = [own for own in found.listed_projects if not own.is_total]
    assert [(own.project_name, own.allocated_wan, own.goal) for own in named] == LISTED
    assert all(own.is_proved for own in found.listed_projects)


def test_a_list_that_does_not_add_up_is_not_proved() -> None:
    found = _read([*TITLED[:2], "序号,项目名称,资金总额", "1,退耕造林补助,180", "2,防火物资购置,95", "合计,,300"])
    assert not any(own.is_proved for own in found.listed_projects)


def test_tasks_behind_the_grid_stay_tasks() -> None:
    form = [*FORM[:6], *FORM[10:]]
    found = _read([*FORM[6:8], "1,造林绿化,造林2000亩,180", "2,森林防火,配备防火器材,120", "合计,,,300"], form)
    assert _tasks(found) == OWN and not found.listed_projects


def test_a_list_behind_the_form_of_a_project_holds_none_of_its_indicators() -> None:
    title, unit, *_ = FORM
    form = [
        title.replace("部门整体", "项目"),
        unit,
        "项目名称,林业补助,主管部门,益阳市林业局",
        "资金总额,500,,",
        *FORM[11:],
    ]
    found = _read([TITLED[-1], *ROWS, TOTAL], form)
    assert [own.project_name for own in found.projects] == ["林业补助"]
    assert [own.indicator_name for own in found.indicators] == ["造林面积", "森林覆盖率"]
    assert [(own.project_name, own.goal) for own in found.listed_projects[:3]] == [(own[0], own[2]) for own in LISTED]
