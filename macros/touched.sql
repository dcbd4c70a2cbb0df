{#-
    The incremental contract of the models. A build on a warehouse that exists touches the departments with a new or
    superseded document (int_documents_touched). Models read and replace the rows of these alone, so that a build costs
    what is new. The variable `built_batch` is the last batch that the models hold; 0: none, all is built anew. See
    jixiao/build/models.py.

    1. A model of staging or intermediate gives the rows of what is touched. It reads landing by
       `where_touched('document_id')` and a table that holds all rows by `touched`.
    2. A mart is `incremental`: it gives all rows of what is touched, and the hook `delete_touched` deletes those that it
       holds before they are appended. Its meta says which those are:
         touched_by       the column that tells; document_key where none is named. `none`: rows are never given again,
                          those of new readings are added (`where_new`).
         touched_key      the name of this column in int_documents_touched, where it is another.
         touched_through  where int_documents_touched lacks it: the intermediate model that leads from it to
                          department_key.
    3. A mart that compares within a city or a department reads by `touched(model, 'city_key')` and is `touched_by` it.
    4. A mart of few rows that depends on everything is a `table` and reads only what holds all rows.

    tests/publish/test_touched.py compares a build of what is new with a build of everything.
-#}

{#- Condition: the row's `column` is one of what is touched. -#}
{% macro is_touched(column, touched, key=none, through=none) -%}
    {{ column }} in (
        {%- if through %}
            select {{ column }} from {{ through }}
            where department_key in (select department_key from {{ touched }})
        {%- else %}
            select {{ key or column }} from {{ touched }}
        {%- endif %}
    )
{%- endmacro %}

{#- `where` over the touched rows of a relation; nothing where all is touched. -#}
{% macro where_touched(column='document_key', through=none) -%}
    {%- if not execute %}{% do ref('int_documents_touched') %}{% do ref(through) if through %}{% endif -%}
    {%- if var('built_batch', 0) -%}
        where {{ is_touched(column, ref('int_documents_touched'), through=ref(through) if through) }}
    {%- endif -%}
{%- endmacro %}

{#- The touched rows of a model that keeps all rows. -#}
{% macro touched(model, column='document_key', through=none) -%}
    select * from {{ ref(model) }} {{ where_touched(column, through) }}
{%- endmacro %}

{#- The projects of touched departments; dim_project knows its unit only. -#}
{% macro touched_projects() -%} {{ touched('dim_project', 'unit_key', through='int_units_keyed') }} {%- endmacro %}

{#-
    The same condition on the rows which a model holds, by its meta. No ref: in a hook of every model it would make the
    table of what is touched depend on itself.
-#}
{% macro is_touched_by_meta(relation, meta) -%}
    {%- set touched = relation.incorporate(path={'schema': 'intermediate', 'identifier': 'int_documents_touched'}) -%}
    {%- set through = meta.get('touched_through')
        and relation.incorporate(path={'schema': 'intermediate', 'identifier': meta.touched_through}) -%}
    {{ is_touched(meta.get('touched_by', 'document_key') or 'document_id', touched, meta.get('touched_key'), through) }}
{%- endmacro %}

{#- Before a model is appended to: delete the rows it will give anew (`touched_by` none: no row). -#}
{% macro delete_touched() -%}
    {%- if execute and var('built_batch', 0) and model.config.materialized == 'incremental' -%}
        {%- if model.config.meta.get('touched_by', 'document_key') -%}
            delete from {{ this }} where {{ is_touched_by_meta(this, model.config.meta) }}
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
                (select * from {{ relation }} where {{ is_touched_by_meta(relation, node.config.meta) }}) as rows_touched
            {%- endset -%}
            {{ return(rows_touched) }}
        {%- endfor -%}
    {%- endif -%}
    {{ return(dbt.default__get_where_subquery(relation)) }}
{%- endmacro %}
