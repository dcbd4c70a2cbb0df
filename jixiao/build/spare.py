"""The previous published file, reused as the base of the next incremental build, so that no copy is made.

It lacks the batch that was landed since. That batch is taken over from the published file, and the models are built for
it and for what is new; so what a build writes is what is new, however large the warehouse is.
"""

import os
from contextlib import suppress
from pathlib import Path

import duckdb

from ingest.rows import BATCH_TABLES, DOCUMENT_TABLES

_STATE = "select batch_id, project_digest, parser_version from {}landing.batches order by batch_id desc limit 1"


def keep(published: Path, spare: Path) -> None:
    """Keep the published file as ``spare``, just before another replaces it. Both lie on one file system."""
    spare.unlink(missing_ok=True)
    try:
        os.link(published, spare)
    except OSError:  # a file system without links: the next build copies
        return


def mark(published: Path, spare: Path) -> None:
    """Note what was published, and after which file. Where the note cannot be written, the next build copies."""
    with suppress(OSError):
        _marker(spare).write_text(_identities(published, spare), encoding="utf-8")


def is_as_published(published: Path, spare: Path) -> bool:
    """True where nobody wrote to the published file, or to the one before it, since it was published."""
    marker = _marker(spare)
    return marker.exists() and marker.read_text(encoding="utf-8") == _identities(published, spare)


def take(published: Path, spare: Path, database: Path) -> bool:
    """Make ``database`` of ``spare``, to `catch_up` with ``published``.

    False where a copy is needed instead: ``published`` is not the file that replaced ``spare``.
    """
    followed = spare.exists() and is_as_published(published, spare)
    _marker(spare).unlink(missing_ok=True)
    if not followed:
        spare.unlink(missing_ok=True)
        return False
    os.replace(spare, database)
    return True


def catch_up(connection: duckdb.DuckDBPyConnection, published: Path) -> int | None:
    """Take over all that ``published`` holds landed; gives the last batch that the models were built for.

    None where that file is of another project. Raises duckdb.Error where its landing has another shape.
    """
    name = str(published).replace("'", "''")
    connection.execute(f"attach '{name}' as followed_by (read_only)")
    ((batch_id, *own),) = connection.execute(_STATE.format("")).fetchall()
    ((_, *current),) = connection.execute(_STATE.format("followed_by.")).fetchall()
    if own != current:  # its models are of another project
        return None
    connection.begin()
    tables = [f"landing.{row_class.table}" for row_class in (*DOCUMENT_TABLES, *BATCH_TABLES)]
    for table in (*tables, "quality.validation_results"):
        connection.execute(f"insert into {table} by name select * from followed_by.{table} where batch_id > {batch_id}")
    connection.commit()
    connection.execute("detach followed_by")
    return int(batch_id)


def _marker(spare: Path) -> Path:
    return spare.with_suffix(".followed")


def _identities(*paths: Path) -> str:
    found = [path.stat() for path in paths if path.exists()]
    return "".join(f"{own.st_dev} {own.st_ino} {own.st_size} {own.st_mtime_ns}\n" for own in found)
