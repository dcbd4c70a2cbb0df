"""Rows that a page sets as those of a table, in no table: a browser puts one around them."""

from collections.abc import Callable

from lxml import etree

_NO_TABLE = ("", "cell", "caption")
"""What stands around a table of its own."""


def holds_bare_rows(element: etree._Element, role: Callable[[etree._Element], str]) -> bool:
    """True for an element with rows and of no table; ``role`` says what an element is of one, blank for nothing."""
    if not any(role(child) == "row" for child in element if isinstance(child.tag, str)):
        return False
    return next(filter(None, map(role, element.iterancestors())), "") in _NO_TABLE
