{#- A name folded for matching: no white space, full-width signs half-width. The same name printed in two widths has one key. -#}
{% macro name_key(column) -%}
    regexp_replace(
        translate(
            {{ column }},
            '（）［］：，；．－—–０１２３４５６７８９“”',
            '()[]:,;.---0123456789""'
        ),
        '\s', '', 'g'
    )
{%- endmacro %}

{#- An organisation's name folded for matching: 中共 is short for 中国共产党. -#}
{% macro organisation_key(column) -%}
    regexp_replace({{ name_key(column) }}, '^中共', '中国共产党')
{%- endmacro %}
