"""Ordinals before the names of tasks, the total of a department, and whose document a prose report is; all invented."""

import pytest

from ingest.document.department import _above_units
from ingest.forms.labelled.rows.department_form.ordinals import leave_ordinals
from ingest.forms.reading import FormReading
from ingest.rows.department import DepartmentTaskRow
from tests.unit.test_tasks_of_departments import BUDGET, budget, form


def tasks(*names: str, parts: tuple[int, ...] = ()) -> list[str]:
    place = {"page": 1, "line": 1, "char_start": 0, "char_end": 1}
    rows = [DepartmentTaskRow(1, at, name, None, None, None, **place) for at, name in enumerate(names)]
    for at in parts:
        rows[at].is_part = True
    leave_ordinals(rows)
    return [row.task_name for row in rows]


@pytest.mark.parametrize(
    "names",
    [
        ("一、园林养护", "二、路灯照明"),
        ("1.园林养护", "2.路灯照明"),
        ("（一）园林养护", "（二）路灯照明"),
        ("1、园林养护", "2、路灯照明"),
    ],
)
def test_ordinals_that_count_tasks_are_no_part_of_their_names(names: tuple[str, ...]) -> None:
    assert tasks(*names) == ["园林养护", "路灯照明"]


def test_ordinals_of_parts_are_counted_by_themselves() -> None:
    names = ("一、园林", "1.养护", "2.补植", "二、路灯", "1.照明", "2.维修")
    assert tasks(*names, parts=(1, 2, 4, 5)) == ["园林", "养护", "补植", "路灯", "照明", "维修"]


def test_ordinals_above_ten() -> None:
    signs = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    assert tasks(*(f"{sign}、任务" for sign in signs)) == ["任务"] * len(signs)


@pytest.mark.parametrize(
    "names",
    [("一、园林养护",), ("一、园林养护", "三、路灯照明"), ("一、园林养护", "路灯照明"), ("3.5公里道路", "4.5公里道路")],
)
def test_other_numbers_stay(names: tuple[str, ...]) -> None:
    assert tasks(*names) == [*names]


def test_the_whole_budget_of_a_department_is_its_total() -> None:
    found = form(("任务1", "任务2"), above="部门总预算（万元）\t\t20000.00\n")
    assert budget(found) == [("total", "20000.00")] != BUDGET


def test_a_booklet_of_a_department_is_of_it_whatever_units_its_forms_name() -> None:
    units = ["三明市水利局机关", "三明市水旱灾害防御中心"]
    reading = FormReading(department=units[0], other_departments=units[1:])
    assert _above_units(reading, "三明市水利局2024年部门预算\n") == "三明市水利局"
    assert _above_units(reading, "三明市教育局2024年部门预算\n") is None
    assert _above_units(reading, "目录\n") is None
    reading.other_departments.append("三明市教育局")
    assert _above_units(reading, "三明市水利局2024年部门预算\n") is None
