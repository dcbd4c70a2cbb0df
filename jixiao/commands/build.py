"""``jixiao build``: documents to a published warehouse."""

import gc
import os
from pathlib import Path

import click

from ingest.sandbox.without import without
from jixiao.commands.terminal import say, warehouse_option


@click.command("build", short_help="Read documents, build, validate and publish the warehouse.")
@click.option(
    "--documents",
    type=click.Path(path_type=Path),
    default=Path("documents"),
    show_default=True,
    help="Folder of published documents, with documents.csv beside them if there is one.",
)
@warehouse_option("DuckDB file to publish; incremental where it exists.")
@click.option(
    "--accept-loss",
    is_flag=True,
    help="Publish although fewer documents, amounts or totals were read than the thresholds of the seeds allow.",
)
def build_command(documents: Path, warehouse: Path, accept_loss: bool) -> None:
    """Read documents, build the models, validate and publish the warehouse.

    Exit status: 0 published or nothing to do, 2 bad usage, nothing readable or a place that cannot be written, 3 a
    pipeline check failed or the disk is full, and the old warehouse still stands.
    """
    say("reading documents")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy, which pandas loads, starts no threads
    gc.disable()
    with without("numpy"):  # for Arrow, which asks nothing of it here
        from jixiao.commands.building import publish  # what a build needs takes a while to import

    gc.freeze()  # what is imported stays: nobody needs to look through it again and again
    gc.enable()
    publish(documents, warehouse, accept_loss)
