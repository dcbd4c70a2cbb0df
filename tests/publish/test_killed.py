"""A build that dies leaves the old warehouse or the new one, whole, and the next build repairs what it left."""

import shutil
from pathlib import Path

import pytest

from jixiao.build.workplace import Workplace
from tests.publish.conftest import DOCUMENTS, Build
from tests.publish.kills import MOVES, Case
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
