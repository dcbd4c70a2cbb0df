"""The sample collection: marked as drawn, the same each time, and enough of it to see years and peers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jixiao
from tests.drawing.sample import DOCUMENTS, MARK, write_sample

ROOT = Path(__file__).resolve().parents[2]

_LINKS = """
    with links as (
        select * from marts.project_links where evidence_kind in ('same_name', 'same_family') and to_year_key = from_year_key + 1
    ),
    paired as (select distinct from_document_key, to_document_key from links),
    targets as (
        select earlier.annual_value as before, later.annual_value as after
        from links
        inner join marts.fct_indicators as earlier
            on from_document_key = earlier.document_key and from_project_key = earlier.project_key
        inner join marts.fct_indicators as later
            on to_document_key = later.document_key and to_project_key = later.project_key
            and earlier.category_key = later.category_key and earlier.indicator_name = later.indicator_name
            and earlier.annual_unit = later.annual_unit
    )
    select
        (select count(*) from links) as kept,
        (select count(distinct to_year_key) from links) as years,
        (
            select count(*) from marts.fct_goals inner join paired on document_key = from_document_key
            anti join links on links.from_document_key = document_key and from_project_key = project_key
        ) as ended,
        (
            select count(*) from marts.fct_goals inner join paired on document_key = to_document_key
            anti join links on links.to_document_key = document_key and to_project_key = project_key
        ) as begun,
        (select count(*) from targets where after > before) as raised,
        (select count(*) from targets where after < before) as lowered
"""


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_sample_shows_years_and_peers(tmp_path: Path, quiet_build: Callable[[Path, Path], Any]) -> None:
    documents, again = tmp_path / "documents", tmp_path / "again"
    write_sample(documents)
    write_sample(again)
    assert _files(documents) == _files(again)
    marked = [name for name in _files(documents) if name != "README.md"]
    assert len(marked) == DOCUMENTS and all(name.startswith(MARK) for name in marked)
    outcome = quiet_build(documents, tmp_path / "warehouse.duckdb")
    assert (outcome.landed, outcome.quarantined) == (DOCUMENTS, ())
    with jixiao.open(tmp_path / "warehouse.duckdb") as w:
        assert w.sql("select file_name from marts.dim_document where not starts_with(file_name, ?)", [MARK]).is_empty()
        years = w.sql("select count(*) as many from marts.year_over_year where has_previous_year")["many"][0]
        peers = w.sql(
            "select max(cities) as many from (select count(distinct city_name) as cities from marts.city_comparison "
            "group by function_name, budget_year)"
        )["many"][0]
        assert years > 10 and peers >= 3
        links = w.sql(_LINKS)
        assert links["kept"][0] > 40 and links["years"][0] == 3
        assert links["ended"][0] > 10 and links["begun"][0] > 10
        assert links["raised"][0] > 10 and links["lowered"][0] > 10
        assert w.sql("select count(*) as many from marts.fct_performance")["many"][0] > 0
    assert (tmp_path / "dashboard" / "index.html").is_file()


def test_one_command_makes_it() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "\nsample: .venv/ready\n\t$(BIN)/python -m tests.drawing.sample sample/documents\n" in makefile
    assert "/sample/\n" in (ROOT / ".gitignore").read_text(encoding="utf-8")
