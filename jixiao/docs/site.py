"""The documentation as one folder that opens without a server."""

import re
import shutil
import tempfile
from html import escape
from pathlib import Path, PurePosixPath

from jixiao import dbt
from jixiao.docs.page import body_of, html_page, title_of
from jixiao.docs.pages import generated
from jixiao.project import ROOT

_MODELS = "models.html"
_FIRST = {
    "README.md": "readme.html",
    "README.zh-CN.md": "readme.zh-CN.html",
    "docs/guide.md": "guide.html",
    "docs/bi.md": "bi.html",
    "docs/dictionary.md": "dictionary.html",
    "docs/rules.md": "rules.html",
    "docs/glossary.md": "glossary.html",
}
_TITLES = {"readme.html": "Start", "readme.zh-CN.html": "开始"}
_LAST = {
    "documents/README.md": "documents.html",
    "CONTRIBUTING.md": "contributing.html",
    "DECISIONS.md": "decisions.html",
    "CHANGELOG.md": "changelog.html",
}


def write_site(warehouse: Path, folder: Path) -> Path:
    """Write the site of the project and of ``warehouse`` into ``folder``; gives its index.

    Every page is a file that opens from the folder; ``warehouse`` answers the generated ones. The pages hold no path of
    this machine. Raises FileNotFoundError without a warehouse, BrokenLink and DbtFailed.
    """
    addresses = _addresses()
    models = models_page(warehouse)
    own = {PurePosixPath("docs", name): text for name, text in generated(warehouse).items()}
    texts = {name: own.get(name) or (ROOT / name).read_text(encoding="utf-8") for name in addresses}
    titles = {addresses[name]: title_of(text) for name, text in texts.items()} | _TITLES
    navigation = {"index.html": "绩效 Jixiao", **titles, _MODELS: "Models"}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MODELS).write_text(models, encoding="utf-8")
    for name, text in texts.items():
        body, files = body_of(text, name, ROOT, addresses)
        page = html_page(titles[addresses[name]], body, navigation)
        (folder / addresses[name]).write_text(page, encoding="utf-8")
        for file in files:
            copy = folder / "files" / file.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
    index = folder / "index.html"
    index.write_text(html_page("绩效 Jixiao", _contents(texts, addresses, titles), navigation), encoding="utf-8")
    return index


def models_page(warehouse: Path) -> str:
    """The dbt documentation of ``warehouse`` as one static page with the graph of the models.

    Raises FileNotFoundError and DbtFailed.
    """
    if not warehouse.is_file():
        raise FileNotFoundError(f"{warehouse} does not exist; build it first")
    dbt.use(warehouse)
    with tempfile.TemporaryDirectory() as target:
        dbt.nodes_of(dbt.run([*dbt.QUIET, "docs", "generate", "--static"], Path(target), Path(target)))
        page = (Path(target) / "static_index.html").read_text(encoding="utf-8")
        for path in (target, str(ROOT)):
            page = page.replace(path, ".")
    return page


def _addresses() -> dict[PurePosixPath, str]:
    """The page of every Markdown file of the site, in the order in which they are listed."""
    others = {
        f"docs/{path.name}": f"{path.stem}.html"
        for path in sorted((ROOT / "docs").glob("*.md"))
        if f"docs/{path.name}" not in _FIRST
    }
    return {PurePosixPath(name): address for name, address in (_FIRST | others | _LAST).items()}


def _contents(texts: dict[PurePosixPath, str], addresses: dict[PurePosixPath, str], titles: dict[str, str]) -> str:
    """The list of all pages, each with its first paragraph's first sentence."""
    rows = [(addresses[name], titles[addresses[name]], _first_sentence(text)) for name, text in texts.items()]
    rows.append((_MODELS, "Models", "Every model with its SQL, tests and the graph of what it is made from"))
    items = "".join(
        f'<li><a href="{escape(to)}">{escape(title)}</a>: {escape(about)}.</li>\n' for to, title, about in rows
    )
    return f"<h1>绩效 Jixiao</h1>\n<ul>\n{items}</ul>\n"


def _first_sentence(text: str) -> str:
    paragraphs = [part for part in text.split("\n\n") if part.strip() and part.strip()[0] not in "#|`-*<"]
    words = " ".join(" ".join(paragraphs[:1]).split()).partition(". ")[0].rstrip(".:")
    return re.sub(r"\[([^\[\]]+)\]\([^()]*\)|`", r"\1", words)
