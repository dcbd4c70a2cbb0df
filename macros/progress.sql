{#-
    What the models of a warehouse hold, known by the warehouse itself: landing.progress, one row, says the last batch that
    a run of all models took up. The next one takes up what was landed since; --full-refresh forgets the row, so that
    everything is taken up.

    A run of some models takes up nothing: it goes on with what the last run of all took up (int_documents_touched), as
    tables beside the selected ones were built for it.
-#}

{#- The last batch taken up. On Spark, and in unit tests, everything is built anew. -#}
{% macro built_batch() -%}
    {%- if builds_what_is_new() -%}
        (select coalesce(max(progress.built_batch), 0) from {{ source('landing', 'progress') }} as progress)
    {%- else -%}
        0
    {%- endif -%}
{%- endmacro %}

{#- `where` over the rows landed since then; nothing where everything is built anew. -#}
{% macro where_new() -%}
    {%- if builds_what_is_new() -%}
        where batch_id > {{ built_batch() }}
    {%- endif -%}
{%- endmacro %}

{#- A text, empty for false: at a `return`, sqlfluff ends the calling macro, too. -#}
{% macro builds_what_is_new() -%}
    {{ 'yes' if target.type == 'duckdb' and model.resource_type != 'unit_test' }}
{%- endmacro %}

{#- True where the command runs every model of the project. -#}
{% macro runs_all_models() -%}
    {%- set models = graph.nodes.values() | selectattr('resource_type', 'equalto', 'model') | map(attribute='unique_id') -%}
    {{ return(models | reject('in', selected_resources) | list | length == 0) }}
{%- endmacro %}

{#- True where the command runs a model that keeps rows of earlier runs. -#}
{% macro runs_incremental_models() -%}
    {%- set models = graph.nodes.values() | selectattr('config.materialized', 'equalto', 'incremental') -%}
    {{ return(models | map(attribute='unique_id') | select('in', selected_resources) | list | length > 0) }}
{%- endmacro %}

{#- Before a run. A part cannot be built anew from tables that hold only what the last run of all took up. -#}
{% macro begin_run() -%}
    {%- if execute and target.type == 'duckdb' and flags.WHICH in ('build', 'run') -%}
        create schema if not exists landing;
        create table if not exists landing.progress (built_batch bigint not null);
        {%- if flags.FULL_REFRESH and runs_all_models() %}
            delete from landing.progress;
        {%- elif flags.FULL_REFRESH and runs_incremental_models() and not is_all_touched() -%}
            {{ exceptions.raise_compiler_error(
                'The last run took up only some documents, so a part cannot be built anew: run --full-refresh without a '
                ~ 'selection; then parts can be until the next run of all models.'
            ) }}
        {%- endif -%}
    {%- endif -%}
{%- endmacro %}

{#- True where the last run of all models took up every reading. -#}
{% macro is_all_touched() -%}
    {%- set touched = adapter.get_relation(target.database, 'intermediate', 'int_documents_touched') -%}
    {{ return(touched is none or run_query(
        'select count(*) from landing.documents where document_id not in (select document_id from ' ~ touched ~ ')'
    ).rows[0][0] == 0) }}
{%- endmacro %}

{#- After a run of all models in which nothing failed: what is landed is taken up. -#}
{% macro end_run(results) -%}
    {%- set failed = ['error', 'fail', 'skipped', 'runtime error', 'partial success'] -%}
    {%- if execute and target.type == 'duckdb' and flags.WHICH in ('build', 'run') and runs_all_models()
        and not results | selectattr('status', 'in', failed) | list -%}
        {%- set statement -%}
            create or replace table landing.progress as
            select coalesce(max(batches.batch_id), 0) as built_batch from landing.batches
        {%- endset -%}
        {%- do note_for_plan(statement) -%}
        {{ statement }}
    {%- endif -%}
{%- endmacro %}

{#- Tell jixiao/build/plan/compiled.py a statement that the plan of an increment needs beside what dbt compiles. -#}
{% macro note_for_plan(statement) -%}
    {%- do log('for the plan: ' ~ statement) -%}
{%- endmacro %}
