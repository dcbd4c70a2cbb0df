"""The site of `make docs`: pages that open from the folder, every link of which leads somewhere."""

import json
import shutil
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest

from jixiao.docs import notebook
from jixiao.docs.page import BrokenLink, body_of
from jixiao.docs.pages import FOLDER, generated
from jixiao.docs.site import write_site

ROOT = Path(__file__).resolve().parents[2]


class Links(HTMLParser):
    """What a page links to or loads, and its anchors."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = set()
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.targets.append(value)
            if name == "id" and value:
                self.anchors.add(value)


@pytest.fixture(scope="module")
def site(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    warehouse = folder / published.name
    shutil.copy(published, warehouse)
    return write_site(warehouse, folder / "site").parent


def test_every_local_link_leads_to_a_file_of_the_folder(site: Path) -> None:
    pages = {
        path.name: Links(path.read_text(encoding="utf-8")) for path in site.glob("*.html") if path.stem != "models"
    }
    assert len(pages) >= 9
    followed = 0
    for name, page in pages.items():
        for target in map(urlsplit, page.targets):
            if target.scheme:
                continue
            followed += 1
            path = (site / unquote(target.path or name)).resolve()
            assert path.is_relative_to(site) and path.is_file(), f"{name}: {target.geturl()}"
            if target.fragment:
                assert unquote(target.fragment) in pages[path.name].anchors, f"{name}: {target.geturl()}"
    assert followed > 100


def test_every_page_is_reached_from_the_index(site: Path) -> None:
    index = Links((site / "index.html").read_text(encoding="utf-8"))
    assert {f"{page.stem}.html" for page in (ROOT / "docs").glob("*.md")} < set(index.targets)
    assert {path.name for path in site.glob("*.html")} <= set(index.targets)


def test_pages_load_nothing_and_name_no_folder_of_this_machine(site: Path) -> None:
    for path in site.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert str(ROOT) not in text
        if path.stem != "models":
            assert Links(text).tags & {"script", "iframe", "object", "embed"} == set()
            assert "default-src 'none'" in text


def test_the_models_are_described(site: Path) -> None:
    text = (site / "models.html").read_text(encoding="utf-8")
    assert "fct_funding" in text
    assert "One row per document, project and funding source." in text


def test_markup_in_a_page_is_shown_not_obeyed() -> None:
    text = "# <b>x\n\n<script>alert(1)</script>\n\n[y](javascript:alert(1)) `<i>`\n\n| <img src=x onerror=a> |\n| --- |\n| 1 |\n"
    body, _ = body_of(text, PurePosixPath("README.md"), ROOT, {})
    assert Links(body).tags == {"h1", "p", "code", "table", "thead", "tbody", "tr", "th", "td"}
    assert "&lt;script&gt;" in body


def test_links_are_led_to_where_the_files_stand() -> None:
    pages = {PurePosixPath("docs/rules.md"): "rules.html"}
    text = "[a](docs/rules.md#x) [b](LICENSE) [c](https://example.org/) [d](#here)"
    body, files = body_of(text, PurePosixPath("README.md"), ROOT, pages)
    assert Links(body).targets == ["rules.html#x", "files/LICENSE", "https://example.org/", "#here"]
    assert files == {ROOT / "LICENSE"}


@pytest.mark.parametrize("link", ["missing.md", "../../etc/hostname", "docs"])
def test_a_link_to_no_file_stops_the_site(link: str) -> None:
    with pytest.raises(BrokenLink, match="links to"):
        body_of(f"[x]({link})", PurePosixPath("README.md"), ROOT, {})


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
