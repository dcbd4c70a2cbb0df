"""Digests kept between deliveries: a remembered one is that of the file as it is."""

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from ingest.delivery import digests
from ingest.delivery.folder import scan


def keys(folder: Path, kept: Path | None) -> list[tuple[str, str]]:
    return [(document.file_name, document.sha256) for document in scan(folder, kept)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    (folder / "b").mkdir(parents=True)
    for name in ("a.txt", "b/a.txt", "b.txt"):
        (folder / name).write_text(name)
    return folder


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files count as long unchanged as soon as they are written."""
    monkeypatch.setattr(digests, "_SETTLED", -60_000_000_000)


@pytest.mark.usefixtures("settled")
def test_a_delivery_is_the_same_with_what_is_kept(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "digests.json"
    first = keys(folder, kept)
    assert first == [("a.txt", sha256(b"a.txt").hexdigest()), ("b/a.txt", sha256(b"b/a.txt").hexdigest()),
                     ("b.txt", sha256(b"b.txt").hexdigest())]  # fmt: skip
    assert kept.exists()
    assert keys(folder, kept) == first


@pytest.mark.usefixtures("settled")
def test_an_unchanged_file_is_not_read_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "digests.json"
    first = keys(folder, kept)
    monkeypatch.setattr("ingest.delivery.folder._look_into", lambda path: pytest.fail(f"{path.name} is read again"))
    assert keys(folder, kept) == first


@pytest.mark.usefixtures("settled")
def test_a_changed_file_is_read_again_whatever_time_it_pretends(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "digests.json"
    keys(folder, kept)
    changed = folder / "b.txt"
    before = changed.stat()
    while changed.stat().st_ctime_ns == before.st_ctime_ns:  # the file system's clock ticks
        changed.write_text("B.txt")
    os.utime(changed, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert keys(folder, kept) == keys(folder, None)


def test_a_file_changed_just_now_is_not_remembered(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "digests.json"
    keys(folder, kept)
    assert not kept.exists()


ENTRY = [7, 1, 1, 1, 1, "0" * 64]


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize(
    "damaged",
    [b"", b"{", b"\xff", b"[]", b"7", b"[" * 100_000, b'{"a.txt": null}', b'{"a.txt": [1, "x"]}',
     json.dumps({"a.txt": ENTRY[:-1]}).encode(), json.dumps({"a.txt": [*ENTRY[:-1], "0"]}).encode()],
)  # fmt: skip
def test_a_damaged_file_counts_as_empty_and_is_replaced(folder: Path, tmp_path: Path, damaged: bytes) -> None:
    kept = tmp_path / "digests.json"
    whole = keys(folder, kept)
    content = kept.read_bytes()
    kept.write_bytes(damaged)
    assert keys(folder, kept) == whole
    assert kept.read_bytes() == content
