"""Metrics mean what they say: each equals plain SQL on the marts, by city and year."""

import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest

from jixiao.docs.metrics import Metrics
from tests.publish.test_warehouse import rows

_DOCUMENT = "marts.dim_document"
_FUNDING = "marts.fct_funding"
_GOALS = "marts.fct_goals"
_INDICATORS = "(select * from marts.fct_indicators where is_counted)"
_EVALUATIONS = "(select * from marts.fct_execution where is_counted)"
_ACHIEVED = "(select * from marts.fct_performance where is_counted)"
_FISCAL = "funding_source_key in (select funding_source_key from marts.dim_funding_source where funding_source_code = 'fiscal')"
_CLASSIFIED = "project_key in (select project_key from marts.dim_project where is_classified)"
_SATISFACTION = "category_key in (select category_key from marts.dim_category where level1_name = '满意度指标')"
_TOTALS = "(select r.*, city_key, year_key from marts.reconciliation r join marts.dim_document using (document_key))"
_FINDINGS = "(select f.*, city_key, year_key from marts.audit_findings f join marts.dim_document using (document_key))"
_COUNTED = f"""(
    with forms as (
        select document_key, project_key, is_counted from marts.fct_goals
        union all select document_key, project_key, is_counted from marts.fct_execution
    )
    select * from {_FINDINGS} as f
    where not exists (
        from forms where document_key = f.document_key and project_key = coalesce(f.project_key, project_key)
    ) or exists (
        from forms
        where document_key = f.document_key and project_key = coalesce(f.project_key, project_key) and is_counted
    )
)"""
_COVERAGE = "marts.audit_rule_coverage"
_PROJECT = "project_key"
_FOUND = """(
    select g.*, r.result_key from marts.fct_goals g join marts.audit_finding_rows r using (document_key, project_key)
)"""
_REPAIRS = "(select r.*, city_key, year_key from marts.number_repairs r join marts.dim_document using (document_key))"
# Money of the year before, on the line of the year after it, of departments that have both years.
_PAIRED = """(
    with yearly as (
        select city_key, department_key, year_key, sum(amount_wan) as amount_wan from marts.fct_funding group by all
    )
    select now.*, before.amount_wan as previous_wan
    from yearly as now
    join yearly as before on now.department_key = before.department_key and now.year_key = before.year_key + 1
)"""

# metric: table, then the value of a city and year
SIMPLE = {
    "funding_wan": (_FUNDING, "sum(amount_wan)"),
    "midterm_wan": (_FUNDING, "sum(midterm_amount_wan)"),
    "projects_funded": (_FUNDING, f"count(distinct {_PROJECT})"),
    "fiscal_wan": (_FUNDING, f"sum(amount_wan) filter (where {_FISCAL})"),
    "fiscal_share": (_FUNDING, f"sum(amount_wan) filter (where {_FISCAL}) / sum(amount_wan)"),
    "classified_wan": (_FUNDING, f"sum(amount_wan) filter (where {_CLASSIFIED})"),
    "classified_share": (_FUNDING, f"sum(amount_wan) filter (where {_CLASSIFIED}) / sum(amount_wan)"),
    "repaired_wan": (_FUNDING, "sum(amount_wan) filter (where is_repaired)"),
    "like_for_like_wan": (_PAIRED, "sum(amount_wan)"),
    "like_for_like_previous_wan": (_PAIRED, "sum(previous_wan)"),
    "like_for_like_change_wan": (_PAIRED, "sum(amount_wan - previous_wan)"),
    "like_for_like_change_ratio": (_PAIRED, "sum(amount_wan) / sum(previous_wan) - 1"),
    "projects": (_GOALS, "count(distinct project_key)"),
    "units": (_GOALS, "count(distinct unit_key)"),
    "projects_without_goal": (_GOALS, "count(*) filter (where annual_goal is null and cycle_goal is null)"),
    "projects_without_goal_share": (_GOALS, "avg((annual_goal is null and cycle_goal is null)::int)"),
    "indicators": (_INDICATORS, "count(*)"),
    "quantitative_indicators": (_INDICATORS, "count(*) filter (where annual_is_quantitative or cycle_is_quantitative)"),
    "quantitative_share": (_INDICATORS, "avg(coalesce(annual_is_quantitative or cycle_is_quantitative, false)::int)"),
    "projects_with_satisfaction": (_INDICATORS, f"count(distinct {_PROJECT}) filter (where {_SATISFACTION})"),
    "totals": (_TOTALS, "count(*)"),
    "reconciled_totals": (_TOTALS, "count(*) filter (where reconciles)"),
    "totals_reconciled_share": (_TOTALS, "avg(reconciles::int)"),
    "reconciled_share": (_TOTALS, "avg(reconciles::int) filter (where level = 'project')"),
    "unreconciled_wan": (_TOTALS, "sum(abs(difference_wan))"),
    "findings": (_FINDINGS, "count(*)"),
    "counted_findings": (_COUNTED, "count(*)"),
    "projects_with_findings": (_FOUND, f"count(distinct {_PROJECT})"),
    "finding_rows": (_FINDINGS, "sum(repeats)"),
    "repairs": (_REPAIRS, "count(*)"),
    "rule_hits": (_COVERAGE, "sum(hits)"),
    "rule_judgements": (_COVERAGE, "sum(hits + passed)"),
    "rule_hit_share": (_COVERAGE, "sum(hits) / sum(hits + passed)"),
    "evaluations": (_EVALUATIONS, "count(*)"),
    "evaluated_budget_wan": (
        _EVALUATIONS,
        "sum(coalesce(adjusted_wan, budget_wan)) filter (where executed_wan is not null)",
    ),
    "evaluated_executed_wan": (
        _EVALUATIONS,
        "sum(executed_wan) filter (where coalesce(adjusted_wan, budget_wan) is not null)",
    ),
    "targets_met": (_ACHIEVED, "count(*) filter (where target_met)"),
    "targets_missed": (_ACHIEVED, "count(*) filter (where not target_met)"),
    "documents": (_DOCUMENT, "count(*)"),
    "characters": (_DOCUMENT, "sum(characters)"),
    "characters_understood": (_DOCUMENT, "sum(characters_understood)"),
    "understood_share": (_DOCUMENT, "sum(characters_understood) / sum(characters)"),
}

