"""Bytes and texts that nobody prints in good faith end in rows that can be landed, or in a rejection."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.drawing.draw import Limits
from tests.drawing.strategies import RENDERERS, drawn
from tests.fuzz.hostile import FRAGMENTS, check_document, check_text
from tests.properties.settings import RUN
from tests.unit.test_delivery import HEADER, table

FEW = Limits(units=2, projects=2, indicators=3)
MANY = 20_000
UTF16 = st.text(max_size=200).map(lambda text: text.encode("utf-16", "surrogatepass"))


@RUN
@given(st.one_of(st.binary(max_size=400), UTF16))
def test_any_bytes(data: bytes) -> None:
    check_document(data)


@pytest.mark.parametrize("layout", RENDERERS)
def test_hostile_text_anywhere(layout: str) -> None:
    @settings(RUN, max_examples=40)
    @given(
        st.integers(0, 999),
        st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.floats(min_value=0, max_value=1)), min_size=1, max_size=3),
    )
    def holds(seed: int, fragments: list[tuple[str, float]]) -> None:
        text = drawn(seed, layout, FEW).text
        for fragment, place in fragments:
            at = round(place * len(text))
            text = text[:at] + fragment + text[at:]
        check_document(text.encode("utf-8", "replace"))

    holds()


@RUN
@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(FRAGMENTS), max_size=3).map("".join)))
def test_any_text_in_the_grammar(text: str) -> None:
    check_text(text)


@pytest.mark.parametrize(
    "data",
    [
        table("9" * 1_000_000),
        table("0." + "1" * 1_000_000),
        table("1e999999"),
        table(project="工" * 3_000_000),
        table(project="<p>" * 200_000 + "工作" + "</p>" * 200_000),
        table(project="（" * 50_000),
        table() + "\f页眉\n".encode() * 500,
        table() + b"\n" * 500_000,
        table() + b"\t" * 500_000,
        table() + "工作经费\t1.00\t1.00\t\t\t做好工作。\t\n".encode() * 300,
        table().replace("做好工作。\t".encode(), "做好工作。\t".encode() + "、".join(map(str, range(MANY))).encode()),
        table().replace(
            "做好工作。\t".encode(),
            "做好工作。\t".encode() + "1、1-产出指标；11-数量指标；名；年度指标值:1。".encode() * (MANY // 20),
        ),
        f"项目支出绩效目标表\n{HEADER}".encode() * 1000,
    ],
    ids=lambda data: f"{len(data)} bytes",
)
def test_huge_numbers_lines_and_documents(data: bytes) -> None:
    check_document(data)
