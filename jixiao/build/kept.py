"""What a build keeps in a file for those that follow, of the same project and of the same versions of its tools."""

import json
import os
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jixiao.project import project_digest

_TOOLS = ("dbt-core", "dbt-duckdb", "duckdb", "great-expectations")


def keep(path: Path, value: Any) -> None:
    """Keep what JSON can hold."""
    written = path.with_suffix(".new")
    written.write_text(json.dumps([_made_by(), value]), encoding="utf-8")
    os.replace(written, path)


def kept(path: Path) -> Any:
    """What is kept in a file; None where there is nothing, or another project or other tools made it."""
    try:
        made_by, value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        return None
    return value if made_by == _made_by() else None


def _made_by() -> list[str]:
    return [project_digest(), *(f"{name} {version(name)}" for name in _TOOLS)]
