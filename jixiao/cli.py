"""The command ``jixiao``: its verbs, a module of `jixiao.commands` each."""

from typing import Any

import click

from jixiao.commands.build import build_command
from jixiao.commands.export import export_command
from jixiao.commands.fetch.command import fetch_command
from jixiao.commands.inspect import inspect_command
from jixiao.commands.language import LANGUAGES
from jixiao.commands.search import search_command
from jixiao.commands.status import status_command
from jixiao.plain import plain


class _Commands(click.Group):
    """Commands whose complaints about their arguments, such as names of files, steer no terminal."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise click.UsageError(plain(error.format_message()), error.ctx) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="jixiao", prog_name="jixiao")
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of what is told of documents; else the system's.")
def main(lang: str | None) -> None:
    """绩效 Jixiao: published performance budgets as a reconciled data warehouse.

    Begin with `jixiao build`; then `jixiao status` says what is there and `jixiao search 文本` where it is printed.
    """


for command in (build_command, inspect_command, status_command, search_command, export_command, fetch_command):
    main.add_command(command)
