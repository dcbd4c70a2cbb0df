"""``fetched.csv`` and ``documents.csv``: what was fetched from where, and what of it a build is told."""

import csv
import io
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from ingest.delivery.manifest import COLUMNS, FETCHED, FILE_NAME
from jixiao.commands.fetch.told import told


class BadRecords(ValueError):
    """What an earlier run wrote cannot be read; the message says where."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of an address: a row of ``fetched.csv``. ``file`` is its path below the documents folder.

    ``fetched_at`` is when its bytes came, ``checked_at`` when it was asked last (UTC).
    """

    address: str
    kind: str
    """page or file"""
    outcome: str
    """new, unchanged, changed, withdrawn, failed; replaced for an earlier version of a file"""
    file: str = ""
    page_url: str = ""
    page_title: str = ""
    published_on: str = ""
    city: str = ""
    department: str = ""
    year: str = ""
    fetched_at: str = ""
    checked_at: str = ""
    status: str = ""
    reason: str = ""
    type: str = ""
    size: str = ""
    sha256: str = ""
    etag: str = ""
    last_modified: str = ""
    final_address: str = ""


_NAMES = [field.name for field in fields(Record)]
_OF_SOURCE = ("city", "department", "year")


def read_records(folder: Path) -> list[Record]:
    """The rows of ``fetched.csv``; none where there is no such file. Raises BadRecords."""
    path = folder / FETCHED
    if not path.exists():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        return [Record(**{name: row.get(name) or "" for name in _NAMES}) for row in rows]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadRecords(told("records", name=FETCHED, why=error)) from error


def write_records(folder: Path, records: Iterable[Record]) -> None:
    """Write ``fetched.csv`` in one step. Raises OSError."""
    _write(folder / FETCHED, _NAMES, (asdict(record) for record in records))


def write_manifest(folder: Path, records: Iterable[Record]) -> None:
    """Tell ``documents.csv`` where each file came from, in one step; rows and columns of others stay as they are.

    City, department and year are those of SOURCES; where it names none, what stands there stays. Raises OSError and
    BadRecords.
    """
    path = folder / FILE_NAME
    columns, rows = _manifest(path)
    for record in records:
        own = {
            "file": record.file,
            "url": record.final_address or record.address,
            "published_on": record.published_on,
            "page_url": record.page_url,
            "page_title": record.page_title,
            "fetched_at": record.fetched_at,
        }
        said = {name: value for name in _OF_SOURCE if (value := getattr(record, name))}
        rows[record.file] = {**rows.get(record.file, {}), **own, **said}
    _write(path, list(dict.fromkeys((*columns, *COLUMNS))), rows.values())


def _manifest(path: Path) -> tuple[list[str], dict[str, dict[str, str]]]:
    if not path.exists():
        return [], {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            return list(reader.fieldnames or ()), {(row.get("file") or "").strip(): row for row in reader}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadRecords(told("records", name=FILE_NAME, why=error)) from error


def _write(path: Path, columns: list[str], rows: Iterable[Mapping[str, str]]) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    written = text.getvalue().encode()
    if path.exists() and path.read_bytes() == written:
        return
    unfinished = path.with_name(f".{path.name}.new")
    with unfinished.open("wb") as file:
        file.write(written)
        file.flush()
        os.fsync(file.fileno())
    os.replace(unfinished, path)
