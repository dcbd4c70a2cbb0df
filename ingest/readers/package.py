"""Office packages (.docx, .xlsx): a zip of XML parts, opened only within limits that no honest document reaches."""

import zipfile
import zlib
from functools import lru_cache
from io import BytesIO

from lxml import etree

from ingest.errors import DocumentRejected

# The largest published workbook seen has 3 MiB of XML; reading takes about fifty times the size in memory.
_LARGEST_XML = 64 * 2**20
# A package with pictures; their bytes are never read.
_LARGEST_PACKAGE = 512 * 2**20
_MOST_PARTS = 5000
PICTURES = ("xl/media/", "word/media/", "pictures/")
"""Where the pictures of a package stand, in lower case."""
_XML = (".xml", ".rels", ".vml")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others may ask for any amount of memory
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")


class _Package(zipfile.ZipFile):
    """A package that keeps the bytes of its parts that are XML: they are checked first and read then."""

    def __init__(self, data: bytes) -> None:
        super().__init__(BytesIO(data))
        self.kept: dict[str, bytes] = {}

    def read(self, name: str | zipfile.ZipInfo, pwd: bytes | None = None) -> bytes:
        kept = self.kept.get(name if isinstance(name, str) else name.filename)
        try:
            return kept if kept is not None else super().read(name, pwd)
        except NotImplementedError as error:  # a way of packing that no office program knows
            raise zipfile.BadZipFile(str(error)) from error


def open_package(data: bytes) -> zipfile.ZipFile:
    """The package in ``data``. Raises DocumentRejected (``damaged``, ``too_large``, ``encrypted``, ``unsafe_xml``).

    Sizes are those the directory declares; reading a part never gives more than was declared.
    """
    try:
        package = _Package(data)
        parts = package.infolist()
        if any(part.compress_type not in _METHODS for part in parts):
            raise DocumentRejected("damaged", "the file is packed as no office program does")
        xml = [part for part in parts if part.filename.lower().endswith(_XML)]
        _check_sizes(sum(part.file_size for part in xml), sum(part.file_size for part in parts), len(parts))
        for part in xml:
            package.kept.pop(part.filename, None)  # of two parts of one name the last counts
            package.kept[part.filename] = package.read(part)
            content = package.kept[part.filename].replace(b"\x00", b"")  # as much in UTF-16
            if any(declaration in content for declaration in _DECLARATIONS):
                raise DocumentRejected("unsafe_xml", "a part of the file declares entities", found=part.filename[:60])
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError, zlib.error) as error:
        raise DocumentRejected("damaged", f"the file is damaged: {error}") from error
    except RuntimeError as error:  # zipfile's way to ask for a password
        raise DocumentRejected("encrypted", "the file is protected by a password: publish it without one") from error
    return package


def has_pictures(package: zipfile.ZipFile) -> bool:
    """True for a package that holds pictures."""
    names = (name.replace("\\", "/").lower() for name in package.namelist())
    return any(name.startswith(PICTURES) for name in names)


def _check_sizes(xml: int, everything: int, parts: int) -> None:
    if xml > _LARGEST_XML or everything > _LARGEST_PACKAGE or parts > _MOST_PARTS:
        expected = f"at most {_LARGEST_XML >> 20} MiB of XML in at most {_MOST_PARTS} parts"
        found = f"{xml >> 20} MiB of XML, {everything >> 20} MiB in {parts} parts"
        message = "the file unpacks to more than any document holds"
        raise DocumentRejected("too_large", message, expected=expected, found=found)


def parse_part(package: zipfile.ZipFile, name: str, is_shared: bool = False) -> etree._Element:
    """The root of a part; entities are not resolved, nothing outside is read. Raises DocumentRejected (``damaged``).

    Of a part that files of one template share, the last roots are kept; it must not be changed.
    """
    try:
        return (_shared if is_shared else _parsed)(package.read(name))
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, OSError) as error:
        raise DocumentRejected("damaged", f"the file is damaged: {error}") from error


def parse_xml(data: bytes) -> etree._Element:
    """The root of a file that is XML itself, blanks before it left out.

    Raises DocumentRejected (``damaged``, ``too_large``, ``unsafe_xml``).
    """
    if len(data) > _LARGEST_XML:
        message, limit = "the file is larger than any document", f"at most {_LARGEST_XML >> 20} MiB"
        raise DocumentRejected("too_large", message, expected=limit)
    content = data.replace(b"\x00", b"")  # as much in UTF-16
    if any(declaration in content for declaration in _DECLARATIONS):
        raise DocumentRejected("unsafe_xml", "the file declares entities")
    try:
        return _parsed(data.lstrip())
    except ValueError as error:
        raise DocumentRejected("damaged", f"the file is damaged: {error}") from error


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise DocumentRejected("damaged", f"the file is damaged: {error}") from error


_shared = lru_cache(maxsize=4)(_parsed)
