"""Errors of reading: wrong use raises built-in errors; a document that cannot be honoured is rejected."""

from dataclasses import dataclass

from ingest.vocabulary.messages import in_chinese


@dataclass(eq=False)
class DocumentRejected(Exception):
    """A document that cannot be read; it goes to quarantine and the others go on.

    ``code`` is a stable kind (``unknown_form``, ``year_unknown`` …); ``page`` and ``line`` count from 1 and are
    None where the whole document is concerned.
    """

    code: str
    message: str
    page: int | None = None
    line: int | None = None
    expected: str | None = None
    found: str | None = None

    def __str__(self) -> str:
        where = f" (page {self.page}, line {self.line})" if self.line is not None else ""
        expected = f"; expected {self.expected}" if self.expected else ""
        found = f"; found {self.found!r}" if self.found else ""
        return f"{self.message}{where}{expected}{found}"

    def in_chinese(self) -> str:
        """What is wrong, what was expected and what was found, in Chinese."""
        expected = f"；应为{in_chinese(self.expected)}" if self.expected else ""
        found = f"；实为“{in_chinese(self.found)}”" if self.found else ""
        return f"{in_chinese(self.message)}{expected}{found}"


PASSING = frozenset({"changed", "io_error", "killed", "memory", "timeout"})
"""Codes of rejections that need not come again: the next build tries once more."""

ANSWERED_BY_NAME = frozenset({"city_unknown", "department_unknown", "year_unknown"})
"""Codes of rejections for want of what the name of the file may say, where nothing is printed."""

AGAIN = "the next build tries again"
"""What their messages end with."""


class BookedTwice(Exception):
    """A character was understood twice: a mistake of a form, never of a document."""


class ReadingImpossible(RuntimeError):
    """Documents cannot be read here: the reading process does not start, or has nowhere to write."""


class DocumentsLost(RuntimeError):
    """Documents were neither read nor quarantined, or others came up: a mistake of ours; the message names them."""
