"""A build on Spark: read what is new, commit it by one rename, build the models anew, validate them.

The folder holds ``landing`` (the batches), ``tables`` (what the models give, schema by schema) and the metastore.
"""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import duckdb
from pyspark.sql import SparkSession

from ingest.delivery.folder import Delivered, scan
from ingest.landing.supersede import find_superseded
from ingest.rows import BatchRow, SupersessionRow
from ingest.sandbox.child import Limits
from ingest.sandbox.guard import LIMITS, READER
from ingest.version import parser_version
from jixiao.build.landed import check_all_landed, known_quarantine, next_batch, next_document, unread
from jixiao.project import project_digest
from jixiao.spark.landing import batch_folder, batches, show_to_duckdb, show_to_spark, write_chunks, write_rows
from jixiao.spark.models import build_models
from jixiao.spark.reading import read_all
from jixiao.spark.validation import validate


class NotValid(RuntimeError):
    """An expectation does not hold of the tables that were built."""


def build(session: SparkSession, documents: Path, folder: Path) -> BatchRow:
    """Build the warehouse in ``folder`` from the documents of a folder; reads only what is new.

    Raises ManifestError, OSError, DocumentsLost, DbtFailed, NotValid and Spark's errors; what was landed stays landed.
    """
    done = land(session, scan(documents), folder)
    show_to_spark(session, folder.resolve())
    build_models(folder)
    validation = validate(folder)
    if not validation.passed:
        raise NotValid(f"expectations failed (report: {folder / 'validation.html'}):\n{validation.failures_told}")
    return done


def land(
    session: SparkSession, delivered: Sequence[Delivered], folder: Path, limits: Limits = LIMITS, reader: str = READER
) -> BatchRow:
    """Read the documents that no batch holds and commit them as one; gives how many were read.

    What a killed build left is removed. Raises OSError, DocumentsLost and Spark's errors.
    """
    staging = folder.resolve() / "landing" / "_staging"
    shutil.rmtree(staging, ignore_errors=True)
    committed = batches(folder.resolve())
    with duckdb.connect() as connection:
        show_to_duckdb(connection, committed)
        known = known_quarantine(connection, delivered)
        new = unread(connection, delivered, known)
        if not new:
            check_all_landed(connection, delivered, known)
        batch_id, first = next_batch(connection), next_document(connection)
    read = read_all(session, new, staging, batch_id, limits, reader)
    landed, rejected = sum(chunk.read for chunk in read), sum(chunk.quarantined for chunk in read)
    done = BatchRow(project_digest(), parser_version(), len(delivered), landed, rejected)
    if not new:
        shutil.rmtree(staging)
        return done
    write_chunks(staging, batch_id, first, read)
    write_rows(staging, batch_id, BatchRow, [done])
    write_rows(staging, batch_id, SupersessionRow, [])
    with duckdb.connect() as connection:
        show_to_duckdb(connection, [*committed, staging])
        superseded = find_superseded(connection, range(first, first + landed), delivered)
        write_rows(staging, batch_id, SupersessionRow, superseded)
        check_all_landed(connection, delivered, known, batch_id)
    os.rename(staging, batch_folder(folder.resolve(), batch_id))
    return done
