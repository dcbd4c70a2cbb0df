{#- Budget, adjusted budget and executed amount, a row each: to be cross joined with a row of an execution. -#}
{% macro measures() -%}
    (values ('budget'), ('adjusted'), ('executed')) as measures (measure)
{%- endmacro %}

{#- The column of an execution's row that holds the measure of measures(). -#}
{% macro of_measure(row, suffix='wan') -%}
    case measures.measure
        when 'budget' then {{ row }}.budget_{{ suffix }}
        when 'adjusted' then {{ row }}.adjusted_{{ suffix }}
        else {{ row }}.executed_{{ suffix }}
    end
{%- endmacro %}

{#- The first amount that words say (1,200万元, 0.3亿元, 5000元), in 万元; words that say no unit say 万元. -#}
{% macro wan_said(words) -%}
    try_cast(replace(regexp_extract({{ words }}, '[0-9][0-9,]*(?:[.][0-9]+)?'), ',', '') as decimal(18, 6))
        * case regexp_extract({{ words }}, '[万亿]?元$') when '元' then 0.0001 when '亿元' then 10000 else 1 end
{%- endmacro %}

{#- -1 where words say a fall of what is to grow (下降5%), or a rise of what is to fall; 1 else. -#}
{% macro sign_in_words(actual, target, name) -%}
    case
        {%- for words, kind in [('fall_in_words', 'growth_rate'), ('rise_in_words', 'fall_name')] %}
        when
            (regexp_matches({{ name_key(actual) }}, {{ audit_pattern(words) }}))
            and not (regexp_matches({{ name_key(target) }}, {{ audit_pattern(words) }}))
            and (regexp_matches({{ name_key(name) }}, {{ audit_pattern(kind) }}))
            then -1
        {%- endfor %}
        else 1
    end
{%- endmacro %}
