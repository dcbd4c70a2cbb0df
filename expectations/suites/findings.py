"""Findings: hits of rules, put together, weighed and put in order; each step is done here again, another way."""

from collections.abc import Mapping

from great_expectations.expectations import Expectation

from expectations.expect import PUBLISHED_DOCUMENTS, no_rows
from expectations.steps import CITIES

_KINDS: Mapping[str, str] = {
    "kinds": """
        select
            rules.*,
            first(certainty order by kinds.rule_code nulls last) as certainty,
            first(stands_for order by kinds.rule_code nulls last) as stands_for
        from seeds.audit_rules as rules
        left join seeds.audit_kinds as kinds
            on rules.rule_code = kinds.rule_code or (rules.rule_group = kinds.rule_group and kinds.rule_code is null)
        group by all
    """
}
"""The rules with what the most special row of ``audit_kinds`` says of each."""

_FINDINGS: Mapping[str, str] = {
    **PUBLISHED_DOCUMENTS,
    "findings": "select * from marts.audit_findings semi join published_documents using (document_key)",
    "finding_rows": "select * from marts.audit_finding_rows semi join published_documents using (document_key)",
}

_AMOUNTS = """
    select document_key, project_key, sum(amount_wan) as amount_wan from marts.fct_funding
    semi join published_documents using (document_key)
    group by all
    union all
    select document_key, project_key, coalesce(budget_wan, adjusted_wan) from marts.fct_execution
    semi join published_documents using (document_key)
    anti join marts.fct_funding using (document_key, project_key)
"""
"""The budget of each project that prints one: its sources, or what its self-evaluation says."""

_WHOLE = """
    select
        document_key,
        coalesce(
            (select sum(amount_wan) from amounts where amounts.document_key = published_documents.document_key),
            (
                select sum(amount_wan) from marts.fct_department_budget as budget
                where budget.document_key = published_documents.document_key and item = 'total'
            )
        ) as amount_wan
    from published_documents
"""
"""The money of each document: of its projects, else of its departments."""

_IN_ORDER = """
    list(finding_key order by
        list_position(['high', 'medium', 'low'], severity),
        list_position(['proved', 'read', 'judged'], certainty),
        coalesce(amount_at_stake_wan, 0) desc,
        repeats desc,
        rule_code, sha256, coalesce(char_start, 0), finding_key
    )
"""

