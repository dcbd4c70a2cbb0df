{#-
    What the rules of the audit share. A rule is a select over its subjects with columns of its own: `applies`,
    `is_hit` (null where a value it needs is missing) and what a hit `says`.
-#}
{#- The subjects of a rule, each beside the rule's row of the registry. A rule that has no row judges nothing. -#}
{% macro subjects_of(rule_code, subjects) -%}
    {{ ref(subjects) }} as subjects
    cross join (
        select
            rule_code,
            rule_number,
            threshold
        from {{ ref('audit_rules') }}
        where rule_code = '{{ rule_code }}'
    ) as rules
{%- endmacro %}

{#- Which rule judged which subject, and where the subject stands. -#}
{% macro judged_columns() -%}
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

{#-
    What a rule says of its subject whatever it finds. `doubt` is where its reading is unproved or doubtful: the column
    of the subjects alone, or a condition of the rule.
-#}
{% macro subject_columns(doubt='is_doubtful') -%}
    {{ judged_columns() }},
    coalesce({{ doubt }}, false) as is_doubtful
{%- endmacro %}

{#- A unit of a target, where budget systems write % out. -#}
{% macro percent_unit(unit) -%} regexp_replace({{ unit }}, '^百分[比数率]$', '%') {%- endmacro %}

{#- The unit of a target for comparison: without what says a period; a bare number whose name says (%) is a rate. -#}
{% macro plain_unit(unit) -%}
    case
        when {{ unit }} is null then regexp_extract({{ name_key('indicator_name') }}, '[(][^()0-9]{0,6}(%)[)]', 1)
        when {{ unit }} = '个月' then '月'
        else regexp_replace({{ unit }}, '/年$', '')
    end
{%- endmacro %}

{#- The target of the cycle; null in a form that prints none. -#}
{% macro cycle_target_columns(relation=none, is_printed=true) -%}
    {%- set prefix = relation ~ '.' if relation else '' -%}
    {%- if is_printed -%}
    {{ prefix }}cycle_target,
        {{ prefix }}cycle_operator,
        {{ prefix }}cycle_value,
        {{ prefix }}cycle_upper_value,
        {{ percent_unit(prefix ~ 'cycle_unit') }} as cycle_unit,
        {{ prefix }}cycle_is_quantitative
    {%- else -%}
    cast(null as varchar) as cycle_target,
        cast(null as varchar) as cycle_operator,
        cast(null as decimal(28, 8)) as cycle_value,
        cast(null as decimal(28, 8)) as cycle_upper_value,
        cast(null as varchar) as cycle_unit,
        cast(null as boolean) as cycle_is_quantitative
    {%- endif -%}
{%- endmacro %}

{#- Where a subject stands. -#}
{% macro place_columns(relation=none) -%}
    {%- set prefix = relation ~ '.' if relation else '' -%}
    {{ prefix }}page,
        {{ prefix }}line,
        {{ prefix }}char_start,
        {{ prefix }}char_end
{%- endmacro %}

{#- What rules judged, as outcomes. -#}
{% macro outcomes_of(judged) -%}
    select
        {{ judged_columns() }},
        is_doubtful,
        case
            when not coalesce(applies, false) then 'not_applicable'
            when is_hit is null then 'insufficient_data'
            when is_hit then 'finding'
            else 'passed'
        end as outcome,
        said.zh || case when is_doubtful then '（读取存疑，请先核对原件）' else '' end as message,
        said.en
        || case when is_doubtful then ' (reading in doubt: look at the original first)' else '' end as message_en
    from {{ judged }}
{%- endmacro %}
