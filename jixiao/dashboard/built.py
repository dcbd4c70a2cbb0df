"""The built page and the digest of the sources it was built from: `python -m jixiao.dashboard.built` records it."""

import hashlib
from pathlib import Path

BUNDLE = Path(__file__).with_name("bundle")
RECORD = BUNDLE / "sources.sha256"

_SOURCES = Path(__file__).with_name("page")
_PARTS = ("package.json", "package-lock.json", "tsconfig.json", "vite.config.ts", "public", "src")


def sources_digest() -> str:
    """Digest of all the bundle is built from."""
    digest = hashlib.sha256()
    for part in _PARTS:
        path = _SOURCES / part
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            if file.is_file():
                digest.update(file.relative_to(_SOURCES).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


if __name__ == "__main__":
    RECORD.write_text(sources_digest() + "\n", encoding="utf-8")
