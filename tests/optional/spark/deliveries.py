"""A delivery of published and of drawn documents, of every layout and medium, and what comes after it."""

import shutil
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

from tests.drawing.corpus import corpus
from tests.drawing.draw import Limits
from tests.drawing.render_pdf import render_pdf, render_plain_pdf
from tests.drawing.strategies import MEDIA, RENDERERS, drawn, drawn_file

DOCUMENTS = Path(__file__).resolve().parents[3] / "documents"
SMALL = Limits(units=3, projects=3, indicators=4)
PDF = {"table": render_pdf, "approval": render_pdf, "flow": render_plain_pdf}
KINDS = (
    *((layout, "txt") for layout in RENDERERS),
    *((layout, medium) for layout in ("table", "approval") for medium in MEDIA),
    *((layout, "pdf") for layout in PDF),
)


def published(folder: Path) -> Path:
    """The published documents and a corpus of departments over years."""
    shutil.copytree(DOCUMENTS, folder)
    for document in corpus(1):
        (folder / document.file_name).write_text(document.drawn.text, encoding="utf-8")
    return folder


def draw(folder: Path, seeds: Iterable[int]) -> None:
    """Add a drawn document for each seed; the seed says its layout and medium."""
    with ProcessPoolExecutor() as pool:
        for name, data in pool.map(_drawn, seeds, chunksize=16):
            (folder / name).write_bytes(data)


def overlap(folder: Path, seeds: Iterable[int]) -> None:
    """Over what was delivered: one document corrected, one withdrawn, one that cannot be read, one twice, drawn ones."""
    (path,) = folder.glob("004_*")
    corrected = path.read_text(encoding="utf-8").replace("3,340.00", "3,341.00").replace("3,326.00", "3,327.00")
    path.write_text(corrected.replace("购置经费\t70.00\t70.00", "购置经费\t71.00\t71.00"), encoding="utf-8")
    (folder / "notice.txt").write_text("会议通知\n", encoding="utf-8")
    first, second, *_ = sorted(folder.glob("440100-*"))
    shutil.copy(first, folder / "again.txt")
    second.unlink()
    draw(folder, seeds)


def _drawn(seed: int) -> tuple[str, bytes]:
    layout, medium = KINDS[seed % len(KINDS)]
    name = f"{seed:05}-{layout}.{medium}"
    if medium == "txt":
        return name, drawn(seed, layout, SMALL).text.encode()
    if medium == "pdf":
        return name, PDF[layout](drawn(seed, layout, SMALL).text, Random(seed))
    return name, drawn_file(seed, layout, medium, SMALL).data
