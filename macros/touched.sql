{#-
    What a build touches: on a warehouse that exists, the departments with a new or superseded document; else everything.

    Models read only touched rows and replace only touched rows, so the cost of a build is what is new. The build says which it
    is by the variable `touched_only`; see jixiao/transform.py.
-#}
{#- `where` over the touched rows of a relation that has `column`; nothing where all is touched. -#}
{% macro where_touched(column='document_key') -%}
    {%- if not execute %}{% do ref('int_touched_documents') %}{% endif -%}
    {%- if var('touched_only', false) -%}
        where {{ column }} in (select {{ column }} from {{ ref('int_touched_documents') }})
    {%- endif -%}
{%- endmacro %}

{#- The touched rows of a model. -#}
{% macro touched(model, column='document_key') -%}
    select * from {{ ref(model) }} {{ where_touched(column) }}
{%- endmacro %}

{#- The projects of touched departments; dim_project knows its unit only. -#}
{% macro touched_projects() -%}
    select * from {{ ref('dim_project') }}
    {% if var('touched_only', false) -%}
        where unit_key in (select unit_key from {{ ref('dim_unit') }} {{ where_touched('department_key') }})
    {%- endif %}
    {%- if not execute %}{% do ref('dim_unit') %}{% do ref('int_touched_documents') %}{% endif -%}
{%- endmacro %}

{#- Before a model is appended to: delete the rows it will give anew, by the column its meta names (`touched_by`; none: no row). -#}
{% macro delete_touched() -%}
    {%- if execute and var('touched_only', false) and model.config.materialized == 'incremental' -%}
        {%- set column = model.config.meta.get('touched_by', 'document_key') -%}
        {%- if column -%}
            {#- no ref: the hook is every model's, and would make the table of what is touched depend on itself -#}
            {%- set touched = this.incorporate(path={'schema': 'intermediate', 'identifier': 'int_touched_documents'}) -%}
            {%- set units = this.incorporate(path={'schema': 'intermediate', 'identifier': 'int_units_keyed'}) -%}
            delete from {{ this }} where {{ column }} in (
                {% if column == 'unit_key' %}select unit_key from {{ units }} where department_key in (select department_key from {{ touched }})
                {%- else %}select {{ model.config.meta.get('touched_key', column) }} from {{ touched }}{% endif %}
            )
        {%- endif -%}
    {%- endif -%}
{%- endmacro %}
