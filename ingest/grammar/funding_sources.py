"""The sources of a project's money, in the order in which forms print them: seed ``funding_sources``."""

from ingest.vocabulary import vocabulary

FUNDING_SOURCES: tuple[str, ...] = tuple(row["funding_source_code"] for row in vocabulary("funding_sources"))
"""Their codes; 财政拨款 leads."""

LEADING_SOURCE = FUNDING_SOURCES[0]
_OF_KINDS = {f"source_{code}": code for code in FUNDING_SOURCES}


def source_of_kind(kind: str) -> str | None:
    """The source that a kind of amount in seed ``form_labels`` is of (``source_other``: other); None for a total."""
    return _OF_KINDS.get(kind)
