"""Laws of a document: what its text holds is found again in what was read, counted without knowing the form.

A reader that drops, swaps or doubles a row breaks one of them, whatever its form is.
"""

from collections.abc import Mapping

from great_expectations.expectations import Expectation

from expectations.expect import no_rows
from expectations.steps import letters

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

_PLACES = "\nunion all\n".join(
    f"select {'distinct ' if (table, place) == ('projects', 'char') else ''}document_id, {place}_start as place, "
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

_LEVEL2 = ["数量", "质量", "时效", "经济效益", "社会效益", "生态效益", "可持续", "满意度", "经济成本", "社会成本"]
_CENTS = "[.．][0-9０-９][0-9０-９]"

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
        "rows_belong_to_a_project",
        "landing",
        "Every amount, indicator and attribute stands under a project that was read, every project under a unit.",
        """
        with rows_read as (
            select document_id, project_seq from landing.funding
            union
            select document_id, project_seq from landing.indicators
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
            select document_id, count(printed_ordinal) as numbered from landing.indicators group by all
        ),

        damaged as (
            select document_id, count(*) as issues from landing.issues group by all
        )

        select documents.file_name, numbers, numbered, issues from printed
        inner join documents using (document_id)
        left join read using (document_id)
        left join damaged using (document_id)
        where numbers > coalesce(numbered, 0) + coalesce(issues, 0)
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
    no_rows(
        "categories_are_those_printed",
        "landing.indicators, landing.performance, marts.dim_category",
        "An indicator printed under 数量指标 is counted as one of quantity, and so for every label of the framework.",
        f"""
        with labels as (
            select distinct document_id, printed_level1, printed_level2, category_code from landing.indicators
            union
            select distinct document_id, printed_level1, printed_level2, category_code from landing.performance
        ),

        words as (
            select unnest({_LEVEL2}) as word
        ),

        worded as (
            select labels.*, list(word) as found from labels
            inner join words on contains(printed_level2, word)
            group by all
        )

        select documents.file_name, worded.*, level2_name from worded
        inner join documents using (document_id)
        left join marts.dim_category on category_code = category_key
        where len(found) = 1 and level2_code <> '90' and not contains(coalesce(level2_name, ''), found[1])
        """,
    ),
    no_rows(
        "documents_print_whose_they_are",
        "landing.documents",
        "Place (but that of a central body), department, year and unit of money said to be printed are in the text.",
        f"""
        select file_name, place_code, department_name, budget_year, money_unit from documents
        inner join landing.sources using (document_id)
        left join seeds.places using (place_code)
        where
            case
                when place_basis <> 'printed' or place_name = '中央' or contains(text, place_name) then false
                else not contains({letters("text")}, left(place_name, 2))
            end
            or case
                when department_basis <> 'printed' or contains(text, department_name) then false
                else not contains({letters("text")}, {letters("department_name")})
            end
            or year_basis = 'printed'
            and not contains(text, cast(budget_year as varchar))
            and regexp_matches(year_evidence, '20[0-9][0-9]')
            or money_unit_basis = 'printed'
            and regexp_matches(text, '单位[:：]?\\s*(万元|元)')
            and not regexp_matches(text, '单位[:：]?\\s*' || money_unit)
        """,
    ),
)
"""The suite ``laws``."""
