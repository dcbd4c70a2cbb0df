"""Hypothesis strategies over drawn documents: Hypothesis shrinks a failure to fewer units, projects and indicators."""

from collections.abc import Callable
from functools import partial
from random import Random

from hypothesis import strategies as st

from tests.drawing.document import Document
from tests.drawing.draw import Limits, draw
from tests.drawing.expected import Drawn
from tests.drawing.layouts import DrawnFile, lay_out
from tests.drawing.lists.draw import draw_list
from tests.drawing.render_approval import render_approval
from tests.drawing.render_csv import render_csv
from tests.drawing.render_docx import render_docx
from tests.drawing.render_flow import render_flow
from tests.drawing.render_html import render_html
from tests.drawing.render_labelled import render_labelled
from tests.drawing.render_ocr import render_ocr
from tests.drawing.render_odt import render_odt
from tests.drawing.render_self_evaluation import render_self_evaluation
from tests.drawing.render_table import render_table
from tests.drawing.render_workbooks import render_ods, render_xlsb, render_xml_spreadsheet
from tests.drawing.render_xls import render_xls
from tests.drawing.render_xlsx import render_xlsx

RENDERERS: dict[str, Callable[[Document, Random], Drawn]] = {
    "table": render_table,
    "flow": render_flow,
    "ocr": render_ocr,
    "approval": render_approval,
    "labelled": render_labelled,
    "self_evaluation": render_self_evaluation,
    "rows": draw_list,
    "evaluated_rows": partial(draw_list, has_actual=True),
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


MEDIA = {
    "html": render_html,
    "xlsx": render_xlsx,
    "xls": render_xls,
    "xlsb": render_xlsb,
    "xml_spreadsheet": render_xml_spreadsheet,
    "ods": render_ods,
    "docx": render_docx,
    "odt": render_odt,
    "csv": render_csv,
}


def drawn_file(seed: int, layout: str, medium: str, limits: Limits | None = None) -> DrawnFile:
    """The document of ``seed`` laid out as ``table`` or ``approval`` and printed in a medium."""
    random = Random(f"print {medium} {layout} {seed}")
    return MEDIA[medium](lay_out(draw(seed, layout, limits), layout, random), random)


def drawn_files(layout: str, medium: str) -> st.SearchStrategy[DrawnFile]:
    """Printed files of one layout and medium."""
    seeds = st.integers(min_value=0, max_value=2**32 - 1)
    return st.builds(drawn_file, seeds, st.just(layout), st.just(medium), LIMITS)
