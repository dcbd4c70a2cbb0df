"""Texts of documents, and names of files, as they are shown."""

import unicodedata

_HARMFUL = ("Cc", "Cf", "Zl", "Zp")


def plain(text: str) -> str:
    """A text without characters that would steer a terminal, turn its direction or end the line."""
    return "".join(" " if unicodedata.category(char) in _HARMFUL else char for char in text)
