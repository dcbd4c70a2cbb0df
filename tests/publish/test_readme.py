"""What the READMEs and the guide show is what a reader gets: every query is run; both READMEs say the same."""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import duckdb
import polars as pl
import pytest

import jixiao

ROOT = Path(__file__).resolve().parents[2]
README, CHINESE, GUIDE, CHINESE_GUIDE = (
    (ROOT / name).read_text(encoding="utf-8")
    for name in ("README.md", "README.zh-CN.md", "docs/guide.md", "docs/guide.zh-CN.md")
)
_QUERY = re.compile(r"```sql\n(.*?)\n```\n\n((?:\|[^\n]*\n)+)", re.DOTALL)
QUERIES = [*_QUERY.findall(README), *_QUERY.findall(GUIDE)]


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
    assert README.count("```sql") == 3
    assert len(QUERIES) == README.count("```sql") + GUIDE.count("```sql") >= 9


@pytest.mark.parametrize(("english", "chinese"), [(README, CHINESE), (GUIDE, CHINESE_GUIDE)], ids=["readme", "guide"])
def test_both_languages_say_the_same(english: str, chinese: str) -> None:
    """The same queries with the same output, blocks, headings, lists, links, names, numbers and commands."""
    assert _QUERY.findall(chinese) == _QUERY.findall(english)
    for facts in (r"```(?:text|mermaid)\n.*?```", r"^## |^\* |^\|", r"\]\(([^)]+)\)", r"`[^`\n]+`", r"\d+(?:\.\d+)*"):
        found, other = (_facts(facts, text) for text in (english, chinese))
        assert found == other, facts
    assert _commands(english) == _commands(chinese) != []


PAIRS = sorted(path for path in (ROOT / "docs").glob("*.zh-CN.md") if "guide" not in path.name)
MADE = {"analyses", "dictionary", "glossary", "metrics", "model", "rules"}
"""Pages whose words come from catalogues, or are about words: their sentences may name other things."""


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.name)
def test_a_page_holds_the_same_facts_in_both_languages(path: Path) -> None:
    """Commands, blocks, figures and the numbers of tables; of a page that is written by hand every number and name."""
    english, chinese = (
        own.read_text(encoding="utf-8") for own in (path.with_name(path.name.replace(".zh-CN", "")), path)
    )
    assert _commands(english) == _commands(chinese)
    name = path.name.partition(".")[0]
    facts = [r"```(?:text|mermaid|json|csv)\n.*?```", r"\]\((\S+?\.svg|https?[^)]+)\)"]
    if name not in ("dictionary", "rules"):
        facts.append(r"^#+ |^[*-] |^\|")
        assert _table_numbers(english) == _table_numbers(chinese)
    if name not in MADE:
        facts += [r"`[^`\n]+`", r"\d+(?:[.,]\d+)*"]
        english = re.sub(r"(?<=[\w,])\n(?=\w)", " ", english)  # a name may be broken over two lines
    for pattern in facts:
        found, other = _facts(pattern, english), _facts(pattern, chinese)
        assert Counter(found) - Counter(other) == Counter(other) - Counter(found) == Counter(), pattern


def _table_numbers(text: str) -> list[list[str]]:
    rows = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell for cell in _cells(line) if re.fullmatch(r"[\d.,]+( ?[%×])?", cell)] for line in rows]


def _facts(pattern: str, text: str) -> list[str]:
    """What a pattern finds, whatever the order; a link to the page in the other language is one to the page."""
    text = re.sub(r"^\[(?:English|中文)\]\(\S+\)$|\[(?:English|中文说明)\]\(README\S*\)", "", text, flags=re.MULTILINE)
    return sorted(own.replace(".zh-CN", "") for own in re.findall(pattern, text, re.DOTALL | re.MULTILINE))


def _commands(text: str) -> list[str]:
    blocks = re.findall(r"```(?:sh|python)\n(.*?)```", text, re.DOTALL)
    return [re.sub(r" *#.*", "", line) for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("text", [README, CHINESE], ids=["en", "zh"])
def test_a_readme_is_read_in_a_minute(text: str) -> None:
    assert len(text.splitlines()) <= 150
    assert text.count("![") == 1


def test_what_the_readme_types_into_a_notebook_works(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (typed,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    monkeypatch.chdir(published.parent)
    names: dict[str, object] = {}
    *lines, last = typed.strip().splitlines()
    exec("\n".join(lines), names)
    assert re.match(r"\d{3}_\w+\.txt 第\d+页 第\d+行\n", str(eval(last, names)))
    opened = names["w"]
    assert isinstance(opened, jixiao.warehouse.frames.Warehouse)
    for method in re.findall(r"also ([a-z, ]+)", typed)[0].split(", "):
        frame = opened.sql("select 1") if method == "sql" else getattr(opened, method)()
        assert isinstance(frame, pl.DataFrame)


def test_what_installation_takes_is_said_before_it_runs() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (told,) = re.findall(r"about ([\d.]+ [MG]B) to download, ([\d.]+ [MG]B) on disk", makefile)
    for text in (README, CHINESE):
        assert all(size in text for size in told)


def test_inspect_shows_what_the_guide_shows() -> None:
    (document,) = (ROOT / "documents").glob("000_*")
    command = [sys.executable, "-c", "from jixiao.cli import main; main()", "inspect", str(document)]
    environment = {**os.environ, "COLUMNS": "110", "PYTHONIOENCODING": "utf-8"}
    shown = subprocess.run(
        command, capture_output=True, text=True, check=True, env=environment, encoding="utf-8"
    ).stdout
    assert "\n".join(line.rstrip() for line in shown.strip().splitlines()) in GUIDE


def test_links_lead_to_files() -> None:
    pages = [*ROOT.glob("*.md"), ROOT / "documents" / "README.md"]
    for page in [*pages, *(ROOT / "docs").glob("*.md")]:
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
