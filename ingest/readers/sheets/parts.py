"""Parts of an office package that holds sheets: by name, by relation, as elements one by one."""

import posixpath
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from ingest.errors import DocumentRejected

_LARGEST = 128 * 2**20


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
