"""Completeness: whatever was read is published, once, under its document, project and category."""

from great_expectations.expectations import Expectation

from expectations.expect import CURRENT, PUBLISHED_DOCUMENTS, no_rows, same_rows
from expectations.steps import PLACES, body, letters
from expectations.thresholds import threshold

_OF_DOCUMENTS = (
    "fct_funding", "fct_funding_levels", "fct_indicators", "fct_goals", "fct_execution", "fct_performance",
    "fct_department_goals", "fct_department_budget", "fct_department_tasks", "fct_department_indicators",
    "reconciliation", "reconciliation_by_source", "fct_said_totals", "fct_listed_projects", "fct_progress",
)  # fmt: skip

_DOCUMENTS_OF_FACTS = "\nunion all\n".join(
    f"select distinct '{table}' as fact, document_key from marts.{table}" for table in _OF_DOCUMENTS
)


COVERAGE: tuple[Expectation, ...] = (
    no_rows(
        "delivered_files_are_accounted_for",
        "landing.batches",
        "What the last batch says it read or refused is what it left behind, and is no more than was delivered.",
        """
        with batch as (
            select * from landing.batches
            qualify batch_id = max(batch_id) over ()
        )

        select * from batch
        where
            delivered < landed + quarantined
            or landed <> (select count(*) from landing.documents where documents.batch_id = batch.batch_id)
            or quarantined <> (select count(*) from landing.quarantine where quarantine.batch_id = batch.batch_id)
        """,
    ),
    no_rows(
        "documents_are_identified",
        "marts.dim_document",
        "Every current document is listed once, with the city, department and budget year it was read as.",
        """
        with listed as (
            select
                dim_document.sha256,
                dim_city.city_code,
                dim_year.budget_year,
                count(*) over (partition by dim_document.sha256) as listings
            from marts.dim_document
            inner join marts.dim_city using (city_key)
            inner join marts.dim_department using (department_key)
            inner join marts.dim_year using (year_key)
        )

        select current.file_name, current.city_code, current.budget_year, listed.*
        from current
        left join listed using (sha256)
        where
            listed.listings is distinct from 1
            or listed.city_code <> current.city_code
            or listed.budget_year <> current.budget_year
        """,
        given=CURRENT,
    ),
    no_rows(
        "documents_hold_projects",
        "landing.projects",
        "A document without a unit and a project, and without a department's form, was not read but only opened.",
        """
        select file_name from documents
        anti join (
            select document_id from landing.projects semi join landing.units using (document_id)
        ) using (document_id)
        anti join landing.department_goals using (document_id)
        """,
    ),
    same_rows(
        "projects_are_published_once",
        "marts.fct_goals, marts.fct_execution, marts.dim_project",
        "Every project that was read stands in the warehouse once, under its name and with its goals.",
        f"""
        select
            documents.sha256,
            {letters("projects.project_name")} as project_name,
            projects.annual_goal,
            projects.cycle_goal
        from landing.projects
        inner join documents using (document_id)
        """,
        f"""
        select
            published_documents.sha256,
            {letters("dim_project.project_name")},
            goals.annual_goal,
            goals.cycle_goal
        from (
            select document_key, project_key, annual_goal, cycle_goal from marts.fct_goals
            union all
            select document_key, project_key, annual_goal, cycle_goal from marts.fct_execution
        ) as goals
        inner join published_documents using (document_key)
        left join marts.dim_project using (project_key)
        """,
    ),
    same_rows(
        "money_stands_under_its_unit",
        "marts.dim_unit, marts.fct_funding",
        "Each fund-using unit of a document has the amounts that are printed under it, and no others.",
        f"""
        select documents.sha256, count(*) as amounts, sum(funding.amount_wan) as amount_wan
        from landing.funding
        inner join landing.projects using (document_id, project_seq)
        inner join landing.units using (document_id, unit_seq)
        inner join documents using (document_id)
        inner join placed using (document_id)
        group by documents.sha256, {body("units.unit_name")}
        """,
        """
        select published_documents.sha256, count(*), sum(fct_funding.amount_wan)
        from marts.fct_funding
        inner join published_documents using (document_key)
        left join marts.dim_unit using (unit_key)
        group by published_documents.sha256, dim_unit.unit_key
        """,
        given=PLACES,
    ),
    same_rows(
        "categories_are_kept",
        "marts.fct_indicators",
        "Indicators are counted under the category of the national framework that was recognised when they were read.",
        """
        select documents.sha256, cast(indicators.category_code as varchar) as category, count(*) as indicators
        from landing.indicators
        inner join documents using (document_id)
        group by all
        """,
        """
        select published_documents.sha256, cast(dim_category.level2_code as varchar), count(*)
        from marts.fct_indicators
        inner join published_documents using (document_key)
        left join marts.dim_category using (category_key)
        group by all
        """,
    ),
    no_rows(
        "categories_are_recognised",
        "landing.indicators",
        "Comparing categories means little when many indicators have none (未识别).",
        f"""
        with counted as (
            select
                count(*) filter (where category_code = 90) as unrecognised,
                count(distinct document_id) filter (where category_code = 90) as documents,
                count(*) as indicators
            from landing.indicators
            inner join current using (document_id)
        )

        select * from counted
        where
            unrecognised > {threshold("unrecognised_share_of_indicators")} * indicators
            and documents >= {threshold("documents_unrecognised")}
        """,
        given=CURRENT,
    ),
    no_rows(
        "facts_are_of_current_documents",
        "marts",
        "A reading that a later one replaced must not be counted beside it.",
        """
        select facts.fact, facts.document_key, dim_document.file_name from facts
        left join marts.dim_document using (document_key)
        where coalesce(dim_document.sha256 not in (select sha256 from current), true)
        """,
        given={**CURRENT, "facts": _DOCUMENTS_OF_FACTS},
    ),
    no_rows(
        "facts_agree_with_their_document",
        "marts.fct_funding, marts.fct_indicators",
        "City, department and year of a fact are those of the document it was read from.",
        """
        with facts as (
            select document_key, city_key, department_key, year_key from marts.fct_funding
            union all
            select document_key, city_key, department_key, year_key from marts.fct_indicators
        )

        select facts.*, count(*) as facts from facts
        inner join published_documents using (document_key)
        where
            facts.city_key is distinct from published_documents.city_key
            or facts.department_key is distinct from published_documents.department_key
            or facts.year_key is distinct from published_documents.year_key
        group by all
        """,
        given=PUBLISHED_DOCUMENTS,
    ),
)
"""The suite ``coverage``."""
