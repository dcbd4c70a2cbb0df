"""What a build keeps serves other warehouses of the same project, and stays with them."""

import shutil
from pathlib import Path

import pytest

from jixiao.build.plan import kept
from jixiao.build.workplace import Workplace


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Workplace]:
    monkeypatch.setattr(kept, "SHARED", tmp_path / "shared")
    return [Workplace(tmp_path / f"{name}.duckdb", tmp_path / name) for name in ("one", "other")]


def test_what_one_warehouse_keeps_another_has_of_its_own(places: list[Workplace]) -> None:
    one, other = places
    assert kept.kept(one, "plan") is None
    kept.keep(one, "plan", {"nodes": ["a"]})
    assert kept.kept(other, "plan") == {"nodes": ["a"]}
    shutil.rmtree(kept.SHARED)
    assert [kept.kept(place, "plan") for place in places] == [{"nodes": ["a"]}] * 2


def test_what_another_project_kept_or_is_damaged_is_not_used(
    places: list[Workplace], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = places
    kept.keep(one, "plan", 1)
    (kept.SHARED / "plan.json").write_text("{")
    assert kept.kept(other, "plan") is None
    monkeypatch.setattr(kept, "project_digest", lambda: "another")
    assert kept.kept(one, "plan") is None


def test_a_project_that_cannot_be_written_to_keeps_beside_the_warehouse(
    places: list[Workplace], tmp_path: Path
) -> None:
    one, other = places
    (tmp_path / "shared").write_text("no folder")
    kept.keep(one, "plan", 1)
    assert (kept.kept(one, "plan"), kept.kept(other, "plan")) == (1, None)
