"""``jixiao fetch``: what it is given, what it shows, how it ends."""

import sys
from importlib.metadata import version
from ipaddress import ip_network
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from jixiao.commands.terminal import PlainConsole, fail, say

if TYPE_CHECKING:
    from jixiao.commands.fetch.sources import Source
    from jixiao.commands.fetch.task import Report, Settings
    from jixiao.commands.fetch.web.client import Limits
    from jixiao.commands.fetch.web.network import Door

SOME_FAILED = 4
_SHOWN = ("new", "changed", "withdrawn", "failed", "note")


@click.command("fetch", short_help="Download published documents with where they came from.")
@click.argument("sources")
@click.option(
    "--documents",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("documents"),
    show_default=True,
    help="Folder to download into; documents.csv and fetched.csv in it say where each file came from.",
)
@click.option(
    "--depth", type=click.IntRange(0, 5), default=0, show_default=True, help="Steps to follow lists of a site."
)
@click.option("--dry-run", is_flag=True, help="List what would be fetched; pages are asked, files are not.")
@click.option(
    "--pause", type=click.FloatRange(0, 60), default=1.0, show_default=True, help="Seconds between requests of a host."
)
@click.option("--most", type=click.IntRange(min=1), default=5000, show_default=True, help="Most addresses of one run.")
@click.option("--largest", type=click.IntRange(1, 4096), default=256, show_default=True, help="Largest file, MiB.")
@click.option("--contact", default="", help="E-mail or page of who is fetching, told to the sites.")
@click.option(
    "--allow-network", "allowed", multiple=True, help="A network of this machine that may be asked (10.0.0.0/8)."
)
def fetch_command(
    sources: str,
    documents: Path,
    depth: int,
    dry_run: bool,
    pause: float,
    most: int,
    largest: int,
    contact: str,
    allowed: tuple[str, ...],
) -> None:
    """Download the documents that SOURCES lead to: a CSV or text of addresses of pages and files, or one address.

    A second run asks only for what changed. Exit status: 0 done, 2 bad usage, 4 some addresses failed, said which.
    """
    from ingest.delivery.manifest import ManifestError, read_manifest
    from jixiao.commands.fetch.journal import FetchRunning
    from jixiao.commands.fetch.records import BadRecords
    from jixiao.commands.fetch.sources import BadSources, read_sources
    from jixiao.commands.fetch.task import Settings
    from jixiao.commands.fetch.told import told
    from jixiao.commands.fetch.web.client import MIB, Limits
    from jixiao.commands.fetch.web.network import Door

    if not contact.isascii() or not contact.isprintable():
        fail(told("contact"))
    try:
        door = Door([ip_network(network) for network in allowed])
    except ValueError as error:
        fail(told("allowed", found=str(error).partition(" does")[0]))
    settings = Settings(depth, most, pause, dry_run)
    try:
        given = read_sources(sources)
        read_manifest(documents)
        report = _fetched(given, documents, settings, Limits(size=largest * MIB), door, contact)
    except (BadSources, BadRecords, FetchRunning, ManifestError) as error:
        fail(str(error))
    except OSError as error:
        fail(told("not_writable", folder=error.filename or documents, why=error.strerror or error))
    _tell(report, dry_run)
    if report.count("failed"):
        sys.exit(SOME_FAILED)


def _fetched(
    given: "list[Source]", documents: Path, settings: "Settings", limits: "Limits", door: "Door", contact: str
) -> "Report":
    from jixiao.commands.fetch.journal import Journal, open_journal
    from jixiao.commands.fetch.run import fetch
    from jixiao.commands.fetch.shown import shown

    agent = f"jixiao/{version('jixiao')} (published budget documents{'; ' + contact if contact else ''})"
    with shown() as progress:
        if settings.is_dry:
            with TemporaryDirectory() as work:
                return fetch(Journal(documents, Path(work), True), given, settings, limits, door, agent, progress)
        with open_journal(documents) as journal:
            return fetch(journal, given, settings, limits, door, agent, progress)


def _tell(report: "Report", is_dry: bool) -> None:
    from jixiao.commands.fetch.told import told

    out = PlainConsole(soft_wrap=True)
    for what in report.told.get("would_fetch", ()):
        out.print(what)
    for outcome in _SHOWN:
        for what in report.told.get(outcome, ()):
            say(f"{told(outcome)} {what}", style="red" if outcome == "failed" else None)
    if is_dry:
        say(told("summary_dry", files=report.count("would_fetch")))
        return
    counts = {name: report.count(name) for name in ("new", "unchanged", "changed", "withdrawn", "failed")}
    say(told("summary", **counts, requests=report.requests, size=report.received / 2**20))
