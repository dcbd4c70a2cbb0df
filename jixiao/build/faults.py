"""What keeps a built warehouse from being published: the checks that fail, and the documents that their rows name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from expectations.batch import over_documents
from expectations.validation import Result, Validation
from jixiao.dbt import Failed

_NAMES = ("document_id", "document_key", "sha256", "file_name")
"""Columns by which a row names its document."""

_CAUSED_BY_ROWS = re.compile(r"(?:Conversion|Out of Range|Constraint|Invalid Input) Error.*?(?= LINE \d|$)")
"""Errors of DuckDB that a value can cause; the others are of the code or of the machine."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A model, test or expectation that fails, in words.

    ``documents`` are the ids of the readings that its rows name, none where one of the rows names none. ``is_of_rows``
    is false where no row can be the cause.
    """

    words: str
    documents: frozenset[int] = frozenset()
    is_of_rows: bool = True


def is_caused_by_rows(message: str) -> bool:
    """True for what DuckDB says where a value can be the cause."""
    return _caused_by_rows(message) is not None


def _caused_by_rows(message: str) -> re.Match[str] | None:
    return _CAUSED_BY_ROWS.search(" ".join(message.split()))


def of_models(connection: duckdb.DuckDBPyConnection, failed: Sequence[Failed]) -> tuple[Fault, ...]:
    """The faults of the models and tests that failed."""
    return tuple(_of_model(connection, node) for node in failed)


def _of_model(connection: duckdb.DuckDBPyConnection, node: Failed) -> Fault:
    if node.status == "fail":
        return Fault(f"the test {node.name} fails", _documents(connection, node.query))
    found = _caused_by_rows(node.message)
    message = found[0] if found else " ".join(node.message.split())
    return Fault(f"{node.name} cannot be built: {message}", is_of_rows=found is not None)


def of_expectations(connection: duckdb.DuckDBPyConnection, validation: Validation) -> tuple[Fault, ...]:
    """The faults of the expectations that failed."""
    return tuple(_of_result(connection, failure, validation.built_batch) for failure in validation.failures)


def _of_result(connection: duckdb.DuckDBPyConnection, failure: Result, built_batch: int) -> Fault:
    words = f"the expectation {failure.name} fails: {failure.why}"
    if failure.exception is not None:
        return Fault(words, is_of_rows=is_caused_by_rows(failure.exception))
    found = _documents(connection, over_documents(failure.query, built_batch)) if failure.query else frozenset()
    return Fault(words, found)


def _documents(connection: duckdb.DuckDBPyConnection, query: str) -> frozenset[int]:
    """The ids of the documents that the rows of a query name; none where one of the rows names none."""
    columns = connection.execute(f"select * from ({query}) limit 0").description or []
    name = next((name for name in _NAMES if name in {column[0] for column in columns}), None)
    if name is None:
        return frozenset()
    values = [value for (value,) in connection.execute(f"select distinct {name} from ({query})").fetchall()]
    if None in values:
        return frozenset()
    if name in ("document_id", "document_key"):
        return frozenset(values)
    found = connection.execute(
        f"select document_id from landing.documents where {name} in (select unnest(?))", [values]
    )
    return frozenset(document for (document,) in found.fetchall())
