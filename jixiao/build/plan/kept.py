"""What a build keeps in a file for those that follow, of the same project, parser and versions of tools.

It is kept beside the warehouse, and below ``target/`` of the project for other warehouses.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ingest.version import parser_version
from jixiao.build.workplace import Workplace
from jixiao.project import ROOT, project_digest

SHARED = ROOT / "target" / "plans"
_TOOLS = ("dbt-core", "dbt-duckdb", "duckdb", "great-expectations")


def keep(place: Workplace, name: str, value: Any) -> None:
    """Keep what JSON can hold. Raises OSError where it cannot be kept beside the warehouse."""
    text = json.dumps([_made_by(), value])
    own, shared = _files(place, name)
    _write(own, text)
    with suppress(OSError):  # of a project that is not the user's to write to
        _write(shared, text)


def kept(place: Workplace, name: str, given: Mapping[str, str] = MappingProxyType({})) -> Any:
    """What is kept under a name; None where there is nothing, or another project or other tools made it.

    Each text that is ``given`` stands in the place of its name. What another warehouse kept is kept beside this one,
    too. Raises OSError where it cannot be.
    """
    own, shared = _files(place, name)
    for path in (own, shared):
        try:
            text = path.read_text(encoding="utf-8")
            made_by, value = json.loads(_filled(text, given))
        except (OSError, ValueError, TypeError):
            continue
        if made_by == _made_by():
            if path == shared:
                _write(own, text)
            return value
    return None


def _filled(text: str, given: Mapping[str, str]) -> str:
    for name, own in given.items():
        text = text.replace(json.dumps(name)[1:-1], json.dumps(own)[1:-1])
    return text


def _files(place: Workplace, name: str) -> tuple[Path, Path]:
    return place.dbt_target / f"{name}.json", SHARED / f"{name}.json"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.with_suffix(f".{os.getpid()}")
    written.write_text(text, encoding="utf-8")
    os.replace(written, path)


def _made_by() -> list[str]:
    return [str(ROOT), project_digest(), parser_version(), *(f"{name} {version(name)}" for name in _TOOLS)]
