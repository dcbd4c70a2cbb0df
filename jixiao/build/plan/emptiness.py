"""When a query gives no rows, by what it reads: found once, as the plan is made, so that a build need not run it.

A condition is JSON: a name for a relation that gives no rows, a list that begins with ``any`` or ``all`` for several,
None where nothing is known. It follows from the grammar of SQL alone: what is joined to no rows gives none, and what is
not understood is taken to give some.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import duckdb

Condition = str | list[Any] | None
Reading = tuple[str, str, Any]
"""A schema, a table in it, and the conditions of the rows that are read of it."""

_CALLED = re.compile(r"(\w+)\W?\(")
_PAIRED = {"REGULAR", "CROSS", "NATURAL", "DEPENDENT"}
_EITHER = {"INNER", "SEMI"}
_LEFT = {"LEFT", "ANTI", "SINGLE", "MARK"}
_OF_ROWS = {"ANY", "EXISTS"}


def holds(condition: Condition, is_empty: Callable[[str], bool]) -> bool:
    """Whether a condition holds, where ``is_empty`` says it of a name."""
    if isinstance(condition, list):
        kind, *parts = condition
        return (any if kind == "any" else all)(holds(part, is_empty) for part in parts)
    return condition is not None and is_empty(condition)


def either(*conditions: Condition) -> Condition:
    """That one of the conditions holds."""
    return _joined("any", [condition for condition in conditions if condition is not None])


def both(*conditions: Condition) -> Condition:
    """That all of the conditions hold."""
    return None if None in conditions else _joined("all", conditions)


def _joined(kind: str, conditions: Sequence[Condition]) -> Condition:
    """Conditions as one, each said once: x or (x and y) is x."""
    parts: list[Condition] = []
    for condition in conditions:
        for part in condition[1:] if isinstance(condition, list) and condition[0] == kind else [condition]:
            if part not in parts:
                parts.append(part)
    parts = [part for part in parts if not (isinstance(part, list) and any(one in part[1:] for one in parts))]
    return [kind, *parts] if len(parts) > 1 else parts[0] if parts else None


@dataclass
class Grammar:
    """Queries as DuckDB parses them. ``of_table`` gives the condition of a reading of a table."""

    connection: duckdb.DuckDBPyConnection
    of_table: Callable[[Reading], Condition]

    @cached_property
    def aggregates(self) -> frozenset[str]:
        """The functions that give a row of no rows, and the macros that may call one."""
        query = "select function_name, function_type, macro_definition from duckdb_functions()"
        known = self.connection.execute(query).fetchall()
        found = {name for name, kind, _ in known if kind == "aggregate"}
        macros = [(name, definition) for name, kind, definition in known if kind == "macro"]
        return frozenset(found | {name for name, definition in macros if found & set(_CALLED.findall(definition))})

    def condition(self, query: str) -> Condition:
        """When a query gives no rows."""
        node = self.parsed(query)
        return self._of_node(node, {}) if node else None

    def parsed(self, query: str) -> Any:
        """The tree of a query, without the places of its words; None where it is no single select."""
        options = "skip_null := true, skip_default := true"
        ((text,),) = self.connection.execute(f"select json_serialize_sql(?, {options})", [query]).fetchall()
        statements = json.loads(text).get("statements", ())
        return _placeless(statements[0]["node"]) if len(statements) == 1 else None

    def _of_node(self, node: Mapping[str, Any], outer: Mapping[str, Condition]) -> Condition:
        named = dict(outer)
        for entry in node.get("cte_map", {}).get("map", ()):
            named[entry["key"]] = self._of_node(entry["value"]["query"]["node"], named)
        match node["type"]:
            case "SELECT_NODE":
                return self._of_select(node, named)
            case "SET_OPERATION_NODE":
                sides = [self._of_node(node[side], named) for side in ("left", "right") if side in node]
                sides += [self._of_node(child, named) for child in node.get("children", ())]
                kind = node["setop_type"]
                return both(*sides) if kind.startswith("UNION") else sides[0] if kind == "EXCEPT" else None
        return None

    def _of_select(self, node: Mapping[str, Any], named: Mapping[str, Condition]) -> Condition:
        grouped = node.get("group_expressions")
        if grouped and not all(node.get("group_sets", ())):  # a grand total
            return None
        own = [node.get("select_list"), node.get("having"), node.get("qualify")]
        if not grouped and (node.get("aggregate_handling") != "STANDARD_HANDLING" or "having" in node):
            return None
        if not grouped and any(name in self.aggregates for name in _functions(own)):
            return None
        where = list(conjuncts(node.get("where_clause")))
        asked = [self._of_node(one["subquery"]["node"], named) for one in where if one.get("subquery_type") in _OF_ROWS]
        return either(self._of_source(node["from_table"], where, named), *asked)

    def _of_source(self, source: Mapping[str, Any], where: Sequence[Any], named: Mapping[str, Condition]) -> Condition:
        match source["type"]:
            case "BASE_TABLE" if "schema_name" in source:
                return self.of_table((source["schema_name"], source["table_name"], where))
            case "BASE_TABLE":
                return named.get(source["table_name"])
            case "SUBQUERY":
                return self._of_node(source["subquery"]["node"], named)
            case "JOIN" if source.get("ref_type") in _PAIRED:
                left, right = (self._of_source(source[side], (), named) for side in ("left", "right"))
                kind = source.get("join_type", "")
                return either(left, right) if kind in _EITHER else left if kind in _LEFT else None
        return None


def conjuncts(where: Any) -> Iterator[Any]:
    """The conditions of a tree that must all hold."""
    if where and where["type"] == "CONJUNCTION_AND":
        for child in where["children"]:
            yield from conjuncts(child)
    elif where:
        yield where


def _functions(part: Any) -> Iterator[str]:
    """The functions called in an expression, not in the queries within it."""
    if isinstance(part, dict) and part.get("class") != "SUBQUERY":
        if part.get("class") == "FUNCTION":
            yield part["function_name"]
        for own in part.values():
            yield from _functions(own)
    elif isinstance(part, list):
        for own in part:
            yield from _functions(own)


def _placeless(part: Any) -> Any:
    if isinstance(part, dict):
        return {name: _placeless(own) for name, own in part.items() if name != "query_location"}
    return [_placeless(own) for own in part] if isinstance(part, list) else part
