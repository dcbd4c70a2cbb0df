"""A drawn document is read as what it says, in every layout; and laws that hold of any document."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.pipeline import read
from tests.drawing.document import SOURCES
from tests.drawing.expected import Drawn, Truth, observed
from tests.drawing.strategies import RENDERERS, drawings
from tests.properties.laws import broken_laws, words_of
from tests.properties.settings import RUN

LAYOUTS = tuple(RENDERERS)
FACTS = ("year", "place_code", "department", "units", "projects", "funding", "totals", "indicators")
JUNK = st.text(alphabet="校对稿甲乙丙丁戊己庚辛", min_size=6, max_size=16)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_reads_what_the_document_says(layout: str) -> None:
    @RUN
    @given(drawings(layout))
    def holds(drawn: Drawn) -> None:
        found = observed(read(drawn.data, "drawn.txt"))
        for fact in FACTS:
            assert getattr(found, fact) == getattr(drawn.truth, fact), fact
        assert found == drawn.truth

    holds()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_character_is_accounted_for(layout: str) -> None:
    @RUN
    @given(drawings(layout))
    def holds(drawn: Drawn) -> None:
        assert broken_laws(read(drawn.data, "drawn.txt")) == []

    holds()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_reading_twice_says_the_same(layout: str) -> None:
    @RUN
    @given(drawings(layout))
    def holds(drawn: Drawn) -> None:
        assert read(drawn.data, "drawn.txt") == read(drawn.data, "drawn.txt")

    holds()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_line_nobody_expects_is_not_lost(layout: str) -> None:
    @RUN
    @given(drawings(layout), JUNK, st.floats(min_value=0, max_value=1))
    def holds(drawn: Drawn, junk: str, place: float) -> None:
        reading = read(with_line(drawn.text, junk, place).encode(), "drawn.txt")
        assert broken_laws(reading) == []
        assert junk in words_of(reading)

    holds()


@RUN
@given(drawings("lossy_flow"))
def test_amounts_whose_blank_cells_are_lost_still_add_up(drawn: Drawn) -> None:
    """Which source an amount is of is for the sums to say; the amounts themselves and every sum are certain."""
    found = observed(read(drawn.data, "drawn.txt"))
    for fact in ("year", "place_code", "units", "projects", "indicators"):
        assert getattr(found, fact) == getattr(drawn.truth, fact), fact
    assert _amounts(found) == _amounts(drawn.truth)
    columns = _by_source(drawn.truth)
    if len(columns) == len(SOURCES):  # else 合计 has lost a blank cell of its own
        assert +_by_source(found) == +columns


def _amounts(truth: Truth) -> Counter[tuple[int, Decimal]]:
    return Counter((line.project_seq, line.amount) for line in truth.funding)


def _by_source(truth: Truth) -> Counter[str]:
    sums: Counter[str] = Counter()
    for line in truth.funding:
        sums[line.source] += line.amount
    return sums


def with_line(text: str, line: str, place: float) -> str:
    """``text`` with one more line at a place from 0 (first) to 1 (last)."""
    lines = text.split("\n")
    lines.insert(round(place * len(lines)), line)
    return "\n".join(lines)
