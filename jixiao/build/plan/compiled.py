"""The plan as it is made of a run of dbt: of what dbt compiled, and of the statements that it sent to DuckDB."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from jixiao.build.plan.kept import keep, kept
from jixiao.build.plan.statements import Node, Plan, Started
from jixiao.build.workplace import Workplace

_NAME = "plan"
_NOTE = "for the plan: "
"""Begins a line of dbt's log that is a statement: see the macro note_for_plan."""
_NO_STATEMENT = re.compile(r"(select|with|describe|begin|commit)\b", re.IGNORECASE)
"""Begins what dbt asks, and its transactions."""
_KINDS = ("seed", "model", "test")
_DATABASE = '"<database>".'
"""Kept in the place of the name of the file, with which every table and view is named."""
_ABRIDGED = "..."
_LONGEST_SEED = 512
"""Of the statement that loads a seed dbt tells the first characters, and three dots."""


def kept_plan(place: Workplace) -> Plan | None:
    """The plan that is kept for a warehouse; None where there is none of this project."""
    found = kept(place, _NAME, {_DATABASE: f'"{place.database.stem}".'})
    return Plan(**{**found, "nodes": [Node(**node) for node in found["nodes"]]}) if found else None


def _renamed(value: Any, rename: Callable[[str], str]) -> Any:
    """A value of JSON with every text of it renamed."""
    if isinstance(value, dict):
        return {key: _renamed(own, rename) for key, own in value.items()}
    if isinstance(value, list | tuple):
        return [_renamed(own, rename) for own in value]
    return rename(value) if isinstance(value, str) else value


@dataclass(slots=True)
class Listener:
    """Hears what dbt does: tells of each node that starts, and notes statements."""

    started: Started
    noted: dict[str, str] = field(default_factory=dict)
    sent: list[tuple[str, str]] = field(default_factory=list)
    """Statements with the node that sent them, an empty text for none."""

    def __call__(self, event: Any) -> None:
        """Hear an event of dbt."""
        data = event.data
        match event.info.name:
            case "LogStartLine":
                self.started(data.index, data.total)
            case "JinjaLogDebug" if data.msg.startswith(_NOTE):
                self.noted[data.node_info.unique_id] = data.msg.removeprefix(_NOTE)
            case "SQLQuery":
                statement = _uncommented(data.sql)
                if not _NO_STATEMENT.match(statement):
                    self.sent.append((data.node_info.unique_id, statement))


def keep_plan(place: Workplace, nodes: Sequence[Any], heard: Listener, is_whole: bool) -> None:
    """Keep the plan of a run of dbt in which nothing failed, where that is more than what is kept.

    ``nodes`` are the results of every node; ``is_whole`` says that nothing was built in the file before.
    """
    known = kept_plan(place)
    if known is not None and (known.is_whole or not is_whole):
        return
    found = [node.node for node in nodes if str(node.node.resource_type) in _KINDS]
    places = {node.unique_id: number for number, node in enumerate(found)}
    sent: dict[str, list[str]] = {name: [] for name in places}
    around: tuple[list[str], list[str]] = ([], [])
    for name, statement in heard.sent if is_whole else ():
        if name in sent:
            sent[name].append(_whole(statement))
        else:
            around[any(sent.values())].append(statement)
    parents = _parents(place.dbt_target, places)
    made = [_node(node, sent, heard.noted, parents[node.unique_id]) for node in found]
    again = [statement for name, statement in heard.noted.items() if name.startswith("operation.")]
    schemas = "|".join(sorted({"landing", *(node.schema for node in found)}))
    database = re.compile(rf'"{re.escape(place.database.stem)}"\.(?="(?:{schemas})")')
    plan = asdict(Plan(is_whole, made, *around, again))
    keep(place, _NAME, _renamed(plan, lambda text: database.sub(_DATABASE, text)))


def _uncommented(sql: str) -> str:
    """A statement without the comment that dbt puts before it."""
    text = sql.lstrip()
    return (text.partition("*/")[2] if text.startswith("/*") else text).strip()


def _node(node: Any, sent: Mapping[str, list[str]], noted: Mapping[str, str], parents: Sequence[int]) -> Node:
    kind = str(node.resource_type)
    query = getattr(node, "compiled_code", None) or ""
    again = _again(node, noted) if kind == "model" else ()
    return Node(node.name, kind, sent[node.unique_id], again, query, getattr(node, "attached_node", None), parents)


def _again(node: Any, noted: Mapping[str, str]) -> list[str]:
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


def _whole(statement: str) -> str:
    """A statement that dbt told whole. Raises ValueError."""
    if not statement.endswith(_ABRIDGED):
        return statement
    if len(statement) >= _LONGEST_SEED:
        raise ValueError("dbt told a part of a statement")
    return statement.removesuffix(_ABRIDGED)


def _parents(target: Path, places: Mapping[str, int]) -> dict[str, list[int]]:
    """The nodes before each node, as dbt runs them: tests come before what is built on what they test."""
    graph = json.loads((target / "graph_summary.json").read_text(encoding="utf-8"))["with_test_edges"]
    before: dict[str, list[str]] = {}
    for node in graph.values():
        for number in node.get("succ", ()):
            before.setdefault(graph[str(number)]["name"], []).append(node["name"])

    def nearest(name: str) -> Iterator[int]:
        for parent in before.get(name, ()):
            if parent in places:
                yield places[parent]
            else:  # what a build does not run
                yield from nearest(parent)

    return {name: sorted(set(nearest(name))) for name in places}
