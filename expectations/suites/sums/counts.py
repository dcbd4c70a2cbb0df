"""Counts: what a document holds and where a name stands is counted here a second time, another way."""

from collections.abc import Mapping

from great_expectations.expectations import Expectation

from expectations.expect import PUBLISHED_DOCUMENTS, no_rows
from expectations.steps import CITIES

_AGAIN = """
    select document_key, project_key from forms group by all having not bool_or(is_counted)
    union all
    select document_key, 0 from forms group by document_key having not bool_or(is_counted)
"""
"""Projects of which a document prints again what stands elsewhere; 0 for a document that does nothing else."""

_IS_COUNTED = "(document_key, coalesce(project_key, 0)) not in (select document_key, project_key from again)"

_COUNTED: Mapping[str, str] = {
    "projects": "fct_goals",
    "evaluations": "fct_execution",
    "indicators": "fct_indicators where is_counted",
    "quantitative_indicators": "fct_indicators where is_counted "
    "and (annual_operator is not null or cycle_operator is not null)",
    **{
        f"{level}_{name}": f"reconciliation where level = '{level}'{which}"
        for level in ("document", "unit", "project")
        for name, which in (("totals", ""), ("reconciled", " and abs(difference_wan) <= 0.01"))
    },
    **{f"{severe}_findings": f"audit_findings where severity = '{severe}'" for severe in ("high", "medium", "low")},
    "counted_findings": f"audit_findings where {_IS_COUNTED}",
    "issues": "reading_issues",
    "repairs": f"number_repairs where {_IS_COUNTED}",
}
"""What is counted of a document, by the column of marts.document_sums: rows of a mart."""

_COUNTS = "\nunion all\n".join(
    f"select document_key, '{column}' as counted, count(*) as found from "
    f"(select * from marts.{mart} semi join published_documents using (document_key)) {which} group by document_key"
    for column, query in _COUNTED.items()
    for mart, _, which in [query.partition(" ")]
)

COUNTS: tuple[Expectation, ...] = (
    no_rows(
        "documents_are_counts_of_the_facts",
        "marts.document_sums",
        "What a document holds is counted from its rows in the other marts, its money summed from the facts.",
        f"""
        with told as (
            unpivot (
                select document_key, columns({list(_COUNTED)}) from marts.document_sums
                semi join published_documents using (document_key)
            )
            on columns({list(_COUNTED)}) into name counted value told
        ),

        money as (
            select document_key, sum(amount_wan) as amount_wan, sum(counted_wan) as counted_wan
            from marts.fct_funding semi join published_documents using (document_key) group by document_key
        ),

        of_year as (
            select department_key, year_key, sum(cast(is_counted as integer)) as projects
            from marts.fct_goals
            where department_key in (select department_key from published_documents)
            group by all
        )

        select document_key, counted, told, found from told full join counts using (document_key, counted)
        where told is distinct from coalesce(found, 0)
        union all
        select document_key, 'money', null, null from published_documents
        left join marts.document_sums as sums using (document_key)
        left join money using (document_key)
        left join of_year using (department_key, year_key)
        where
            sums.amount_wan is distinct from coalesce(money.amount_wan, 0)
            or sums.counted_wan is distinct from coalesce(money.counted_wan, 0)
            or sums.projects_of_year is distinct from coalesce(of_year.projects, 0)
        """,
        given={
            **PUBLISHED_DOCUMENTS,
            "forms": "select document_key, project_key, is_counted from marts.fct_goals "
            "union all select document_key, project_key, is_counted from marts.fct_execution",
            "again": _AGAIN,
            "counts": _COUNTS,
        },
    ),
    no_rows(
        "names_are_those_of_the_facts",
        "marts.indicator_names",
        "Every name of an indicator of a city is listed once, with its projects and the latest that prints it.",
        """
        with printed as (
            select city_key, indicator_name, list(distinct project_key) as projects_of, max(year_key) as last_year
            from marts.fct_indicators
            where indicator_name <> '' and city_key in (select city_key from cities)
            group by all
        ),

        names as (select * from marts.indicator_names where city_key in (select city_key from cities))

        select * from printed
        full join names using (city_key, indicator_name)
        where
            len(projects_of) is distinct from projects
            or last_year is distinct from last_year_key
            or not exists (
                select 1 from marts.fct_indicators as facts
                where facts.city_key = names.city_key and facts.indicator_name = names.indicator_name
                    and facts.year_key = names.last_year_key and facts.project_key = names.last_project_key
                    and facts.document_key = names.last_document_key
            )
        """,
        given=CITIES,
    ),
)
"""The suite ``counts``."""
