"""What of a folder is opened: regular files in it. Everything else is given with its reason, never left out."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ingest.delivery import folder as delivery
from ingest.delivery.files import open_file
from ingest.delivery.folder import Delivered, scan
from ingest.delivery.manifest import ManifestError, read_manifest
from ingest.errors import DocumentRejected
from ingest.sandbox.workers import read_all
from tests.unit.test_archive import zipped
from tests.unit.test_delivery import table

ROOT = Path(__file__).resolve().parents[2]
DEEP = 1500


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with one sound document, beside a file that is not delivered."""
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "sound.txt").write_bytes(table())
    (tmp_path / "secret.txt").write_bytes(table("2.00"))
    return tmp_path / "documents"


def codes(documents: list[Delivered]) -> dict[str, str | None]:
    return {document.file_name: document.rejected.code if document.rejected else None for document in documents}


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))


KINDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo, "no_file"),
    "socket": (make_socket, "no_file"),
    "loop": (lambda path: path.symlink_to(path.name), "unreadable"),
    "nowhere": (lambda path: path.symlink_to("gone"), "unreadable"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "outside"),
    "memory": (lambda path: path.symlink_to("/proc/self/mem"), "outside"),
    "file outside": (lambda path: path.symlink_to("../secret.txt"), "outside"),
    "folder outside": (lambda path: path.symlink_to(".."), "outside"),
    "folder inside": (lambda path: path.symlink_to("."), "no_file"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_regular_file_of_the_folder_is_given_with_its_reason(documents: Path, kind: str) -> None:
    make, code = KINDS[kind]
    make(documents / "a.txt")
    found = scan(documents)
    assert codes(found) == {"a.txt": code, "sound.txt": None}
    assert [d.reading_identity for d in found] == [d.reading_identity for d in scan(documents)]
    batches = list(read_all(found))
    assert [row.code for batch in batches for row in batch.quarantined] == [code]
    assert [r.document.file_name for batch in batches for r in batch.readings()] == ["sound.txt"]


def test_a_link_inside_the_folder_is_followed(documents: Path, tmp_path: Path) -> None:
    (documents / "a.txt").symlink_to("sound.txt")
    (tmp_path / "link").symlink_to("documents")
    assert codes(scan(tmp_path / "link")) == {"a.txt": None}


def test_files_and_folders_without_permission_are_given_with_their_reason() -> None:
    """Seen by a process that is not root, who may read everything."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        for number, (file, mode) in enumerate({"closed.txt": 0, "shut/x.txt": 0, "listed/x.txt": 0o444}.items()):
            (folder / file).parent.mkdir(exist_ok=True)
            (folder / file).write_bytes(table(f"{number + 2}.00"))
            (folder / Path(file).parts[0]).chmod(mode)
        (folder / "sound.txt").write_bytes(table())
        found = as_nobody(folder)
        for closed in ("shut", "listed"):
            (folder / closed).chmod(0o700)
    assert found == "closed.txt unreadable\nlisted/x.txt unreadable\nshut unreadable\nsound.txt None\n"


def as_nobody(folder: Path) -> str:
    """The codes of a folder's documents, one a line, as an unprivileged process sees them."""
    asked = "\n".join((
        "import os, sys; sys.path.insert(0, sys.argv[2])",
        "from pathlib import Path",
        "from ingest.delivery.folder import scan",
        "if os.getuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)",
        "for found in scan(Path(sys.argv[1])): print(found.file_name, found.rejected and found.rejected.code)",
    ))  # fmt: skip
    command = [sys.executable, "-c", asked, str(folder), str(ROOT)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_file_that_fails_in_reading_does_not_end_the_scan(documents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (documents / "broken.txt").write_bytes(table("3.00"))

    def open_or_fail(path: str | Path) -> object:
        if Path(path).name == "broken.txt":
            return open("/proc/self/mem", "rb")  # a regular file whose first byte gives an I/O error
        return open_file(path)

    monkeypatch.setattr(delivery, "open_file", open_or_fail)
    broken, sound = scan(documents)
    assert (sound.file_name, sound.rejected) == ("sound.txt", None)
    assert broken.rejected
    assert str(broken.rejected) == "the file cannot be read: Input/output error"


def test_a_file_that_is_too_large_is_not_read(documents: Path) -> None:
    with (documents / "huge.zip").open("wb") as file:
        file.truncate(2**31 + 1)
    assert codes(scan(documents)) == {"huge.zip": "too_large", "sound.txt": None}


@pytest.fixture
def very_deep(documents: Path) -> Iterator[None]:
    """Folders deeper than a path can name. pytest, which removes folders by recursion, could not remove them."""
    place = os.open(documents, os.O_RDONLY)
    for _ in range(DEEP):
        os.mkdir("sub", dir_fd=place)
        place = _move(place, "sub")
    yield
    for _ in range(DEEP):
        place = _move(place, "..")
        os.rmdir("sub", dir_fd=place)
    os.close(place)


def _move(place: int, name: str) -> int:
    """The open folder ``name`` of an open folder, which is closed."""
    other = os.open(name, os.O_RDONLY, dir_fd=place)
    os.close(place)
    return other


@pytest.mark.usefixtures("very_deep")
def test_a_very_deep_folder_is_given_with_its_reason(documents: Path) -> None:
    sound, deep = scan(documents)
    assert deep.rejected
    assert str(deep.rejected) == "the file cannot be read: File name too long"
    assert sound.rejected is None


def unlink(path: Path) -> None:
    path.unlink()


def become_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def become_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def become_another(path: Path) -> None:
    path.write_bytes(zipped({"sound.txt": table("9.00")}) if path.suffix == ".zip" else table("9.00"))


def become_less(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def become_nothing(path: Path) -> None:
    path.write_bytes(b"")


CHANGES = {unlink: "io_error", become_folder: "io_error", become_pipe: "io_error",
           become_another: "changed", become_less: "changed", become_nothing: "changed"}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("packed", [False, True])
def test_only_the_bytes_that_were_listed_are_read(
    documents: Path, change: Callable[[Path], None], packed: bool
) -> None:
    path = documents / ("a.zip" if packed else "a.txt")
    path.write_bytes(zipped({"sound.txt": table("3.00")}) if packed else table("3.00"))
    found = scan(documents)
    change(path)
    batches = list(read_all(found))
    assert [(row.sha256, row.code) for batch in batches for row in batch.quarantined] == [
        (found[0].sha256, CHANGES[change])
    ]
    assert [r.document.file_name for batch in batches for r in batch.readings()] == ["sound.txt"]
    with pytest.raises(DocumentRejected, match="the next build tries again"):
        found[0].data()


@pytest.fixture
def manifest(documents: Path) -> Iterator[Path]:
    yield documents / "documents.csv"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (Path.mkdir, "regular"),
        (os.mkfifo, "regular"),
        (lambda path: path.symlink_to("gone"), "No such file"),
        (lambda path: path.symlink_to("../secret.txt"), "outside"),
        (lambda path: path.write_text("file,year\na.txt,²\n"), "expected a year"),
        (lambda path: path.write_text(f"file\n{'a' * 200_000}\n"), "comma-separated"),
    ],
)
def test_a_manifest_that_cannot_be_read_is_told(manifest: Path, make: Callable[[Path], object], told: str) -> None:
    make(manifest)
    with pytest.raises(ManifestError, match=told):
        read_manifest(manifest.parent)
