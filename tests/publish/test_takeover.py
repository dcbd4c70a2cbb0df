"""A warehouse that an earlier version of the project built: the next build makes it whole and leaves nothing behind."""

import shutil
from pathlib import Path

import duckdb

from ingest.landing.tables import open_landing
from tests.publish.conftest import DOCUMENTS, Build
from tests.publish.test_touched import assert_same_marts

EARLIER = """
    update landing.batches set project_digest = 'earlier';
    alter table intermediate.int_documents_touched rename to int_touched_documents;
    create view staging.stg_gone as select 1 as one;
    create table marts.fct_gone as select 1 as one;
    delete from marts.fct_funding where document_key = 1;
    create schema own;
    create table own.kept as select 1 as one;
"""


def relations(warehouse: Path) -> set[tuple[str, str]]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return set(connection.execute("select table_schema, table_name from information_schema.tables").fetchall())


def test_what_the_project_no_longer_has_is_dropped(published: Path, tmp_path: Path, quiet_build: Build) -> None:
    warehouse = tmp_path / published.name
    shutil.copy(published, warehouse)
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(EARLIER)
    assert ("marts", "fct_gone") in relations(warehouse) > {("intermediate", "int_touched_documents")}

    assert quiet_build(DOCUMENTS, warehouse).published
    assert relations(warehouse) == relations(published) | {("own", "kept")}
    assert_same_marts(warehouse, published)


def test_columns_that_an_earlier_landing_lacks_are_added(tmp_path: Path) -> None:
    earlier, today = tmp_path / "earlier.duckdb", tmp_path / "today.duckdb"
    with duckdb.connect(str(earlier)) as connection:
        connection.execute(Path(__file__).with_name("earlier_landing.sql").read_text(encoding="utf-8"))
    assert columns_of_landing(earlier) == columns_of_landing(today)


def columns_of_landing(database: Path) -> list[tuple[str, ...]]:
    """The columns of schema landing, once opened, by table and name."""
    query = "select table_name, column_name, data_type, comment from duckdb_columns() where schema_name = 'landing' order by all"
    with open_landing(database) as connection:
        return connection.execute(query).fetchall()
