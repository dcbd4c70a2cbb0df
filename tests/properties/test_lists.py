"""A list of projects drawn in any manner is read as drawn in every medium; a row lost never moves one to another project."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from tests.drawing.draw import Limits, draw
from tests.drawing.expected import Truth, observed
from tests.drawing.lists.draw import DrawnList, draw_list
from tests.drawing.lists.media import MEDIA, printed
from tests.properties.laws import broken_laws
from tests.properties.settings import RUN
from tests.properties.test_ignorance import reduced_vocabulary

SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
SMALL = Limits(units=3, projects=4, indicators=6)
TRUE_REASONS = {"no_projects", "not_understood", "department_unknown", "unknown_form"}


def drawn_list(seed: int) -> DrawnList:
    return draw_list(draw(seed, "rows", SMALL), Random(f"list {seed}"))


@pytest.mark.parametrize("medium", MEDIA)
def test_a_list_is_read_as_drawn_in_every_medium(medium: str) -> None:
    @settings(RUN, max_examples={"text": 60, "docx": 8}.get(medium, 16))
    @given(SEEDS)
    def holds(seed: int) -> None:
        drawn = drawn_list(seed)
        reading = read(printed(drawn, medium, Random(seed)), "drawn")
        found, truth = observed(reading), drawn.truth
        if medium == "pdf":  # where merged cells end with a page, rows of nobody for certain are said to be
            left = [row for row in reading.issues if row.code == "row_unassigned"]
            assert set(found.indicators) <= set(truth.indicators)
            assert left or found.indicators == truth.indicators
            truth = replace(truth, indicators=found.indicators)
        assert found == truth
        assert broken_laws(reading) == []

    holds()


@RUN
@given(SEEDS)
def test_totals_of_self_evaluations_are_those_drawn(seed: int) -> None:
    drawn = draw_list(draw(seed, "rows", SMALL), Random(f"list {seed}"), has_actual=True)
    reading = read(drawn.data, "drawn")
    assert observed(reading) == drawn.truth
    assert broken_laws(reading) == []


@RUN
@given(SEEDS, st.floats(min_value=0, max_value=1))
def test_a_name_that_is_lost_moves_no_indicator(seed: int, place: float) -> None:
    """Blank the first cells of one project: its indicators are left or published in doubt, never under another."""
    drawn = drawn_list(seed)
    lines, names = drawn.text.split("\n"), drawn.manner.columns.index("name")
    heads = [at for at, line in enumerate(lines) if _begins_project(line, drawn)]
    if not heads:
        return
    at = heads[round(place * (len(heads) - 1))]
    cells = lines[at].split("\t")
    cells[names] = ""
    lines[at] = "\t".join(cells)
    try:
        reading = read("\n".join(lines).encode(), "drawn")
    except DocumentRejected as rejected:
        assert rejected.code in TRUE_REASONS, rejected
        return
    found = observed(reading)
    levelled = {row.printed for row in reading.issues if row.code == "level_doubtful"}
    true = {(drawn.truth.projects[i.project_seq - 1].name, i.code, i.name, i.annual) for i in drawn.truth.indicators}
    true |= {(name, 90, own, annual) for name, _, own, annual in true if own in levelled}
    assert {(found.projects[i.project_seq - 1].name, i.code, i.name, i.annual) for i in found.indicators} <= true


@pytest.mark.parametrize("number", range(3))
def test_missing_words_move_no_indicator_and_make_no_unit(number: int, tmp_path: Path) -> None:
    drawn = [drawn_list(seed) for seed in range(number * 20, number * 20 + 20)]
    read_at_all = 0
    with reduced_vocabulary(tmp_path, Random(number)):
        for one in drawn:
            try:
                found = observed(read(one.data, "drawn.txt"))
            except DocumentRejected:
                continue
            read_at_all += 1
            assert {(found.units[p.unit_seq - 1], p.name) for p in found.projects} <= {
                (one.truth.units[p.unit_seq - 1], p.name) for p in one.truth.projects
            }
            assert indicators_of(found) <= indicators_of(one.truth)
    assert read_at_all > 0


def indicators_of(truth: Truth) -> set[tuple[str, str | None, str | None]]:
    """Project, name and target of every indicator; one without a target is said to lack it."""
    rows = truth.indicators
    return {(truth.projects[i.project_seq - 1].name, i.name, i.annual) for i in rows if i.name and i.annual}


def _begins_project(line: str, drawn: DrawnList) -> bool:
    cells = line.split("\t")
    columns = drawn.manner.columns
    if len(cells) != len(columns) or cells[columns.index("level3")] in ("", drawn.manner.labels["level3"]):
        return False
    says = [cells[columns.index(role)] for role in ("goal", "total") if role in columns]
    return bool(cells[columns.index("name")]) and bool(says and says[0])
