"""The star in DuckDB, SQLite and PostgreSQL: loaded from the same file, indexed, analysed, asked in SQL."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

import duckdb
import pyarrow as pa

from benchmarks.clock import own_cpu
from benchmarks.processes import family
from benchmarks.star import TABLES

INDEXES = (
    "dim_department (department_name)", "dim_unit (department_key)", "dim_project (unit_key)",
    "fct_funding (department_key)", "fct_funding (document_key, project_key)", "fct_funding (year_key)",
    "fct_indicators (department_key)", "fct_indicators (document_key, project_key)", "fct_indicators (year_key)",
    "fct_indicators (category_key)", "fct_indicators (indicator_name)", "fct_indicators (cycle_unit)",
)  # fmt: skip
"""What the owner of a row store makes without knowing the questions: keys, what they lead to, and what is looked up."""

POSTGRES = {
    "listen_addresses": "", "fsync": "off", "wal_level": "minimal", "max_wal_senders": "0", "max_wal_size": "8GB",
    "shared_buffers": "2GB", "effective_cache_size": "8GB", "work_mem": "256MB", "maintenance_work_mem": "1GB",
    "max_parallel_workers_per_gather": "2", "random_page_cost": "1.1",
}  # fmt: skip
SQLITE = ("cache_size = -2000000", "mmap_size = 8000000000", "temp_store = memory")

Row = tuple[Any, ...]


class Engine(Protocol):
    """A database that holds the star."""

    def ask(self, query: str) -> list[Row]:
        """The rows of a query."""
        ...

    def cpu(self) -> float:
        """Seconds of CPU of everybody who answers, so far."""
        ...

    @property
    def megabytes(self) -> float:
        """What it takes on disk."""
        ...


class DuckDb:
    """The published form: no index, opened for reading."""

    def __init__(self, star: Path) -> None:
        self.path = star
        self.connection = duckdb.connect(str(star), read_only=True)

    def ask(self, query: str) -> list[Row]:
        """The rows of a query."""
        return self.connection.execute(query).fetchall()

    def cpu(self) -> float:
        """Seconds of CPU of this process."""
        return own_cpu()

    @property
    def megabytes(self) -> float:
        """The size of the file."""
        return self.path.stat().st_size / 1e6


class Sqlite:
    """A file that ADBC's driver fills and the standard library asks; decimals are floating point in it."""

    def __init__(self, star: Path, path: Path) -> None:
        import sqlite3

        from adbc_driver_sqlite import dbapi

        self.path = path
        with closing(dbapi.connect(str(path))) as filled, closing(duckdb.connect(str(star), read_only=True)) as source:
            for table in TABLES:
                names = source.execute(f"describe {table}").fetchall()
                selected = ", ".join(f"{_of_sqlite(name, kind)} as {name}" for name, kind, *_ in names)
                reader = source.sql(f"select {selected} from {table}").to_arrow_reader(100_000)
                with filled.cursor() as cursor:
                    cursor.adbc_ingest(table, reader, mode="create")
            filled.commit()
        self.connection = sqlite3.connect(path)
        for setting in SQLITE:
            self.connection.execute(f"pragma {setting}")
        for number, indexed in enumerate((*_keys(), *INDEXES)):
            unique = "unique" if number < len(_keys()) else ""
            self.connection.execute(f"create {unique} index index_{number} on {indexed}")
        self.connection.execute("analyze")
        self.connection.commit()

    def ask(self, query: str) -> list[Row]:
        """The rows of a query."""
        return self.connection.execute(query).fetchall()

    def cpu(self) -> float:
        """Seconds of CPU of this process."""
        return own_cpu()

    @property
    def megabytes(self) -> float:
        """The size of the file."""
        return self.path.stat().st_size / 1e6


def _of_sqlite(name: str, kind: str) -> str:
    if kind.startswith("DECIMAL"):
        return f"{name}::double"
    return {"BOOLEAN": f"{name}::bigint", "DATE": f"{name}::varchar"}.get(kind, name)


