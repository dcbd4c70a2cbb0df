"""The expectations of a build: the queries that Great Expectations ran before, run on one connection.

Great Expectations takes longer to start than these queries take. Where one of them cannot be run, Great Expectations
validates the same warehouse, and what it says counts.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

import duckdb

from expectations.batch import documents_since
from expectations.validation import MOST_ROWS, SAMPLE, Result, Validation, line, rows_observed

_FEW = 1000
"""Documents up to which a thread for each query serves better than all threads for one."""


def validate(
    connection: duckdb.DuckDBPyConnection, asked: Sequence[Result], built_batch: int, memory: str
) -> Validation | None:
    """Ask again what Great Expectations ``asked``, of the documents touched since ``built_batch`` (0: of all).

    None where an expectation is no query or cannot be evaluated.
    """
    try:
        connection.execute(f"set memory_limit = '{memory}'")
        ((name,),) = connection.execute("select current_database()").fetchall()
        queries = [result for result in asked if result.query is not None]
        with _batch(connection, built_batch) as batch:
            ((documents,),) = connection.execute(f"select count(*) from {batch}").fetchall()
            is_small = documents <= _FEW
            connection.execute("set threads = 1" if is_small else "reset threads")
            with ThreadPoolExecutor(len(os.sched_getaffinity(0)) if is_small else 1) as threads:
                found = list(threads.map(lambda result: _found(_beside(connection, name), result, batch), queries))
    except duckdb.Error:
        return None
    return Validation(tuple(found), built_batch) if len(found) == len(asked) else None


@contextmanager
def _batch(connection: duckdb.DuckDBPyConnection, built_batch: int) -> Iterator[str]:
    """The documents to look at, found once for all queries: a table in memory, which every connection reads."""
    connection.execute("attach ':memory:' as looked_at")
    try:
        connection.execute(f"create table looked_at.documents as {documents_since(built_batch)}")
        yield "looked_at.documents"
    finally:
        connection.execute("detach looked_at")


def _beside(connection: duckdb.DuckDBPyConnection, name: str) -> duckdb.DuckDBPyConnection:
    """Another connection to the file ``name`` that a connection is to."""
    return connection.cursor().execute(f'use "{name}"')


def _found(connection: duckdb.DuckDBPyConnection, asked: Result, batch: str) -> Result:
    cursor = connection.execute((asked.query or "").format(batch=batch))
    names = [column[0] for column in cursor.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchmany(MOST_ROWS)]
    unexpected = tuple(map(line, rows[:SAMPLE]))
    return replace(asked, success=not rows, observed=rows_observed(len(rows)), unexpected=unexpected)
