"""The generation of a warehouse: report and dashboard name the one that they were written from."""

from pathlib import Path

import duckdb

_MARK = '<meta name="generation" content="{}">'

_LANDED = """
    select concat_ws(' ', 'batch', batch_id, project_digest, parser_version, delivered, landed, quarantined) as line
    from landing.batches
    where batch_id <= {batch}
    union all
    select concat_ws(' ', 'document', document_id, sha256, manifest_digest)
    from landing.documents
    where batch_id <= {batch}
"""


def generation(connection: duckdb.DuckDBPyConnection, batch: int | None = None) -> str:
    """The number of the last batch and a digest of all that was landed; with ``batch``, as of that batch."""
    if batch is None:
        ((batch,),) = connection.execute("select max(batch_id) from landing.batches").fetchall()
    query = "select left(sha256(coalesce(string_agg(line, '|' order by line), '')), 12)"
    ((digest,),) = connection.execute(f"{query} from ({_LANDED.format(batch=batch)})").fetchall()
    return f"{batch}-{digest}"


def marked(page: str, of: str) -> str:
    """The text of a page that names the generation ``of``."""
    return page.replace("<head>\n", f"<head>\n{_MARK.format(of)}\n", 1)


def is_of(page: Path, of: str) -> bool:
    """True where the file ``page`` is there and names the generation ``of``."""
    return page.is_file() and _MARK.format(of) in page.read_text(encoding="utf-8", errors="replace")
