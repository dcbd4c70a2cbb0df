"""A document with which a check of the build fails is quarantined with the reason; the others are published."""

from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from ingest.sandbox.workers import read_all
from jixiao.build import checks
from jixiao.build import run as building
from jixiao.build.workplace import Workplace
from jixiao.cli import main
from jixiao.dbt import DbtFailed
from tests.drawing.corpus import corpus
from tests.drawing.draw import Limits
from tests.drawing.strategies import drawn
from tests.publish.test_touched import differences, tables
from tests.publish.test_warehouse import rows
from tests.unit.test_delivery import table

FAULTS = {
    "place": "the test keys_hold_every_place_of_a_reading fails",
    "twice": "the test unique_",
    "characters": "the expectation characters_are_accounted_for fails: ",
    "budget": "the expectation ",
    "overflow": "reconciliation cannot be built: Conversion Error: ",
}


def build(documents: Path, warehouse: Path) -> Result:
    return CliRunner().invoke(main, ["build", "--documents", str(documents), "--warehouse", str(warehouse)])


@pytest.fixture(autouse=True)
def spoiling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds read by `tests.publish.breaking`."""
    monkeypatch.setattr(building, "read_all", partial(read_all, reader="tests.publish.breaking:read"))


Deliver = Callable[..., Path]


@pytest.fixture
def deliver(tmp_path: Path) -> Deliver:
    """Writes so many drawn documents, and one for each fault between them, into a folder; what it had stays."""
    stream: Iterator[bytes] = (published.drawn.data for published in corpus(7))

    def write(folder: str, good: int, *faults: str) -> Path:
        documents = tmp_path / folder
        documents.mkdir(exist_ok=True)
        number = len(list(documents.iterdir()))
        for place, data in enumerate(islice(stream, good + len(faults))):
            fault = f".{faults[place // 2]}" if place % 2 and place // 2 < len(faults) else ""
            if fault == ".budget":
                data = drawn(3, "self_evaluation", Limits(1, 2, 3)).data
            (documents / f"{number + place:02d}{fault}.txt").write_bytes(data)
        return documents

    return write


def without_spoiled(documents: Path, to: Path) -> Path:
    """A folder with the documents that are read as they are."""
    to.mkdir()
    for path in documents.iterdir():
        if path.name.count(".") == 1:
            (to / path.name).write_bytes(path.read_bytes())
    return to


def assert_same_marts(one: Path, other: Path) -> None:
    counts = tables(one)
    assert counts["fct_funding"] > 0 and counts == tables(other)
    assert {name: count for name in counts if (count := differences(one, other, name))} == {}


@pytest.mark.parametrize("faults", [("overflow", "characters", "place"), ("twice", "budget")])
def test_the_others_are_published_as_if_it_had_not_been_delivered(
    deliver: Deliver, tmp_path: Path, faults: tuple[str, ...]
) -> None:
    documents = deliver("documents", 4, *faults)
    warehouse, plain = tmp_path / "w.duckdb", tmp_path / "plain" / "w.duckdb"
    done = build(documents, warehouse)
    assert done.exit_code == 0, done.output
    assert (
        f"published w.duckdb: 4 documents read of {4 + len(faults)} delivered, 0 superseded, {len(faults)} quarantined"
        in done.output
    )
    refused = dict(rows(warehouse, "select file_name, message from landing.quarantine where code = 'breaks_the_build'"))
    assert {name.split(".")[1] for name in refused} == set(faults)
    for name, message in refused.items():
        assert message.startswith(f"with this document {FAULTS[name.split('.')[1]]}")
        assert f"quarantined {name}: with this document " in done.output

    plain.parent.mkdir()
    assert build(without_spoiled(documents, tmp_path / "good"), plain).exit_code == 0
    assert_same_marts(warehouse, plain)
    assert rows(warehouse, "select landed, quarantined from landing.batches") == [(4, len(faults))]

    again = build(documents, warehouse)
    assert again.exit_code == 0
    assert f"nothing new in {4 + len(faults)} documents" in again.output


def test_a_later_delivery_goes_on_without_what_was_refused(deliver: Deliver, tmp_path: Path) -> None:
    """The refused reading would have superseded one that is published."""
    documents = deliver("documents", 3)
    warehouse, plain = tmp_path / "w.duckdb", tmp_path / "plain" / "w.duckdb"
    plain.parent.mkdir()
    assert build(documents, warehouse).exit_code == 0
    assert build(documents, plain).exit_code == 0
    before = documents / "00.txt"
    (documents / "00.twice.txt").write_bytes(before.read_bytes() + b"\n")
    before.unlink()
    (documents / "new.txt").write_bytes(table())
    done = build(documents, warehouse)
    assert done.exit_code == 0, done.output
    assert "1 documents read of 4 delivered, 0 superseded, 1 quarantined" in done.output
    assert build(without_spoiled(documents, tmp_path / "good"), plain).exit_code == 0
    assert_same_marts(warehouse, plain)


def test_a_fault_of_most_documents_keeps_the_old_warehouse(deliver: Deliver, tmp_path: Path) -> None:
    warehouse = tmp_path / "w.duckdb"
    assert build(deliver("first", 1), warehouse).exit_code == 0
    before = sha256(warehouse.read_bytes()).digest()
    (tmp_path / "second").mkdir()
    (tmp_path / "second" / "0.characters.txt").write_bytes(table())
    (tmp_path / "second" / "1.place.txt").write_bytes(table(year=2023))
    done = build(tmp_path / "second", warehouse)
    assert done.exit_code == 3
    assert "the same with most of the documents" in done.output
    assert sha256(warehouse.read_bytes()).digest() == before


@pytest.mark.parametrize("message", ["Binder Error: no column x", "Out of Memory Error: 4 GB are used"])
def test_a_fault_of_code_or_machine_is_not_searched_for(
    deliver: Deliver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, message: str
) -> None:
    tried = []

    def fail(place: Workplace, *_: object) -> None:
        tried.append(place)
        node = SimpleNamespace(node=SimpleNamespace(name="fct_goals"), status="error", message=message)
        raise DbtFailed(f"fct_goals: error: {message}", [node])

    monkeypatch.setattr(checks, "build_models", fail)
    done = build(deliver("documents", 2), tmp_path / "w.duckdb")
    assert (done.exit_code, len(tried), (tmp_path / "w.duckdb").exists()) == (3, 1, False)
    assert f"dbt: fct_goals: error: {message}" in done.output
    assert "no document can be the cause" in done.output
