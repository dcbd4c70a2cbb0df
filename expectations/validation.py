"""The outcome of a validation: one result an expectation."""

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

LOSS = "losses"
"""The suite that a build may be told to leave out."""

NO_ROW = "no row of\n\n"
"""Begins what is expected of a query."""

MOST_ROWS = 200
"""Unexpected rows that are counted: Great Expectations fetches no more (`MAX_RESULT_RECORDS`)."""
SAMPLE = 20
"""Unexpected rows that are told."""
_WIDEST_VALUE = 120


@dataclass(frozen=True, slots=True)
class Result:
    """What one expectation found.

    ``expected`` is the query that must give no row, or the bounds; ``unexpected`` holds up to `SAMPLE` of its rows as
    text; ``exception`` says what went wrong where the expectation could not be evaluated at all.
    """

    suite: str
    name: str
    subject: str
    why: str
    expected: str
    success: bool
    observed: str
    unexpected: tuple[str, ...] = ()
    exception: str | None = None

    @property
    def query(self) -> str | None:
        """The query that must give no row; None where something else is expected."""
        return self.expected.removeprefix(NO_ROW) if self.expected.startswith(NO_ROW) else None


@dataclass(frozen=True, slots=True)
class Validation:
    """The results of all suites, in the order in which the suites declare them.

    ``built_batch`` is the batch after which documents had to be touched to be looked at; 0 where all were.
    """

    results: tuple[Result, ...]
    built_batch: int = 0

    @property
    def failures(self) -> tuple[Result, ...]:
        """The results that keep the warehouse from being published."""
        return tuple(result for result in self.results if not result.success)

    @property
    def failures_told(self) -> str:
        """The failures, a line each."""
        return "\n".join(f"  {r.suite}: {r.name}: {r.exception or r.observed}" for r in self.failures)

    @property
    def passed(self) -> bool:
        """True where every expectation was evaluated and holds; a validation of nothing has not passed."""
        return bool(self.results) and not self.failures


def rows_observed(count: int) -> str:
    """What is observed of a query that must give no row."""
    return f"{count} unexpected rows{' or more' if count >= MOST_ROWS else ''}"


def line(row: Mapping[str, Any]) -> str:
    """An unexpected row as text."""
    values = {name: "∅" if value is None else str(value) for name, value in row.items()}
    return ", ".join(f"{name} = {shorten(value, _WIDEST_VALUE, placeholder='…')}" for name, value in values.items())
