"""Text in the cells of an OpenDocument spreadsheet that is struck through or stands above the line, by its styles."""

from collections.abc import Container
from typing import NamedTuple

from lxml import etree

from ingest.readers.word.odt.styles import Styles
from ingest.readers.word.xml import value


class Spans(NamedTuple):
    """The styles of text that is struck through, and of text above the line."""

    struck: Container[str | None] = ()
    raised: Container[str | None] = ()


PLAIN_SPANS = Spans()


def spans_of(root: etree._Element) -> Spans:
    """The styles of text of a document."""
    looks = Styles([root])
    names = [value(style, "name") for style in root.iter("{*}style") if value(style, "family") == "text"]
    found = [(name, looks.look([name])) for name in names]
    struck = frozenset(name for name, look in found if look.is_struck)
    return Spans(struck, frozenset(name for name, look in found if look.is_raised))
