"""Archives that are no zip: their members are documents, within the limits of a zip."""

from pathlib import Path

import pytest

from ingest.delivery import archive
from ingest.errors import DocumentRejected
from ingest.readers.office import archives
from ingest.readers.office.confined import Limits
from tests.optional.office.made import archived, cabinet, rar, rar_of_version_4
from tests.unit.test_archive import delivered, zipped
from tests.unit.test_delivery import table

BY_HAND = {"rar": rar, "rar 4": rar_of_version_4, "cab": cabinet}
"""Archives that bsdtar reads and does not write."""


@pytest.mark.parametrize("kind", [*BY_HAND, "7zip", "ustar"])
def test_members_are_documents_named_below_the_archive(kind: str, tmp_path: Path) -> None:
    files = {"1.txt": table(), "预算/二.txt": table("2.00")}
    (tmp_path / "documents").mkdir()
    data = BY_HAND[kind](files) if kind in BY_HAND else archived(files, kind, tmp_path)
    read, quarantined = delivered(tmp_path / "documents", data)
    assert read == ["a.zip/1.txt", "a.zip/预算/二.txt"]
    assert quarantined == {}


def test_archives_in_archives_are_read_to_a_depth(tmp_path: Path) -> None:
    deepest = rar({"c.txt": table("3.00")})
    inner = rar({"b.txt": table("2.00"), "deepest.rar": deepest})
    read, quarantined = delivered(tmp_path, zipped({"a.txt": table(), "inner.rar": inner}))
    assert read == ["a.zip/a.txt", "a.zip/inner.rar/b.txt"]
    assert quarantined == {"a.zip/inner.rar/deepest.rar": "too_deep"}


def test_names_that_lead_elsewhere_are_refused(tmp_path: Path) -> None:
    read, quarantined = delivered(
        tmp_path, rar({"../../x.txt": table(), "/etc/y.txt": table(), "b.txt": table("2.00")})
    )
    assert read == ["a.zip/b.txt"]
    assert quarantined == {"a.zip/x.txt": "unsafe_name", "a.zip/etc/y.txt": "unsafe_name"}
    assert not (tmp_path.parent / "x.txt").exists()


def test_a_password_is_told(tmp_path: Path) -> None:
    assert delivered(tmp_path, rar({}, is_encrypted=True)) == ([], {"a.zip": "encrypted"})


@pytest.mark.parametrize("kind", [*BY_HAND, "7zip", "ustar"])
def test_a_cut_archive_is_told_wherever_it_is_cut(kind: str, tmp_path: Path) -> None:
    files = {"1.txt": table(), "2.txt": table("2.00")}
    data = BY_HAND[kind](files) if kind in BY_HAND else archived(files, kind, tmp_path)
    second = data.find(b"2.txt")
    for length in {
        40,
        second,
        second - 512 if kind == "ustar" else second - 12,
        len(data) - 1024 if kind == "ustar" else len(data) - 8,
    }:
        with pytest.raises(DocumentRejected) as rejected:
            archives.as_zip(data[:length])
        assert rejected.value.code == "damaged"


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "documents").mkdir()
    bomb = archived({"1.txt": bytes(2**22)}, "7zip", tmp_path)
    assert len(bomb) < 2**12
    monkeypatch.setattr(archives, "LIMITS", Limits(60, 2**30, 2**20))
    assert delivered(tmp_path / "documents", bomb) == ([], {"a.zip": "too_large"})


def test_no_more_members_are_read_than_of_a_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    read, quarantined = delivered(tmp_path, rar({f"{n}.txt": table(f"{n}.00") for n in range(1, 5)}))
    assert read == ["a.zip/1.txt", "a.zip/2.txt"]
    assert set(quarantined.values()) == {"too_many"}
