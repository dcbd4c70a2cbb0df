"""What keeps a built warehouse from being published: the checks that fail, and the documents that their rows name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from expectations.validation import Validation

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


def of_models(database: Path, nodes: Sequence[Any]) -> tuple[Fault, ...]:
    """The faults of the nodes of dbt that failed; those skipped for the sake of another are left out."""
    with duckdb.connect(str(database), read_only=True) as connection:
        return tuple(_of_node(connection, node) for node in nodes if str(node.status) != "skipped")


def _of_node(connection: duckdb.DuckDBPyConnection, node: Any) -> Fault:
    name = node.node.name
    if str(node.status) == "fail":
        return Fault(f"the test {name} fails", _documents(connection, node.node.compiled_code))
    message = " ".join(str(node.message).split())
    found = _CAUSED_BY_ROWS.search(message)
    return Fault(f"{name} cannot be built: {found[0] if found else message}", is_of_rows=found is not None)


def of_expectations(database: Path, validation: Validation) -> tuple[Fault, ...]:
    """The faults of the expectations that failed."""
    with duckdb.connect(str(database), read_only=True) as connection:
        return tuple(_of_results(connection, validation))


def _of_results(connection: duckdb.DuckDBPyConnection, validation: Validation) -> Iterator[Fault]:
    from expectations.run import unexpected_rows  # Great Expectations takes seconds to import

    for failure in validation.failures:
        words = f"the expectation {failure.name} fails: {failure.why}"
        if failure.exception is not None:
            yield Fault(words, is_of_rows=_CAUSED_BY_ROWS.search(failure.exception) is not None)
        else:
            query = unexpected_rows(failure.name, validation.built_batch)
            yield Fault(words, _documents(connection, query) if query else frozenset())


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
