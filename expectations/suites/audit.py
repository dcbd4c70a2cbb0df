"""Audit: no rule judged a subject twice, and plain rules are applied here a second time."""

from collections.abc import Mapping

from great_expectations.expectations import Expectation

from expectations.expect import PUBLISHED_DOCUMENTS, no_rows

_MARTS_OF_SUBJECTS = (
    ("document", "dim_document"),
    ("project", "fct_goals"),
    ("project", "fct_execution"),
    ("project", "fct_department_goals"),
    ("indicator", "fct_indicators"),
    ("indicator", "fct_performance"),
    ("indicator", "fct_department_indicators"),
    ("performance", "fct_performance"),
    ("performance", "fct_department_indicators"),
    ("evaluation", "fct_execution"),
    ("evaluation", "fct_department_goals"),
    ("total", "reconciliation"),
)


def _subjects_of(documents: str) -> str:
    """A query of how many subjects of each kind the documents of a relation have: document_key, subject, subjects."""
    counted = "\nunion all\n".join(
        f"select document_key, '{subject}' as subject, count(*) as subjects from marts.{mart} "
        f"semi join {documents} using (document_key) group by document_key"
        for subject, mart in _MARTS_OF_SUBJECTS
    )
    return f"select document_key, subject, sum(subjects) as subjects from ({counted}) group by all"


_CITY_DOCUMENTS = (
    "select document_key, city_key, year_key from marts.dim_document "
    "where city_key in (select city_key from published_documents)"
)
"""All documents of the cities of which any is published."""

_DIFFERS_FROM_SUMS_AND_TOTALS = """
    abs(printed_wan - computed_wan) > 0.01
    and abs(printed_wan - computed_wan - coalesce((
        select sum(part.printed_wan - part.computed_wan) from marts.reconciliation as part
        where part.level = 'project' and part.document_key = reconciliation.document_key
            and reconciliation.amount_kind = 'allocated'
            and (reconciliation.level = 'document' or part.unit_key = reconciliation.unit_key)
    ), 0)) > 0.01
"""
"""A total that neither the sources of its projects nor the totals printed of them make."""

_PLAIN_RULES: Mapping[str, str] = {
    "unit_not_projects": f"reconciliation where level = 'unit' and {_DIFFERS_FROM_SUMS_AND_TOTALS}",
    "document_not_projects": f"reconciliation where level = 'document' and {_DIFFERS_FROM_SUMS_AND_TOTALS}",
    "unit_slip": "reconciliation where printed_wan > 0 and computed_wan > 0 "
    "and 10000 in (printed_wan / computed_wan, computed_wan / printed_wan)",
    "amount_repaired": "fct_goals semi join (select * from marts.fct_funding where is_repaired "
    "and amount_printed is not null) using (document_key, project_key)",
    "annual_target_missing": "targeted where annual_target is null and cycle_target is not null",
    "ordinals_broken": "reading_issues where code like 'ordinal%' or code = 'false_start'",
    "text_looped": "reading_issues where code in ('value_repeated', 'label_cut')",
    "project_classified": "fct_goals semi join classified using (project_key)",
    "year_not_printed": "dim_document where year_basis not in ('printed', 'outside', 'file_name') "
    "and not (year_basis = 'manifest' and exists (select 1 from landing.sources "
    "where document_id = document_key and contains(text, cast(year_key as varchar))))",
    "score_above_weight": "scored where score > weight",
    "full_score_target_missed": "scored where score >= weight and weight > 0 and target_met is false",
    "zero_score_target_met": "scored where score = 0 and weight > 0 and target_met is true",
    "total_over_hundred": "spent where total_score > 100",
    "execution_over_budget": "spent where executed_wan > budget_wan + 0.01 and (budget_wan > 0 or adjusted_wan = 0) "
    "and not coalesce(adjusted_wan is null and execution_rate between 2 and 100, false)",
}
"""The findings of a rule as a query of one mart, without the models of the audit."""

_APPLIES: Mapping[str, str] = {
    "total_not_sources": "reconciliation where level = 'project'",
    "unit_not_projects": "reconciliation where level = 'unit'",
    "document_not_projects": "reconciliation where level = 'document'",
    "project_classified": "fct_goals",
    "annual_target_missing": "targeted where coalesce(annual_target, cycle_target) is not null",
    "score_above_weight": "scored where score - weight is not null",
}
"""What a rule is about, in the same way."""

_OF_PUBLISHED = "semi join published_documents using (document_key)"

_SCORED = "\nunion all\n".join(
    f"select document_key, weight, score, target_met from marts.{mart} {_OF_PUBLISHED}"
    for mart in ("fct_performance", "fct_department_indicators")
)
"""The scores of self-evaluations, of projects and of whole departments."""

