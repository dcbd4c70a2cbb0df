"""Spark by hand: ``python -m jixiao.spark build DOCUMENTS FOLDER`` and ``python -m jixiao.spark dbt FOLDER ...``."""

import sys
from pathlib import Path

import click

from ingest.delivery.manifest import ManifestError
from ingest.errors import DocumentsLost
from jixiao.dbt import DbtFailed
from jixiao.spark.build import NotValid, build
from jixiao.spark.landing import show_to_spark
from jixiao.spark.models import run_dbt
from jixiao.spark.session import LOCAL, open_session

_FOLDER = click.Path(file_okay=False, path_type=Path)
_master = click.option("--master", default=LOCAL, show_default=True, help="The address of a Spark cluster.")


@click.group()
def main() -> None:
    """The warehouse on Spark, in a folder of Parquet files."""


@main.command("build")
@click.argument("documents", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("folder", type=_FOLDER)
@_master
def build_command(documents: Path, folder: Path, master: str) -> None:
    """Read what is new in DOCUMENTS and build the warehouse in FOLDER."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        done = build(open_session(folder, master), documents, folder)
    except (ManifestError, DocumentsLost, DbtFailed, NotValid) as error:
        raise click.ClickException(str(error)) from error
    print(f"{done.landed} documents read of {done.delivered} delivered, {done.quarantined} quarantined")


@main.command("dbt", context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("arguments", nargs=-1)
@_master
def dbt_command(folder: Path, arguments: tuple[str, ...], master: str) -> None:
    """Run dbt on what is landed in FOLDER: the ARGUMENTS are dbt's, with --target spark."""
    session = open_session(folder, master)
    show_to_spark(session, folder.resolve())
    sys.exit(0 if run_dbt(folder, arguments).success else 1)


if __name__ == "__main__":
    main()
