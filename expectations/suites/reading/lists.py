"""Laws of lists of projects: amounts, totals and numbers that a list prints are counted without knowing its columns."""

from collections.abc import Mapping

from great_expectations.expectations import Expectation

from expectations.expect import no_rows
from expectations.suites.reading.landed_totals import LANDED_TOTALS

_TEXTS: Mapping[str, tuple[str, ...]] = {
    "projects": ("project_name", "annual_goal", "cycle_goal", "reply"),
    "funding": ("amount_printed", "midterm_amount_printed"),
    "printed_totals": ("printed",),
    "units": ("unit_name",),
    "indicators": ("indicator_name", "annual_indicator_name", "cycle_target", "annual_target", "note"),
    "repairs": ("printed",),
    "issues": ("printed",),
    "attributes": ("value",),
    "documents": ("title", "department_name"),
    "not_understood": ("text",),
}

_FIELDS = "\nunion all\n".join(
    f"select document_id, unnest([{', '.join(columns)}]) as printed from landing.{table} "
    "semi join lists using (document_id)"
    for table, columns in _TEXTS.items()
)

_CENTS = "[.．][0-9０-９][0-9０-９]"

_LEFT_OUT: Mapping[str, str] = {
    "left_out": """
        select document_id, line, unnest(regexp_extract_all(replace(text, ',', ''), '[0-9]+([.][0-9]+)?')) as number
        from landing.not_understood
        inner join documents using (document_id)
    """
}
"""The numbers that are not understood."""

_OF_THE_UNIT = "case money_unit when '元' then 10000 when '亿元' then 0.0001 else 1 end"
"""How many of the printed unit a 万元 is."""

LISTS: tuple[Expectation, ...] = (
    no_rows(
        "cents_of_a_list_are_read",
        "landing",
        "Every number with two decimals in a list of projects is found again in a field, or listed as not understood.",
        f"""
        with printed as (
            select document_id, unnest(regexp_extract_all(text, '{_CENTS}')) as cents from landing.sources
            inner join lists using (document_id)
        ),

        found as (
            select document_id, unnest(regexp_extract_all(printed, '{_CENTS}')) as cents from fields
        ),

        balance as (
            select document_id, cents, 1 as times from printed
            union all
            select document_id, cents, -1 from found
        )

        select documents.file_name, balance.cents, sum(times) as lost from balance
        inner join documents using (document_id)
        group by all
        having sum(times) > 0
        """,
        given={
            "lists": "select document_id from documents where form in ('list_table', 'approval_form')",
            "fields": _FIELDS,
        },
    ),
    no_rows(
        "totals_of_a_source_are_read",
        "landing.printed_totals",
        "A number in the row of a total is its amount of a source where it is the sum of that source, and is read so.",
        f"""
        with rows_of_totals as (
            select document_id, level, unit_seq, line, list(measure) as measures from landing.printed_totals
            inner join documents using (document_id)
            where level in ('unit', 'document') and amount_kind = 'allocated'
            group by all
        )

        select documents.file_name, rows_of_totals.*, landed_sums.measure, number from rows_of_totals
        inner join documents using (document_id)
        inner join landed_sums
            on
                rows_of_totals.document_id = landed_sums.document_id
                and rows_of_totals.level = landed_sums.level
                and coalesce(rows_of_totals.unit_seq, landed_sums.unit_seq) is not distinct from landed_sums.unit_seq
        inner join left_out
            on rows_of_totals.document_id = left_out.document_id and rows_of_totals.line = left_out.line
        where
            amount_kind = 'allocated'
            and not list_contains(measures, measure)
            and computed_wan > 0
            and computed_wan * {_OF_THE_UNIT} = try_cast(number as decimal(28, 8))
        """,
        given={**_LEFT_OUT, "landed_sums": LANDED_TOTALS["landed_sums"]},
    ),
    no_rows(
        "amounts_that_complete_a_total_are_read",
        "landing.funding",
        "A number in the row of a project is its amount of a source where it is what its total lacks, and is read so.",
        f"""
        with lacking as (
            select
                totals.document_id, totals.line, project_seq, totals.amount_wan - sum(funding.amount_wan) as lacks_wan
            from landing.printed_totals as totals
            inner join documents using (document_id)
            inner join landing.funding using (document_id, project_seq)
            where totals.level = 'project' and totals.measure = 'total'
            group by totals.document_id, totals.line, project_seq, totals.amount_wan
            having totals.amount_wan <> sum(funding.amount_wan)
        )

        select documents.file_name, lacking.*, number from lacking
        inner join documents using (document_id)
        inner join left_out on lacking.document_id = left_out.document_id and lacking.line = left_out.line
        where lacks_wan * {_OF_THE_UNIT} = try_cast(number as decimal(28, 8))
        """,
        given=_LEFT_OUT,
    ),
    no_rows(
        "numbers_of_indicators_are_read",
        "landing.indicators",
        "As many indicators are read as numbers are printed before them, but for those listed as damage.",
        """
        with printed as (
            select
                document_id,
                len(regexp_extract_all(regexp_replace(text, '\\s', '', 'g'), '[0-9]、[1-49][-—－]')) as numbers
            from landing.sources
            inner join documents using (document_id)
        ),

        read as (
            select document_id, count(printed_ordinal) as numbered from landing.indicators
            semi join documents using (document_id)
            group by all
        ),

        damaged as (
            select document_id, count(*) as issues from landing.issues
            semi join documents using (document_id)
            group by all
        )

        select documents.file_name, numbers, numbered, issues from printed
        inner join documents using (document_id)
        left join read using (document_id)
        left join damaged using (document_id)
        where numbers > coalesce(numbered, 0) + coalesce(issues, 0)
        """,
    ),
    no_rows(
        "breaks_of_the_numbering_are_issues",
        "landing.indicators, landing.issues",
        "Where the numbers of a project's indicators are not one after the other, an issue says so.",
        """
        with numbered as (
            select
                document_id, project_seq, indicator_seq,
                printed_ordinal as number,
                lag(printed_ordinal) over (
                    partition by document_id, project_seq
                    order by indicator_seq
                ) as number_before
            from landing.indicators
            inner join documents using (document_id)
            where form in ('list_table', 'approval_form')
        )

        select documents.file_name, numbered.* from numbered
        inner join documents using (document_id)
        anti join (select * from landing.issues where code like 'ordinal%') as issues
            using (document_id, project_seq, indicator_seq)
        where number <> number_before + 1
        """,
    ),
    no_rows(
        "projects_of_a_list_stand_under_the_unit_above",
        "landing.projects, landing.printed_totals",
        "In a list of projects a project belongs to the last unit printed above it.",
        """
        with above as (
            select projects.document_id, project_seq, projects.unit_seq, max(units.unit_seq) as last_unit
            from landing.projects
            inner join documents on projects.document_id = documents.document_id and form = 'list_table'
            inner join landing.units
                on
                    projects.document_id = units.document_id
                    and units.is_printed
                    and units.char_start <= projects.char_start
            group by all
        )

        select documents.file_name, above.* from above
        inner join documents using (document_id)
        where unit_seq <> last_unit
        """,
    ),
)
"""The suite ``lists``."""
