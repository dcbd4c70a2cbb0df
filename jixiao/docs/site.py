"""The documentation as one folder that opens without a server, in Chinese and in English."""

import os
import shutil
import tempfile
from pathlib import Path

from jixiao import dbt
from jixiao.docs.builder import LOOK, Language
from jixiao.docs.navigation import MODELS
from jixiao.docs.pages import generated
from jixiao.project import ROOT

_BESIDE = {
    "zh": {"dashboard/index.html": "看板", "validation.html": "检验报告"},
    "en": {"dashboard/index.html": "Dashboard", "validation.html": "Validation"},
}
"""What a build writes beside the warehouse, and how the side bar calls it."""


def write_site(warehouse: Path, folder: Path) -> Path:
    """Write the site of the project and of ``warehouse`` into ``folder``; gives its index.

    Every page is a file that opens from the folder; ``warehouse`` answers the generated ones, and the dashboard and
    the report beside it are linked. The pages hold no path of this machine. Raises FileNotFoundError without a
    warehouse, BrokenPage and DbtFailed.
    """
    models = models_page(warehouse)
    own = {f"docs/{name}": text for name, text in generated(warehouse).items()}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MODELS).write_text(models, encoding="utf-8")
    for language, names in _BESIDE.items():
        there = {name: label for name, label in names.items() if (warehouse.parent / name).is_file()}
        beside = {os.path.relpath(warehouse.parent / name, folder): label for name, label in there.items()}
        with tempfile.TemporaryDirectory() as aside:
            pages = Path(aside) / "pages"
            Language(language, own, beside).build(pages, Path(aside) / "kept")
            shutil.rmtree(folder / language, ignore_errors=True)
            shutil.copytree(pages, folder / language, ignore=shutil.ignore_patterns(".buildinfo", "objects.inv"))
    for name in ("index.html", "index.js"):
        shutil.copyfile(LOOK / name, folder / name)
    return folder / "index.html"


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
