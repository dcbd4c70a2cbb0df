"""Files of older office programs and archives, made by the programs that the extra installs, or by hand."""

import struct
import subprocess
import zlib
from pathlib import Path

_SECONDS = 300


def saved_as(data: bytes, ending: str, target: str, folder: Path) -> bytes:
    """A document as LibreOffice saves it in another format."""
    (folder / f"made.{ending}").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", target, f"made.{ending}"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_SECONDS)
    return (folder / f"made.{target.partition(':')[0]}").read_bytes()


def archived(files: dict[str, bytes], kind: str, folder: Path) -> bytes:
    """Files as an archive of a kind that bsdtar writes (``7zip``, ``ustar``)."""
    for name, data in files.items():
        (folder / "files" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "files" / name).write_bytes(data)
    command = ["bsdtar", "-cf", "../archive", "--format", kind, *files]
    subprocess.run(command, cwd=folder / "files", check=True, capture_output=True, timeout=_SECONDS)
    return (folder / "archive").read_bytes()


def rar(files: dict[str, bytes], is_encrypted: bool = False) -> bytes:
    """Files as a RAR archive of version 5, not compressed."""
    begin = b"Rar!\x1a\x07\x01\x00"
    if is_encrypted:
        return begin + _block(4, 0, _number(0) + _number(0) + b"\x0f" + bytes(16)) + bytes(64)
    return (
        begin
        + _block(1, 0, _number(0))
        + b"".join(_file(name, data) for name, data in files.items())
        + _block(5, 0, b"\0")
    )


def rar_of_version_4(files: dict[str, bytes]) -> bytes:
    """Files as a RAR archive of version 4, not compressed."""
    begin = b"Rar!\x1a\x07\x00" + _old_block(0x73, 0, bytes(6))
    return begin + b"".join(_old_file(name, data) for name, data in files.items()) + _old_block(0x7B, 0x4000, b"")


def _old_file(name: str, data: bytes) -> bytes:
    written = name.encode()
    sizes = struct.pack("<IIBIIBBHI", len(data), len(data), 3, zlib.crc32(data), 0, 20, 0x30, len(written), 0o100644)
    return _old_block(0x74, 0x8000, sizes + written) + data


def _old_block(kind: int, flags: int, rest: bytes) -> bytes:
    header = struct.pack("<BHH", kind, flags, 7 + len(rest)) + rest
    return struct.pack("<H", zlib.crc32(header) & 0xFFFF) + header


def cabinet(files: dict[str, bytes]) -> bytes:
    """Files as a cabinet (.cab) of one folder, not compressed."""
    entries, at = b"", 0
    for name, data in files.items():
        entries += struct.pack("<IIHHHH", len(data), at, 0, 0, 0, 0x80) + name.encode() + b"\0"
        at += len(data)
    content = b"".join(files.values())
    start = 36 + 8 + len(entries)
    folder = struct.pack("<IHH", start, 1, 0)
    head = struct.pack("<4sIIIIIBBHHHHH", b"MSCF", 0, start + 8 + len(content), 0, 44, 0, 3, 1, 1, len(files), 0, 0, 0)
    return head + folder + entries + struct.pack("<IHH", 0, len(content), len(content)) + content


def _file(name: str, data: bytes) -> bytes:
    written = name.encode()
    fields = (0, len(data), 0o100644, 0, 1, len(written))  # no flags, size, rights, stored, Unix, length of the name
    return _block(2, 2, b"".join(map(_number, fields)) + written, data)


def _block(kind: int, flags: int, rest: bytes, data: bytes | None = None) -> bytes:
    size = b"" if data is None else _number(len(data))
    body = _number(kind) + _number(flags) + size + rest
    header = _number(len(body)) + body
    return zlib.crc32(header).to_bytes(4, "little") + header + (data or b"")


def _number(value: int) -> bytes:
    """A number of the format: seven bits a byte, the lowest first."""
    low, high = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + _number(high) if high else bytes([low])
