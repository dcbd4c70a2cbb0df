"""The expectations of a build: the queries that Great Expectations ran before, run on one connection.

Great Expectations takes longer to start than these queries take. Where one of them cannot be run, Great Expectations
validates the same warehouse, and what it says counts.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import duckdb

from expectations.batch import over_documents
from expectations.validation import MOST_ROWS, SAMPLE, Result, Validation, line, rows_observed

_FEW = 1000
"""Documents up to which a thread for each query serves better than all threads for one."""


def validate(warehouse: Path, asked: Sequence[Result], built_batch: int, memory: str) -> Validation | None:
    """Ask again what Great Expectations ``asked``, of the documents touched since ``built_batch`` (0: of all).

    The file is opened read-only and closed again. None where an expectation is no query or cannot be evaluated.
    """
    config: dict[str, str | bool | int | float | list[str]] = {"memory_limit": memory}
    try:
        with duckdb.connect(str(warehouse), read_only=True, config=config) as connection:
            ((documents,),) = connection.execute(over_documents("select count(*) from {batch}", built_batch)).fetchall()
            at_once = 1
            if documents <= _FEW:
                connection.execute("set threads = 1")
                at_once = len(os.sched_getaffinity(0))
            queries = [result for result in asked if result.query is not None]
            with ThreadPoolExecutor(at_once) as threads:
                found = list(threads.map(lambda result: _found(connection.cursor(), result, built_batch), queries))
    except duckdb.Error:
        return None
    return Validation(tuple(found), built_batch) if len(found) == len(asked) else None


def _found(connection: duckdb.DuckDBPyConnection, asked: Result, built_batch: int) -> Result:
    cursor = connection.execute(over_documents(asked.query or "", built_batch))
    names = [column[0] for column in cursor.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchmany(MOST_ROWS)]
    unexpected = tuple(map(line, rows[:SAMPLE]))
    return replace(asked, success=not rows, observed=rows_observed(len(rows)), unexpected=unexpected)