# metric: the quotient of two others, and its factor
QUOTIENTS = {
    "funding_per_project_wan": ("funding_wan", "projects", 1),
    "indicators_per_project": ("indicators", "projects", 1),
    "satisfaction_share": ("projects_with_satisfaction", "projects", 1),
    "findings_per_100_projects": ("counted_findings", "projects", 100),
    "projects_with_findings_share": ("projects_with_findings", "projects", 1),
    "execution_share": ("evaluated_executed_wan", "evaluated_budget_wan", 1),
}

Values = dict[tuple[str, int], float]


@pytest.fixture(scope="module")
def evaluated(two_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two years of plans, and self-evaluations of them."""
    warehouse = Path(shutil.copy(two_years, tmp_path_factory.mktemp("evaluated")))
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(Path(__file__).with_name("evaluated.sql").read_text(encoding="utf-8"))
    return warehouse


@pytest.fixture(scope="module")
def metrics(evaluated: Path, on_documents: Metrics) -> Metrics:
    return Metrics(evaluated, on_documents.manifest)


def _values(found: list[tuple[Any, ...]]) -> Values:
    """By city and year; what is empty or nought is left out, as a metric may name a group that plain SQL does not."""
    return {(city, year): float(value) for city, year, value in found if value}


def _metric(metrics: Metrics, name: str) -> Values:
    answer = metrics.query([name], ["city__city_name", "budget_year__year_number"])
    assert answer.columns == ["city__city_name", "budget_year__year_number", name]
    return _values(answer.rows)


def _plain(warehouse: Path, name: str) -> Values:
    table, value = SIMPLE[name]
    query = f"select city_name, year_key, {value} from {table} join marts.dim_city using (city_key) group by all"
    return _values(rows(warehouse, query))


@pytest.mark.parametrize("name", SIMPLE)
def test_a_metric_equals_plain_sql(metrics: Metrics, evaluated: Path, name: str) -> None:
    expected = _plain(evaluated, name)
    assert expected
    assert _metric(metrics, name) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("name", QUOTIENTS)
def test_a_metric_of_two_facts_is_their_quotient(metrics: Metrics, evaluated: Path, name: str) -> None:
    above, below, factor = QUOTIENTS[name]
    parts, wholes = _plain(evaluated, above), _plain(evaluated, below)
    assert _metric(metrics, name) == pytest.approx({group: factor * parts[group] / wholes[group] for group in parts})


def test_change_is_on_the_year_before(metrics: Metrics, evaluated: Path) -> None:
    answer = metrics.query(["funding_change_wan"], ["city__city_name", "metric_time__year"])
    funding = _plain(evaluated, "funding_wan")
    changes = {
        (city, year): amount - funding[city, year - 1] for (city, year), amount in funding.items() if (city, year - 1) in funding
    }  # fmt: skip
    assert _values([(city, time.year, value) for city, time, value in answer.rows]) == pytest.approx(changes)


def test_every_metric_is_compared(metrics: Metrics) -> None:
    assert {metric.name for metric in metrics.manifest.metrics} == {*SIMPLE, *QUOTIENTS, "funding_change_wan"}
    assert all(metric.label and metric.description for metric in metrics.manifest.metrics)


def test_metrics_agree_with_the_comparison_mart(published: Path, on_documents: Metrics) -> None:
    names = ["funding_wan", "projects", "indicators", "quantitative_share", "reconciled_share"]
    groups = ["department__function_name", "budget_year__year_number", "city__city_name"]
    columns = (
        "function_name, budget_year, city_name, amount_wan, projects, indicators, quantitative_share, reconciled_share"
    )
    mart = {row[:3]: row[3:] for row in rows(published, f"select {columns} from marts.city_comparison")}
    answer = {row[:3]: row[3:] for row in on_documents.query(names, groups).rows}
    assert answer.keys() == mart.keys()
    for group, values in mart.items():
        assert [value is None for value in answer[group]] == [value is None for value in values]
        expected = [float(value) for value in values if value is not None]
        assert [float(value) for value in answer[group] if value is not None] == pytest.approx(expected, abs=1e-6)
