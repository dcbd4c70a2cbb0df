"""An environment is made with a Python that can hold it; an older one is told so in one line."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10)])
def test_an_older_python_is_told_so(tmp_path: Path, version: tuple[int, int]) -> None:
    (tmp_path / "requirements").mkdir()
    for name in ("Makefile", "pyproject.toml", "requirements/base.txt"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    older = f"import sys; sys.version_info = ({version[0]}, {version[1]}, 0); exec(sys.argv[2])"
    python = f"{shlex.quote(sys.executable)} -c {shlex.quote(older)}"
    of_its_own = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["make", ".venv/ready", f"PYTHON={python}"]
    done = subprocess.run(command, cwd=tmp_path, env=of_its_own, capture_output=True, text=True)
    told, failed = done.stderr.splitlines()
    assert told == "Python 3.11 or later is needed, this is {}.{}: make PYTHON=python3.11".format(*version)
    assert failed.startswith("make: ***")
    assert not (tmp_path / ".venv").exists()
