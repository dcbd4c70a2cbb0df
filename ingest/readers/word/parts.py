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


Part = Callable[[str, bool], etree._Element | None]
"""The root of a part by its name; one that files of a template share is kept and must not be changed."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The roots of the document, its styles and its numbering; None where it has none.

    What most documents never ask for is parsed when it is: the numbering, ``beside`` (a running head or a chart, by the
    id of its place) and ``notes`` (those of a kind: footnotes, endnotes, comments). ``chunks`` are whole files of other
    kinds that stand in the document, by the id of their place.
    """

    document: etree._Element
    styles: etree._Element | None
    numbering: Callable[[], etree._Element | None]
    beside: Callable[[str], etree._Element | None]
    notes: Callable[[str], etree._Element | None]
    chunks: Mapping[str, bytes] = field(default_factory=dict)


def package_parts(data: bytes) -> Parts:
    """The parts of a package (.docx). Raises DocumentRejected as `open_package` and `parse_part` do."""
    package = open_package(data)
    names = {name.replace("\\", "/").lstrip("/").lower(): name for name in package.namelist()}

    def part(name: str, is_shared: bool = False) -> etree._Element | None:
        return parse_part(package, names[name.lower()], is_shared) if name.lower() in names else None

    main = _related(part("_rels/.rels"), "", "officeDocument") or _MAIN
    return _parts(part, main, lambda name: package.read(names[name]) if name in names else None)


def flat_parts(data: bytes) -> Parts:
    """The parts of a document in one XML file, flat (2007 and later) or of Word 2003. Raises DocumentRejected."""
    root = parse_xml(data)
    bodies = {value(part, "name") or "": child(part, "xmlData") for part in nearest(root, "part")}
    if not bodies:
        return Parts(root, child(root, "styles"), partial(child, root, "lists"), _nothing, _nothing)
    found = {name.lstrip("/"): body[0] if body is not None and len(body) else None for name, body in bodies.items()}
    return _parts(lambda name, _: found.get(name), _MAIN, lambda _: None)


def _nothing(_: str) -> None:
    """A document of Word 2003 has all of them in its body."""


def _parts(part: Part, main: str, read: Callable[[str], bytes | None]) -> Parts:
    folder, file_name = posixpath.split(main)
    links = part(f"{folder}/_rels/{file_name}.rels", False)
    document = part(main, False)
    if document is None:
        raise DocumentRejected("damaged", "the file holds no document", expected=main)
    targets = {value(link, "Id") or "": link for link in (links if links is not None else ())}

    def named(kind: str) -> etree._Element | None:
        return part(_related(links, folder, kind) or f"{folder}/{kind}.xml", False)

    def beside(key: str) -> etree._Element | None:
        return part(_target(targets[key], folder), False) if key in targets else None

    chunks = {
        key: chunk
        for key, link in targets.items()
        if _kind(link) == "aFChunk" and (chunk := read(_target(link, folder).lower())) is not None
    }
    styles = part(_related(links, folder, "styles") or f"{folder}/styles.xml", True)
    return Parts(document, styles, partial(named, "numbering"), beside, named, chunks)


def _related(links: etree._Element | None, folder: str, kind: str) -> str | None:
    """The name of the part that ``links`` name as one of a kind."""
    return next((_target(link, folder) for link in (links if links is not None else ()) if _kind(link) == kind), None)


def _kind(link: etree._Element) -> str:
    return (value(link, "Type") or "").rpartition("/")[2]


def _target(link: etree._Element, folder: str) -> str:
    target = value(link, "Target") or ""
    return posixpath.normpath(posixpath.join(folder, target) if target[:1] != "/" else target[1:])
