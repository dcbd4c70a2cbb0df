"""A drawn reading as that of a form of a whole department: what it says of its first project is said of the department."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from ingest.rows import Reading
from ingest.rows.department import DepartmentBudgetRow, DepartmentGoalRow, DepartmentIndicatorRow, DepartmentTaskRow

CODE = "101001"
"""The code beside the department's name."""

OUTSIDE = 7
"""Characters of the file outside the form."""

ITEMS = {"total": Decimal("30.5"), "basic": Decimal("20.5"), "project": Decimal("10"), "fiscal": Decimal("30.5")}
"""The amounts of the department, 万元."""


def of_department(reading: Reading) -> Reading:
    """The same document with no unit and no project, its first form that of the whole department."""
    first = reading.projects[0]
    listed: tuple[Any, ...] = (*reading.indicators, *reading.performance)
    place = {name: getattr(first, name) for name in ("page", "line", "char_start", "char_end")}
    return Reading(
        document=replace(reading.document, printed_total_wan=None, department_code=CODE, outside_characters=OUTSIDE),
        source=reading.source,
        not_understood=reading.not_understood,
        text_boxes=reading.text_boxes,
        department_goals=(
            DepartmentGoalRow(
                1, first.annual_goal or "保障机构运转", first.cycle_goal, None, None, "部门职能\t承担相关工作", **place
            ),
        ),
        department_budget=tuple(
            DepartmentBudgetRow(
                1,
                item,
                item,
                amount,
                str(amount),
                initial_wan=None,
                executed_wan=None,
                execution_rate=None,
                execution_weight=None,
                execution_score=None,
                is_proved=item != "fiscal",
                **place,
            )
            for item, amount in ITEMS.items()
        ),
        department_tasks=(
            DepartmentTaskRow(1, 1, first.project_name, "按计划完成", Decimal("4.2"), "4.20", **place),
            DepartmentTaskRow(1, 2, f"{first.project_name}（二期）", None, None, None, **place),
        ),
        department_indicators=tuple(_indicator(row) for row in listed if row.project_seq == 1),
    )


def _indicator(row: Any) -> DepartmentIndicatorRow:
    """An indicator of a project, planned or evaluated, as one of the department."""
    side = "annual" if hasattr(row, "annual_target") else "target"
    return DepartmentIndicatorRow(
        form_seq=1,
        indicator_seq=row.indicator_seq,
        printed_level1=row.printed_level1,
        printed_level2=row.printed_level2,
        category_code=row.category_code,
        indicator_name=row.indicator_name,
        cycle_target=getattr(row, "cycle_target", None),
        cycle_operator=getattr(row, "cycle_operator", None),
        cycle_value=getattr(row, "cycle_value", None),
        cycle_upper_value=getattr(row, "cycle_upper_value", None),
        cycle_unit=getattr(row, "cycle_unit", None),
        cycle_is_quantitative=getattr(row, "cycle_is_quantitative", None),
        annual_target=getattr(row, "annual_target" if side == "annual" else "target"),
        annual_operator=getattr(row, f"{side}_operator"),
        annual_value=getattr(row, f"{side}_value"),
        annual_upper_value=getattr(row, f"{side}_upper_value"),
        annual_unit=getattr(row, f"{side}_unit"),
        annual_is_quantitative=getattr(row, f"{side}_is_quantitative"),
        actual=getattr(row, "actual", None),
        actual_operator=getattr(row, "actual_operator", None),
        actual_value=getattr(row, "actual_value", None),
        actual_upper_value=getattr(row, "actual_upper_value", None),
        actual_unit=getattr(row, "actual_unit", None),
        actual_is_quantitative=getattr(row, "actual_is_quantitative", None),
        direction=getattr(row, "direction", None),
        weight=row.weight,
        score=getattr(row, "score", None),
        reason=getattr(row, "reason", None),
        note=getattr(row, "note", None),
        page=row.page,
        line=row.line,
        char_start=row.char_start,
        char_end=row.char_end,
    )
