"""A drawn document is read as what it says, in every layout; and laws that hold of any document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.pipeline import read
from tests.drawing.expected import Drawn, observed
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


def with_line(text: str, line: str, place: float) -> str:
    """``text`` with one more line at a place from 0 (first) to 1 (last)."""
    lines = text.split("\n")
    lines.insert(round(place * len(lines)), line)
    return "\n".join(lines)
