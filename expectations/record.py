"""The outcome of a validation, kept in the warehouse: table ``quality.validation_results``."""

import json

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

_TYPES = {
    "suite": "varchar",
    "expectation": "varchar",
    "subject": "varchar",
    "why": "varchar",
    "success": "boolean",
    "observed": "varchar",
    "unexpected": "varchar[]",
    "exception": "varchar",
}

_INSERT = """
insert into quality.validation_results by name
select {batch_id} as batch_id, {built_batch} as built_batch, unnest(from_json({rows}, {types}), max_depth := 2)
"""
# As JSON: for a parameter DuckDB would import pandas, a quarter of a second.

_COMMENTS = (
    "table quality.validation_results is 'One expectation checked in a batch.'",
    "column quality.validation_results.built_batch is "
    "'documents touched after this batch were looked at, the others when they were built; 0: all'",
)


def record(connection: duckdb.DuckDBPyConnection, validation: Validation, batch_id: int) -> None:
    """Write one row an expectation under ``batch_id``, in place of what was recorded of that batch. One transaction."""
    rows = [
        [r.suite, r.name, r.subject, r.why, r.success, r.observed, list(r.unexpected), r.exception]
        for r in validation.results
    ]
    insert = _INSERT.format(
        batch_id=batch_id,
        built_batch=validation.built_batch,
        rows=_literal([dict(zip(_TYPES, row, strict=True)) for row in rows]),
        types=_literal([_TYPES]),
    )
    connection.execute("create schema if not exists quality")
    connection.execute(_TABLE)
    connection.execute("alter table quality.validation_results add column if not exists built_batch bigint")
    for comment in _COMMENTS:
        connection.execute(f"comment on {comment}")
    connection.execute("begin")
    connection.execute(f"delete from quality.validation_results where batch_id = {batch_id}")
    connection.execute(insert)
    connection.execute("commit")


def _literal(value: object) -> str:
    """A value as JSON, as a text of SQL."""
    return "'" + json.dumps(value).replace("'", "''") + "'"
