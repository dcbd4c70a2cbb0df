"""The generated pages of `docs/`: what each is made of, and the one way to write them."""

from pathlib import Path

from jixiao.docs import analyses, diagrams, dictionary, metrics, notebook, rules
from jixiao.project import ROOT

FOLDER = ROOT / "docs"


def generated(warehouse: Path) -> dict[str, str]:
    """The generated pages by file name; questions, metrics and the notebook by ``warehouse``.

    Raises DbtFailed, and duckdb.Error where the file is no warehouse of this version.
    """
    return {
        "analyses.md": analyses.page(warehouse),
        "dictionary.md": dictionary.page(),
        "dictionary.zh-CN.md": dictionary.chinese_page(),
        "metrics.md": metrics.page(metrics.Metrics(warehouse, metrics.read_manifest(warehouse))),
        "model.md": diagrams.page(),
        "notebook.ipynb": notebook.page(warehouse),
        "rules.md": rules.page(),
        "rules.zh-CN.md": rules.chinese_page(),
    }


def write_pages(warehouse: Path) -> None:
    """Write the generated pages into `docs/`. Raises as `generated` does, and OSError."""
    for name, text in generated(warehouse).items():
        (FOLDER / name).write_text(text, encoding="utf-8")
