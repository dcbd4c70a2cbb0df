"""The documents that mutants are built of: the published ones, and drawn ones of every layout and medium."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.drawing.corpus import corpus
from tests.drawing.draw import Limits
from tests.drawing.forms.draw import draw_forms
from tests.drawing.forms.media import printed as printed_forms
from tests.drawing.lists.media import printed as printed_list
from tests.drawing.strategies import MEDIA, RENDERERS, drawn, drawn_file
from tests.properties.test_lists import drawn_list

_PUBLISHED = Path(__file__).resolve().parents[2] / "documents"
_LIMITS = Limits(units=3, projects=4, indicators=5)
_YEARS, _FUNCTIONS = (2019, 2020, 2021), ("教育", "生态环境")
"""Of the corpus: departments of four places over following years, one of them renamed."""
_LAYOUTS = {
    "rows": 3,
    "evaluated_rows": 2,
    "table": 2,
    "flow": 2,
    "ocr": 3,
    "approval": 2,
    "labelled": 4,
    "self_evaluation": 5,
}


_FOREIGN = 12
"""How many forms of any layout, and half as many lists of one indicator a row."""


def write(folder: Path) -> tuple[Path, Path]:
    """Write the collection below ``folder``; gives a first delivery, and the whole with one document corrected."""
    first, whole = folder / "first", folder / "whole"
    shutil.copytree(_PUBLISHED, whole)
    for name, data in _drawn():
        (whole / name).write_bytes(data)
    shutil.copytree(whole, first)
    names = sorted(path.name for path in whole.iterdir() if path.suffix not in (".csv", ".md"))
    for name in names[1::2]:
        (first / name).unlink()
    corrected = whole / next(name for name in names[::2] if name.startswith("corpus"))
    corrected.write_bytes(corrected.read_bytes() + b"\n")
    return first, whole


def _drawn() -> Iterator[tuple[str, bytes]]:
    for published in corpus(3):
        if published.document.year in _YEARS and published.body.function in _FUNCTIONS:
            yield f"corpus-{published.file_name}", published.drawn.data
    assert set(_LAYOUTS) == set(RENDERERS)
    for layout, count in _LAYOUTS.items():
        for seed in range(count):
            yield f"{layout}-{seed}.txt", drawn(seed, layout, _LIMITS).data
    for seed, medium in enumerate(MEDIA):
        layout = "approval" if seed % 2 else "table"
        yield f"{medium}-{layout}.{medium}", drawn_file(seed, layout, medium, _LIMITS).data
    for seed in range(_FOREIGN):
        yield f"forms-{seed}.txt", printed_forms(draw_forms(seed), "text", Random(seed))
    for seed in range(_FOREIGN // 2):
        yield f"list-{seed}.txt", printed_list(drawn_list(seed), "text", Random(seed))
