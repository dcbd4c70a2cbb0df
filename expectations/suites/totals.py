"""Printed totals: each is published, compared with the sum of its parts, and judged by that comparison alone.

A printed total that does not add up is a finding about its document and never fails here; these expectations hold
between landing and marts.
"""

from great_expectations.expectations import Expectation

from expectations.expect import CURRENT, PUBLISHED_DOCUMENTS, no_rows, same_rows
from expectations.steps import PUBLISHED_PROJECTS
from expectations.suites.reading.landed_totals import LANDED_TOTALS

TOTALS: tuple[Expectation, ...] = (
    no_rows(
        "warehouse_holds_documents",
        "landing.documents",
        "Every sum of an empty warehouse agrees with every other; that would prove nothing.",
        "select count(*) as documents from current having count(*) = 0",
        given=CURRENT,
    ),
    same_rows(
        "printed_totals_are_published",
        "marts.reconciliation",
        "Every total printed in a current document can be looked up with the amount that is printed there.",
        """
        select
            documents.sha256, totals.level, totals.amount_kind, totals.amount_wan as printed_wan, totals.printed,
            totals.is_repaired, projects.project_key, coalesce(projects.unit_key is not null, false) as has_unit,
            totals.page, totals.line, totals.char_start, totals.char_end
        from landing.printed_totals as totals
        inner join documents using (document_id)
        left join published_projects as projects
            on totals.document_id * 100000 + totals.project_seq = projects.project_row
        where totals.measure = 'total'
        """,
        """
        select
            published_documents.sha256, totals.level, totals.amount_kind, totals.printed_wan, totals.printed,
            totals.is_repaired, totals.project_key, totals.unit_key is not null and totals.level = 'project',
            totals.page, totals.line, totals.char_start, totals.char_end
        from marts.reconciliation as totals
        inner join published_documents using (document_key)
        """,
        given=PUBLISHED_PROJECTS,
    ),
    same_rows(
        "computed_totals_are_sums_of_landing",
        "marts.reconciliation",
        "What a printed total is compared with is the sum of the amounts below it, computed here a second time.",
        """
        select sha256, char_start, level, amount_kind, printed_wan, computed_wan from landed_totals
        where measure = 'total'
        """,
        """
        select
            published_documents.sha256,
            reconciliation.char_start,
            reconciliation.level,
            reconciliation.amount_kind,
            reconciliation.printed_wan,
            reconciliation.computed_wan
        from marts.reconciliation
        inner join published_documents using (document_key)
        """,
        given=LANDED_TOTALS,
    ),
    same_rows(
        "source_totals_are_sums_of_landing",
        "marts.reconciliation_by_source",
        "Totals printed for one funding source are published and compared with the sum of that source alone.",
        """
        select sha256, char_start, level, measure, printed_wan, computed_wan from landed_totals
        where measure <> 'total' and level <> 'project'
        """,
        """
        select
            published_documents.sha256,
            split.char_start,
            split.level,
            split.funding_source_code,
            split.printed_wan,
            split.computed_wan
        from marts.reconciliation_by_source as split
        inner join published_documents using (document_key)
        """,
        given=LANDED_TOTALS,
    ),
    no_rows(
        "verdicts_follow_from_the_amounts",
        "marts.reconciliation",
        "A total is said to reconcile exactly where the printed and the computed amount are equal to the cent.",
        """
        with verdicts as (
            select document_key, level, name, printed_wan, computed_wan, difference_wan, reconciles
            from marts.reconciliation
            union all
            select document_key, level, name, printed_wan, computed_wan, difference_wan, reconciles
            from marts.reconciliation_by_source
        )

        select * from verdicts
        where
            document_key in (select document_key from published_documents)
            and (
                coalesce(reconciles, false) <> coalesce(printed_wan = computed_wan, false)
                or difference_wan is distinct from printed_wan - computed_wan
            )
        """,
        given=PUBLISHED_DOCUMENTS,
    ),
    no_rows(
        "totals_bear_the_names_of_what_they_total",
        "marts.reconciliation, marts.reconciliation_by_source",
        "A total is shown with the name of the project, the unit or the department that it is printed for.",
        """
        with totals as (
            select document_key, level, name, unit_key, project_key, char_start from marts.reconciliation
            union all
            select document_key, level, name, unit_key, null, char_start from marts.reconciliation_by_source
        )

        select totals.* from totals
        inner join published_documents using (document_key)
        left join marts.dim_department on published_documents.department_key = dim_department.department_key
        left join marts.dim_unit using (unit_key)
        left join marts.dim_project on totals.project_key = dim_project.project_key
        where
            dim_unit.department_key <> published_documents.department_key
            or name is distinct from case level
                when 'project' then dim_project.project_name
                when 'unit' then coalesce(dim_unit.unit_name, dim_department.department_name)
                else dim_department.department_name
            end
        """,
        given=PUBLISHED_DOCUMENTS,
    ),
    no_rows(
        "documents_that_print_a_total_are_compared",
        "marts.reconciliation",
        "A document that prints 合计 has that total compared; none is left out and none is compared twice.",
        """
        with compared as (
            select published_documents.sha256, count(*) as comparisons
            from marts.reconciliation
            inner join published_documents using (document_key)
            where reconciliation.level = 'document' and amount_kind = 'allocated'
            group by all
        )

        select documents.file_name, documents.printed_total_wan, coalesce(compared.comparisons, 0) as comparisons
        from documents
        left join compared using (sha256)
        where documents.printed_total_wan is not null and coalesce(compared.comparisons, 0) <> 1
        """,
        given=PUBLISHED_DOCUMENTS,
    ),
    no_rows(
        "printed_totals_equal_the_facts",
        "marts.fct_funding",
        "Where the printed 合计 of a document is the sum of its landed lines, it is the sum of its published facts.",
        """
        with reconciled as (
            select sha256, printed_wan from landed_totals
            where level = 'document' and measure = 'total' and printed_wan = computed_wan and amount_kind = 'allocated'
        ),

        facts as (
            select published_documents.sha256, sum(fct_funding.amount_wan) as facts_wan
            from marts.fct_funding
            inner join published_documents using (document_key)
            group by all
        )

        select reconciled.*, facts.facts_wan from reconciled
        left join facts using (sha256)
        where reconciled.printed_wan <> coalesce(facts.facts_wan, 0)
        """,
        given={**PUBLISHED_DOCUMENTS, **LANDED_TOTALS},
    ),
    no_rows(
        "printed_total_of_a_document_is_kept",
        "marts.dim_document",
        "The printed total shown with a document is the one that was read from it.",
        """
        select
            documents.file_name,
            totals.amount_wan as line_wan,
            documents.printed_total_wan as landed_wan,
            dim_document.printed_total_wan
        from documents
        left join landing.printed_totals as totals
            on
                documents.document_id = totals.document_id
                and totals.level = 'document'
                and totals.measure = 'total'
                and totals.amount_kind = 'allocated'
        left join marts.dim_document using (sha256)
        where
            documents.printed_total_wan is distinct from dim_document.printed_total_wan
            or documents.printed_total_wan is distinct from totals.amount_wan
        """,
    ),
)
"""The suite ``totals``."""
