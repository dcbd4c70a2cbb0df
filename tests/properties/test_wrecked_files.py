"""Files of offices whose markup is wrecked are read or rejected, never anything else; saved otherwise they say the same."""

import io
import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers import read_source
from tests.drawing.draw import Limits
from tests.drawing.render_ofd import render_ofd
from tests.drawing.strategies import drawn, drawn_file
from tests.properties.settings import RUN
from tests.unit.test_html import mail

FEW = Limits(2, 2, 3)
VALUES = (
    "",
    "0",
    "-1",
    "99999999999",
    "1e308",
    "nan",
    "true",
    "none",
    "../../x",
    "g 9 g 9",
    "字" * 300,
    "1 1 1 1",
    "M L C B",
    "\ufffe",
)
MOST = 200_000
"""Characters of a markup that is not wrecked any further: doubled tags are soon too many for the memory."""
TEXTS = [value for value in VALUES if value.isprintable()]
_TAG = re.compile(r"<(/?)([\w:]+)((?:\s[^<>]*?)?)(/?)>")
_ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')


def flat(seed: int) -> bytes:
    """A Word document as one XML file."""
    with zipfile.ZipFile(io.BytesIO(drawn_file(seed, "table", "docx", FEW).data)) as package:
        parts = {
            name: package.read(name).decode()
            for name in package.namelist()
            if name in ("word/document.xml", "word/styles.xml", "word/numbering.xml")
        }
    inside = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{re.sub(r"<[?].*?[?]>", "", xml)}</pkg:xmlData></pkg:part>'
        for name, xml in parts.items()
    )
    return f'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{inside}</pkg:package>'.encode()


def page(seed: int) -> str:
    """A web page."""
    data = drawn_file(seed, "table", "html", FEW).data
    return data.decode("utf-8" if data.decode("utf-8", "ignore").encode() == data else "gb18030")


FILES: dict[str, Callable[[int], bytes]] = {
    "docx": lambda seed: drawn_file(seed, "approval", "docx", FEW).data,
    "odt": lambda seed: drawn_file(seed, "table", "odt", FEW).data,
    "ofd": lambda seed: render_ofd(drawn(seed, "table", FEW).text, Random(seed)),
    "html": lambda seed: drawn_file(seed, "table", "html", FEW).data,
    "mhtml": lambda seed: mail(("a", "8bit", page(seed))),
    "flat docx": flat,
}


def wrecked(markup: str, random: Random) -> str:
    """Markup with some tags dropped, doubled, exchanged or given odd attributes."""
    tags = list(_TAG.finditer(markup))
    for _ in range(random.randint(1, 6)):
        tag = random.choice(tags)
        other = random.choice(tags)[0]
        attributes = _ATTRIBUTE.sub(
            lambda found: f'{found[1]}="{random.choice(VALUES)}"' if random.random() < 0.5 else found[0], tag[3]
        )
        new = random.choice(
            (
                other,
                tag[0] * 2,
                tag[0] * 50,
                "",
                f"<{tag[1]}{tag[2]}{attributes}{tag[4]}>",
                f"<{tag[1]}{tag[2]}{attributes}{tag[4]}>",
            )
        )
        markup = markup.replace(tag[0], new, random.choice((1, 1, -1)))
        if len(markup) > MOST:
            break
    return markup


def misled(markup: bytes, random: Random) -> bytes:
    """XML that stays whole: some elements dropped, moved, doubled or given odd attributes and texts."""
    root = etree.fromstring(markup, etree.XMLParser(huge_tree=True))
    for _ in range(random.randint(1, 6)):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        one, other = random.choice(elements), random.choice(elements)
        parent = one.getparent()
        match random.randrange(5):
            case 0 if parent is not None:
                parent.remove(one)
            case 1 if parent is not None and one not in other.iterancestors() and one is not other:
                other.append(one)
            case 2 if parent is not None and len(elements) < 5_000:
                for _ in range(random.choice((1, 30))):
                    parent.append(deepcopy(one))
            case 3:
                one.text = random.choice(TEXTS)
            case _:
                names = [*one.keys(), *other.keys()]
                for name in names if random.random() < 0.3 else names[:1]:
                    one.set(name, random.choice(TEXTS))
    return etree.tostring(root)


def wreck(data: bytes, random: Random) -> bytes:
    """A file with one of its parts wrecked; the package around it stays whole."""
    if data.startswith(b"<?xml") and random.random() < 0.8:
        return misled(data, random)
    if not data.startswith(b"PK"):
        encoding = "utf-8" if data.decode("utf-8", "ignore").encode() == data else "gb18030"
        return wrecked(data.decode(encoding, "replace"), random).encode(encoding, "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = random.choice(
        [name for name in parts if name.endswith(".xml") and _TAG.search(parts[name].decode("utf-8", "replace"))]
    )
    if random.random() < 0.8:
        parts[name] = misled(parts[name], random)
    else:
        parts[name] = wrecked(parts[name].decode("utf-8", "replace"), random).encode("utf-8", "replace")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for part, content in parts.items():
            package.writestr(part, content)
    return out.getvalue()


@pytest.mark.parametrize("medium", FILES)
def test_wrecked_markup_is_read_or_rejected(medium: str) -> None:
    files = [FILES[medium](seed) for seed in range(3)]

    @settings(RUN, max_examples=60)
    @given(st.integers(min_value=0, max_value=2**32 - 1))
    def holds(seed: int) -> None:
        random = Random(seed)
        with suppress(DocumentRejected):
            read_source(wreck(random.choice(files), random), "x")

    holds()


@pytest.mark.parametrize("seed", range(3))
def test_a_document_saved_in_one_file_says_the_same(seed: int) -> None:
    word, web = drawn_file(seed, "table", "docx", FEW).data, drawn_file(seed, "table", "html", FEW).data
    assert read_source(flat(seed), "x").text == read_source(word, "x").text
    assert read_source(mail(("a", "base64", page(seed))), "x").text == read_source(web, "x").text
