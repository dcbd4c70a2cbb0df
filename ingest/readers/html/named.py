"""What a page names: itself, the files that it links to, the pictures that it shows."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from lxml import etree

_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|ofd|wps|et|zip|rar|7z)$", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")


def attachments(root: etree._Element) -> Iterator[str]:
    """The files that a page links to, by the text of the link, else by their own name."""
    for link in root.iter("a"):
        text = _SPACE.sub(" ", "".join(link.itertext())).strip()
        target = unquote(urlsplit(link.get("href") or "").path.rpartition("/")[2])
        name = next((name for name in (text, target) if _FILE.search(name)), None)
        if name is not None:
            yield name


def pictures(root: etree._Element) -> Iterator[str]:
    """What the pictures of a page are called: by their words, else by their files."""
    for picture in root.iter("img"):
        target = unquote(urlsplit(picture.get("src") or "").path.rpartition("/")[2])
        words = (_SPACE.sub(" ", picture.get(name) or "").strip() for name in ("title", "alt"))
        yield next(filter(None, words), target)


def title_of(root: etree._Element) -> str:
    """The title that a page gives itself in its head, which browsers show above it; empty for none."""
    title = next(root.iter("title"), None)
    return _SPACE.sub(" ", "".join(title.itertext())).strip() if title is not None else ""
