"""The batch of the suites: which documents a validation looks at."""

CURRENT = """
select
    *,
    1 - not_understood_characters / characters as understood_share
from landing.documents
where document_id not in (select document_id from landing.supersessions)
"""
"""Landed documents that no later reading replaces."""

_TOUCHED = """
    and (
        batch_id > {built_batch}
        or document_id in (select document_id from intermediate.int_documents_touched)
    )
"""


def documents_since(built_batch: int) -> str:
    """All current documents, or those that a build after ``built_batch`` touched."""
    return CURRENT + (_TOUCHED.format(built_batch=built_batch) if built_batch else "")


def over_documents(query: str, built_batch: int) -> str:
    """The query of an expectation, which reads ``{batch}``, as Great Expectations runs it."""
    return query.format(batch=f"({documents_since(built_batch)})")
