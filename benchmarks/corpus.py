"""The seeded corpus: drawn text documents with what they say, and any number of copies of them in a folder."""

from collections.abc import Sequence
from pathlib import Path

from tests.drawing.expected import Drawn
from tests.drawing.strategies import RENDERERS, drawn

LAYOUTS = tuple(RENDERERS)


def documents(count: int, layouts: Sequence[str] = LAYOUTS) -> list[Drawn]:
    """``count`` documents, of each layout in turn; the same arguments give the same documents."""
    return [drawn(number, layouts[number % len(layouts)]) for number in range(count)]


def write(folder: Path, count: int, different: int) -> int:
    """Write ``count`` files, ``different`` documents again and again; gives their bytes.

    A page number tells copies apart.
    """
    originals = [document.data for document in documents(min(count, different))]
    size = 0
    for number in range(count):
        copy, original = divmod(number, len(originals))
        data = originals[original] + (f"\n\n- {copy} -\n".encode() if copy else b"")
        below = folder / f"{number // 1000:04}"
        below.mkdir(exist_ok=True)
        (below / f"{number:07}.txt").write_bytes(data)
        size += len(data)
    return size
