"""What Great Expectations returns, as rows of ours."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten
from typing import Any

from great_expectations.constants import MAX_RESULT_RECORDS
from great_expectations.expectations import Expectation, UnexpectedRowsExpectation

from expectations.validation import NO_ROW, Result

_SAMPLE = 20
_WIDEST_VALUE = 120


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
        unexpected=tuple(_line(row) for row in _unexpected(evaluated.result)[:_SAMPLE]),
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
        more = " or more" if found["observed_value"] >= MAX_RESULT_RECORDS else ""
        return f"{found['observed_value']} unexpected rows{more}"
    if "unexpected_count" in found:
        return f"{found['unexpected_count']} of {found['element_count']} values unexpected"
    return f"{found['observed_value']} rows"


def _unexpected(found: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    rows = found.get("details", {}).get("unexpected_rows") or found.get("unexpected_index_list") or []
    return list(rows)


def _line(row: Mapping[str, Any]) -> str:
    return ", ".join(_pairs(row))


def _pairs(row: Mapping[str, Any]) -> Iterator[str]:
    for name, value in row.items():
        yield f"{name} = {'∅' if value is None else shorten(str(value), _WIDEST_VALUE, placeholder='…')}"
