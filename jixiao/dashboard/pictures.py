"""Pictures of the pages of PDF, OFD and scans, beside the data of the site: ``pages/<digest>/``, a folder a document.

A folder depends on the bytes of its document alone. It is drawn once, by the build that has them at hand, and kept
as long as the document is in the warehouse. Each document is drawn in a process of its own, which ends at the limits
of reading: what one of them does costs no other its pictures.
"""

import os
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import duckdb

from ingest.delivery.folder import Delivered
from ingest.sandbox.guard import LIMITS
from jixiao.dashboard.folders import INDEX, PAGES, discard

Pages = dict[str, Collection[int]]
"""The pages of documents that hold text, by the name of the document's folder."""

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
        missing = [name for name in names if not (published / PAGES / name / INDEX).exists()]
        if not missing:
            return names, {}
        listed = ", ".join(f"'{name}'" for name in missing)  # for a parameter DuckDB would import pandas
        pages = connection.execute(
            f"""
            select name, list(distinct page)
            from ({current})
            inner join landing.text_boxes using (document_id)
            where name in ({listed})
            group by name
            """
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
    from jixiao.dashboard import drawing  # what draws takes a fifth of a second to import

    processes = get_context("forkserver")
    processes.set_forkserver_preload(["__main__", drawing.__name__])

    def guarded(document: Delivered) -> None:
        own = folder / PAGES / document.sha256[:16]
        own.mkdir(parents=True)
        drawing.write_index(own, [])
        process = processes.Process(target=drawing.draw_alone, args=(document, pages[own.name], own))
        process.start()
        process.join(_PATIENCE * LIMITS.cpu_seconds)
        process.kill()
        process.join()
        if (reason := (process.exitcode or 0) - drawing.NOT_WRITTEN) > 0:
            raise OSError(reason, os.strerror(reason), str(own))

    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as threads:
        list(threads.map(guarded, missing))


def publish_pictures(names: set[str], folder: Path, published: Path) -> None:
    """Move what was drawn into the site ``published``, and take away every folder but ``names``."""
    kept = published / PAGES
    for drawn in sorted((folder / PAGES).glob("*")):
        kept.mkdir(parents=True, exist_ok=True)
        discard(kept / drawn.name, folder)
        os.replace(drawn, kept / drawn.name)
    for old in kept.glob("*"):
        if old.name not in names:
            discard(old, folder)
