"""A table that rules do not frame all round is read as it is printed; paragraphs set in columns are no table."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.readers.pdf.reader import read_pdf
from tests.drawing.loose_tables import KINDS, draw_loose_table, draw_prose
from tests.properties.settings import RUN

SEEDS = st.integers(min_value=0, max_value=2**32 - 1)


def rows(data: bytes) -> list[list[str]]:
    """The rows of all tables, texts without white space."""
    source = read_pdf(data, "loose.pdf")
    return [
        ["".join(source.text[cell.start : cell.end].split()) for cell in line.cells]
        for line in source.lines
        if line.is_row
    ]


@pytest.mark.parametrize("wraps", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_most_cells_are_right(kind: str, wraps: bool) -> None:
    """Nearly all drawn tables are whole; what has no rules at all says less."""
    whole = 0
    for seed in range(20):
        table = draw_loose_table(Random(f"{kind} {seed}"), kind, wraps)
        whole += rows(table.data) == table.rows
    assert whole >= 19


@settings(RUN, max_examples=20)
@given(SEEDS, st.integers(min_value=1, max_value=3))
def test_prose_is_no_table(seed: int, columns: int) -> None:
    assert rows(draw_prose(Random(seed), columns)) == []
