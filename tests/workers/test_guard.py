"""A document that takes its process down is quarantined with the reason; its neighbours are read."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.delivery.folder import Delivered, scan
from ingest.errors import ReadingImpossible
from ingest.pipeline import read
from ingest.sandbox.guard import Guard
from tests.properties.settings import RUN
from tests.unit.test_delivery import table
from tests.workers.deliveries import LIMITS, READER, deliver

REASONS = {
    "hang": "timeout",
    "hang-in-c": "timeout",
    "wait": "timeout",
    "memory": "memory",
    "killed": "memory",
    "segfault": "crashed",
    "exit 9": "crashed",
    "exit 0": "crashed",
    "raise": "internal_error",
    "notice": "unknown_form",
}
QUICK = ("memory", "killed", "segfault", "exit 9", "exit 0", "raise", "notice")


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard(LIMITS, READER) as guard:
        yield guard


def outcomes(guard: Guard, documents: list[Delivered]) -> list[tuple[str, str]]:
    """File name and outcome of each document: `read`, or the reason of its quarantine."""
    found = []
    for batch in guard.read(documents):
        found += [(reading.document.file_name, "read") for reading in batch.readings()]
        found += [(row.file_name, row.code) for row in batch.quarantined]
    return sorted(found)


@pytest.mark.parametrize(("wreck", "reason"), REASONS.items())
def test_a_wreck_is_quarantined_and_its_neighbours_are_read(
    guard: Guard, tmp_path: Path, wreck: str, reason: str
) -> None:
    documents = deliver(tmp_path, ["sound", wreck, "sound"])
    assert [outcome for _, outcome in outcomes(guard, documents)] == ["read", reason, "read"]


@settings(RUN, max_examples=25)
@given(st.lists(st.sampled_from(("sound", "sound", "sound", *QUICK)), max_size=7))
def test_every_document_has_the_outcome_it_has_alone(
    guard: Guard, tmp_path_factory: pytest.TempPathFactory, kinds: list[str]
) -> None:
    documents = deliver(tmp_path_factory.mktemp("mixed"), kinds)
    assert [outcome for _, outcome in outcomes(guard, documents)] == [REASONS.get(kind, "read") for kind in kinds]


def test_a_guarded_reading_is_the_reading(guard: Guard, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(table())
    (batch,) = guard.read(scan(tmp_path))
    assert batch.readings() == [read(table(), "a.txt")]


def test_what_a_library_says_or_starts_is_cut_off(guard: Guard, tmp_path: Path) -> None:
    documents = deliver(tmp_path, ["chatter", "sound"])
    assert [outcome for _, outcome in outcomes(guard, documents)] == ["read", "read"]


def test_a_document_that_is_gone_is_quarantined(guard: Guard, tmp_path: Path) -> None:
    documents = deliver(tmp_path, ["sound", "sound"])
    documents[0].path.unlink()
    assert [outcome for _, outcome in outcomes(guard, documents)] == ["io_error", "read"]


def test_a_reading_process_that_is_killed_is_started_again(guard: Guard, tmp_path: Path) -> None:
    documents = deliver(tmp_path, ["sound"])
    guard._process.kill()
    guard._process.wait()
    assert outcomes(guard, documents) == [("0.txt", "read")]


def test_a_reading_process_that_misses_the_signal_ends_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    with Guard(LIMITS, READER) as guard:
        process = guard._process
        monkeypatch.setattr(process, "terminate", lambda: None)
        monkeypatch.setattr(process, "wait", partial(process.wait, timeout=60))
    assert process.returncode == 0


def test_a_reader_that_cannot_be_loaded_quarantines_nothing(tmp_path: Path) -> None:
    with Guard(LIMITS, "tests.workers.nowhere:read") as broken, pytest.raises(ReadingImpossible):
        list(broken.read(deliver(tmp_path, ["sound"])))
