"""Models that compare rows of one text meet few of them: what many documents print alike is no pair of each two."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from jixiao.build.plan.compiled import kept_plan
from jixiao.build.workplace import Workplace

ROWS = 500

ALIKE = {
    "int_targets_copied": {
        "int_targets_signed": """
            select number as form_key, number as document_id, number as department_key, 'd' || number as sha256,
                'd' || number as file_name, 'd' || number as department_name, 4 as indicators, '7' as signature
        """,
        "int_forms_united": "select number as form_key",
    },
    "int_names_alone": {
        "int_things_named": """
            select number as subject_key, 1 as document_key, 'plan' as form_kind, '数量' as name_text,
                'p' || number as project_family
        """,
    },
}
"""By model: the rows of what it reads, all alike, as many as `ROWS` of each."""


@pytest.fixture(scope="module")
def queries(published: Path) -> dict[str, str]:
    """The query of every model, as dbt compiled it."""
    plan = kept_plan(Workplace(published, published.parent / ".build" / published.stem))
    assert plan is not None
    return {node.name: node.query for node in plan.nodes if node.kind == "model"}


def rows_of_operators(plan: dict[str, Any]) -> Iterator[int]:
    """The rows that each operator of a profile gives."""
    yield plan.get("operator_cardinality", 0)
    for child in plan["children"]:
        yield from rows_of_operators(child)


@pytest.mark.parametrize("model", ALIKE)
def test_rows_that_are_all_alike_are_not_paired(
    model: str, queries: dict[str, str], published: Path, tmp_path: Path
) -> None:
    profile = tmp_path / "profile.json"
    with duckdb.connect(tmp_path / published.name) as connection:
        connection.execute("create schema intermediate")
        for table, rows in ALIKE[model].items():
            numbers = f"range(1, {ROWS + 1}) as numbers (number)"
            connection.execute(f"create table intermediate.{table} as {rows} from {numbers}")
        connection.execute("pragma enable_profiling = 'json'")
        connection.execute(f"pragma profiling_output = '{profile}'")
        connection.execute(queries[model]).fetchall()
        connection.execute("pragma disable_profiling")
    assert max(rows_of_operators(json.loads(profile.read_text(encoding="utf-8")))) <= 4 * ROWS
