"""What `pip install .` installs: the packages and every file that a build reads, whatever the folder one stands in."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("analyses", "dbt_project.yml", "expectations", "ingest", "jixiao", "macros", "models", "profiles.yml", "seeds", "tests/dbt")  # fmt: skip
NOT_INSTALLED = "jixiao/dashboard/page/"
"""The sources of the page; what is made of them is installed."""


def _tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the tracked files, unpacked as pip does."""
    sources, place = tmp_path_factory.mktemp("sources"), tmp_path_factory.mktemp("installed")
    for name in _tracked():
        (sources / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, sources / name)
    code = f"from setuptools.build_meta import build_wheel; build_wheel({str(place)!r})"
    subprocess.run([sys.executable, "-c", code], cwd=sources, capture_output=True, check=True)
    (wheel,) = place.glob("*.whl")
    with ZipFile(wheel) as files:
        files.extractall(place)
    wheel.unlink()
    return place


def test_every_file_that_a_build_reads_is_installed(installed: Path) -> None:
    held = {
        path.relative_to(installed).as_posix().removeprefix("jixiao_project/")
        for path in installed.rglob("*")
        if path.is_file() and ".dist-info" not in path.as_posix()
    }
    needed = {name for name in _tracked() if name.startswith(NEEDED) and not name.startswith(NOT_INSTALLED)}
    assert held - {"setup.py"} == {name for name in needed if not Path(name).name.startswith(".")}


def test_an_installation_is_the_same_project(installed: Path, tmp_path: Path) -> None:
    code = (
        "import jixiao; from jixiao.project import ROOT, project_digest; from ingest.version import parser_version;"
        " from expectations.thresholds import seed; seed('expectation_thresholds');"
        " print(ROOT, project_digest(), parser_version())"
    )

    def told(place: Path) -> list[str]:
        environment = {"PYTHONPATH": str(place), "PATH": ""}
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout.split()

    root, *digests = told(installed)
    assert root == str(installed / "jixiao_project")
    assert digests == told(ROOT)[1:]
