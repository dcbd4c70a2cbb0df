"""What a warehouse holds landed already, so what of a delivery is new, and what is landed of a batch as a whole.

Values are written into the queries: for a parameter DuckDB imports pandas, a quarter of a second.
"""

from collections import Counter
from collections.abc import Sequence

import duckdb

from ingest.delivery.folder import Delivered, ReadingIdentity, account_for
from ingest.errors import ANSWERED_BY_NAME, PASSING
from ingest.landing.columns import columns
from ingest.landing.supersede import find_superseded
from ingest.landing.tables import land_rows
from ingest.readers import now_readable
from ingest.rows import BatchRow, QuarantineRow
from ingest.version import parser_version
from jixiao.project import project_digest

BREAKS_THE_BUILD = "breaks_the_build"
"""The code of a document that was read, and with whose rows a check of the build fails."""


def unread(
    connection: duckdb.DuckDBPyConnection, delivered: Sequence[Delivered], quarantine: Sequence[QuarantineRow]
) -> list[Delivered]:
    """The delivered documents that no current reading or quarantine row of this parser covers."""
    known = {*_current(connection, delivered), *map(_identity, quarantine)}
    return [document for document in delivered if document.reading_identity not in known]


def known_quarantine(
    connection: duckdb.DuckDBPyConnection, delivered: Sequence[Delivered]
) -> tuple[QuarantineRow, ...]:
    """The rejections of delivered documents that still hold.

    Not those for a passing reason, nor for want of what is installed by now, nor by the checks of another project, nor
    of documents that were read since, or of which a new name may say what lacked.
    """
    names = ", ".join(column.name for column in columns(QuarantineRow))
    found = connection.execute(
        f"""
        select {names} from landing.quarantine
        where
            code <> '{BREAKS_THE_BUILD}'
            or batch_id in (select batch_id from landing.batches where project_digest = '{project_digest()}')
        """
    )
    rows = [QuarantineRow(*row) for row in found.fetchall()]
    if not rows:
        return ()
    keys = {document.reading_identity for document in delivered}.difference(_current(connection, delivered))
    delivered_names = {document.file_name for document in delivered}
    passed = PASSING | now_readable()
    held = (row for row in rows if _identity(row) in keys and row.code not in passed)
    return tuple(row for row in held if row.code not in ANSWERED_BY_NAME or row.file_name in delivered_names)


def check_all_landed(
    connection: duckdb.DuckDBPyConnection,
    delivered: Sequence[Delivered],
    quarantine: Sequence[QuarantineRow],
    batch_id: int | None = None,
) -> None:
    """Raise DocumentsLost unless each delivered document is read or rejected, once, and the batch brought no other.

    ``quarantine`` are the rejections from before the batch ``batch_id`` (None: no batch was landed) that still hold.
    """
    keys = {document.reading_identity for document in delivered}
    found = [identity for identity in _current(connection, delivered) if identity in keys]
    found += {_identity(row) for row in quarantine}
    if batch_id is not None:
        read = _identities(connection, "landing.documents", batch_id)
        found += [identity for identity in read if identity not in keys]
        found += _identities(connection, "landing.quarantine", batch_id)
    account_for(delivered, found)


_CURRENT = "(from landing.documents where document_id not in (select document_id from landing.supersessions))"
_BY_NAME = f"""
    select file_name, sha256, parser_version, manifest_digest from {_CURRENT}
    where 'file_name' in (place_basis, department_basis, year_basis)
"""


def _current(connection: duckdb.DuckDBPyConnection, delivered: Sequence[Delivered]) -> list[ReadingIdentity]:
    """The reading identities that are current, each once for each reading.

    Not those of readings that rest on the name of a file, where it is delivered no more: another name may say another.
    """
    names = {document.file_name for document in delivered}
    renamed = Counter(tuple(own) for name, *own in connection.execute(_BY_NAME).fetchall() if name not in names)
    current = _identities(connection, _CURRENT)
    return list((Counter(current) - renamed).elements()) if renamed else current


def _identities(
    connection: duckdb.DuckDBPyConnection, table: str, batch_id: int | None = None
) -> list[ReadingIdentity]:
    """The reading identities of a table, of one batch or (None) of all."""
    query = f"select sha256, parser_version, manifest_digest from {table}"
    return connection.execute(query if batch_id is None else f"{query} where batch_id = {batch_id}").fetchall()


def _identity(row: QuarantineRow) -> ReadingIdentity:
    return row.sha256, row.parser_version, row.manifest_digest


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
    superseded = find_superseded(connection, read, delivered)
    done = BatchRow(project_digest(), parser_version(), len(delivered), len(read), quarantined)
    land_rows(connection, batch_id, [*superseded, done])
    return len(superseded)


def _number(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    ((value,),) = connection.execute(query).fetchall()
    return int(value)
