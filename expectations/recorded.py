"""The validation of a published warehouse, as `expectations.record` kept it there."""

from dataclasses import replace

import duckdb

from expectations.outcome import unevaluated
from expectations.run import SUITES
from expectations.validation import Validation


def recorded(connection: duckdb.DuckDBPyConnection) -> Validation:
    """The validation of the last batch, in the order of the suites; what was expected is said by the suites."""
    rows = connection.execute(
        """
        select expectation, built_batch, success, observed, unexpected, exception from quality.validation_results
        where batch_id = (select max(batch_id) from quality.validation_results)
        """
    ).fetchall()
    found = {name: row for name, *row in rows}
    results = []
    for suite, expectations in SUITES.items():
        for expectation in expectations:
            if row := found.get(expectation.meta["name"]):
                _, success, observed, unexpected, exception = row
                own = unevaluated(suite, expectation, "")
                kept = replace(own, success=success, observed=observed, unexpected=tuple(unexpected))
                results.append(replace(kept, exception=exception))
    return Validation(tuple(results), max((row[0] or 0 for row in found.values()), default=0))
