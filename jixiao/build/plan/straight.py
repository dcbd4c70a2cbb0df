"""The expectations of a build: the queries that Great Expectations ran before, run on the file that is being built.

Great Expectations takes longer to start than these queries take. Where one of them cannot be run, Great Expectations
validates the same warehouse, and what it says counts.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import duckdb

from expectations.batch import over_documents
from expectations.validation import MOST_ROWS, SAMPLE, Result, Validation, line, rows_observed
from jixiao.build.plan.side_by_side import connections, each


def validate(
    connection: duckdb.DuckDBPyConnection, asked: Sequence[Result], built_batch: int, memory: str
) -> Validation | None:
    """Ask again what Great Expectations ``asked``, of the documents touched since ``built_batch`` (0: of all).

    None where an expectation is no query or cannot be evaluated.
    """
    try:
        connection.execute(f"set memory_limit = '{memory}'")
        ((documents,),) = connection.execute(over_documents("select count(*) from {batch}", built_batch)).fetchall()
        queries = [result for result in asked if result.query is not None]
        with connections(connection, documents) as several:
            found = each(several, partial(_found, built_batch), queries)
    except duckdb.Error:
        return None
    return Validation(tuple(found), built_batch) if len(found) == len(asked) else None


def _found(built_batch: int, connection: duckdb.DuckDBPyConnection, asked: Result) -> Result:
    cursor = connection.execute(over_documents(asked.query or "", built_batch))
    names = [column[0] for column in cursor.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchmany(MOST_ROWS)]
    unexpected = tuple(map(line, rows[:SAMPLE]))
    return replace(asked, success=not rows, observed=rows_observed(len(rows)), unexpected=unexpected)
