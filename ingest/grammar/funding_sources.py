"""The sources of a project's money, in the order in which forms print them: seed ``funding_sources``."""

from ingest.vocabulary import vocabulary

FUNDING_SOURCES: tuple[str, ...] = tuple(row["funding_source_code"] for row in vocabulary("funding_sources"))
"""Their codes; 财政拨款 leads."""

LEADING_SOURCE = FUNDING_SOURCES[0]


def source_of_kind(kind: str) -> str | None:
    """The source that a kind of amount in seed ``form_labels`` is of (``source_other``: other); None for a total."""
    code = kind.removeprefix("source_")
    return code if kind.startswith("source_") and code in FUNDING_SOURCES else None
