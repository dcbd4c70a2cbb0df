"""What a command imports before it says its first word: nothing that takes long."""

import subprocess
import sys

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


def imported(module: str) -> set[str]:
    code = f"import sys, {module}; print(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split())


def test_the_command_line_imports_nothing_slow() -> None:
    assert SLOW & imported("jixiao.cli") == set()


def test_what_builds_imports_neither_dbt_nor_great_expectations() -> None:
    assert {"dbt", "great_expectations", "openpyxl"} & imported("jixiao.commands.building") == set()
