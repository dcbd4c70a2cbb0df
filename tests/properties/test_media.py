"""The same document in any medium is read as the same rows."""

import pytest
from hypothesis import given, settings

from ingest.pipeline import read
from tests.drawing.expected import observed
from tests.drawing.layouts import DrawnFile
from tests.drawing.strategies import MEDIA, drawn_files
from tests.properties.laws import broken_laws
from tests.properties.settings import RUN


@pytest.mark.parametrize("layout", ["table", "approval"])
@pytest.mark.parametrize("medium", MEDIA)
def test_every_medium_is_read_as_drawn(medium: str, layout: str) -> None:
    @settings(RUN, max_examples=8 if medium == "docx" else 24)  # Word documents are slow to draw
    @given(drawn_files(layout, medium))
    def holds(drawn: DrawnFile) -> None:
        reading = read(drawn.data, "drawn")
        assert reading.document.medium == medium
        assert observed(reading) == drawn.truth
        assert broken_laws(reading) == []

    holds()
