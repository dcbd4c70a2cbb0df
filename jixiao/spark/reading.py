"""Documents read by Spark: a task a chunk, in it the process of `ingest.sandbox.guard`, its rows written as Parquet.

A chunk's documents travel packed in one Parquet file: a file a document would cost three times as much. A task writes
under its chunk's number, so that one run again writes the same files.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq
from pyspark.sql import SparkSession

from ingest.delivery.folder import Delivered
from ingest.errors import DocumentRejected
from ingest.landing.batch import DOCUMENT, Batch
from ingest.landing.columns import to_arrow
from ingest.rows import DOCUMENT_TABLES, QuarantineRow
from ingest.sandbox.child import Limits
from ingest.sandbox.guard import LIMITS, READER, Guard
from ingest.sandbox.workers import chunks

MOST_DOCUMENTS = 512
MOST_BYTES = 64 * 1024**2
"""A chunk: enough documents for files worth opening, few enough for a task to hold."""

_UNFINISHED = "_unfinished-"
_CHUNKS_A_CORE = 2
"""In a small delivery: few enough to be worth a task, enough that no core waits long for another's last chunk."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """The work of a task: documents whose bytes are rows of the file ``packed``, and the folder its rows go to."""

    number: int
    documents: tuple[Delivered, ...]
    packed: Path
    staging: Path
    batch_id: int
    limits: Limits
    reader: str


class ChunkRead(NamedTuple):
    """How many documents of a chunk were read, and how many could not be."""

    number: int
    read: int
    quarantined: int


def read_all(
    session: SparkSession,
    documents: Sequence[Delivered],
    staging: Path,
    batch_id: int,
    limits: Limits = LIMITS,
    reader: str = READER,
) -> list[ChunkRead]:
    """Read documents into Parquet files below ``staging``, a folder that every worker sees; gives the chunks in order.

    Raises OSError and Spark's errors.
    """
    packed = staging / "packed"
    packed.mkdir(parents=True)
    share = ceil(len(documents) / (_CHUNKS_A_CORE * session.sparkContext.defaultParallelism))
    work = [
        _pack(Chunk(number, tuple(own), packed / f"{number:06}.parquet", staging, batch_id, limits, reader))
        for number, own in enumerate(chunks(documents, min(share, MOST_DOCUMENTS), MOST_BYTES))
    ]
    found = session.sparkContext.parallelize(work, len(work)).map(_read).collect() if work else []
    shutil.rmtree(packed)
    for unfinished in staging.glob(f"*/{_UNFINISHED}*"):  # of a task that was lost
        unfinished.unlink(missing_ok=True)
    return sorted(found)


def _pack(chunk: Chunk) -> Chunk:
    """Write the bytes of a chunk; a document without bytes goes on with the reason."""
    contents: list[bytes | None] = []
    documents: list[Delivered] = []
    for document in chunk.documents:
        try:
            contents.append(document.data())
            documents.append(replace(document, inside=()))
        except DocumentRejected as rejection:
            contents.append(None)
            documents.append(replace(document, rejected=rejection))
    pq.write_table(pa.table({"data": pa.array(contents, pa.large_binary())}), chunk.packed, compression="zstd")
    return replace(chunk, documents=tuple(documents))


def _read(chunk: Chunk) -> ChunkRead:
    """What a task does."""
    with TemporaryDirectory(prefix="jixiao-") as folder, Guard(chunk.limits, chunk.reader) as guard:
        documents = []
        contents = pq.read_table(chunk.packed).column("data")
        for number, (document, content) in enumerate(zip(chunk.documents, contents, strict=True)):
            path = Path(folder) / str(number)
            if content.is_valid:
                path.write_bytes(content.as_py())
            documents.append(replace(document, at=path))
        return _write(chunk, list(guard.read(documents)))


def _write(chunk: Chunk, batches: Sequence[Batch]) -> ChunkRead:
    read = 0
    file = f"{chunk.number:06}.parquet"
    parts: dict[str, list[pa.Table]] = {row_class.table: [] for row_class in DOCUMENT_TABLES}
    for batch in batches:
        for row_class, table in batch.tables.items():
            numbers = pa.array([read + number for number in table.column(DOCUMENT).to_pylist()], pa.int64())
            parts[row_class.table].append(table.set_column(0, DOCUMENT, numbers))
        read += batch.read
    for name, tables in parts.items():
        write(chunk.staging / name / file, pa.concat_tables(tables), batch_id=chunk.batch_id, chunk=chunk.number)
    quarantined = [row for batch in batches for row in batch.quarantined]
    rejected = pa.table(to_arrow(QuarantineRow, quarantined))
    write(chunk.staging / QuarantineRow.table / file, rejected, batch_id=chunk.batch_id)
    return ChunkRead(chunk.number, read, len(quarantined))


def write(path: Path, table: pa.Table, **constants: int) -> None:
    """Write a table with constant whole numbers as its first columns. Raises OSError."""
    for position, (name, value) in enumerate(constants.items()):
        table = table.add_column(position, name, pa.array([value] * table.num_rows, pa.int64()))
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{_UNFINISHED}{uuid4().hex}")  # two tries of a task may write at the same time
    pq.write_table(table, unfinished, compression="zstd")
    unfinished.replace(path)
