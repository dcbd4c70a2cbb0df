"""Joins of rows are by keys: none compares every row of one table with every row of another to find equal ones."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from jixiao.build.plan.compiled import kept_plan
from jixiao.build.workplace import Workplace

# `(is_counted AND (project_key = project_key))`: a condition on one side of an outer join alone
EQUAL_COLUMNS = re.compile(r"\((?P<column>[a-z_]\w*) = (?P=column)\)")


@pytest.fixture(scope="module")
def queries(published: Path) -> dict[str, str]:
    """The query of every model, as dbt compiled it."""
    plan = kept_plan(Workplace(published, published.parent / ".build" / published.stem))
    assert plan is not None
    return {node.name: node.query for node in plan.nodes if node.kind == "model"}


def joins_of_all_rows(connection: duckdb.DuckDBPyConnection, query: str) -> Iterator[str]:
    """The conditions for which a query compares every pair of rows, though they ask for equal columns."""
    ((_, plan),) = connection.execute(f"explain (format json) {query}").fetchall()
    waiting: list[dict[str, Any]] = json.loads(plan)
    while waiting:
        node = waiting.pop()
        condition = str(node.get("extra_info", {}).get("Condition", ""))
        if node["name"].strip() == "BLOCKWISE_NL_JOIN" and EQUAL_COLUMNS.search(condition):
            yield condition
        waiting.extend(node["children"])


def test_no_model_looks_for_equal_keys_in_every_pair_of_rows(published: Path, queries: dict[str, str]) -> None:
    with duckdb.connect(str(published), read_only=True) as connection:
        found = {name: [*joins_of_all_rows(connection, query)] for name, query in queries.items()}
    assert len(found) > 100
    assert {name: conditions for name, conditions in found.items() if conditions} == {}


def test_a_condition_on_one_side_of_an_outer_join_is_found(published: Path) -> None:
    query = """
        select * from marts.fct_goals as goals
        left join marts.fct_funding as funding on goals.project_key = funding.project_key and goals.is_counted
    """
    with duckdb.connect(str(published), read_only=True) as connection:
        assert len([*joins_of_all_rows(connection, query)]) == 1
