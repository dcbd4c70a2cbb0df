{#-
    The incremental contract of the models. A run touches the departments with a document that is new or was superseded
    since the last run (int_documents_touched, macros/progress.sql): none where nothing was landed, all where everything is
    built anew. Models read and replace the rows of these alone, so that a build costs what is new. Their SQL is the same in
    every run: jixiao/build/plan/ runs what dbt compiled before.

    1. A model of staging or intermediate gives the rows of what is touched. It reads landing by
       `where_touched('document_id')` and a table that holds all rows by `touched`.
    2. A mart is `incremental`: it gives all rows of what is touched, and the hook `delete_touched` deletes those that it
       holds before they are appended, so that it may be built again. Its meta says which those are:
         touched_by       the column that tells; document_key where none is named. `batch_id`: the rows landed since the
                          last run, for what int_documents_touched itself is made of.
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

{#- `where` over the touched rows of a relation. -#}
{% macro where_touched(column='document_key', through=none) -%}
    {%- if not execute %}{% do ref('int_documents_touched') %}{% do ref(through) if through %}{% endif -%}
    {%- if builds_what_is_new() -%}
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
    {%- set column = meta.get('touched_by', 'document_key') -%}
    {%- if column == 'batch_id' -%}
        batch_id > {{ built_batch() }}
    {%- else -%}
        {{ is_touched(column, touched, meta.get('touched_key'), through) }}
    {%- endif -%}
{%- endmacro %}

{#- Before a model is appended to: delete the rows it will give anew. -#}
{% macro delete_touched() -%}
    {%- if execute and builds_what_is_new() and model.config.materialized == 'incremental' -%}
        {%- set statement -%}
            delete from {{ this }} where {{ is_touched_by_meta(this, model.config.meta) }}
        {%- endset -%}
        {%- do note_for_plan(statement) -%}
        {%- if load_relation(this) is not none and not should_full_refresh() %}{{ statement }}{% endif -%}
    {%- endif -%}
{%- endmacro %}

{#-
    What a test looks at in `dbt build`: of a model that is built by what a run touches, the rows just written, and of a view
    whose meta says by what its rows are touched, those; the others were tested when they were written. `dbt test` looks at
    every row.
-#}
{% macro duckdb__get_where_subquery(relation) -%}
    {%- if execute and flags.WHICH != 'test' -%}
        {%- for node in graph.nodes.values()
            if node.resource_type == 'model'
            and (node.config.materialized == 'incremental' or 'touched_by' in node.config.meta)
            and (node.schema, node.name) == (relation.schema, relation.identifier) -%}
            {%- set rows_touched -%}
                (select * from {{ relation }} where {{ is_touched_by_meta(relation, node.config.meta) }}) as rows_touched
            {%- endset -%}
            {{ return(rows_touched) }}
        {%- endfor -%}
    {%- endif -%}
    {{ return(dbt.default__get_where_subquery(relation)) }}
{%- endmacro %}
