"""The outcome of a validation: one result an expectation."""

from dataclasses import dataclass

LOSS = "losses"
"""The suite that a build may be told to leave out."""

NO_ROW = "no row of\n\n"
"""Begins what is expected of a query."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one expectation found.

    ``expected`` is the query that must give no row, or the bounds; ``unexpected`` holds up to 20 of its rows as text;
    ``exception`` says what went wrong where the expectation could not be evaluated at all.
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
