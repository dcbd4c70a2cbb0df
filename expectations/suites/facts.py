"""Facts: every column that was read is published as it was read, in the row of its place in the document."""

from collections.abc import Mapping

from great_expectations.expectations import Expectation

from expectations.expect import CURRENT, NOTHING, no_rows, same_rows
from expectations.steps import PLACE, PUBLISHED_PROJECTS, listed, source_key

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "funding": (
        *("amount_wan", "amount_printed", "midterm_amount_wan", "midterm_amount_printed", "is_repaired", "is_proved"),
        *PLACE,
    ),
    "indicators": (
        *("indicator_seq", "printed_ordinal", "printed_level1", "printed_level2"),
        *("indicator_name", "annual_indicator_name"),
        *("cycle_target", "cycle_operator", "cycle_value", "cycle_upper_value", "cycle_unit", "cycle_is_quantitative"),
        *("annual_target", "annual_operator", "annual_value", "annual_upper_value", "annual_unit"),
        *("annual_is_quantitative", "weight", "note", *PLACE),
        *("name_start", "name_end", "cycle_start", "cycle_end", "annual_start", "annual_end"),
    ),
    "projects": (
        *("annual_goal", "cycle_goal", "cycle_start_year", "cycle_end_year", "reply", *PLACE),
        *("annual_goal_start", "annual_goal_end", "cycle_goal_start", "cycle_goal_end"),
    ),
    "performance": (
        *("indicator_seq", "printed_level1", "printed_level2", "indicator_name"),
        *("target", "target_operator", "target_value", "target_upper_value", "target_unit", "target_is_quantitative"),
        *("actual", "actual_operator", "actual_value", "actual_upper_value", "actual_unit", "actual_is_quantitative"),
        *("weight", "score", "reason", "note", *PLACE),
        *("name_start", "name_end", "target_start", "target_end", "actual_start", "actual_end"),
    ),
    "indicator_progress": (
        *("indicator_seq", "period_printed", "likelihood", "reason", *PLACE),
        *("to_date", "to_date_operator", "to_date_value", "to_date_upper_value", "to_date_unit"),
        *("expected", "expected_operator", "expected_value", "expected_upper_value", "expected_unit"),
        *("to_date_is_quantitative", "expected_is_quantitative"),
    ),
    "executions": ("budget_wan", "adjusted_wan", "executed_wan", "execution_rate", *PLACE),
    "funding_levels": (
        *("level_seq", "level_printed", "amount_kind", "period", "is_part", "amount_wan", "amount_printed"),
        *PLACE,
    ),
    "said_totals": (
        *("said_seq", "sentence_seq", "said_of", "figure", "said_value", "said_printed", "scope_words", "is_of_part"),
        *("words", "page", "line"),
    ),
    "listed_projects": (
        *("table_seq", "row_seq", "heading", "is_evaluated", "is_total", "is_proved", "divides_form", "project_name"),
        *("allocated_wan", "budget_wan", "adjusted_wan", "executed_wan", "execution_rate", "score", "grade", "words"),
        *("goal", "page", "line"),
    ),
    "attributes": ("attribute", "value", *PLACE),
    "issues": ("code", "printed", "message", "message_zh", *PLACE),
    "repairs": ("level", "measure", "printed", "repaired_wan", "proof", *PLACE),
}
"""The columns of a landing table that its mart has under the same name."""

_PROJECT = "read.document_id * 100000 + read.project_seq"
_INDICATOR = "(read.document_id * 100000 + read.project_seq) * 10000 + read.indicator_seq"
_SOURCE = source_key("read.funding_source_code")
_MEASURE = source_key("read.measure")


def _published(
    name: str, mart: str, why: str, table: str, keys: Mapping[str, str], where: str = "", joins: str = ""
) -> Expectation:
    """The rows of landing ``table`` are those of ``mart``: ``keys`` name its keys and say what they are made of."""
    made = "".join(f", {made_of} as {key}" for key, made_of in keys.items())
    columns = listed("read", COLUMNS[table])
    return same_rows(
        name,
        f"marts.{mart}",
        why,
        f"""
        select documents.sha256{made}, {columns}
        from landing.{table} as read
        inner join documents using (document_id)
        {joins}
        {where}
        """,
        f"""
        select published_documents.sha256, {listed("facts", keys)}, {listed("facts", COLUMNS[table])}
        from marts.{mart} as facts
        inner join published_documents using (document_key)
        """,
        given=PUBLISHED_PROJECTS if joins else NOTHING,
    )


_OF_PROJECT = f"left join published_projects on {_PROJECT} = published_projects.project_row"

