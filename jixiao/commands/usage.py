"""What commands say of themselves, their help and complaints about arguments, in the language of the user.

click writes both in English, piece by piece; in Chinese each piece is a sentence of the catalogue of messages.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import IO, Any

import click
from rich.cells import cell_len

from ingest.vocabulary.messages import in_chinese
from jixiao.commands.language import speaks_chinese
from jixiao.commands.terminal import console
from jixiao.plain import plain

_PIECE = re.compile(r"\[[^\]\[]{0,80}\]|[\u2e80-\uffef][，。；：、）]*|[^\s\u2e80-\uffef]+|\s+")
_PLACEHOLDER = re.compile(r"[A-Z]{4,}(?: RANGE)?")
_MOST_OF_NAME = 30


class ChineseHelp(click.HelpFormatter):
    """Help in Chinese, which breaks between any two characters, each of two columns."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how a command is called."""
        self.write(f"用法：{prog} {_placeholders(args)}\n")

    def write_heading(self, heading: str) -> None:
        """What the lines below are."""
        self.write(f"{in_chinese(heading)}：\n")

    def write_text(self, text: str) -> None:
        """Paragraphs."""
        indent = " " * self.current_indent
        paragraphs = [self._wrapped(in_chinese(one), self.current_indent) for one in paragraphs_of(text)]
        self.write("\n\n".join("\n".join(indent + line for line in lines) for lines in paragraphs) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = _MOST_OF_NAME, col_spacing: int = 2) -> None:
        """Names, and what each is."""
        told = [(_placeholders(name), _described(text)) for name, text in rows]
        second = min(max(cell_len(name) for name, _ in told), col_max) + col_spacing + self.current_indent
        for name, text in told:
            lines = self._wrapped(text, second)
            line = " " * self.current_indent + name
            if cell_len(line) + col_spacing > second:
                self.write(f"{line}\n")
                line = ""
            self.write(line + " " * (second - cell_len(line)) + f"\n{' ' * second}".join(lines) + "\n")

    def _wrapped(self, text: str, indent: int) -> list[str]:
        """The lines of a text behind an indent, none of which begins with a closing sign."""
        lines = [""]
        for piece in _PIECE.findall(text):
            if lines[-1] and cell_len(lines[-1] + piece) > self.width - indent:
                lines.append("")
            lines[-1] += piece if lines[-1] else piece.lstrip()
        return [line.rstrip() for line in lines]


class Spoken(click.Context):
    """The context of a command that helps in the language of the user."""

    def make_formatter(self) -> click.HelpFormatter:
        """What writes the help."""
        self.formatter_class = ChineseHelp if speaks_chinese() else click.HelpFormatter
        return super().make_formatter()


class Complaint(click.UsageError):
    """What is wrong with the arguments. No text of theirs, such as a name of a file, steers the terminal."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print how the command is called, where its help is, and what is wrong."""
        with self.ctx.scope(cleanup=False) if self.ctx else nullcontext():
            if not speaks_chinese():
                return super().show(file)
            if self.ctx:
                console.print(f"{self.ctx.get_usage()}\n`{self.ctx.command_path} --help` 显示帮助。\n")
            return console.print(f"错误：{in_chinese(self.format_message())}")


@contextmanager
def complaining() -> Iterator[None]:
    """Complains in own words."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        context = error.ctx or click.get_current_context(silent=True)
        raise Complaint(plain(error.format_message()), context) from error


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a help text, each in one line: sentences of the catalogue."""
    return [" ".join(one.split()) for one in re.split(r"\n\s*\n", text)]


def _placeholders(text: str) -> str:
    return _PLACEHOLDER.sub(lambda found: in_chinese(found[0]), text)


def _described(text: str) -> str:
    """What is said of an option, with its default and limits."""
    said, _, extra = text.partition("  [")
    if not extra.endswith("]"):
        return in_chinese(text)
    limits = [one.replace("default: ", "默认：").replace("required", "必填") for one in extra[:-1].split("; ")]
    return f"{in_chinese(said)}  [{'；'.join(limits)}]"