def _keys() -> tuple[str, ...]:
    return tuple(f"{table} ({table.removeprefix('dim_')}_key)" for table in TABLES if table.startswith("dim_"))


class Postgres:
    """A server of its own, filled by binary copy; exact numerics as the export declares them."""

    def __init__(self, star: Path, address: str) -> None:
        from adbc_driver_postgresql import dbapi

        pid_file = Path(address.partition("host=")[2], "data", "postmaster.pid")
        self.server = int(pid_file.read_text(encoding="utf-8").split()[0])
        self.connection = dbapi.connect(address, autocommit=True)
        with closing(duckdb.connect(str(star), read_only=True)) as source:
            for table in TABLES:
                kinds = source.execute(f"describe {table}").fetchall()
                declared = ", ".join(f"{name} {_of_postgres(kind)}" for name, kind, *_ in kinds)
                self.ask(f"create table {table} ({declared})")
                with self.connection.cursor() as cursor:
                    reader = source.sql(f"from {table}").to_arrow_reader(100_000)
                    cursor.adbc_ingest(table, reader, mode="append")
        for indexed in _keys():
            table, key = indexed.split(" ")
            self.ask(f"alter table {table} add primary key {key}")
        for indexed in INDEXES:
            self.ask(f"create index on {indexed}")
        self.ask("vacuum analyze")

    def ask(self, query: str) -> list[Row]:
        """The rows of a query."""
        with self.connection.cursor() as cursor:
            cursor.execute(query)
            if not cursor.description:
                return []
            columns = [_with_decimals(column) for column in cursor.fetch_arrow_table().columns]
            return list(zip(*columns, strict=True))

    def cpu(self) -> float:
        """Seconds of CPU of the server, its backends and the workers that have ended, and of this process."""
        server, *backends = family(self.server)
        return own_cpu() + _ticks(server, 4) + sum(_ticks(backend, 2) for backend in backends)

    @property
    def megabytes(self) -> float:
        """The size of the database."""
        return float(self.ask("select pg_database_size(current_database())")[0][0]) / 1e6


def _ticks(pid: int, counters: int) -> float:
    """Seconds of user and system, and with four counters those of ended children."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:  # ended meanwhile: its parent has its time
        return 0.0
    return sum(map(int, words[11 : 11 + counters])) / os.sysconf("SC_CLK_TCK")


def _with_decimals(column: pa.ChunkedArray) -> list[Any]:
    """The driver gives numerics as text."""
    values: list[Any] = column.to_pylist()
    return [value and Decimal(value) for value in values] if isinstance(column.type, pa.OpaqueType) else values


def _of_postgres(kind: str) -> str:
    name, bracket, digits = kind.partition("(")
    return {"VARCHAR": "text", "DECIMAL": "numeric"}.get(name, name.lower()) + bracket + digits


@contextmanager
def postgres_server(folder: Path) -> Iterator[str]:
    """The address of a server of its own below ``folder``, reached by a socket there and stopped at the end."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))[-1]
    user = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
    data, log = folder / "data", folder / "log"
    folder.mkdir()
    if user:
        shutil.chown(folder, user, user)

    def run(*command: str | Path) -> None:
        subprocess.run(command, check=True, user=user, group=user, stdout=subprocess.DEVNULL, cwd="/")

    run(programs / "initdb", "-D", data, "-U", "benchmark", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
    settings: Sequence[str] = [f"-c {name}='{value}'" for name, value in POSTGRES.items()]
    options = " ".join([*settings, f"-c unix_socket_directories={folder}"])
    run(programs / "pg_ctl", "-D", data, "-o", options, "-l", log, "-w", "start")
    try:
        yield f"postgresql://benchmark@/postgres?host={folder}"
    finally:
        run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")


def postgres_version() -> str:
    """The version of the server's programs."""
    program = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))[-1]
    return subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[2]
