"""A turn of one format: a fork of the fuzzer's process that goes on with the inputs found so far, and what it tells."""

import json
import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import atheris

from ingest.readers.sniff import sniff
from tests.fuzz.changes import DOCUMENT, FILE, FORMAT, TEXT, changed
from tests.fuzz.hostile import check_document, check_format, check_reader, check_text

SLOW = 5.0
"""CPU seconds that no input may take."""
_LONGEST = {FORMAT: 400, TEXT: 2_000, FILE: 20_000, DOCUMENT: 60_000}
"""Bytes of an input: of a longer one nothing is learned that a short one does not show."""
_TOLD = "told.json"


@dataclass(slots=True)
class Told:
    """What was tried: inputs and those that were read, by kind; failures in words with an input that shows each."""

    tried: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    found: dict[str, Path] = field(default_factory=dict)

    def add(self, folder: Path) -> None:
        """Add what a turn left in its folder; a turn that ended without a word is itself a failure."""
        told = folder / _TOLD
        if not told.exists():
            last = max(folder.glob("*-*"), key=os.path.getmtime, default=folder)
            self.found.setdefault(f"the process ended: {last.name.partition('-')[0]} in a turn of {folder.name}", last)
            return
        own = json.loads(told.read_text())
        self.tried.update(own["tried"])
        self.read.update(own["read"])
        for words, name in own["found"].items():
            self.found.setdefault(words, Path(name))
        told.unlink()


def turn(sort: bytes, corpus: Path, folder: Path, seconds: float) -> None:
    """Fuzz in a fork for so many CPU seconds from the inputs in ``corpus``, where new ones are kept.

    ``sort`` is the first byte of the inputs; what was found is left in ``folder``.
    """
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    trying = _Trying(sort, folder, time.process_time() + seconds)
    options = [f"-max_len={_LONGEST[sort]}", "-timeout=120", "-rss_limit_mb=3000", f"-artifact_prefix={folder}/"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], trying.one_input, custom_mutator=trying.mutate)
    atheris.Fuzz()
    os._exit(1)


class _Trying:
    """The inputs of a turn."""

    def __init__(self, sort: bytes, folder: Path, deadline: float) -> None:
        self.sort, self.folder, self.deadline = sort, folder, deadline
        self.tried: Counter[str] = Counter()
        self.read: Counter[str] = Counter()
        self.found: dict[str, str] = {}

    def one_input(self, data: bytes) -> None:
        """Try an input as its first byte says, and keep what fails or is slow."""
        start = time.process_time()  # not that of the clock: others may use the machine
        if start > self.deadline:
            self.tell()
            os._exit(0)  # libFuzzer would end without a word
        if data[:1] != self.sort:
            return  # libFuzzer begins with an input of its own
        kind, check = _checked(data[:1], data[1:])
        self.tried[kind] += 1
        try:
            self.read[kind] += check()
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            last = next((frame for frame in reversed(frames) if "/ingest/" in frame.filename), frames[-1])
            where = f"{Path(last.filename).name}:{last.lineno}"
            self.keep(f"{type(error).__name__} in {where}: {error!s:.120}", data)
        if time.process_time() - start > SLOW:
            self.keep(f"slow: {kind} of {len(data)} bytes", data)

    def mutate(self, data: bytes, most: int, seed: int) -> bytes:
        """Another input of the same sort."""
        return self.sort + changed(data[1:], most - 1, seed)

    def keep(self, words: str, data: bytes) -> None:
        if words not in self.found:
            path = self.folder / f"input-{time.time_ns()}"
            path.write_bytes(data[1:])
            self.found[words] = str(path)

    def tell(self) -> None:
        told = {"tried": self.tried, "read": self.read, "found": self.found}
        (self.folder / _TOLD).write_text(json.dumps(told))


def _checked(sort: bytes, data: bytes) -> tuple[str, Callable[[], bool]]:
    """What an input is, and what holds it to its laws: True where it was read."""
    if sort == FILE:
        return sniff(data), lambda: check_reader(data)
    if sort == DOCUMENT:
        return f"{sniff(data)}, whole", lambda: check_document(data)
    text, check = data.decode("utf-8", "replace"), check_text if sort == TEXT else check_format
    return "text of the grammar" if sort == TEXT else "number format", lambda: check(text) is None


def stop(_signal: int, _frame: FrameType | None) -> None:
    """End the fuzzing with what was tried so far told."""
    raise KeyboardInterrupt
