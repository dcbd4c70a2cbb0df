"""Comparison over years and cities, against the same figures computed by polars from the documents as drawn."""

from collections.abc import Iterable
from pathlib import Path

import duckdb
import polars as pl
import pytest

from tests.drawing.corpus import Published, corpus
from tests.drawing.document import SOURCES
from tests.publish.conftest import Build

KEY = ["city_name", "function_name", "funding_source_code", "budget_year"]
GROUP = ["city_name", "function_name"]


@pytest.fixture(scope="module")
def drawn() -> list[Published]:
    return list(corpus(11))


@pytest.fixture(scope="module")
def warehouse(drawn: list[Published], tmp_path_factory: pytest.TempPathFactory, quiet_build: Build) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for published in drawn:
        (folder / published.file_name).write_bytes(published.drawn.data)
    outcome = quiet_build(folder, folder / "w.duckdb")
    assert (outcome.landed, outcome.quarantined) == (len(drawn), ())
    return folder / "w.duckdb"


def table(warehouse: Path, query: str) -> pl.DataFrame:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return connection.sql(query).pl()


def amounts(drawn: Iterable[Published]) -> pl.DataFrame:
    """A row per amount, in hundredths of 万元."""
    return pl.DataFrame(
        [
            {
                "city_name": published.place.city,
                "function_name": published.body.function,
                "department": f"{published.place.code} {published.body.function}",
                "funding_source_code": source,
                "budget_year": published.document.year,
                "amount": int(amount * 100),
                "indicators": len(project.indicators),
            }
            for published in drawn
            for project in published.document.projects
            for source in SOURCES
            if (amount := getattr(project, source)) is not None
        ]
    )


def year_before(frame: pl.DataFrame, on: list[str], names: dict[str, str]) -> pl.DataFrame:
    before = frame.with_columns(pl.col("budget_year") + 1).select(*on, *names).rename(names)
    return frame.join(before, on=on, how="left")


def computed(drawn: list[Published]) -> pl.DataFrame:
    rows = amounts(drawn)
    yearly = rows.group_by(KEY).agg(pl.col("amount").sum(), pl.len().alias("projects"), pl.col("indicators").sum())
    yearly = year_before(yearly, KEY, {"amount": "previous"})
    departments = rows.select([*GROUP, "department", "budget_year"]).unique()
    both = departments.join(departments.with_columns(pl.col("budget_year") + 1), on=departments.columns, how="inner")
    years = departments.group_by([*GROUP, "budget_year"]).agg(pl.len().alias("departments"))
    years = years.join(
        both.group_by([*GROUP, "budget_year"]).agg(pl.len().alias("in_both")), on=[*GROUP, "budget_year"], how="left"
    )
    now = both.join(rows, on=both.columns, how="inner").group_by(KEY).agg(pl.col("amount").sum().alias("alike"))
    shifted = rows.with_columns(pl.col("budget_year") + 1)
    then = (
        both.join(shifted, on=both.columns, how="inner")
        .group_by(KEY)
        .agg(pl.col("amount").sum().alias("alike_previous"))
    )
    alike = now.join(then, on=KEY, how="full", coalesce=True).fill_null(0)
    published = years.select([*GROUP, "budget_year"]).with_columns(
        pl.col("budget_year") + 1, pl.lit(True).alias("has_previous")
    )
    return (
        yearly.join(years, on=[*GROUP, "budget_year"])
        .join(alike, on=KEY, how="left")
        .join(published, on=[*GROUP, "budget_year"], how="left")
        .with_columns(pl.col("in_both").fill_null(0), pl.col("has_previous").fill_null(False))
        .sort(KEY)
    )


def test_every_figure_of_year_over_year_is_that_of_polars(drawn: list[Published], warehouse: Path) -> None:
    expected = computed(drawn)
    found = table(
        warehouse,
        """
        select city_name, function_name, funding_source_code, budget_year,
            (amount_wan * 100)::bigint as amount, projects, indicators::bigint as indicators,
            (previous_amount_wan * 100)::bigint as previous, departments, departments_in_both as in_both,
            (like_for_like_amount_wan * 100)::bigint as alike,
            (like_for_like_previous_wan * 100)::bigint as alike_previous, has_previous_year as has_previous,
            (change_wan * 100)::bigint as change, change_ratio::double as ratio, earlier_budget_year as earlier,
            (like_for_like_change_wan * 100)::bigint as alike_change, like_for_like_change_ratio::double as alike_ratio,
            previous_year_status as status
        from marts.year_over_year
        """,
    ).sort(KEY)
    for name in (
        "amount",
        "projects",
        "indicators",
        "previous",
        "departments",
        "in_both",
        "alike",
        "alike_previous",
        "has_previous",
    ):
        assert found[name].to_list() == expected[name].to_list(), name
    for row in found.iter_rows(named=True):
        change = None if row["previous"] is None else row["amount"] - row["previous"]
        assert row["change"] == change
        assert row["ratio"] == (
            None if change is None or not row["previous"] else pytest.approx(change / row["previous"], abs=1e-6)
        )
        alike = None if row["alike"] is None else row["alike"] - row["alike_previous"]
        assert row["alike_change"] == alike
        assert row["alike_ratio"] == (
            None
            if alike is None or not row["alike_previous"]
            else pytest.approx(alike / row["alike_previous"], abs=1e-6)
        )
        status = "no_document" if not row["has_previous"] else "no_amount" if row["previous"] is None else "published"
        assert row["status"] == status
        assert row["has_previous"] == (row["earlier"] == row["budget_year"] - 1)
    assert set(found["status"]) == {"no_document", "no_amount", "published"}
    assert (found["departments"] > found["in_both"]).any() and (found["in_both"] > 1).any()


