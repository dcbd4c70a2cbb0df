"""A build that dies leaves the old warehouse or the new one, whole, and the next build repairs what it left."""

import resource
import shutil
from pathlib import Path

import duckdb
import pytest

from jixiao.build import run, spare
from jixiao.build.checks import Checks
from jixiao.build.database import Contents, contents, logs
from jixiao.build.disk import DiskFull
from jixiao.build.workplace import Workplace
from tests.dying import MOVES
from tests.publish.conftest import DOCUMENTS, QUIET, Build
from tests.publish.kills import Case, finished
from tests.unit.test_delivery import table


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory, published: Path, quiet_build: Build) -> Case:
    return make_case(tmp_path_factory.mktemp("killed"), published, quiet_build)


def make_case(folder: Path, published: Path, quiet_build: Build) -> Case:
    """A warehouse of the five documents with the file it followed, and the same with one document more."""
    documents = folder / "documents"
    shutil.copytree(DOCUMENTS, documents)
    (documents / "new.txt").write_bytes(table())
    old = folder / "old" / "warehouse.duckdb"
    shutil.copytree(published.parent, old.parent)
    place = Workplace(old, old.parent / ".build" / "warehouse")
    shutil.copyfile(old, place.spare)
    new = folder / "new" / "warehouse.duckdb"
    shutil.copytree(old.parent, new.parent)
    spare.mark(new, new.parent / ".build" / "warehouse" / "spare.duckdb")
    assert quiet_build(documents, new).published
    report = new.with_name("validation.html").read_text(encoding="utf-8")
    head, _, rest = report.partition('<meta name="generation"')
    new.with_name("unmarked.html").write_text(head + rest.partition("\n")[2], encoding="utf-8")
    return Case(documents, old, new, folder / "work")


def test_a_build_that_dies_before_any_move_is_repaired(case: Case) -> None:
    case.renew()
    steps = case.finish(0, MOVES)
    case.after_build()
    found = []
    for step in range(1, steps + 1):
        case.renew()
        assert case.finish(step, MOVES) == -9
        found.append(case.after_kill())
        case.finish()
        case.after_build()
    assert found == sorted(found, reverse=True)  # the old one, until the new one is there
    assert found[0] == "old" and found[-1] == "new"


def test_a_log_that_cannot_be_written_into_the_file_keeps_it_from_being_published(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection that is closed says nothing of it."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)

    def counted(connection: duckdb.DuckDBPyConnection) -> Contents:
        held = contents(connection)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, before[1]))
        return held

    case.renew()
    monkeypatch.setattr(Checks, "run", lambda checks, *_: finished(case, checks.place))
    monkeypatch.setattr(run, "write_report", lambda *_: None)
    monkeypatch.setattr(run, "contents", counted)
    try:
        with pytest.raises(DiskFull, match=r"File too large: free space in .* and build again"):
            run.build(case.documents, case.warehouse, QUIET)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert case.after_kill() == "old"
    assert not case.place.database.exists() and logs(case.place.database) == []
    case.finish()
    case.after_build()
