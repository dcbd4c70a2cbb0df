{#-
    Columns of the touched indicators of every form, of projects and of departments, each with its subject_key;
    `is_evaluated` false: those of plans and departments alone.
-#}
{% macro printed_of_indicators(columns, is_evaluated=true) -%}
    select
        indicator_key as subject_key,
        {{ columns | join(', ') }}
    from {{ ref('fct_indicators') }}
    {{ where_touched() }}
    union all
    {%- if is_evaluated %}
    select
        performance_key as subject_key,
        {{ columns | join(', ') }}
    from {{ ref('fct_performance') }}
    {{ where_touched() }}
    union all
    {%- endif %}
    select
        {{ department_indicator_subject_key('document_key', 'form_seq', 'indicator_seq') }} as subject_key,
        {{ columns | join(', ') }}
    from {{ ref('fct_department_indicators') }}
    {{ where_touched() }}
{%- endmacro %}
