"""Builds killed at every step of publication and at random moments: `make kill-test`, with `KILLS=` how many.

Half of the kills are at steps, the others at moments; a twentieth are of builds that make models and expectations too.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.publish.conftest import Build
from tests.publish.kills import Case
from tests.publish.test_killed import make_case

KILLS = int(os.environ.get("KILLS", "200"))
IN_A_ROW = 3
SEED = 20260101


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory, published: Path, quiet_build: Build) -> Case:
    return make_case(tmp_path_factory.mktemp("killed"), published, quiet_build)


def tell(capsys: pytest.CaptureFixture[str], words: str) -> None:
    with capsys.disabled():
        print(f"\n{words}", flush=True)


def test_every_step(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    case.renew()
    count = case.finish()
    case.after_build()
    steps = range(1, count + 1)
    chosen = sorted(Random(SEED).sample(steps, min(count, KILLS // 2)))
    found: Counter[str] = Counter()
    for step in chosen:
        case.renew()
        assert case.finish(step) == -signal.SIGKILL
        found[case.after_kill()] += 1
        case.finish()
        case.after_build()
    tell(capsys, f"killed at {len(chosen)} of {count} steps; published after the kill: {dict(found)}")
    assert set(found) == {"old", "new"}


def test_random_moments(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    random = Random(SEED)
    case.renew()
    began = time.monotonic()
    case.finish()
    life = time.monotonic() - began
    found: Counter[str] = Counter()
    for number in range(KILLS // 2):
        if number % IN_A_ROW == 0:
            case.renew()
        process = case.start()
        process.join(life * random.random())
        process.kill()
        process.join()
        killed = process.exitcode == -signal.SIGKILL
        found[f"{'killed' if killed else 'ended'}, {case.after_kill()}"] += 1
        if number % IN_A_ROW == IN_A_ROW - 1:
            case.finish()
            case.after_build()
    tell(capsys, f"killed at moments within {life:.1f} s: {dict(found)}")
    assert any(name.startswith("killed") for name in found)


def test_random_moments_of_whole_builds(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    random = Random(SEED)
    command = [sys.executable, "-c", "from jixiao.cli import main; main()", "build"]
    command += ["--documents", str(case.documents), "--warehouse", str(case.warehouse)]
    case.renew()
    began = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    life = time.monotonic() - began
    case.after_build(is_report_the_same=False)
    case.renew()
    found: Counter[str] = Counter()
    for _ in range(KILLS // 20):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(life * random.random())
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        killed = process.returncode == -signal.SIGKILL
        found[f"{'killed' if killed else 'ended'}, {case.after_kill()}"] += 1
    subprocess.run(command, check=True, capture_output=True)
    case.after_build(is_report_the_same=False)
    shutil.rmtree(case.work)
    tell(capsys, f"whole builds killed within {life:.1f} s: {dict(found)}")
