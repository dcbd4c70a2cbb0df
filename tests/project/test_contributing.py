"""CONTRIBUTING names files that exist, and what it asks of a form holds for every form."""

import csv
import re
from pathlib import Path

from ingest.forms import FORMS
from ingest.pipeline import read
from tests.drawing.strategies import RENDERERS, drawn

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_path_that_is_named_exists() -> None:
    named = re.findall(r"`((?:[a-z_]+/)+[\w.]*)`", TEXT)
    assert len(named) > 40
    # dashboard/ is what a build writes
    assert [path for path in named if path != "dashboard/" and not (ROOT / path).exists()] == []


def test_every_form_is_drawn_and_read_as_itself() -> None:
    documents = [read(drawn(seed, layout).data, "x.txt").document for layout in RENDERERS for seed in range(2)]
    assert {(document.form, document.layout) for document in documents} == {(form.name, form.layout) for form in FORMS}


def test_labels_of_forms_are_words_of_the_seed() -> None:
    with (ROOT / "seeds" / "form_labels.csv").open(encoding="utf-8", newline="") as file:
        kinds = {row["kind"] for row in csv.DictReader(file)}
    code = "".join(path.read_text("utf-8") for path in (ROOT / "ingest").rglob("*.py"))
    assert set(re.findall(r'words\("form_labels", "(\w+)"\)', code)) <= kinds
