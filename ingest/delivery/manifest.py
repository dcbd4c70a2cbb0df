"""``documents.csv`` beside the documents: what their publisher says of them, which always wins."""

import csv
import hashlib
import io
import os
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path

from ingest.delivery.files import refusal, unreadable

FILE_NAME = "documents.csv"
FETCHED = "fetched.csv"
"""What `jixiao fetch` keeps beside the manifest; it is no document."""

COLUMNS = ("file", "city", "department", "year", "url", "published_on", "page_url", "page_title", "fetched_at")


class ManifestError(ValueError):
    """The manifest itself cannot be used; the message names the row."""


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """A row of the manifest; what it leaves blank is read from the document."""

    file: str
    city: str | None = None
    department: str | None = None
    year: int | None = None
    url: str | None = None
    published_on: date | None = None
    page_url: str | None = None
    page_title: str | None = None
    fetched_at: str | None = None

    @property
    def digest(self) -> str:
        """Digest of the row's content, which is part of a reading's identity."""
        content = "\x1f".join(str(getattr(self, field.name) or "") for field in fields(self)[1:])
        return hashlib.sha256(content.encode()).hexdigest()


def read_manifest(folder: Path) -> dict[str, ManifestEntry]:
    """The entries of ``folder/documents.csv`` by file (path below the folder); empty where there is none.

    Raises ManifestError for a manifest that cannot be read, a missing column ``file``, a year or date that is none, or
    a file listed twice.
    """
    if not os.path.lexists(folder / FILE_NAME):
        return {}
    try:
        text = _bytes(folder).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ManifestError(f"{FILE_NAME}: not UTF-8 text ({error.reason} at byte {error.start})") from error
    try:
        return _entries(csv.DictReader(io.StringIO(text, newline="")))
    except csv.Error as error:
        raise ManifestError(f"{FILE_NAME}: not a table of comma-separated values ({error})") from error


def _bytes(folder: Path) -> bytes:
    path = folder / FILE_NAME
    refused = refusal(path, folder)
    if refused is not None:
        raise ManifestError(f"{FILE_NAME}: {refused}")
    try:
        return path.read_bytes()
    except OSError as error:
        raise ManifestError(f"{FILE_NAME}: {unreadable(error)}") from error


def _entries(rows: "csv.DictReader[str]") -> dict[str, ManifestEntry]:
    if "file" not in (rows.fieldnames or ()):
        raise ManifestError(f"{FILE_NAME}: expected the columns {', '.join(COLUMNS)}; found {rows.fieldnames}")
    entries: dict[str, ManifestEntry] = {}
    for number, row in enumerate(rows, start=2):
        entry = _entry(row, number)
        if entry.file in entries:
            raise ManifestError(f"{FILE_NAME} row {number}: {entry.file} is listed twice")
        entries[entry.file] = entry
    return entries


def _entry(row: dict[str, str], number: int) -> ManifestEntry:
    value = {column: (row.get(column) or "").strip() or None for column in COLUMNS}
    if value["file"] is None:
        raise ManifestError(f"{FILE_NAME} row {number}: no file is named")
    year = value["year"]
    if year is not None and not (year.isdecimal() and 1990 <= int(year) <= 2100):
        raise ManifestError(f"{FILE_NAME} row {number}: expected a year such as 2024; found {year!r}")
    try:
        published_on = date.fromisoformat(value["published_on"]) if value["published_on"] else None
    except ValueError as error:
        found = value["published_on"]
        raise ManifestError(f"{FILE_NAME} row {number}: expected a date YYYY-MM-DD; found {found!r}") from error
    try:
        datetime.fromisoformat(value["fetched_at"] or "2000-01-01")
    except ValueError as error:
        found = value["fetched_at"]
        raise ManifestError(f"{FILE_NAME} row {number}: expected a time of ISO 8601; found {found!r}") from error
    return ManifestEntry(
        file=value["file"],
        city=value["city"],
        department=value["department"],
        year=int(year) if year else None,
        url=value["url"],
        published_on=published_on,
        page_url=value["page_url"],
        page_title=value["page_title"],
        fetched_at=value["fetched_at"],
    )
