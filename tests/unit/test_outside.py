"""The tables of a file outside its publication: named where they stand, not read."""

from dataclasses import astuple

from ingest.document.outside import outside_tables
from ingest.document.publication import publication
from ingest.forms import continues_form, is_form
from ingest.forms.labelled.evidence import has_grid
from ingest.source.printed import texts_of
from tests.unit.test_publication import CONTINUED, FORM, OTHER, source

PROSE = [["二、机构设置情况如下："], ["单位", "编制"], ["本级", "20"]]


def found(*pages: list[list[str]], medium: str = "xlsx") -> list[tuple[object, ...]]:
    whole = source(*pages, medium=medium)
    part = publication(whole, texts_of(whole), is_form, continues_form, has_grid)
    return [astuple(row) for row in outside_tables(whole, part)]


def test_tables_around_a_form_are_named_with_their_places() -> None:
    assert found(OTHER, FORM, PROSE) == [
        (1, "收支总表", 2, 15, 1, 3),
        (2, "二、机构设置情况如下：", 2, 8, 3, len(OTHER) + len(FORM) + 2),
    ]


def test_a_table_that_goes_on_over_a_page_is_one() -> None:
    assert found(OTHER, [["事业收入", "2.00"]], [["7"], ["其他收入", "3.00"]], FORM) == [(1, "收支总表", 4, 31, 1, 3)]


def test_a_table_without_a_heading_has_none() -> None:
    assert found(OTHER[2:], FORM) == [(1, None, 2, 15, 1, 1)]


def test_a_file_that_is_its_publication_has_no_table_outside() -> None:
    assert found(FORM, CONTINUED) == []
    assert found(OTHER, FORM, medium="text") == []
