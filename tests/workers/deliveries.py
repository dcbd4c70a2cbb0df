"""Deliveries for tests of guarded reading."""

from hashlib import sha256
from pathlib import Path

from ingest.delivery.folder import Delivered
from ingest.sandbox.child import Limits
from tests.unit.test_delivery import table

LIMITS = Limits(cpu_seconds=0.3, memory_bytes=1024**3)
READER = "tests.workers.wrecking:read"


def deliver(folder: Path, kinds: list[str]) -> list[Delivered]:
    """A document for each kind, in order: a sound one, or a wreck that says which."""
    documents = []
    for number, kind in enumerate(kinds):
        path = folder / f"{number}.txt"
        sound = table(f"{number + 1}.00")
        path.write_bytes({"sound": sound, "chatter": b"chatter " + sound}.get(kind, kind.encode()))
        documents.append(Delivered(path, path.name, sha256(path.read_bytes()).hexdigest(), None))
    return documents
