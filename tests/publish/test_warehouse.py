"""The published warehouse of the five documents: what it holds, and that it is the same each time."""

import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.publish.conftest import DOCUMENTS, Build

# file, year, basis, units, projects, indicators, 万元 of the year, mid-term 万元, printed total
DOCUMENTS_EXPECTED = [
    ("000", 2025, "inferred", 2, 6, 24, "370.13", None, "370.13"),
    ("001", 2026, "inferred", 3, 14, 123, "1497.06", None, "1497.06"),
    ("002", 2024, "printed", 1, 35, 157, "56539.99", None, "56539.99"),
    ("003", 2020, "printed", 1, 8, 56, "172.78", "518.34", None),
    ("004", 2024, "inferred", 3, 21, 68, "3340.00", None, "3340.00"),
]


def rows(warehouse: Path, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return connection.execute(query).fetchall()


def tables(warehouse: Path) -> list[str]:
    query = """
        select table_schema || '.' || table_name from information_schema.tables
        where table_type = 'BASE TABLE' order by 1
    """
    return [name for (name,) in rows(warehouse, query)]


def test_every_document_is_there_with_its_year_and_money(published: Path) -> None:
    query = """
        with funding as (
            select
                document_key, sum(amount_wan) as amount_wan, sum(midterm_amount_wan) as midterm_wan,
                count(distinct unit_key) as units, count(distinct project_key) as projects
            from marts.fct_funding group by document_key
        ),

        indicators as (select document_key, count(*) as indicators from marts.fct_indicators group by document_key)

        select
            left(file_name, 3), budget_year, year_basis, units, projects, indicators, amount_wan, midterm_wan,
            printed_total_wan
        from marts.dim_document
        inner join marts.dim_year using (year_key)
        inner join funding using (document_key)
        inner join indicators using (document_key)
        order by 1
    """
    expected = [
        (*row[:6], *(Decimal(amount) if amount is not None else None for amount in row[6:]))
        for row in DOCUMENTS_EXPECTED
    ]
    assert rows(published, query) == expected


def test_every_printed_total_reconciles(published: Path) -> None:
    query = "select level, count(*), bool_and(reconciles) from marts.reconciliation group by level order by level"
    assert rows(published, query) == [("document", 4, True), ("project", 76, True), ("unit", 9, True)]


def test_a_number_leads_to_the_words_it_was_read_from(published: Path) -> None:
    query = """
        select count(*), bool_and(regexp_replace(substr(text, char_start + 1, char_end - char_start), '\\s', '', 'g')
            = regexp_replace(coalesce(amount_printed, midterm_amount_printed), '\\s', '', 'g'))
        from marts.fct_funding
        inner join landing.sources on fct_funding.document_key = sources.document_id
    """
    assert rows(published, query) == [(84, True)]


def test_functions_let_cities_be_compared(published: Path) -> None:
    query = """
        select city_name, province_name, function_name from marts.dim_department
        inner join marts.dim_city using (city_key) order by department_key
    """
    assert rows(published, query) == [
        ("广州市", "广东省", "直属机关工委"),
        ("广州市", "广东省", "政府办公厅"),
        ("广州市", "广东省", "组织部"),
        ("东莞市", "广东省", "直属机关工委"),
        ("广州市", "广东省", "政协办公厅"),
    ]


def test_classified_projects_are_marked(published: Path) -> None:
    query = """
        select project_name, amount_wan from marts.fct_funding
        inner join marts.dim_project using (project_key) where is_classified order by 2
    """
    assert rows(published, query) == [
        ("TZMMZX", Decimal(10)),
        ("GZIT2023-SM-N-C-003012", Decimal(105)),
        ("GZIT2023-SM-W-A-003031", Decimal(140)),
    ]


def test_one_name_under_several_units_is_several_projects(published: Path) -> None:
    query = """
        select count(*), count(distinct unit_key) from marts.dim_project
        inner join marts.dim_unit using (unit_key)
        inner join marts.dim_department using (department_key)
        where project_name = '购置经费' and function_name = '政府办公厅'
    """
    assert rows(published, query) == [(3, 3)]


def test_validation_is_a_table_and_a_report_that_needs_no_network(published: Path) -> None:
    ((met, checked),) = rows(
        published, "select count(*) filter (where success), count(*) from quality.validation_results"
    )
    assert met == checked > 20
    report = published.with_name("validation.html").read_text(encoding="utf-8")
    assert "http://" not in report
    assert "https://" not in report


def test_the_file_is_read_by_older_clients_and_leaves_nothing_beside_it(published: Path) -> None:
    query = "select tags['storage_version'] from duckdb_databases() where database_name = 'warehouse'"
    assert rows(published, query) == [("v1.0.0+",)]
    assert not published.with_name("warehouse.duckdb.wal").exists()


def test_a_second_build_does_no_work(published: Path, quiet_build: Build) -> None:
    before = published.stat()
    outcome = quiet_build(DOCUMENTS, published)
    after = published.stat()
    assert (outcome.published, outcome.delivered, outcome.landed) == (False, 5, 0)
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


@pytest.mark.parametrize("schema", ["landing", "marts", "quality"])
def test_the_same_documents_give_the_same_rows(published: Path, again: Path, schema: str) -> None:
    names = [name for name in tables(published) if name.startswith(f"{schema}.")]
    assert names == [name for name in tables(again) if name.startswith(f"{schema}.")]
    assert names
    with duckdb.connect() as connection:
        connection.execute(f"attach '{published}' as one (read_only)")
        connection.execute(f"attach '{again}' as two (read_only)")
        for name in names:
            (same,) = connection.execute(
                f"select (select list(t) from one.{name} t) is not distinct from (select list(t) from two.{name} t)"
            ).fetchall()
            assert same == (True,), name


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory, quiet_build: Build) -> Path:
    warehouse = tmp_path_factory.mktemp("again") / "warehouse.duckdb"
    quiet_build(DOCUMENTS, warehouse)
    return warehouse


def test_views_hold_in_a_copy_of_any_name_and_where_it_is_attached(published: Path, tmp_path: Path) -> None:
    copy = shutil.copy(published, tmp_path / "another name.duckdb")
    views = [
        f"{schema}.{name}"
        for schema, name in rows(copy, "select schema_name, view_name from duckdb_views() where not internal")
    ]
    assert "semantic.projects_summed" in views
    with duckdb.connect(copy, read_only=True) as connection:
        for view in views:
            connection.execute(f"select count(*) from {view}")
    with duckdb.connect() as connection:
        connection.execute(f"attach '{copy}' as attached (read_only)")
        for view in views:
            connection.execute(f"select count(*) from attached.{view}")


def test_no_model_gives_two_columns_of_one_name(published: Path) -> None:
    """DuckDB calls the second of them name_1, and other engines refuse the model."""
    query = """
        select again.table_name, again.column_name from information_schema.columns as again
        semi join information_schema.columns as first
            on again.table_schema = first.table_schema
            and again.table_name = first.table_name
            and first.column_name || '_1' = again.column_name
    """
    assert rows(published, query) == []
