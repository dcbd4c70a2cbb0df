"""Archives that are no zip, packed anew as one by bsdtar (libarchive): so the limits of zip archives hold for them."""

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.errors import DocumentRejected
from ingest.readers.kinds import ADVICE
from ingest.readers.office.confined import NOT_INSTALLED, Limits, run
from ingest.readers.sniff import sniff

LIMITS = Limits(cpu_seconds=120, memory_bytes=2 * 1024**3, file_bytes=1024**3)

_ENDS = {
    b"Rar!\x1a\x07\x00": re.compile(rb"\x7b[\x00\x02\x08\x0a]\x40[\x07-\x14]\x00"),
    b"Rar!\x1a\x07\x01": re.compile(rb"\x03\x05[\x00-\x07]\x00"),
    b"": re.compile(rb"\x00{512}"),
}
"""How the last part of an archive looks, by how it begins. libarchive does not miss it, nor what stood before it."""
_END_WITHIN = 512
_WITHOUT_END = ("7-Zip archive", "Cabinet archive")  # their members are listed in one place
_OF_PASSWORDS = ("encrypt", "passphrase", "password")


def is_installed() -> bool:
    """True where bsdtar is installed."""
    return shutil.which("bsdtar") is not None


def as_zip(data: bytes) -> bytes:
    """An archive that is no zip, as a zip of the same members, not compressed.

    Raises DocumentRejected (``office_not_installed``, ``encrypted``, ``damaged``, ``too_large``, ``timeout``).
    """
    program = shutil.which("bsdtar")
    if program is None:
        kind = sniff(data)
        message = f"no reader for this kind of file: {kind}; install what unpacks it: make office, or {ADVICE[kind]}"
        raise DocumentRejected(NOT_INSTALLED, message, expected="bsdtar")
    with TemporaryDirectory(prefix="archive-") as name:
        folder = Path(name)
        (folder / "archive").write_bytes(data)
        options = ["--format", "zip", "--options", "zip:compression=store"]
        status, words = run([program, "--create", "--file", "packed", *options, "@archive"], folder, LIMITS)
        if status == 0 and _is_whole(data):
            return (folder / "packed").read_bytes()
    if any(word in words.lower() for word in _OF_PASSWORDS):
        raise DocumentRejected("encrypted", "the archive is protected by a password: publish it without one")
    why = words.partition("\n")[0].removeprefix("bsdtar: ").replace("(null)", "").rstrip(": ")
    raise DocumentRejected("damaged", f"the {sniff(data)} cannot be unpacked: {why or 'it is not whole'}")


def _is_whole(data: bytes) -> bool:
    """False for an archive that lacks its end: it was cut, or goes on in another file."""
    if sniff(data) in _WITHOUT_END:
        return True
    end = next(end for begin, end in _ENDS.items() if data.startswith(begin))
    return end.search(data[-_END_WITHIN:]) is not None
