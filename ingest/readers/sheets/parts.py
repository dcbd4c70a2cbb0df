"""Parts of an office package that holds sheets: by name, by relation, as elements one by one."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.tables import WIDEST

LAST_ROW = 2**20
"""The number of rows of a sheet."""

_LARGEST = 128 * 2**20
_LAST_COLUMN = 2**14
_TRUE = ("1", "true", "on")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PLACE = re.compile(r"([A-Z]{0,3})(\d{0,7})", re.IGNORECASE)


class Package:
    """The parts of an office package by their names, whatever the case and the slashes."""

    def __init__(self, package: ZipFile) -> None:
        self._package = package
        self._size = 0
        self._names = {_plain(name): name for name in package.namelist()}

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises KeyError where there is none, DocumentRejected (``too_large``)."""
        part = self._package.getinfo(self._names[_plain(name)])
        self._size += part.file_size
        if self._size > _LARGEST:
            limit = f"at most {_LARGEST >> 20} MiB"
            raise DocumentRejected("too_large", "the sheets unpack to more than any document holds", expected=limit)
        return self._package.read(part)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """The relations of a part by their id: the last word of the kind, and the part that is meant."""
        folder, name = posixpath.split(part)
        try:
            data = self.read(f"{folder}/_rels/{name}.rels")
        except KeyError:
            return {}
        return {
            found.get("Id", ""): (
                found.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, found.get("Target", "").replace("\\", "/"))),
            )
            for found in elements(data, "Relationship")
            if found.get("TargetMode") != "External"
        }

    def first(self, part: str, kind: str) -> str | None:
        """The part of a kind that another is related to; None where there is none."""
        return next((target for found, target in self.related(part).values() if found == kind), None)


def _plain(name: str) -> str:
    return name.replace("\\", "/").strip("/").lower()


def elements(data: bytes, *names: str) -> Iterator[etree._Element]:
    """The elements of local ``names`` in the order of their ends, in any namespace; each is empty afterwards."""
    wanted = [f"{{*}}{name}" for name in names]
    found = etree.iterparse(BytesIO(data), events=("end",), tag=wanted, resolve_entities=False, no_network=True)
    for _, element in found:
        yield element
        element.clear()
        while element.getprevious() is not None:
            parent = element.getparent()
            if parent is None:
                break
            del parent[0]


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    tag: object = element.tag
    return _local(tag)


@lru_cache(maxsize=1024)
def _local(tag: object) -> str:
    """The local name of a tag: the formats have some hundred, a workbook thousands of elements."""
    return tag[tag.find("}") + 1 :] if isinstance(tag, str) else ""


def column_of(place: str) -> int:
    """The column of `AB12`, from 0."""
    return _column_of(place.rstrip("0123456789"))


@lru_cache(maxsize=20_000)
def _column_of(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = 26 * number + _LETTERS.index(letter) + 1
    return number - 1


def range_of(place: str) -> Sequence[tuple[int, int, int, int]]:
    """The rows and columns of `A1:C3`; nothing where it is no range."""
    first, _, last = place.replace("$", "").partition(":")
    rows = [int("".join(filter(str.isdigit, end)) or 0) for end in (first, last or first)]
    left, right = column_of(first), column_of(last or first)
    if not last or min(rows) < 1 or min(left, right) < 0:
        return ()
    return ((min(rows) - 1, min(max(rows), LAST_ROW), min(left, right), max(left, right) + 1),)


def area_of(place: str) -> tuple[int, int, int, int] | None:
    """The rows and columns of `A1:C3`, of a cell, of whole rows or columns (`B:C`); None where it is none of them."""
    first, _, last = place.replace("$", "").partition(":")
    ends = [found.groups() for end in (first, last or first) if (found := _PLACE.fullmatch(end)) and end]
    if len(ends) < 2:
        return None
    columns = sorted(column_of(letters) for letters, _ in ends)
    rows = sorted(int(digits or 0) for _, digits in ends)
    left, right = (columns[0], columns[1] + 1) if columns[0] >= 0 else (0, _LAST_COLUMN)
    return (rows[0] - 1, rows[1], left, right) if rows[0] else (0, LAST_ROW, left, right)


def numbered(data: bytes) -> Iterator[tuple[tuple[int, int], etree._Element]]:
    """The cells of a sheet with their places."""
    row = -1
    for found in elements(data, "row"):
        row = int(found.get("r") or row + 2) - 1
        yield from (((row, column), cell) for column, cell in cells_of(found))


def cells_of(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row with their columns."""
    column = -1
    for cell in row:
        if local(cell) == "c":
            column = column_of(cell.get("r", "")) if cell.get("r") else column + 1
            yield column, cell


def hidden_columns(found: etree._Element) -> range:
    """The columns that an element of columns hides, from 0."""
    if found.get("hidden") not in _TRUE and not is_nothing(found, "width", "customWidth"):
        return range(0)
    first, last = int(found.get("min") or 1), int(found.get("max") or 1)
    return range(max(first - 1, 0), min(last, WIDEST))


def is_nothing(element: etree._Element, size: str, is_own: str) -> bool:
    """True where the size of a row or column is set to nothing."""
    return element.get(is_own) in _TRUE and element.get(size, "").strip("0") in ("", ".") and bool(element.get(size))


def is_zero(cell: etree._Element) -> bool:
    """True for a cell that holds the number zero."""
    value = next((child.text or "" for child in cell if local(child) == "v"), "")
    return cell.get("t", "n") == "n" and bool(value) and float(value) == 0
