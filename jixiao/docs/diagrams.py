"""The star schema as a page of diagrams, made from the relationships that the models test."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

import yaml

from jixiao.marts import terms
from jixiao.project import ROOT

_REF = re.compile(r"^ref\(['\"](\w+)['\"]\)$")  # ref('dim_city')

_DIAGRAM = re.compile(r"```mermaid\nerDiagram\n(.*?)```", re.DOTALL)
_LINE = re.compile(r'^ +(\w+) (\|\||\|o)--o\{ (\w+) : "?([^"\n]+?)"?$', re.MULTILINE)
_SAID = {
    "en": ("rows of", "each belong to a row of", ", ", "{of} ({name})", "{of}, if any"),
    "zh": ("表", "每行所属", "、", "{of}（{name}）", "{of}（可空）"),
}

_HEAD = """# The model

Schema `marts`, drawn from the contracts and the relationships that every build tests (`models/marts/`), by
`make pages`. A line leads from a key to the one row it names; a circle at that end: the key may be empty. Every column
is described in the documentation that `make docs` writes.
"""


@dataclass(frozen=True, slots=True)
class Relationship:
    """A column of ``table`` whose every value is a key of ``of``; ``optional`` where it may be null."""

    table: str
    column: str
    of: str
    optional: bool


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A published table: what one row is, its keys as drawn (type, name, PK or FK), the keys of others it holds."""

    name: str
    grain: str
    keys: tuple[str, ...]
    relationships: tuple[Relationship, ...]


def tables() -> list[DrawnTable]:
    """The published tables, in the order of their names."""
    files = sorted((ROOT / "models" / "marts").rglob("*.yml"))
    models = [model for file in files for model in yaml.safe_load(file.read_text("utf-8")).get("models", [])]
    return sorted((_table(model) for model in models), key=lambda table: table.name)


def _table(model: dict[str, Any]) -> DrawnTable:
    keys = []
    relationships = []
    for column in model["columns"]:
        tests = column.get("data_tests", [])
        named = [_REF.findall(test["relationships"]["arguments"]["to"]) for test in tests if "relationships" in test]
        optional = {"type": "not_null"} not in column.get("constraints", [])
        relationships += [Relationship(model["name"], column["name"], of, optional) for (of,) in named]
        if named or "unique" in tests:
            keys.append(f"{column['data_type']} {column['name']} {'PK' if 'unique' in tests else 'FK'}")
    grain = model["description"].split(". ")[0].rstrip(".").removeprefix("One row per ")
    return DrawnTable(model["name"], grain, tuple(keys), tuple(relationships))


def as_tables(text: str, language: str) -> str:
    """A page in Markdown whose diagrams are tables of what each table's rows belong to: readable without a script.

    In Chinese, ``zh``, tables bear their terms; the name of a key stands where several lead to one table.
    """
    rows_of, belong_to, comma, named, optional = _SAID[language]
    known = terms("table_terms") if language == "zh" else {}

    def called(table: str) -> str:
        return f"{known.get(table, '')} `{table}`".lstrip()

    def told(diagram: re.Match[str]) -> str:
        lines = [f"| {rows_of} | {belong_to} |", "| --- | --- |"]
        by_table = sorted(_LINE.findall(diagram[1]), key=itemgetter(2))
        for table, held in groupby(by_table, key=itemgetter(2)):
            keys = list(held)
            led = Counter(of for of, *_ in keys)
            others = [named.format(of=called(of), name=name) if led[of] > 1 else called(of) for of, _, _, name in keys]
            shown = [
                optional.format(of=one) if end == "|o" else one for one, (_, end, *_) in zip(others, keys, strict=True)
            ]
            lines.append(f"| {called(table)} | {comma.join(shown)} |")
        return "\n".join(lines)

    return _DIAGRAM.sub(told, text)


def page() -> str:
    """The diagrams of the star, and of what is judged and compared, in Markdown."""
    known = tables()
    star = [table for table in known if table.name.startswith(("dim_", "fct_"))]
    beside = [table for table in known if table not in star]
    parts = [_HEAD, "## Facts and dimensions\n", _diagram(star), "## Reconciliation, audit and comparison\n"]
    return "\n".join([*parts, _diagram(beside), _grains(known)])


def _diagram(shown: list[DrawnTable]) -> str:
    lines = ["```mermaid", "erDiagram"]
    for table in shown:
        lines += [f"    {table.name} {{", *(f"        {key}" for key in table.keys), "    }"]
    for table in shown:
        for held in table.relationships:
            end = "|o" if held.optional else "||"
            lines.append(f"    {held.of} {end}--o{{ {table.name} : {held.column.removesuffix('_key')}")
    return "\n".join([*lines, "```\n"])


def _grains(known: list[DrawnTable]) -> str:
    rows = [f"| `{table.name}` | {table.grain} |" for table in known]
    return "\n".join(["## Grain\n", "| table | one row per |", "| --- | --- |", *rows]) + "\n"
