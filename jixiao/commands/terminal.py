"""How commands speak: to people on a terminal, to programs by their exit status."""

import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console
from rich.progress import Progress as Bar

BAD_USAGE = 2
NOT_PUBLISHED = 3

console = Console(stderr=True, highlight=False, soft_wrap=True)
"""Where progress and errors go, so that what a command finds can be piped."""


def warehouse_option(help_text: str) -> Callable[[Any], Any]:
    """The option ``--warehouse``, the same for every command."""
    return click.option(
        "--warehouse",
        type=click.Path(path_type=Path, dir_okay=False),
        default=Path("warehouse.duckdb"),
        show_default=True,
        help=help_text,
    )


def fail(message: str, status: int = BAD_USAGE) -> NoReturn:
    """Say what is wrong and what to do, and end with ``status``."""
    console.print(message, style="red", markup=False)
    sys.exit(status)


def progress_bar() -> Bar:
    """A bar on a terminal; nothing elsewhere."""
    return Bar(console=console, transient=True, disable=not console.is_terminal)


def tracked(bar: Bar, what: str) -> Callable[[Sequence[str]], Iterable[str]]:
    """Goes through names and shows on ``bar`` how far it is."""
    return lambda names: bar.track(names, description=what)


def plain(text: str) -> str:
    """A text of a document without characters that would steer a terminal or turn its direction."""
    return "".join(" " if unicodedata.category(char) in ("Cc", "Cf") else char for char in text)
