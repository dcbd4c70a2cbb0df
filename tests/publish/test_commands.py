"""The commands over a published warehouse, as a user types them."""

import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from expectations.run import SUITES
from jixiao.cli import main
from jixiao.warehouse.full_text import search
from tests.publish.conftest import DOCUMENTS
from tests.publish.hostile import spoil


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_help_names_every_command_in_full() -> None:
    shown = run("--help").output.partition("Commands:")[2]
    assert [line.split()[0] for line in shown.strip().splitlines()] == sorted(main.commands)
    assert "..." not in shown
    for name in main.commands:
        assert "Exit status: 0" in run(name, "--help").output


def test_that_nothing_is_new_is_told_without_importing_what_builds(published: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from jixiao.commands.building import publish
publish(Path({str(DOCUMENTS)!r}), Path({str(published)!r}), False)
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert "nothing new in 5 documents" in done.stderr
    assert {"PIL", "dbt", "great_expectations", "ingest.readers.choice", "pandas"} & {*done.stdout.split()} == set()


def test_one_new_document_is_built_without_importing_what_only_a_first_build_needs(tmp_path: Path) -> None:
    documents, warehouse = tmp_path / "documents", tmp_path / "warehouse.duckdb"
    documents.mkdir()
    first, second, *_ = sorted(DOCUMENTS.glob("*.txt"))
    shutil.copy(first, documents)
    assert run("build", "--documents", documents, "--warehouse", warehouse).exit_code == 0
    shutil.copy(second, documents)
    code = f"""
import sys
from pathlib import Path
from jixiao.commands.building import publish
publish(Path({str(documents)!r}), Path({str(warehouse)!r}), False)
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert "1 document read of 2 delivered" in done.stderr
    needless = {"dbt", "great_expectations", "pandas", "pyarrow.compute", "pyarrow.dataset"}
    assert needless & {*done.stdout.split()} == set()


def test_status_says_what_is_there(published: Path) -> None:
    shown = run("status", "--warehouse", published)
    assert shown.exit_code == 0
    expected = sum(map(len, SUITES.values()))
    for words in (
        "5 current, 0 superseded", "2 cities, 5 departments, budget years 2020 – 2026", "61,919.96 万元",
        "76 of 76 printed totals of level project", f"{expected} of {expected} expectations met", "no documents",
    ):  # fmt: skip
        assert words in shown.output


def test_status_lists_the_quarantine(published: Path, tmp_path: Path) -> None:
    warehouse = tmp_path / published.name
    shutil.copy(published, warehouse)
    with duckdb.connect(str(warehouse)) as connection:
        for name, sha in (("bad\x1b[31m.txt", "0"), ("read.txt", "(select max(sha256) from marts.dim_document)")):
            connection.execute(
                "insert into landing.quarantine (batch_id, file_name, sha256, parser_version, code, message) "
                f"values (1, ?, {sha}, 'v', 'unknown_form', 'no form')",
                [name],
            )
    shown = run("status", "--warehouse", warehouse).output
    assert re.search(r"1 document\b", shown)
    assert "bad [31m.txt: unknown_form: no form" in shown
    assert "read.txt" not in shown


def test_search_shows_where_a_text_is_printed(published: Path) -> None:
    shown = run("search", "党 员 教育信息办公室", "--warehouse", published)
    assert shown.exit_code == 0
    assert "单位 广州市直属机关党员教育信息办公室" in shown.output
    assert "中国共产党广州市直属机关工作委员会 | 2025 | 1:115 | 000_7ed06e220fb3daee.txt" in shown.output


def test_search_says_how_many_there_are(published: Path) -> None:
    shown = run("search", "满意度", "--limit", "2", "--warehouse", published)
    with duckdb.connect(str(published), read_only=True) as connection:
        count = search(connection, "满意度", 1)[1]
    assert f"2 of {count} places" in shown.output
    assert count > 50


@pytest.mark.parametrize(("typed", "printed"), [("９５％", "95%"), ("95%", "９５％"), ("gzit2023－sm", "GZIT2023-SM")])
def test_width_and_case_make_no_difference(published: Path, typed: str, printed: str) -> None:
    with duckdb.connect(str(published), read_only=True) as connection:
        hits, count = search(connection, typed, 500)
        assert count == search(connection, printed, 500)[1] == len(hits) > 0


@settings(max_examples=30, deadline=None)
@given(st.text(st.sampled_from("%_.*[]()\\'\"满意度0９ 　-—;"), min_size=1, max_size=4))
def test_every_character_stands_for_itself(published: Path, wanted: str) -> None:
    def fold(text: str) -> str:
        return "".join(unicodedata.normalize("NFKC", text).lower().split())

    if not fold(wanted):
        return
    with duckdb.connect(str(published), read_only=True) as connection:
        hits, count = search(connection, wanted, 10_000)
    assert len(hits) == count
    assert all(fold(wanted) == fold(hit.text[hit.start : hit.end]) for hit in hits)


def test_a_document_cannot_steer_the_terminal(published: Path, tmp_path: Path) -> None:
    warehouse = spoil(published, tmp_path)
    for wanted in ("31m红", "red", "倒"):
        shown = run("search", wanted, "--warehouse", warehouse)
        assert shown.exit_code == 0
        assert wanted in shown.output
        assert not set("\x1b\x07‮\r") & set(shown.output)


def test_export_says_where_and_how_much(published: Path, tmp_path: Path) -> None:
    done = run("export", "--format", "csv", "--warehouse", published, "--to", tmp_path / "out")
    assert done.exit_code == 0
    written = len([path for path in (tmp_path / "out").iterdir() if path.name != "manifest.json"])
    assert f"exported {written} files" in done.output
    assert written > 20


def test_bad_usage_is_told_from_success(published: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine").touch()
    (tmp_path / "file").touch()
    missing = tmp_path / "missing.duckdb"
    for arguments, words in (
        (("status", "--warehouse", missing), "jixiao build"),
        (("search", "x", "--warehouse", missing), "jixiao build"),
        (("search", " 　", "--warehouse", published), "nothing to search for"),
        (("search", "x", "--limit", "0", "--warehouse", published), "--limit"),
        (("build", "--warehouse", tmp_path / "main.duckdb"), "a name that DuckDB keeps"),
        (("export", "--format", "csv", "--warehouse", missing), "jixiao build"),
        (("export", "--format", "csv", "--warehouse", published, "--to", tmp_path / "taken"), "no export"),
        (("export", "--format", "csv", "--warehouse", published, "--to", tmp_path / "file" / "x"), "cannot be written"),
        (("export", "--format", "postgres", "--warehouse", published), "postgresql://"),
    ):
        done = run(*arguments)
        assert (done.exit_code, words in " ".join(done.output.split())) == (2, True), (arguments, done.output)
