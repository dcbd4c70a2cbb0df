"""One meaning for every number: what pages, exports and commands show of a warehouse is what the metrics say of it."""

import json
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from jixiao.commands.state import state
from jixiao.dashboard.site import write_site
from jixiao.docs.metrics import Metrics
from jixiao.export.run import export_files
from tests.publish.test_dashboard import FEN_PER_WAN, parsed

# The plan of the first department once more, as another document of the same year.
PRINTED_TWICE = """
    insert into marts.dim_document
    select * replace (document_key + 2000 as document_key, 'again_' || file_name as file_name)
    from marts.dim_document where document_key = 1;
    insert into landing.documents select * replace (document_id + 2000 as document_id) from landing.documents
    where document_id = 1;
    insert into marts.fct_goals
    select
        * replace (
            goal_key + 2000000000000000 as goal_key, document_key + 2000 as document_key, false as is_counted
        )
    from marts.fct_goals where document_key = 1;
    insert into marts.fct_funding
    select
        * replace (
            funding_key + 2000000000000000 as funding_key, document_key + 2000 as document_key, false as is_counted,
            0 as counted_wan
        )
    from marts.fct_funding where document_key = 1;
    insert into marts.fct_indicators
    select
        * replace (
            indicator_key + 2000000000000000 as indicator_key, document_key + 2000 as document_key,
            false as is_counted
        )
    from marts.fct_indicators where document_key = 1;
    insert into marts.document_sums by name
    select columns(* exclude (document_key, amount_wan, projects, projects_of_year)) * 0,
        document_key + 2000 as document_key, amount_wan, projects, projects_of_year
    from marts.document_sums where document_key = 1
"""
BY = ["city__city_name", "budget_year__year_number"]


@pytest.fixture(scope="module")
def again(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published warehouse, one document in it a second time."""
    warehouse = Path(shutil.copy(published, tmp_path_factory.mktemp("again")))
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(PRINTED_TWICE)
    return warehouse


@pytest.fixture(scope="module")
def metrics(again: Path, on_documents: Metrics) -> Metrics:
    return Metrics(again, on_documents.manifest)


@pytest.fixture(scope="module")
def shown(again: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the scripts of all cities hand over, each by its name."""
    site = tmp_path_factory.mktemp("site") / "site"
    write_site(again, site)
    scripts = [script for script in site.glob("data/*/*.js") if script.name != "bundle.js"]
    return dict(parsed(script.read_text(encoding="utf-8")) for script in scripts)


def whole(metrics: Metrics, *names: str) -> dict[str, Any]:
    """Metrics over everything."""
    return {name: metrics.query([name], []).rows[0][0] for name in names}


def test_a_project_that_two_documents_of_a_year_print_counts_once(
    metrics: Metrics, shown: dict[str, Any], again: Path, published: Path
) -> None:
    counted = whole(metrics, "projects")["projects"]
    with duckdb.connect(str(published), read_only=True) as connection:
        ((goals,),) = connection.execute("select count(*) from marts.fct_goals").fetchall()
    with duckdb.connect(str(again), read_only=True) as connection:
        ((printed,),) = connection.execute("select count(*) from marts.fct_goals").fetchall()
        assert counted == goals == sum(shown["sums"]["projects"]) < printed
        assert state(connection).projects == counted


def test_the_data_of_the_pages_sum_to_the_metrics(metrics: Metrics, shown: dict[str, Any]) -> None:
    core, sums = shown["core"], shown["sums"]
    levels, severities = ("document", "unit", "project"), ("high", "medium", "low")
    found = {
        "documents": sum(sums["documents"]),
        "indicators": sum(sums["indicators"]),
        "quantitative_indicators": sum(sums["quantitative"]),
        "repairs": sum(sums["repairs"]),
        "characters": sum(sums["characters"]),
        "characters_understood": sum(sums["characters_understood"]),
        "totals": sum(sum(sums[f"{level}_totals"]) for level in levels),
        "reconciled_totals": sum(sum(sums[f"{level}_reconciled"]) for level in levels),
        "findings": sum(shown["hits"]["findings"]),
        "rule_hits": sum(shown["coverage"]["hits"]),
        "finding_rows": sum(shown["coverage"]["hits"]),
    }
    assert whole(metrics, *found) == found
    funding = sum(int(amount) for amounts in sums["amounts"] for amount in amounts)
    assert whole(metrics, "funding_wan") == {"funding_wan": Decimal(funding) / FEN_PER_WAN}
    share = whole(metrics, "quantitative_share")["quantitative_share"]
    assert share == pytest.approx(found["quantitative_indicators"] / found["indicators"])
    assert sum(shown["profiles"]["indicators"]) == found["indicators"]
    assert sum(core["published"]["documents"]) == found["documents"]
    assert sum(core["findings"]["findings"]) == found["findings"]
    by_severity = dict(metrics.query(["findings"], ["finding__severity"]).rows)
    assert by_severity == {severity: sum(sums[severity]) for severity in severities if sum(sums[severity])}


def test_status_says_what_the_metrics_say(metrics: Metrics, again: Path) -> None:
    with duckdb.connect(str(again), read_only=True) as connection:
        found = state(connection)
    names = ("documents", "projects", "indicators", "funding_wan", "understood_share")
    expected = whole(metrics, *names)
    assert (found.documents, found.projects, found.indicators, found.amount_wan) == tuple(
        expected[name] for name in names[:4]
    )
    assert float(found.understood) == pytest.approx(expected["understood_share"], abs=1e-6)
    assert dict(found.findings) == dict(metrics.query(["findings"], ["finding__severity"]).rows)
    levels = metrics.query(["totals", "reconciled_totals"], ["total__level"]).rows
    assert sorted(found.totals) == sorted(levels)


def _totals(manifest: Path) -> Iterator[dict[tuple[str, ...], dict[str, str]]]:
    """The tables of totals of a manifest: by city and year, or by the one column that names a group."""
    for total in json.loads(manifest.read_text(encoding="utf-8"))["totals"]:
        groups = 2 if total["columns"][0] == "city_name" else 1
        yield {
            tuple(map(str, row[:groups])): dict(zip(total["columns"][groups:], map(str, row[groups:]), strict=True))
            for row in total["rows"]
        }


def test_the_manifest_of_an_export_says_what_the_metrics_say(metrics: Metrics, again: Path, tmp_path: Path) -> None:
    export_files("parquet", again, tmp_path / "parquet", lambda names: names)
    money, projects, indicators, levels, severities = _totals(tmp_path / "parquet" / "manifest.json")

    def asked(name: str, by: list[str]) -> dict[tuple[str, ...], str]:
        rows = metrics.query([name], by).rows
        return {tuple(map(str, row[:-1])): str(row[-1]) for row in rows if row[-1] is not None}

    for table, column, name, by in (
        (money, "amount_wan", "funding_wan", BY),
        (projects, "projects", "projects", BY),
        (indicators, "indicators", "indicators", BY),
        (indicators, "quantitative_indicators", "quantitative_indicators", BY),
        (levels, "totals", "totals", ["total__level"]),
        (levels, "reconcile", "reconciled_totals", ["total__level"]),
        (severities, "findings", "findings", ["finding__severity"]),
        (severities, "finding_rows", "finding_rows", ["finding__severity"]),
    ):
        assert {group: values[column] for group, values in table.items()} == asked(name, by), name
