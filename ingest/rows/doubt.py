"""The landed rows of what a reading doubts or does not understand."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from ingest.vocabulary.messages import in_chinese


@dataclass(slots=True, unsafe_hash=True)
class IssueRow:
    """Something a reader of the document must know: damage, contradiction or doubt met while reading."""

    table: ClassVar[str] = "issues"

    code: Annotated[str, "kind of issue; see seed issue_codes"]
    project_seq: int | None
    indicator_seq: int | None
    printed: Annotated[str, "the text concerned"]
    message: Annotated[str, "what is doubtful about it"]
    page: int
    line: int
    char_start: int
    char_end: int
    message_zh: Annotated[str | None, "the same in Chinese"] = None

    def __post_init__(self) -> None:
        self.message_zh = in_chinese(self.message)


@dataclass(slots=True, unsafe_hash=True)
class NotUnderstoodRow:
    """A run of characters that stands in no field and is no known label or layout."""

    table: ClassVar[str] = "not_understood"

    page: int
    line: int
    char_start: int
    char_end: int
    text: Annotated[str, "the characters"]
    reason: Annotated[str, "why they were left, where a reason is known"]
    reason_zh: Annotated[str | None, "the same in Chinese"] = None

    def __post_init__(self) -> None:
        self.reason_zh = in_chinese(self.reason)
