"""The files of an OFD package: found by the locations that other files name."""

import posixpath
import zipfile

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.package import parse_part

ROOT = "OFD.xml"


class Files:
    """The XML files of an opened package.

    A location is relative to the folder of the file that names it. Some programs count it from the package's root, and
    some write the names of the package as Windows does in China; such a file is found too.
    """

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        self._names = {_plain(name).lower(): name for name in package.namelist()}
        for name in package.namelist():
            self._names.setdefault(_plain(_as_gbk(name)).lower(), name)
        self._read: dict[str, etree._Element] = {}

    def holds(self, location: str) -> bool:
        """True where a file stands at a location counted from the package's root."""
        return _plain(location).lower() in self._names

    def located(self, text: str | None, folder: str) -> str:
        """A location counted from the package's root, named in a file that stands in ``folder``."""
        printed = (text or "").strip().replace("\\", "/")
        from_root = _plain(printed)
        if printed.startswith("/"):
            return from_root
        relative = _plain(posixpath.join(folder, printed))
        return from_root if self.holds(from_root) and not self.holds(relative) else relative

    def root(self, location: str) -> etree._Element:
        """The root of a file at a location from the package's root. Raises DocumentRejected (``damaged``)."""
        name = self._names.get(location.lower())
        if name is None:
            raise DocumentRejected("damaged", "the OFD lacks a file that it names", expected=location[:100])
        if name not in self._read:
            self._read[name] = parse_part(self._package, name)
        return self._read[name]


def folder_of(location: str) -> str:
    """The folder of a file."""
    return posixpath.dirname(location)


def _plain(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/").lstrip("/")) if name else ""


def _as_gbk(name: str) -> str:
    """The name where it was written in GBK and read as another encoding."""
    try:
        return name.encode("cp437").decode("gb18030")
    except UnicodeError:
        return name
