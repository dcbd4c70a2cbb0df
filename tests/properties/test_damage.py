"""A damaged document is read or rejected, never a crash; the same document in another encoding says the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from tests.drawing.expected import Drawn, observed
from tests.drawing.strategies import RENDERERS, drawings
from tests.properties.laws import broken_laws
from tests.properties.settings import RUN

LAYOUTS = tuple(RENDERERS)
WRECKS = ("cut", "drop_line", "repeat_line", "swap_lines", "drop_characters", "blank_tabs", "garble", "drop_tag")


def wrecked(text: str, kind: str, place: float, size: int) -> str:
    """``text`` damaged in one way at a place from 0 (start) to 1 (end)."""
    at = round(place * len(text))
    lines = text.split("\n")
    row = min(round(place * len(lines)), len(lines) - 1)
    other = (row + size) % len(lines)
    match kind:
        case "cut":
            return text[:at]
        case "drop_line":
            del lines[row]
        case "repeat_line":
            lines.insert(row, lines[row])
        case "swap_lines":
            lines[row], lines[other] = lines[other], lines[row]
        case "drop_characters":
            return text[:at] + text[at + size :]
        case "blank_tabs":
            lines[row] = lines[row].replace("\t", " ")
        case "drop_tag":
            return text.replace("</p>", "", 1)
        case _:
            return text[:at] + "<p\t0.0;、1-&#x110000;&lt" + text[at:]
    return "\n".join(lines)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", WRECKS)
def test_damage_is_no_crash(layout: str, kind: str) -> None:
    @RUN
    @given(drawings(layout), st.floats(min_value=0, max_value=1), st.integers(min_value=1, max_value=40))
    def holds(drawn: Drawn, place: float, size: int) -> None:
        try:
            reading = read(wrecked(drawn.text, kind, place, size).encode(), "drawn.txt")
        except DocumentRejected:
            return
        assert broken_laws(reading) == []

    holds()


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_the_encoding_changes_nothing(layout: str, encoding: str) -> None:
    @RUN
    @given(drawings(layout))
    def holds(drawn: Drawn) -> None:
        assert observed(read(drawn.text.encode(encoding), "drawn.txt")) == observed(read(drawn.data, "drawn.txt"))

    holds()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_line_ends_change_nothing(layout: str) -> None:
    @RUN
    @given(drawings(layout))
    def holds(drawn: Drawn) -> None:
        reading = read(drawn.text.replace("\n", "\r\n").encode(), "drawn.txt")
        assert broken_laws(reading) == []
        assert observed(reading) == observed(read(drawn.data, "drawn.txt"))

    holds()
