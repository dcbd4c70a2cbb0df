{#-
    What the rules of the audit share. A rule is a select over its subjects with three columns of its own: `applies`,
    `is_hit` (null where a value it needs is missing) and `message` (what a hit says).
-#}
{#- The subjects of a rule, each with the rule's row of the registry. A rule that has no row judges nothing. -#}
{% macro subjects_of(rule_code, subjects) -%}
    (
        select
            subjects.*,
            rules.rule_code,
            rules.rule_number,
            rules.threshold
        from {{ ref(subjects) }} as subjects
        cross join {{ ref('audit_rules') }} as rules
        where rules.rule_code = '{{ rule_code }}'
    ) as subjects
{%- endmacro %}

{#- What the outcome of every rule says of its subject. -#}
{% macro subject_columns() -%}
    rule_code,
    rule_number,
    subject_key,
    document_key,
    project_key,
    indicator_key,
    page,
    line,
    char_start,
    char_end
{%- endmacro %}

{#- What rules judged, as outcomes. -#}
{% macro outcomes_of(judged) -%}
    select
        {{ subject_columns() }},
        case
            when not coalesce(applies, false) then 'not_applicable'
            when is_hit is null then 'insufficient_data'
            when is_hit then 'finding'
            else 'passed'
        end as outcome,
        case when applies and is_hit then message end as message
    from {{ judged }}
{%- endmacro %}
