"""Documents of older office programs, saved by LibreOffice in the format that a reader of ours reads."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from ingest.errors import DocumentRejected
from ingest.readers.office.confined import Limits, run

LIMITS = Limits(cpu_seconds=120, memory_bytes=4 * 1024**3, file_bytes=256 * 1024**2)

_NAME = "document"
_RESTART = 81
"""The exit status by which LibreOffice asks to be started again: it has made its profile."""
_WORD, _SECTOR, _FLAGS, _ENCRYPTED = b"\xec\xa5", 512, 11, 0x01
"""How the header of a Word document begins and where it may, and which bit of which byte says that it is encrypted."""

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
 <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
 <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
 <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
  <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
 <item oor:path="/org.openoffice.Office.Writer/Content/Update">
  <prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""Settings of the profile: no macro runs, nothing that a document links to is fetched."""


class _Conversion(NamedTuple):
    """The ending by which LibreOffice knows a kind of file, the part of it that reads it, the ending to save it by."""

    ending: str
    part: str
    target: str


CONVERSIONS: Mapping[str, _Conversion] = {
    "Word 97-2003 document (.doc)": _Conversion("doc", "writer", "docx"),
    "Rich Text document": _Conversion("rtf", "writer", "docx"),
}
"""Kinds of files (`sniff`) that are read once LibreOffice has saved them anew."""


def is_installed(kind: str) -> bool:
    """True where LibreOffice is installed with the part that reads a kind of `CONVERSIONS`."""
    program = _program()
    return program is not None and (program.parents[1] / f"share/registry/{CONVERSIONS[kind].part}.xcd").exists()


def converted(data: bytes, kind: str) -> bytes:
    """A file of a kind of `CONVERSIONS` as LibreOffice saves it anew, confined and with a profile of its own.

    Raises DocumentRejected (``encrypted``, ``damaged``, ``timeout``).
    """
    if _is_encrypted(data):
        raise DocumentRejected("encrypted", "the file is protected by a password: publish it without one")
    conversion = CONVERSIONS[kind]
    with TemporaryDirectory(prefix="office-") as name:
        folder = Path(name)
        settings = folder / "profile/user/registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_PROFILE, encoding="utf-8")
        (folder / f"{_NAME}.{conversion.ending}").write_bytes(data)
        command = [
            str(_program()),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            conversion.target,
            "--outdir",
            "saved",
            f"{_NAME}.{conversion.ending}",
        ]
        if run(command, folder, LIMITS).status == _RESTART:
            run(command, folder, LIMITS)
        saved = folder / f"saved/{_NAME}.{conversion.target}"
        if not saved.is_file():
            raise DocumentRejected("damaged", "the file is damaged: LibreOffice cannot open it")
        return saved.read_bytes()


def _program() -> Path | None:
    """LibreOffice itself, not the script that starts it: so there is one process to end."""
    found = shutil.which("soffice")
    program = Path(found).resolve().with_name("soffice.bin") if found else None
    return program if program is not None and program.exists() else None


def _is_encrypted(data: bytes) -> bool:
    """True for a Word document that a password protects. Its header stands at the beginning of a sector."""
    header = next((at for at in range(0, len(data), _SECTOR) if data.startswith(_WORD, at)), None)
    flags = b"" if header is None else data[header + _FLAGS : header + _FLAGS + 1]
    return bool(int.from_bytes(flags) & _ENCRYPTED)
