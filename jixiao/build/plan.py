"""The plan of an increment: what dbt compiled, run straight on one connection.

dbt is the only compiler and the engine of whole builds. The SQL of models and tests is the same in every build (see
macros/touched.sql), so what one build of dbt ran is kept and serves the increments of the same project that follow. A
plan only ever says that everything is built and every test passes; where it cannot, dbt builds the same increment
again, and what it says counts.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import duckdb

from jixiao.build.kept import keep, kept
from jixiao.memory import memory_limit

Started = Callable[[int, int], None]
"""Called as each node starts, with its number and the count of all."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The statements of models, a transaction each; queries of tests, each of which gives how many rows fail; and the
    statements that say, once all is built and tested, what the models hold."""

    models: Sequence[Sequence[str]]
    tests: Sequence[str]
    ends: Sequence[str]

    def is_built(self, database: Path, started: Started) -> bool:
        """Build what is new in ``database`` and test it. False where anything fails: then it is to be built again."""
        total = len(self.models) + len(self.tests)
        # More threads double the work of so many small statements.
        config: dict[str, str | bool | int | float | list[str]] = {"memory_limit": memory_limit(), "threads": 1}
        try:
            with duckdb.connect(str(database), config=config) as connection:
                for number, statements in enumerate(self.models, start=1):
                    started(number, total)
                    connection.begin()
                    for statement in statements:
                        connection.execute(statement)
                    connection.commit()
                for number, query in enumerate(self.tests, start=1 + len(self.models)):
                    started(number, total)
                    if connection.execute(query).fetchall() != [(0,)]:
                        return False
                for statement in self.ends:
                    connection.execute(statement)
        except duckdb.Error:
            return False
        return True


def keep_plan(nodes: Sequence[Any], noted: Mapping[str, str], target: Path) -> None:
    """Keep in the folder ``target`` the plan of a build of dbt in which nothing failed.

    ``nodes`` are the results of every node that builds and tests, ``noted`` the statements that dbt noted for a node
    beside what it compiled: of the rows that a model replaces, and of what ends a run.
    """
    models = [_model(node.node, noted) for node in nodes if str(node.node.resource_type) == "model"]
    ends = [statement for name, statement in noted.items() if name.startswith("operation.")]
    tests: dict[str, list[str]] = {}
    for node in nodes:
        if str(node.node.resource_type) == "test":
            tests.setdefault(getattr(node.node, "attached_node", None) or "", []).append(node.node.compiled_code)
    plan = Plan([own for own in models if own], [_failing(own) for own in tests.values()], ends)
    keep(_file(target), asdict(plan))


def kept_plan(target: Path) -> Plan | None:
    """The plan that is kept in ``target``; None where there is none of this project."""
    found = kept(_file(target))
    return Plan(**found) if found else None


def _model(node: Any, noted: Mapping[str, str]) -> list[str]:
    """The statements that build a model anew as dbt leaves it; none of a view, which stays as it is."""
    name, code = f'"{node.schema}"."{node.name}"', node.compiled_code
    insert = f"insert into {name} by name (\n{code}\n)"
    match node.config.materialized:
        case "incremental":
            return [noted[node.unique_id], insert]
        case "table" if node.config.contract.enforced:  # its columns keep their constraints and comments
            return [f"delete from {name}", insert]
        case "table":
            return [f"create or replace table {name} as (\n{code}\n)"]
    return []


def _failing(queries: Sequence[str]) -> str:
    """The tests of a model as one query: the number of rows that fail."""
    counts = " union all ".join(f"select count(*) as failing from (\n{query}\n) as test" for query in queries)
    return f"select cast(sum(failing) as bigint) from ({counts}) as tests"


def _file(target: Path) -> Path:
    return target / "plan.json"
