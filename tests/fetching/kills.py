"""Runs of fetch that die, and what the next run makes of what they leave."""

import os
import sys
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.dying import die_before
from tests.fetching.conftest import files, run_fetch
from tests.fetching.server import Site

_processes = get_context("forkserver")
_processes.set_forkserver_preload(["__main__", __name__])


@dataclass(frozen=True)
class Case:
    """A site whose files changed since a folder was fetched: one is new, one corrected, one as it was, one taken away."""

    site: Site
    folder: Path
    sources: list[str] = field(default_factory=list)

    def start(self, step: int = 0) -> BaseProcess:
        """Start a run that kills itself before ``step``; with 0 it gives the number of steps as its exit status."""
        process = _processes.Process(target=_run, args=(self.folder, self.sources, step))
        process.start()
        return process

    def finish(self, step: int = 0) -> int:
        """Wait for such a run; gives its exit status."""
        process = self.start(step)
        process.join()
        assert process.exitcode is not None
        return process.exitcode

    def held(self) -> tuple[dict[str, bytes], set[bytes], dict[str, str]]:
        """What the folder holds: documents, earlier versions, and what is said of each file without its times."""
        earlier = {path.read_bytes() for path in (self.folder / ".earlier").rglob("*") if path.is_file()}
        said = (self.folder / "documents.csv").read_text("utf-8").splitlines()
        rows = dict(line.rpartition(",")[0].partition(",")[::2] for line in said)
        return files(self.folder), earlier, rows


def _run(folder: Path, sources: list[str], step: int) -> None:
    counted = die_before(step) if step >= 0 else None
    run_fetch(folder, sources)
    sys.stdout.flush()
    os._exit(counted() if counted else 0)
