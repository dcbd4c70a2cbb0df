"""The code of the benchmarks runs on tiny corpora without their extras, and the page says what the results say."""

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from benchmarks import (
    clock,
    corpus,
    fetching,
    floor,
    growth,
    increment,
    landing,
    memory,
    page,
    pandas_script,
    report,
    script,
)
from benchmarks.clock import in_turn
from benchmarks.star import TABLES, multiply
from jixiao.build import checks, run


@pytest.mark.parametrize("language", page.LANGUAGES)
def test_the_page_says_what_the_committed_results_say(language: str) -> None:
    committed = page.ROOT / "docs" / f"performance{language}.md"
    assert committed.read_text(encoding="utf-8") == page.page(page.read(), language)


@pytest.mark.parametrize("language", page.LANGUAGES)
def test_the_page_has_a_place_for_every_table_and_a_table_for_every_place(language: str) -> None:
    words = Path(page.__file__).with_name(f"page{language}.md").read_text(encoding="utf-8")
    places = {line[1:-1] for line in words.splitlines() if line.startswith("{")}
    assert places == {"machine", "bars", "durations", *report.TABLES}


@pytest.mark.parametrize("stage", increment.STAGES)
def test_a_stage_of_an_increment_is_a_function_of_the_build(stage: str) -> None:
    module, _, function = stage.partition(".")
    assert callable(getattr({"checks": checks, "run": run}[module], function))


def test_a_comparison_that_was_not_run_is_named() -> None:
    machine: dict[str, Any] = {
        "date": "", "cpu": "", "cores": 1, "memory_gb": 1, "load_when_begun": 0, "parser": "", "versions": {}
    }  # fmt: skip
    assert report.tables({"machine": machine, "sizes": {}, "seconds": {}})["stars"] == "Not measured: queries."


def test_ours_is_measured_against_the_floor_and_by_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floor, "ROUNDS", 1)
    monkeypatch.setattr(growth, "UNITS", (1, 2))
    assert {row["layout"] for row in floor.measure(1)} > set(corpus.LAYOUTS)
    lengths = [row["bytes"] for row in growth.measure(1)[: len(growth.UNITS)]]
    assert lengths == sorted(lengths)


def test_rows_and_tables_land_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landing, "ROUNDS", 1)
    (first, second) = landing.measure([6, 12], is_beside_dlt=False)
    assert (first["documents"], second["documents"]) == (6, 12)
    assert second["rows"] > first["rows"] > 6 * 5


def test_a_second_run_of_fetch_brings_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "ROUNDS", 1)
    monkeypatch.setattr(fetching, "SIZE", 100)
    measured = fetching.measure(3)
    assert measured["first"]["requests"] == measured["second"]["requests"] == 3 + measured["pages"] + 1  # robots.txt
    assert measured["second"]["bytes"] < measured["first"]["bytes"]


def test_copies_are_different_documents_that_say_the_same(tmp_path: Path) -> None:
    corpus.write(tmp_path, 5, 2)
    files = [path.read_bytes() for path in sorted(tmp_path.rglob("*.txt"))]
    assert len(set(files)) == 5
    assert files[4].startswith(files[2].partition(b"\n\n- ")[0])


def test_right_and_wrong_are_counted_as_rows() -> None:
    truth = {"amounts": Counter({("a", Decimal("1.00")): 2, ("b", Decimal("2.5")): 1})}
    found = {"amounts": Counter({("a", Decimal("1")): 1, ("c", Decimal("2.5")): 1})}
    assert script.score(truth, found) == {"amounts": {"drawn": 3, "right": 1, "wrong": 1}}


@pytest.mark.parametrize("layout", script.LAYOUTS)
def test_ours_is_right_and_the_script_reads_most(layout: str, tmp_path: Path) -> None:
    drawn = corpus.documents(4, [layout])
    folder = tmp_path / "documents"
    folder.mkdir()
    for number, document in enumerate(drawn):
        (folder / f"{number}.txt").write_bytes(document.data)
    script.ours_on_one_core(folder, tmp_path / "ours.duckdb")
    pandas_script.run(folder, tmp_path / "script.duckdb")
    truth = script.drawn_facts((f"{number}.txt", document) for number, document in enumerate(drawn))
    ours = script.score(truth, script.landed_facts(tmp_path / "ours.duckdb", script.OURS))
    theirs = script.score(truth, script.landed_facts(tmp_path / "script.duckdb", script.THEIRS))
    assert all(own["right"] == own["drawn"] and not own["wrong"] for own in ours.values())
    assert all(own["right"] > 0.7 * own["drawn"] for own in theirs.values())


def test_memory_is_watched_until_the_last_document() -> None:
    measured = memory.measure(8)
    assert measured["curve"][-1]["documents"] == 8
    assert measured["most_megabytes"] == max(point["megabytes"] for point in measured["curve"]) > 10


def test_every_work_has_its_turn_in_every_round() -> None:
    turns: list[str] = []
    costs = in_turn({"a": lambda: turns.append("a"), "b": lambda: turns.append("b")}, rounds=3)
    assert turns == ["a", "b"] * 3
    assert set(costs) == {"a", "b"}


def test_what_takes_long_is_done_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "PATIENCE", 0.0)
    turns: list[str] = []
    in_turn({"a": lambda: turns.append("a")}, rounds=3)
    assert turns == ["a"]


def test_a_star_is_its_warehouse_again_and_again(tmp_path: Path) -> None:
    """A warehouse of one document with two indicators, and a star of five: three copies, each with keys of its own."""
    warehouse = tmp_path / "warehouse.duckdb"
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute("create schema marts")
        for table in TABLES:
            connection.execute(f"create table marts.{table} as {_MARTS[table]}")
    assert multiply(warehouse, tmp_path / "star.duckdb", 5) == 6
    with duckdb.connect(str(tmp_path / "star.duckdb")) as connection:
        joined = """
            select count(*), count(distinct indicator_key), count(distinct department_name), count(distinct city_name)
            from fct_indicators
            inner join dim_document using (document_key)
            inner join dim_project using (project_key)
            inner join dim_unit using (unit_key)
            inner join dim_department on dim_unit.department_key = dim_department.department_key
            inner join dim_city on fct_indicators.city_key = dim_city.city_key
        """
        assert connection.execute(joined).fetchall() == [(6, 6, 3, 1)]
        amounts = connection.execute("select amount_wan, amount_yuan from fct_funding").fetchall()
        assert len({wan for wan, _ in amounts}) == 3
        assert all(yuan == 10000 * wan for wan, yuan in amounts)


_MARTS = {
    "dim_city": "select 440100 as city_key, '广州市' as city_name",
    "dim_year": "select 2024 as year_key",
    "dim_category": "select 11 as category_key",
    "dim_funding_source": "select 1 as funding_source_key",
    "dim_department": "select 7 as department_key, '某局' as department_name",
    "dim_unit": "select 70001 as unit_key, 7 as department_key",
    "dim_project": "select 700001 as project_key, 70001 as unit_key",
    "dim_document": "select 7 as document_key, 'a.txt' as file_name, 'digest' as sha256",
    "fct_funding": "select 7000011::bigint as funding_key, 7 as document_key, 700001 as project_key, "
    "1.23::decimal(18, 6) as amount_wan, 12300::decimal(18, 2) as amount_yuan",
    "fct_indicators": "select 7000010000 + seq as indicator_key, 7 as document_key, 700001 as project_key, "
    "440100 as city_key, '名称' as indicator_name from range(1, 3) as r (seq)",
}
