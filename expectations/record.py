"""The outcome of a validation, kept in the warehouse: table ``quality.validation_results``."""

import duckdb

from expectations.validation import Validation

_TABLE = """
create table if not exists quality.validation_results (
    batch_id bigint not null,
    suite varchar not null,
    expectation varchar not null,
    subject varchar not null,
    why varchar not null,
    success boolean not null,
    observed varchar not null,
    unexpected varchar[] not null,
    exception varchar,
    primary key (batch_id, expectation)
)
"""


def record(connection: duckdb.DuckDBPyConnection, validation: Validation, batch_id: int) -> None:
    """Write one row an expectation under ``batch_id``, in place of what was recorded of that batch. One transaction."""
    rows = [
        [batch_id, r.suite, r.name, r.subject, r.why, r.success, r.observed, list(r.unexpected), r.exception]
        for r in validation.results
    ]
    connection.execute("create schema if not exists quality")
    connection.execute(_TABLE)
    connection.execute("comment on table quality.validation_results is 'One expectation checked in a batch.'")
    connection.execute("begin")
    connection.execute("delete from quality.validation_results where batch_id = ?", [batch_id])
    connection.executemany("insert into quality.validation_results values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.execute("commit")
