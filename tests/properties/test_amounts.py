"""A printed amount is read to the cent, and damage never becomes another amount."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.grammar.amounts import could_print, read_amount
from tests.properties.settings import TEXTS

amounts = st.integers(min_value=0, max_value=99_999_999_99).map(lambda cents: Decimal(cents).scaleb(-2))
LOOKALIKES = {"0": "Oo", "1": "lI", "2": "Z", "5": "S", "6": "€b", "8": "B", "9": "gq"}


@st.composite
def printed_amounts(draw: st.DrawFn) -> tuple[str, Decimal]:
    """An amount as published: grouped or not, full-width digits, spaces that character recognition leaves."""
    value = draw(amounts)
    text = draw(st.sampled_from((f"{value:,.2f}", f"{value:.2f}")))
    for mark in ",.":
        text = text.replace(mark, mark + draw(st.sampled_from(("", "", " "))))
    if draw(st.integers(0, 4)) == 0:
        text = "".join(chr(ord(c) + 0xFEE0) if c.isdecimal() else c for c in text)
    return draw(st.sampled_from(("", " ", "\u3000"))) + text + draw(st.sampled_from(("", " "))), value


@TEXTS
@given(printed_amounts())
def test_an_amount_is_read_to_the_cent(printed: tuple[str, Decimal]) -> None:
    text, value = printed
    amount = read_amount(text)
    assert amount is not None
    assert (amount.value, amount.has_two_decimals, amount.is_damaged) == (value, True, False)


@TEXTS
@given(amounts, st.data())
def test_a_lookalike_of_a_digit_is_damage_that_could_print_the_amount(value: Decimal, data: st.DataObject) -> None:
    text = f"{value:,.2f}"
    places = [index for index, character in enumerate(text) if character in LOOKALIKES]
    if not places:
        return
    at = data.draw(st.sampled_from(places))
    damaged = text[:at] + data.draw(st.sampled_from(LOOKALIKES[text[at]])) + text[at + 1 :]
    amount = read_amount(damaged)
    assert amount is not None
    assert amount.is_damaged
    assert could_print(damaged, value)


@TEXTS
@given(st.one_of(st.text(max_size=20), st.text(alphabet="0123456789,. -/—－万元亿O", max_size=12)))
def test_no_text_is_given_an_amount_that_does_not_stand_in_it(text: str) -> None:
    amount = read_amount(text)
    if amount is None or amount.value is None:
        return
    assert _digits(text) == _digits(f"{amount.value:f}")


def _digits(text: str) -> int:
    return int("".join(character for character in text if character.isdecimal()))


@TEXTS
@given(st.sampled_from(("", " ", "-", "—", "－", "/", "--", "\u3000")))
def test_a_blank_cell_is_no_amount(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("99,999,999.99", "万元", Decimal("99999999.99")),
        ("409,314,800.00", "元", Decimal("409314800.00")),
        ("409,314,800.00", "万元", None),
        ("100,000,000.00", "万元", None),
        ("4,093,148,000,000.00", "元", None),
        ("10000亿元", "万元", None),
    ],
)
def test_an_amount_that_no_budget_can_hold_is_damage(text: str, unit: str, value: Decimal | None) -> None:
    """元 printed under a label of 万元."""
    amount = read_amount(text, unit)
    assert amount is not None
    assert (amount.value, amount.is_damaged) == (value, value is None)