FACTS: tuple[Expectation, ...] = (
    _published(
        "funding_is_published_once",
        "fct_funding",
        "Every amount that was read is one fact: its source, its value, its printed text, its place.",
        "funding",
        {
            "funding_key": f"({_PROJECT}) * 10 + {_SOURCE}",
            "funding_source_key": _SOURCE,
            "document_key": "read.document_id",
        },
    ),
    _published(
        "indicators_are_published_once",
        "fct_indicators",
        "Every indicator that was read is one fact: labels, name and both targets as printed and as read.",
        "indicators",
        {"indicator_key": _INDICATOR, "category_key": "read.category_code", "document_key": "read.document_id"},
    ),
    _published(
        "goals_are_published_once",
        "fct_goals",
        "Every project of a budget is one fact: its goals, its years, the reply to it, their places.",
        "projects",
        {"goal_key": _PROJECT, "document_key": "read.document_id"},
        where="where (read.document_id, read.project_seq) not in "
        "(select (document_id, project_seq) from landing.evaluations)",
    ),
    _published(
        "performance_is_published_once",
        "fct_performance",
        "Every indicator of a self-evaluation is one fact: target, actual value, weight, score, reason.",
        "performance",
        {"performance_key": _INDICATOR, "category_key": "read.category_code", "document_key": "read.document_id"},
    ),
    _published(
        "progress_is_published_once",
        "fct_progress",
        "What a form of monitoring says of an indicator while the year runs is one fact, beside its target.",
        "indicator_progress",
        {"progress_key": _INDICATOR, "indicator_key": _INDICATOR, "document_key": "read.document_id"},
    ),
    _published(
        "executions_by_source_are_published_once",
        "fct_execution_by_source",
        "The execution of every funding source of a project is one fact, not that of the first source alone.",
        "executions",
        {
            "execution_by_source_key": f"({_PROJECT}) * 10 + {_MEASURE}",
            "funding_source_key": _MEASURE,
            "document_key": "read.document_id",
        },
        where="where read.measure <> 'total'",
    ),
    _published(
        "funding_levels_are_published_once",
        "fct_funding_levels",
        "Every amount of a level of government that was read is one fact, with its label as printed.",
        "funding_levels",
        {"funding_level_key": f"({_PROJECT}) * 10000 + read.level_seq", "document_key": "read.document_id"},
    ),
    _published(
        "said_totals_are_published_once",
        "fct_said_totals",
        "Every number that the words around the forms say of projects is one fact, with its sentence.",
        "said_totals",
        {"document_key": "read.document_id"},
    ),
    _published(
        "listed_projects_are_published_once",
        "fct_listed_projects",
        "Every row of a list of projects beside the forms is one fact, with its amounts and its words.",
        "listed_projects",
        {"document_key": "read.document_id"},
    ),
    _published(
        "attributes_are_published_once",
        "project_attributes",
        "What a form prints of a project beside money, goals and indicators is kept word for word.",
        "attributes",
        {"project_key": "published_projects.project_key"},
        joins=_OF_PROJECT,
    ),
    _published(
        "issues_are_published_once",
        "reading_issues",
        "Every doubt met while reading is told to whoever uses the numbers.",
        "issues",
        {"project_key": "published_projects.project_key", "indicator_key": _INDICATOR},
        joins=_OF_PROJECT,
    ),
    _published(
        "repairs_are_published_once",
        "number_repairs",
        "Every number that was repaired can be looked up with what is printed and the proof of what it was.",
        "repairs",
        {"project_key": "published_projects.project_key"},
        joins=_OF_PROJECT,
    ),
    no_rows(
        "rows_are_as_many_as_landed",
        "marts",
        "A build of what is new leaves the rows of all other documents in place: none is lost, none doubled.",
        """
        with landed as (
            select 'fct_funding' as mart, count(*) as landed_rows, sum(amount_wan) as total
            from landing.funding
            inner join current using (document_id)
            union all
            select 'fct_indicators', count(*), count(annual_value) from landing.indicators
            inner join current using (document_id)
            union all
            select 'fct_goals, fct_execution', count(*), count(annual_goal) from landing.projects
            inner join current using (document_id)
            union all
            select 'fct_performance', count(*), sum(score) from landing.performance
            inner join current using (document_id)
            union all
            select 'reading_issues', count(*), count(project_seq) from landing.issues
            inner join current using (document_id)
            union all
            select 'reconciliation', count(*), sum(amount_wan) from landing.printed_totals
            inner join current using (document_id)
            where measure = 'total' or level <> 'project'
        ),

        published as (
            select 'fct_funding' as mart, count(*) as published_rows, sum(amount_wan) as published_total
            from marts.fct_funding
            union all
            select 'fct_indicators', count(*), count(annual_value) from marts.fct_indicators
            union all
            select 'fct_goals, fct_execution', count(*), count(annual_goal) from (
                select annual_goal from marts.fct_goals
                union all
                select annual_goal from marts.fct_execution
            )
            union all
            select 'fct_performance', count(*), sum(score) from marts.fct_performance
            union all
            select 'reading_issues', count(*), count(project_key) from marts.reading_issues
            union all
            select 'reconciliation', count(*), sum(printed_wan) from (
                select printed_wan from marts.reconciliation
                union all
                select printed_wan from marts.reconciliation_by_source
            )
        )

        select * from landed
        inner join published using (mart)
        where landed_rows <> published_rows or total is distinct from published_total
        """,
        given=CURRENT,
    ),
)
"""The suite ``facts``."""
