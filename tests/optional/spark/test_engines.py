"""Both engines give the same marts: after a first delivery, after a second, and after a third that overlaps them."""

import os
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from pyspark.sql import SparkSession

from jixiao import dbt
from jixiao.build.run import build as build_on_duckdb
from jixiao.spark import models
from jixiao.spark.build import build
from jixiao.spark.validation import validate
from tests.optional.spark.costs import timed
from tests.optional.spark.deliveries import draw, overlap, published
from tests.optional.spark.tables import compare
from tests.publish.conftest import QUIET

DRAWN = int(os.environ.get("DRAWN", "2000"))
ADDED = 20


def test_both_engines_give_the_same_marts(
    session: SparkSession, warehouse_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    documents, warehouse = published(tmp_path / "documents"), tmp_path / "warehouse.duckdb"
    for deliver in (
        lambda: draw(documents, range(DRAWN // 2)),
        lambda: draw(documents, range(DRAWN // 2, DRAWN)),
        lambda: overlap(documents, range(DRAWN, DRAWN + ADDED)),
    ):
        deliver()
        with capsys.disabled():
            on_duckdb = timed("DuckDB", lambda: build_on_duckdb(documents, warehouse, QUIET))
            on_spark = timed("Spark", lambda: build(session, documents, warehouse_folder))
        assert (on_spark.landed, on_spark.quarantined) == (on_duckdb.landed, len(on_duckdb.quarantined))
        compared = compare(warehouse, warehouse_folder)
        with capsys.disabled():
            print(*(f"{name}: {rows} rows" for name, (rows, *_) in compared.items()), sep="\n")
        assert {name: counts for name, counts in compared.items() if counts[1:] != (0, 0)} == {}
        assert min(compared[name].rows for name in ("fct_funding", "fct_indicators", "fct_performance")) > 0
    assert models.run_dbt(warehouse_folder, [*dbt.QUIET, "test", "--select=test_type:unit"]).success
    assert "not passed" not in (warehouse_folder / "validation.html").read_text(encoding="utf-8")
    drop_a_row(warehouse_folder / "tables" / "marts.db" / "fct_funding")
    assert "funding_is_published_once" in {failure.name for failure in validate(warehouse_folder).failures}
    assert "not passed" in (warehouse_folder / "validation.html").read_text(encoding="utf-8")


def drop_a_row(table: Path) -> None:
    """Write the files of a table as one, without one of its rows."""
    with duckdb.connect() as connection:
        rows = connection.execute(f"select * from read_parquet('{table}/*.parquet') offset 1").to_arrow_table()
    for file in table.glob("*.parquet"):
        file.unlink()
    pq.write_table(rows, table / "damaged.parquet")
