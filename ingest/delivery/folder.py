"""A folder of documents: what was delivered."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from ingest.delivery.archive import members, read_member
from ingest.delivery.digests import Digests
from ingest.delivery.manifest import FILE_NAME, ManifestEntry, read_manifest
from ingest.errors import DocumentRejected
from ingest.readers.sniff import is_archive
from ingest.rows import QuarantineRow
from ingest.version import parser_version

_NOTES = (".md",)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A file of the delivery, or a member of an archive; its ``reading_identity`` decides whether it was read before.

    ``inside`` is where the member stands in the archive at ``path``, ``rejected`` why it cannot be read.
    """

    path: Path
    file_name: str
    sha256: str
    manifest: ManifestEntry | None
    inside: tuple[int, ...] = ()
    rejected: DocumentRejected | None = None

    @property
    def reading_identity(self) -> tuple[str, str, str | None]:
        """Digest of the bytes, version of the parser, digest of the manifest's row."""
        return self.sha256, parser_version(), self.manifest.digest if self.manifest else None

    def data(self) -> bytes:
        """The bytes of the document. Raises DocumentRejected where they must not or cannot be read."""
        if self.rejected is not None:
            raise self.rejected
        if not self.inside:
            return self.path.read_bytes()
        with self.path.open("rb") as archive:
            return read_member(archive, self.inside)


def scan(folder: Path, kept: Path | None = None) -> list[Delivered]:
    """The documents below ``folder`` in the order of their names; same bytes count once.

    An archive's members are documents named below it (``archive.zip/inner/name.xlsx``). Hidden files, the manifest and
    notes (``*.md``) are no documents. Digests of unchanged files come from the file ``kept``. Raises ManifestError.
    """
    entries = read_manifest(folder)
    digests = Digests(kept)
    found: dict[str, Delivered] = {}
    for name in sorted(_names(folder), key=lambda name: name.split("/")):
        for document in _documents(folder / name, name, digests):
            entry = entries.get(document.file_name)
            found.setdefault(document.sha256, replace(document, manifest=entry) if entry else document)
    digests.keep()
    return list(found.values())


def _names(folder: Path) -> Iterator[str]:
    """Files that may be documents, by their paths below ``folder``."""
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(place).relative_to(folder).as_posix()
        for file in files:
            name = file if below == "." else f"{below}/{file}"
            is_no_document = file.startswith(".") or file.lower().endswith(_NOTES) or name == FILE_NAME
            if not is_no_document and os.path.isfile(os.path.join(place, file)):
                yield name


def documents_in(path: Path) -> Iterator[Delivered]:
    """The document that a file is, or the members of an archive, named by the file's name. Raises OSError."""
    return _documents(path, path.name, Digests())


def _documents(path: Path, name: str, digests: Digests) -> Iterator[Delivered]:
    status = path.stat()
    printable = _printable(name)
    digest = digests.known(name, status)
    if digest is None:
        digest, data = _look_into(path)
        if is_archive(data):
            yield from _members(path, printable, digest, data)
            return
        digests.remember(name, status, digest)
    yield Delivered(path, printable, digest, None)


def _members(path: Path, name: str, digest: str, data: bytes) -> Iterator[Delivered]:
    for member in members(BytesIO(data), digest):
        below = f"{name}/{member.name}" if member.name else name
        if not below.lower().endswith(_NOTES):
            yield Delivered(path, below, member.sha256, None, member.path, member.rejected)


def _look_into(path: Path) -> tuple[str, bytes]:
    """The digest of a file's bytes, and the bytes where the file may be an archive."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        begin = file.read(2)
        return digest, begin + file.read() if begin == b"PK" else begin


def _printable(name: str) -> str:
    """A path as text that can be stored: bytes that are no UTF-8 are written out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def quarantined(document: Delivered, rejected: DocumentRejected) -> QuarantineRow:
    """The row that says why a document could not be read."""
    sha256, version, manifest_digest = document.reading_identity
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
    """A quarantine row as the rejection it records."""
    return DocumentRejected(row.code, row.message, row.page, row.line, row.expected, row.found)
