"""Every regular expression takes time in proportion to its text, however the text was made."""

import re
import time
from collections import deque
from collections.abc import Iterator
from typing import Any

import pytest

from tests.unit.regular_expressions import Growing, patterns, worst_texts

PATTERNS = patterns()
STEP = 4
LONGEST = 8000
SUSPECT = 0.01
"""Seconds of which a linear expression needs a tenth for the longest text."""
FACTOR = 3
"""What grows with the text takes twice the time for twice the text; what grows with its square, four times."""


def ask(pattern: re.Pattern[Any], method: str, text: Any) -> None:
    """Ask as the project does; what looks for a match anywhere looks for all of them."""
    if method in ("match", "fullmatch"):
        getattr(pattern, method)(text)
    else:
        deque(pattern.finditer(text), 0)


def seconds(pattern: re.Pattern[Any], method: str, text: Any, times: int = 1) -> float:
    """The least processor time of so many runs."""
    taken = []
    for _ in range(times):
        begun = time.process_time()
        ask(pattern, method, text)
        taken.append(time.process_time() - begun)
    return min(taken)


def lengths() -> Iterator[int]:
    """Lengths so near to each other that what doubles with each character, too, is found before it takes minutes."""
    length = 2 * STEP
    while length < LONGEST:
        yield length
        length += max(STEP, length // 8)
    yield LONGEST


def outgrows(pattern: re.Pattern[Any], method: str, text: Growing) -> bool:
    """True where twice the text takes much more than twice the time, and twice of that again."""
    for length in lengths():
        if seconds(pattern, method, text.of(length)) > SUSPECT:
            quarter, half, whole = (seconds(pattern, method, text.of(length // part), 5) for part in (4, 2, 1))
            return half > FACTOR * quarter and whole > FACTOR * half
    return False


@pytest.mark.parametrize("name", PATTERNS)
def test_time_grows_with_the_text(name: str) -> None:
    pattern, methods = PATTERNS[name]
    for method in {"search" if method not in ("match", "fullmatch") else method for method in methods or ("search",)}:
        assert [text for text in worst_texts(pattern) if outgrows(pattern, method, text)] == [], pattern.pattern


@pytest.mark.parametrize(
    ("pattern", "method"),
    [(r"\s*x", "search"), (r"\d+(?:\.\d+)?%", "search"), (r"\s*a?\s*b", "match"), (r"[(].*[)]", "search"),
     (r"(?:<!--.*?-->\s*)*<a", "match"), (r"(?:\w+,?)*;", "fullmatch"), (r"\[[^\]]*\]", "search")],
)  # fmt: skip
def test_an_expression_that_takes_longer_is_found(pattern: str, method: str) -> None:
    compiled = re.compile(pattern)
    assert any(outgrows(compiled, method, text) for text in worst_texts(compiled))


def test_the_expressions_of_the_project_are_found() -> None:
    for name in (
        "ingest.grammar.labels._WEIGHT",
        "ingest.grammar.lists.numbered._value_label",
        "ingest.readers.sniff._MARKUP",
    ):
        assert name in PATTERNS
    assert PATTERNS["ingest.readers.sniff._MARKUP"][1] == {"match"}
    assert len(PATTERNS) > 70
