"""The questions of the benchmarks on a star of real marts: every one is answered, and sums are those of the facts."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks.auditor_queries import QUERIES, filled
from benchmarks.engines import DuckDb
from benchmarks.star import multiply

COPIES = 3


@pytest.fixture(scope="module")
def star(published: Path, tmp_path_factory: pytest.TempPathFactory) -> DuckDb:
    path = tmp_path_factory.mktemp("star") / "star.duckdb"
    assert multiply(published, path, 1000) == COPIES * 428
    return DuckDb(path)


@pytest.fixture(scope="module")
def answers(star: DuckDb) -> dict[str, list[tuple[Any, ...]]]:
    return {path.stem: star.ask(filled(path.read_text(encoding="utf-8"), star)) for path in QUERIES}


def test_there_are_six_and_each_has_an_answer(answers: dict[str, list[tuple[Any, ...]]]) -> None:
    assert len(answers) == 6
    assert all(answers.values())


def test_answers_add_up_to_the_facts(answers: dict[str, list[tuple[Any, ...]]], star: DuckDb) -> None:
    assert sum(row[2] for row in answers["1_measurable_share"]) == COPIES * 428
    ((money,),) = star.ask("select sum(amount_wan) from fct_funding")
    assert sum(row[3] for row in answers["4_money_over_years"]) == money
    ((one,),) = star.ask("select count(*) from fct_funding")
    assert 0 < len(answers["5_one_department"]) < one
    ((without,),) = star.ask(
        "select sum(amount_wan) from fct_funding anti join (select project_key from fct_indicators "
        "inner join dim_category using (category_key) where level1_code = '3') using (project_key)"
    )
    assert sum(row[2] for row in answers["6_without_satisfaction"]) == without
