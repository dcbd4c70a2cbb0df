"""A drawn document printed as a PDF or an OFD is read as what it says, ruled or not."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.pipeline import read
from tests.drawing.expected import Drawn, observed
from tests.drawing.render_ofd import render_ofd
from tests.drawing.render_pdf import render_pdf, render_plain_pdf
from tests.drawing.strategies import drawings
from tests.properties.laws import broken_laws
from tests.properties.settings import RUN

PRINTED = [
    ("table", "pdf", render_pdf),
    ("approval", "pdf", render_pdf),
    ("flow", "pdf", render_plain_pdf),
    ("table", "ofd", render_ofd),
    ("approval", "ofd", render_ofd),
]
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
FEW = settings(RUN, max_examples=25)


@pytest.mark.parametrize(("layout", "medium", "render"), PRINTED)
def test_reads_what_the_pages_say(layout: str, medium: str, render: Callable[[str, Random], bytes]) -> None:
    @FEW
    @given(drawings(layout), SEEDS)
    def holds(drawn: Drawn, seed: int) -> None:
        reading = read(render(drawn.text, Random(seed)), "drawn")
        assert observed(reading) == drawn.truth
        assert broken_laws(reading) == []
        assert reading.document.medium == medium

    holds()
