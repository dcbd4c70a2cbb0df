"""The one door to dbt: its commands, run in this process on the project's own files."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jixiao.project import ROOT

QUIET = ("--quiet", "--log-level=none", "--log-level-file=none", "--no-version-check")
"""No line is made of what dbt does, on the screen or in its log: callbacks hear it, and a failure is raised."""

_FAILED = {"error", "fail", "runtime error"}


@dataclass(frozen=True, slots=True)
class Failed:
    """A model or a test that failed: how (``fail`` of a test), in whose words, and the query that was compiled."""

    name: str
    status: str
    message: str
    query: str


class DbtFailed(RuntimeError):
    """A command of dbt failed; the message names every model or test that did (``failed``), not those skipped."""

    def __init__(self, failed: Sequence[Failed], message: str = "") -> None:
        told = "\n".join(f"{node.name}: {node.status}: {node.message}" for node in failed)
        super().__init__(told or message or "dbt failed and does not say why")
        self.failed = tuple(failed)


def use(warehouse: Path) -> None:
    """Let dbt work on the file ``warehouse``: `profiles.yml` reads its name from the environment."""
    os.environ["JIXIAO_WAREHOUSE"] = str(warehouse.resolve())


def run(arguments: Sequence[str], target: Path, log: Path, callbacks: Sequence[Callable[[Any], None]] = ()) -> Any:
    """Run a command of dbt; gives its result, whatever it is.

    dbt writes what it compiles into ``target`` and its log into ``log``; ``callbacks`` are called with its events. It
    leaves no warehouse open. Where what dbt kept of an earlier parse does not fit the project any more (the project was
    moved, a macro's description to another file), it is thrown away and the project parsed whole.
    """
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager  # dbt takes a second to import
    from dbt.cli.main import dbtRunner

    places = [f"--project-dir={ROOT}", f"--profiles-dir={ROOT}", f"--target-path={target}", f"--log-path={log}"]
    kept = target / "partial_parse.msgpack"
    _forget_another_place(target, kept)
    had_kept = kept.exists()
    try:
        result = dbtRunner(callbacks=[*callbacks]).invoke([*arguments, *places])
        if result.exception is not None and had_kept:
            kept.unlink(missing_ok=True)
            result = dbtRunner(callbacks=[*callbacks]).invoke([*arguments, *places])
        return result
    finally:
        DuckDBConnectionManager.close_all_connections()


def _forget_another_place(target: Path, kept: Path) -> None:
    """Throw away a parse of the project at another place: dbt names the files of seeds by their whole paths in it."""
    parsed_at = target / "project_root"
    if not parsed_at.exists() or parsed_at.read_text(encoding="utf-8") != str(ROOT):
        kept.unlink(missing_ok=True)
        target.mkdir(parents=True, exist_ok=True)
        parsed_at.write_text(str(ROOT), encoding="utf-8")


def nodes_of(result: Any) -> list[Any]:
    """The results of a run, a node each. Raises DbtFailed where it failed."""
    if result.exception is not None:
        raise DbtFailed((), str(result.exception)) from result.exception
    nodes = list(getattr(result.result, "results", ()))
    failed = [_failed(node) for node in nodes if str(node.status) in _FAILED]
    if failed or not result.success:
        raise DbtFailed(failed)
    return nodes


def _failed(node: Any) -> Failed:
    query = getattr(node.node, "compiled_code", None) or ""
    return Failed(node.node.name, str(node.status), str(node.message), query)
