"""Other inputs made of one: hostile text put in, a wreck, bytes changed by the fuzzer; of a package, those of a member."""

import io
import re
import zipfile
import zlib
from base64 import a85decode
from contextlib import suppress
from random import Random

import atheris

from ingest.readers.sniff import sniff
from tests.fuzz.hostile import FRAGMENTS
from tests.properties.test_damage import WRECKS, wrecked
from tests.properties.test_wrecked_files import wreck

TEXT, FORMAT, FILE, DOCUMENT = b"\0", b"\1", b"\2", b"\3"
"""The first byte of an input: a text for the grammar, a number format, a file for its reader, a document."""
_PACKAGE, _PDF, _MARKUP = b"PK\x03\x04", b"%PDF", (b"<?xml", b"<")
_TRIES = 4
_STREAM = re.compile(rb"<<([^<>]*?)>>\s*stream\r?\n(.*?)\s*endstream", re.DOTALL)
_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_NUMBERS = (b"0", b"-1", b"1e9", b"99999", b"0.001", b"-0.5", b"2147483648", b"400", b"20.00001")


def changed(data: bytes, most: int, seed: int) -> bytes:
    """Other bytes, at most ``most``, mostly of the same kind of file: of another one its own fuzzing knows more."""
    choice = Random(seed)
    kind, new = sniff(data), b""
    for _ in range(_TRIES if choice.randrange(8) else 1):
        new = _changed(data, choice)[:most]
        if sniff(new) == kind:
            break
    return new


def _changed(data: bytes, choice: Random) -> bytes:
    with suppress(Exception):  # the fuzzer's own bytes may have broken the file
        if data.startswith(_PACKAGE) and choice.randrange(8):
            return wreck(data, choice) if choice.randrange(2) else _repacked(data, choice)
        if data.startswith(_PDF) and choice.randrange(8):
            return _redrawn(data, choice)
        if data.startswith(_MARKUP) and choice.randrange(2):
            return wreck(data, choice)
    return _of_bytes(data, choice)


def _of_bytes(data: bytes, choice: Random) -> bytes:
    if not choice.randrange(3):
        return bytes(atheris.Mutate(data, len(data) + 200))
    coding = "utf-8" if choice.randrange(2) or data.isascii() else "latin-1"
    text = data.decode(coding, "replace")
    at = choice.randint(0, len(text))
    if choice.randrange(2):
        text = text[:at] + choice.choice(FRAGMENTS)[: choice.choice((8, 80, 8000))] + text[at:]
    else:
        text = wrecked(text, choice.choice(WRECKS), choice.random(), choice.randint(1, 40))
    return text.encode(coding, "replace")


def _repacked(data: bytes, choice: Random) -> bytes:
    """A package with one of its members changed, packed anew so that it is whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    name = choice.choice(list(parts))
    parts[name] = _of_bytes(parts[name], choice)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for part, content in parts.items():
            package.writestr(part, content)
    return out.getvalue()


def _redrawn(data: bytes, choice: Random) -> bytes:
    """A PDF with one of its streams drawn otherwise: numbers exchanged, lines dropped, doubled or moved."""
    streams = list(_STREAM.finditer(data))
    found = choice.choice(streams)
    attributes, content = _plain(found[1], found[2])
    for _ in range(choice.choice((1, 1, 2, 5, 20))):
        lines = content.split(b"\n")
        row, other = choice.randrange(len(lines)), choice.randrange(len(lines))
        match choice.randrange(6):
            case 0:
                del lines[row]
            case 1:
                lines.insert(other, lines[row])
            case 2:
                lines[row], lines[other] = lines[other], lines[row]
            case 3:
                lines[row:row] = lines[other : other + choice.randint(1, 12)]
            case _:
                numbers = list(_NUMBER.finditer(content))
                if numbers:
                    one, another = choice.choice(numbers), choice.choice(numbers)[0]
                    new = choice.choice(
                        (choice.choice(_NUMBERS), another, b"%.2f" % (float(one[0]) + choice.uniform(-9, 9)))
                    )
                    content = content[: one.start()] + new + content[one.end() :]
                continue
        content = b"\n".join(lines)
    if not choice.randrange(4):
        content = _of_bytes(content, choice)
    new = b"<<%s>>\nstream\n%s\nendstream" % (attributes, content)
    return data[: found.start()] + new + data[found.end() :]


def _plain(attributes: bytes, content: bytes) -> tuple[bytes, bytes]:
    """The attributes and the bytes of a stream without its filters."""
    if b"ASCII85Decode" in attributes:
        content = a85decode(content.removesuffix(b"~>"))
    if b"FlateDecode" in attributes:
        content = zlib.decompress(content)
    return re.sub(rb"/Filter\s*(\[[^]]*\]|/\w+)|/Length\s+\d+", b"", attributes) + b"/Length %d " % len(
        content
    ), content
