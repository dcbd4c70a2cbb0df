"""Drawn forms whose cells stand a line each: what is read is what their table says, or the document is refused."""

from collections import Counter

import pytest

from ingest.errors import DocumentRejected
from ingest.pipeline import read
from tests.drawing.strategies import drawn
from tests.unit.test_cells_below_each_other import below, facts

_DRAWN = 12


@pytest.mark.parametrize("blanks", [False, True], ids=["blank cells left out", "a bar behind each"])
def test_nothing_is_read_that_the_table_does_not_say(blanks: bool) -> None:
    told: Counter[str] = Counter()
    for seed in range(_DRAWN):
        for layout in ("self_evaluation", "labelled"):
            data = drawn(seed, layout).data
            try:
                found = below(data.decode(), blanks=blanks)
            except DocumentRejected:
                told["refused"] += 1
                continue
            told["read"] += 1
            assert set(map(str, facts(found))) <= set(map(str, facts(read(data, "form.txt"))))
    assert told["read"] > 0
