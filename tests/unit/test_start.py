"""What a command imports before it says its first word: nothing that takes long."""

import subprocess
import sys

import pytest

from ingest.sandbox.without import without

SLOW = {
    "dbt",
    "great_expectations",
    "httpx",
    "lxml",
    "numpy",
    "openpyxl",
    "pandas",
    "pyarrow",
    "pypdfium2",
    "sqlalchemy",
    "ingest.readers",
}

READING = {"PIL", "ingest.forms", "ingest.pipeline", "ingest.readers.choice"}


def imported(module: str) -> set[str]:
    code = f"import sys, {module}; print(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split())


def test_the_command_line_imports_nothing_slow() -> None:
    assert SLOW & imported("jixiao.cli") == set()


def test_the_package_alone_imports_nothing_but_itself() -> None:
    assert {*SLOW, "duckdb", "polars", "click", "rich", "jixiao.warehouse"} & imported("jixiao") == set()


def test_what_builds_imports_nothing_that_only_reading_or_validating_needs() -> None:
    needed = {"lxml", "numpy", "pyarrow", "ingest.readers"}
    assert ({*SLOW} - needed | READING) & imported("jixiao.commands.building") == set()


def test_a_build_begins_without_what_arrow_would_import() -> None:
    code = (
        "import atexit, sys; atexit.register(lambda: print(*sys.modules)); from jixiao.cli import main; "
        "main(['build', '--documents', 'no such folder'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 2
    assert "pyarrow" in done.stdout.split()
    assert {"numpy", "pandas"} & set(done.stdout.split()) == set()


def test_a_module_is_refused_for_a_while() -> None:
    sys.modules.pop("this", None)
    with without("this"), pytest.raises(ModuleNotFoundError):
        import this  # noqa: F401
    assert not any(type(finder).__module__ == without.__module__ for finder in sys.meta_path)


def test_the_process_that_reads_imports_all_readers_before_it_forks() -> None:
    assert {"pypdfium2", "ingest.readers.choice"} <= imported("ingest.pipeline")
