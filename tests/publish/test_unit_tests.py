"""The unit tests of the models, run once on a copy of the published warehouse."""

import os
import shutil
from pathlib import Path

from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner

ROOT = Path(__file__).resolve().parents[2]


def test_every_unit_test_of_the_models_passes(published: Path, tmp_path: Path) -> None:
    warehouse = tmp_path / published.name
    shutil.copy(published, warehouse)
    os.environ["JIXIAO_WAREHOUSE"] = str(warehouse)
    places = [f"--project-dir={ROOT}", f"--profiles-dir={ROOT}", f"--target-path={tmp_path}", f"--log-path={tmp_path}"]
    result = dbtRunner().invoke(["--quiet", "test", "--select", "test_type:unit", *places])
    DuckDBConnectionManager.close_all_connections()
    outcomes = {str(node.node.name): str(node.status) for node in getattr(result.result, "results", [])}
    assert {name: status for name, status in outcomes.items() if status not in ("pass", "success")} == {}
    assert len(outcomes) >= 50
