{#-
    Comments on every table and column of schema marts, run at the end of a build: the official Chinese term of the
    seeds, then the description of the model's yml, as `term：description`.
-#}
{% macro comment_marts(results, table_terms, column_terms) -%}
    {%- set marts = results | selectattr('status', 'equalto', 'success')
        | selectattr('node.resource_type', 'equalto', 'model')
        | selectattr('node.schema', 'equalto', 'marts') | map(attribute='node') | list -%}
    {%- if marts -%}
        {%- set tables = terms(table_terms) -%}
        {%- set columns = terms(column_terms) -%}
        {%- for node in marts %}
            comment on table {{ node.schema }}.{{ node.name }}
            is {{ duckdb_escape_comment(tables.get(node.name, '') ~ '：' ~ node.description) }};
            {%- for name, column in node.columns.items() %}
                comment on column {{ node.schema }}.{{ node.name }}.{{ name }}
                is {{ duckdb_escape_comment(columns.get(name, '') ~ '：' ~ column.description) }};
            {%- endfor %}
        {%- endfor %}
    {%- endif %}
{%- endmacro %}

{#- A seed of names and terms as a mapping. -#}
{% macro terms(seed) -%}
    {%- set found = {} -%}
    {%- for row in run_query('select * from ' ~ seed).rows -%}
        {%- do found.update({row[0]: row[1]}) -%}
    {%- endfor -%}
    {{ return(found) }}
{%- endmacro %}
