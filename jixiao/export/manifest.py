"""What lies beside every export: row counts, digests, the dictionary, and queries that give the main totals again."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jixiao.export.files import Exported, OpenWarehouse, by_table, digest
from jixiao.export.parts import Part

NAME = "manifest.json"

TOTALS = {
    "money by city and budget year, 万元, each project of a unit and year once": """
        select city_name, budget_year, sum(amount_wan) as amount_wan, count(*) as amounts
        from {fct_funding} as funding
        inner join {dim_city} as city on funding.city_key = city.city_key
        inner join {dim_year} as budget on funding.year_key = budget.year_key
        where is_counted
        group by city_name, budget_year order by city_name, budget_year
    """,
    "projects of units by city and budget year": """
        select city_name, budget_year, count(*) as projects
        from {fct_goals} as goals
        inner join {dim_city} as city on goals.city_key = city.city_key
        inner join {dim_year} as budget on goals.year_key = budget.year_key
        where is_counted
        group by city_name, budget_year order by city_name, budget_year
    """,
    "indicators, and those whose annual or cycle target is a quantity, by city and budget year": """
        select
            city_name, budget_year, count(*) as indicators,
            count(*) filter (where annual_is_quantitative or cycle_is_quantitative) as quantitative_indicators
        from {fct_indicators} as indicators
        inner join {dim_city} as city on indicators.city_key = city.city_key
        inner join {dim_year} as budget on indicators.year_key = budget.year_key
        where is_counted
        group by city_name, budget_year order by city_name, budget_year
    """,
    "printed totals by level": """
        select level, count(*) as totals, count(*) filter (where reconciles) as reconcile
        from {reconciliation} as totals group by level order by level
    """,
    "findings by severity": """
        select severity, count(*) as findings, cast(sum(repeats) as bigint) as finding_rows
        from {audit_findings} as findings group by severity order by severity
    """,
}
"""Queries over the tables in braces; every format names its tables in its own way."""

Relation = Callable[[Sequence[Part]], str]


def manifest(
    kind: str,
    source: OpenWarehouse,
    warehouse: Path,
    delivered: Sequence[Exported],
    relation: Relation,
    how_to_read: str,
) -> dict[str, Any]:
    """The manifest of an export as JSON values; money in it is text, exact to the last digit."""
    return {
        "format": kind,
        "how_to_read": how_to_read,
        "warehouse": {"sha256": digest(warehouse), **_last_batch(source)},
        "files": [_file(own) for own in delivered],
        "tables": [_table(source, table_parts) for table_parts in by_table(source.parts).values()],
        "totals": list(_totals(source, relation)),
    }


def write(content: dict[str, Any], folder: Path) -> None:
    """Write the manifest into ``folder``."""
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", encoding="utf-8")


def marts(files: Sequence[Part]) -> str:
    """A table of the warehouse itself, or of a database that has the same schema."""
    return f"marts.{files[0].table.name}"


def _last_batch(source: OpenWarehouse) -> dict[str, Any]:
    ((batch_id, project_digest, parser_version),) = source.connection.execute(
        "select batch_id, project_digest, parser_version from landing.batches order by batch_id desc limit 1"
    ).fetchall()
    return {"batch_id": batch_id, "project_digest": project_digest, "parser_version": parser_version}


def _file(own: Exported) -> dict[str, Any]:
    entry: dict[str, Any] = {"name": own.name, "contents": own.contents, "rows": own.rows}
    if own.sha256 is not None:
        entry["sha256"] = own.sha256
    if own.notes:
        entry["notes"] = list(own.notes)
    return entry


def _table(source: OpenWarehouse, table_parts: Sequence[Part]) -> dict[str, Any]:
    table = table_parts[0].table
    ((rows,),) = source.connection.execute(f"select count(*) from {marts(table_parts)}").fetchall()
    return {
        "name": table.name,
        "term": table.term,
        "description": table.description,
        "rows": rows,
        "columns": [
            {
                "name": column.name,
                "type": column.type,
                "nullable": column.nullable,
                "term": column.term,
                "description": column.description,
            }
            for column in table.columns
        ],
    }


def _totals(source: OpenWarehouse, relation: Relation) -> list[dict[str, Any]]:
    named = by_table(source.parts)
    totals = []
    for what, query in TOTALS.items():
        here = source.connection.execute(query.format_map({name: marts(own) for name, own in named.items()}))
        columns = [column[0] for column in here.description or []]
        rows = [[value if isinstance(value, int) else str(value) for value in row] for row in here.fetchall()]
        there = " ".join(query.format_map({name: relation(own) for name, own in named.items()}).split())
        totals.append({"what": what, "query": there, "columns": columns, "rows": rows})
    return totals
