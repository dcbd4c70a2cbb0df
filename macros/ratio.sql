{#- A ratio of two exact amounts, six decimals; null from zero. -#}
{% macro ratio(part, whole) -%}
    cast(cast({{ part }} as double) / nullif(cast({{ whole }} as double), 0) as decimal(18, 6))
{%- endmacro %}
