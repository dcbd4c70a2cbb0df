"""The committed pages of the documentation are what the command writes."""

import json
from pathlib import Path

import pytest

from jixiao.docs import notebook
from jixiao.docs.navigation import GROUPS, MODELS
from jixiao.docs.pages import FOLDER, generated

ROOT = Path(__file__).resolve().parents[2]


def test_the_side_bar_of_the_site_has_every_page() -> None:
    pages = [entry.page for group in GROUPS for entry in group.entries if entry.page != MODELS]
    shown = [ROOT / f"{page}.md" for page in pages]
    assert [path for path in shown if not path.is_file()] == []
    assert len(set(pages)) == len(pages)
    written = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "documents" / "README.md"]
    assert {path for path in written if ".zh-CN" not in path.name} == set(shown)


def test_the_committed_pages_are_those_that_the_command_writes(published: Path) -> None:
    for name, text in generated(published).items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text, f"docs/{name} is stale: make pages"


def test_a_notebook_whose_cell_fails_is_told(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "notebook.ipynb"
    text = notebook.NOTEBOOK.read_text(encoding="utf-8")
    broken.write_text(text.replace("w.tables()", "w.table()"), encoding="utf-8")
    monkeypatch.setattr(notebook, "NOTEBOOK", broken)
    with pytest.raises(AttributeError, match="table"):
        notebook.page(published)


def test_the_notebook_shows_charts_frames_and_words() -> None:
    text = notebook.NOTEBOOK.read_text(encoding="utf-8")
    outputs = [own["data"] for cell in json.loads(text)["cells"] for own in cell.get("outputs", [])]
    assert [any("vegalite" in kind for kind in own) for own in outputs].count(True) == 2
    assert sum("<mark>" in "".join(own.get("text/html", "")) for own in outputs) == 2
    assert sum("dataframe" in "".join(own.get("text/html", "")) for own in outputs) >= 4
