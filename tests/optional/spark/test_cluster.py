"""A build on a cluster outlives its workers: nothing is lost, nothing doubled."""

import os
import subprocess
import sys
from pathlib import Path

from jixiao.build.run import build as build_on_duckdb
from jixiao.spark.landing import batches
from tests.optional.spark.cluster import Cluster, wait
from tests.optional.spark.deliveries import draw, published
from tests.optional.spark.tables import compare
from tests.publish.conftest import QUIET

DRAWN = 38


def test_a_worker_killed_while_reading_and_one_while_the_models_are_built(tmp_path: Path) -> None:
    documents, folder, warehouse = published(tmp_path / "documents"), tmp_path / "spark", tmp_path / "warehouse.duckdb"
    draw(documents, range(DRAWN))
    staged, marts = folder / "landing" / "_staging" / "documents", folder / "tables" / "marts.db"
    log = tmp_path / "build.log"
    with Cluster(tmp_path / "cluster") as cluster, log.open("wb") as words:
        first, second = cluster.start_worker(), cluster.start_worker()
        command = [sys.executable, "-m", "jixiao.spark", "build", documents, folder, f"--master={cluster.address}"]
        environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"}
        build = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=words)
        try:
            wait(build, lambda: any(staged.glob("*.parquet")))
            cluster.kill(first)
            assert not batches(folder)
            cluster.start_worker()
            wait(build, lambda: marts.exists() and len(list(marts.iterdir())) > 3)
            cluster.kill(second)
            assert build.poll() is None
            said, _ = build.communicate()
        finally:
            build.kill()
        assert build.returncode == 0, log.read_text(encoding="utf-8")
    assert log.read_text(encoding="utf-8").count("Lost executor") == 2
    on_duckdb = build_on_duckdb(documents, warehouse, QUIET)
    assert said.decode().startswith(f"{on_duckdb.landed} documents read of {on_duckdb.delivered} delivered")
    assert {name: counts for name, counts in compare(warehouse, folder).items() if counts[1:] != (0, 0)} == {}
