"""Both engines give the same marts: after a first delivery, and after a second that overlaps it."""

from pathlib import Path

from pyspark.sql import SparkSession

from jixiao.build import build as build_on_duckdb
from jixiao.spark.build import build
from spark.tests.conftest import first_part, second_part
from spark.tests.tables import differences
from tests.publish.conftest import QUIET


def test_both_engines_give_the_same_marts(session: SparkSession, warehouse_folder: Path, tmp_path: Path) -> None:
    documents, warehouse = first_part(tmp_path / "documents"), tmp_path / "warehouse.duckdb"
    for deliver in (lambda: None, lambda: second_part(documents)):
        deliver()
        on_duckdb = build_on_duckdb(documents, warehouse, QUIET)
        on_spark = build(session, documents, warehouse_folder)
        assert (on_spark.landed, on_spark.quarantined) == (on_duckdb.landed, len(on_duckdb.quarantined))
        found = differences(warehouse, warehouse_folder)
        print("\n".join(f"{name}: {rows} rows" for name, (rows, _, _) in found.items()))
        assert {name: counts for name, counts in found.items() if counts[1:] != (0, 0)} == {}
        assert found["fct_funding"][0] and found["fct_indicators"][0] and found["fct_performance"][0]
