"""Archives: the documents in them, within limits that no honest delivery reaches."""

import hashlib
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import IO

from ingest.errors import DocumentRejected
from ingest.readers.office.archives import as_zip
from ingest.readers.sniff import is_archive, is_foreign_archive

# An archive in an archive is seen where a site packs what a department packed; deeper ones are traps.
DEEPEST = 2
# All departments of a province publish some thousand documents a year.
MOST_MEMBERS = 5000
# The largest published document, a scanned budget of hundreds of pages, has about 100 MiB.
LARGEST_MEMBER = 256 * 2**20
LARGEST_ARCHIVE = 2 * 2**30
# Text and XML shrink to a tenth; a bomb to a thousandth. Small members may be all blanks.
HIGHEST_RATIO = 200
SMALL = 2**20

_BEGIN = 512
_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_HIDDEN = ("__MACOSX", "Thumbs.db", "desktop.ini")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others may ask for any amount of memory


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an archive: its name below the archive, where it stands, its digest, or why it is refused.

    ``path`` holds the number of the entry in each archive from the outermost on. A refused member has the digest of its
    archive's digest and its name, for its bytes cannot be trusted.
    """

    name: str
    path: tuple[int, ...]
    sha256: str
    rejected: DocumentRejected | None = None


def members(archive: IO[bytes], sha256: str) -> Iterator[Member]:
    """The members of an archive with the digest ``sha256`` in their order, those of archives in it in their place.

    Folders and hidden files are none. Never holds more than one member (and the archives around it) in memory.
    """
    yield from _Opening().members(archive, sha256, (), "")


def read_member(archive: IO[bytes], path: tuple[int, ...]) -> bytes:
    """The bytes of the member at ``path``. Raises DocumentRejected, OSError, and IndexError where it has none there."""
    with _open(archive, _last_as_zip) as package:
        info = package.infolist()[path[0]]
        data = _read(package, info)
    return read_member(BytesIO(data), path[1:]) if path[1:] else data


class _Opening:
    """One outermost archive being listed: what it has unpacked so far."""

    def __init__(self) -> None:
        self.count = 0
        self.size = 0

    def members(self, archive: IO[bytes], sha256: str, above: tuple[int, ...], prefix: str) -> Iterator[Member]:
        """The members of an archive that stands at ``above``; their names begin with ``prefix``."""
        try:
            package = _open(archive, as_zip)
        except DocumentRejected as rejected:
            yield _refused(prefix.removesuffix("/"), above, sha256, rejected)
            return
        seen: set[str] = set()
        with package:
            for index, info in enumerate(package.infolist()):
                name = _name(info)
                if info.is_dir() or _is_hidden(name):
                    continue
                path, full = (*above, index), prefix + _label(name)
                try:
                    self._check(info, name, seen)
                    data = _read(package, info)
                except DocumentRejected as rejected:
                    yield _refused(full, path, sha256, rejected)
                    if rejected.code == "too_many":
                        return
                    continue
                seen.add(name)
                if is_archive(data):
                    yield from self._inner(data, path, full)
                else:
                    yield Member(full, path, hashlib.sha256(data).hexdigest())
        if not self.count:
            yield _refused("", above, sha256, DocumentRejected("empty", "the archive holds no document"))

    def _inner(self, data: bytes, path: tuple[int, ...], name: str) -> Iterator[Member]:
        digest = hashlib.sha256(data).hexdigest()
        if len(path) >= DEEPEST:
            message = "an archive in an archive in an archive is not opened"
            yield _refused(name, path, digest, DocumentRejected("too_deep", message, expected=f"{DEEPEST} levels"))
        else:
            yield from self.members(BytesIO(data), digest, path, name + "/")

    def _check(self, info: zipfile.ZipInfo, name: str, seen: set[str]) -> None:
        """Raise DocumentRejected for a member that must not be read."""
        self.count += 1
        if self.count > MOST_MEMBERS:
            raise DocumentRejected("too_many", "the archive has more members", expected=f"at most {MOST_MEMBERS}")
        if _is_unsafe(name):
            raise DocumentRejected("unsafe_name", "the member's name points outside the archive", found=repr(name)[:80])
        if name in seen:
            raise DocumentRejected("duplicate_name", "the archive holds another member of this name")
        self.size += info.file_size
        if self.size > LARGEST_ARCHIVE:
            limit = f"at most {LARGEST_ARCHIVE >> 20} MiB in all"
            raise DocumentRejected("too_large", "the archive unpacks to more than is read", expected=limit)


_last_as_zip = lru_cache(maxsize=1)(as_zip)
"""As `as_zip`; an archive whose members are read one after the other is packed anew once."""


def _open(archive: IO[bytes], repacked: Callable[[bytes], bytes]) -> zipfile.ZipFile:
    """The members, of an archive that is no zip as ``repacked`` gives them. Raises DocumentRejected."""
    begin = archive.read(_BEGIN)
    archive.seek(0)
    try:
        return zipfile.ZipFile(BytesIO(repacked(archive.read())) if is_foreign_archive(begin) else archive)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise DocumentRejected("damaged", f"the archive is damaged: {error}") from error


def _read(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The bytes of a member, within its limits. Reading never gives more than the directory declares."""
    if info.flag_bits & _ENCRYPTED:
        raise DocumentRejected("encrypted", "the member is protected by a password: publish it without one")
    if info.compress_type not in _METHODS:
        raise DocumentRejected("unknown_type", "the member is packed in a way that is not read: use plain zip")
    if info.file_size > LARGEST_MEMBER:
        limit = f"at most {LARGEST_MEMBER >> 20} MiB"
        raise DocumentRejected("too_large", "the member is too large", None, None, limit, f"{info.file_size >> 20} MiB")
    if info.file_size > max(SMALL, HIGHEST_RATIO * info.compress_size):
        ratio = f"{info.file_size // max(info.compress_size, 1)} times its packed size"
        raise DocumentRejected("too_dense", "the member is a bomb", None, None, f"at most {HIGHEST_RATIO} times", ratio)
    try:
        return package.read(info)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError) as error:
        raise DocumentRejected("damaged", f"the member is damaged: {error}") from error


def _refused(name: str, path: tuple[int, ...], sha256: str, rejected: DocumentRejected) -> Member:
    digest = hashlib.sha256(f"{sha256}/{name}/{path}".encode("utf-8", "surrogatepass")).hexdigest()
    return Member(name, path, digest, rejected)


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a member: UTF-8 where marked so or where it is that, else GBK as Windows writes it in China."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename.replace("\\", "/")
    raw = info.filename.encode("cp437", errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding).replace("\\", "/")
        except UnicodeDecodeError:
            continue
    return info.filename.replace("\\", "/")


def _is_unsafe(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or name[1:2] == ":" or not name.isprintable()


def _is_hidden(name: str) -> bool:
    return any(part in _HIDDEN or (part.startswith(".") and part.strip(".")) for part in name.split("/"))


def _label(name: str) -> str:
    """A name to show: nothing that leads elsewhere, nothing that does not print."""
    parts = [part for part in name.split("/") if part.strip(". ")]
    return "".join(c if c.isprintable() else "\ufffd" for c in "/".join(parts)) or "member"
