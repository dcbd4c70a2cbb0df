"""The process that forks has one thread: no fork gets a lock that another thread holds."""

from pathlib import Path

import pytest

from ingest.delivery.folder import scan
from ingest.sandbox.guard import Guard
from tests.unit.test_delivery import table


def threads(process: int) -> list[str]:
    """The names of a running process's threads."""
    return [(task / "comm").read_text().strip() for task in Path(f"/proc/{process}/task").iterdir()]


def test_the_process_that_reads_has_one_thread_and_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PYTHONWARNINGS", "always::DeprecationWarning:__main__")
    (tmp_path / "a.txt").write_bytes(table())
    with Guard() as guard:
        assert [batch.read for batch in guard.read(scan(tmp_path))] == [1]
        assert len(threads(guard._process.pid)) == 1, threads(guard._process.pid)
    assert capfd.readouterr().err == ""
