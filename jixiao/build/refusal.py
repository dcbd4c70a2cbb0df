"""The documents with which a check of the build fails, found and left out, so that the others are published.

What stood in the published warehouse was found valid; the cause is a document of the batch being landed. It is told by
the rows that a check finds fault with. Where these name no document, the first documents of the batch are built alone,
half as many or more each time, until one is found without which there is no fault. The batch is not read again: its
rows are taken from the file that failed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from expectations.validation import Validation
from ingest.delivery.folder import Delivered, quarantined
from ingest.errors import DocumentRejected
from ingest.landing.tables import land_rows
from ingest.rows import DOCUMENT_TABLES, QuarantineRow
from jixiao.build.checks import Checks, NotPublished
from jixiao.build.faults import Fault
from jixiao.build.landed import BREAKS_THE_BUILD, close_batch, is_built, next_document
from jixiao.build.workplace import Workplace, set_aside, start_anew

_MOST_TRIES = 40
"""Builds of a search: five documents among thousands that no row names are found in fewer."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as landed: its number, what was delivered and what of it could not be read."""

    number: int
    delivered: Sequence[Delivered]
    quarantined: Sequence[QuarantineRow]


@dataclass(frozen=True, slots=True)
class Built:
    """A warehouse that passed every check: what was found, the batch that it was built on, what is landed in it."""

    validation: Validation
    built_batch: int
    landed: int
    superseded: int
    refused: tuple[QuarantineRow, ...] = ()


class _NotTraced(Exception):
    """No document can be told to be the cause."""


class Search:
    """Builds of a batch without some of its documents."""

    def __init__(self, checks: Checks, batch: Batch, is_as_published: bool) -> None:
        place = checks.place
        set_aside(place)
        self._checks, self._place, self._number = checks, place, batch.number
        self._delivered, self._quarantined = batch.delivered, batch.quarantined
        self._sources = _sources(place, batch)
        self._is_as_published = is_as_published
        self._refused: dict[int, Fault] = {}
        self._sound = 0  # up to this id the documents that are not refused are built without a fault
        self._tries = 0

    def built_without_guilty(self, first: NotPublished) -> Built:
        """The warehouse without the documents with which checks fail, as told by ``first`` and what follows.

        Raises NotPublished, as the first failure says it, where no document is the cause, or more than half of those
        delivered would be.
        """
        failed = first
        try:
            while True:
                _require_cause(failed)
                self._refused |= self._named(failed) or self._found(failed)
                if 2 * len(self._refused) > len(self._delivered):
                    raise _NotTraced("the same with most of the documents: they are not the cause")
                try:
                    return self._build(self._suspects())
                except NotPublished as error:
                    failed = error
        except _NotTraced as reason:
            raise NotPublished(f"{first}\n{reason}", first.faults, first.validation) from first

    def _suspects(self) -> list[int]:
        return [document for document in sorted(self._sources) if document not in self._refused]

    def _named(self, failed: NotPublished) -> dict[int, Fault]:
        """The suspects that the rows of the failed checks name, each with a fault."""
        suspects = set(self._suspects())
        return {document: fault for fault in failed.faults for document in sorted(fault.documents & suspects)}

    def _found(self, failed: NotPublished) -> dict[int, Fault]:
        """The first suspect with which a check fails, those before it being built too. Raises _NotTraced."""
        suspects = self._suspects()
        low, high = sum(document <= self._sound for document in suspects), len(suspects)
        while high - low > 1:
            middle = (low + high) // 2
            try:
                self._build(suspects[:middle])
                low = middle
            except NotPublished as error:
                _require_cause(error)
                high, failed = middle, error
        if not suspects or (low == 0 and not self._is_sound_before()):
            raise _NotTraced("the same without the new documents: none of them is the cause")
        self._sound = suspects[low - 1] if low else self._sound
        return {suspects[high - 1]: failed.faults[0]}

    def _is_sound_before(self) -> bool:
        """True where no check fails without any document of the batch, or nothing was published before."""
        if not self._place.published.exists():
            return True
        try:
            self._build([])
        except NotPublished:
            return False
        return True

    def _build(self, documents: Sequence[int]) -> Built:
        """Build the published warehouse and these documents of the batch. Raises NotPublished and _NotTraced."""
        self._tries += 1
        if self._tries > _MOST_TRIES:
            raise _NotTraced(f"after {_MOST_TRIES} builds no document is known to be the cause")
        start_anew(self._place)
        connection = self._place.open()
        built_batch = self._number - 1 if is_built(connection) else 0
        refused = tuple(self._refusal(document) for document in sorted(self._refused))
        superseded = self._land(connection, documents, (*self._quarantined, *refused))
        valid_batch = built_batch if self._is_as_published else 0
        validation = self._checks.run(built_batch, valid_batch, lambda _: None)
        return Built(validation, built_batch, len(documents), superseded, refused)

    def _land(
        self, connection: duckdb.DuckDBPyConnection, documents: Sequence[int], rejected: Sequence[QuarantineRow]
    ) -> int:
        """Land documents of the failed file, numbered without gaps; gives the number of superseded readings."""
        first = next_document(connection)
        read = range(first, first + len(documents))
        numbered = {"landed": documents, "document": read}
        connection.execute(f"attach {_literal(str(self._place.failed))} as failed (read_only)")
        connection.register("numbered", pa.table({name: pa.array(own, pa.int64()) for name, own in numbered.items()}))
        connection.begin()
        for row_class in DOCUMENT_TABLES:
            connection.execute(
                f"""
                insert into landing.{row_class.table} by name
                select numbered.document as document_id, own.* exclude (document_id)
                from failed.landing.{row_class.table} as own
                inner join numbered on own.document_id = numbered.landed
                order by own.rowid
                """
            )
        land_rows(connection, self._number, rejected)
        superseded = close_batch(connection, self._number, read, self._delivered, len(rejected))
        connection.commit()
        connection.execute("detach failed")
        return superseded

    def _refusal(self, document: int) -> QuarantineRow:
        message = f"with this document {self._refused[document].words}"
        return quarantined(self._sources[document], DocumentRejected(BREAKS_THE_BUILD, message))


def _require_cause(failed: NotPublished) -> None:
    """Raise _NotTraced where what failed cannot be the fault of a document."""
    if not failed.faults or not all(fault.is_of_rows for fault in failed.faults):
        raise _NotTraced("no document can be the cause of that")


def _sources(place: Workplace, batch: Batch) -> dict[int, Delivered]:
    """The documents of the batch by the ids of their readings."""
    by_digest = {document.sha256: document for document in batch.delivered}
    with duckdb.connect(str(place.failed), read_only=True) as connection:
        query = "select document_id, sha256 from landing.documents where batch_id = ?"
        return {key: by_digest[digest] for key, digest in connection.execute(query, [batch.number]).fetchall()}


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
