"""What was read from some documents, as Arrow tables: how readings travel from the process that made them."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from ingest.delivery.folder import ReadingIdentity
from ingest.landing.columns import RowClass, columns, to_arrow
from ingest.rows import DOCUMENT_TABLES, DocumentRow, QuarantineRow, Reading, SourceRow

DOCUMENT = "document"
"""The column that says which reading of the batch a row belongs to, from 0."""

_MEMBERS = {
    row_class: field.name for row_class, field in zip(DOCUMENT_TABLES, dataclasses.fields(Reading), strict=True)
}

_IDENTITY = ["sha256", "parser_version", "manifest_digest"]
_SINGLE = (DocumentRow, SourceRow)


@dataclass(frozen=True, slots=True)
class Batch:
    """Readings in delivery order, a table for each of `DOCUMENT_TABLES`, and the documents that could not be read."""

    tables: Mapping[RowClass, pa.Table]
    quarantined: tuple[QuarantineRow, ...]

    @property
    def read(self) -> int:
        """How many documents were read."""
        return int(self.tables[DocumentRow].num_rows)

    @property
    def size(self) -> int:
        """Bytes of the tables."""
        return sum(table.nbytes for table in self.tables.values())

    @property
    def reading_identities(self) -> list[ReadingIdentity]:
        """Those of the documents that were read, then of those that could not be."""
        read = self.tables[DocumentRow].select(_IDENTITY).to_pylist()
        lost = ((row.sha256, row.parser_version, row.manifest_digest) for row in self.quarantined)
        return [*(tuple(row.values()) for row in read), *lost]

    def readings(self) -> list[Reading]:
        """The readings as rows again."""
        found: list[dict[str, Any]] = [dict.fromkeys(_MEMBERS.values(), ()) for _ in range(self.read)]
        for row_class, member in _MEMBERS.items():
            for values in self.tables[row_class].to_pylist():
                reading = found[values.pop(DOCUMENT)]
                row = row_class(**values)
                reading[member] = row if row_class in _SINGLE else (*reading[member], row)
        return [Reading(**members) for members in found]


def batch(readings: Sequence[Reading], quarantined: Iterable[QuarantineRow] = ()) -> Batch:
    """Readings as a batch. Raises ArrowException or UnicodeError for a value that its column cannot hold."""
    return Batch(
        {row_class: _table(row_class, member, readings) for row_class, member in _MEMBERS.items()}, tuple(quarantined)
    )


def _table(row_class: RowClass, member: str, readings: Sequence[Reading]) -> pa.Table:
    numbers: list[int] = []
    rows: list[Any] = []
    for number, reading in enumerate(readings):
        value = getattr(reading, member)
        own = value if isinstance(value, tuple) else (value,)
        rows.extend(own)
        numbers.extend([number] * len(own))
    return pa.table({DOCUMENT: pa.array(numbers, pa.int64()), **to_arrow(row_class, rows)})


def joined(batches: Sequence[Batch]) -> Batch:
    """Batches as one, their readings in the same order."""
    if len(batches) == 1:
        return batches[0]
    import pyarrow.compute as pc  # only a large delivery needs it

    parts: dict[RowClass, list[pa.Table]] = {row_class: [] for row_class in DOCUMENT_TABLES}
    read = 0
    for part in batches:
        for row_class, table in part.tables.items():
            at = table.schema.get_field_index(DOCUMENT)
            parts[row_class].append(table.set_column(at, DOCUMENT, pc.add(table[DOCUMENT], read)))
        read += part.read
    tables = {row_class: pa.concat_tables(own) for row_class, own in parts.items()}
    return Batch(tables, tuple(row for part in batches for row in part.quarantined))


def write_batch(path: Path, written: Batch) -> None:
    """Write a batch into a file: its tables as Arrow streams one after another. Raises OSError."""
    tables = (*written.tables.values(), pa.table(to_arrow(QuarantineRow, written.quarantined)))
    with pa.OSFile(str(path), "wb") as file:
        for table in tables:
            with pa.ipc.new_stream(file, table.schema) as stream:
                stream.write_table(table)


def read_batch(path: Path) -> Batch:
    """The batch of a file that `write_batch` wrote."""
    with pa.OSFile(str(path)) as file:
        tables = {row_class: pa.ipc.open_stream(file).read_all() for row_class in DOCUMENT_TABLES}
        names = [column.name for column in columns(QuarantineRow)]
        rows = pa.ipc.open_stream(file).read_all().select(names).to_pylist()
    return Batch(tables, tuple(QuarantineRow(**row) for row in rows))
