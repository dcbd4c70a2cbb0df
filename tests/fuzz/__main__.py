"""Coverage-guided fuzzing with atheris; every distinct failure is counted and shown with the input that shows it."""

import io
import os
import random
import sys
import time
import traceback
import zipfile
import zlib
from collections import Counter
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

import atheris

with atheris.instrument_imports(include=["ingest"]):
    from ingest.readers.sniff import sniff
    from tests.fuzz.hostile import FRAGMENTS, check_document, check_format, check_reader, check_text

from tests.drawing.draw import Limits
from tests.drawing.strategies import MEDIA, RENDERERS, drawn, drawn_file
from tests.fuzz.small import FILES as SMALL
from tests.fuzz.small import FORMATS
from tests.properties.test_damage import WRECKS, wrecked
from tests.properties.test_wrecked_files import FILES, wreck

SLOW = 5.0
LONGEST = 60_000
PACKAGE = b"PK\x03\x04"
TEXT, FORMAT, FILE = b"\0", b"\1", b"\2"
"""The first byte of an input that is no document: a text for the grammar, a number format, a file for its reader."""

deadline = 0.0
findings: dict[str, bytes] = {}
tried = {"documents": 0, "read": 0, "texts": 0, "formats": 0, "files": 0, "files read": 0}
kinds: Counter[str] = Counter()


def one_input(data: bytes) -> None:
    """Try an input as its first byte says, and keep what fails or is slow."""
    start = time.process_time()  # not that of the clock: others may use the machine
    if time.perf_counter() > deadline:
        tell()
        os._exit(1 if findings else 0)  # libFuzzer would end without a word
    try:
        match data[:1]:
            case b"\0":
                tried["texts"] += 1
                check_text(data[1:].decode("utf-8", "replace"))
            case b"\1":
                tried["formats"] += 1
                check_format(data[1:].decode("utf-8", "replace"))
            case b"\2":
                tried["files"] += 1
                kinds[sniff(data[1:])] += 1
                tried["files read"] += check_reader(data[1:])
            case _:
                tried["documents"] += 1
                kinds[sniff(data)] += 1
                tried["read"] += check_document(data)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        last = next((frame for frame in reversed(frames) if "/ingest/" in frame.filename), frames[-1])
        findings.setdefault(f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}: {error!s:.120}", data)
    if time.process_time() - start > SLOW:
        findings.setdefault(f"slow: {len(data)} bytes", data)


def mutate(data: bytes, most: int, seed: int) -> bytes:
    """Another input of the same sort."""
    sort = data[:1] if data[:1] in (TEXT, FORMAT, FILE) else b""
    return sort + changed(data.removeprefix(sort), most - len(sort), seed)


def changed(data: bytes, most: int, seed: int) -> bytes:
    """Other bytes: hostile text put in, a wreck, or bytes changed by the fuzzer; of a package, those of a member."""
    choice = random.Random(seed)
    if data.startswith(PACKAGE) and choice.randrange(2):
        with suppress(Exception):  # the fuzzer's own bytes may have broken the package
            return wreck(data, choice)[:most]
    if data.startswith(PACKAGE) and choice.randrange(4):
        return repacked(data, most, choice)
    text = data.decode("utf-8", "replace")
    at = choice.randint(0, len(text))
    match choice.randrange(3):
        case 0:
            text = text[:at] + choice.choice(FRAGMENTS) + text[at:]
        case 1:
            text = wrecked(text, choice.choice(WRECKS), choice.random(), choice.randint(1, 40))
        case _:
            return bytes(atheris.Mutate(data, most))
    return text.encode("utf-8", "replace")[:most]


def repacked(data: bytes, most: int, choice: random.Random) -> bytes:
    """A package with one of its members changed, packed anew so that it is whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [(info.filename, package.read(info)) for info in package.infolist()]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        return bytes(atheris.Mutate(data, most))
    chosen = choice.randrange(len(parts)) if parts else 0
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for index, (name, content) in enumerate(parts):
            package.writestr(name, bytes(atheris.Mutate(content, most)) if index == chosen and content else content)
    return out.getvalue()


def tell() -> None:
    """Print what was tried and found; the inputs lie in a folder."""
    print(f"tried {tried}, {len(findings)} findings", flush=True)
    print(f"files and documents by kind: {dict(kinds.most_common())}", flush=True)
    folder = Path(mkdtemp(prefix="fuzz-"))
    for number, (words, data) in enumerate(findings.items()):
        (folder / str(number)).write_bytes(data)
        print(f"  {folder / str(number)}: {words}", flush=True)


def documents(corpus: Path) -> None:
    """Put drawn documents into a folder, a file each."""
    for layout in RENDERERS:
        for seed in range(4):
            data = drawn(seed, layout, Limits(2, 2, 3)).data
            (corpus / f"{layout}{seed}").write_bytes(data)
            (corpus / f"{layout}{seed}-text").write_bytes(TEXT + data[-400:])
    for medium, make in FILES.items():
        for seed in range(4):
            (corpus / f"{medium.replace(' ', '-')}{seed}").write_bytes(make(seed))
    for medium in MEDIA:
        for seed in range(3):
            (corpus / f"{medium}{seed}").write_bytes(drawn_file(seed, "table", medium, Limits(1, 2, 2)).data)


def main(seconds: int, is_small: bool = False) -> None:
    """Fuzz for so many seconds, starting from drawn documents and small files, or from these alone.

    The exit status is 1 where something was found.
    """
    global deadline
    deadline = time.perf_counter() + seconds
    corpus = Path(mkdtemp(prefix="fuzz-corpus-"))
    for number, text in enumerate(FORMATS):
        (corpus / f"format{number}").write_bytes(FORMAT + text.encode())
    for number, data in enumerate(SMALL.values()):
        (corpus / f"small{number}").write_bytes(FILE + data)
    if not is_small:
        documents(corpus)
    options = [f"-max_len={LONGEST}", "-timeout=120", "-rss_limit_mb=3000", f"-artifact_prefix={corpus}/"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], one_input, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 300, is_small="small" in sys.argv[2:])
