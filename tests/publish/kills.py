"""Builds that die, and what is found after them.

Models and expectations are taken from a build that was finished before, so that a build costs seconds; everything else
is that of `jixiao build`. A step is a call that changes the file system, made by Python, once the files are written to
be published.
"""

import os
import shutil
import sys
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import duckdb

from expectations.validation import Result, Validation
from jixiao.build import run, spare
from jixiao.build.checks import Checks
from jixiao.build.database import Contents, contents, logs
from jixiao.build.publication import write_lacking
from jixiao.build.workplace import Workplace
from jixiao.dashboard.generation import generation, is_of
from jixiao.dashboard.site import is_whole
from tests.dying import CHANGES, die_before

_processes = get_context("forkserver")
_processes.set_forkserver_preload(["__main__", __name__])


@dataclass(frozen=True)
class Case:
    """A warehouse ``old`` with its documents, and the same after a build of one more: ``new``."""

    documents: Path
    old: Path
    new: Path
    work: Path

    @property
    def warehouse(self) -> Path:
        return self.work / "warehouse.duckdb"

    @property
    def place(self) -> Workplace:
        return Workplace(self.warehouse, self.work / ".build" / "warehouse")

    def renew(self) -> None:
        """Lay out the warehouse as it was before the build, with the file to build on."""
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.old.parent, self.work)
        spare.mark(self.warehouse, self.place.spare)

    def start(self, step: int = 0, events: frozenset[str] = CHANGES) -> BaseProcess:
        """Start a build that kills itself before ``step``; with 0 it gives the number of steps as its exit status."""
        process = _processes.Process(target=_build, args=(self, step, events))
        process.start()
        return process

    def finish(self, step: int = 0, events: frozenset[str] = CHANGES) -> int:
        """Wait for such a build; gives its exit status."""
        process = self.start(step, events)
        process.join()
        assert process.exitcode is not None
        return process.exitcode

    def after_kill(self) -> str:
        """Which warehouse is published after a kill. Fails where it is neither of both, or a dashboard is in parts."""
        assert logs(self.warehouse) == []
        found = {_state(self.old): "old", _state(self.new): "new"}[_state(self.warehouse)]
        dashboard = self.place.dashboard
        assert is_whole(self.old, dashboard) or is_whole(self.new, dashboard)
        assert any(is_of(self.place.published_report, _state(own)[0]) for own in (self.old, self.new))
        return found

    def after_build(self, is_report_the_same: bool = True) -> None:
        """Fails where a build that was not disturbed left anything but the new warehouse, whole and of one generation.

        A report says which documents were looked at: after a kill a real build looks at all of them.
        """
        assert logs(self.warehouse) == []
        assert _state(self.warehouse) == _state(self.new)
        assert is_whole(self.new, self.place.dashboard)
        assert is_of(self.place.published_report, _state(self.new)[0])
        report, expected = self.place.published_report, self.new.with_name("validation.html")
        assert not is_report_the_same or report.read_bytes() == expected.read_bytes()
        assert write_lacking(self.place, [], lambda _: None) == ()
        assert len(list((self.place.dashboard / "data").iterdir())) == 1
        left = {path.name for path in self.place.folder.iterdir()}
        assert left <= {"lock", "digests.json", "spare.duckdb", "spare.followed", "target", "validation.html"}


def _state(warehouse: Path) -> tuple[str, int, tuple[tuple[str, int], ...]]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        held: Contents = contents(connection)
        return generation(connection), held.batch, tuple(sorted(held.rows.items()))


def _build(case: Case, step: int, events: frozenset[str]) -> None:
    counted = die_before(step, events) if step >= 0 else None
    progress = run.Progress(stage=lambda stage: None, reading=lambda _: lambda _: None)
    Checks.run = lambda checks, *_: finished(case, checks.place)  # type: ignore[method-assign, assignment]
    run.write_report = lambda *_: None  # that of the build that was finished is there
    run.build(case.documents, case.warehouse, progress)
    sys.stdout.flush()
    os._exit(counted() if counted else 0)


def finished(case: Case, place: Workplace) -> Validation:
    """The models and expectations of the new warehouse, as the build that was finished left them."""
    place.close()
    place.database.unlink()
    shutil.copyfile(case.new, place.database)
    shutil.copyfile(case.new.with_name("unmarked.html"), place.report)
    rows = (
        place.open()
        .execute(
            "select built_batch, suite, expectation, subject, why, success, observed from quality.validation_results "
            "where batch_id = (select max(batch_id) from quality.validation_results) order by rowid"
        )
        .fetchall()
    )
    return Validation(tuple(Result(*row[1:5], "", *row[5:]) for row in rows), rows[0][0])
