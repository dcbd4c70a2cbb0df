"""A build that dies leaves the old warehouse whole, and the next build repairs what it left."""

import random
import shutil
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from tests.publish.conftest import DOCUMENTS, Build
from tests.publish.test_warehouse import rows
from tests.unit.test_delivery import table

KILLS = 5
LONGEST_LIFE = 10.0


def test_killed_builds_never_show(tmp_path: Path, published: Path, quiet_build: Build) -> None:
    documents, warehouse = tmp_path / "documents", tmp_path / "warehouse.duckdb"
    shutil.copytree(DOCUMENTS, documents)
    shutil.copy(published, warehouse)
    (documents / "new.txt").write_bytes(table())
    before = sha256(warehouse.read_bytes()).digest()
    moments = random.Random(20260101)
    command = [sys.executable, "-c", "from jixiao.cli import main; main()", "build"]
    command += ["--documents", str(documents), "--warehouse", str(warehouse)]
    killed = 0
    for number in range(KILLS):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=LONGEST_LIFE * (number + moments.random()) / KILLS)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed += 1
        assert sha256(warehouse.read_bytes()).digest() == before or killed < number + 1
        assert rows(warehouse, "select count(*) from marts.dim_document") in ([(5,)], [(6,)])
        assert not warehouse.with_name("warehouse.duckdb.wal").exists()
    assert killed >= 2
    quiet_build(documents, warehouse)
    assert rows(warehouse, "select count(*), sum(amount_wan)::varchar from marts.fct_funding") == [(85, "61920.960000")]
    assert rows(warehouse, "select max(batch_id) from landing.batches") == [(2,)]
