"""Every format read again holds what the warehouse holds, whatever the texts try to be."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from jixiao.dashboard.built import BUNDLE
from jixiao.export.csv import FORMULA, UNSEEN
from jixiao.export.files import by_table, digest
from jixiao.export.folder import PlaceTaken
from jixiao.export.parts import parts
from jixiao.export.run import FILE_FORMATS, export_files
from jixiao.warehouse import NoWarehouse, mart_tables, open_warehouse
from tests.publish.hostile import TEXTS, spoil

GUARDED = re.compile(f"^'+{FORMULA}")
"""As the manifest says: drop the first character of such a text."""


def every(names: Sequence[str]) -> Sequence[str]:
    return names


@pytest.fixture(scope="module")
def hostile(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return spoil(published, tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def exported(hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    places: dict[str, Path] = {}

    def export(kind: str) -> Path:
        if kind not in places:
            places[kind] = tmp_path_factory.mktemp("export") / kind
            export_files(kind, hostile, places[kind], every)
        return places[kind]

    return export


def _read_again(kind: str, folder: Path, hostile: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Any]]:
    """Each table's rows in the warehouse and in the export, types and all."""
    monkeypatch.chdir(folder)
    undo = (lambda v: v[1:] if isinstance(v, str) and GUARDED.match(v) else v) if kind == "csv" else (lambda v: v)
    with open_warehouse(hostile) as inside, duckdb.connect() as outside:
        for name, files in by_table(list(parts(inside, mart_tables(inside)))).items():
            kept = inside.execute(f"select * from marts.{name}")
            columns = [(column[0], str(column[1])) for column in kept.description or []]
            read = outside.execute(f"select * from {FILE_FORMATS[kind].relation(files)}")
            assert [(column[0], str(column[1])) for column in read.description or []] == columns
            rows = [tuple(undo(value) for value in row) for row in read.fetchall()]
            yield name, (Counter(kept.fetchall()), Counter(rows))


@pytest.mark.parametrize("kind", ["parquet", "csv"])
def test_a_file_holds_every_row_exactly(
    kind: str, exported: Callable[[str], Path], hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = dict(_read_again(kind, exported(kind), hostile, monkeypatch))
    assert len(tables) >= 20
    for name, (kept, read) in tables.items():
        assert kept == read, name
    names = Counter(row[2] for row in tables["dim_project"][1].elements())
    assert all(names[text] for text in TEXTS)


def test_no_text_of_a_csv_begins_like_a_formula(exported: Callable[[str], Path]) -> None:
    path = exported("csv") / "dim_project.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    first = re.findall(r'"((?:[^"]|"")*)"', path.read_text(encoding="utf-8-sig"))
    assert len(first) > len(TEXTS)
    assert [text for text in first if text[:1] in set("\t\r\n") and text[:1]] == []
    seen = ["".join(char for char in text if unicodedata.category(char)[0] not in "ZC") for text in first]
    assert [text for text in seen if text[:1] in set("=+-@＝＋－＠") and text[:1]] == []


def test_the_dashboard_guards_the_same_texts() -> None:
    page = (BUNDLE.with_name("page") / "src" / "csv.ts").read_text(encoding="utf-8")
    assert f"const UNSEEN = String.raw`{UNSEEN}`;\n" in page
    written = FORMULA.replace(UNSEEN, "${UNSEEN}")
    assert f"const FORMULA = new RegExp(String.raw`^'*{written}`);\n" in page


def test_negative_numbers_of_a_csv_are_numbers(published: Path, tmp_path: Path) -> None:
    warehouse = spoil(published, tmp_path)
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute("update marts.reconciliation set difference_wan = -0.5")
    export_files("csv", warehouse, tmp_path / "out", every)
    assert ",-0.500000," in (tmp_path / "out" / "reconciliation.csv").read_text(encoding="utf-8-sig")


def test_parquet_carries_the_comments(exported: Callable[[str], Path]) -> None:
    schema = pq.read_schema(exported("parquet") / "fct_funding_2024.parquet")
    assert schema.field("amount_wan").metadata[b"comment"].decode().startswith("金额（万元）：")
    assert str(schema.field("amount_wan").type) == "decimal128(18, 6)"


@pytest.mark.parametrize("kind", ["parquet", "csv", "xlsx"])
def test_the_manifest_describes_what_is_there(
    kind: str, exported: Callable[[str], Path], hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = exported(kind)
    content = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert {path.name for path in folder.iterdir()} == {file["name"] for file in content["files"]} | {"manifest.json"}
    assert all(digest(folder / file["name"]) == file["sha256"] for file in content["files"])
    assert content["warehouse"]["sha256"] == digest(hostile)
    for table in content["tables"]:
        rows = sum(file["rows"] for file in content["files"] if file["contents"] == table["name"])
        assert kind == "xlsx" or rows == table["rows"]
        assert all(column["term"] and column["description"] for column in table["columns"])
    monkeypatch.chdir(folder)
    with duckdb.connect(str(hostile), read_only=True) as connection:
        for total in content["totals"]:
            found = connection.execute(total["query"]).fetchall()
            assert [[v if isinstance(v, int) else str(v) for v in row] for row in found] == total["rows"] != []


@pytest.mark.parametrize("kind", ["parquet", "csv", "xlsx"])
def test_the_same_warehouse_gives_the_same_bytes(
    kind: str, exported: Callable[[str], Path], hostile: Path, tmp_path: Path
) -> None:
    export_files(kind, hostile, tmp_path / "again", every)
    first, again = (
        {path.name: path.read_bytes() for path in folder.iterdir()} for folder in (exported(kind), tmp_path / "again")
    )
    assert first == again


def test_an_export_replaces_an_export_and_nothing_else(hostile: Path, tmp_path: Path) -> None:
    place = tmp_path / "out"
    export_files("csv", hostile, place, every)
    export_files("parquet", hostile, place, every)
    assert not list(place.glob("*.csv"))
    (place / "notes.txt").write_text("mine")
    with pytest.raises(PlaceTaken):
        export_files("csv", hostile, place, every)
    assert (place / "notes.txt").read_text() == "mine"
    assert list(place.glob("*.parquet"))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_missing_or_foreign_file_is_no_warehouse(tmp_path: Path) -> None:
    (tmp_path / "text.duckdb").write_text("no database")
    duckdb.connect(str(tmp_path / "empty.duckdb")).close()
    for name in ("missing.duckdb", "text.duckdb", "empty.duckdb"):
        with pytest.raises(NoWarehouse, match=r"jixiao build|cannot be opened"):
            export_files("csv", tmp_path / name, tmp_path / "out", every)
    assert not (tmp_path / "out").exists()


def test_a_door_opened_for_reading_reads_nothing_else(published: Path) -> None:
    with open_warehouse(published) as connection:
        for query in (
            "select * from read_text('/etc/hostname')",
            "attach ':memory:' as other",
            "set enable_external_access = true",
            "create table marts.x (i int)",
        ):
            with pytest.raises(duckdb.Error):
                connection.execute(query)
