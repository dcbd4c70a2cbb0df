"""``jixiao search``: where a text stands in the documents."""

from pathlib import Path

import click
import duckdb
from rich.text import Text

from jixiao.commands.terminal import PlainConsole, fail, say, unreadable, warehouse_option
from jixiao.plain import plain


@click.command("search", short_help="Find a text in units, projects, goals and indicators.")
@click.argument("text")
@warehouse_option("Published warehouse to search.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Most places to show.")
def search_command(text: str, warehouse: Path, limit: int) -> None:
    """Find TEXT in units, projects, goals and indicators, with the place where it is printed.

    Every character stands for itself; white space, width and case make no difference.

    Exit status: 0 searched, 2 bad usage.
    """
    from jixiao.warehouse import NoWarehouse, open_warehouse
    from jixiao.warehouse.full_text import search

    try:
        with open_warehouse(warehouse) as connection:
            hits, count = search(connection, text, limit)
    except (NoWarehouse, ValueError) as error:
        fail(str(error))
    except duckdb.Error as error:
        fail(unreadable(warehouse, error))
    out = PlainConsole(soft_wrap=True)
    for hit in hits:
        before, match, after = map(plain, hit.excerpt)
        out.print(Text.assemble((hit.kind, "dim"), " ", before, (match, "bold red"), after))
        whence = [hit.project_name, hit.department_name, str(hit.budget_year), f"{hit.page}:{hit.line}", hit.file_name]
        out.print(Text("     " + " | ".join(plain(part) for part in whence if part), style="dim"))
    if not hits:
        say(f"{text} stands in no unit, project, goal or indicator")
    elif count > limit:
        say(f"{limit} of {count} places; --limit {count} shows all")
