"""Laws of a document: what its text holds is found again in what was read, counted without knowing the form.

A reader that drops, swaps or doubles a row breaks one of them, whatever its form is.
"""

from collections.abc import Mapping

from great_expectations.expectations import Expectation

from expectations.expect import no_rows

_ONCE: Mapping[str, tuple[str, ...]] = {
    "units": ("char",),
    "projects": ("char", "annual_goal", "cycle_goal"),
    "funding": ("char",),
    "printed_totals": ("char",),
    "indicators": ("name", "cycle", "annual"),
    "attributes": ("char",),
    "evaluations": ("achieved_goal", "total_score"),
    "performance": ("name", "target", "actual"),
}
"""The places of fields in landing. Units not printed have none; projects of several regions share that of a name."""

_BY_ITS_END = ("performance", "actual")
"""A value that stands where it ends: a unit that is printed before it and its target begins both."""

_OF_REGIONS = (("projects", "char"), ("indicators", "name"), ("performance", "name"))
"""Printed once for all regions of a transfer: the project, and in a table of regions the indicators."""

_PLACES = "\nunion all\n".join(
    f"select {'distinct ' if (table, place) in _OF_REGIONS else ''}document_id, "
    f"{place}_{'end - 1' if (table, place) == _BY_ITS_END else 'start'} as place, "
    f"'{table}.{place}' as field from landing.{table} inner join documents using (document_id) "
    f"where {place}_end > {place}_start{' and is_printed' if table == 'units' else ''}"
    for table, places in _ONCE.items()
    for place in places
)

_SEQUENCES = "\nunion all\n".join(
    f"select '{table}' as entry, document_id, {of} as of_project, {number} as number "
    f"from landing.{table} inner join documents using (document_id)"
    for table, of, number in (
        ("units", "0", "unit_seq"),
        ("projects", "0", "project_seq"),
        ("indicators", "project_seq", "indicator_seq"),
        ("performance", "project_seq", "indicator_seq"),
    )
)

LAWS: tuple[Expectation, ...] = (
    no_rows(
        "a_place_is_read_once",
        "landing",
        "Two fields never begin at one character: what is printed once is not counted twice.",
        """
        select documents.file_name, places.place, list(places.field) as fields from places
        inner join documents using (document_id)
        group by all
        having count(*) > 1
        """,
        given={"places": _PLACES},
    ),
    no_rows(
        "rows_are_numbered_without_a_gap",
        "landing.units, landing.projects, landing.indicators, landing.performance",
        "Units, projects and indicators are numbered as they are printed: a number left out is a row lost.",
        """
        select documents.file_name, entry, of_project, count(*) as entries, max(number) as last from sequences
        inner join documents using (document_id)
        group by all
        having count(*) <> max(number) or count(*) <> count(distinct number) or min(number) <> 1
        """,
        given={"sequences": _SEQUENCES},
    ),
    no_rows(
        "signs_of_comparison_are_read",
        "landing.indicators, landing.performance",
        "A sign such as ≥ in a cell of its own is of the number beside it: no target is exact while it is left out.",
        """
        with targets as (
            select document_id, line, annual_operator as operator from landing.indicators
            union all
            select document_id, line, target_operator from landing.performance
        ),

        left_out as (
            select document_id, line, trim(text) as sign from landing.not_understood
            inner join documents using (document_id)
            where trim(text) in ('≥', '≤', '>', '<', '＞', '＜', '>=', '<=')
        )

        select documents.file_name, left_out.* from left_out
        inner join documents using (document_id)
        semi join (select * from targets where operator = '=') as targets using (document_id, line)
        """,
    ),
    no_rows(
        "rows_belong_to_a_project",
        "landing",
        "Every amount, indicator and attribute stands under a project that was read, every project under a unit.",
        """
        with rows_read as (
            select document_id, project_seq from landing.funding
            union
            select document_id, project_seq from landing.funding_levels
            union
            select document_id, project_seq from landing.indicators
            union
            select document_id, project_seq from landing.indicator_progress
            union
            select document_id, project_seq from landing.performance
            union
            select document_id, project_seq from landing.executions
            union
            select document_id, project_seq from landing.evaluations
            union
            select document_id, project_seq from landing.attributes
        )

        select documents.file_name, rows_read.project_seq, projects.unit_seq from rows_read
        inner join documents using (document_id)
        left join landing.projects using (document_id, project_seq)
        left join landing.units using (document_id, unit_seq)
        where units.unit_seq is null
        """,
    ),
)
"""The suite ``laws``."""
