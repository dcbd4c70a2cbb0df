"""A folder of documents: what was delivered."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

from ingest.delivery.archive import LARGEST_ARCHIVE, members, read_member
from ingest.delivery.digests import Digests
from ingest.delivery.files import files_below, is_note, open_file, unreadable
from ingest.delivery.manifest import FETCHED, FILE_NAME, ManifestEntry, read_manifest
from ingest.errors import AGAIN, DocumentRejected, DocumentsLost
from ingest.readers.sniff import is_archive, is_foreign_archive, is_zip
from ingest.rows import QuarantineRow
from ingest.version import parser_version

_BEGIN = 512

ReadingIdentity = tuple[str, str, str | None]
"""Digest of the bytes, version of the parser, digest of the manifest's row."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """A file of the delivery, or a member of an archive; its ``reading_identity`` decides whether it was read before.

    ``inside`` is where the member stands in the archive ``at`` a path, ``rejected`` why it cannot be read. Of a file
    that was not read, ``sha256`` is the digest of its name and the reason. ``is_unseen`` is true of a file whose digest
    is not known from an earlier delivery.
    """

    at: str | Path
    file_name: str
    sha256: str
    manifest: ManifestEntry | None
    inside: tuple[int, ...] = ()
    rejected: DocumentRejected | None = None
    is_unseen: bool = field(default=False, compare=False)

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return Path(self.at)

    @property
    def reading_identity(self) -> ReadingIdentity:
        """What decides whether the document was read before."""
        return self.sha256, parser_version(), self.manifest.digest if self.manifest else None

    def data(self) -> bytes:
        """The bytes that were delivered. Raises DocumentRejected where they must not or can no longer be read."""
        if self.rejected is not None:
            raise self.rejected
        try:
            data = self._read()
        except OSError as error:
            raise lost(error) from error
        except (DocumentRejected, IndexError) as error:  # the member was whole when the archive was listed
            raise _changed() from error
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise _changed()
        return data

    def _read(self) -> bytes:
        with open_file(self.at) as file:
            return read_member(file, self.inside) if self.inside else file.read()


def lost(error: OSError) -> DocumentRejected:
    """The rejection of a document whose reading the system refused to go on with."""
    return DocumentRejected("io_error", f"the system failed in reading: {error.strerror or error}; {AGAIN}")


def _changed() -> DocumentRejected:
    return DocumentRejected("changed", f"the file was changed while the build ran; {AGAIN}")


def scan(folder: Path, kept: Path | None = None) -> list[Delivered]:
    """The documents below ``folder`` in the order of their names; same bytes count once.

    An archive's members are documents named below it (``archive.zip/inner/name.xlsx``); what the manifest says of the
    archive holds for members of which it says nothing. Hidden files, the manifest, what `jixiao fetch` keeps beside it
    and notes (``*.md``) are no documents. What cannot be read, is no regular file or a link that leads outside is given
    with the reason. Digests of unchanged files come from the file ``kept``. Raises ManifestError.
    """
    entries = read_manifest(folder)
    digests = Digests(kept)
    found: dict[str, Delivered] = {}
    for name, refused in sorted(files_below(folder), key=lambda file: file[0].split("/")):
        if name in (FILE_NAME, FETCHED):
            continue
        path, whole = os.path.join(folder, name), entries.get(_printable(name)) if entries else None
        for document in [_refused(path, name, refused)] if refused else _documents(path, name, digests):
            entry = entries.get(document.file_name, whole)
            found.setdefault(document.sha256, replace(document, manifest=entry) if entry else document)
    digests.keep()
    return list(found.values())


def documents_in(path: Path) -> list[Delivered]:
    """The document that a file is, or the members of an archive, named by the file's name."""
    return _documents(path, path.name, Digests())


def _documents(path: str | Path, name: str, digests: Digests) -> list[Delivered]:
    try:
        status = os.stat(path)
        if status.st_size > LARGEST_ARCHIVE:
            return [_refused(path, name, _too_large(status.st_size))]
        digest = digests.known(name, status)
        is_unseen = digest is None
        if digest is None:
            digest, data = _look_into(path)
            if is_archive(data):
                return list(_members(path, _printable(name), digest, data))
            digests.remember(name, status, digest)
    except OSError as error:
        return [_refused(path, name, unreadable(error))]
    return [Delivered(path, _printable(name), digest, None, is_unseen=is_unseen)]


def _too_large(size: int) -> DocumentRejected:
    limit, found = f"at most {LARGEST_ARCHIVE >> 20} MiB", f"{size >> 20} MiB"
    return DocumentRejected("too_large", "the file is too large", expected=limit, found=found)


def _refused(path: str | Path, name: str, rejected: DocumentRejected) -> Delivered:
    told = f"{rejected.code}: {rejected}"
    digest = hashlib.sha256(os.fsencode(name) + b"\0" + told.encode()).hexdigest()
    return Delivered(path, _printable(name), digest, None, rejected=rejected)


def _members(path: str | Path, name: str, digest: str, data: bytes) -> Iterator[Delivered]:
    for member in members(BytesIO(data), digest):
        below = f"{name}/{member.name}" if member.name else name
        if not is_note(below):
            yield Delivered(path, below, member.sha256, None, member.path, member.rejected)


def _look_into(path: str | Path) -> tuple[str, bytes]:
    """The digest of a file's bytes, and the bytes where the file may be an archive. Raises OSError."""
    with open_file(path) as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        begin = file.read(_BEGIN)
        return digest, begin + file.read() if is_zip(begin) or is_foreign_archive(begin) else begin


def _printable(name: str) -> str:
    """A path as text that can be stored: bytes that are no UTF-8 are written out."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def account_for(given: Sequence[Delivered], found: Iterable[ReadingIdentity]) -> None:
    """Raise DocumentsLost unless ``found`` are the reading identities of the documents given, each once for each."""
    documents = {document.reading_identity: document.file_name for document in given}
    wanted, had = Counter(document.reading_identity for document in given), Counter(found)
    missing = [documents[identity] for identity in wanted - had]
    others = [documents.get(identity, f"bytes with digest {identity[0]}") for identity in had - wanted]
    if missing or others:
        told = (("neither read nor quarantined", missing), ("found more often than delivered", others))
        raise DocumentsLost("; ".join(f"{what}: {', '.join(names)}" for what, names in told if names))


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
        message_zh=rejected.in_chinese(),
    )


def rejection(row: QuarantineRow) -> DocumentRejected:
    """A quarantine row as the rejection it records."""
    return DocumentRejected(row.code, row.message, row.page, row.line, row.expected, row.found)
