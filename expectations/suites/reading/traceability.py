"""Traceability: every character is accounted for, and what a row points at lies in its document."""

from great_expectations.expectations import Expectation

from expectations.expect import no_rows, same_rows
from expectations.thresholds import threshold

_POINTERS = {
    "units": ["char"],
    "projects": ["char", "annual_goal", "cycle_goal"],
    "funding": ["char"],
    "funding_levels": ["char"],
    "printed_totals": ["char"],
    "indicators": ["char", "name", "cycle", "annual"],
    "indicator_progress": ["char"],
    "repairs": ["char"],
    "issues": ["char"],
    "not_understood": ["char"],
    "department_goals": ["char"],
    "department_budget": ["char"],
    "department_tasks": ["char"],
    "department_indicators": ["char"],
}
"""Landing tables with the columns ``<name>_start`` and ``<name>_end`` that point into ``sources.text``."""

_SPANS = "\nunion all\n".join(
    f"select '{table}.{name}' as field, document_id, line, {name}_start as span_start, {name}_end as span_end "
    f"from landing.{table}"
    for table, names in _POINTERS.items()
    for name in names
)

TRACEABILITY: tuple[Expectation, ...] = (
    no_rows(
        "characters_are_accounted_for",
        "landing.documents",
        "Every character of a document is a field, a label, layout, or declared as not understood.",
        """
        select documents.file_name, documents.characters from documents
        left join landing.sources using (document_id)
        where
            documents.characters is distinct from length(sources.text)
            or documents.characters <> documents.field_characters + documents.label_characters
            + documents.layout_characters + documents.not_understood_characters
        """,
    ),
    same_rows(
        "understood_characters_are_published",
        "marts.dim_document",
        "How much of a document was understood, and what of its file is outside, is told to whoever uses its numbers.",
        """
        select
            sha256, characters, characters - not_understood_characters as characters_understood,
            coalesce(outside_characters, 0) as characters_outside
        from documents
        """,
        """
        select sha256, characters, characters_understood, characters_outside from published_documents
        """,
    ),
    no_rows(
        "documents_are_understood",
        "landing.documents",
        "A document of which much is not understood may have lost projects nobody sees.",
        f"""
        select file_name, understood_share from documents
        where not coalesce(understood_share >= {threshold("understood_share_of_a_document")}, false)
        """,
    ),
    no_rows(
        "spans_lie_in_their_document",
        "landing",
        "Every value can be shown in the document it came from: its place begins and ends there.",
        """
        select documents.file_name, spans.*, documents.characters from spans
        inner join documents using (document_id)
        where
            spans.span_start < 0
            or spans.span_end < spans.span_start
            or spans.span_end > documents.characters
            or (spans.span_start is null) <> (spans.span_end is null)
        """,
        given={"spans": _SPANS},
    ),
    no_rows(
        "not_understood_adds_up",
        "landing.not_understood",
        "The list of what was not understood is complete: its runs add up to the number stated of the document.",
        """
        with listed as (
            select document_id, sum(char_end - char_start) as characters from landing.not_understood group by all
        )

        select documents.file_name, documents.not_understood_characters, listed.characters from documents
        left join listed using (document_id)
        where documents.not_understood_characters <> coalesce(listed.characters, 0)
        """,
    ),
    no_rows(
        "not_understood_is_quoted",
        "landing.not_understood",
        "What was not understood is quoted as it stands in the document, so that anyone can read it there.",
        """
        select documents.file_name, runs.line, runs.text from landing.not_understood as runs
        inner join documents using (document_id)
        left join landing.sources using (document_id)
        where
            runs.text is distinct from substr(sources.text, runs.char_start + 1, runs.char_end - runs.char_start)
        """,
    ),
)
"""The suite ``traceability``."""
