"""The version of the parser: what a reading was read by."""

import hashlib
from functools import cache
from pathlib import Path

from ingest.vocabulary import SEEDS, VOCABULARIES


@cache
def parser_version() -> str:
    """Digest (12 hexadecimal digits) of the code and vocabularies that read documents."""
    here = Path(__file__).resolve().parent
    digest = hashlib.sha256()
    for path in [*sorted(here.rglob("*.py")), *(SEEDS / f"{name}.csv" for name in VOCABULARIES)]:
        name = path.relative_to(SEEDS.parent if path.parent == SEEDS else here.parent).as_posix()
        digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
