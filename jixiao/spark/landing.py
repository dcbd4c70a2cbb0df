"""Schema ``landing`` as Parquet: a folder a batch, committed by one rename, the same to Spark and to DuckDB.

``batch-000001/<table>/<chunk>.parquet`` holds rows of `ingest.rows` numbered within their chunk; ``chunks`` says which
document id each chunk begins with, so that ids count the documents read in the order of delivery, as on DuckDB.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from pyspark.sql import SparkSession

from ingest.landing import tables as landing
from ingest.landing.batch import DOCUMENT
from ingest.landing.columns import RowClass, columns, to_arrow
from ingest.rows import BATCH_TABLES, DOCUMENT_TABLES
from jixiao.spark.reading import ChunkRead, write

_CHUNKS = "chunks"


def batch_folder(folder: Path, batch_id: int) -> Path:
    """Where a batch is committed."""
    return folder / "landing" / f"batch-{batch_id:06}"


def batches(folder: Path) -> list[Path]:
    """The committed batches, the oldest first."""
    return sorted((folder / "landing").glob("batch-*"))


def write_chunks(staging: Path, batch_id: int, first: int, read: Sequence[ChunkRead]) -> None:
    """Give the chunks of a batch their document ids, from ``first`` on."""
    firsts = list(accumulate((chunk.read for chunk in read), initial=first))[:-1]
    numbers = pa.array([chunk.number for chunk in read], pa.int64())
    table = pa.table({"chunk": numbers, "first_document_id": pa.array(firsts, pa.int64())})
    write(staging / _CHUNKS / "all.parquet", table, batch_id=batch_id)


def write_rows(staging: Path, batch_id: int, row_class: RowClass, rows: Sequence[Any]) -> None:
    """Write rows of a build: supersessions, or the batch itself."""
    write(staging / row_class.table / "all.parquet", pa.table(to_arrow(row_class, rows)), batch_id=batch_id)


def show_to_duckdb(connection: duckdb.DuckDBPyConnection, folders: Sequence[Path]) -> None:
    """Make schema ``landing`` of the batches in ``folders``."""
    if not folders:
        landing.create(connection)
        return
    connection.execute("create schema if not exists landing")
    for row_class in (*DOCUMENT_TABLES, *BATCH_TABLES):
        tables = {name: f"read_parquet({_files(folders, name)})" for name in (row_class.table, _CHUNKS)}
        query = _query(row_class, tables[row_class.table], tables[_CHUNKS])
        connection.execute(f"create or replace view landing.{row_class.table} as {query}")


def _files(folders: Iterable[Path], table: str) -> list[str]:
    return [str(file) for folder in folders for file in sorted((folder / table).glob("*.parquet"))]


def show_to_spark(session: SparkSession, folder: Path) -> None:
    """Make schema ``landing`` of all committed batches."""
    session.sql("create database if not exists landing")
    for row_class in (*DOCUMENT_TABLES, *BATCH_TABLES):
        table, chunks = (f"parquet.`{folder}/landing/batch-*/{name}`" for name in (row_class.table, _CHUNKS))
        session.sql(f"create or replace view landing.{row_class.table} as {_query(row_class, table, chunks)}")


def _query(row_class: RowClass, table: str, chunks: str) -> str:
    """The rows of a landing table with their identity; the same text for both engines."""
    own = columns(row_class)  # type: ignore[arg-type]  # mypy: no class is hashable
    names = ", ".join(f"landed.{column.name}" for column in own)
    if row_class not in DOCUMENT_TABLES:
        return f"select landed.batch_id, {names} from {table} as landed"
    return f"""
        select landed.batch_id, chunks.first_document_id + landed.{DOCUMENT} as document_id, {names}
        from {table} as landed
        inner join {chunks} as chunks on landed.batch_id = chunks.batch_id and landed.chunk = chunks.chunk
    """
