{#-
    What a build touches: on a warehouse that exists, the departments with a new or superseded document; else everything.

    Models read only touched rows and replace only touched rows, so the cost of a build is what is new. The build says which it
    is by the variable `built_batch`, the last batch that the models hold (0: none); see jixiao/transform.py.
-#}
{#- `where` over the touched rows of a relation that has `column`; nothing where all is touched. -#}
{% macro where_touched(column='document_key') -%}
    {%- if not execute %}{% do ref('int_documents_touched') %}{% endif -%}
    {%- if var('built_batch', 0) -%}
        where {{ column }} in (select {{ column }} from {{ ref('int_documents_touched') }})
    {%- endif -%}
{%- endmacro %}

{#- The touched rows of a model. -#}
{% macro touched(model, column='document_key') -%}
    select * from {{ ref(model) }} {{ where_touched(column) }}
{%- endmacro %}

{#- The projects of touched departments; dim_project knows its unit only. -#}
{% macro touched_projects() -%}
    select * from {{ ref('dim_project') }}
    {% if var('built_batch', 0) -%}
        where unit_key in (select unit_key from {{ ref('dim_unit') }} {{ where_touched('department_key') }})
    {%- endif %}
    {%- if not execute %}{% do ref('dim_unit') %}{% do ref('int_documents_touched') %}{% endif -%}
{%- endmacro %}

{#-
    Condition on the rows of a relation that the build touches, by the column which the meta of its model names
    (`touched_by`). No ref: in a hook of every model it would make the table of what is touched depend on itself.
-#}
{% macro is_touched(relation, meta) -%}
    {%- set column = meta.get('touched_by', 'document_key') or 'document_id' -%}
    {%- set touched = relation.incorporate(path={'schema': 'intermediate', 'identifier': 'int_documents_touched'}) -%}
    {%- set units = relation.incorporate(path={'schema': 'intermediate', 'identifier': 'int_units_keyed'}) -%}
    {{ column }} in (
        {% if column == 'unit_key' %}select unit_key from {{ units }} where department_key in (select department_key from {{ touched }})
        {%- else %}select {{ meta.get('touched_key', column) }} from {{ touched }}{% endif %}
    )
{%- endmacro %}

{#- Before a model is appended to: delete the rows it will give anew (`touched_by` none: no row). -#}
{% macro delete_touched() -%}
    {%- if execute and var('built_batch', 0) and model.config.materialized == 'incremental' -%}
        {%- if model.config.meta.get('touched_by', 'document_key') -%}
            delete from {{ this }} where {{ is_touched(this, model.config.meta) }}
        {%- endif -%}
    {%- endif -%}
{%- endmacro %}

{#-
    What a test of dbt looks at: of a model that is built by what a build touches, the rows just written; else every row.
    The others were tested when they were written.
-#}
{% macro duckdb__get_where_subquery(relation) -%}
    {%- if execute and var('built_batch', 0) -%}
        {%- for node in graph.nodes.values()
            if node.resource_type == 'model' and node.config.materialized == 'incremental'
            and (node.schema, node.name) == (relation.schema, relation.identifier) -%}
            {%- set rows_touched -%}
                (select * from {{ relation }} where {{ is_touched(relation, node.config.meta) }}) as rows_touched
            {%- endset -%}
            {{ return(rows_touched) }}
        {%- endfor -%}
    {%- endif -%}
    {{ return(dbt.default__get_where_subquery(relation)) }}
{%- endmacro %}
