"""A run that is killed before any change of the folder loses nothing and doubles nothing."""

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fetching.conftest import run_fetch
from tests.fetching.kills import Case
from tests.fetching.server import Site, serving
from tests.fetching.test_fetch import PDF, article

STEPS = 12
"""So many of the steps here; all of them, and random moments, by `make fetch-test`."""


def make_case(site: Site, folder: Path) -> Case:
    """A folder as it was fetched, and the site after it changed."""
    article(site, "/t.html", "预算", ("same.pdf", "附件"), ("x.pdf", "附件"), ("gone.pdf", "附件"))
    for name in ("same", "x", "gone"):
        site.file(f"/{name}.pdf", PDF + name.encode())
    case = Case(site, folder, [site.url("/t.html")])
    run_fetch(folder, case.sources)
    article(site, "/t.html", "预算（更正）", ("same.pdf", "附件"), ("x.pdf", "附件"), ("1/x.pdf", "附件"))
    site.file("/x.pdf", PDF + b"corrected")
    site.file("/1/x.pdf", PDF + b"new")
    del site.resources["/gone.pdf"]
    return case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with serving() as site:
        yield make_case(site, tmp_path / "documents")


def check_kills(case: Case, most: int) -> int:
    """Kill a run before steps of it, in a row and each from the folder as it was; gives how many there are."""
    before = case.folder.with_name("before")
    shutil.copytree(case.folder, before)
    steps = case.finish()
    expected = case.held()
    assert len(expected[0]) == 4 and expected[1] == {PDF + b"x"}
    every = max(1, steps // most)
    for step in range(1, steps + 1, every):
        shutil.rmtree(case.folder)
        shutil.copytree(before, case.folder)
        assert case.finish(step) == -signal.SIGKILL
        assert case.finish(-1) == 0
        assert case.held() == expected, step
        left = {path.name for path in (case.folder / ".fetch").iterdir()}
        assert left <= {"lock", "pages"}
    return steps


def test_a_killed_run_loses_and_doubles_nothing(case: Case) -> None:
    assert check_kills(case, STEPS) >= STEPS


def test_a_run_that_is_killed_again_and_again_comes_to_its_end(case: Case) -> None:
    shutil.copytree(case.folder, case.folder.with_name("whole"))
    whole = Case(case.site, case.folder.with_name("whole"), case.sources)
    assert whole.finish(-1) == 0
    deaths = 0
    for step in range(3, 60, 3):
        if case.finish(step) != -signal.SIGKILL:
            break
        deaths += 1
    assert deaths > 3
    assert case.finish(-1) == 0
    assert case.held() == whole.held()
