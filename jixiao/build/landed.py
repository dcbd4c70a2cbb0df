"""What a warehouse holds landed already, so what of a delivery is new, and what is landed of a batch as a whole."""

from collections.abc import Sequence

import duckdb

from ingest.delivery.folder import Delivered
from ingest.landing.columns import columns
from ingest.landing.supersede import find_superseded
from ingest.landing.tables import land_rows
from ingest.readers.scan.reader import NOT_INSTALLED, is_installed
from ingest.rows import BatchRow, QuarantineRow
from ingest.version import parser_version
from jixiao.project import project_digest

BREAKS_THE_BUILD = "breaks_the_build"
"""The code of a document that was read, and with whose rows a check of the build fails."""


def unread(
    connection: duckdb.DuckDBPyConnection, delivered: Sequence[Delivered], quarantine: Sequence[QuarantineRow]
) -> list[Delivered]:
    """The delivered documents that no current reading or quarantine row of this parser covers."""
    known = set(
        connection.execute(
            """
            select sha256, parser_version, manifest_digest from landing.documents
            where document_id not in (select document_id from landing.supersessions)
            """
        ).fetchall()
    )
    known |= {(row.sha256, row.parser_version, row.manifest_digest) for row in quarantine}
    return [document for document in delivered if document.reading_identity not in known]


def known_quarantine(
    connection: duckdb.DuckDBPyConnection, delivered: Sequence[Delivered]
) -> tuple[QuarantineRow, ...]:
    """The rejections of delivered documents that still hold: not those for want of what is installed by now, nor those
    by the checks of another project."""
    names = ", ".join(column.name for column in columns(QuarantineRow))
    found = connection.execute(
        f"""
        select {names} from landing.quarantine
        where code <> ? or batch_id in (select batch_id from landing.batches where project_digest = ?)
        """,
        [BREAKS_THE_BUILD, project_digest()],
    )
    rows = [QuarantineRow(*row) for row in found.fetchall()]
    keys = {document.reading_identity for document in delivered}
    lacked = {NOT_INSTALLED} if is_installed() else set()
    return tuple(
        row for row in rows if (row.sha256, row.parser_version, row.manifest_digest) in keys and row.code not in lacked
    )


def is_built(connection: duckdb.DuckDBPyConnection) -> bool:
    """True where the last batch was built by the same project and parser."""
    last = connection.execute(
        "select project_digest, parser_version from landing.batches order by batch_id desc limit 1"
    ).fetchall()
    return last == [(project_digest(), parser_version())]


def next_batch(connection: duckdb.DuckDBPyConnection) -> int:
    """The number of the batch to land."""
    return _number(connection, "select coalesce(max(batch_id), 0) + 1 from landing.batches")


def next_document(connection: duckdb.DuckDBPyConnection) -> int:
    """The id of the first document to land."""
    return _number(connection, "select coalesce(max(document_id), 0) + 1 from landing.documents")


def holds_documents(connection: duckdb.DuckDBPyConnection) -> bool:
    """True where any document is landed."""
    return _number(connection, "select count(*) from landing.documents") > 0


def close_batch(
    connection: duckdb.DuckDBPyConnection,
    batch_id: int,
    read: range,
    delivered: Sequence[Delivered],
    quarantined: int,
) -> int:
    """Land which earlier readings those of the ids ``read`` supersede, and the counts of the batch.

    Gives the number of superseded readings.
    """
    superseded = find_superseded(connection, read, {document.file_name for document in delivered})
    done = BatchRow(project_digest(), parser_version(), len(delivered), len(read), quarantined)
    land_rows(connection, batch_id, [*superseded, done])
    return len(superseded)


def _number(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    ((value,),) = connection.execute(query).fetchall()
    return int(value)
