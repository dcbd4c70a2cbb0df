"""The generated pages of `docs/`: what each is made of, and the one way to write them."""

from pathlib import Path

from jixiao.docs import analyses, diagrams, dictionary, metrics, notebook, rules
from jixiao.project import ROOT

FOLDER = ROOT / "docs"


def generated(warehouse: Path) -> dict[str, str]:
    """The generated pages by file name; questions, metrics and the notebook by ``warehouse``.

    Raises DbtFailed, and duckdb.Error where the file is no warehouse of this version.
    """
    asked, asked_zh = analyses.pages(warehouse)
    measured, measured_zh = metrics.pages(metrics.Metrics(warehouse, metrics.read_manifest(warehouse)))
    return {
        "analyses.md": asked,
        "analyses.zh-CN.md": asked_zh,
        "dictionary.md": dictionary.page(),
        "dictionary.zh-CN.md": dictionary.chinese_page(),
        "metrics.md": measured,
        "metrics.zh-CN.md": measured_zh,
        "model.md": diagrams.page(),
        "model.zh-CN.md": diagrams.chinese_page(),
        "notebook.ipynb": notebook.page(warehouse),
        "rules.md": rules.page(),
        "rules.zh-CN.md": rules.chinese_page(),
    }


def write_pages(warehouse: Path) -> None:
    """Write the generated pages into `docs/`. Raises as `generated` does, and OSError."""
    for name, text in generated(warehouse).items():
        (FOLDER / name).write_text(text, encoding="utf-8")
