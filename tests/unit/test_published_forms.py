"""Labelled forms as cities, provinces and ministries lay them out: each says exactly what stands in its file of facts.

The forms in `published/` are written by hand in layouts that are published, names and numbers invented.
"""

from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

FORMS = sorted((Path(__file__).parent / "published").glob("*.txt"))


def facts(reading: Reading) -> Iterator[str]:
    """What a reading publishes, a line a fact."""
    document = reading.document
    yield f"document {document.form} {document.department_name} {document.budget_year}"
    for unit in reading.units:
        yield f"unit {unit.unit_name} {unit.unit_code}"
    for project in reading.projects:
        yield f"project {project.project_name} | {project.annual_goal} | {project.cycle_goal}"
    for row in reading.funding:
        yield f"funding {row.funding_source_code} {row.amount_wan:f} {row.midterm_amount_wan} {row.is_proved}"
    for level in reading.funding_levels:
        kinds = [kind for kind in (level.amount_kind, level.period) if kind not in ("allocated", "annual")]
        part = ["part"] if level.is_part else []
        yield " ".join(("level", str(level.level_code), level.level_printed, f"{level.amount_wan:f}", *kinds, *part))
    for total in reading.totals:
        kinds = [kind for kind in (total.amount_kind, total.measure) if kind not in ("allocated", "total")]
        yield " ".join(("total", f"{total.amount_wan:f}", *map(str, kinds)))
    for line in reading.executions:
        rate = f"{line.execution_rate} {line.weight} {line.score}"
        yield f"execution {line.measure} {line.budget_wan} {line.adjusted_wan} {line.executed_wan} {rate}"
    for found in reading.evaluations:
        yield f"evaluation {found.total_weight} {found.total_score} {found.grade} | {found.achieved_goal}"
    for one in reading.indicators:
        quantity = f"{one.annual_operator} {one.annual_value} {one.annual_unit}"
        yield f"indicator {one.category_code} {one.indicator_name} | {one.annual_target} | {quantity} | {one.cycle_target} | {one.weight}"
    for now in reading.indicator_progress:
        said = f"{now.to_date} | {now.expected} | {now.likelihood} | {now.reason}"
        yield f"progress {now.project_seq} {now.indicator_seq} {now.period_printed} | {said}"
    for own in reading.performance:
        scores = f"{own.weight} {own.score}"
        yield f"performance {own.category_code} {own.indicator_name} | {own.target} | {own.actual} | {scores} | {own.reason}"
    yield from _of_department(reading)


def _of_department(reading: Reading) -> Iterator[str]:
    for goal in reading.department_goals:
        yield f"department goal {goal.annual_goal} | {goal.cycle_goal} | {goal.achieved_goal} | {goal.total_score}"
        yield from (f"department particulars {line}" for line in (goal.particulars or "").splitlines())
    for item in reading.department_budget:
        scored = (item.execution_rate, item.execution_weight, item.execution_score)
        scores = " ".join(map(str, scored)) if any(own is not None for own in scored) else ""
        amount = f"{item.amount_wan:f}" if item.amount_wan is not None else None
        yield f"department budget {item.item} {amount} {item.executed_wan} {item.is_proved} {scores}".rstrip()
    for task in reading.department_tasks:
        parts = (task.fiscal_wan, task.special_account_wan, task.other_wan, task.executed_wan)
        printed = " ".join(map(str, parts)) if any(part is not None for part in parts) else ""
        yield f"department task {task.task_name} | {task.content} | {task.amount_wan} {printed}".rstrip()
    for row in reading.department_indicators:
        cycle = f" | cycle {row.cycle_target}" if row.cycle_target else ""
        yield f"department indicator {row.category_code} {row.indicator_name} | {row.annual_target} | {row.actual} | {row.weight} {row.score} | {row.reason} | {row.note}{cycle}"


def as_html(text: str) -> str:
    """The form as a page with one table below its paragraphs: cells as they stand."""
    parts = []
    for line in text.splitlines():
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in line.split("\t"))
        parts.append(f"<table><tr>{cells}</tr></table>" if "\t" in line else f"<p>{escape(line)}</p>")
    return f"<html><body>{''.join(parts)}</body></html>".replace("</table><table>", "")


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_published_layout_is_read_as_it_says(form: Path) -> None:
    assert list(facts(read(form.read_bytes(), form.name))) == form.with_suffix(".facts").read_text("utf-8").splitlines()


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_the_same_layout_as_a_page_says_the_same(form: Path) -> None:
    page = as_html(form.read_text("utf-8"))
    assert (
        list(facts(read(page.encode(), f"{form.stem}.html")))
        == form.with_suffix(".facts").read_text("utf-8").splitlines()
    )
