"""The export to a real PostgreSQL server on the loopback, read again and compared; run by `make postgres-test`."""

import json
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
from adbc_driver_postgresql import dbapi

from jixiao.export.manifest import TOTALS
from jixiao.export.postgres import PostgresFailed
from jixiao.export.run import export_postgres
from jixiao.marts import marts
from jixiao.warehouse import mart_tables, open_warehouse
from tests.publish.hostile import TEXTS, spoil

PROGRAMS = Path(
    subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=True).stdout.strip()
    if shutil.which("pg_config")
    else sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
)
USER = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root


def run(*command: str | Path) -> None:
    subprocess.run(command, check=True, user=USER, group=USER, stdout=subprocess.DEVNULL, cwd="/")


def every(names: Any) -> Any:
    return names


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server of its own in a temporary folder, reached by a socket there and stopped at the end."""
    with tempfile.TemporaryDirectory() as folder:
        if USER:
            shutil.chown(folder, USER, USER)
        data = Path(folder, "data")
        run(PROGRAMS / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        run(PROGRAMS / "pg_ctl", "-D", data, "-o", options, "-l", Path(folder, "log"), "-w", "start")
        try:
            yield f"postgresql://tester@/postgres?host={folder}"
        finally:
            run(PROGRAMS / "pg_ctl", "-D", data, "-m", "immediate", "stop")


@pytest.fixture(scope="module")
def hostile(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return spoil(published, tmp_path_factory.mktemp("hostile"), (*TEXTS, "nul\0nul"))


@pytest.fixture
def exported(server: str, hostile: Path) -> str:
    export_postgres(hostile, server, every)
    return server


def ask(server: str, query: str) -> list[tuple[Any, ...]]:
    with closing(dbapi.connect(server, autocommit=True)) as connection, connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall() if cursor.description else []


def test_every_row_and_every_digit_is_there(exported: str, hostile: Path) -> None:
    with open_warehouse(hostile) as connection:
        for table in mart_tables(connection):
            texts = ", ".join(
                f'"{c.name}"::text' if c.type.startswith("DECIMAL") else f'"{c.name}"' for c in table.columns
            )
            kept = [
                _without_nul(row) for row in connection.execute(f"select {texts} from marts.{table.name}").fetchall()
            ]
            assert Counter(kept) == Counter(ask(exported, f"select {texts} from marts.{table.name}")), table.name
    assert (
        ask(exported, "select pg_typeof(sum(amount_wan))::text, sum(amount_wan)::text from marts.fct_funding")[0][0]
        == "numeric"
    )


def _without_nul(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(value.replace("\0", "�") if isinstance(value, str) else value for value in row)


def test_types_keys_and_comments_are_declared(exported: str, hostile: Path) -> None:
    types = ask(
        exported,
        "select format_type(atttypid, atttypmod) from pg_attribute "
        "where attrelid = 'marts.fct_funding'::regclass and attname in ('amount_wan', 'amount_yuan', 'amount_printed')",
    )
    assert Counter(types) == Counter([("numeric(18,6)",), ("numeric(18,2)",), ("text",)])
    foreign = sum(1 for mart in marts() for field in mart.fields if field.leads_to)
    primary = sum(1 for mart in marts() if mart.primary_key)
    kinds = ask(
        exported,
        "select contype::text, count(*) from pg_constraint where connamespace = 'marts'::regnamespace group by 1 order by 1",
    )
    assert kinds == [("f", foreign), ("p", primary)]
    assert min(foreign, primary) > 10
    with open_warehouse(hostile) as connection:
        comments = {(t.name, c.name): c.comment for t in mart_tables(connection) for c in t.columns}
    found = ask(
        exported,
        "select relname, attname, col_description(attrelid, attnum) from pg_attribute join pg_class on attrelid = pg_class.oid "
        "where relnamespace = 'marts'::regnamespace and relkind = 'r' and attnum > 0 and relname <> 'export_manifest'",
    )
    assert {(table, column): comment for table, column, comment in found} == comments


def test_the_manifest_gives_the_totals_again(exported: str) -> None:
    totals = ask(
        exported,
        "select total ->> 'query', (total -> 'rows')::text from marts.export_manifest, jsonb_array_elements(manifest -> 'totals') as total",
    )
    assert len(totals) == len(TOTALS)
    for query, rows in totals:
        found = [[v if isinstance(v, int) else str(v) for v in row] for row in ask(exported, query)]
        assert found == json.loads(rows) != []


def test_readers_see_one_export_or_the_other(exported: str, hostile: Path, tmp_path: Path) -> None:
    """An export that fails half way leaves the old schema; one that succeeds replaces it while others read."""
    before = ask(exported, "select sum(amount_wan)::text from marts.fct_funding")
    broken = tmp_path / hostile.name
    shutil.copy(hostile, broken)
    with duckdb.connect(str(broken)) as connection:
        connection.execute(
            "update marts.fct_funding set unit_key = 999 where funding_key = (select min(funding_key) from marts.fct_funding)"
        )
        connection.execute("update marts.fct_funding set amount_wan = amount_wan + 1")
    with pytest.raises(PostgresFailed, match="foreign key"):
        export_postgres(broken, exported, every)
    assert ask(exported, "select sum(amount_wan)::text from marts.fct_funding") == before
    assert ask(exported, "select count(*) from pg_namespace where nspname like 'marts%'") == [(1,)]
    with duckdb.connect(str(broken)) as connection:
        connection.execute(
            "update marts.fct_funding set unit_key = (select min(unit_key) from marts.dim_unit) where unit_key = 999"
        )
        ((rows,),) = connection.execute("select count(*) from marts.fct_funding").fetchall()
    export_postgres(broken, exported, every)
    ((after,),) = ask(exported, "select sum(amount_wan)::text from marts.fct_funding")
    assert Decimal(after) - Decimal(before[0][0]) == rows


def test_a_schema_of_somebody_else_is_left_alone(server: str, hostile: Path) -> None:
    ask(server, "drop schema if exists marts cascade")
    ask(server, "create schema marts")
    ask(server, "create table marts.mine as select 1 as i")
    try:
        with pytest.raises(PostgresFailed, match="no export made"):
            export_postgres(hostile, server, every)
        assert ask(server, "select i from marts.mine") == [(1,)]
    finally:
        ask(server, "drop schema marts cascade")


def test_privileges_given_by_default_outlive_an_export(server: str, hostile: Path) -> None:
    ask(server, "create role reader")
    ask(server, "alter default privileges grant usage on schemas to reader")
    ask(server, "alter default privileges grant select on tables to reader")
    for _ in range(2):
        export_postgres(hostile, server, every)
    assert ask(server, "select has_table_privilege('reader', 'marts.fct_funding', 'select')") == [(True,)]
    assert ask(server, "select has_schema_privilege('reader', 'marts', 'usage')") == [(True,)]


def test_a_password_is_not_repeated(hostile: Path) -> None:
    with pytest.raises(PostgresFailed) as failed:
        export_postgres(hostile, "postgresql://tester:secret@127.0.0.1:1/none", every)
    assert "secret" not in str(failed.value)
