{#-
    At the end of a whole build: drop the tables and views that an earlier version of the project left in the schemas of
    its models and seeds. A build of what is new goes on with what the same project built.
-#}
{% macro drop_obsolete() -%}
    {%- if execute and flags.FULL_REFRESH -%}
        {%- set current = {} -%}
        {%- for node in graph.nodes.values() if node.resource_type in ('model', 'seed') -%}
            {%- do current.setdefault(node.schema, []).append(node.alias) -%}
        {%- endfor -%}
        {%- set held = run_query(
            'select table_schema, table_name, table_type from information_schema.tables where table_catalog = current_database()'
        ) -%}
        {%- for schema, name, type in held.rows if schema in current and name not in current[schema] %}
            drop {{ 'view' if type == 'VIEW' else 'table' }} {{ adapter.quote(schema) }}.{{ adapter.quote(name) }};
        {%- endfor -%}
    {%- endif -%}
{%- endmacro %}
