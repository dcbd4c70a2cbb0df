{#- Integer keys made of a reading's number and places in it; they never move when documents are added. -#}
{% macro unit_row_key() -%} document_id * 10000 + unit_seq {%- endmacro %}

{% macro project_row_key() -%} document_id * 100000 + project_seq {%- endmacro %}

{% macro indicator_row_key() -%} document_id * 1000000000 + project_seq * 10000 + indicator_seq {%- endmacro %}

{#- Keys made of other keys. -#}
{% macro source_row_key(project_row_key, funding_source_key) -%}
    {{ project_row_key }} * 10 + {{ funding_source_key }}
{%- endmacro %}

{% macro place_key(document_key, place) -%} {{ document_key }} * 1000000000 + {{ place }} {%- endmacro %}

{% macro department_year_key(department_key, year_key) -%} {{ department_key }} * 10000 + {{ year_key }} {%- endmacro %}

{% macro rule_result_key(rule_number, subject_key) -%}
    {{ rule_number }} * 10000000000000000 + {{ subject_key }}
{%- endmacro %}
