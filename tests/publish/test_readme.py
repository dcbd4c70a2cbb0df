"""What the README shows is what a reader gets: every query is run and its output compared."""

import os
import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)\n```\n\n((?:\|[^\n]*\n)+)", README, re.DOTALL)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split(" | ")]


@pytest.mark.parametrize(("query", "shown"), QUERIES)
def test_a_query_gives_what_is_shown(published: Path, query: str, shown: str) -> None:
    header, _, *lines = shown.strip().splitlines()
    with duckdb.connect(str(published), read_only=True) as connection:
        result = connection.execute(query)
        assert [column[0] for column in result.description or []] == _cells(header)
        rows = [["" if value is None else str(value) for value in row] for row in result.fetchall()]
    assert rows == [_cells(line) for line in lines]
    assert rows


def test_every_query_shows_its_output() -> None:
    assert len(QUERIES) == README.count("```sql") >= 5


def test_inspect_shows_what_the_readme_shows() -> None:
    (document,) = (ROOT / "documents").glob("000_*")
    command = [sys.executable, "-c", "from jixiao.cli import main; main()", "inspect", str(document)]
    environment = {**os.environ, "COLUMNS": "110", "PYTHONIOENCODING": "utf-8"}
    shown = subprocess.run(
        command, capture_output=True, text=True, check=True, env=environment, encoding="utf-8"
    ).stdout
    assert "\n".join(line.rstrip() for line in shown.strip().splitlines()) in README


def test_links_lead_to_files() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "documents" / "README.md"]
    for page in [*pages, *(ROOT / "docs").glob("*.md")]:
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
