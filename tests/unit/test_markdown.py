"""Nothing that a document prints is read as markup on a page."""

import re
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jixiao.docs.markdown import cell, table


@given(st.text())
def test_a_cell_holds_no_markup_and_stays_in_its_place(text: str) -> None:
    shown = cell(text)
    assert "\n" not in shown
    assert "<" not in shown
    assert ">" not in shown
    assert not re.search(r"(?<!\\)(\\\\)*[|`*~\[\]]", re.sub(r"\\\\", "", shown))


@given(st.text(alphabet="a\\|`*_<>&~[] "))
def test_what_was_printed_can_be_read_back(text: str) -> None:
    shown = re.sub(r"\\(.)", r"\1", cell(text))
    assert shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == " ".join(text.split())


def test_numbers_are_exact_and_nothing_is_nothing() -> None:
    values = [Decimal("3340.000000"), Decimal("0.000000"), 1 / 3, 1.0, None, True, 7]
    assert [cell(value) for value in values] == ["3340", "0", "0.3333", "1", "", "true", "7"]


def test_a_table_has_a_line_a_row() -> None:
    assert table(["a", "b"], [["x|y", None]]) == "| a | b |\n| --- | --- |\n| x\\|y |  |"
