"""Amounts: the facts hold the money that was read, to the cent, and every view of them adds up to it."""

from great_expectations.expectations import Expectation

from expectations.expect import PUBLISHED_DOCUMENTS, no_rows, same_rows
from expectations.steps import CITIES, folded

AMOUNTS: tuple[Expectation, ...] = (
    same_rows(
        "facts_sum_to_landing",
        "marts.fct_funding",
        "Every document has, for every funding source, as much money in the facts as was read from it.",
        """
        select documents.sha256, funding.funding_source_code, sum(funding.amount_wan) as amount_wan
        from landing.funding
        inner join documents using (document_id)
        group by all
        """,
        """
        select published_documents.sha256, dim_funding_source.funding_source_code, sum(fct_funding.amount_wan)
        from marts.fct_funding
        inner join published_documents using (document_key)
        left join marts.dim_funding_source using (funding_source_key)
        group by all
        """,
    ),
    same_rows(
        "midterm_amounts_sum_to_landing",
        "marts.fct_funding",
        "Mid-term amounts are published in full and nowhere invented: as many, and as much, as each document prints.",
        """
        select documents.sha256, count(funding.midterm_amount_wan) as amounts, sum(funding.midterm_amount_wan) as wan
        from landing.funding
        inner join documents using (document_id)
        group by all
        """,
        """
        select published_documents.sha256, count(fct_funding.midterm_amount_wan), sum(fct_funding.midterm_amount_wan)
        from marts.fct_funding
        inner join published_documents using (document_key)
        group by all
        """,
    ),
    same_rows(
        "proofs_are_published",
        "marts.fct_funding",
        "As much money as the sums of the forms prove is published as proved: no more, no less.",
        """
        select documents.sha256, count(*) as amounts, sum(funding.amount_wan) as amount_wan
        from landing.funding
        inner join documents using (document_id)
        where funding.is_proved
        group by all
        """,
        """
        select published_documents.sha256, count(*), sum(fct_funding.amount_wan)
        from marts.fct_funding
        inner join published_documents using (document_key)
        where fct_funding.is_proved
        group by all
        """,
    ),
    no_rows(
        "yuan_are_ten_thousand_to_the_wan",
        "marts.fct_funding",
        "The two amount columns of a fact state the same sum of money, in 元 and in 万元.",
        """
        select funding_key, amount_wan, amount_yuan from marts.fct_funding
        inner join published_documents using (document_key)
        where amount_yuan is distinct from cast(cast(amount_wan as decimal(22, 6)) * 10000 as decimal(18, 2))
        """,
        given=PUBLISHED_DOCUMENTS,
    ),
    no_rows(
        "projects_count_once",
        "marts.fct_goals, marts.fct_funding",
        "A project of a unit and year counts in one of the documents that print it, in no poorer one, money and all.",
        f"""
        with printed as (
            select
                goals.unit_key, year_key, document_key, {folded("project_name")} as name, goals.is_counted,
                coalesce(bool_or(funding.is_counted <> goals.is_counted), false) as is_torn,
                coalesce(sum(amount_wan), 0) as printed_wan,
                coalesce(sum(counted_wan), 0) as counted_wan
            from marts.fct_goals as goals
            semi join cities using (city_key)
            inner join marts.dim_project using (project_key)
            left join (
                select document_key, project_key, is_counted, amount_wan, counted_wan from marts.fct_funding
            ) as funding using (document_key, project_key)
            group by goals.goal_key, goals.unit_key, year_key, document_key, name, goals.is_counted
        )

        select unit_key, year_key, name from printed
        group by all
        having
            not bool_or(is_counted)
            or count(distinct document_key) filter (where is_counted) > 1
            or count(*) = count(distinct document_key)
            and max(printed_wan) filter (where is_counted) < max(printed_wan)
            or bool_or(is_torn)
            or bool_or(counted_wan <> if(is_counted, printed_wan, 0))
        """,
        given=CITIES,
    ),
    no_rows(
        "indicators_count_with_their_project",
        "marts.fct_indicators, marts.fct_performance",
        "Indicators count where their project does, so that those of a form that is printed again count once.",
        """
        select document_key, project_key, rows.is_counted from (
            select document_key, project_key, is_counted from marts.fct_indicators
            union all
            select document_key, project_key, is_counted from marts.fct_performance
        ) as rows
        inner join published_documents using (document_key)
        left join marts.fct_goals as goals using (document_key, project_key)
        left join marts.fct_execution as evaluations using (document_key, project_key)
        where rows.is_counted is distinct from coalesce(goals.is_counted, evaluations.is_counted)
        """,
        given=PUBLISHED_DOCUMENTS,
    ),
    no_rows(
        "comparisons_sum_to_the_facts",
        "marts.year_over_year, marts.city_comparison",
        "Comparing years or cities neither loses nor doubles money: each year's sum is that of the facts.",
        """
        with facts as (
            select dim_year.budget_year, sum(fct_funding.counted_wan) as facts_wan
            from marts.fct_funding
            left join marts.dim_year using (year_key)
            group by all
        ),

        years as (
            select budget_year, sum(amount_wan) as years_wan from marts.year_over_year group by all
        ),

        cities as (
            select budget_year, sum(amount_wan) as cities_wan from marts.city_comparison group by all
        )

        select * from facts
        full join years using (budget_year)
        full join cities using (budget_year)
        where
            coalesce(facts_wan, 0) <> coalesce(years_wan, 0)
            or coalesce(facts_wan, 0) <> coalesce(cities_wan, 0)
        """,
    ),
    no_rows(
        "repaired_amounts_have_their_proof",
        "landing.repairs",
        "An amount that differs from what is printed is explained: its repair gives the same value and the proof.",
        """
        with repaired as (
            select document_id, project_seq, funding_source_code as measure, amount_wan, line from landing.funding
            where is_repaired
            union all
            select document_id, project_seq, measure, amount_wan, line from landing.printed_totals
            where is_repaired
        )

        select repaired.* from repaired
        inner join documents using (document_id)
        where
            not exists (
                select 1 from landing.repairs
                where
                    repairs.document_id = repaired.document_id
                    and repairs.project_seq is not distinct from repaired.project_seq
                    and repairs.measure = repaired.measure
                    and repairs.repaired_wan = repaired.amount_wan
                    and repairs.line = repaired.line
                    and repairs.proof <> ''
            )
        """,
    ),
)
"""The suite ``amounts``."""
