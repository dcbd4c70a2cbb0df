"""The site: written aside while the warehouse is built, put in place when it is published.

``index.html`` names the one folder below ``data/`` that it belongs to, and that folder never changes: replacing
``index.html`` by a rename is the whole publication, and nobody can open a page whose data are of another build. It
also names the generation of the warehouse.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path

import duckdb

from jixiao.connections import beside
from jixiao.dashboard import tables
from jixiao.dashboard.built import BUNDLE
from jixiao.dashboard.documents import FOLDER, write_documents
from jixiao.dashboard.folders import discard
from jixiao.dashboard.generation import generation, is_of, marked
from jixiao.dashboard.scripts import data_script
from jixiao.dashboard.tables import By

_SHIPPED = ("bundle.js", "bundle.css", "LICENSES.md")
_BY_CITY = [path.stem for path in tables.queries("city")]
_VERSION = re.compile(r"data/(\d+-\w+-\w+)/")
_CODE = (*sorted(Path(__file__).parent.glob("queries/**/*.sql")), *sorted(Path(__file__).parent.glob("*.py")))


def write_site(database: Path, folder: Path, published: Path | None = None, built_batch: int = 0) -> None:
    """Write the site of the warehouse ``database`` into ``folder``, as `write_site_of` does. Raises OSError."""
    with tables.open_for_queries(database) as connection:
        write_site_of(connection, folder, published, built_batch)


def write_site_of(
    connection: duckdb.DuckDBPyConnection, folder: Path, published: Path | None = None, built_batch: int = 0
) -> None:
    """Write the site of the warehouse of a connection `for_queries` into ``folder``, replacing what is there.

    The scripts of documents and cities that no batch after ``built_batch`` touches are those of the site
    ``published``, where that is of this code and of this warehouse as of that batch or a later one. The same
    warehouse gives the same bytes. Raises OSError.
    """
    shutil.rmtree(folder, ignore_errors=True)
    unnamed = folder / "data" / "unnamed"
    unnamed.mkdir(parents=True)
    digest = hashlib.sha256()
    with ThreadPoolExecutor(1) as aside, tables.for_queries(beside(connection)) as other:
        written = aside.submit(_write_parts, other, unnamed, published, built_batch)
        for name, content in _files(connection):
            digest.update(name.encode() + b"\0" + content + b"\0")
            (unnamed / name).write_bytes(content)
        digest.update(tables.sources(connection).encode())
        written.result()
    version = f"{tables.last_batch(connection)}-{_code_digest()}-{digest.hexdigest()[:12]}"
    of = generation(connection)
    unnamed.rename(folder / "data" / version)
    page = (BUNDLE / "index.html").read_text(encoding="utf-8").replace("DATA", escape(f"data/{version}"))
    (folder / "index.html").write_text(marked(page, of), encoding="utf-8")


def _write_parts(connection: duckdb.DuckDBPyConnection, folder: Path, published: Path | None, built_batch: int) -> None:
    """Write the scripts of documents and cities into ``folder``, or link those of the site ``published``."""
    previous = _site_since(connection, published, built_batch) if published and built_batch else None
    keys = _link_untouched(connection, "document", [FOLDER], folder, previous)
    write_documents(connection, keys, folder / FOLDER)
    keys = _link_untouched(connection, "city", _BY_CITY, folder, previous)
    for name, table in tables.of_cities(connection, keys):
        (folder / f"{name}.js").write_bytes(data_script(name, table).encode())


def publish_site(folder: Path, published: Path) -> Path:
    """Move the site written to ``folder`` into ``published``; gives the page to open.

    Both lie on one file system. Other files of ``published`` are left alone. Raises OSError.
    """
    (version,) = (folder / "data").iterdir()
    data = published / "data"
    data.mkdir(parents=True, exist_ok=True)
    discard(data / version.name, folder)  # of the same content, or damaged
    os.replace(version, data / version.name)
    page = published / "index.html"
    os.replace(folder / "index.html", page)
    tidy(published, folder)
    shutil.rmtree(folder)
    return page


def tidy(published: Path, aside: Path) -> None:
    """Remove the data of sites before, by way of the folder ``aside``. Raises OSError."""
    version = _version(published)
    for old in (published / "data").iterdir():
        if old != version:
            discard(old, aside)


def is_whole(database: Path, published: Path) -> bool:
    """True where ``published`` holds every file of the site of the warehouse ``database``."""
    version = _version(published)
    with tables.open_for_queries(database) as connection:
        if version is None or not is_of(published / "index.html", generation(connection)):
            return False
        folders = {"": _names(), FOLDER: _scripts(connection, "document")}
        folders |= dict.fromkeys(_BY_CITY, _scripts(connection, "city"))
    return all(names <= _listed(version / below) for below, names in folders.items())


def _names() -> set[str]:
    """The names of the files that `_files` gives."""
    return {*_SHIPPED, "core.js", *(f"{path.stem}.js" for path in tables.queries("lists"))}


def _scripts(connection: duckdb.DuckDBPyConnection, by: By) -> set[str]:
    return {f"{key}.js" for key in tables.keys_of(connection, by)}


def _listed(folder: Path) -> set[str]:
    return set(os.listdir(folder)) if folder.is_dir() else set()


def _files(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, bytes]]:
    """Every file of the versioned folder but those of documents and cities, with its path in it."""
    for name in _SHIPPED:
        yield name, (BUNDLE / name).read_bytes()
    yield "core.js", data_script("core", tables.core(connection)).encode()
    for name, table in tables.lists(connection):
        yield f"{name}.js", data_script(name, table).encode()


def _link_untouched(
    connection: duckdb.DuckDBPyConnection, by: By, below: Sequence[str], folder: Path, previous: Path | None
) -> list[int]:
    """Make the folders ``below`` and link the scripts of the site before of which nothing is touched.

    Gives the keys of the documents or cities to write.
    """
    for name in below:
        (folder / name).mkdir()
    keys = tables.keys_of(connection, by)
    if previous is None:
        return keys
    touched = tables.touched(connection, by)
    there = [_listed(previous / name) for name in below]
    new = []
    for key in keys:
        script = f"{key}.js"
        if key in touched or not all(script in scripts for scripts in there):
            new.append(key)
            continue
        for name in below:
            os.link(f"{previous}/{name}/{script}", f"{folder}/{name}/{script}")
    return new


def _site_since(connection: duckdb.DuckDBPyConnection, published: Path, built_batch: int) -> Path | None:
    """The versioned folder of a site that was written by this code of this warehouse, not before ``built_batch``."""
    version = _version(published)
    if version is None:
        return None
    batch, code, _ = version.name.split("-")
    is_since = code == _code_digest() and int(batch) >= built_batch
    return version if is_since and is_of(published / "index.html", generation(connection, int(batch))) else None


def _version(published: Path) -> Path | None:
    """The versioned folder that the page of a site names."""
    page = published / "index.html"
    named = _VERSION.search(page.read_text(encoding="utf-8", errors="replace")) if page.is_file() else None
    return published / "data" / named[1] if named else None


def _code_digest() -> str:
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in _CODE)).hexdigest()[:8]
