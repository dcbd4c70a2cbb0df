"""The questions of analyses/: their page is fresh, they are right where the answer is known, on a warehouse of two years too."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from jixiao.docs.analyses import Analysis, load
from tests.publish.conftest import ROOT
from tests.publish.test_warehouse import rows, tables

ANALYSES = {analysis.name: analysis for analysis in load()}


def _answer(warehouse: Path, name: str) -> list[tuple[Any, ...]]:
    return rows(warehouse, ANALYSES[name].sql)


@pytest.mark.parametrize("analysis", ANALYSES.values(), ids=ANALYSES)
def test_a_question_tells_dbt_what_it_reads(analysis: Analysis) -> None:
    declared = re.findall(r"\{\{ ref\('(\w+)'\) \}\}", analysis.sql)
    read = re.findall(r"marts\.(\w+)", analysis.sql)
    assert set(declared) == set(read) != set()
    assert len(declared) == len(set(declared))
    sources = re.findall(r"\{\{ source\('landing', '(\w+)'\) \}\}", analysis.sql)
    assert sources == re.findall(r"landing\.(\w+)", analysis.sql)


@pytest.fixture(scope="module")
def shuffled(two_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The warehouse of two years, the rows of every table in another order."""
    warehouse = tmp_path_factory.mktemp("shuffled") / "warehouse.duckdb"
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(f"attach '{two_years}' as ordered (read_only); create schema marts; create schema landing")
        for name in [name for name in tables(two_years) if name.startswith(("marts.", "landing."))]:
            connection.execute(f"create table {name} as select * from ordered.{name} as t order by hash(t)")
    return warehouse


@pytest.mark.parametrize("analysis", ANALYSES.values(), ids=ANALYSES)
def test_an_answer_does_not_hang_on_the_order_of_rows(analysis: Analysis, two_years: Path, shuffled: Path) -> None:
    assert rows(shuffled, analysis.sql) == rows(two_years, analysis.sql)


def test_nothing_of_a_document_is_in_a_question(published: Path) -> None:
    names = rows(
        published,
        """
        select file_name from marts.dim_document union all select department_name from marts.dim_department
        union all select unit_name from marts.dim_unit union all select city_name from marts.dim_city
        """,
    )
    for path in (ROOT / "analyses").glob("*.sql"):
        text = path.read_text(encoding="utf-8")
        assert not [name for (name,) in names if name in text], path.name


def test_totals_that_differ_are_all_told(two_years: Path) -> None:
    (wrong,) = rows(two_years, "select count(*) from marts.reconciliation where not reconciles")
    told = _answer(two_years, "totals_that_differ")
    assert len(told) == min(wrong[0], 50)
    assert {row[6] for row in told} == {Decimal("1.5")}
    differing = [row[4] for row in _answer(two_years, "printed_totals") if row[0].startswith("next_")]
    assert sum(differing) == wrong[0]


def test_money_that_grew_with_unchanged_targets_is_found(two_years: Path) -> None:
    """In the made year the first project of each document got a quarter more, the others the same; targets stayed."""
    told = _answer(two_years, "more_money_same_targets")
    assert told
    for row in told:
        assert Decimal(0) < row[5] <= row[3] / 4
    query = """
        with first as (
            select document_key, min(project_key) as project_key from marts.fct_funding
            where document_key < 1000 group by document_key
        )
        select count(*) from first
        where exists (
            select 1 from marts.fct_indicators
            where fct_indicators.document_key = first.document_key
                and fct_indicators.project_key = first.project_key and annual_target is not null
        )
    """
    assert rows(two_years, query) == [(len(told),)]


def test_changes_of_families_are_against_the_year_before(two_years: Path) -> None:
    told = _answer(two_years, "project_families")
    later = [row for row in told if row[5] is not None]
    assert len(later) * 2 == len(told)
    amounts = {(unit, family, year): amount for unit, family, year, _, amount, _ in told}
    assert all(change == amount - amounts[unit, family, year - 1] for unit, family, year, _, amount, change in later)


def test_classified_money_is_the_money_of_classified_projects(published: Path) -> None:
    told = sum(row[4] for row in _answer(published, "classified_money"))
    assert told == Decimal(255)


def test_what_has_no_satisfaction_indicator_has_none(published: Path) -> None:
    query = """
        select count(*) from marts.fct_goals inner join marts.dim_project using (project_key)
        where not is_classified and (document_key, project_key) not in (
            select (document_key, project_key) from marts.fct_indicators
            inner join marts.dim_category using (category_key) where level1_name = '满意度指标'
        )
    """
    assert len(_answer(published, "without_satisfaction")) == min(rows(published, query)[0][0], 20)


def test_copied_indicators_count_projects_not_lines(published: Path) -> None:
    query = """
        select indicator_name, annual_target, count(distinct (document_key, project_key)) as projects
        from marts.fct_indicators where indicator_name is not null and annual_target is not null
        group by all having projects > 1
    """
    expected = {row[:2]: row[2] for row in rows(published, query)}
    told = {row[:2]: row[2] for row in _answer(published, "copied_indicators")}
    assert told.items() <= expected.items()
    assert min(told.values()) >= max(count for key, count in expected.items() if key not in told)


def test_half_of_the_money_is_in_the_projects_said(published: Path) -> None:
    for row in _answer(published, "money_concentration"):
        amounts = rows(
            published,
            f"""
            select amount_wan from marts.fct_funding inner join marts.dim_department using (department_key)
            where department_name = '{row[1]}' and year_key = {row[2]} order by amount_wan desc
            """,
        )
        largest = [amount for (amount,) in amounts]
        assert sum(largest[: row[7]]) * 2 >= sum(largest) > sum(largest[: row[7] - 1]) * 2
