"""The language in which commands tell what became of documents: that of ``--lang``, else that of the system."""

import os
import re
from collections.abc import Iterable

import click

from ingest.errors import DocumentRejected
from ingest.vocabulary.messages import in_chinese
from jixiao.marts import value_terms

LANGUAGES = ("zh", "en")
_SETTINGS = ("LC_ALL", "LC_MESSAGES", "LANG")
_ONE = re.compile(
    r"(?<![\w.,:/-])1 ("
    r"(?:self-evaluation|document|file|table|row|unit|project|indicator|task|department|form|request|redirect|second)s"
    r"|cities)\b(?!\.)"
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


def told(text: str) -> str:
    """What a command finds, a sentence of the catalogue in the language of the user; `counted` in English."""
    return in_chinese(text) if speaks_chinese() else counted(text)


def label(text: str) -> str:
    """The label of a line, English with the Chinese term behind it: in Chinese the term alone."""
    return text.rpartition(" ")[2] if speaks_chinese() else text


def count_of(things: int) -> str:
    """A number of things, none as it is said: no documents."""
    return str(things or ("0" if speaks_chinese() else "no"))


def listed(parts: Iterable[str]) -> str:
    """Things one after the other."""
    return ("，" if speaks_chinese() else ", ").join(parts)


def term(column: str, code: str) -> str:
    """A code of a column, such as a severity: in Chinese its term."""
    return value_terms().get((column, code), code) if speaks_chinese() else code


def named(kind: str, code: str) -> str:
    """A code of what is known of a document, such as its form: in Chinese its name, where it has one."""
    if not speaks_chinese():
        return code
    name = in_chinese(f"{kind} {code}")
    return code if name == f"{kind} {code}" else name


def bracketed(text: str, note: str) -> str:
    """A text with a note behind it."""
    return f"{text}（{note}）" if speaks_chinese() else f"{text} ({note})"


def why_rejected(rejected: DocumentRejected) -> str:
    """Why a document was not read, and where."""
    if not speaks_chinese():
        return str(rejected)
    where = f"（第 {rejected.page} 页第 {rejected.line} 行）" if rejected.line is not None else ""
    return f"{rejected.in_chinese()}{where}"
