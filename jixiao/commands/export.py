"""``jixiao export``: schema ``marts`` for other tools."""

from pathlib import Path

import click
import duckdb

from jixiao.commands.terminal import fail, progress_bar, say, say_counts, tracked, unreadable, warehouse_option


@click.command("export", short_help="Write schema marts as Parquet, CSV, Excel or PostgreSQL.")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["parquet", "csv", "xlsx", "postgres"]),
    required=True,
    help="parquet, csv: one file a table, facts one a year; xlsx: one workbook a department; postgres: schema marts.",
)
@warehouse_option("Published warehouse to export.")
@click.option(
    "--to",
    "place",
    help="Folder to write, by default export/FORMAT; for postgres the database as postgresql://USER@HOST/DATABASE, "
    "its password in PGPASSWORD.",
)
def export_command(kind: str, warehouse: Path, place: str | None) -> None:
    """Export schema marts, with a manifest of row counts, digests and the dictionary.

    An earlier export in the same place is replaced in one step. The same warehouse gives the same bytes.

    Exit status: 0 exported, 2 bad usage or the place cannot be written.
    """
    from jixiao.export.folder import PlaceTaken
    from jixiao.export.postgres import PostgresFailed
    from jixiao.export.run import export_files, export_postgres
    from jixiao.warehouse import NoWarehouse

    if kind == "postgres" and not (place or "").startswith(("postgresql://", "postgres://")):
        fail("--format postgres needs --to postgresql://USER@HOST/DATABASE")
    shown = "schema marts of the database" if kind == "postgres" else (place or f"export/{kind}")
    try:
        with progress_bar() as bar:
            track = tracked(bar, f"writing {kind}")
            if kind == "postgres":
                delivered = export_postgres(warehouse, place or "", track)
            else:
                delivered = export_files(kind, warehouse, Path(shown), track)
    except (NoWarehouse, PlaceTaken, PostgresFailed) as error:
        fail(str(error))
    except duckdb.Error as error:
        fail(unreadable(warehouse, error))
    except OSError as error:
        fail(f"{shown} cannot be written: {error}")
    for own in delivered:
        for note in own.notes:
            say(f"{own.name}: {note}")
    rows = sum(own.rows for own in delivered)
    things = "tables" if kind == "postgres" else "files"
    say_counts(f"exported {len(delivered)} {things}, {rows} rows to {shown}")
