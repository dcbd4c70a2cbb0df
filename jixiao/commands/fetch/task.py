"""What a run is asked to do, what it tells meanwhile and at its end, and how an answer is described."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from jixiao.commands.fetch.names import address_name, disposition_name, ending_of
from jixiao.commands.fetch.records import Record
from jixiao.commands.fetch.sources import Source
from jixiao.commands.fetch.web.client import Answer


@dataclass(frozen=True, slots=True)
class Settings:
    """How far to go: steps from the first pages, addresses in all, seconds between requests of a host."""

    depth: int = 0
    most: int = 5000
    pause: float = 1.0
    is_dry: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The page on which a file was found."""

    page_url: str = ""
    page_title: str = ""
    published_on: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """An address to ask; ``expects`` is any (from SOURCES), page, file, or perhaps (a link that speaks of a file)."""

    address: str
    source: Source
    expects: str = "any"
    depth: int = 0
    found: Found = Found()
    tried: int = 0
    refreshed: int = 0


@dataclass
class Report:
    """What became of the files and addresses: by outcome, each with its name or reason."""

    told: dict[str, list[str]] = field(default_factory=dict)
    requests: int = 0
    received: int = 0

    def add(self, outcome: str, what: str) -> None:
        """One more file or address of an outcome."""
        self.told.setdefault(outcome, []).append(what)

    def count(self, outcome: str) -> int:
        """How many there are of an outcome."""
        return len(self.told.get(outcome, ()))


@dataclass(frozen=True, slots=True)
class Progress:
    """How a run tells what it does: ``asking`` an address, ``came`` so many bytes of so many, ``done`` with it."""

    asking: Callable[[str], None] = lambda address: None
    came: Callable[[int, int], None] = lambda size, of: None


def called(task: Task, answer: Answer) -> str:
    """The name that the server, or the address, gives a file; one with an ending of documents before others."""
    said = disposition_name(answer.disposition)
    names = (said, address_name(answer.address), address_name(task.address))
    return next((name for name in names if name and ending_of(name)), said or names[1] or names[2] or "")


def described(task: Task, answer: Answer, known: Record | None) -> Record:
    """What is known of an address after its answer: as before where nothing was sent or the same came again."""
    is_same = answer.size is None or (known is not None and known.sha256 == answer.sha256)
    before = known if known is not None and is_same else Record(task.address, "page", "new")
    return replace(
        before,
        outcome="unchanged" if known is not None and is_same else "new" if known is None else "changed",
        file=known.file if known else "",
        page_url=task.found.page_url or before.page_url,
        page_title=task.found.page_title or before.page_title,
        published_on=task.found.published_on or (before.published_on if not task.found.page_url else ""),
        city=task.source.city,
        department=task.source.department,
        year=task.source.year,
        fetched_at=before.fetched_at or now(),
        checked_at=now(),
        status=str(answer.status),
        reason="",
        type=before.type if answer.size is None else answer.media_type,
        size=before.size if answer.size is None else str(answer.size),
        sha256=before.sha256 if answer.size is None else answer.sha256,
        etag=answer.etag or (before.etag if answer.size is None else ""),
        last_modified=answer.last_modified or (before.last_modified if answer.size is None else ""),
        final_address=answer.address,
    )


def now() -> str:
    """The time, UTC, as ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
