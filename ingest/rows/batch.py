"""The landed rows of a build: what it did, what it could not read, which readings it replaced."""

from dataclasses import dataclass
from typing import Annotated, ClassVar


@dataclass(slots=True, unsafe_hash=True)
class QuarantineRow:
    """A delivered file that could not be read, with the reason."""

    table: ClassVar[str] = "quarantine"

    file_name: str
    sha256: str
    parser_version: str
    manifest_digest: str | None
    code: Annotated[str, "kind of rejection"]
    message: Annotated[str, "what is wrong and what to do"]
    page: int | None
    line: int | None
    expected: str | None
    found: str | None
    message_zh: Annotated[str | None, "the same in Chinese, with what was expected and found"]


@dataclass(slots=True, unsafe_hash=True)
class SupersessionRow:
    """A reading replaced by a later one; the earlier stays landed but is no longer current."""

    table: ClassVar[str] = "supersessions"

    document_id: Annotated[int, "the replaced reading"]
    superseded_by: Annotated[int, "the reading that replaces it"]
    reason: Annotated[str, "re-read, same file, same projects or same department"]


@dataclass(slots=True, unsafe_hash=True)
class BatchRow:
    """A build that changed the warehouse."""

    table: ClassVar[str] = "batches"

    project_digest: Annotated[str, "digest of models, seeds, macros and expectations"]
    parser_version: Annotated[str, "digest of the code and vocabularies that read documents"]
    delivered: Annotated[int, "files in the documents folder"]
    landed: Annotated[int, "documents read for the first time"]
    quarantined: Annotated[int, "files that could not be read"]
