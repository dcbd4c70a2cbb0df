"""Self-evaluations 自评: published once, and never counted as budgets."""

from great_expectations.expectations import Expectation

from expectations.expect import PUBLISHED_DOCUMENTS, no_rows, same_rows
from expectations.steps import listed

_OF_TOTALS = (
    *("execution_rate", "weight", "score", "reason"),
    *("budget_printed", "adjusted_printed", "executed_printed", "execution_rate_printed"),
)
_OF_EVALUATIONS = ("total_weight", "total_score", "grade", "achieved_goal", "total_score_printed")
"""The columns that are published as they were read: of the line of all money, of the evaluation."""

EVALUATIONS: tuple[Expectation, ...] = (
    same_rows(
        "executions_are_published_once",
        "marts.fct_execution",
        "Budget, execution and score of every self-evaluation stand in the warehouse as they were read.",
        f"""
        select
            documents.sha256,
            documents.document_id * 100000 + evaluations.project_seq as execution_key,
            executions.budget_wan, executions.adjusted_wan, executions.executed_wan,
            {listed("totals", _OF_TOTALS)},
            {listed("evaluations", _OF_EVALUATIONS)},
            projects.annual_goal, projects.cycle_goal
        from landing.evaluations
        inner join documents using (document_id)
        inner join landing.projects using (document_id, project_seq)
        left join landing.executions as totals
            on
                evaluations.document_id = totals.document_id
                and evaluations.project_seq = totals.project_seq
                and totals.measure = 'total'
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
        f"""
        select
            published_documents.sha256, execution_key, budget_wan, adjusted_wan, executed_wan,
            execution_rate, execution_weight, execution_score, execution_reason,
            budget_printed, adjusted_printed, executed_printed, execution_rate_printed,
            {listed("facts", _OF_EVALUATIONS)}, annual_goal, cycle_goal
        from marts.fct_execution as facts
        inner join published_documents using (document_key)
        """,
        given={
            "landed_executions": "select executions.* from landing.executions inner join documents using (document_id)"
        },
    ),
    no_rows(
        "rates_are_executed_money_of_the_adjusted_budget",
        "marts.fct_execution",
        "An execution rate is the executed money over the adjusted budget, over the first one where none is adjusted.",
        """
        with rates as (
            select
                execution_key, document_key, computed_rate, executed_wan,
                if(adjusted_wan is null, budget_wan, adjusted_wan) as planned_wan
            from marts.fct_execution
        )

        select rates.* from rates
        inner join published_documents using (document_key)
        where
            (computed_rate is null) <> coalesce(executed_wan is null or planned_wan = 0, true)
            or abs(computed_rate::decimal(38, 4) * planned_wan / 100 - executed_wan) > 0.000001 * abs(planned_wan)
        """,
        given=PUBLISHED_DOCUMENTS,
    ),
    no_rows(
        "targets_are_met_where_the_numbers_say_so",
        "marts.fct_performance",
        "Whether a target was met follows from both numbers where their unit is one and the target has a direction; "
        "words of a rise or a fall may give the number its sign.",
        """
        select performance.* from marts.fct_performance as performance
        inner join published_documents using (document_key)
        where
            actual_upper_value is null
            and target_upper_value is null
            and target_unit is not distinct from actual_unit
            and target_value - actual_value is not null
            and (
                target_operator in ('>=', '>') and direction is distinct from 'at_least'
                or target_operator in ('<=', '<') and direction is distinct from 'at_most'
                or target_operator in ('>=', '=')
                and direction = 'at_least'
                and target_met is distinct from (actual_value >= target_value)
                or target_operator in ('<=', '=')
                and direction = 'at_most'
                and target_met is distinct from (actual_value <= target_value)
            )
            and replace(target, ' ', '') <> replace(actual, ' ', '')
            and not regexp_matches(actual, '[升降增减高低长缩少多-]')
        """,
        given=PUBLISHED_DOCUMENTS,
    ),
    no_rows(
        "nothing_is_judged_that_cannot_be_compared",
        "marts.fct_performance",
        "Two numbers are compared in one unit alone (万人次 and 人次, 名 and 人 are one); "
        "whether a target was met is open where its text or the actual is.",
        """
        select performance.* from marts.fct_performance as performance
        inner join published_documents using (document_key)
        where
            target_met is not null
            and replace(target, ' ', '') is distinct from replace(actual, ' ', '')
            and (
                coalesce(target, '') = ''
                or coalesce(actual, '') = ''
                or target_value - actual_value is not null
                and target_unit is not null and actual_unit is not null
                and regexp_replace(
                    translate(regexp_replace(target_unit, '^[万亿]', ''), '名位生家所', '人人人个个'), '[(（].*', ''
                ) <> regexp_replace(
                    translate(regexp_replace(actual_unit, '^[万亿]', ''), '名位生家所', '人人人个个'), '[(（].*', ''
                )
            )
        """,
        given=PUBLISHED_DOCUMENTS,
    ),
    no_rows(
        "projects_of_self_evaluations_are_evaluated",
        "landing.evaluations",
        "A document is a self-evaluation where a project is evaluated, else a plan.",
        """
        select documents.file_name, documents.form, count(evaluations.document_id) as evaluated from documents
        inner join landing.projects using (document_id)
        left join landing.evaluations using (document_id, project_seq)
        group by all
        having (form = 'self_evaluation') <> (count(evaluations.document_id) > 0)
        """,
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
