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
from jixiao.commands.usage import Spoken, complaining


class _Commands(click.Group):
    """Commands that help and complain about their arguments in the language of the user."""

    context_class = Spoken

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        with complaining():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with complaining():
            return super().invoke(ctx)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="jixiao", prog_name="jixiao", message="%(prog)s %(version)s")
@click.option("--lang", type=click.Choice(LANGUAGES), is_eager=True, help="Language; else the system's.")
def main(lang: str | None) -> None:
    """绩效 Jixiao: published performance budgets as a reconciled data warehouse.

    Begin with `jixiao build`; then `jixiao status` says what is there and `jixiao search TEXT` where it is printed.
    """


for command in (build_command, inspect_command, status_command, search_command, export_command, fetch_command):
    command.context_class = Spoken
    main.add_command(command)
