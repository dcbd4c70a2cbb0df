"""The parts of a Word document that its text depends on, from each of the ways to save one."""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.package import open_package, parse_part, parse_xml
from ingest.readers.word.xml import child, nearest, value

_MAIN = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Parts:
    """The roots of the document, its styles and its numbering; None where it has none.

    The numbering is parsed when it is asked for: most documents number nothing, and all have one. ``chunks`` are whole
    files of other kinds that stand in the document, by the id of their place.
    """

    document: etree._Element
    styles: etree._Element | None
    numbering: Callable[[], etree._Element | None]
    chunks: Mapping[str, bytes] = field(default_factory=dict)


def package_parts(data: bytes) -> Parts:
    """The parts of a package (.docx). Raises DocumentRejected as `open_package` and `parse_part` do."""
    package = open_package(data)
    names = {name.replace("\\", "/").lstrip("/").lower(): name for name in package.namelist()}

    def part(name: str, is_shared: bool = False) -> etree._Element | None:
        return parse_part(package, names[name.lower()], is_shared) if name.lower() in names else None

    main = _related(part("_rels/.rels"), "", "officeDocument") or _MAIN
    folder, file_name = posixpath.split(main)
    links = part(f"{folder}/_rels/{file_name}.rels")
    document = part(main)
    if document is None:
        raise DocumentRejected("damaged", "the file holds no document", expected=main)
    styles = part(_related(links, folder, "styles") or f"{folder}/styles.xml", is_shared=True)
    numbering = _related(links, folder, "numbering") or f"{folder}/numbering.xml"
    chunks = {
        value(link, "Id") or "": package.read(names[name])
        for link in (links if links is not None else ())
        if _kind(link) == "aFChunk" and (name := _target(link, folder).lower()) in names
    }
    return Parts(document, styles, partial(part, numbering), chunks)


def flat_parts(data: bytes) -> Parts:
    """The parts of a document in one XML file, flat (2007 and later) or of Word 2003. Raises DocumentRejected."""
    root = parse_xml(data)
    bodies = {value(part, "name") or "": child(part, "xmlData") for part in nearest(root, "part")}
    if not bodies:
        return Parts(root, child(root, "styles"), partial(child, root, "lists"))
    found = {name: body[0] if body is not None and len(body) else None for name, body in bodies.items()}
    document = found.get(f"/{_MAIN}")
    if document is None:
        raise DocumentRejected("damaged", "the file holds no document", expected=_MAIN)
    return Parts(document, found.get("/word/styles.xml"), partial(found.get, "/word/numbering.xml"))


def _related(links: etree._Element | None, folder: str, kind: str) -> str | None:
    """The name of the part that ``links`` name as one of a kind."""
    return next((_target(link, folder) for link in (links if links is not None else ()) if _kind(link) == kind), None)


def _kind(link: etree._Element) -> str:
    return (value(link, "Type") or "").rpartition("/")[2]


def _target(link: etree._Element, folder: str) -> str:
    target = value(link, "Target") or ""
    return posixpath.normpath(posixpath.join(folder, target) if target[:1] != "/" else target[1:])
