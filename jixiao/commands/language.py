"""The language in which commands tell what became of documents: that of ``--lang``, else that of the system."""

import os
import re

import click

from ingest.errors import DocumentRejected

LANGUAGES = ("zh", "en")
_SETTINGS = ("LC_ALL", "LC_MESSAGES", "LANG")
_ONE = re.compile(
    r"(?<![\w.,:/-])1 ((?:self-evaluation|document|file|table|row|unit|project|indicator|task|department|form)s|cities)"
    r"\b(?!\.)"
)


def speaks_chinese() -> bool:
    """True where Chinese was chosen, or nothing was and the system speaks it."""
    context = click.get_current_context(silent=True)
    chosen = context.find_root().params.get("lang") if context else None
    system = next((value for name in _SETTINGS if (value := os.environ.get(name))), "")
    return (chosen or system).startswith("zh")


def counted(text: str) -> str:
    """What a command says in English, one thing in the singular: ``1 units, 2 projects`` is ``1 unit, 2 projects``.

    Sentences are written in the plural, as the catalogue of messages has them.
    """
    return _ONE.sub(lambda found: "1 city" if found[1] == "cities" else found[0].removesuffix("s"), text)


def why_rejected(rejected: DocumentRejected) -> str:
    """Why a document was not read, and where."""
    if not speaks_chinese():
        return str(rejected)
    where = f"（第 {rejected.page} 页第 {rejected.line} 行）" if rejected.line is not None else ""
    return f"{rejected.in_chinese()}{where}"
