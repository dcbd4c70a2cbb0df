"""The documents of an OFD file: pages with their size, what is drawn on them in order, fonts and shared drawings."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.ofd.files import ROOT, Files, folder_of
from ingest.readers.ofd.geometry import Bounds, box
from ingest.readers.word.xml import child, name_of, nearest

_A4: Bounds = (0.0, 0.0, 210.0, 297.0)
_RESOURCES = ("PublicRes", "DocumentRes", "PageRes")
_MOST_PAGES = 5000
_ORDER = ("Background", "Body", "Foreground")


@dataclass(frozen=True, slots=True)
class Resources:
    """What objects refer to by id: the names of fonts, and drawings used in several places."""

    fonts: dict[str, str] = field(default_factory=dict)
    drawings: dict[str, etree._Element] = field(default_factory=dict)

    def copy(self) -> "Resources":
        """Resources to which those of a page can be added."""
        return Resources(dict(self.fonts), dict(self.drawings))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its box in millimetres (left, top, width, height), its layers from the bottom up, its resources."""

    area: Bounds
    layers: list[etree._Element]
    resources: Resources


def sheets(files: Files) -> Iterator[Sheet]:
    """The pages of all documents of a package. Raises DocumentRejected (``damaged``, ``encrypted``, ``too_large``)."""
    root = files.root(ROOT)
    if files.holds("Encryptions.xml") or any(name_of(found) == "Encryptions" for found in root.iter()):
        raise DocumentRejected("encrypted", "the OFD is encrypted: publish it without a password")
    count = 0
    for body in nearest(root, "DocBody"):
        for sheet in _document(files, _current(files, body)):
            count += 1
            if count > _MOST_PAGES:
                expected = f"at most {_MOST_PAGES} pages"
                raise DocumentRejected("too_large", "the OFD has more pages than any document", expected=expected)
            yield sheet
    if not count:
        raise DocumentRejected("damaged", "the OFD names no pages", expected="a document with pages")


def attachments(files: Files) -> Iterator[str]:
    """The names of the files that the documents carry. Raises DocumentRejected (``damaged``)."""
    for body in nearest(files.root(ROOT), "DocBody"):
        location = _current(files, body)
        named = child_text(files.root(location), "Attachments")
        listed = files.located(named, folder_of(location)) if named else ""
        for found in nearest(files.root(listed), "Attachment") if listed and files.holds(listed) else ():
            name, kind = found.get("Name") or "", found.get("Format") or ""
            yield name if not kind or name.lower().endswith(f".{kind.lower()}") else f"{name}.{kind.lower()}"


def annotations(files: Files) -> Iterator[str]:
    """What notes, stamps and watermarks laid over the pages say. Raises DocumentRejected (``damaged``)."""
    for body in nearest(files.root(ROOT), "DocBody"):
        location = _current(files, body)
        named = child_text(files.root(location), "Annotations")
        listed = files.located(named, folder_of(location)) if named else ""
        for found in nearest(files.root(listed), "FileLoc") if listed and files.holds(listed) else ():
            own = files.located(found.text, folder_of(listed))
            for noted in nearest(files.root(own), "Annot") if files.holds(own) else ():
                if noted.get("Visible") != "false":
                    remark = child_text(noted, "Remark") or ""
                    yield "".join((remark, *(code.text or "" for code in noted.iter("{*}TextCode")))).strip()


def _current(files: Files, body: etree._Element) -> str:
    """Where the root of a document stands; that of its current version, where it has several."""
    for version in nearest(body, "Version"):
        if version.get("Current") == "true":
            own = files.located(version.get("BaseLoc"), "")
            if files.holds(own) and (root := child(files.root(own), "DocRoot")) is not None:
                return files.located(root.text, folder_of(own))
    root = child(body, "DocRoot")
    return files.located(root.text if root is not None else None, "")


def _document(files: Files, location: str) -> Iterator[Sheet]:
    document, folder = files.root(location), folder_of(location)
    common = child(document, "CommonData")
    shared = Resources()
    for kind in _RESOURCES:
        for named in nearest(common, kind) if common is not None else ():
            _add_resources(shared, files, files.located(named.text, folder))
    area = _area(child(common, "PageArea"), _A4)
    templates = {
        found.get("ID") or "": files.located(found.get("BaseLoc"), folder)
        for found in (nearest(common, "TemplatePage") if common is not None else ())
    }
    for page in nearest(document, "Page"):
        own = files.located(page.get("BaseLoc") or child_text(page, "BaseLoc"), folder)
        yield _sheet(files, own, area, templates, shared)


def _sheet(files: Files, location: str, area: Bounds, templates: dict[str, str], shared: Resources) -> Sheet:
    """A page with the layers of its templates below and above its own; templates of templates are not drawn."""
    page, resources = files.root(location), shared.copy()
    below: list[etree._Element] = []
    above: list[etree._Element] = []
    for template in nearest(page, "Template", ("Content",)):
        at = templates.get(template.get("TemplateID") or "")
        if at is None:
            raise DocumentRejected("damaged", "a page of the OFD is printed on a template that the file lacks")
        _add_page_resources(resources, files, at)
        (above if template.get("ZOrder") == "Foreground" else below).extend(_layers(files.root(at)))
    _add_page_resources(resources, files, location)
    return Sheet(_area(child(page, "Area"), area), [*below, *_layers(page), *above], resources)


def _layers(page: etree._Element) -> list[etree._Element]:
    layers = [layer for content in nearest(page, "Content") for layer in nearest(content, "Layer")]
    return sorted(layers, key=lambda layer: _ORDER.index(kind) if (kind := layer.get("Type")) in _ORDER else 1)


def _area(area: etree._Element | None, otherwise: Bounds) -> Bounds:
    """The sheet's box, as its physical box says."""
    found = box(child_text(area, "PhysicalBox"))
    return found if found is not None and found[2] > 0 and found[3] > 0 else otherwise


def child_text(element: etree._Element | None, name: str) -> str | None:
    """The text of a child; None where there is none."""
    found = child(element, name)
    return found.text if found is not None else None


def _add_page_resources(resources: Resources, files: Files, location: str) -> None:
    for named in nearest(files.root(location), "PageRes", ("Content",)):
        _add_resources(resources, files, files.located(named.text, folder_of(location)))


def _add_resources(resources: Resources, files: Files, location: str) -> None:
    """Add the resources of a file; one that lacks costs only what it would draw."""
    if not files.holds(location):
        return
    for found in files.root(location).iter():
        name = name_of(found)
        if name == "Font":
            resources.fonts[found.get("ID") or ""] = found.get("FontName") or ""
        elif name == "CompositeGraphicUnit":
            resources.drawings[found.get("ID") or ""] = found
