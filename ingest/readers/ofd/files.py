"""The files of an OFD package: found by the locations that other files name."""

import posixpath
import zipfile

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.package import parse_part

ROOT = "OFD.xml"


class Files:
    """The XML files of an opened package; a location is relative to the folder of the file that names it."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        self._names = {_plain(name).lower(): name for name in package.namelist()}
        self._read: dict[str, etree._Element] = {}

    def holds(self, location: str) -> bool:
        """True where a file stands at a location counted from the package's root."""
        return _plain(location).lower() in self._names

    def root(self, location: str) -> etree._Element:
        """The root of a file at a location from the package's root. Raises DocumentRejected (``damaged``)."""
        name = self._names.get(location.lower())
        if name is None:
            raise DocumentRejected("damaged", "the OFD lacks a file that it names", expected=location[:100])
        if name not in self._read:
            self._read[name] = parse_part(self._package, name)
        return self._read[name]


def located(text: str | None, folder: str) -> str:
    """A location counted from the package's root, named in a file that stands in ``folder``."""
    printed = (text or "").strip().replace("\\", "/")
    return _plain(printed if printed.startswith("/") else posixpath.join(folder, printed))


def folder_of(location: str) -> str:
    """The folder of a file."""
    return posixpath.dirname(location)


def _plain(name: str) -> str:
    return posixpath.normpath(name.replace("\\", "/").lstrip("/")) if name else ""
