"""The diagrams say what the models say: the page is what would be made now, the guide draws a part of it."""

import re
from pathlib import Path

from jixiao.docs.diagrams import as_tables, page, tables

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


def test_a_diagram_can_be_read_as_a_table() -> None:
    text = """Before.

```mermaid
erDiagram
    dim_project {
        bigint project_key PK
    }
    dim_unit ||--o{ dim_project : unit
    dim_project |o--o{ audit_findings : project
    dim_document ||--o{ project_links : "from_document"
    dim_document ||--o{ project_links : to_document
```

After.
"""
    english = as_tables(text, "en")
    assert english.startswith("Before.\n\n| rows of | each belong to a row of |\n") and english.endswith(
        "|\n\nAfter.\n"
    )
    assert "| `audit_findings` | `dim_project`, if any |" in english
    assert "| `dim_project` | `dim_unit` |" in english
    assert "| `project_links` | `dim_document` (from_document), `dim_document` (to_document) |" in english
    assert "| 项目 `dim_project` | 资金使用单位 `dim_unit` |" in as_tables(text, "zh")


def test_every_line_of_the_diagrams_is_read_as_a_table() -> None:
    shown = as_tables(page(), "en")
    assert "mermaid" not in shown
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", shown.partition("## Grain")[0], re.MULTILINE))
    for table in tables():
        assert {f"`{held.of}`" for held in table.relationships} == set(
            re.findall(r"`\w+`", rows.get(table.name, ""))
        ), table.name
