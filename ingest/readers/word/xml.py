"""Elements by their local names: editions of the formats differ in namespaces alone."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from lxml import etree


def name_of(element: etree._Element) -> str:
    """The local name; blank for comments and instructions."""
    tag: object = element.tag
    return _local(tag)


@lru_cache(maxsize=1024)
def _local(tag: object) -> str:
    """The local name of a tag: the formats have some hundred, a document thousands of elements."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: etree._Element | None, attribute: str = "val") -> str | None:
    """An attribute of the element in whatever edition of the namespace; None where either is missing."""
    if element is None:
        return None
    for key, found in element.items():
        if key.rpartition("}")[2] == attribute:
            return str(found)
    return None


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The descendant along ``path`` of local names; None where there is none."""
    for wanted in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{wanted}"), None)
    return element


def named_children(element: etree._Element | None) -> dict[str, etree._Element]:
    """The children by their local names, the first of each; faster than `child` where several are asked for."""
    return {name_of(found): found for found in reversed(element)} if element is not None and len(element) else {}


def number(text: str | None, otherwise: int) -> int:
    """A number of an attribute; ``otherwise`` where it is none, or none that a document holds."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def holds(element: etree._Element, wanted: str) -> bool:
    """True where an element of a name stands anywhere below ``element``."""
    return next(element.iterdescendants(f"{{*}}{wanted}"), None) is not None


def nearest(element: etree._Element, wanted: str, beyond: Collection[str] = ()) -> Iterator[etree._Element]:
    """The nearest elements of a name below ``element``, through whatever wraps them but ``beyond``."""
    for found in element:
        name = name_of(found)
        if name == wanted:
            yield found
        elif name not in beyond:
            yield from nearest(found, wanted, beyond)
