"""What Great Expectations returns, as rows of ours."""

from collections.abc import Mapping, Sequence
from typing import Any

from great_expectations.expectations import Expectation, UnexpectedRowsExpectation

from expectations.validation import NO_ROW, SAMPLE, Result, line, rows_observed


def result(suite: str, expectation: Expectation, evaluated: Any) -> Result:
    """The outcome of an expectation; one that raised has failed, whatever else is said of it."""
    raised = "; ".join(_exceptions(evaluated.exception_info))
    if raised or not evaluated.result:
        return unevaluated(suite, expectation, raised or "no result")
    return Result(
        suite=suite,
        **expectation.meta,
        expected=_expected(expectation),
        success=bool(evaluated.success),
        observed=_observed(evaluated.result),
        unexpected=tuple(line(row) for row in _unexpected(evaluated.result)[:SAMPLE]),
    )


def unevaluated(suite: str, expectation: Expectation, reason: str) -> Result:
    """The outcome of an expectation that could not be evaluated."""
    expected = _expected(expectation)
    return Result(suite=suite, **expectation.meta, expected=expected, success=False, observed="", exception=reason)


def _exceptions(information: Mapping[str, Any]) -> list[str]:
    """The messages in an ``exception_info``, which holds one exception or one a metric, in fixed order."""
    if "raised_exception" in information:
        message, _, _ = str(information.get("exception_message") or "unknown exception").partition("\n[SQL: ")
        return [message.strip()] if information["raised_exception"] else []
    return sorted({message for part in information.values() for message in _exceptions(part)})


def _expected(expectation: Expectation) -> str:
    if isinstance(expectation, UnexpectedRowsExpectation):
        return f"{NO_ROW}{expectation.unexpected_rows_query}"
    given = expectation.configuration.kwargs
    return f"{expectation.expectation_type}: " + ", ".join(f"{name} = {given[name]}" for name in sorted(given))


def _observed(found: Mapping[str, Any]) -> str:
    if "details" in found:
        return rows_observed(found["observed_value"])
    if "unexpected_count" in found:
        return f"{found['unexpected_count']} of {found['element_count']} values unexpected"
    return f"{found['observed_value']} rows"


def _unexpected(found: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    rows = found.get("details", {}).get("unexpected_rows") or found.get("unexpected_index_list") or []
    return list(rows)
