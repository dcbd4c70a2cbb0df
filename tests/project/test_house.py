"""The house: sizes of files, functions and folders, nothing of one machine in a file."""

import ast
import csv
import re
import subprocess
from pathlib import Path

import pytest

from ingest.rows import DOCUMENT_TABLES
from ingest.vocabulary import VOCABULARIES

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted(path for folder in ("ingest", "jixiao", "expectations") for path in (ROOT / folder).rglob("*.py"))

LONGEST = {".py": 250, ".sql": 100, ".yml": 150}
LONGEST_FUNCTION = 60
MOST_ENTRIES = 14


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.splitlines()]


def test_files_stay_small() -> None:
    files = [
        *CODE,
        *(ROOT / "models").rglob("*.*"),
        *(ROOT / "macros").rglob("*.*"),
        *(ROOT / "analyses").rglob("*.*"),
        *(ROOT / "tests" / "dbt").rglob("*.*"),
    ]
    too_long = {
        path.relative_to(ROOT).as_posix(): length
        for path in files
        if path.suffix in LONGEST
        and (length := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST[path.suffix]
    }
    assert too_long == {}


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_functions_stay_small(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert [f.name for f in functions if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION] == []


def test_a_folder_can_be_seen_at_a_glance() -> None:
    entries: dict[str, set[str]] = {}
    for path in CODE:
        folder = path.parent.relative_to(ROOT)
        entries.setdefault(folder.as_posix(), set()).add(path.name)
        entries.setdefault(folder.parent.as_posix(), set()).add(folder.name)
    crowded = {folder: len(names) for folder, names in entries.items() if len(names) > MOST_ENTRIES}
    assert crowded == {}


def test_nothing_of_one_machine_is_in_a_file() -> None:
    named = re.compile(rf"{re.escape(str(ROOT))}/|/home/\w+/")
    for path in _tracked():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        assert not named.search(text), path


def test_every_vocabulary_is_there_and_every_row_is_whole() -> None:
    for path in (ROOT / "seeds").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        assert all(len(row) == len(header) for row in rows), path
        assert len({tuple(row) for row in rows}) == len(rows), path
    assert {path.stem for path in (ROOT / "seeds").glob("*.csv")} >= set(VOCABULARIES)


def test_issue_codes_of_the_reading_are_all_described() -> None:
    used = {
        code
        for path in (ROOT / "ingest" / "forms").rglob("*.py")
        for code in re.findall(
            r'issue\(\s*(?:self\._)?ledger,\s*"(\w+)"|code = "(\w+)" if .* else "(\w+)"', path.read_text("utf-8")
        )
    }
    with (ROOT / "seeds" / "issue_codes.csv").open(encoding="utf-8") as file:
        known = {row["code"] for row in csv.DictReader(file)}
    assert {code for found in used for code in found if code} <= known
    assert used


def test_every_optional_test_has_its_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    folders = {path.parent.name for path in (ROOT / "tests" / "optional").glob("*/test_*.py")}
    assert {name for name in folders if f"pytest tests/optional/{name}\n" not in makefile} == set()
    assert folders


def test_landing_tables_are_all_sources_of_the_models() -> None:
    text = (ROOT / "models" / "staging" / "_sources.yml").read_text(encoding="utf-8")
    named = set(re.findall(r"\{name: (\w+)", text))
    assert {row_class.table for row_class in DOCUMENT_TABLES} <= named
