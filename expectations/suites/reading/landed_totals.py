"""What printed totals are compared with, computed from landing a second time."""

LANDED_TOTALS = {
    "landed_sums": """
        select
            case
                when grouping(projects.project_seq) = 0 then 'project'
                when grouping(projects.unit_seq) = 0 then 'unit'
                else 'document'
            end as level,
            documents.document_id,
            projects.unit_seq,
            projects.project_seq,
            coalesce(funding.funding_source_code, 'total') as measure,
            'allocated' as amount_kind,
            null as form_seq,
            sum(funding.amount_wan) as computed_wan
        from documents
        inner join landing.projects using (document_id)
        inner join landing.funding using (document_id, project_seq)
        group by
            documents.document_id,
            grouping sets (
                (),
                (projects.unit_seq),
                (projects.unit_seq, projects.project_seq),
                (funding.funding_source_code),
                (projects.unit_seq, funding.funding_source_code),
                (projects.unit_seq, projects.project_seq, funding.funding_source_code)
            )
        union all
        select
            if(grouping(unit_seq) = 0, 'unit', 'document'), document_id, unit_seq, null, 'total', amount_kind, null,
            sum(amount)
        from (
            unpivot (
                select document_id, unit_seq, budget_wan as budget, adjusted_wan as adjusted, executed_wan as executed
                from documents
                inner join landing.projects using (document_id)
                inner join landing.executions using (document_id, project_seq)
                where measure = 'total'
            ) on budget, adjusted, executed into name amount_kind value amount
        )
        group by document_id, amount_kind, grouping sets ((), (unit_seq))
        union all
        select
            'document', document_id, null, null, if(measure in ('tasks', 'tasks_executed'), 'total', measure),
            if(measure = 'tasks_executed', measure, 'tasks'), form_seq, sum(amount)
        from (
            unpivot (
                select
                    document_id, form_seq, amount_wan as tasks, fiscal_wan as fiscal, other_wan as other,
                    special_account_wan as special_account, executed_wan as tasks_executed
                from documents
                inner join landing.department_tasks using (document_id)
                where is_part is not true
            ) on tasks, fiscal, special_account, other, tasks_executed into name measure value amount
        )
        group by document_id, form_seq, measure
        """,
    "landed_totals": """
        select
            documents.sha256,
            documents.document_id,
            totals.level,
            totals.measure,
            totals.amount_kind,
            totals.char_start,
            totals.amount_wan as printed_wan,
            coalesce(sums.computed_wan, 0) as computed_wan
        from landing.printed_totals as totals
        inner join documents using (document_id)
        left join landed_sums as sums
            on
                totals.document_id = sums.document_id
                and totals.level = sums.level
                and totals.measure = sums.measure
                and totals.amount_kind = sums.amount_kind
                and totals.form_seq is not distinct from sums.form_seq
                and totals.unit_seq is not distinct from sums.unit_seq
                and totals.project_seq is not distinct from sums.project_seq
        """,
}
"""Every landed total with the sum of the landed amounts below it: of all sources, or of its own."""
