"""Documents read in Spark tasks: a wreck costs only itself, and ids are those that one machine would give."""

from pathlib import Path

import duckdb
import pytest
from pyspark.sql import SparkSession

from ingest.delivery.folder import Delivered
from ingest.landing import tables as landing
from ingest.rows import DOCUMENT_TABLES
from ingest.sandbox.workers import read_all
from jixiao.spark import reading
from jixiao.spark.build import land
from jixiao.spark.landing import batches, show_to_duckdb
from tests.workers.deliveries import LIMITS, READER, deliver

KINDS = ["sound", "raise", "sound", "hang", "memory", "sound", "segfault", "chatter", "killed", "sound", "exit 9"]
SOUND = ["0.txt", "2.txt", "5.txt", "7.txt", "9.txt"]


def on_one_machine(documents: list[Delivered]) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    landing.create(connection)
    landing.land_all(connection, 1, 1, read_all(documents, limits=LIMITS, reader=READER))
    return connection


def test_a_wreck_costs_only_itself(session: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_DOCUMENTS", 4)
    documents = deliver(tmp_path, KINDS)
    done = land(session, documents, tmp_path / "warehouse", LIMITS, READER)
    assert (done.landed, done.quarantined) == (len(SOUND), len(KINDS) - len(SOUND))
    with duckdb.connect() as landed, on_one_machine(documents) as expected:
        show_to_duckdb(landed, batches(tmp_path / "warehouse"))
        named = landed.execute("select file_name from landing.documents order by document_id").fetchall()
        assert [name for (name,) in named] == SOUND
        for row_class in DOCUMENT_TABLES:
            query = f"select * from landing.{row_class.table} order by all"
            assert landed.execute(query).fetchall() == expected.execute(query).fetchall(), row_class.table
        query = "select file_name, code from landing.quarantine order by 1"
        assert landed.execute(query).fetchall() == expected.execute(query).fetchall()


def test_what_is_landed_is_not_read_again_and_a_killed_build_leaves_nothing(
    session: SparkSession, tmp_path: Path
) -> None:
    warehouse = tmp_path / "warehouse"
    documents = deliver(tmp_path, ["sound", "sound", "raise"])
    leftover = warehouse / "landing" / "_staging" / "documents"
    leftover.mkdir(parents=True)
    (leftover / "000000.parquet").write_bytes(b"half a file")
    assert land(session, documents[:1], warehouse, LIMITS, READER).landed == 1
    assert land(session, documents, warehouse, LIMITS, READER).landed == 1
    assert land(session, documents, warehouse, LIMITS, READER).landed == 0
    assert [folder.name for folder in sorted((warehouse / "landing").iterdir())] == ["batch-000001", "batch-000002"]
    with duckdb.connect() as landed:
        show_to_duckdb(landed, batches(warehouse))
        query = "select batch_id, document_id, file_name from landing.documents order by all"
        assert landed.execute(query).fetchall() == [(1, 1, "0.txt"), (2, 2, "1.txt")]
