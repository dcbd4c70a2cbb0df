"""Hypothesis strategies over drawn documents: Hypothesis shrinks a failure to fewer units, projects and indicators."""

from random import Random

from hypothesis import strategies as st

from tests.drawing.draw import Limits, draw
from tests.drawing.expected import Drawn
from tests.drawing.render_approval import render_approval
from tests.drawing.render_flow import render_flow
from tests.drawing.render_labelled import render_labelled
from tests.drawing.render_ocr import render_ocr
from tests.drawing.render_self_evaluation import render_self_evaluation
from tests.drawing.render_table import render_table

RENDERERS = {
    "table": render_table,
    "flow": render_flow,
    "ocr": render_ocr,
    "approval": render_approval,
    "labelled": render_labelled,
    "self_evaluation": render_self_evaluation,
}

LIMITS = st.builds(
    Limits,
    units=st.integers(min_value=1, max_value=5),
    projects=st.integers(min_value=1, max_value=8),
    indicators=st.integers(min_value=0, max_value=9),
)


def drawn(seed: int, layout: str, limits: Limits | None = None) -> Drawn:
    """The document of ``seed`` printed in ``layout``: the same arguments give the same text.

    Layout ``lossy_flow`` is a flow whose rows fill different sources: its text no longer says which.
    """
    render = render_flow if layout == "lossy_flow" else RENDERERS[layout]
    return render(draw(seed, layout, limits), Random(f"print {layout} {seed}"))


def drawings(layout: str) -> st.SearchStrategy[Drawn]:
    """Printed documents of one layout."""
    seeds = st.integers(min_value=0, max_value=2**32 - 1)
    return st.builds(drawn, seeds, st.just(layout), LIMITS)
