"""Self-evaluations 自评: published once, and never counted as budgets."""

from great_expectations.expectations import Expectation

from expectations.expect import PUBLISHED_DOCUMENTS, no_rows, same_rows

EVALUATIONS: tuple[Expectation, ...] = (
    same_rows(
        "executions_are_published_once",
        "marts.fct_execution",
        "Budget, execution and score of every self-evaluation stand in the warehouse as they were read.",
        """
        select
            documents.sha256, evaluations.total_score, executions.budget_wan, executions.adjusted_wan,
            executions.executed_wan
        from landing.evaluations
        inner join documents using (document_id)
        left join (
            select
                document_id,
                project_seq,
                coalesce(sum(budget_wan) filter (where measure = 'total'), sum(budget_wan)) as budget_wan,
                coalesce(sum(adjusted_wan) filter (where measure = 'total'), sum(adjusted_wan)) as adjusted_wan,
                coalesce(sum(executed_wan) filter (where measure = 'total'), sum(executed_wan)) as executed_wan
            from landed_executions
            where
                measure = 'total'
                or (document_id, project_seq) not in (
                    select (document_id, project_seq) from landed_executions
                    where measure = 'total'
                )
            group by all
        ) as executions using (document_id, project_seq)
        """,
        """
        select
            published_documents.sha256, fct_execution.total_score, fct_execution.budget_wan, fct_execution.adjusted_wan,
            fct_execution.executed_wan
        from marts.fct_execution
        inner join published_documents using (document_key)
        """,
        given={
            "landed_executions": "select executions.* from landing.executions inner join documents using (document_id)"
        },
    ),
    no_rows(
        "self_evaluations_are_no_budgets",
        "marts.fct_goals, marts.fct_execution",
        "A self-evaluation repeats a budget: its project is planned in another document and counts there alone.",
        """
        select document_key, project_key from marts.fct_execution
        inner join marts.fct_goals using (document_key, project_key)
        inner join published_documents using (document_key)
        """,
        given=PUBLISHED_DOCUMENTS,
    ),
)
"""The suite ``evaluations``."""
