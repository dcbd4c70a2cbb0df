"""The documentation by one command: ``python -m jixiao.docs pages`` and ``python -m jixiao.docs site``."""

from pathlib import Path

import click

from jixiao.docs.pages import write_pages

_warehouse = click.option(
    "--warehouse",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("warehouse.duckdb"),
    show_default=True,
    help="The warehouse that answers questions and metrics.",
)


@click.group()
def main() -> None:
    """The pages of the documentation."""


@main.command("pages")
@_warehouse
def pages_command(warehouse: Path) -> None:
    """Write the generated pages of docs/."""
    write_pages(warehouse)


@main.command("site")
@_warehouse
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path("site"))
def site_command(warehouse: Path, folder: Path) -> None:
    """Write every page, the generated ones for the warehouse, as a site that opens from FOLDER."""
    from jixiao.docs.site import write_site  # needs the extra `site`

    print(write_site(warehouse, folder))


if __name__ == "__main__":
    main()
