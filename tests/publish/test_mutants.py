"""How marts of a defect are told from those without it."""

from pathlib import Path

from tests.mutants.trial import differing


def test_marts_that_differ_are_named(published: Path, two_years: Path) -> None:
    assert differing(published, published) == []
    assert {"dim_document", "fct_funding", "fct_goals"} <= set(differing(published, two_years))
