{#- Integer keys made of a reading's number and places in it; they never move when documents are added. -#}
{% macro unit_row_key() -%} document_id * 10000 + unit_seq {%- endmacro %}

{% macro project_row_key() -%} document_id * 100000 + project_seq {%- endmacro %}

{% macro indicator_row_key() -%} document_id * 1000000000 + project_seq * 10000 + indicator_seq {%- endmacro %}

{#- Of a project and an amount of a level of government in it. -#}
{% macro funding_level_key() -%} document_id * 1000000000 + project_seq * 10000 + level_seq {%- endmacro %}

{#- Of a form of a whole department, and of what is printed in it. -#}
{% macro department_form_key() -%} document_id * 10000 + form_seq {%- endmacro %}

{% macro department_part_key(part_seq) -%} ({{ department_form_key() }}) * 10000 + {{ part_seq }} {%- endmacro %}

{#- Of a project and one of the funding sources, of which there are at most nine. -#}
{% macro project_source_key(project_row_key, funding_source_key) -%}
    {{ project_row_key }} * 10 + {{ funding_source_key }}
{%- endmacro %}

{#- Of a place in a document: its first character, or a number that tells places apart. -#}
{% macro place_key(document_key, place) -%} {{ document_key }} * 1000000000 + {{ place }} {%- endmacro %}

{#- Of a department and a budget year. -#}
{% macro department_year_key(department_key, year_key) -%} {{ department_key }} * 10000 + {{ year_key }} {%- endmacro %}

{#- Of a rule of the audit and the subject that it judges. -#}
{% macro rule_result_key(rule_number, subject_key) -%}
    {{ rule_number }} * 10000000000000000 + {{ subject_key }}
{%- endmacro %}

{#- Of a form of a whole department and of its indicators among those of projects: fewer than 90000 in a document. -#}
{% macro department_form_subject_key(document_key, form_seq) -%} {{ document_key }} * 100000 + 90000 + {{ form_seq }} {%- endmacro %}

{% macro department_indicator_subject_key(document_key, form_seq, indicator_seq) -%}
    {{ document_key }} * 1000000000 + 900000000 + {{ form_seq }} * 10000 + {{ indicator_seq }}
{%- endmacro %}

{#- Of a row of a list of projects: lists have fewer than 10000 rows. -#}
{% macro listed_project_key() -%} {{ place_key('document_id', 'table_seq * 10000 + row_seq') }} {%- endmacro %}
