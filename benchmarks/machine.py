"""The machine and the versions that a measurement stands for."""

import os
import platform
import re
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ingest.version import parser_version

_PACKAGES = ("duckdb", "pyarrow", "dbt-core", "dbt-duckdb", "dlt", "pandas", "adbc-driver-postgresql", "matplotlib")


def machine() -> dict[str, object]:
    """Date, CPU, cores, memory (GB), load when begun, and the versions of everything that takes part."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "cpu": _found(r"model name\s*: (.+)", "/proc/cpuinfo") or platform.processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(int(_found(r"MemTotal:\s*(\d+)", "/proc/meminfo") or 0) / 1024**2, 1),
        "load_when_begun": round(os.getloadavg()[0], 2),
        "parser": parser_version(),
        "versions": {"python": platform.python_version()}
        | {name: found for name in _PACKAGES if (found := _version(name))},
    }


def _found(pattern: str, path: str) -> str | None:
    match = re.search(pattern, Path(path).read_text(encoding="utf-8")) if Path(path).exists() else None
    return match.group(1) if match else None


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
