"""The star schema as a page of diagrams, made from the relationships that the models test."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

import yaml

from ingest.vocabulary.messages import in_chinese
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

[中文](model.zh-CN.md)

Schema `marts`, drawn from the contracts and the relationships that every build tests (`models/marts/`), by
`make pages`. A line leads from a key to the one row it names; a circle at that end: the key may be empty. Every column
is described in the documentation that `make docs` writes.
"""

_HEAD_ZH = """# 模型关系

[English](model.md)

`marts` 模式的各表，由 `make pages` 根据每次构建都会检验的合约和外键关系（`models/marts/`）画出。连线从一个键指向它\
所指的唯一一行；该端有圆圈，表示键可以为空。各列的术语见[数据字典](dictionary.zh-CN.md)。
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
    grains = [[f"`{table.name}`", table.grain] for table in tables()]
    headings = ("Facts and dimensions", "Reconciliation, audit and comparison", "Grain", "| table | one row per |")
    return _page(_HEAD, headings, grains)


def chinese_page() -> str:
    """The same diagrams in Chinese: tables bear their terms."""
    known = terms("table_terms")
    grains = [[f"{known[table.name]} `{table.name}`", in_chinese(table.grain)] for table in tables()]
    return _page(_HEAD_ZH, ("事实表和维度表", "勾稽、审计和比较", "粒度", "| 表 | 每行是 |"), grains)


def _page(head: str, headings: tuple[str, str, str, str], grains: list[list[str]]) -> str:
    known = tables()
    star = [table for table in known if table.name.startswith(("dim_", "fct_"))]
    beside = [table for table in known if table not in star]
    facts, judged, grain, columns = headings
    rows = "\n".join([columns, "| --- | --- |", *(f"| {' | '.join(row)} |" for row in grains)])
    parts = [head, f"## {facts}\n", _diagram(star), f"## {judged}\n", _diagram(beside), f"## {grain}\n", f"{rows}\n"]
    return "\n".join(parts)


def _diagram(shown: list[DrawnTable]) -> str:
    lines = ["```mermaid", "erDiagram"]
    for table in shown:
        lines += [f"    {table.name} {{", *(f"        {key}" for key in table.keys), "    }"]
    for table in shown:
        for held in table.relationships:
            end = "|o" if held.optional else "||"
            lines.append(f"    {held.of} {end}--o{{ {table.name} : {held.column.removesuffix('_key')}")
    return "\n".join([*lines, "```\n"])
