"""A build of what is new gives the same marts as a build of everything."""

from pathlib import Path

import duckdb
import pytest

from jixiao.build import run as building
from jixiao.dashboard import tables as dashboard
from jixiao.dashboard.site import write_site
from tests.drawing.corpus import corpus
from tests.publish.conftest import Build, unbuilt


def tables(warehouse: Path) -> dict[str, int]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        names = connection.execute(
            "select table_name from duckdb_tables() where schema_name = 'marts' order by 1"
        ).fetchall()
        return {name: connection.execute(f"select count(*) from marts.{name}").fetchall()[0][0] for (name,) in names}


def differences(one: Path, other: Path) -> dict[str, int]:
    """The marts in which two warehouses differ, each with its rows that stand in one of them only."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{one}' as one (read_only); attach '{other}' as other (read_only)")

        def differing(table: str) -> int:
            left, right = (f"select * from {name}.marts.{table}" for name in ("one", "other"))
            query = f"select count(*) from (({left} except all {right}) union all ({right} except all {left}))"
            return int(connection.execute(query).fetchall()[0][0])

        return {table: count for table in tables(one) if (count := differing(table))}


def assert_same_marts(one: Path, other: Path) -> None:
    counts = tables(one)
    assert counts["fct_funding"] > 0 and counts == tables(other)
    assert differences(one, other) == {}


def lists(folder: Path) -> dict[str, int]:
    """The files of the lists of each city."""
    (data,) = (folder / "dashboard" / "data").iterdir()
    scripts = [path for name in ("projects", "findings", "links") for path in data.glob(f"{name}/*.js")]
    return {f"{path.parent.name}/{path.stem}": path.stat().st_ino for path in scripts}


def test_increments_give_what_a_whole_build_gives(
    tmp_path: Path, quiet_build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = list(corpus(5, share=0.5))
    documents, increments = tmp_path / "documents", tmp_path / "increments.duckdb"
    documents.mkdir()
    files = []
    for part in (published[::2], published[1::2]):
        for document in part:
            (documents / document.file_name).write_bytes(document.drawn.data)
        assert quiet_build(documents, increments).landed == len(part)
        files.append(increments.stat().st_ino)
    corrected = documents / published[0].file_name
    corrected.write_bytes(corrected.read_bytes() + b"\n")
    assert quiet_build(documents, increments).superseded == 1
    files.append(increments.stat().st_ino)
    assert files[2] == files[0] != files[1]  # two files take turns

    (tmp_path / "whole").mkdir()
    whole = unbuilt(increments, tmp_path / "whole")
    late, before = published[3], lists(tmp_path)
    (documents / "late.txt").write_bytes(late.drawn.data + b"\n")
    monkeypatch.setattr(building, "is_built", lambda _: False)
    quiet_build(documents, whole)
    monkeypatch.undo()
    quiet_build(documents, increments)
    assert increments.stat().st_ino == files[1]
    assert not quiet_build(documents, increments).published

    assert_same_marts(whole, increments)
    counts = tables(whole)
    assert all(
        counts[name] for name in ("fct_funding", "fct_indicators", "year_over_year", "project_links", "audit_findings")
    )
    with duckdb.connect(str(increments), read_only=True) as connection:
        query = "select distinct batch_id, built_batch from quality.validation_results order by 1"
        batches = connection.execute(query).fetchall()
    assert batches == [(1, 0), (2, 1), (3, 1), (4, 2)]  # the batch that the file built on held

    write_site(increments, tmp_path / "site")
    (anew,), (linked,) = ((folder / "data").iterdir() for folder in (tmp_path / "site", tmp_path / "dashboard"))
    scripts = sorted(path.relative_to(anew) for path in anew.rglob("*.js"))
    assert len(scripts) > len(published) and anew.name == linked.name
    after = lists(tmp_path)
    assert {name for name in after if after[name] != before[name]} == {
        f"{name}/{late.place.city_code}" for name in ("projects", "findings", "links")
    }
    assert after.keys() == before.keys()
    with dashboard.open_for_queries(increments) as connection:
        cities = dashboard.keys_of(connection, "city")
        written = [data for name, data in dashboard.of_cities(connection, cities) if name.startswith("links/")]
    assert sum(len(data["kind"]["places"]) for data in written if data["kind"]) == counts["project_links"]
    assert [path for path in scripts if (anew / path).read_bytes() != (linked / path).read_bytes()] == []
