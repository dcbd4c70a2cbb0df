"""A folder of documents: what was delivered, and each file read or quarantined."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from ingest.archive import members, read_member
from ingest.errors import DocumentRejected
from ingest.manifest import FILE_NAME, ManifestEntry, read_manifest
from ingest.pipeline import parser_version, read
from ingest.readers.sniff import is_archive
from ingest.rows import QuarantineRow, Reading

_NOTES = (".md",)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A file of the delivery, or a member of an archive; its ``key`` decides whether it was read before.

    ``inside`` is where the member stands in the archive at ``path``, ``rejected`` why it cannot be read.
    """

    path: Path
    file_name: str
    sha256: str
    manifest: ManifestEntry | None
    inside: tuple[int, ...] = ()
    rejected: DocumentRejected | None = None

    @property
    def key(self) -> tuple[str, str, str | None]:
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


def scan(folder: Path) -> list[Delivered]:
    """The documents below ``folder`` in the order of their names; same bytes count once.

    An archive's members are documents named below it (``archive.zip/inner/name.xlsx``). Hidden files, the manifest and
    notes (``*.md``) are no documents. Raises ManifestError.
    """
    entries = read_manifest(folder)
    found: dict[str, Delivered] = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        if name == FILE_NAME or path.suffix.lower() in _NOTES or any(p.startswith(".") for p in name.split("/")):
            continue
        for document in documents_in(path, name):
            entry = entries.get(document.file_name)
            found.setdefault(document.sha256, replace(document, manifest=entry))
    return list(found.values())


def documents_in(path: Path, name: str) -> Iterator[Delivered]:
    """The document that a file is, or the members of an archive; ``name`` is what they are called by."""
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if not is_archive(data):
        yield Delivered(path, name, digest, None)
        return
    for member in members(BytesIO(data), digest):
        below = f"{name}/{member.name}" if member.name else name
        if not below.lower().endswith(_NOTES):
            yield Delivered(path, below, member.sha256, None, member.path, member.rejected)


def read_all(
    delivered: Iterable[Delivered], on_read: Callable[[Delivered], None] = lambda _: None
) -> tuple[list[Reading], list[QuarantineRow]]:
    """Read documents in order; one that cannot be read goes to quarantine and the others go on.

    ``on_read`` is called after each.
    """
    readings: list[Reading] = []
    quarantine: list[QuarantineRow] = []
    for document in delivered:
        try:
            readings.append(read(document.data(), document.file_name, document.manifest))
        except DocumentRejected as rejected:
            quarantine.append(_quarantined(document, rejected))
        except Exception as error:  # a mistake of ours must not cost the other documents
            message = f"reading failed: {type(error).__name__}: {error}"
            quarantine.append(_quarantined(document, DocumentRejected("internal_error", message)))
        on_read(document)
    return readings, quarantine


def _quarantined(document: Delivered, rejected: DocumentRejected) -> QuarantineRow:
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
