"""The rules raise what a careful reader raises, and little else."""

import csv

import pytest

from jixiao.docs.rules import MEASURED
from tests.judgements.measure import Score, judgements, measure, rows, total

PRECISION, PRECISION_OF_ONE, ENOUGH, RECALL = 0.95, 0.90, 10, 0.90


@pytest.fixture(scope="module")
def by_rule(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Score]:
    """Precision and recall of every rule over all labelled forms, built once."""
    return measure(tmp_path_factory.mktemp("judgements"))


def test_there_are_forms_with_faults_and_forms_without() -> None:
    labelled = list(judgements())
    assert len(labelled) >= 150
    assert len([one for one in labelled if not one.raises]) >= 50
    assert {one.content.kind for one in labelled} == {"plan", "evaluation", "department"}


def test_what_is_raised_is_upheld(by_rule: dict[str, Score]) -> None:
    assert total(by_rule).precision >= PRECISION
    low = {
        rule: score
        for rule, score in by_rule.items()
        if score.right + score.wrong >= ENOUGH and score.precision < PRECISION_OF_ONE
    }
    assert low == {}


def test_what_a_careful_reader_raises_is_raised(by_rule: dict[str, Score]) -> None:
    assert total(by_rule).recall >= RECALL
    assert [rule for rule, score in by_rule.items() if score.right == 0] == []


def test_what_the_page_of_the_rules_tells_was_measured(by_rule: dict[str, Score]) -> None:
    with MEASURED.open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == rows(by_rule)
