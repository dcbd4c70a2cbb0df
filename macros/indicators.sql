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

{#- Target, actual value, score and weight as a message says them: score_in_words, score_in_english. -#}
{% macro score_in_words(row) -%}
    '指标“' || coalesce({{ row }}.indicator_name, '') || '”目标“' || coalesce({{ row }}.target, '')
        || '”，实际“' || coalesce({{ row }}.actual, '')
        || '”'
        || case
            -- a form without points
            when coalesce({{ row }}.score, {{ row }}.weight) is null then ''
            else
                '，得分 ' || coalesce(cast(cast({{ row }}.score as decimal(18, 2)) as varchar), '未填')
                || '，分值 ' || coalesce(cast(cast({{ row }}.weight as decimal(18, 2)) as varchar), '未填')
        end as score_in_words,
        'Indicator “' || coalesce({{ row }}.indicator_name, '') || '”: target “' || coalesce({{ row }}.target, '')
        || '”, actual “' || coalesce({{ row }}.actual, '')
        || '”'
        || case
            when coalesce({{ row }}.score, {{ row }}.weight) is null then ''
            else
                ', score ' || coalesce(cast(cast({{ row }}.score as decimal(18, 2)) as varchar), 'none')
                || ' of ' || coalesce(cast(cast({{ row }}.weight as decimal(18, 2)) as varchar), 'none')
        end as score_in_english
{%- endmacro %}

{#- The year of a deadline that a target names; null for a term of validity. -#}
{% macro year_of_deadline(text) -%}
    case
        when not coalesce(regexp_matches(name_text, {{ audit_pattern('horizon_name') }}), false)
            then try_cast(nullif(regexp_extract({{ text }}, {{ audit_pattern('deadline') }}, 1), '') as bigint)
    end
{%- endmacro %}

{#- Whether a target says the name of its indicator again; 保洁河道4条 says in the name how much. -#}
{% macro repeats_name(target, name, level) -%}
    {{ target }} in (rtrim({{ name }}, '。.'), {{ level }}) and not regexp_matches({{ target }}, '[0-9]')
{%- endmacro %}
