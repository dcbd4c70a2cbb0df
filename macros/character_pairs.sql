{#- The distinct pairs of neighbouring characters of a text as a list; a text of one character is its own pair. -#}
{% macro character_pairs(column) -%}
    list_distinct(
        list_transform(range(1, greatest(length({{ column }}), 2)), lambda place: substr({{ column }}, place, 2))
    )
{%- endmacro %}
