"""Plan and self-evaluation of one project meet: in the dimension by name, in the links as claims."""

from pathlib import Path
from random import Random

from tests.drawing.draw import Limits, draw
from tests.drawing.render_labelled import render_labelled
from tests.drawing.render_self_evaluation import render_self_evaluation
from tests.publish.conftest import Build
from tests.publish.test_warehouse import rows


def test_planned_and_actual_meet_and_money_is_counted_once(tmp_path: Path, quiet_build: Build) -> None:
    document = draw(3, "self_evaluation", Limits(units=2, projects=3, indicators=4))
    plan, actual = render_labelled(document, Random(1)), render_self_evaluation(document, Random(2))
    (tmp_path / "1.txt").write_bytes(plan.data)
    (tmp_path / "2.txt").write_bytes(actual.data)
    warehouse = tmp_path / "w.duckdb"
    assert quiet_build(tmp_path, warehouse).landed == 2
    ((planned, evaluated, both),) = rows(
        warehouse,
        """
        select (select count(*) from marts.fct_goals), (select count(*) from marts.fct_execution),
            (select count(*) from marts.fct_goals inner join marts.fct_execution using (project_key))
        """,
    )
    assert 0 < both == evaluated <= planned
    links = "select count(distinct to_project_row) from marts.project_links where evidence_kind = 'same_name' and from_year_key = to_year_key"
    assert rows(warehouse, links) == [(evaluated,)]
    money = "select count(*) from marts.fct_funding inner join marts.dim_document using (document_key) where form = 'self_evaluation'"
    assert rows(warehouse, money) == [(0,)]
