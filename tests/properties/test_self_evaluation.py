"""A drawn self-evaluation is read as what it says: execution, targets, actual values, scores, reasons."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.pipeline import read
from tests.drawing.render_self_evaluation import observed_evaluation
from tests.drawing.strategies import LIMITS, drawn
from tests.properties.settings import RUN


@RUN
@given(st.integers(min_value=0, max_value=2**32 - 1), LIMITS)
def test_reads_what_the_evaluation_says(seed: int, limits: object) -> None:
    document = drawn(seed, "self_evaluation", limits)  # type: ignore[arg-type]
    reading = read(document.data, "drawn.txt")
    assert reading.document.form == "self_evaluation"
    found, truth = observed_evaluation(reading), document.evaluation  # type: ignore[attr-defined]
    assert found.executions == truth.executions
    assert found.performance == truth.performance
    assert found.totals == truth.totals
    assert not reading.not_understood
