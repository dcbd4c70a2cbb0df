"""What is read does not depend on how many workers read it, nor on how the documents are parted among them."""

from pathlib import Path

import pytest

from ingest.delivery.folder import Delivered, scan
from ingest.errors import DocumentRejected
from ingest.landing.batch import Batch
from ingest.rows import QuarantineRow, Reading
from ingest.sandbox import workers
from ingest.sandbox.guard import Guard
from tests.unit.test_delivery import table
from tests.workers.deliveries import LIMITS, READER, deliver

KINDS = ["sound", "notice", "sound", "segfault", "sound", "raise", "memory", "sound", "sound", "killed", "sound"]


def read(documents: list[Delivered], count: int) -> tuple[list[Reading], list[QuarantineRow]]:
    batches: list[Batch] = list(workers.read_all(documents, workers=count, limits=LIMITS, reader=READER))
    return [r for batch in batches for r in batch.readings()], [row for batch in batches for row in batch.quarantined]


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("chunk", [1, 2, 5, 100])
def test_workers_and_chunks_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, chunk: int
) -> None:
    documents = deliver(tmp_path, KINDS)
    monkeypatch.setattr(workers, "MOST_DOCUMENTS", chunk)
    readings, quarantined = read(documents, count)
    assert [r.document.file_name for r in readings] == [f"{i}.txt" for i, kind in enumerate(KINDS) if kind == "sound"]
    assert [(row.file_name, row.code) for row in quarantined] == [
        ("1.txt", "unknown_form"),
        ("3.txt", "crashed"),
        ("5.txt", "internal_error"),
        ("6.txt", "memory"),
        ("9.txt", "memory"),
    ]


def test_each_document_is_told_of_once_in_order(tmp_path: Path) -> None:
    documents = deliver(tmp_path, ["sound", "notice", "sound"])
    told: list[Delivered] = []
    assert sum(batch.read for batch in workers.read_all(documents, told.append)) == 2
    assert told == documents


def test_no_document_needs_no_worker() -> None:
    assert list(workers.read_all([])) == []


def test_a_process_that_was_started_before_is_the_one_that_reads(tmp_path: Path) -> None:
    documents = deliver(tmp_path, ["sound", "sound"])
    started = Guard(LIMITS, READER)
    reading = workers.read_all(documents, reader="tests.workers.nowhere:read", started=started)
    assert [batch.read for batch in reading] == [2]
    with pytest.raises(ValueError, match="closed"):  # as those that `read_all` starts itself
        list(started.read(documents))


def test_reading_may_be_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "MOST_DOCUMENTS", 1)
    reading = workers.read_all(deliver(tmp_path, ["sound"] + ["wait"] * 5), workers=2, reader=READER)
    assert next(reading).read == 1
    reading.close()


def test_one_document_is_read_or_rejected_as_in_a_delivery(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(table())
    (tmp_path / "b.txt").write_text("会议通知\n", encoding="utf-8")
    one, other = scan(tmp_path)
    assert workers.read_one(one).document.sha256 == one.sha256
    with pytest.raises(DocumentRejected, match="no performance form in this file"):
        workers.read_one(other)
