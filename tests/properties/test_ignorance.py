"""A vocabulary without a fifth of its words: facts are right or absent and said, never wrong."""

import csv
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from shutil import copytree

import pytest

import ingest.vocabulary
from ingest.errors import DocumentRejected
from ingest.pipeline import read
from ingest.vocabulary import SEEDS
from tests.drawing.forms.compare import compare, total_is_right
from tests.drawing.forms.draw import draw_forms
from tests.drawing.forms.media import as_text

REDUCED = ("form_labels", "indicator_labels")
DOCUMENTS = 40


@contextmanager
def reduced_vocabulary(folder: Path, random: Random) -> Iterator[None]:
    """Read with four fifths of the words of labels, drawn from ``random``."""
    copytree(SEEDS, folder, dirs_exist_ok=True)
    for name in REDUCED:
        path = folder / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *(row for row in rows if random.random() >= 0.2)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ingest.vocabulary, "SEEDS", folder)
        forget()
        try:
            yield
        finally:
            forget()


def forget() -> None:
    """Empty every cache that words were read into; readers know none, and pdfium holds on to what theirs keep."""
    for name, module in list(sys.modules.items()):
        if name.startswith("ingest.") and not name.startswith("ingest.readers."):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


@pytest.mark.parametrize("number", range(4))
def test_missing_words_never_make_a_wrong_fact(number: int, tmp_path: Path) -> None:
    drawn = [draw_forms(seed, 0.0) for seed in range(number * DOCUMENTS, (number + 1) * DOCUMENTS)]
    with reduced_vocabulary(tmp_path, Random(number)):
        for forms in drawn:
            try:
                reading = read(as_text(forms).encode(), "drawn.txt")
            except DocumentRejected:
                continue
            verdict = compare(forms.truth, forms.sheets, reading)
            assert [*verdict.wrong, *total_is_right(forms.truth, reading)] == []
            assert verdict.lost == []