_TARGETED = f"""
    with targets as (
        select document_key, project_key as form, cycle_target, annual_target
        from marts.fct_indicators {_OF_PUBLISHED}
        union all
        select document_key, form_seq as form, cycle_target, annual_target
        from marts.fct_department_indicators {_OF_PUBLISHED}
        qualify count(annual_target) over (partition by document_key, form_seq) > 0
    )

    select document_key, cycle_target, annual_target from targets
    window form as (partition by document_key, form)
    qualify
        count(annual_target) over form = 0
        or count(cycle_target) over form = 0
        or count(annual_target) over form + count(cycle_target) over form
        > count(coalesce(annual_target, cycle_target)) over form
"""
"""The targets of projects, and of departments whose form has any of the year; none where cycle and year have their own.
"""

_SPENT = f"""
    select document_key, total_score, executed_wan, coalesce(adjusted_wan, budget_wan) as budget_wan, adjusted_wan,
        execution_rate
    from marts.fct_execution {_OF_PUBLISHED}
    union all
    select document_key, total_score, executed_wan, amount_wan, amount_wan, execution_rate
    from marts.fct_department_goals {_OF_PUBLISHED}
    left join (select * from marts.fct_department_budget where item = 'total') using (document_key, form_seq)
"""
"""What projects and whole departments spent of their budgets."""

_PLAIN_FINDINGS = "\nunion all\n".join(
    f"select '{rule}' as rule_code, '{counted}' as counted, document_key, count(*) as found from "
    f"(select * from {relation} {_OF_PUBLISHED}) as {mart} {which} group by all"
    for counted, rules in (("findings", _PLAIN_RULES), ("subjects", _APPLIES))
    for rule, query in rules.items()
    for mart, _, which in [query.partition(" ")]
    for relation in [mart if mart in ("scored", "spent", "targeted") else f"marts.{mart}"]
)

AUDIT: tuple[Expectation, ...] = (
    no_rows(
        "rules_judge_no_more_than_there_is",
        "marts.audit_rule_results",
        "A rule judges each subject of its kind once at most: more outcomes than subjects would count one twice.",
        """
        with judged as (
            select document_key, rule_code, count(*) as judged
            from marts.audit_rule_results
            inner join published_documents using (document_key)
            group by all
        )

        select * from judged
        inner join seeds.audit_rules using (rule_code)
        left join subjects using (document_key, subject)
        where subject <> 'issue' and judged > coalesce(subjects, 0)
        """,
        given={**PUBLISHED_DOCUMENTS, "subjects": _subjects_of("published_documents")},
    ),
    no_rows(
        "plain_rules_find_the_same",
        "marts.audit_rule_results",
        "What a plain rule finds can be counted by one query of the facts; both counts agree, document by document.",
        f"""
        with judged as (
            -- what a more special rule says is found all the same
            select rule_code, if(outcome = 'not_applicable', 'finding', outcome) as outcome, document_key
            from marts.audit_rule_results
            semi join published_documents using (document_key)
        ),

        counts as (
            select rule_code, 'findings' as counted, document_key, count(*) as judged from judged
            where outcome = 'finding' and rule_code in {tuple(_PLAIN_RULES)}
            group by all
            union all
            select rule_code, 'subjects', document_key, count(*) from judged
            where rule_code in {tuple(_APPLIES)}
            group by all
        )

        select * from plain
        full join counts using (rule_code, counted, document_key)
        where found is distinct from judged
        """,
        given={
            **PUBLISHED_DOCUMENTS,
            "classified": "select project_key from marts.dim_project where is_classified",
            "scored": _SCORED,
            "spent": _SPENT,
            "targeted": _TARGETED,
            "plain": _PLAIN_FINDINGS,
        },
    ),
    no_rows(
        "coverage_counts_the_results",
        "marts.audit_rule_coverage",
        "How many subjects a rule judged in a city and a year is counted from its results.",
        """
        with outcomes as (
            select rule_code, city_key, year_key, histogram(outcome) as counts,
                count(*) filter (where outcome <> 'not_applicable') as judged
            from marts.audit_rule_results
            inner join city_documents using (document_key)
            group by all
        ),

        due as (
            select rule_code, city_key, year_key, sum(subjects) as subjects from subjects
            inner join city_documents using (document_key)
            inner join seeds.audit_rules using (subject)
            group by all
        ),

        coverage as (
            select * from marts.audit_rule_coverage
            where city_key in (select city_key from published_documents)
        )

        select * from coverage
        full join outcomes using (rule_code, city_key, year_key)
        full join due using (rule_code, city_key, year_key)
        where
            coverage.subjects is distinct from coalesce(due.subjects, judged)
            or hits <> coalesce(counts['finding'], 0)
            or passed <> coalesce(counts['passed'], 0)
            or not_applicable <> coalesce(due.subjects, judged) - coalesce(judged, 0)
            or insufficient_data <> coalesce(counts['insufficient_data'], 0)
        """,
        given={**PUBLISHED_DOCUMENTS, "city_documents": _CITY_DOCUMENTS, "subjects": _subjects_of("city_documents")},
    ),
)
"""The suite ``audit``."""
