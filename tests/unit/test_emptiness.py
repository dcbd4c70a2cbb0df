"""What is said to give no rows gives none, whatever the other relations hold."""

from itertools import chain, combinations

import duckdb
import pytest

from jixiao.build.plan.conditions import with_conditions
from jixiao.build.plan.emptiness import Grammar, both, either, holds
from jixiao.build.plan.statements import Node

TABLES = ("a", "b", "c")
KNOWN = {
    "select n from s.a": ["a"],
    "select n from s.a where n > 1 order by n limit 3": ["a"],
    "with x as (select n from s.a), y as (select * from x) select * from y inner join s.b using (n)": ["a", "b"],
    "select * from s.a cross join s.b, s.c": ["a", "b", "c"],
    "select * from s.a left join s.b using (n)": ["a"],
    "select * from s.a semi join s.b using (n)": ["a", "b"],
    "select * from s.a anti join s.b using (n)": ["a"],
    "select n from s.a where n in (select n from s.b) and exists (select 1 from s.c)": ["a", "b", "c"],
    "select n, count(*) as m from s.a group by n having count(*) > 0": ["a"],
    "select n, max(n) over () as m, nullif(n, 1) as o from s.a": ["a"],
    "select n from (select n from s.a where true) as x": ["a"],
    "select n from s.a except all select n from s.b": ["a"],
    "with s as (select 1 as n) select n from s": [],
    "select n from s.a, lateral (select s.a.n + 1 as m) as x, unnest([1, 2]) as z (k)": ["a"],
}
"""Queries with the relations each of which leaves them without rows."""
UNKNOWN = (
    "select count(*) as n from s.a",
    "select coalesce(sum(n), 0) + 1 as n from s.a",
    "select geomean(n) as n from s.a",
    "select 1 as n",
    "select * from (values (1), (2)) as x (n)",
    "select 1 as n from s.a having count(*) = 0",
    "select n, count(*) from s.a group by rollup (n)",
    "select * from s.a right join s.b on s.a.n = s.b.n",
    "select * from s.a full join s.b on s.a.n = s.b.n",
    "select n from s.b where n not in (select n from s.a)",
    "select n from s.b where n in (select n from s.a) or n = 1",
    "select n from s.b where not exists (select 1 from s.a)",
    "select n, (select max(n) from s.a) as m from s.b",
    "select n from s.b intersect select n from s.a",
    "select max(n) as n from s.a group by all",
)
"""Queries that may give rows though `a` has none."""


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    opened = duckdb.connect()
    opened.execute("create schema s")
    for name in TABLES:
        opened.execute(f"create table s.{name} as select 1 as n")
    return opened


@pytest.mark.parametrize("query", [*KNOWN, *UNKNOWN])
def test_what_is_said_to_give_no_rows_gives_none(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    condition = Grammar(connection, lambda reading: reading[1]).condition(query)
    subsets = chain.from_iterable(combinations(TABLES, size) for size in range(len(TABLES) + 1))
    for empty in map(set, subsets):
        connection.begin()
        for name in empty:
            connection.execute(f"delete from s.{name}")
        if holds(condition, empty.__contains__):
            assert connection.execute(query).fetchall() == [], empty
        connection.rollback()
    for name in TABLES:
        assert holds(condition, lambda one, name=name: one == name) == (name in KNOWN.get(query, ())) or (
            query in UNKNOWN and name != "a"
        ), name


def test_rows_of_a_union_need_both_sides(connection: duckdb.DuckDBPyConnection) -> None:
    condition = Grammar(connection, lambda reading: reading[1]).condition(
        "select n from s.a union all select n from s.b union all select n from s.c"
    )
    assert not holds(condition, {"a", "b"}.__contains__)
    assert holds(condition, {"a", "b", "c"}.__contains__)


def _model(name: str, query: str, *again: str) -> Node:
    return Node(name, "model", (), again, query, None, (), emptied=again[0] if again else None)


def test_only_the_rows_built_anew_of_a_table_are_known() -> None:
    new = "document_key in (select document_key from intermediate.touched)"
    nodes = with_conditions(
        [
            Node("words", "seed", (), (), "", None, ()),
            _model("stg_forms", 'select * from "landing"."forms"'),
            _model("forms", "select * from staging.stg_forms", f"delete from marts.forms where {new}", "insert"),
            _model("some", f"select * from marts.forms where {new} and is_plan", "delete from intermediate.some"),
            _model("every", "select * from marts.forms", "delete from intermediate.every"),
            _model("seen", "select * from intermediate.some inner join seeds.words using (word)"),
            _model("last", "select * from intermediate.seen cross join marts.forms", "delete from intermediate.last"),
        ]
    )
    found = {node.name: node.empty_if for node in nodes}
    assert found == {
        "words": None,
        "stg_forms": None,
        "forms": "stg_forms",  # which is asked
        "some": "forms",
        "every": None,  # it holds rows of earlier builds
        "seen": "some",
        "last": "some",
    }


def test_a_condition_says_each_relation_once() -> None:
    assert either("a", both("a", "b"), None, either("b", "a")) == ["any", "a", "b"]
    assert both("a", "a", either("b", "a")) == "a"
    assert both("a", None) is None and either(None) is None