FINDINGS: tuple[Expectation, ...] = (
    no_rows(
        "finding_rows_are_hits",
        "marts.audit_finding_rows",
        "Every hit of a rule is a row of a finding, with the words of the document there and the money it is about.",
        """
        with hits as (
            select * from marts.audit_rule_results
            semi join published_documents using (document_key)
            where outcome = 'finding'
        ),

        weighed as (
            select
                hits.*,
                case
                    when subject = 'issue' then null
                    when subject = 'total'
                        then coalesce(abs(totals.difference_wan), abs(totals.printed_wan), abs(totals.computed_wan))
                    when hits.project_key is not null then abs(amounts.amount_wan)
                    else abs(whole.amount_wan)
                end as amount_at_stake_wan
            from hits
            inner join whole using (document_key)
            left join marts.reconciliation as totals
                on hits.document_key = totals.document_key and hits.char_start = totals.char_start
            left join amounts on hits.document_key = amounts.document_key and hits.project_key = amounts.project_key
        )

        select weighed.result_key, finding_rows.result_key as row_key, weighed.amount_at_stake_wan from weighed
        full join finding_rows on weighed.result_key = finding_rows.result_key
        where
            (
                weighed.rule_code, weighed.document_key, weighed.project_key, weighed.indicator_key,
                weighed.message, weighed.message_en, weighed.page, weighed.line, weighed.char_start, weighed.char_end,
                weighed.amount_at_stake_wan
            ) is distinct from (
                finding_rows.rule_code, finding_rows.document_key, finding_rows.project_key,
                finding_rows.indicator_key, finding_rows.message, finding_rows.message_en, finding_rows.page,
                finding_rows.line, finding_rows.char_start, finding_rows.char_end, finding_rows.amount_at_stake_wan
            )
            or length(finding_rows.evidence) <> least(weighed.char_end - weighed.char_start, 300)
        """,
        given={**_FINDINGS, "amounts": _AMOUNTS, "whole": _WHOLE},
    ),
    no_rows(
        "findings_stand_for_their_rows",
        "marts.audit_findings",
        "The same fault in many rows is one finding: it says what its first row says and counts rows and money once.",
        """
        with together as (
            select
                finding_key,
                count(*) as repeats,
                list_distinct(list(coalesce(project_key, 0))) as projects,
                list_sum(list_transform(
                    list_distinct(list((coalesce(project_key, 0), amount_at_stake_wan))), lambda pair: pair[2]
                )) as amount_wan,
                min(result_key) as first_row_key
            from finding_rows
            group by finding_key
        ),

        apart as (
            select rule_code, document_key, if(stands_for = 'project', project_key, null) as project_key
            from finding_rows
            inner join kinds using (rule_code)
            where stands_for <> 'row'
            group by all
            having count(distinct finding_key) > 1
        )

        select finding_key, first_row_key from findings
        full join together using (finding_key)
        left join finding_rows as one on first_row_key = one.result_key
        where
            findings.repeats is distinct from together.repeats
            or finding_key <> first_row_key
            or cast(findings.amount_at_stake_wan as double) is distinct from cast(together.amount_wan as double)
            or findings.project_key is distinct from if(len(projects) = 1, nullif(projects[1], 0), null)
            or findings.indicator_key is distinct from if(findings.project_key is not null, one.indicator_key, null)
            or findings.message <> one.message || if(together.repeats = 1, '', printf('（共 %d 处）', together.repeats))
            or findings.message_en
            <> one.message_en || if(together.repeats = 1, '', printf(' (%d places)', together.repeats))
            or (findings.rule_code, findings.document_key, findings.evidence, findings.page, findings.line)
            is distinct from (one.rule_code, one.document_key, one.evidence, one.page, one.line)
            or (findings.char_start, findings.char_end) is distinct from (one.char_start, one.char_end)
        union all
        select document_key, project_key from apart
        union all
        select finding_rows.document_key, finding_key from finding_rows
        inner join kinds using (rule_code)
        where stands_for = 'project'
        group by all
        having count(distinct coalesce(project_key, 0)) > 1
        """,
        given={**_FINDINGS, **_KINDS},
    ),
    no_rows(
        "severity_follows_the_table",
        "marts.audit_findings",
        "How grave a finding is follows from its rule, its certainty and the money at stake, by tables of the seeds.",
        """
        select finding_key, findings.severity, max_by(due.severity, at_least_wan) as due
        from findings
        inner join kinds using (rule_code)
        left join seeds.audit_severity as due
            on
                kinds.gravity = due.gravity
                and kinds.certainty = due.certainty
                and at_least_wan <= coalesce(amount_at_stake_wan, 0)
        group by all
        having
            findings.severity is distinct from max_by(due.severity, at_least_wan)
            or any_value(findings.certainty) <> any_value(kinds.certainty)
            or any_value(findings.title_zh) <> any_value(kinds.title_zh)
            or any_value(findings.rule_group) <> any_value(kinds.rule_group)
        """,
        given={**_FINDINGS, **_KINDS},
    ),
    no_rows(
        "first_years_are_the_earliest",
        "marts.audit_findings",
        "Since when a fault is there is the earliest year of the rule's findings on the same project or department.",
        """
        with placed as (
            select
                findings.*,
                year_key,
                concat_ws('/', department_key, coalesce(unit_key, 0), coalesce(project_family, '')) as whose
            from marts.audit_findings as findings
            inner join marts.dim_document using (document_key)
            left join marts.dim_project using (project_key)
            where department_key in (select department_key from published_documents)
        )

        select later.finding_key, later.first_year, min(earlier.year_key) as due from placed as later
        inner join placed as earlier using (rule_code, whose)
        group by all
        having later.first_year <> min(earlier.year_key)
        """,
        given=PUBLISHED_DOCUMENTS,
    ),
    no_rows(
        "priorities_are_in_order",
        "marts.audit_priorities",
        "What an auditor opens first is the head of the findings of a department and of a city in a year, sorted.",
        f"""
        with placed as (
            select findings.*, sha256, city_key, department_key, year_key as budget_year
            from marts.audit_findings as findings
            inner join marts.dim_document using (document_key)
            semi join cities using (city_key)
        ),

        lists as (
            select 'department' as list, {_IN_ORDER} as keys from placed group by department_key, budget_year
            union all
            select 'city' as list, {_IN_ORDER} as keys from placed group by city_key, budget_year
        ),

        due as (
            select
                list,
                unnest(list_slice(keys, 1, 10)) as finding_key,
                unnest(range(1, least(len(keys), 10) + 1)) as place
            from lists
        ),

        found as (
            select 'department' as list, finding_key, department_place as place from marts.audit_priorities
            semi join cities using (city_key)
            union all
            select 'city' as list, finding_key, city_place as place from marts.audit_priorities
            semi join cities using (city_key)
            where city_place is not null
        )

        (from due except from found) union all (from found except from due)
        """,
        given=CITIES,
    ),
)
"""The suite ``findings``."""
