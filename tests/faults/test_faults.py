"""Every expectation refuses a wrong delivery, and a good one passes."""

import logging
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from expectations import straight
from expectations.run import SUITES, validate
from expectations.validation import Result, Validation
from tests.faults.deliveries import FAULTS

NAMES = [expectation.meta["name"] for expectations in SUITES.values() for expectation in expectations]
CASES = [
    pytest.param(name, fault, id=f"{name}-{n}") for name, faults in FAULTS.items() for n, fault in enumerate(faults)
]


def test_a_good_delivery_passes_in_silence(
    good_warehouse: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        validation = validate(good_warehouse)
    assert not caplog.records
    assert validation.failures == ()
    assert validation.passed
    assert [result.name for result in validation.results] == NAMES
    assert capfd.readouterr() == ("", "")


def told(validation: Validation) -> list[tuple[str, bool, str, int]]:
    """Without the rows: a query may list what is in them in any order."""
    return [(found.name, found.success, found.observed, len(found.unexpected)) for found in validation.results]


@pytest.fixture(scope="session")
def passed(good_warehouse: Path) -> dict[str, Result]:
    """What Great Expectations found before, by expectation: its queries are asked again."""
    return {result.name: result for result in validate(good_warehouse).results}


@pytest.mark.parametrize(("name", "fault"), CASES)
def test_a_wrong_delivery_is_refused(good_copy: Path, passed: dict[str, Result], name: str, fault: str) -> None:
    with duckdb.connect(str(good_copy)) as connection:
        connection.execute(fault)
        asked = straight.validate(connection, [passed[name]], 0, "1GB")
    validation = validate(good_copy, {name})
    assert [(failure.name, failure.exception) for failure in validation.failures] == [(name, None)]
    assert not validation.passed
    assert asked is not None and told(asked) == told(validation)


@pytest.mark.parametrize("name", NAMES)
def test_every_expectation_has_a_wrong_delivery(name: str) -> None:
    assert FAULTS.get(name)


def test_names_are_unique_and_each_says_why() -> None:
    metas = [expectation.meta for expectations in SUITES.values() for expectation in expectations]
    assert len({meta["name"] for meta in metas}) == len(metas)
    assert all(meta["why"].endswith(".") and meta["subject"] for meta in metas)


_TOUCHED = """
    create or replace table intermediate.int_documents_touched as select 3 as document_id;
    update landing.documents set batch_id = if(document_id = 4, 2, 1);
    update marts.fct_indicators set annual_target = '1' where document_key = {};
"""


@pytest.mark.parametrize(("document", "is_seen"), [(3, True), (4, True), (5, False)])
def test_a_build_of_what_is_new_looks_at_what_it_touched(
    damaged: Callable[[str], Path], document: int, is_seen: bool
) -> None:
    """Document 3 is of a touched department, 4 is new."""
    name = "indicators_are_published_once"
    warehouse = damaged(_TOUCHED.format(document))
    assert not validate(warehouse, {name}).passed
    assert validate(warehouse, {name}, built_batch=1).passed is not is_seen


def test_rows_of_no_current_document_are_seen_wherever_they_stand(damaged: Callable[[str], Path]) -> None:
    warehouse = damaged(_TOUCHED.format(3) + "update marts.fct_goals set document_key = 1 where document_key = 5")
    assert not validate(warehouse, {"facts_are_of_current_documents"}, built_batch=1).passed


def test_an_expectation_that_raises_fails_and_says_so(damaged: Callable[[str], Path]) -> None:
    validation = validate(damaged("drop table marts.year_over_year"))
    failures = [failure.name for failure in validation.failures]
    assert failures == ["comparisons_sum_to_the_facts", "years_are_sums_of_the_facts"]
    assert all("year_over_year" in (failure.exception or "") for failure in validation.failures)
    assert not validation.passed


def test_documents_that_cannot_be_read_are_a_failure(damaged: Callable[[str], Path]) -> None:
    validation = validate(damaged("drop table landing.documents"))
    assert not validation.passed
    first = validation.results[0]
    assert first.name == "warehouse_holds_documents"
    assert first.exception is not None
    assert "landing.documents" in first.exception


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    duckdb.connect(str(path)).close()
    assert [failure.exception for failure in validate(path).failures].count(None) == 0
    assert len(validate(path).failures) == len(NAMES)


def test_a_file_that_is_no_warehouse_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    path.write_text("no database", encoding="utf-8")
    assert len(validate(path).failures) == len(NAMES)
