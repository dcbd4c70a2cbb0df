{#-
    The rows of a CTE with the key of the thing they are: the least `own` key of the rows alike in `columns`, or the key
    which that thing got in an earlier build, so that no key ever moves. `among` limits the earlier rows looked at.
-#}
{% macro with_stable_key(rows, key, own, columns, among='') -%}
    {%- if not var('built_batch', 0) %}
    select
        {{ rows }}.*,
        min({{ own }}) over (partition by {{ columns | join(', ') }}) as {{ key }}
    from {{ rows }}
    {%- else %}
    select
        {{ rows }}.*,
        coalesce(
            known.{{ key }},
            min({{ rows }}.{{ own }}) over (partition by {% for c in columns %}{{ rows }}.{{ c }}{{ ', ' if not loop.last }}{% endfor %})
        ) as {{ key }}
    from {{ rows }}
    left join (
        select
            {{ columns | join(', ') }},
            min({{ key }}) as {{ key }}
        from {{ this }}
        {{ among }}
        group by {{ columns | join(', ') }}
    ) as known
        on {% for c in columns %}{{ rows }}.{{ c }} = known.{{ c }}{{ ' and ' if not loop.last }}{% endfor %}
    {%- endif %}
{%- endmacro %}

{#- `where` over the rows that this build landed; nothing where all is built anew. -#}
{% macro where_new() -%}
    {%- if not execute %}{% do ref('int_documents_touched') %}{% endif -%}
    {%- if var('built_batch', 0) -%}
        where document_id in (select document_id from {{ ref('int_documents_touched') }} where is_new)
    {%- endif -%}
{%- endmacro %}
