{#-
    What a hit says, in Chinese and in English: the column `said`, one expression, since DuckDB plans `applies` and `is_hit`
    anew wherever they stand. In braces stands a column or an expression, perhaps with its decimals and with what is said
    where it is missing: `{amount_wan|2|unknown}`.
-#}
{% macro says(zh, en) -%}
    case when applies and is_hit then struct_pack(zh := {{ sentence(zh) }}, en := {{ sentence(en) }}) end as said
{%- endmacro %}

{% macro sentence(text) -%}
    {%- set pieces = text.split('{') -%}
    '{{ pieces[0] }}'
    {%- for piece in pieces[1:] -%}
        {%- set said = piece.split('}')[0].split('|') -%}
        {%- set type = 'decimal(38, ' ~ said[1] ~ ')' if said[1] else 'varchar' -%}
        {%- set value = 'cast(' ~ said[0] ~ ' as ' ~ type ~ ')' -%}
        {{ ' ' }}|| coalesce({{ 'cast(' ~ value ~ ' as varchar)' if said[1] else value }}, '{{ said[2] }}') || '
        {{- piece.split('}')[1] }}'
    {%- endfor -%}
{%- endmacro %}
