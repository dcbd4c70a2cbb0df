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

{#- A printed total in 万元, as a message says it: what is printed in 元 stands behind it. printed_words, printed_words_en. -#}
{% macro printed_in_wan(totals) -%}
    {%- set printed = totals ~ '.printed' -%}
    {%- set wan = 'cast(cast(' ~ totals ~ '.printed_wan as decimal(38, 2)) as varchar)' -%}
    {%- set is_wan = 'try_cast(replace(' ~ printed ~ ", ',', '') as decimal(28, 8)) = " ~ totals ~ '.printed_wan' -%}
    case
            when {{ is_wan }} then {{ printed }} || ' 万元'
            else {{ wan }} || ' 万元（印为“' || {{ printed }} || '”）'
        end as printed_words,
        case
            when {{ is_wan }} then {{ printed }} || ' 万元'
            else {{ wan }} || ' 万元 (printed “' || {{ printed }} || '”)'
        end as printed_words_en
{%- endmacro %}
