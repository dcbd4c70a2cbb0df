"""The site: written aside while the warehouse is built, put in place when it is published.

``index.html`` names the one folder below ``data/`` that it belongs to, and that folder never changes: replacing
``index.html`` by a rename is the whole publication, and nobody can open a page whose data are of another build.
"""

import hashlib
import os
import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path

from jixiao.dashboard import tables
from jixiao.dashboard.built import BUNDLE
from jixiao.dashboard.scripts import data_script

_SHIPPED = ("bundle.js", "bundle.css", "LICENSES.md")


def write_site(database: Path, folder: Path) -> None:
    """Write the site of the warehouse ``database`` into ``folder``, replacing what is there.

    The same warehouse gives the same bytes. Raises OSError.
    """
    shutil.rmtree(folder, ignore_errors=True)
    unnamed = folder / "data" / "unnamed"
    (unnamed / "documents").mkdir(parents=True)
    digest = hashlib.sha256()
    for name, content in _files(database):
        digest.update(name.encode() + b"\0" + content + b"\0")
        (unnamed / name).write_bytes(content)
    version = digest.hexdigest()[:12]
    unnamed.rename(folder / "data" / version)
    page = (BUNDLE / "index.html").read_text(encoding="utf-8").replace("DATA", escape(f"data/{version}"))
    (folder / "index.html").write_text(page, encoding="utf-8")


def publish_site(folder: Path, published: Path) -> Path:
    """Move the site written to ``folder`` into ``published``; gives the page to open.

    Both lie on one file system. Other files of ``published`` are left alone. Raises OSError.
    """
    (version,) = (folder / "data").iterdir()
    data = published / "data"
    data.mkdir(parents=True, exist_ok=True)
    if not (data / version.name).exists():
        os.replace(version, data / version.name)
    page = published / "index.html"
    os.replace(folder / "index.html", page)
    for old in data.iterdir():
        if old.name != version.name:
            shutil.rmtree(old)
    shutil.rmtree(folder)
    return page


def _files(database: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the versioned folder with its path in it."""
    for name in _SHIPPED:
        yield name, (BUNDLE / name).read_bytes()
    with tables.open_warehouse(database) as connection:
        yield "core.js", data_script("core", tables.core(connection)).encode()
        for name, table in tables.lists(connection):
            yield f"{name}.js", data_script(name, table).encode()
        for key, document in tables.documents(connection):
            yield f"documents/{key}.js", data_script(f"documents/{key}", document).encode()
