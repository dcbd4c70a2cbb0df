"""What a warehouse holds landed already, and so what of a delivery is new."""

from collections.abc import Sequence

import duckdb

from ingest.delivery.folder import Delivered
from ingest.landing.columns import columns
from ingest.readers.scan.reader import NOT_INSTALLED, is_installed
from ingest.rows import QuarantineRow
from ingest.version import parser_version
from jixiao.project import project_digest


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
    """The rejections of delivered documents that still hold: not those for want of what is installed by now."""
    names = ", ".join(column.name for column in columns(QuarantineRow))
    rows = [QuarantineRow(*row) for row in connection.execute(f"select {names} from landing.quarantine").fetchall()]
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


def _number(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    ((value,),) = connection.execute(query).fetchall()
    return int(value)
