{#- Values as one number of 60 bits. A sum of such numbers stands for a set of rows in the room of one number, where a list of
    texts a group does not fit into memory. -#}
{% macro text_digest(values) -%}
    cast(
        cast(
            '0x' || left(md5(
                {%- for value in values %}coalesce(cast({{ value }} as varchar), chr(30)){{ " || chr(31) || " if not loop.last }}{% endfor -%}
            ), 15) as bigint
        ) as decimal(38, 0)
    )
{%- endmacro %}
