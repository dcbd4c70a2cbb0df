{#- A project's name without its years, so that the same project of two years is one family. -#}
{% macro project_family(column) -%}
    regexp_replace(
        regexp_replace({{ column }}, '20\d\d\s*年?\s*(-|—|–|－|~|～|至|到)+\s*(20)?\d\d\s*(年度|年)?|20\d\d\s*(年度|年)', '', 'g'),
        '\s+', '', 'g'
    )
{%- endmacro %}
