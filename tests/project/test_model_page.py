"""The diagrams say what the models say: the page is what would be made now, the guide draws a part of it."""

import re
from pathlib import Path

from jixiao.docs.diagrams import page, tables

ROOT = Path(__file__).resolve().parents[2]


def test_every_published_table_is_drawn() -> None:
    models = {path.stem for path in (ROOT / "models" / "marts").rglob("*.sql")}
    assert {table.name for table in tables()} == models
    assert set(re.findall(r"^    (\w+) \{$", page(), re.MULTILINE)) == models


def test_the_guide_draws_relationships_that_hold_and_every_table_of_the_star() -> None:
    (diagram,) = re.findall(
        r"```mermaid\n(.*?)```", (ROOT / "docs" / "guide.md").read_text(encoding="utf-8"), re.DOTALL
    )
    drawn = set(re.findall(r"(\w+) \|\|--o\{ (\w+)", diagram))
    known = tables()
    assert drawn <= {(held.of, held.table) for table in known for held in table.relationships}
    star = {table.name for table in known if table.name.startswith(("dim_", "fct_"))}
    assert star <= {name for edge in drawn for name in edge}
