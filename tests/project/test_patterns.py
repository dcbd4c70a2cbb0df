"""Regular expressions of models: what a document prints is no pattern, or one document ends a build."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
MODELS = sorted([*ROOT.glob("models/**/*.sql"), *ROOT.glob("macros/**/*.sql")])
_CALL = re.compile(r"\bregexp_\w+\(")
_TOKEN = re.compile(r"'(?:[^']|'')*'|\{\{.*?\}\}|[(),]|[^'(),{]+|\{", re.DOTALL)
# `replace` puts the only sign of a number that means something in a pattern into brackets.
_COLUMN = re.compile(r"\|\|\s*(?!replace\b)[a-z_]|[a-z_]\s*\|\|")


def patterns(sql: str) -> Iterator[str]:
    """The second argument of every call of a regular expression, its literals left out."""
    for call in _CALL.finditer(sql):
        depth, argument, pattern = 0, 0, ""
        for token in _TOKEN.finditer(sql, call.end()):
            text = token[0]
            depth += {"(": 1, ")": -1}.get(text, 0)
            if depth < 0:
                break
            if text == "," and depth == 0:
                argument += 1
            elif argument == 1:
                pattern += "''" if text.startswith("'") else text
        yield pattern


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_no_pattern_holds_the_text_of_a_column(path: Path) -> None:
    assert [own for own in patterns(path.read_text("utf-8")) if _COLUMN.search(own)] == []


def test_a_column_in_a_pattern_is_seen() -> None:
    (pattern,) = patterns("select regexp_full_match(part, '[0-9.,]+' || unit) from counts")
    assert _COLUMN.search(pattern)
    assert not any(map(_COLUMN.search, patterns("regexp_matches(text, 'a' || replace(printed, '.', '[.]') || 'b')")))
