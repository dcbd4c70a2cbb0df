"""A folder of documents: what was delivered."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import DocumentRejected
from ingest.manifest import FILE_NAME, ManifestEntry, read_manifest
from ingest.pipeline import parser_version
from ingest.rows import QuarantineRow

_NOTES = (".md",)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A file of the delivery; its ``key`` decides whether it was read before."""

    path: Path
    file_name: str
    sha256: str
    manifest: ManifestEntry | None

    @property
    def key(self) -> tuple[str, str, str | None]:
        """Digest of the bytes, version of the parser, digest of the manifest's row."""
        return self.sha256, parser_version(), self.manifest.digest if self.manifest else None


def scan(folder: Path) -> list[Delivered]:
    """The documents below ``folder`` in the order of their names; same bytes count once.

    Hidden files, the manifest and notes (``*.md``) are no documents. Raises ManifestError.
    """
    entries = read_manifest(folder)
    found: dict[str, Delivered] = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        if name == FILE_NAME or path.suffix.lower() in _NOTES or any(p.startswith(".") for p in name.split("/")):
            continue
        sha256 = digest(path)
        found.setdefault(sha256, Delivered(path, _printable(name), sha256, entries.get(name)))
    return list(found.values())


def digest(path: Path) -> str:
    """The digest of a file's bytes. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _printable(name: str) -> str:
    """A path as text that can be stored: bytes that are no UTF-8 are written out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def quarantined(document: Delivered, rejected: DocumentRejected) -> QuarantineRow:
    """The row that says why a document could not be read."""
    sha256, version, manifest_digest = document.key
    return QuarantineRow(
        file_name=document.file_name,
        sha256=sha256,
        parser_version=version,
        manifest_digest=manifest_digest,
        code=rejected.code,
        message=rejected.message,
        page=rejected.page,
        line=rejected.line,
        expected=rejected.expected,
        found=rejected.found,
    )


def rejection(row: QuarantineRow) -> DocumentRejected:
    """The rejection that a row of quarantine tells of."""
    return DocumentRejected(row.code, row.message, row.page, row.line, row.expected, row.found)
