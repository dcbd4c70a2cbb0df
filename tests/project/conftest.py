"""The project as dbt parses it, once for all tests of this folder."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from dbt.cli.main import dbtRunner

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The manifest of dbt; a warning while it parses is an error."""
    target = tmp_path_factory.mktemp("target")
    os.environ["JIXIAO_WAREHOUSE"] = str(target / "warehouse.duckdb")
    arguments = [f"--project-dir={ROOT}", f"--profiles-dir={ROOT}", f"--target-path={target}", f"--log-path={target}"]
    result = dbtRunner().invoke(["--quiet", "--no-partial-parse", "--warn-error", "parse", *arguments])
    assert result.success, result.exception
    found: dict[str, Any] = json.loads((target / "manifest.json").read_text(encoding="utf-8"))
    return found
