"""Pictures of the pages of PDF, OFD and scans, beside the data of the site: ``pages/<digest>/``, a folder a document.

A folder depends on the bytes of its document alone. It is drawn once, by the build that has them at hand, and kept
as long as the document is in the warehouse. Each document is drawn in a process of its own, which ends at the limits
of reading: what one of them does costs no other its pictures.
"""

import os
import resource
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

import duckdb

from ingest.delivery.folder import Delivered
from ingest.sandbox.guard import LIMITS
from jixiao.dashboard.drawing import Picture, draw
from jixiao.dashboard.folders import discard
from jixiao.dashboard.scripts import data_script

Pages = dict[str, Collection[int]]
"""The pages of documents that hold text, by the name of the document's folder."""

_FOLDER = "pages"
_INDEX = "index.js"
_NOT_WRITTEN = 100
"""Added to the number of the error, the exit status of a process that cannot write its pictures."""
_PATIENCE = 5
"""A process may wait for this many times its seconds of computing."""


def pictured(database: Path, published: Path) -> tuple[set[str], Pages]:
    """The folders that the documents of the warehouse need, and the pages of those that ``published`` lacks."""
    with duckdb.connect(str(database), read_only=True) as connection:
        current = """
            select left(sha256, 16) as name, document_id
            from landing.documents
            where medium in ('pdf', 'ofd', 'scan') and document_id in (select document_key from marts.dim_document)
        """
        names = {name for name, _ in connection.execute(current).fetchall()}
        missing = [name for name in names if not (published / _FOLDER / name / _INDEX).exists()]
        pages = connection.execute(
            f"""
            select name, list(distinct page)
            from ({current})
            inner join landing.text_boxes using (document_id)
            where name in (select unnest(?))
            group by name
            """,
            [missing],
        )
        return names, dict(pages.fetchall())


def drawable(pages: Pages, delivered: Sequence[Delivered]) -> list[Delivered]:
    """The documents of ``pages`` whose bytes are at hand."""
    return [document for document in delivered if document.sha256[:16] in pages]


def write_pictures(pages: Pages, delivered: Sequence[Delivered], folder: Path) -> None:
    """Draw ``pages`` into the site ``folder``, of the documents that are delivered. Raises OSError."""
    missing = drawable(pages, delivered)
    if not missing:
        return
    processes = get_context("forkserver")
    processes.set_forkserver_preload(["__main__", __name__])

    def guarded(document: Delivered) -> None:
        own = folder / _FOLDER / document.sha256[:16]
        own.mkdir(parents=True)
        _write_index(own, [])
        process = processes.Process(target=_draw_alone, args=(document, pages[own.name], own))
        process.start()
        process.join(_PATIENCE * LIMITS.cpu_seconds)
        process.kill()
        process.join()
        if (reason := (process.exitcode or 0) - _NOT_WRITTEN) > 0:
            raise OSError(reason, os.strerror(reason), str(own))

    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as threads:
        list(threads.map(guarded, missing))


def publish_pictures(names: set[str], folder: Path, published: Path) -> None:
    """Move what was drawn into the site ``published``, and take away every folder but ``names``."""
    kept = published / _FOLDER
    for drawn in sorted((folder / _FOLDER).glob("*")):
        kept.mkdir(parents=True, exist_ok=True)
        discard(kept / drawn.name, folder)
        os.replace(drawn, kept / drawn.name)
    for old in kept.glob("*"):
        if old.name not in names:
            discard(old, folder)


def _draw_alone(document: Delivered, pages: Collection[int], folder: Path) -> None:
    """Draw a document into its folder; the index names the pictures once all of them are there."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):  # a library's words about a document go to nobody's terminal
        os.dup2(nowhere, descriptor)
    resource.setrlimit(resource.RLIMIT_CPU, (int(LIMITS.cpu_seconds),) * 2)
    resource.setrlimit(resource.RLIMIT_AS, (LIMITS.memory_bytes,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    drawn: list[Picture] = []
    try:
        for picture in _drawn(document, pages):
            (folder / f"{picture.page}.webp").write_bytes(picture.data)
            drawn.append(picture._replace(data=b""))
        _write_index(folder, drawn)
    except OSError as error:
        os._exit(_NOT_WRITTEN + (error.errno or 0))


def _drawn(document: Delivered, pages: Collection[int]) -> Iterator[Picture]:
    """Pictures up to the first page that cannot be drawn; its text is there all the same."""
    with suppress(Exception):
        yield from draw(document.data(), pages)


def _write_index(folder: Path, pictures: Sequence[Picture]) -> None:
    """Write which pages have a picture, and their sizes in hundredths of a point."""
    table = {
        "page": [picture.page for picture in pictures],
        "width": [round(100 * picture.width) for picture in pictures],
        "height": [round(100 * picture.height) for picture in pictures],
    }
    (folder / _INDEX).write_text(data_script(f"{_FOLDER}/{folder.name}", table), encoding="utf-8")
