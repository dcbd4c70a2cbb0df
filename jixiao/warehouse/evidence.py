"""The words that a row was read from, in their document."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

import duckdb

from jixiao.plain import plain

KEYS = {
    "finding_key": "audit_findings",
    "result_key": "audit_finding_rows",
    "funding_key": "fct_funding",
    "funding_level_key": "fct_funding_levels",
    "progress_key": "fct_progress",
    "indicator_key": "fct_indicators",
    "goal_key": "fct_goals",
    "execution_key": "fct_execution",
    "performance_key": "fct_performance",
    "department_budget_key": "fct_department_budget",
    "department_goal_key": "fct_department_goals",
    "department_task_key": "fct_department_tasks",
    "department_indicator_key": "fct_department_indicators",
}
"""The tables whose rows stand in a document, by their keys."""

_PLACE = ("document_key", "page", "line", "char_start", "char_end")
_LINES_AROUND = 2
_CHARACTERS_AROUND = 120


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of a row with those before and after them, and where they stand: file, page, line, address."""

    words: str
    before: str
    after: str
    file_name: str
    page: int
    line: int
    url: str | None

    @property
    def context(self) -> str:
        """The words with those around them: at most two lines and 120 characters to each side."""
        return self.before + self.words + self.after

    def __str__(self) -> str:
        marked = f"{self.before}【{self.words}】{self.after}"
        return "\n".join([self._where, *(plain(line) for line in marked.split("\n"))])

    def _repr_html_(self) -> str:
        """The same in a notebook; nothing of a document is taken for HTML."""
        before, words, after = (escape(text) for text in (self.before, self.words, self.after))
        return f"<p>{escape(self._where)}</p><pre>{before}<mark>{words}</mark>{after}</pre>"

    @property
    def _where(self) -> str:
        return plain(f"{self.file_name} 第{self.page}页 第{self.line}行")


def evidence(connection: duckdb.DuckDBPyConnection, row: Mapping[str, object]) -> Evidence:
    """The words of a row of a table in which rows stand in a document: by its place, else by the first of its ``KEYS``.

    Raises ValueError where the row has neither, or no such row stands in the warehouse.
    """
    document, page, line, start, end = _place(connection, row)
    found = connection.execute(_DOCUMENT, [document]).fetchone()
    if found is None:
        raise ValueError(f"the warehouse holds no document {document}")
    file_name, url, text = found
    before = "\n".join(text[:start].split("\n")[-1 - _LINES_AROUND :])[-_CHARACTERS_AROUND:]
    after = "\n".join(text[end:].split("\n")[: 1 + _LINES_AROUND])[:_CHARACTERS_AROUND]
    return Evidence(text[start:end], before, after, file_name, page, line, url)


def _place(connection: duckdb.DuckDBPyConnection, row: Mapping[str, Any]) -> tuple[Any, ...]:
    if all(row.get(name) is not None for name in _PLACE):
        return tuple(row[name] for name in _PLACE)
    key = next((name for name in row if name in KEYS and row[name] is not None), None)
    if key is None:
        raise ValueError(f"the row has no key of a row in a document; it needs one of {', '.join(KEYS)}")
    found = connection.execute(f"select {', '.join(_PLACE)} from marts.{KEYS[key]} where {key} = ?", [row[key]])
    place: tuple[Any, ...] | None = found.fetchone()
    if place is None:
        raise ValueError(f"marts.{KEYS[key]} holds no row with {key} {row[key]}")
    return place


_DOCUMENT = """
    select file_name, url, text
    from marts.dim_document
    inner join landing.sources on document_key = document_id
    where document_key = ?
"""
