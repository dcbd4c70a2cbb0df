"""A look-up by a literal key: of the right rows, and of no more than the parts of the tables where the key stands."""

from pathlib import Path

import pytest

from tests.publish.test_warehouse import rows

KEYS = ("department_key", "unit_key", "project_key")
FACTS = ("fct_funding", "fct_indicators", "fct_goals")


@pytest.mark.parametrize("fact", FACTS)
def test_facts_lie_in_the_order_of_departments(published: Path, fact: str) -> None:
    keys = [key for (key,) in rows(published, f"select department_key from marts.{fact} order by rowid")]
    assert len(set(keys)) > 1 and keys == sorted(keys)


@pytest.mark.parametrize("key", KEYS)
def test_a_look_up_gives_what_the_facts_say(published: Path, key: str) -> None:
    found = rows(
        published,
        f"select {key}, count(*), sum(amount_wan), sum(indicators) from semantic.projects_summed group by all order by 1",
    )
    goals, money, indicators = (
        dict(rows(published, f"select {key}, {of} from marts.{fact} group by all"))
        for fact, of in (("fct_goals", "count(*)"), ("fct_funding", "sum(amount_wan)"), ("fct_indicators", "count(*)"))
    )
    assert found == [(own, goals[own], money.get(own), indicators.get(own, 0)) for own in sorted(goals)]
    one = found[0][0]
    alone = f"select count(*), sum(amount_wan), sum(indicators) from semantic.projects_summed where {key} = {one}"
    assert rows(published, alone) == [found[0][1:]]


@pytest.mark.parametrize("key", KEYS)
def test_a_literal_key_reaches_every_fact(published: Path, key: str) -> None:
    ((one,),) = rows(published, f"select max({key}) from marts.fct_goals")
    ((_, plan),) = rows(published, f"explain (format json) from semantic.projects_summed where {key} = {one}")
    assert plan.count(f"{key}={one}") >= len(FACTS)
