"""Runs of fetch killed at every step and at random moments: `make fetch-test`, with `KILLS=` how many at moments."""

import os
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.fetching.kills import Case
from tests.fetching.server import serving
from tests.fetching.test_killed import check_kills, make_case

KILLS = int(os.environ.get("KILLS", "100"))
SEED = 20260101


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with serving() as site:
        yield make_case(site, tmp_path / "documents")


def test_every_step(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    steps = check_kills(case, 10_000)
    with capsys.disabled():
        print(f"\nkilled before each of {steps} steps", flush=True)


def test_random_moments(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    random = Random(SEED)
    before = case.folder.with_name("before")
    shutil.copytree(case.folder, before)
    began = time.monotonic()
    assert case.finish(-1) == 0
    life, expected = time.monotonic() - began, case.held()
    killed = 0
    for number in range(KILLS):
        if number % 3 == 0:
            shutil.rmtree(case.folder)
            shutil.copytree(before, case.folder)
        process = case.start(-1)
        process.join(life * random.random())
        process.kill()
        process.join()
        killed += process.exitcode == -signal.SIGKILL
        if number % 3 == 2:
            assert case.finish(-1) == 0
            assert case.held() == expected
    with capsys.disabled():
        print(f"\n{killed} of {KILLS} runs killed at moments within {life:.1f} s", flush=True)
    assert killed
