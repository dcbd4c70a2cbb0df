"""What is said of a document, in Chinese: ``seeds/messages.csv`` holds each sentence in both languages.

A sentence is written in English where it is raised. What stands in its places (``{1}``) is found again by the sentence
of the catalogue, so that whoever raises it need not know of the catalogue.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ingest.vocabulary import vocabulary

_SPOT = re.compile(r"\{(\d)\}")
_PLACE = re.compile(r"\\{(\d)\\}")


@cache
def _sentences() -> dict[str, str]:
    """The sentences without places."""
    rows = vocabulary("messages")
    return {row["message"]: row["message_zh"] for row in rows if "{1}" not in row["message"]}


class _Sentence(NamedTuple):
    """A sentence with places: the words around these, its pattern, and it in Chinese."""

    words: tuple[str, ...]
    pattern: str
    chinese: str


@cache
def _with_places() -> tuple[_Sentence, ...]:
    """The sentences with places, those of the most words first."""
    rows = [row for row in vocabulary("messages") if "{1}" in row["message"]]
    rows.sort(key=lambda row: -len(_PLACE.sub("", re.escape(row["message"]))))
    return tuple(
        _Sentence(
            tuple(_SPOT.split(row["message"])[::2]),
            _PLACE.sub("(.*)", re.escape(row["message"])),
            row["message_zh"],
        )
        for row in rows
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern made once it is needed: few of the sentences are said of a document."""
    return re.compile(pattern, re.DOTALL)


@lru_cache(maxsize=4096)
def in_chinese(message: str) -> str:
    """A sentence of the catalogue in Chinese, and so what stands in its places; any other text as it is."""
    if (said := _sentences().get(message)) is not None:
        return said
    for own in _with_places():
        if not all(map(message.__contains__, own.words)):
            continue
        if found := _compiled(own.pattern).fullmatch(message):
            values = [in_chinese(value) for value in found.groups()]
            return "".join(values[int(one) - 1] if at % 2 else one for at, one in enumerate(_SPOT.split(own.chinese)))
    return message
