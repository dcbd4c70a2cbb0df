"""The landing that a user of dlt would write: a resource a table, appended to DuckDB through Parquet files."""

import dataclasses
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

# Before dlt reads its settings: a measurement calls nobody and prints no advice.
os.environ |= {"RUNTIME__DLTHUB_TELEMETRY": "false", "RUNTIME__LOG_LEVEL": "ERROR"}

import dlt
import pyarrow as pa

from ingest.landing.batch import DOCUMENT, Batch
from ingest.landing.columns import RowClass, columns
from ingest.landing.tables import identity
from ingest.rows import DOCUMENT_TABLES, Reading

_TYPES = {"BIGINT": "bigint", "VARCHAR": "text", "BOOLEAN": "bool", "DATE": "date"}


def land_rows(database: Path, chunks: Sequence[Sequence[Reading]]) -> None:
    """Land readings as rows: each resource yields lists of dictionaries, with the columns declared."""
    _run(database, lambda row_class, member: _rows(chunks, member))


def land_tables(database: Path, batches: Sequence[Batch]) -> None:
    """Land the same as the Arrow tables that our reader gives, which dlt passes on without looking at rows."""
    _run(database, lambda row_class, member: _tables(batches, row_class))


def _run(database: Path, items: Callable[[RowClass, str], Iterable[Any]]) -> None:
    pipeline = dlt.pipeline(
        "benchmark",
        pipelines_dir=str(database.with_suffix(".dlt")),
        destination=dlt.destinations.duckdb(str(database)),
        dataset_name="landing",
    )
    members = [field.name for field in dataclasses.fields(Reading)]
    resources = [
        dlt.resource(
            items(row_class, member),
            name=row_class.table,
            write_disposition="append",
            columns=_hints(row_class),
            max_table_nesting=0,
        )
        for row_class, member in zip(DOCUMENT_TABLES, members, strict=True)
    ]
    pipeline.run(resources, loader_file_format="parquet").raise_on_failed_jobs()


def _hints(row_class: RowClass) -> dict[str, dict[str, Any]]:
    hints: dict[str, dict[str, Any]] = {
        name: {"data_type": "bigint", "nullable": False} for name in identity(row_class)
    }
    for column in columns(row_class):
        hint: dict[str, Any] = {"nullable": column.nullable}
        if pa.types.is_decimal(column.arrow_type):
            own = column.arrow_type
            hint |= {"data_type": "decimal", "precision": own.precision, "scale": own.scale}
        else:
            hint["data_type"] = _TYPES[column.duckdb_type]
        hints[column.name] = hint
    return hints


def _rows(chunks: Sequence[Sequence[Reading]], member: str) -> Iterator[list[dict[str, Any]]]:
    document = 0
    for chunk in chunks:
        rows: list[dict[str, Any]] = []
        for reading in chunk:
            document += 1
            value = getattr(reading, member)
            for row in value if isinstance(value, tuple) else (value,):
                names = row.__slots__
                rows.append({"batch_id": 1, "document_id": document} | {name: getattr(row, name) for name in names})
        if rows:
            yield rows


def _tables(batches: Sequence[Batch], row_class: RowClass) -> Iterator[pa.Table]:
    first = 1
    for batch in batches:
        table = batch.tables[row_class]
        if table.num_rows:
            numbers = pa.compute.add(table[DOCUMENT], first)
            ones = pa.array([1] * table.num_rows, pa.int64())
            yield table.drop_columns([DOCUMENT]).append_column("batch_id", ones).append_column("document_id", numbers)
        first += batch.read
