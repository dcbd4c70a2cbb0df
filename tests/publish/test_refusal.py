"""A document with which a check of the build fails is quarantined with the reason; the others are published."""

from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ingest.sandbox.guard import Guard
from jixiao.build import checks
from jixiao.build import run as building
from jixiao.build.workplace import Workplace
from jixiao.cli import main
from jixiao.dbt import DbtFailed, Failed
from tests.drawing.corpus import corpus
from tests.drawing.draw import Limits
from tests.drawing.strategies import drawn
from tests.publish.conftest import copied
from tests.publish.test_touched import assert_same_marts
from tests.publish.test_warehouse import rows
from tests.unit.test_delivery import table

FAULTS = {
    "overflow": "int_totals_compared cannot be built: Conversion Error: ",
    "place": "the test keys_hold_every_place_of_a_reading fails",
    "budget": "the expectation ",
}
"""What the quarantine says of documents that break a contract, a test and an expectation."""


def build(documents: Path, warehouse: Path) -> Result:
    return CliRunner().invoke(main, ["build", "--documents", str(documents), "--warehouse", str(warehouse)])


@pytest.fixture(autouse=True)
def spoiling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds read by `tests.publish.breaking`."""
    monkeypatch.setattr(building, "Guard", partial(Guard, reader="tests.publish.breaking:read"))


def deliver(documents: Path, *faults: str) -> Path:
    """Write two drawn documents, then one for each fault, and one more into a folder."""
    documents.mkdir()
    good = [published.drawn.data for published in islice(corpus(7), 3)]
    files = {"00.txt": good[0], "01.txt": good[1], "99.txt": good[2]}
    for number, fault in enumerate(faults, start=2):
        layout = "self_evaluation" if fault == "budget" else "table"
        files[f"{number:02}.{fault}.txt"] = drawn(number, layout, Limits(2, 3, 3)).data
    for name, data in files.items():
        (documents / name).write_bytes(data)
    return documents


def without_spoiled(documents: Path, to: Path) -> Path:
    """A folder with the documents that are read as they are."""
    to.mkdir()
    for path in documents.iterdir():
        if path.name.count(".") == 1:
            (to / path.name).write_bytes(path.read_bytes())
    return to


def test_the_others_are_published_as_if_it_had_not_been_delivered(tmp_path: Path) -> None:
    documents = deliver(tmp_path / "documents", *FAULTS)
    warehouse, plain = tmp_path / "w.duckdb", tmp_path / "plain" / "w.duckdb"
    done = build(documents, warehouse)
    assert done.exit_code == 0, done.output
    assert done.output.count("looking for the documents") == 1
    assert "published w.duckdb: 3 documents read of 6 delivered, 0 superseded, 3 quarantined" in done.output
    refused = dict(rows(warehouse, "select file_name, message from landing.quarantine where code = 'breaks_the_build'"))
    assert sorted(refused) == ["02.overflow.txt", "03.place.txt", "04.budget.txt"]
    for name, message in refused.items():
        assert message.startswith(f"with this document {FAULTS[name.split('.')[1]]}")
        assert f"quarantined {name}: {message}" in done.output
    assert rows(warehouse, "select landed, quarantined from landing.batches") == [(3, 3)]

    plain.parent.mkdir()
    assert build(without_spoiled(documents, tmp_path / "good"), plain).exit_code == 0
    assert_same_marts(warehouse, plain)

    again = build(documents, warehouse)
    assert again.exit_code == 0
    assert "nothing new in 6 documents" in again.output


def test_a_later_delivery_goes_on_without_what_was_refused(tmp_path: Path) -> None:
    """The refused reading would have superseded one that is published."""
    documents = deliver(tmp_path / "documents")
    warehouse = tmp_path / "published" / "w.duckdb"
    assert build(documents, warehouse).exit_code == 0
    plain = copied(warehouse, tmp_path / "plain")
    before = documents / "00.txt"
    (documents / "00.twice.txt").write_bytes(before.read_bytes() + b"\n")
    before.unlink()
    (documents / "new.txt").write_bytes(table())
    done = build(documents, warehouse)
    assert done.exit_code == 0, done.output
    assert "1 document read of 4 delivered, 0 superseded, 1 quarantined" in done.output
    query = "select file_name, message from landing.quarantine"
    ((name, message),) = rows(warehouse, query)
    assert (name, message[:33]) == ("00.twice.txt", "with this document the test uniqu")
    assert build(without_spoiled(documents, tmp_path / "good"), plain).exit_code == 0
    assert_same_marts(warehouse, plain)


def test_a_fault_of_most_documents_keeps_the_old_warehouse(tmp_path: Path, published: Path) -> None:
    warehouse = copied(published, tmp_path / "published")
    before = sha256(warehouse.read_bytes()).digest()
    documents = tmp_path / "documents"
    documents.mkdir()
    for number, year in enumerate((2022, 2023)):
        (documents / f"{number}.place.txt").write_bytes(table(year=year))
    done = build(documents, warehouse)
    assert done.exit_code == 3
    assert "the same with most of the documents" in done.output
    assert sha256(warehouse.read_bytes()).digest() == before


@pytest.mark.parametrize("message", ["Binder Error: no column x", "Out of Memory Error: 4 GB are used"])
def test_a_fault_of_code_or_machine_is_not_searched_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, message: str
) -> None:
    tried = []

    def fail(place: Workplace, *_: object) -> None:
        tried.append(place)
        raise DbtFailed([Failed("fct_goals", "error", message, "")])

    monkeypatch.setattr(checks, "build_models", fail)
    done = build(deliver(tmp_path / "documents"), tmp_path / "w.duckdb")
    assert (done.exit_code, len(tried), (tmp_path / "w.duckdb").exists()) == (3, 1, False)
    assert f"dbt: fct_goals: error: {message}" in done.output
    assert "no document can be the cause" in done.output
