"""Zip archives of a delivery: which members are documents, which are refused and why."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from rich.console import Console

from ingest.delivery import archive
from ingest.delivery.folder import Delivered, scan
from ingest.errors import DocumentRejected
from ingest.rows import QuarantineRow, Reading
from ingest.sandbox.workers import read_all
from jixiao.commands.inspection import show
from tests.drawing.draw import Limits
from tests.drawing.strategies import MEDIA, drawn_file
from tests.unit.test_delivery import table


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return out.getvalue()


def read(documents: list[Delivered]) -> tuple[list[Reading], list[QuarantineRow]]:
    batches = list(read_all(documents))
    return [reading for batch in batches for reading in batch.readings()], [
        row for batch in batches for row in batch.quarantined
    ]


def delivered(folder: Path, data: bytes) -> tuple[list[str], dict[str, str]]:
    """What is read of an archive (file names), and what is quarantined (file name to code)."""
    (folder / "a.zip").write_bytes(data)
    readings, quarantine = read(scan(folder))
    return [reading.document.file_name for reading in readings], {row.file_name: row.code for row in quarantine}


def test_members_of_every_medium_are_documents_and_office_files_are_no_archives(tmp_path: Path) -> None:
    names = {medium: f"预算/{medium}.dat" for medium in MEDIA}
    files = {
        names[medium]: drawn_file(seed, "table", medium, Limits(2, 2, 3)).data for seed, medium in enumerate(MEDIA)
    }
    (tmp_path / "b.xlsx").write_bytes(drawn_file(9, "table", "xlsx", Limits(2, 2, 3)).data)
    read, quarantined = delivered(tmp_path, zipped({"预算/": b"", **files, "说明.md": b"x", "__MACOSX/._a": b"x"}))
    assert read == [*(f"a.zip/{name}" for name in names.values()), "b.xlsx"]
    assert quarantined == {}


def test_archives_in_archives_are_read_to_a_depth(tmp_path: Path) -> None:
    deepest = zipped({"c.txt": table("3.00")})
    inner = zipped({"b.txt": table("2.00"), "deepest.zip": deepest})
    read, quarantined = delivered(tmp_path, zipped({"a.txt": table(), "inner.zip": inner}))
    assert read == ["a.zip/a.txt", "a.zip/inner.zip/b.txt"]
    assert quarantined == {"a.zip/inner.zip/deepest.zip": "too_deep"}


def test_one_refused_member_does_not_stop_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda program: None)
    members = {
        "1.txt": table(),
        "2.txt": b"",
        "3.zip": b"PK\x03\x04cut",
        "4.rar": b"Rar!\x1a\x07\x00",
        "5.txt": table("2.00"),
    }
    read, quarantined = delivered(tmp_path, zipped(members))
    assert read == ["a.zip/1.txt", "a.zip/5.txt"]
    assert quarantined == {"a.zip/2.txt": "empty", "a.zip/3.zip": "damaged", "a.zip/4.rar": "office_not_installed"}


def test_names_in_gbk_are_decoded(tmp_path: Path) -> None:
    data = zipped({"0123456789.txt": table()}, zipfile.ZIP_STORED)
    data = data.replace(b"0123456789.txt", "绩效目标表".encode("gbk") + b".txt")
    assert delivered(tmp_path, data)[0] == ["a.zip/绩效目标表.txt"]


@pytest.mark.parametrize(
    ("name", "label"),
    [("../../etc/x.txt", "etc/x.txt"), ("/etc/x.txt", "etc/x.txt"), ("C:\\x.txt", "C:/x.txt"), ("a/\x1b[2J.txt", "a/\ufffd[2J.txt")],
)  # fmt: skip
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: str, label: str) -> None:
    read, quarantined = delivered(tmp_path, zipped({name: table(), "b.txt": table("2.00")}))
    assert read == ["a.zip/b.txt"]
    assert quarantined == {f"a.zip/{label}": "unsafe_name"}


def test_the_same_bytes_count_once_and_the_same_name_twice_is_refused(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package, pytest.warns(UserWarning, match="Duplicate name"):
        for name, data in (("1.txt", table()), ("2.txt", table()), ("1.txt", table("2.00"))):
            package.writestr(name, data)
    assert delivered(tmp_path, out.getvalue()) == (["a.zip/1.txt"], {"a.zip/1.txt": "duplicate_name"})


def test_bombs_are_refused_before_they_unpack(tmp_path: Path) -> None:
    bomb = zipped({"bomb.txt": b"\0" * 50_000_000, "a.txt": table()})
    assert delivered(tmp_path, bomb) == (["a.zip/a.txt"], {"a.zip/bomb.txt": "too_dense"})


def test_a_member_that_lies_about_its_size_is_damaged(tmp_path: Path) -> None:
    data = zipped({"bomb.txt": b"\0" * 5_000_000, "a.txt": table()})
    lying = data.replace(struct.pack("<I", 5_000_000), struct.pack("<I", 500))
    assert delivered(tmp_path, lying) == (["a.zip/a.txt"], {"a.zip/bomb.txt": "damaged"})


def test_encrypted_members_and_rare_packings_are_refused(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": table(), "b.txt": table("2.00")}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert delivered(tmp_path, bytes(data)) == (["a.zip/b.txt"], {"a.zip/a.txt": "encrypted"})
    lzma = zipped({"a.txt": table("3.00")}, zipfile.ZIP_LZMA)
    assert delivered(tmp_path, lzma) == ([], {"a.zip/a.txt": "unknown_type"})


@pytest.mark.parametrize(
    ("limit", "value", "code"),
    [("MOST_MEMBERS", 2, "too_many"), ("LARGEST_ARCHIVE", 1000, "too_large"), ("LARGEST_MEMBER", 500, "too_large")],
)
def test_limits_refuse_what_is_beyond_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, code: str
) -> None:
    monkeypatch.setattr(archive, limit, value)
    last = table("3.00", project="长" * 100)
    read, quarantined = delivered(tmp_path, zipped({"1.txt": table(), "2.txt": table("2.00"), "3.txt": last}))
    assert read == ["a.zip/1.txt", "a.zip/2.txt"]
    assert quarantined == {"a.zip/3.txt": code}


@pytest.mark.parametrize(("data", "code"), [(zipped({}), "empty"), (zipped({"a.txt": table()})[:-9], "damaged")])
def test_an_archive_without_documents_is_quarantined_itself(tmp_path: Path, data: bytes, code: str) -> None:
    assert delivered(tmp_path, data) == ([], {"a.zip": code})


def test_the_manifest_speaks_of_members_and_a_scan_is_stable(tmp_path: Path) -> None:
    (tmp_path / "documents.csv").write_text("file,year\na.zip/b.txt,2019\n", encoding="utf-8")
    (tmp_path / "a.zip").write_bytes(zipped({"b.txt": table(), "../c.txt": table("2.00")}))
    first, again = scan(tmp_path), scan(tmp_path)
    assert [document.reading_identity for document in first] == [document.reading_identity for document in again]
    assert read(first)[0][0].document.budget_year == 2019


def test_an_archive_is_inspected_member_by_member(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"b.txt": table("12.50"), "c.rar": b"Rar!\x1a\x07\x00"}))
    out = io.StringIO()
    show(tmp_path / "a.zip", Console(file=out, width=200))
    assert "12.50 万元" in out.getvalue()
    assert "RAR archive" in out.getvalue().split("a.zip/c.rar")[1]
    (tmp_path / "a.zip").write_bytes(zipped({"c.rar": b"Rar!\x1a\x07\x00"}))
    with pytest.raises(DocumentRejected, match="RAR"):
        show(tmp_path / "a.zip", Console(file=out))
