"""What an export delivers, and the formats it is made of."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from jixiao.export.parts import Part
from jixiao.warehouse import MartTable

Track = Callable[[Sequence[str]], Iterable[str]]
"""Shows how far an export is: goes through the names of what is written and gives each back."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A written file (in a database: a table) with the rows in it. ``notes`` say what the format could not hold."""

    name: str
    contents: str
    rows: int
    sha256: str | None = None
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class OpenWarehouse:
    """A warehouse being exported."""

    connection: duckdb.DuckDBPyConnection
    tables: tuple[MartTable, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format of files: how a folder is written, how SQL names a table there, and what a reader must know.

    Where each file is a part of a table, ``media_type`` is that of a file.
    """

    write: Callable[[OpenWarehouse, Path, Track], list[Exported]]
    relation: Callable[[Sequence[Part]], str]
    how_to_read: str
    media_type: str | None = None


def names(files: Sequence[Part], ending: str) -> str:
    """The files of a table as a list in SQL."""
    return "[" + ", ".join(f"'{part.stem}.{ending}'" for part in files) + "]"


def by_table(all_parts: Sequence[Part]) -> Mapping[str, list[Part]]:
    """Parts by the name of their table."""
    found: dict[str, list[Part]] = {}
    for part in all_parts:
        found.setdefault(part.table.name, []).append(part)
    return found


def digest(path: Path) -> str:
    """sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
