"""The contract of schema marts with BI tools: names, types, comments and queries as a tool sees them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from sqlalchemy import Engine, create_engine, exc, inspect, text
from sqlalchemy.dialects.postgresql.base import RESERVED_WORDS

from jixiao.marts import marts, terms
from jixiao.project import ROOT
from jixiao.warehouse import LOCKED
from tests.publish.test_readme import QUERIES

CHINESE = re.compile("[一-鿿]")


@pytest.fixture(scope="module")
def engine(published: Path) -> Iterator[Engine]:
    """The warehouse as docs/bi.md says to open it."""
    opened = create_engine(f"duckdb:///{published}", connect_args={"read_only": True, "config": LOCKED})
    yield opened
    opened.dispose()


def test_every_table_is_reflected_with_its_comments(engine: Engine) -> None:
    found = inspect(engine)
    declared = {mart.name: mart for mart in marts()}
    assert set(found.get_table_names(schema="marts")) == set(declared)
    for name, mart in declared.items():
        term, _, description = (found.get_table_comment(name, schema="marts")["text"] or "").partition("：")
        assert (term, description) == (terms("table_terms")[name], mart.description)
        columns = found.get_columns(name, schema="marts")
        assert [column["name"] for column in columns] == [field.name for field in mart.fields]
        for column, field in zip(columns, mart.fields, strict=True):
            term, _, description = (column["comment"] or "").partition("：")
            assert (term, description) == (terms("column_terms")[field.name], field.description), (name, field.name)
            assert column["nullable"] is not field.is_required


def test_the_page_for_tools_opens_the_warehouse(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "bi.md").read_text(encoding="utf-8")
    (typed,) = re.findall(r"```python\n(from sqlalchemy.*?)```", page, re.DOTALL)
    monkeypatch.chdir(published.parent)
    names: dict[str, Any] = {}
    exec(typed, names)
    tables = inspect(names["engine"]).get_table_names(schema="marts")
    assert tables and all(inspect(names["engine"]).get_columns(name, schema="marts") for name in tables)
    with names["engine"].connect() as connection, pytest.raises(exc.DBAPIError, match="disabled by configuration"):
        connection.execute(text("select * from read_text('/etc/hostname')"))
    names["engine"].dispose()
    pinned = {name: (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8") for name in ("base", "bi")}
    assert "\nsqlalchemy==2.1" in pinned["base"] and "\nduckdb-sqlalchemy==" in pinned["base"]
    assert "\nsqlalchemy==1.4" in pinned["bi"] and "\nduckdb-engine==0.17" in pinned["bi"]


def test_terms_are_chinese_and_of_columns_that_exist() -> None:
    columns = {field.name for mart in marts() for field in mart.fields}
    assert set(terms("column_terms")) == columns
    assert set(terms("table_terms")) == {mart.name for mart in marts()}
    every = [*terms("column_terms").values(), *terms("table_terms").values()]
    assert [term for term in every if not CHINESE.search(term) or "：" in term] == []


def test_a_term_names_one_column_of_a_table() -> None:
    """Headers of an Excel sheet or fields of a BI dataset are told apart by their terms."""
    for mart in marts():
        named = [terms("column_terms")[field.name] for field in mart.fields]
        assert len(set(named)) == len(named), mart.name


def test_names_need_no_quotes_in_any_tool() -> None:
    names = [mart.name for mart in marts()] + [field.name for mart in marts() for field in mart.fields]
    with duckdb.connect() as connection:
        reserved = {row[0] for row in connection.execute(
            "select keyword_name from duckdb_keywords() where keyword_category = 'reserved'"
        ).fetchall()}  # fmt: skip
    assert [name for name in names if not re.fullmatch(r"[a-z][a-z0-9_]{0,62}", name)] == []
    assert set(names) & (reserved | RESERVED_WORDS) == set()


def test_names_tell_what_a_column_is() -> None:
    """Tools guess roles by type and name: keys whole numbers, money exact, yes or no as boolean, a name one type."""
    types: dict[str, set[str]] = {}
    for mart in marts():
        for field in mart.fields:
            types.setdefault(field.name, set()).add(field.type)
    assert {name: found for name, found in types.items() if len(found) > 1} == {}
    for name, (kind,) in types.items():
        assert re.fullmatch(r"bigint|varchar|boolean|date|decimal\(\d+,\d+\)", kind), name
        if name.endswith(("_key", "_seq")):
            assert kind == "bigint", name
        if name.endswith(("_wan", "_yuan", "_share", "_ratio")):
            assert kind.startswith("decimal"), name
        if re.match(r"is_|has_|.*_is_", name):
            assert kind == "boolean", name
        if name.endswith(("_code", "_name")):
            assert kind == "varchar", name


def test_every_table_has_a_key_a_tool_can_use() -> None:
    for mart in marts():
        if mart.name.startswith(("dim_", "fct_")):
            assert len(mart.primary_key) == 1, mart.name
    keys = {mart.name: mart.primary_key for mart in marts()}
    for mart in marts():
        for field in mart.fields:
            if field.leads_to:
                assert keys[field.leads_to[0]] == (field.leads_to[1],)
                assert field.name.endswith(field.leads_to[1]), "a key is named for what it leads to, after its role"


@pytest.mark.parametrize(("query", "shown"), QUERIES)
def test_the_queries_of_the_readme_run_through_a_tool(engine: Engine, query: str, shown: str) -> None:
    with engine.connect() as connection:
        assert (
            len(connection.execute(text(query.replace(":", "\\:"))).fetchall()) == len(shown.strip().splitlines()) - 2
        )


@pytest.mark.parametrize(
    "query",
    [
        "select * from read_text('/etc/hostname')",
        "attach ':memory:' as other",
        "set lock_configuration = false",
        "drop table marts.dim_city",
        "copy marts.dim_city to '/dev/null'",
    ],
)
def test_the_door_leads_nowhere_else(engine: Engine, query: str) -> None:
    with engine.connect() as connection, pytest.raises(exc.DBAPIError):
        connection.execute(text(query))
