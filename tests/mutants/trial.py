"""One mutant tried: a copy of the checkout with the defect in it builds the collection, and its marts are compared."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tests.mutants.planted import Mutant

_LEFT_OUT = (
    ".git",
    ".venv*",
    ".build",
    "node_modules",
    "__pycache__",
    ".*_cache",
    ".hypothesis",
    "*.duckdb",
    "dashboard",
)
_BUILD = """
from jixiao.build import run
from jixiao.cli import main

def refuse(place, batch, base, failed, progress):
    raise failed

assert callable(run._without_guilty)
run._without_guilty = refuse  # a check that fails is what is asked for, not the documents with which it fails
main()
"""
_LONGEST_BUILD = 1200
_SAID = 160


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant: ``refused``, ``published`` with other marts, or the ``same`` marts; and how it shows."""

    outcome: str
    detail: str


class Slot:
    """A copy of a checkout in which one mutant at a time is built. dbt keeps what it parsed from one to the next."""

    def __init__(self, root: Path, folder: Path, deliveries: tuple[Path, Path]) -> None:
        self.checkout = folder / "checkout"
        self._deliveries, self._warehouses = deliveries, folder / "built"
        shutil.copytree(root, self.checkout, ignore=_ignored)
        self._sound = {builds: self._keep(folder, builds) for builds in (1, 2)}

    def _keep(self, folder: Path, builds: int) -> Path:
        """The warehouse without a defect."""
        warehouse, failed = self._build(builds)
        if warehouse is None:
            raise SystemExit(f"the collection cannot be built without any defect: {failed}")
        return Path(shutil.copy(warehouse, folder / f"sound-{builds}.duckdb"))

    def tried(self, mutant: Mutant) -> Outcome:
        """What becomes of a mutant. Raises NotInPlace."""
        with mutant.planted(self.checkout):
            warehouse, failed = self._build(mutant.builds)
        if warehouse is None:
            return Outcome("refused", failed)
        differ = differing(self._sound[mutant.builds], warehouse)
        return Outcome("published" if differ else "same", ", ".join(differ))

    def tested(self, mutant: Mutant) -> str:
        """The first of the project's tests that fails with the mutant; empty where none does."""
        command = [sys.executable, "-m", "pytest", "-x", "-n", "2", "--ignore=tests/project"]
        with mutant.planted(self.checkout):
            done = subprocess.run(command, cwd=self.checkout, env=self._environment(), capture_output=True, text=True)
        failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))]
        return failed[0].split()[1] if failed else ""

    def _build(self, builds: int) -> tuple[Path | None, str]:
        """Build the collection in one delivery or two; gives the warehouse, or None and what was said."""
        warehouse = self._warehouses / "warehouse.duckdb"
        self._clear()
        for documents in self._deliveries[-builds:]:
            arguments = ["build", "--documents", str(documents), "--warehouse", str(warehouse)]
            try:
                done = subprocess.run(
                    [sys.executable, "-P", "-c", _BUILD, *arguments],
                    cwd=self.checkout,
                    env=self._environment(),
                    capture_output=True,
                    text=True,
                    timeout=_LONGEST_BUILD,
                )
            except subprocess.TimeoutExpired:
                return None, f"no end within {_LONGEST_BUILD} seconds"
            if done.returncode != 0:
                return None, _reason(done.stderr)
        return warehouse, ""

    def _clear(self) -> None:
        """Remove what was built, without what dbt parsed."""
        self._warehouses.mkdir(exist_ok=True)
        workplace = self._warehouses / ".build" / "warehouse"
        for path in (*self._warehouses.iterdir(), *workplace.glob("*")):
            if path.name in (".build", "target"):
                continue
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "PYTHONPATH": str(self.checkout), "PYTHONDONTWRITEBYTECODE": "1"}


def _ignored(folder: str, names: list[str]) -> set[str]:
    ignored = shutil.ignore_patterns(*_LEFT_OUT)(folder, names)
    return {name for name in ignored if name != "dashboard" or not folder.endswith("jixiao")}


def _reason(said: str) -> str:
    """The check that failed, of what a build said."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    told = next((at for at, line in enumerate(lines) if line.startswith("not published")), None)
    if told is None:
        return lines[-1][:_SAID] if lines else "nothing was said"
    line = lines[told + 1] if "expectations failed" in lines[told] else lines[told].partition("as it was: ")[2]
    return line[:_SAID]


def differing(sound: Path, other: Path) -> list[str]:
    """The marts that differ between two warehouses; the version of the parser, which differs always, is left out."""
    with duckdb.connect() as connection:
        for name, path in (("sound", sound), ("other", other)):
            connection.execute(f"attach '{path}' as {name} (read_only)")
        columns = {name: _columns(connection, name) for name in ("sound", "other")}
        tables = sorted({*columns["sound"], *columns["other"]})
        return [table for table in tables if not _is_same(connection, table, columns)]


def _columns(connection: duckdb.DuckDBPyConnection, database: str) -> dict[str, list[str]]:
    found = connection.execute(
        "select table_name, list(column_name order by column_index) from duckdb_columns() "
        "where database_name = ? and schema_name = 'marts' and column_name <> 'parser_version' group by all",
        [database],
    )
    return dict(found.fetchall())


def _is_same(connection: duckdb.DuckDBPyConnection, table: str, columns: dict[str, dict[str, list[str]]]) -> bool:
    own = columns["sound"].get(table)
    if own is None or own != columns["other"].get(table):
        return False
    left, right = (f"select {', '.join(own)} from {name}.marts.{table}" for name in ("sound", "other"))
    query = f"select count(*) from (({left} except all {right}) union all ({right} except all {left}))"
    return connection.execute(query).fetchall() == [(0,)]
