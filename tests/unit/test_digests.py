"""Digests kept between deliveries: a remembered one is that of the file as it is."""

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
