{#-
    One rule of the audit over all its subjects: to which it applies, which are hits, and what a hit says.

    `applies` and `hit` are conditions, `message` a text, over the columns of int_<subject>s_audited and the rule's `threshold`.
    A hit that is null lacks a value it needs.
-#}
{% macro audit_rule(code, subject, applies, hit, message) %}
with subjects as (
    select * from {{ ref('int_' ~ (subject if subject == 'performance' else subject ~ 's') ~ '_audited') }}
),

rule as (
    select rule_code, rule_number, threshold from {{ ref('audit_rules') }}
    where rule_code = '{{ code }}'
),

judged as (
    select
        rule.rule_code,
        rule.rule_number,
        subjects.subject_key,
        subjects.document_key,
        subjects.project_key,
        subjects.indicator_key,
        subjects.page,
        subjects.line,
        subjects.char_start,
        subjects.char_end,
        case
            when not coalesce({{ applies }}, false) then 'not_applicable'
            when ({{ hit }}) is null then 'insufficient_data'
            when {{ hit }} then 'finding'
            else 'passed'
        end as outcome,
        case when ({{ applies }}) and ({{ hit }}) then {{ message }} end as message
    from subjects
    cross join rule
)

select * from judged
{% endmacro %}
