"""The documentation as one folder that opens without a server: `python -m jixiao.docs FOLDER`."""

import os
import re
import shutil
import sys
import tempfile
from html import escape
from pathlib import Path, PurePosixPath

from jixiao.page import body_of, html_page, title_of
from jixiao.project import ROOT

_MODELS = "models.html"
_FIRST = {
    "README.md": "guide.html",
    "docs/bi.md": "bi.html",
    "docs/dictionary.md": "dictionary.html",
    "docs/rules.md": "rules.html",
    "docs/glossary.md": "glossary.html",
}
_LAST = {
    "documents/README.md": "documents.html",
    "CONTRIBUTING.md": "contributing.html",
    "DECISIONS.md": "decisions.html",
    "CHANGELOG.md": "changelog.html",
}


def write_docs(warehouse: Path, folder: Path) -> Path:
    """Write the site of the project and of ``warehouse`` into ``folder``; gives its index.

    Every page is a file that opens from the folder. The pages hold no path of this machine. Raises FileNotFoundError
    without a warehouse, BrokenLink, and RuntimeError where dbt fails.
    """
    addresses = _addresses()
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in addresses}
    titles = {addresses[name]: title_of(text) for name, text in texts.items()} | {"guide.html": "Guide"}
    navigation = {"index.html": "绩效 Jixiao", **titles, _MODELS: "Models"}
    models = models_page(warehouse)
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
    """The dbt documentation of ``warehouse`` as one static page with the graph of the models."""
    from dbt.cli.main import dbtRunner

    if not warehouse.is_file():
        raise FileNotFoundError(f"{warehouse} does not exist; build it first")
    os.environ["JIXIAO_WAREHOUSE"] = str(warehouse.resolve())
    with tempfile.TemporaryDirectory() as target:
        places = [f"--project-dir={ROOT}", f"--profiles-dir={ROOT}", f"--target-path={target}", f"--log-path={target}"]
        result = dbtRunner().invoke(["--quiet", "docs", "generate", "--static", *places])
        if not result.success:
            raise RuntimeError(f"dbt docs failed: {result.exception}")
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
    return re.sub(r"\[([^\]]+)\]\([^)]*\)|`", r"\1", words)


if __name__ == "__main__":
    print(write_docs(Path("warehouse.duckdb"), Path(sys.argv[1] if len(sys.argv) > 1 else "site")))
