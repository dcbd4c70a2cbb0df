"""The conditions under which the nodes of a plan give no rows in a build of what is new."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import duckdb

from jixiao.build.plan.emptiness import Condition, Grammar, Reading, conjuncts
from jixiao.build.plan.statements import Node

_GIVEN = "landing"


def with_conditions(nodes: Sequence[Node]) -> list[Node]:
    """The nodes, each after those it reads, with what their queries give no rows by."""
    with duckdb.connect() as connection:
        known = _Known(connection)
        return [replace(node, empty_if=known.condition(node)) for node in nodes]


@dataclass(slots=True)
class _Known:
    """What is known of the models so far, by their names: conditions of views, what others build anew."""

    connection: duckdb.DuckDBPyConnection
    views: dict[str, Condition] = field(default_factory=dict)
    built: dict[str, Sequence[Any]] = field(default_factory=dict)
    """The conditions of the rows that a model builds anew: none where it is all of them."""
    grammar: Grammar = field(init=False)

    def __post_init__(self) -> None:
        self.grammar = Grammar(self.connection, self._of_table)

    def condition(self, node: Node) -> Condition:
        """When the query of a node gives no rows."""
        if node.kind == "seed":
            return None
        found = self.grammar.condition(node.query)
        if node.kind == "model" and not node.again:
            # what a view of landing holds nobody counts before: it is asked
            self.views[node.name] = node.name if f'"{_GIVEN}"' in node.query else found
        elif node.kind == "model":
            anew = (node.emptied or "").replace("delete from", "select * from", 1)
            where = (self.grammar.parsed(anew) or {}).get("where_clause")
            self.built[node.name] = list(conjuncts(where))
        return found

    def _of_table(self, reading: Reading) -> Condition:
        schema, table, where = reading
        if schema == _GIVEN:
            return None
        if table in self.built:
            return table if all(condition in where for condition in self.built[table]) else None
        return self.views.get(table)
