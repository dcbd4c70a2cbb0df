"""What a published warehouse holds and how far it can be trusted, in figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import duckdb


@dataclass(frozen=True, slots=True)
class State:
    """The state of a warehouse. Money is 万元; ``understood`` is the share of characters, 0 to 1."""

    documents: int
    superseded: int
    cities: int
    departments: int
    years: tuple[int, int]
    projects: int
    indicators: int
    amount_wan: Decimal
    department_forms: int
    understood: Decimal
    totals: Sequence[tuple[str, int, int]]
    findings: Sequence[tuple[str, int]]
    rules: tuple[int, int]
    validation: tuple[int, int, int]
    quarantined: Sequence[tuple[str, str, str, str]]


def state(connection: duckdb.DuckDBPyConnection) -> State:
    """The state of an open warehouse."""
    ((documents, superseded, cities, departments, first, last, projects, indicators, amount, forms, understood),) = (
        _rows(connection, _COUNTS)
    )
    return State(
        documents,
        superseded,
        cities,
        departments,
        (first, last),
        projects,
        indicators,
        amount,
        forms,
        understood,
        _rows(connection, _TOTALS),
        _rows(connection, _FINDINGS),
        _rows(connection, _RULES)[0],
        _rows(connection, _VALIDATION)[0],
        _rows(connection, _QUARANTINED),
    )


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[Any]:
    return connection.execute(query).fetchall()


_COUNTS = """
    select
        count(*), (select count(*) from landing.supersessions),
        count(distinct city_key), count(distinct department_key),
        min(budget_year), max(budget_year), (select count(*) from marts.fct_goals where is_counted),
        (select count(*) from marts.fct_indicators where is_counted),
        (select coalesce(sum(amount_wan), 0) from marts.fct_funding where is_counted),
        (select count(*) from marts.fct_department_goals),
        cast(sum(characters_understood) / sum(characters) as decimal(7, 6))
    from marts.dim_document
    inner join marts.dim_year using (year_key)
"""

_TOTALS = """
    select level, count(*), count(*) filter (where reconciles) from marts.reconciliation group by level order by level
"""

_FINDINGS = """
    select severity, count(*) from marts.audit_findings group by severity
    order by array_position(['high', 'medium', 'low'], severity)
"""

_RULES = """
    select count(distinct rule_code) filter (where hits > 0), count(distinct rule_code)
    from marts.audit_rule_coverage
"""

_VALIDATION = """
    select batch_id, count(*) filter (where success), count(*) from quality.validation_results
    where batch_id = (select max(batch_id) from quality.validation_results)
    group by batch_id
"""

_QUARANTINED = """
    select file_name, code, message, coalesce(message_zh, message) from landing.quarantine
    where
        sha256 not in (select sha256 from marts.dim_document)
        and file_name not in (select file_name from marts.dim_document)
    qualify row_number() over (partition by file_name order by batch_id desc) = 1
    order by file_name
"""
