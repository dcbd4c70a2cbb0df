"""The journal of a run: at whatever moment it is killed, the next run loses nothing and doubles nothing.

``.fetch`` in the documents folder is the workplace: a lock, the journal since `fetched.csv` was written last, what is
being downloaded, and the pages that were read. A line of the journal is written before the move that it speaks of; a
download waits there under its digest until it is moved, so that a move that was cut short is made by the next run.
Earlier versions of files are kept in ``.earlier`` under their digests; a build looks into neither folder.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TextIO

from jixiao.commands.fetch.records import Record, read_records, write_manifest, write_records
from jixiao.commands.fetch.told import told


class FetchRunning(RuntimeError):
    """Another run fetches into the folder."""


class Journal:
    """What is known of each address. Made by `open_journal`, or for a dry run, which writes nothing into ``folder``."""

    def __init__(self, folder: Path, work: Path, is_dry: bool) -> None:
        self.folder, self._work, self._is_dry = folder, work, is_dry
        self._log: TextIO | None = None
        self.current: dict[str, Record] = {}
        self._replaced: dict[tuple[str, str], Record] = {}
        for record in read_records(folder):
            self._put(record)
        self._owned = {record.file.casefold(): record.address for record in self.current.values() if record.file}

    @property
    def incoming(self) -> Path:
        """The file that is being downloaded into."""
        return self._work / "incoming"

    def page(self, record: Record) -> Path:
        """Where the bytes of a page are kept that was read."""
        return self._work / "pages" / f"{record.sha256}.html"

    def note(self, record: Record) -> None:
        """Remember what became of an address whose file stays as it is."""
        self._append({"put": asdict(record)}, is_sure=False)
        self._put(record)

    def keep_page(self, record: Record) -> None:
        """Remember a page with its bytes, which were downloaded."""
        self.page(record).parent.mkdir(exist_ok=True)
        os.replace(self.incoming, self.page(record))
        self.note(record)

    def keep(self, record: Record) -> None:
        """Remember a file that was downloaded, and move it to its name; the version before it is kept as it was."""
        waiting = self._waiting(record.sha256)
        with self.incoming.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(self.incoming, waiting)
        before = self.current.get(record.address)
        is_other = before is not None and before.file and before.sha256 != record.sha256
        earlier = replace(before, outcome="replaced", file=_earlier(before)) if before and is_other else None
        self._append({"put": asdict(record), "replaced": asdict(earlier) if earlier else None})
        self._move(record, earlier)

    def free_name(self, address: str, name: str, digest: str) -> str:
        """A name below the folder that is no other address's and no other file's; ``digest`` makes one where it is."""
        stem, dot, ending = name.rpartition(".")
        found = name
        number = 0
        while self._is_taken(found, address):
            number += 1
            found = f"{stem}-{digest[: 7 + number]}{dot}{ending}"
        return found

    def _is_taken(self, name: str, address: str) -> bool:
        owner = self._owned.get(name.casefold())
        return owner != address if owner else os.path.lexists(self.folder / name)

    def has_bytes(self, record: Record) -> bool:
        """True where what was fetched is still there, as far as its size tells."""
        path = self.folder / record.file if record.kind == "file" else self.page(record)
        try:
            return bool(record.sha256) and str(path.stat().st_size) == record.size
        except OSError:
            return False

    def _put(self, record: Record) -> None:
        if record.outcome == "replaced":
            self._replaced[record.address, record.sha256] = record
            return
        self.current[record.address] = record
        self._replaced.pop((record.address, record.sha256), None)

    def _move(self, record: Record, earlier: Record | None) -> None:
        target, waiting = self.folder / record.file, self._waiting(record.sha256)
        if waiting.exists():
            if earlier is not None and target.exists():
                _copy(target, self.folder / earlier.file)
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(waiting, target)
        if earlier is not None:
            self._put(earlier)
        self._put(record)
        self._owned[record.file.casefold()] = record.address

    def _waiting(self, sha256: str) -> Path:
        return self._work / f"{sha256}.whole"

    def _append(self, line: Mapping[str, object], is_sure: bool = True) -> None:
        """Write a line; where it is ``is_sure`` it is on the disk before anything is moved, whatever fails."""
        if self._is_dry:
            return
        if self._log is None:
            self._log = (self._work / "journal").open("a", encoding="utf-8")
        self._log.write(json.dumps(line, ensure_ascii=False) + "\n")
        self._log.flush()
        if is_sure:
            os.fsync(self._log.fileno())

    def recover(self) -> None:
        """Do again what a killed run had written into its journal, and forget what it had not."""
        path = self._work / "journal"
        for line in path.read_text(encoding="utf-8").split("\n") if path.exists() else ():
            try:
                said = json.loads(line)
            except ValueError:  # a line that was being written
                continue
            earlier = Record(**said["replaced"]) if said.get("replaced") else None
            record = Record(**said["put"])
            if "replaced" in said:
                self._move(record, earlier)
            else:
                self._put(record)
        if path.exists():
            self.close()
        for left in (self.incoming, *self._work.glob("*.whole")):
            left.unlink(missing_ok=True)

    def close(self) -> None:
        """Write `fetched.csv` and `documents.csv`; the journal is empty then. Raises OSError and BadRecords."""
        if self._is_dry:
            return
        files = [record for record in self.current.values() if record.kind == "file" and record.file]
        known = [*self.current.values(), *self._replaced.values()]
        write_manifest(self.folder, sorted(files, key=lambda record: record.file))
        write_records(self.folder, sorted(known, key=lambda r: (r.address, r.outcome == "replaced", r.fetched_at)))
        if self._log is not None:
            self._log.close()
            self._log = None
        for path in (self._work / "journal", self.incoming):
            path.unlink(missing_ok=True)
        kept = {self.page(record) for record in self.current.values() if record.kind == "page"}
        for path in (self._work / "pages").glob("*.html"):
            if path not in kept:
                path.unlink()


def _earlier(record: Record) -> str:
    return f".earlier/{record.sha256[:16]}/{record.file}"


def _copy(source: Path, target: Path) -> None:
    """The same file under a second name; where the file system knows no such thing, a copy of it."""
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        unfinished = target.with_name(f"{target.name}.new")
        shutil.copy2(source, unfinished)
        os.replace(unfinished, target)


@contextmanager
def open_journal(folder: Path) -> Iterator[Journal]:
    """The journal of ``folder``, held by this process alone, with what a killed run left undone done.

    Raises FetchRunning, BadRecords, and OSError where the folder cannot be written.
    """
    work = folder / ".fetch"
    work.mkdir(parents=True, exist_ok=True)
    with (work / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise FetchRunning(told("running", folder=folder)) from None
        journal = Journal(folder, work, is_dry=False)
        journal.recover()
        try:
            yield journal
        finally:
            journal.close()
