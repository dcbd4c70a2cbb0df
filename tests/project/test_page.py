"""The sources of the page: who imports whom, how long lines are, and a word for every code."""

import csv
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from ingest.forms import FORMS
from jixiao import project

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "jixiao" / "dashboard" / "page"
SOURCES = {path: path.read_text(encoding="utf-8") for path in (PAGE / "src").rglob("*.ts")}

LONGEST_LINE = 120


def _imports(path: Path) -> set[Path]:
    found = re.findall(r'^(?:import|export)\b[^"]*"(\.[^"]+)"', SOURCES[path], re.MULTILINE)
    return {_file((path.parent / name).resolve()) for name in found if not name.endswith(".css")}


def _file(imported: Path) -> Path:
    return imported / "index.ts" if imported.is_dir() else imported.with_suffix(".ts")


def _words(language: str) -> set[str]:
    return set(re.findall(r"^  (\w+):", SOURCES[PAGE / "src" / "i18n" / f"{language}.ts"], re.MULTILINE))


def _codes(seed: str, column: str) -> set[str]:
    with (ROOT / "seeds" / f"{seed}.csv").open(encoding="utf-8", newline="") as file:
        return {row[column] for row in csv.DictReader(file)}


def test_no_file_imports_itself_by_way_of_others() -> None:
    imports = {path: _imports(path) for path in SOURCES}
    assert set().union(*imports.values()) <= set(SOURCES)
    TopologicalSorter(imports).prepare()  # raises CycleError


def test_lines_stay_short() -> None:
    files = [*SOURCES, *PAGE.glob("*.ts"), *(PAGE / "src").rglob("*.css")]
    too_long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > LONGEST_LINE
    ]
    assert too_long == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("prefix", "codes"),
    [
        ("form", {form.name for form in FORMS}),
        ("group", _codes("audit_rules", "rule_group")),
        ("link", _codes("link_evidence", "evidence_kind")),
    ],
    ids=["form", "group", "link"],
)
def test_every_code_has_a_word(language: str, prefix: str, codes: set[str]) -> None:
    assert {f"{prefix}_{code}" for code in codes} - _words(language) == set()


def test_every_word_is_asked_for() -> None:
    text = "".join(content for path, content in SOURCES.items() if path.stem not in ("zh", "en"))
    asked = set(re.findall(r'"(\w+)"', text))
    prefixes = set(re.findall(r'\bnamed\("(\w+)"', text))
    assert {word for word in _words("zh") if word not in asked and word.partition("_")[0] not in prefixes} == set()


def test_a_number_in_english_has_the_singular_of_what_it_counts() -> None:
    words = SOURCES[PAGE / "src" / "i18n" / "en.ts"]
    assert len(re.findall(r"\{\w+\|[^|}]+\|[^|}]+\}", words)) > 15
    assert (
        re.findall(r"\{\w+\} (?:\w+ )?(?:projects|departments|documents|indicators|targets|cities|pages)\b", words)
        == []
    )


def test_what_npm_installs_is_no_part_of_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project, "ROOT", tmp_path)
    monkeypatch.setattr(project, "_CODE", tmp_path)
    installed = tmp_path / PAGE.relative_to(ROOT) / "node_modules" / "any"
    installed.mkdir(parents=True)
    digest = project.project_digest.__wrapped__  # a process asks once
    before = digest()
    (installed / "any.js").touch()
    assert digest() == before
    (tmp_path / "jixiao" / "any.py").touch()
    assert digest() != before


def test_page_site_and_report_have_one_look() -> None:
    colours = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})\b")
    tokens = set(colours.findall((PAGE / "src" / "style" / "tokens.css").read_text(encoding="utf-8")))
    docs = ROOT / "jixiao" / "docs"
    for path in (docs / "builder.py", docs / "look" / "static" / "site.css", ROOT / "expectations" / "report.py"):
        assert set(colours.findall(path.read_text(encoding="utf-8"))) - tokens == set(), path
