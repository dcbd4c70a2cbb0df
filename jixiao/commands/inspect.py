"""``jixiao inspect``: how one document is read."""

from pathlib import Path

import click

from ingest.delivery.manifest import ManifestError
from ingest.errors import DocumentRejected, ReadingImpossible
from jixiao.commands.language import why_rejected
from jixiao.commands.terminal import PlainConsole, console, fail, say
from jixiao.plain import plain


@click.command("inspect", short_help="Show how one document is read.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--entries", is_flag=True, help="Show the entries of labelled forms: labels, value, what it is.")
def inspect_command(file: Path, entries: bool) -> None:
    """Show how FILE is read: form, year, units, projects, totals, what does not reconcile or is not understood.

    Exit status: 0 shown, 2 there is no such file or it cannot be read.
    """
    if not file.is_file():
        fail(plain(f"{file} is no file"))
    if console.is_terminal:
        say(f"reading the file {file.name}")
    from jixiao.commands.entries import show_entries  # what reads takes a second to import
    from jixiao.commands.inspection import show

    try:
        (show_entries if entries else show)(file, PlainConsole())
    except DocumentRejected as rejected:
        fail(f"{plain(file.name)}: {plain(why_rejected(rejected))}")
    except (ManifestError, ReadingImpossible) as error:
        fail(f"{plain(file.name)}: {error}")
    except OSError as error:
        fail(f"{plain(file.name)} cannot be read: {error.strerror}")
