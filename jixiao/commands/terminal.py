"""How commands speak: to people on a terminal, to programs by their exit status."""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console, ConsoleOptions, RenderableType
from rich.progress import Progress as Bar
from rich.segment import Segment

from ingest.vocabulary.messages import in_chinese
from jixiao.commands.language import counted, speaks_chinese
from jixiao.plain import plain

BAD_USAGE = 2
NOT_PUBLISHED = 3

_KEPT_BY_DUCKDB = {"main", "system", "temp"}


class PlainConsole(Console):
    """A console on which no text can steer the terminal, whatever it is printed in: all that commands print with.

    Markup and emoji in texts are texts.
    """

    def __init__(self, stderr: bool = False, soft_wrap: bool = False) -> None:
        super().__init__(stderr=stderr, soft_wrap=soft_wrap, highlight=False, markup=False, emoji=False)

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """What is printed, piece by piece. Control pieces are of rich itself."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else "\n".join(map(plain, text.split("\n"))), style, control)


console = PlainConsole(stderr=True, soft_wrap=True)
"""Where progress and errors go, so that what a command finds can be piped."""


def say(text: str, style: str | None = None) -> None:
    """Print one line beside what a command finds, in the language of the user, whatever stands in ``text``."""
    console.print(plain(_told(text)), style=style)


def say_counts(text: str) -> None:
    """Print one line of what a command did, one thing in the singular."""
    say(text if speaks_chinese() else counted(text))


def warehouse_option(help_text: str) -> Callable[[Any], Any]:
    """The option ``--warehouse``, the same for every command."""
    return click.option(
        "--warehouse",
        type=click.Path(path_type=Path, dir_okay=False),
        default=Path("warehouse.duckdb"),
        show_default=True,
        callback=_usable,
        help=help_text,
    )


def _usable(_context: click.Context, _option: click.Parameter, warehouse: Path) -> Path:
    """The warehouse, unless DuckDB would call it otherwise than its file: models name their database."""
    if warehouse.stem.lower() in _KEPT_BY_DUCKDB:
        raise click.BadParameter(f"{warehouse.name} is a name that DuckDB keeps for itself; choose another")
    return warehouse


def fail(message: str, status: int = BAD_USAGE) -> NoReturn:
    """Say what is wrong and what to do, and end with ``status``."""
    console.print(_told(message), style="red")
    sys.exit(status)


def _told(text: str) -> str:
    return in_chinese(text) if speaks_chinese() else text


def unreadable(warehouse: Path, error: Exception) -> str:
    """What to say of a warehouse that is damaged or of another version."""
    reason = str(error).partition("\n")[0]
    return plain(f"{warehouse} cannot be read ({reason}); `jixiao build --warehouse {warehouse}` builds it again")


def progress_bar() -> Bar:
    """A bar on a terminal; nothing elsewhere."""
    return Bar(console=console, transient=True, disable=not console.is_terminal)


def tracked(bar: Bar, what: str) -> Callable[[Sequence[str]], Iterable[str]]:
    """Goes through names and shows on ``bar`` how far it is."""
    return lambda names: bar.track(names, description=what)
