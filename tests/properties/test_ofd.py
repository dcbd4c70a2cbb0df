"""The same pages printed as OFD and as PDF are read as the same rows, boxes and pages."""

import re
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.readers import read_source
from ingest.source.blocks import Mark, Source
from jixiao.dashboard.drawn_pages import ofd_as_pdf
from tests.drawing.forms.draw import draw_forms
from tests.drawing.forms.media import as_text
from tests.drawing.pdf_layout import lay_out
from tests.drawing.render_ofd import ofd_of
from tests.drawing.render_pdf import draw_manner, print_pages
from tests.properties.settings import RUN

SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
# Fonts differ in how far their boxes reach above and below the base line.
NEAR = 4.0
# In the font of the picture every character is as wide as it is high.
HALF_A_LETTER = 6.0


@settings(RUN, max_examples=12)
@given(SEEDS)
def test_an_ofd_is_read_as_the_pdf_of_the_same_pages(seed: int) -> None:
    random = Random(seed)
    manner = draw_manner(random)
    pages = lay_out(as_text(draw_forms(seed, None)), manner, random)
    ofd = read_source(ofd_of(pages, manner, random), "x")
    pdf = read_source(print_pages(pages, manner, random), "x")
    assert rows_of(ofd) == rows_of(pdf)


@settings(RUN, max_examples=12)
@given(SEEDS)
def test_the_picture_of_an_ofd_shows_its_characters_and_rules_where_they_stand(seed: int) -> None:
    random = Random(seed)
    manner = draw_manner(random)
    data = ofd_of(lay_out(as_text(draw_forms(seed, None)), manner, random), manner, random)
    ofd, shown = read_source(data, "x"), read_source(ofd_as_pdf(data), "x")
    assert rows_of(shown) == rows_of(ofd)
    for one, other in zip(boxes_of(ofd), boxes_of(shown), strict=True):
        assert max(abs(a - b) for a, b in zip(one.box[:4], other.box[:4], strict=True)) < HALF_A_LETTER, (one, other)


@settings(RUN, max_examples=12)
@given(SEEDS)
def test_boxes_of_an_ofd_stand_where_the_pdf_has_them(seed: int) -> None:
    random = Random(seed)
    manner = draw_manner(random)
    pages = lay_out(as_text(draw_forms(seed, None)), manner, random)
    ofd, pdf = (read_source(printed(pages, manner, Upright(seed)), "x") for printed in (ofd_of, print_pages))
    for one, other in zip(boxes_of(ofd), boxes_of(pdf), strict=True):
        assert one.page == other.page
        assert max(abs(a - b) for a, b in zip(one.box[:4], other.box[:4], strict=True)) < NEAR, (one, other)


class Upright(Random):
    """Draws everything but pages that are displayed sideways, and no page numbers."""

    def choice(self, seq):  # type: ignore[no-untyped-def]
        """As Random's."""
        if "upright" in seq:
            return "upright"
        return "" if "" in seq and "第{}页" in seq else super().choice(seq)


def rows_of(source: Source) -> list[tuple[int, list[str]]]:
    """The lines that print something besides page numbers: page and cells without white space."""
    rows = [(line.page, [squash(source.text[slice(*cell)]) for cell in line.cells]) for line in source.lines]
    return [row for row in rows if any(row[1]) and not re.fullmatch(r"-\d+-|第\d+页", row[1][0])]


def boxes_of(source: Source) -> list[Mark]:
    return [mark for mark in source.marks if squash(source.text[slice(*mark.span)])]


def squash(text: str) -> str:
    return re.sub(r"\s+", "", text)
