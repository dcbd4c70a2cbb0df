"""A build never publishes less than it was given: a loss on the way stops it, what could not be read is tried again."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ingest.delivery.folder import Delivered, scan
from ingest.landing import tables as landing
from ingest.landing.batch import Batch, batch, read_batch
from ingest.sandbox import guard, workers
from jixiao.build import run
from jixiao.cli import main
from tests.publish.conftest import Build
from tests.publish.test_warehouse import rows
from tests.unit.test_delivery import table

UNDATED = """项目支出绩效目标表
项目名称\t林道养护\t主管部门\t梅州市林业局
年度资金总额\t100万元
一级指标\t二级指标\t三级指标\t指标值
产出指标\t数量指标\t养护里程\t≥8公里
""".encode()


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Eight documents, in chunks of four."""
    monkeypatch.setattr(workers, "MOST_DOCUMENTS", 4)
    (tmp_path / "documents").mkdir()
    for number in range(1, 9):
        (tmp_path / "documents" / f"{number}.txt").write_bytes(table(f"{number}.00"))
    return tmp_path / "documents"


def chunks_without_the_last_document(monkeypatch: pytest.MonkeyPatch) -> None:
    own = workers.chunks
    monkeypatch.setattr(workers, "chunks", lambda documents, *most: own(documents[:-1], *most))


def chunks_cut_to_three_quarters(monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(path: Path) -> Batch:
        read = read_batch(path)
        return batch(read.readings()[: 3 * read.read // 4], read.quarantined)

    monkeypatch.setattr(guard, "read_batch", cut)


def landing_without_the_last_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    own = run.read_all

    def lose(*arguments: Any, **named: Any) -> Iterator[Batch]:
        yield from list(own(*arguments, **named))[:-1]

    monkeypatch.setattr(run, "read_all", lose)


def landing_a_batch_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landing, "_large", lambda batches: [found for own in batches for found in (own, own)])


def new_without_the_last_three(monkeypatch: pytest.MonkeyPatch) -> None:
    own = run.unread
    monkeypatch.setattr(run, "unread", lambda *arguments: own(*arguments)[:-3])


LOSSES: dict[Callable[[pytest.MonkeyPatch], None], str] = {
    chunks_without_the_last_document: "neither read nor quarantined: 8.txt",
    chunks_cut_to_three_quarters: "neither read nor quarantined: 4.txt",
    landing_without_the_last_batch: "neither read nor quarantined: 5.txt, 6.txt, 7.txt, 8.txt",
    landing_a_batch_twice: "found more often than delivered: 1.txt, 2.txt, 3.txt, 4.txt, 5.txt, 6.txt, 7.txt, 8.txt",
    new_without_the_last_three: "neither read nor quarantined: 6.txt, 7.txt, 8.txt",
}


@pytest.mark.parametrize("lose", LOSSES)
def test_a_loss_stops_the_build_and_names_the_files(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lose: Callable[[pytest.MonkeyPatch], None]
) -> None:
    lose(monkeypatch)
    warehouse = tmp_path / "w.duckdb"
    result = CliRunner().invoke(main, ["build", "--documents", str(documents), "--warehouse", str(warehouse)])
    assert result.exit_code == 3, result.output
    assert LOSSES[lose] in " ".join(result.output.split())
    assert not warehouse.exists()


def test_what_changed_while_a_build_ran_is_read_by_the_next(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quiet_build: Build
) -> None:
    warehouse, late, gone = tmp_path / "w.duckdb", documents / "1.txt", documents / "2.txt"

    def scan_and_change(folder: Path, kept: Path | None) -> Sequence[Delivered]:
        found = scan(folder, kept)
        late.write_bytes(late.read_bytes()[:-60])
        gone.unlink()
        return found

    with monkeypatch.context() as patched:
        patched.setattr(run, "scan", scan_and_change)
        first = quiet_build(documents, warehouse)
    assert (first.published, first.delivered, first.landed) == (True, 8, 6)
    assert [(row.file_name, row.code) for row in first.quarantined] == [("1.txt", "changed"), ("2.txt", "io_error")]
    assert all("the next build tries again" in row.message for row in first.quarantined)

    late.write_bytes(table("1.00"))
    gone.write_bytes(table("2.00"))
    second = quiet_build(documents, warehouse)
    assert (second.published, second.landed, second.quarantined) == (True, 2, ())
    assert rows(warehouse, "select count(*) from marts.dim_document") == [(8,)]
    assert not quiet_build(documents, warehouse).published


def test_what_cannot_be_opened_is_told_and_the_others_are_published(
    documents: Path, tmp_path: Path, quiet_build: Build
) -> None:
    (documents / "a.txt").symlink_to("a.txt")
    (documents / "b.txt").symlink_to("../w.duckdb")
    for published in (True, False):
        outcome = quiet_build(documents, tmp_path / "w.duckdb")
        assert (outcome.published, outcome.delivered) == (published, 10)
        told = [(row.file_name, row.code) for row in outcome.quarantined]
        assert told == [("a.txt", "unreadable"), ("b.txt", "outside")]
    assert rows(tmp_path / "w.duckdb", "select delivered, landed, quarantined from landing.batches") == [(10, 8, 2)]


def test_a_document_known_by_its_name_follows_the_name(tmp_path: Path, quiet_build: Build) -> None:
    documents, warehouse = tmp_path / "documents", tmp_path / "w.duckdb"
    documents.mkdir()
    file = documents / "表.txt"
    file.write_bytes(UNDATED)
    (documents / "0.txt").write_bytes(table("1.00"))
    years = "select year_key, year_basis from marts.dim_document where file_name <> '0.txt'"
    assert [row.code for row in quiet_build(documents, warehouse).quarantined] == ["year_unknown"]
    for year in (2024, 2023):
        file = file.rename(documents / f"{year}年.txt")
        assert quiet_build(documents, warehouse).quarantined == ()
        assert rows(warehouse, years) == [(year, "file_name")]
        assert not quiet_build(documents, warehouse).published
    file.rename(documents / "另表.txt")
    nameless = quiet_build(documents, warehouse)
    assert [row.code for row in nameless.quarantined] == ["year_unknown"]
    assert rows(warehouse, years) == [(2023, "file_name")]  # nothing landed is lost
    assert not quiet_build(documents, warehouse).published