def test_city_comparison_counts_what_was_drawn(drawn: list[Published], warehouse: Path) -> None:
    expected = sorted(
        pl.DataFrame(
            [
                (
                    p.body.function,
                    p.document.year,
                    p.place.city,
                    len(p.document.projects),
                    sum(len(q.indicators) for q in p.document.projects),
                )
                for p in drawn
            ],
            schema=["function", "year", "city", "projects", "indicators"],
            orient="row",
        )
        .group_by("function", "year", "city")
        .agg(pl.sum("projects"), pl.sum("indicators"))
        .rows()
    )
    found = table(
        warehouse, "select function_name, budget_year, city_name, projects, indicators from marts.city_comparison"
    )
    assert sorted(found.rows()) == expected


def test_a_renamed_department_keeps_one_history_and_both_names(drawn: list[Published], warehouse: Path) -> None:
    for place in {published.place for published in drawn}:
        names = table(
            warehouse,
            f"""
            select department_names.* from marts.department_names
            inner join marts.dim_department using (department_key)
            where place_code = '{place.code}' and function_name = '生态环境'
            """,
        )
        years = [p.document.year for p in drawn if p.place == place and p.body.function == "生态环境"]
        assert names["department_key"].n_unique() == 1
        former, current = f"{place.name}环境保护局", f"{place.name}生态环境局"
        printed = {former: [y for y in years if y <= 2019], current: [y for y in years if y > 2019]}
        expected = {name: (min(own), max(own), len(own), name == former) for name, own in printed.items() if own}
        assert {
            row["department_name"]: (
                row["first_budget_year"],
                row["last_budget_year"],
                row["documents"],
                row["is_former"],
            )
            for row in names.iter_rows(named=True)
        } == expected


def test_departments_of_unknown_function_are_reported(drawn: list[Published], warehouse: Path) -> None:
    found = table(warehouse, "select department_name, amount_wan * 100 from marts.unmapped_departments").rows()
    own = amounts(drawn).filter(pl.col("function_name") == "未识别").group_by("department").agg(pl.sum("amount"))
    assert sorted(int(amount) for _, amount in found) == sorted(own["amount"].to_list())
    assert all(name.endswith("某某中心") for name, _ in found)


def test_links_are_claims_between_neighbouring_years(drawn: list[Published], warehouse: Path) -> None:
    links = table(warehouse, "select * from marts.project_links")
    projects = table(warehouse, "select document_key, file_name, year_key from marts.dim_document")
    years = dict(zip(projects["document_key"], projects["year_key"], strict=True))
    assert {"same_name", "same_family", "same_name_other_unit"} <= set(links["evidence_kind"])
    by_body: dict[str, list[int]] = {}
    for published in drawn:
        by_body.setdefault(f"{published.place.code}-{published.body.function}", []).append(published.document.year)
    files = dict(zip(projects["document_key"], projects["file_name"], strict=True))
    for row in links.iter_rows(named=True):
        body, year = files[row["from_document_key"]].rpartition("-")[0], years[row["from_document_key"]]
        later = [other for other in by_body[body] if other > year]
        assert files[row["to_document_key"]].startswith(body)
        assert years[row["to_document_key"]] == min(later)
        assert 0 < row["strength"] <= 1
    expected = {
        (body, earlier, later)
        for body, own in by_body.items()
        for earlier, later in zip(sorted(own), sorted(own)[1:], strict=False)
    }
    linked = {
        (files[row["from_document_key"]].rpartition("-")[0], row["from_year_key"], row["to_year_key"])
        for row in links.iter_rows(named=True)
    }
    assert linked <= expected


def test_medians_are_of_one_unit_and_direction(warehouse: Path) -> None:
    facts = table(
        warehouse,
        """
        select function_code, i.city_key, year_key as budget_year, category_key, coalesce(annual_unit, '') as target_unit,
            annual_operator as operator, annual_value::double as value
        from marts.fct_indicators as i inner join marts.dim_department using (department_key)
        where annual_is_quantitative
        """,
    )
    ways = {
        ">=": "at_least",
        ">": "at_least",
        "<=": "at_most",
        "<": "at_most",
        "=": "exactly",
        "~": "about",
        "between": "between",
    }
    keys = ["function_code", "city_key", "budget_year", "category_key"]
    expected = (
        facts.with_columns(pl.col("operator").replace_strict(ways).alias("direction"))
        .group_by([*keys, "target_unit", "direction"])
        .agg(pl.len().alias("targets"), pl.col("value").median().alias("median"))
        .with_columns(pl.when(pl.col("direction") != "between").then("median").alias("median"))
    )
    targets = table(warehouse, "select *, median_target::double as median from marts.indicator_targets")
    columns = [*keys, "target_unit", "direction", "targets"]
    assert sorted(targets.select(columns).rows()) == sorted(expected.select(columns).rows())
    both = targets.join(expected, on=[*keys, "target_unit", "direction"])
    assert all(a is b is None or abs(a - b) < 1e-8 for a, b in both.select("median", "median_right").iter_rows())
    profile = table(warehouse, "select * from marts.indicator_profile where target_unit is not null")
    most = expected.group_by(keys).agg(pl.max("targets").alias("most"), pl.sum("targets").alias("all"))
    joined = profile.join(most, on=keys)
    assert joined["targets_in_agreement"].to_list() == joined["most"].to_list()
    assert joined.height == most.height
