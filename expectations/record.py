"""The outcome of a validation, kept in the warehouse: table ``quality.validation_results``."""

import duckdb

from expectations.validation import Validation

_TABLE = """
create table if not exists quality.validation_results (
    batch_id bigint not null,
    built_batch bigint,
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

_INSERT = """
insert into quality.validation_results
(batch_id, built_batch, suite, expectation, subject, why, success, observed, unexpected, exception)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

_COMMENTS = (
    "table quality.validation_results is 'One expectation checked in a batch.'",
    "column quality.validation_results.built_batch is "
    "'documents touched after this batch were looked at, the others when they were built; 0: all'",
)


def record(connection: duckdb.DuckDBPyConnection, validation: Validation, batch_id: int) -> None:
    """Write one row an expectation under ``batch_id``, in place of what was recorded of that batch. One transaction."""
    of_batch = [batch_id, validation.built_batch]
    rows = [
        [*of_batch, r.suite, r.name, r.subject, r.why, r.success, r.observed, list(r.unexpected), r.exception]
        for r in validation.results
    ]
    connection.execute("create schema if not exists quality")
    connection.execute(_TABLE)
    connection.execute("alter table quality.validation_results add column if not exists built_batch bigint")
    for comment in _COMMENTS:
        connection.execute(f"comment on {comment}")
    connection.execute("begin")
    connection.execute("delete from quality.validation_results where batch_id = ?", [batch_id])
    connection.executemany(_INSERT, rows)
    connection.execute("commit")
