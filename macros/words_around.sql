{#- What the words around a form say, of an issue of reading that finds them otherwise than the form. -#}
{% macro words_around(message) -%}
    regexp_extract({{ message }}, '^the words around the form say: (.*)$', 1)
{%- endmacro %}
