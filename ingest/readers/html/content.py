"""What a style sheet prints in an element beside its own text: `content: "≥" attr(data-unit)`."""

import re

from lxml import etree

_CONTENT = re.compile(
    r"(?P<text>\"(?:\\.|[^\"\\])*+(?:\"|\\?\Z)|'(?:\\.|[^'\\])*+(?:'|\\?\Z))|attr\((?P<name>[\w\s:-]++)\)|(?P<other>[^\s\"']++)",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})\s?|(.))", re.DOTALL)
_ICONS = ("\ue000", "\uf8ff")


def printed(content: str, element: etree._Element) -> str:
    """What a content of texts and attributes prints; nothing where it is of something else."""
    pieces = []
    for found in _CONTENT.finditer(content):
        if found["other"] is not None:
            return ""
        pieces.append(element.get(found["name"].strip()) or "" if found["name"] else _unescaped(found["text"][1:-1]))
    return "".join(piece for piece in "".join(pieces) if not _ICONS[0] <= piece <= _ICONS[1])


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)) if found[1] else found[2], text)
